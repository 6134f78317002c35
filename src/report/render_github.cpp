// GitHub's workflow commands, one annotation a finding. GitHub shows only the first ten of a level, so the surest come
// first.
#include <algorithm>

#include <fmt/format.h>

#include "report/formats.hpp"

namespace claimcheck::report {
namespace {

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (char const c : text) {
    switch (c) {
    case '%':
      out += "%25";
      break;
    case '\r':
      out += "%0D";
      break;
    case '\n':
      out += "%0A";
      break;
    case ':':
      out += property ? "%3A" : ":";
      break;
    case ',':
      out += property ? "%2C" : ",";
      break;
    default:
      out += c;
    }
  }
  return out;
}

struct Annotation {
  Level level;
  float confidence;
  std::string text;
};

std::string annotation(FileReport const& file, Reported const& found) {
  Place const& place = found.primary.place;
  std::string message = found.finding.message;
  for (Located const& other : found.related)
    message += fmt::format("\n{}: {} ({}:{})", other.role.empty() ? "see also" : other.role, other.place.text,
                           other.place.start.line, other.place.start.column);
  if (found.finding.computed && !found.finding.computed->formula.empty())
    message += "\ncomputed: " + found.finding.computed->formula;
  std::string const command = found.finding.level == Level::note ? "notice" : std::string(name_of(found.finding.level));
  std::string out = fmt::format("::{} file={},line={},endLine={}", command, escaped(file.path, true), place.start.line,
                                place.end.line);
  // GitHub refuses columns that belong to different lines.
  if (place.start.line == place.end.line)
    out += fmt::format(",col={},endColumn={}", place.start.column, place.end.column);
  return out + fmt::format(",title={}::{}\n", escaped("claimcheck (" + found.finding.rule + ")", true),
                           escaped(message, false));
}

} // namespace

std::string render_github(Report const& report, Style const&) {
  std::vector<Annotation> annotations;
  for (FileReport const& file : report.files) {
    for (Diagnostic const& fault : file.faults)
      annotations.push_back({Level::error, 2.0F,
                             fmt::format("::error file={},title=claimcheck::{}\n", escaped(file.path, true),
                                         escaped(fault.message, false))});
    for (Reported const& found : file.findings)
      annotations.push_back({found.finding.level, found.finding.confidence, annotation(file, found)});
  }
  std::stable_sort(annotations.begin(), annotations.end(), [](Annotation const& a, Annotation const& b) {
    return a.level != b.level ? a.level > b.level : a.confidence > b.confidence;
  });
  std::string out;
  for (Annotation const& one : annotations) out += one.text;
  return out;
}

} // namespace claimcheck::report
