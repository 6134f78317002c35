// file:line:column: level: message [rule], the form that editors and terminals make clickable; evidence follows as
// notes.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/terminal.hpp"

namespace claimcheck::report {

std::string render_gcc(Report const& report, Style const&) {
  std::string out;
  auto line = [&](std::string const& path, Place const& place, std::string_view level, std::string const& text) {
    out += fmt::format("{}:{}:{}: {}: {}\n", path, place.start.line, place.start.column, level, printable(text));
  };
  for (FileReport const& file : report.files) {
    for (Reported const& found : file.findings) {
      line(file.path, found.primary.place, name_of(found.finding.level),
           fmt::format("{} [{}]", found.finding.message, found.finding.rule));
      for (Located const& other : found.related) {
        std::string const role = other.role.empty() ? "see also" : other.role;
        line(file.path, other.place, "note", fmt::format("{}: {}", role, other.place.text));
      }
    }
  }
  return out;
}

} // namespace claimcheck::report
