#include "grammars/amount_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(amount_type, iterator, context)
BOOST_SPIRIT_INSTANTIATE(tail_type, iterator, context)
} // namespace claimcheck::grammar
