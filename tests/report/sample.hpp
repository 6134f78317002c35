// A report made by hand, so that the renderers' tests do not move when a grammar or a rule does.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace claimcheck::report {

/// Three files: one with an error, a warning, a note and a suppressed finding, one clean, one that could not be read.
Report sample_report();
/// An article read from `source` with claims at the given words, in reading order.
std::unique_ptr<Article> article_of(std::string source, text::Format format = text::Format::plain);
Span find(Article const& article, std::string_view words);

/// Compares with tests/golden/NAME. With CLAIMCHECK_UPDATE_GOLDEN=1 in the environment the file is written instead.
void expect_golden(std::string const& name, std::string const& text);

} // namespace claimcheck::report
