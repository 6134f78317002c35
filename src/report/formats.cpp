#include "report/formats.hpp"

#include <algorithm>

namespace claimcheck::report {

std::vector<Format> const& check_formats() {
  static std::vector<Format> const formats{
      {"human", "for the terminal: each finding with the lines it rests on", render_human, false},
      {"json", "everything, one object (claimcheck/1)", render_json, true},
      {"jsonl", "one finding a line", render_jsonl, false},
      {"sarif", "SARIF 2.1.0, for code scanning", render_sarif, false},
      {"junit", "JUnit XML, one test case a rule", render_junit, false},
      {"checkstyle", "Checkstyle XML", render_checkstyle, false},
      {"github", "GitHub annotations, and the step summary", render_github, false},
      {"gitlab", "GitLab code quality", render_gitlab, false},
      {"rdjson", "reviewdog's JSON", render_rdjson, false},
      {"gcc", "file:line:column: level: message, for editors", render_gcc, false},
      {"markdown", "the verification report for documents and pull requests", render_markdown, true},
      {"csv", "the fact-checker's worksheet, one claim a row", render_csv, true},
      {"html", "the verification report as one self-contained page", render_html, true},
  };
  return formats;
}

std::vector<Format> const& claims_formats() {
  static std::vector<Format> const formats{
      {"human", "a table for the terminal", render_claims_human, true},
      {"json", "everything, one object", render_json, true},
      {"jsonl", "one claim a line", render_claims_jsonl, true},
      {"csv", "the fact-checker's worksheet, one claim a row", render_csv, true},
      {"markdown", "a table for documents and pull requests", render_claims_markdown, true},
      {"html", "the verification report as one self-contained page", render_html, true},
  };
  return formats;
}

Format const* format_named(std::vector<Format> const& formats, std::string_view name) {
  auto const found =
      std::find_if(formats.begin(), formats.end(), [&](Format const& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(std::vector<Format> const& formats) {
  std::vector<std::string> names;
  for (Format const& format : formats) names.emplace_back(format.name);
  return names;
}

} // namespace claimcheck::report
