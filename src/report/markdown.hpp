// Pieces of Markdown that several reports share.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace claimcheck::report {

/// Text in which nothing is markup, fit for a table cell: one line, specials escaped.
std::string markdown_text(std::string_view text);
/// The ledger as a table, each row with its line:column.
std::string ledger_table(FileReport const& file);

} // namespace claimcheck::report
