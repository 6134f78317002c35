#include "grammars/ratio_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(ratio_type, iterator, context)
} // namespace claimcheck::grammar
