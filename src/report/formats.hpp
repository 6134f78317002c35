// The formats that a run can be written in, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace claimcheck::report {

using Render = std::string (*)(Report const&, Style const&);

struct Format {
  std::string_view name;
  std::string_view about; ///< one line for --help
  Render render;
  bool needs_article; ///< keeps texts and claims in memory until the end
};

/// What `claimcheck check` can write; human first.
std::vector<Format> const& check_formats();
/// What `claimcheck claims` can write; human first.
std::vector<Format> const& claims_formats();
Format const* format_named(std::vector<Format> const& formats, std::string_view name);
std::vector<std::string> names_of(std::vector<Format> const& formats);

// One renderer a file, named render_*.cpp. All end with a line feed.
std::string render_checkstyle(Report const& report, Style const& style);
std::string render_claims_human(Report const& report, Style const& style);
std::string render_claims_jsonl(Report const& report, Style const& style);
std::string render_claims_markdown(Report const& report, Style const& style);
std::string render_csv(Report const& report, Style const& style); ///< for both commands
std::string render_gcc(Report const& report, Style const& style);
std::string render_github(Report const& report, Style const& style);
std::string render_gitlab(Report const& report, Style const& style);
std::string render_html(Report const& report, Style const& style); ///< for both commands
std::string render_human(Report const& report, Style const& style);
std::string render_json(Report const& report, Style const& style); ///< for both commands
std::string render_jsonl(Report const& report, Style const& style);
std::string render_junit(Report const& report, Style const& style);
std::string render_markdown(Report const& report, Style const& style);
std::string render_rdjson(Report const& report, Style const& style);
std::string render_sarif(Report const& report, Style const& style);
std::string render_summary(Report const& report, Style const& style); ///< GitHub's step summary; no format of its own

} // namespace claimcheck::report
