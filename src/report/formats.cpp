#include "report/formats.hpp"

#include <algorithm>

namespace claimcheck::report {

std::vector<Format> const& check_formats() {
  static std::vector<Format> const formats{
      {"json", "everything, one object", render_json, true},
      {"csv", "the fact-checker's worksheet, one claim a row", render_csv, true},
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
