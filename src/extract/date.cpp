#include "grammars/date_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(date_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(month_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(year_type, iterator, temporal_context)
} // namespace claimcheck::grammar
