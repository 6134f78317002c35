// One finding a line, for line-wise tools.
#include "report/claim_json.hpp"
#include "report/finding_json.hpp"
#include "report/formats.hpp"

namespace claimcheck::report {

std::string render_jsonl(Report const& report, Style const&) {
  std::string out;
  for (FileReport const& file : report.files) {
    for (Reported const& found : file.findings) {
      JsonWriter json(out);
      write_reported(json, found, file.path);
      out += '\n';
    }
  }
  return out;
}

} // namespace claimcheck::report
