#include "grammars/period_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(season_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(period_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(nth_period_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(named_day_type, iterator, temporal_context)
} // namespace claimcheck::grammar
