// A located finding as a JSON object, for formats that keep no article.
#pragma once

#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace claimcheck::report {

/// The same members as write_finding (claim_json.hpp) makes; `path` first when it is not empty.
void write_reported(JsonWriter& json, Reported const& found, std::string_view path = {});

/// An array of what the reference said, each with its place, the claim where it is one, the verdict and the evidence.
void write_source_verdicts(JsonWriter& json, std::vector<SourceVerdict> const& verdicts, Locator& locator);

} // namespace claimcheck::report
