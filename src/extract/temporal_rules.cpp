#include "grammars/temporal_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(temporal_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(moment_type, iterator, temporal_context)
} // namespace claimcheck::grammar
