#include "text/front_matter.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace claimcheck::text {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// A value without its quotation marks, list brackets or comment: `"A title"`, `[Ann Reed, Bob Low]`, `2022-03-10 #
/// changed`.
std::string scalar(std::string_view value) {
  value = trimmed(value);
  if (value.starts_with('[')) value = trimmed(value.substr(1, value.find_first_of(",]") - 1));
  if (value.starts_with("- ")) value = trimmed(value.substr(2));
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) {
    std::size_t const close = value.find(value.front(), 1);
    return std::string(value.substr(1, close == std::string_view::npos ? close : close - 1));
  }
  return std::string(trimmed(value.substr(0, value.find(" #"))));
}

struct Key {
  std::string_view name;
  std::string Metadata::*field;
};
constexpr Key keys[] = {
    {"date", &Metadata::date},          {"published", &Metadata::date},   {"publishdate", &Metadata::date},
    {"publish_date", &Metadata::date},  {"pubdate", &Metadata::date},     {"date_published", &Metadata::date},
    {"datepublished", &Metadata::date}, {"title", &Metadata::title},      {"headline", &Metadata::title},
    {"author", &Metadata::author},      {"authors", &Metadata::author},   {"byline", &Metadata::author},
    {"site", &Metadata::site},          {"publication", &Metadata::site},
};

} // namespace

FrontMatter front_matter_at(std::string_view source, std::uint32_t at) {
  FrontMatter const none{at, at, at};
  std::string_view const mark = source.substr(at, 3);
  if (mark != "---" && mark != "+++") return none;
  std::size_t line_end = source.find('\n', at);
  if (line_end == std::string_view::npos || !trimmed(source.substr(at + 3, line_end - at - 3)).empty()) return none;
  FrontMatter found;
  found.begin = static_cast<std::uint32_t>(line_end + 1);
  bool first = true;
  for (std::size_t line = line_end + 1; line < source.size(); line = line_end + 1) {
    line_end = std::min(source.find('\n', line), source.size());
    std::string_view const text = trimmed(source.substr(line, line_end - line));
    if (text == mark || (mark == "---" && text == "...")) {
      found.end = static_cast<std::uint32_t>(line);
      found.next = static_cast<std::uint32_t>(std::min(line_end + 1, source.size()));
      return found;
    }
    // "---" may be a thematic break before prose: front matter begins with a key, a comment or a list at once.
    std::size_t const separator = text.find(mark == "---" ? ':' : '=');
    bool const keyed = separator != std::string_view::npos &&
                       text.substr(0, separator).find_first_of(".!?\"") == std::string_view::npos;
    if (first && !keyed && !text.starts_with('#') && !text.starts_with('[')) return none;
    first = false;
  }
  return none;
}

Metadata read_front_matter(std::string_view lines) {
  Metadata found;
  std::string Metadata::*open = nullptr; // a key whose value is on the next lines
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t const end = std::min(lines.find('\n', at), lines.size());
    std::string_view const line = lines.substr(at, end - at);
    at = end + 1;
    if (open != nullptr && trimmed(line).starts_with("- ")) {
      found.*open = scalar(line);
      open = nullptr;
      continue;
    }
    std::size_t const separator = line.find_first_of(":=");
    if (separator == std::string_view::npos || line.starts_with(' ') || line.starts_with('\t')) continue;
    std::string name(trimmed(line.substr(0, separator)));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    auto const key = std::find_if(std::begin(keys), std::end(keys), [&](Key const& k) { return k.name == name; });
    open = nullptr;
    if (key == std::end(keys) || !(found.*(key->field)).empty()) continue;
    found.*(key->field) = scalar(line.substr(separator + 1));
    if ((found.*(key->field)).empty()) open = key->field;
  }
  return found;
}

} // namespace claimcheck::text
