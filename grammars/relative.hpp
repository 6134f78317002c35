// Expressions that need an anchor: the document's date, or the date that the text spoke of before.
//
//   yesterday   tomorrow   the day before yesterday   tonight
//   last week   this month   next year   last Friday   next summer   last May   this morning   last night   over the
//   weekend the next day   the following month   the previous year   that year   the same day   that night   the next
//   morning the day before   the day after   the year before   weeks later   months earlier   years ago the past two
//   years   the next few months   the last 3 months   the following days   recent weeks   (durations that lie at an
//   anchor) the year, the month (behind a modifier: "the end of the year")
// recurrence: every Monday   each year   every other week   Mondays   Friday mornings   daily   annually
// reference:  now   currently   recently   in the future
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

struct relative_class;
using relative_type = x3::rule<relative_class>;
inline relative_type const relative{"relative date"};
BOOST_SPIRIT_DECLARE(relative_type)

/// A step of whole periods that frames other fields: "last year" in "August last year", "of that year".
struct frame_class;
using frame_type = x3::rule<frame_class>;
inline frame_type const frame{"enclosing period"};
BOOST_SPIRIT_DECLARE(frame_type)

/// "the year", "the month" behind a modifier.
struct context_unit_class;
using context_unit_type = x3::rule<context_unit_class>;
inline context_unit_type const context_unit{"the current period"};
BOOST_SPIRIT_DECLARE(context_unit_type)

struct recurrence_class;
using recurrence_type = x3::rule<recurrence_class>;
inline recurrence_type const recurrence{"recurrence"};
BOOST_SPIRIT_DECLARE(recurrence_type)

struct reference_class;
using reference_type = x3::rule<reference_class>;
inline reference_type const reference{"vague reference"};
BOOST_SPIRIT_DECLARE(reference_type)

} // namespace claimcheck::grammar
