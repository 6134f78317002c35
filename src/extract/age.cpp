#include "grammars/digits.hpp"

#include "grammars/age_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(age_type, iterator, context)
} // namespace claimcheck::grammar
