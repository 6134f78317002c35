#include "grammars/relative_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(relative_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(frame_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(context_unit_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(recurrence_type, iterator, temporal_context)
BOOST_SPIRIT_INSTANTIATE(reference_type, iterator, temporal_context)
} // namespace claimcheck::grammar
