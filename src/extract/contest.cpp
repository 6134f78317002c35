#include "grammars/contest_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(contest_type, iterator, context)
} // namespace claimcheck::grammar
