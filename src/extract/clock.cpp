#include "grammars/clock_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(stopwatch_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(clock_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(clock_range_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(iso_clock_type, iterator, temporal_context)
} // namespace claimcheck::grammar
