// Checkstyle XML: the lowest common denominator of CI servers. It knows one place a finding, so evidence goes into the
// message.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/xml.hpp"

namespace claimcheck::report {

std::string render_checkstyle(Report const& report, Style const&) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (FileReport const& file : report.files) {
    if (file.findings.empty() && file.faults.empty()) continue;
    out += fmt::format("  <file name=\"{}\">\n", xml_escaped(file.path));
    for (Diagnostic const& fault : file.faults)
      out += fmt::format(
          "    <error line=\"{}\" column=\"{}\" severity=\"error\" message=\"{}\" source=\"claimcheck.unreadable\"/>\n",
          fault.line, fault.column, xml_escaped(fault.message));
    for (Reported const& found : file.findings) {
      std::string message = found.finding.message;
      for (Located const& other : found.related)
        message += fmt::format(" ({}: {}, line {})", other.role.empty() ? "see also" : other.role, other.place.text,
                               other.place.start.line);
      out += fmt::format(
          "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"claimcheck.{}\"/>\n",
          found.primary.place.start.line, found.primary.place.start.column,
          found.finding.level == Level::note ? "info" : name_of(found.finding.level), xml_escaped(message),
          xml_escaped(found.finding.rule));
    }
    out += "  </file>\n";
  }
  return out + "</checkstyle>\n";
}

} // namespace claimcheck::report
