#include "grammars/numeral_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(numeral_type, iterator, context)
BOOST_SPIRIT_INSTANTIATE(cardinal_type, iterator, context)
BOOST_SPIRIT_INSTANTIATE(digits_type, iterator, context)
} // namespace claimcheck::grammar
