// One claim a line, for line-wise tools (grep, jq, log shippers).
#include "report/claim_json.hpp"
#include "report/formats.hpp"
#include "report/ledger.hpp"

namespace claimcheck::report {

std::string render_claims_jsonl(Report const& report, Style const& style) {
  std::string out;
  for (FileReport const& file : report.files) {
    if (!file.article) continue;
    Locator locator(file.article->document);
    for (ClaimId i = 0; i < file.article->claims.size(); ++i) {
      if (!is_listed(file, i)) continue;
      JsonWriter json(out);
      json.begin_object();
      json.field("schema", schema_name);
      json.field("path", file.path);
      json.key("claim");
      write_claim(json, *file.article, i, locator);
      json.end_object();
      out += '\n';
      if (style.sink && out.size() > 1 << 16) {
        style.sink(out);
        out.clear();
      }
    }
  }
  return out;
}

} // namespace claimcheck::report
