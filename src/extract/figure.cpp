#include "grammars/figure_def.hpp"

namespace claimcheck::grammar {
BOOST_SPIRIT_INSTANTIATE(figure_type, iterator, context)
} // namespace claimcheck::grammar
