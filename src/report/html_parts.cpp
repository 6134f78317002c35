#include "report/html_parts.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/claim_json.hpp"
#include "report/rule_page.hpp"
#include "report/xml.hpp"

namespace claimcheck::report {
namespace {

std::string link_to(std::size_t file, std::size_t finding, std::size_t place, Located const& at) {
  std::string const anchor = at.claim == no_id ? evidence_anchor(file, finding, place) : claim_anchor(file, at.claim);
  return fmt::format("<a href=\"#{}\">{}</a> (line {})", anchor, xml_escaped(at.place.text), at.place.start.line);
}

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
  std::string out;
  for (std::string const& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

/// Of a whole year or month only as much as it says: 2010, 2022-06.
std::string period(Days first, Days last) {
  std::chrono::year_month_day const a(first), b(last);
  std::string const begin = iso_date(first);
  if (first == last) return begin;
  bool const of_month = a.day() == std::chrono::day(1),
             to_month = b == std::chrono::year_month_day(b.year() / b.month() / std::chrono::last);
  if (of_month && to_month && a.year() == b.year()) {
    if (a.month() == b.month()) return begin.substr(0, begin.size() - 3);
    if (a.month() == std::chrono::January && b.month() == std::chrono::December)
      return begin.substr(0, begin.size() - 6);
  }
  return begin + " to " + iso_date(last);
}

/// "4 days", "11 weeks", "3 years": as closely as one would say it.
std::string gap_words(long days) {
  auto const about = [&](double unit, std::string_view noun) {
    return "about " + counted(static_cast<std::size_t>(static_cast<double>(days) / unit + 0.5), noun);
  };
  if (days >= 730) return about(365.25, "year");
  if (days >= 60) return about(30.44, "month");
  return counted(static_cast<std::size_t>(days), "day");
}

std::string sources_of(std::vector<SourceCitation> const& sources) {
  std::string out;
  for (SourceCitation const& source : sources) out += (out.empty() ? "" : "; ") + citation_words(source);
  return out;
}

} // namespace

std::string claim_anchor(std::size_t file, ClaimId claim) { return fmt::format("c{}-{}", file, claim + 1); }
std::string finding_anchor(std::size_t file, std::size_t finding) { return fmt::format("f{}-{}", file, finding + 1); }
std::string evidence_anchor(std::size_t file, std::size_t finding, std::size_t place) {
  return fmt::format("e{}-{}-{}", file, finding + 1, place);
}

std::string row_anchor(std::size_t file, LedgerRow const& row) {
  return row.claim != no_id ? claim_anchor(file, row.claim) : fmt::format("n{}-{}", file, row.span.begin);
}

std::string status_label(Status status) {
  switch (status) {
  case Status::consistent:
    return "✓ consistent";
  case Status::contradicted:
    return "✗ contradicted";
  case Status::tension:
    return "≈ tension";
  case Status::unbound:
    return "· unbound";
  case Status::unchecked:
    return "– unchecked";
  }
  return "";
}

std::string html_coverage(Coverage const& coverage) {
  struct Part {
    std::string_view name, color, pattern;
    std::size_t n;
  };
  std::vector<Part> const parts{{"consistent", "var(--good)", "", coverage.consistent},
                                {"tension", "var(--tension)", "url(#hatch)", coverage.tension},
                                {"contradicted", "var(--bad)", "url(#cross)", coverage.contradicted},
                                {"unchecked", "var(--faint)", "", coverage.unchecked},
                                {"unbound", "var(--line)", "", coverage.unbound}};
  std::string out = "<ul class=\"numbers\">";
  auto number = [&](std::size_t n, std::string_view name, std::string_view color = {}) {
    std::string const style =
        color.empty() ? std::string() : fmt::format(" style=\"border-left:.4rem solid {}\"", color);
    out += fmt::format("<li{}><b>{}</b>{}</li>", style, n, name);
  };
  number(coverage.claims, coverage.claims == 1 ? "claim" : "claims");
  number(coverage.checked(), "checked");
  for (Part const& part : parts) // the colour that it has in the chart
    if (part.name != "unchecked" || part.n != 0) number(part.n, part.name, part.color);
  number(coverage.claims - coverage.attributed, "unattributed");
  out += "</ul>\n";
  if (coverage.claims == 0) return out;
  std::string label, bars;
  std::size_t before = 0;
  for (Part const& part : parts) {
    if (part.n == 0) continue;
    label += fmt::format("{}{} {}", label.empty() ? "" : ", ", part.n, part.name);
    for (std::string_view const fill : {part.color, part.pattern})
      if (!fill.empty())
        bars += fmt::format(
            "<rect x=\"{:.3f}%\" width=\"{:.3f}%\" height=\"100%\" fill=\"{}\"><title>{} {}</title></rect>",
            100.0 * static_cast<double>(before) / static_cast<double>(coverage.claims),
            100.0 * static_cast<double>(part.n) / static_cast<double>(coverage.claims), fill, part.n, part.name);
    before += part.n;
  }
  return out + fmt::format("<svg class=\"chart\" role=\"img\" aria-label=\"{}\">{}</svg>\n", label, bars);
}

std::string html_findings(FileReport const& report, std::size_t file) {
  std::string out;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    Reported const& found = report.findings[i];
    Finding const& finding = found.finding;
    out += fmt::format("<article class=\"finding {}\" id=\"{}\"><h4><span class=\"level\">{}</span> {}</h4><dl>",
                       name_of(finding.level), finding_anchor(file, i), name_of(finding.level),
                       xml_escaped(finding.message));
    auto item = [&](std::string const& name, std::string const& html) {
      if (!html.empty()) out += fmt::format("<dt>{}</dt><dd>{}</dd>", xml_escaped(name), html);
    };
    item(found.primary.role.empty() ? "stated" : found.primary.role, link_to(file, i, 0, found.primary));
    for (std::size_t k = 0; k < found.related.size(); ++k)
      item(found.related[k].role.empty() ? "see also" : found.related[k].role,
           link_to(file, i, k + 1, found.related[k]));
    if (finding.computed) {
      if (finding.computed->formula != finding.computed->text) item("computed", xml_escaped(finding.computed->formula));
      item("accepted", xml_escaped(finding.computed->accepted));
    }
    item("diagnosis", xml_escaped(finding.diagnosis));
    item("speaker", xml_escaped(found.speaker));
    item("perhaps", xml_escaped(joined(finding.alternatives, ", or ")));
    item("source", xml_escaped(sources_of(finding.sources)));
    item("rule", fmt::format("<a href=\"#{0}\">{1}</a>, confidence {2:.2f}", rule_anchor(finding.rule),
                             xml_escaped(finding.rule), static_cast<double>(finding.confidence)));
    out += fmt::format("</dl><label><input type=\"checkbox\"> settled</label></article>\n");
  }
  if (report.findings.empty())
    out += "<p>Nothing in this text contradicts anything else in it, as far as the rules can tell.</p>\n";
  if (report.suppressed.empty()) return out;
  out += "<h3>Signed off</h3><ul>";
  for (Reported const& found : report.suppressed) {
    std::string const reason = found.suppression ? found.suppression->reason : "";
    out +=
        fmt::format("<li>{}, line {}: {}{}</li>", xml_escaped(found.finding.rule), found.primary.place.start.line,
                    xml_escaped(found.finding.message), reason.empty() ? "" : " <em>" + xml_escaped(reason) + "</em>");
  }
  return out + "</ul>\n";
}

std::string html_timeline(FileReport const& report, std::size_t file) {
  struct Entry {
    Days first, last;
    std::string links;
  };
  std::vector<std::pair<TimeInterval, ClaimId>> dated;
  Article const& article = *report.article;
  for (ClaimId i = 0; i < article.claims.size(); ++i)
    if (article.claims[i].time && article.claims[i].time->when.known())
      dated.emplace_back(article.claims[i].time->when, i);
  std::stable_sort(dated.begin(), dated.end(), [](auto const& a, auto const& b) {
    return std::pair(a.first.first_day(), a.first.last_day()) < std::pair(b.first.first_day(), b.first.last_day());
  });
  std::vector<Entry> entries;
  for (auto const& [when, claim] : dated) {
    std::string const link = fmt::format("<a href=\"#{}\">{}</a>", claim_anchor(file, claim),
                                         xml_escaped(article.text(article.claims[claim])));
    if (!entries.empty() && entries.back().first == when.first_day() && entries.back().last == when.last_day())
      entries.back().links += ", " + link;
    else
      entries.push_back({when.first_day(), when.last_day(), link});
  }
  if (entries.empty()) return {};
  std::string out = "<ol class=\"timeline\">\n";
  Days before = entries.front().first;
  for (Entry const& entry : entries) {
    auto const gap = (entry.first - before).count();
    if (gap > 0) out += fmt::format("<li class=\"gap\">{} later</li>\n", gap_words(gap));
    std::string const first = iso_date(entry.first);
    out += fmt::format("<li><time datetime=\"{}\">{}</time>{}</li>\n", first, period(entry.first, entry.last),
                       entry.links);
    before = entry.first;
  }
  return out + "</ol>\n";
}

std::string html_ledger(FileReport const& report, std::size_t file, std::vector<LedgerRow> const& ledger) {
  std::string out = "<div class=\"filter\" hidden><label>Find <input type=\"search\"></label> <label>Status "
                    "<select><option value=\"\">all</option>";
  for (Status const status :
       {Status::contradicted, Status::tension, Status::consistent, Status::unbound, Status::unchecked})
    out += fmt::format("<option>{}</option>", name_of(status));
  out += "</select></label> <output></output></div>\n<div class=\"wide\"><table class=\"ledger\"><caption>Every claim, "
         "and every name that was looked up, in reading order</caption><thead><tr>"
         "<th scope=\"col\">where</th><th scope=\"col\">kind</th><th scope=\"col\">claim</th><th "
         "scope=\"col\">reading</th><th scope=\"col\">of</th>"
         "<th scope=\"col\">said by</th><th scope=\"col\">status</th><th scope=\"col\">checked against</th><th "
         "scope=\"col\" data-fixed>checked by</th></tr></thead><tbody>\n";
  for (LedgerRow const& row : ledger) {
    if (!is_listed(report, row.claim)) continue;
    std::string const anchor = row_anchor(file, row);
    out += fmt::format("<tr id=\"row-{0}\" data-status=\"{1}\"><td data-key=\"{2:08}\"><a "
                       "href=\"#{0}\">{3}:{4}</a></td><td>{5}</td><td>{6}</td><td>{7}</td><td>{8}</td><td>{9}</td>",
                       anchor, name_of(row.state), row.span.begin, row.place.start.line, row.place.start.column,
                       xml_escaped(row.kind), xml_escaped(row.words), xml_escaped(row.reading),
                       xml_escaped(row.subject), xml_escaped(row.speaker));
    std::string const reason = row.evidence.empty() && row.state == Status::unchecked ? row.status : std::string{};
    std::string against = xml_escaped(joined(row.checks, "; ") + reason);
    for (std::string const& line : row.evidence) against += "<span class=\"said\">" + xml_escaped(line) + "</span>";
    out += fmt::format("<td class=\"s-{}\">{}</td><td>{}</td><td><input type=\"checkbox\" aria-label=\"{} checked by "
                       "hand\"></td></tr>\n",
                       name_of(row.state), status_label(row.state), against, xml_escaped(row.words));
  }
  return out + "</tbody></table></div>\n";
}

std::string html_sources(FileReport const& report) {
  std::set<std::string> lines;
  auto add = [&](std::vector<SourceCitation> const& sources) {
    for (SourceCitation const& source : sources) {
      std::string line = xml_escaped(source.source);
      bool const web = source.url.substr(0, 8) == "https://" || source.url.substr(0, 7) == "http://";
      if (web) line = fmt::format("<a href=\"{}\">{}</a>", xml_escaped(source.url), line);
      if (!source.licence.empty()) line += ", " + xml_escaped(source.licence);
      if (!source.as_of.empty()) line += ", as of " + xml_escaped(source.as_of);
      lines.insert(line);
    }
  };
  for (Reported const& found : report.findings) add(found.finding.sources);
  for (Agreement const& agreement : report.agreements) add(agreement.sources);
  for (SourceVerdict const& said : report.sources)
    if (!said.citation.source.empty()) add({said.citation});
  std::string out;
  for (std::string const& line : lines) out += "<li>" + line + "</li>";
  return out.empty() ? out : "<ul>" + out + "</ul>\n";
}

std::string rule_anchor(std::string_view rule) { return "rule-" + xml_escaped(rule); }

std::string html_rules(Report const& report) {
  std::set<std::string_view> found;
  for (FileReport const& file : report.files)
    for (Reported const& each : file.findings) found.insert(each.finding.rule);
  if (found.empty()) return {};
  std::string out = "<section aria-labelledby=\"rules\"><h2 id=\"rules\">Rules that found something</h2>\n";
  for (std::string_view const id : found) {
    auto const rule =
        std::find_if(report.rules.begin(), report.rules.end(), [&](RuleInfo const& each) { return each.id == id; });
    out += fmt::format("<h3 id=\"{}\">{}</h3>\n", rule_anchor(id), xml_escaped(id));
    if (rule == report.rules.end()) continue;
    out += fmt::format("<p><b>{}.</b></p>\n", xml_escaped(rule->title));
    std::string_view text = rule->explain;
    while (!text.empty()) { // paragraphs; the words are written to be read as they stand
      std::size_t const end = std::min(text.find("\n\n"), text.size());
      out += fmt::format("<p>{}</p>\n", xml_escaped(text.substr(0, end)));
      text.remove_prefix(std::min(text.size(), end + 2));
    }
    if (std::string const url = rule_url(id); !url.empty())
      out += fmt::format("<p><a href=\"{}\">Its page</a></p>\n", xml_escaped(url));
  }
  return out + "</section>\n";
}

std::string html_sign_off() {
  return "<div class=\"sign\"><div>Checked by</div><div>Date</div><div>Signature</div></div>\n";
}

} // namespace claimcheck::report
