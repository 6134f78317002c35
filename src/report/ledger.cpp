#include "report/ledger.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "report/claim_json.hpp"

namespace claimcheck::report {
namespace {

std::string digits_of(Decimal value) { return grouped(value.normalized().to_string()); }

std::string interval_words(Article const& article, Claim const& claim) {
  Interval const& interval = claim.figure.interval;
  UnitId const unit = claim.figure.unit;
  if (interval.is_everything()) return "any";
  if (interval.low.unbounded)
    return (interval.high.open ? "under " : "at most ") + with_unit(article, digits_of(interval.high.value), unit);
  if (interval.high.unbounded)
    return (interval.low.open ? "over " : "at least ") + with_unit(article, digits_of(interval.low.value), unit);
  return with_unit(article, digits_of(interval.low.value) + " to " + digits_of(interval.high.value), unit);
}

std::string contest_reading(Claim const& claim) {
  std::string out = digits_of(claim.figure.value) + '-' + digits_of(claim.figure.second);
  if (claim.kind == Kind::record && !claim.figure.third.is_zero()) out += '-' + digits_of(claim.figure.third);
  return out;
}

std::string figure_reading(Article const& article, Claim const& claim) {
  Figure const& figure = claim.figure;
  switch (claim.kind) {
  case Kind::score:
  case Kind::vote:
  case Kind::record:
  case Kind::odds:
    return contest_reading(claim);
  default:
    break;
  }
  Interval const& interval = figure.interval;
  bool const one_sided = interval.low.unbounded != interval.high.unbounded;
  if (!figure.exact_known || one_sided) return interval_words(article, claim);
  std::string out = with_unit(article, digits_of(figure.value), figure.unit);
  if (claim.kind == Kind::percent && figure.unit == no_unit) out += " %";
  if (figure.per != no_unit || figure.per_amount != Decimal(1)) {
    out += " per ";
    if (figure.per_amount != Decimal(1)) out += digits_of(figure.per_amount);
    if (figure.per != no_unit && article.lexicon != nullptr)
      out += (out.back() == ' ' ? "" : " ") + article.lexicon->units[figure.per].name;
  }
  bool const commits_to_more = !interval.is_point() || interval.low.value != figure.value;
  if (commits_to_more && claim.hedge != Hedge::none) out += " (" + interval_words(article, claim) + ')';
  return out;
}

std::string time_reading(Temporal const& time) {
  if (!time.value.empty()) {
    if (time.alternatives.empty()) return time.value;
    return fmt::format("{} ({} readings)", time.value, time.alternatives.size());
  }
  return time.when.known() ? iso_date(time.when.first_day()) : "unresolved";
}

constexpr std::array<std::string_view, 5> verdicts{"unresolved", "unverifiable", "supported", "note", "contradicted"};

bool is_graver(std::string_view a, std::string_view b) {
  auto const weight = [](std::string_view verdict) {
    return std::find(verdicts.begin(), verdicts.end(), verdict) - verdicts.begin();
  };
  return b.empty() || weight(a) > weight(b);
}

std::string check_words(std::string const& rule, std::optional<Computed> const& computed) {
  return computed && !computed->formula.empty() ? rule + ": " + computed->formula : rule;
}

/// Enters what the sources said into the rows of their claims, and as rows of their own where the words are no claim.
void add_source_verdicts(FileReport const& file, Locator& locator, std::vector<LedgerRow>& rows) {
  std::size_t const claims = rows.size();
  std::map<Span, std::size_t> others;
  for (SourceVerdict const& said : file.sources) {
    std::size_t at = said.claim;
    if (said.claim >= claims) {
      auto const [known, fresh] = others.try_emplace(said.span, rows.size());
      at = known->second;
      if (fresh) {
        LedgerRow& row = rows.emplace_back();
        row.span = said.span;
        row.place = locator.locate(said.span);
        row.kind = "name";
        row.words = file.article->document.text(said.span);
        row.checks.push_back(said.rule);
      }
    }
    LedgerRow& row = rows[at];
    SourceCitation const& citation = said.citation;
    if (is_graver(citation.verdict, row.verdict)) row.verdict = citation.verdict;
    row.evidence.push_back(citation.verdict + ": " + citation_words(citation));
    row.sources.push_back(citation.source);
    if (said.claim < claims) continue;
    row.state = row.verdict == "contradicted" ? Status::contradicted
                : row.verdict == "note"       ? Status::tension
                : row.verdict == "supported"  ? Status::consistent
                                              : Status::unchecked;
    row.status = name_of(row.state);
    if (row.state == Status::unchecked) row.status += " (" + row.verdict + ": " + citation.detail + ')';
  }
  std::stable_sort(rows.begin(), rows.end(), [](LedgerRow const& a, LedgerRow const& b) {
    return std::pair(a.span.begin, a.claim) < std::pair(b.span.begin, b.claim);
  });
}

} // namespace

std::string citation_words(SourceCitation const& citation) {
  std::string out = citation.source;
  if (!citation.as_of.empty()) out += fmt::format("{}({})", out.empty() ? "" : " ", citation.as_of);
  if (citation.detail.empty()) return out;
  return out.empty() ? citation.detail : out + ": " + citation.detail;
}

std::string grouped(std::string digits) {
  std::size_t const start = !digits.empty() && digits[0] == '-' ? 1 : 0;
  std::size_t end = digits.find_first_not_of("0123456789", start);
  if (end == std::string::npos) end = digits.size();
  for (std::size_t at = end; at > start + 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string with_unit(Article const& article, std::string const& digits, UnitId unit) {
  if (unit == no_unit || article.lexicon == nullptr) return digits;
  Unit const& entry = article.lexicon->units[unit];
  if (entry.kind == Kind::money && !entry.symbol.empty() && entry.symbol != entry.code) return entry.symbol + digits;
  return digits + ' ' + (entry.symbol.empty() ? entry.code : entry.symbol);
}

std::string reading_of(Article const& article, Claim const& claim) {
  if (claim.kind == Kind::direction) return Decimal::from_double(static_cast<double>(claim.bearing)).to_string() + "°";
  if (claim.time) return time_reading(*claim.time);
  if (is_figure(claim.kind)) return figure_reading(article, claim);
  return {};
}

bool is_unattributed_hard_figure(Claim const& claim) {
  switch (claim.kind) {
  case Kind::percent:
  case Kind::points:
  case Kind::money:
  case Kind::rate:
  case Kind::ratio:
  case Kind::multiplier:
  case Kind::count:
    return claim.attribution == no_id && !claim.guards.quoted;
  default:
    return false;
  }
}

std::vector<LedgerRow> ledger_of(FileReport const& file) {
  std::vector<LedgerRow> rows;
  if (!file.article) return rows;
  Article const& article = *file.article;
  Locator locator(article.document);
  rows.reserve(article.claims.size());
  for (ClaimId i = 0; i < article.claims.size(); ++i) {
    Claim const& claim = article.claims[i];
    LedgerRow row;
    row.claim = i;
    row.span = claim.span;
    row.place = locator.locate(claim.span);
    row.kind = name_of(claim.kind);
    row.words = article.text(claim);
    row.reading = reading_of(article, claim);
    row.hedge = name_of(claim.hedge);
    if (!claim.subject.phrase.empty()) row.subject = article.document.text(claim.subject.phrase);
    if (claim.attribution < article.attributions.size())
      row.speaker = speaker_name(article, article.attributions[claim.attribution]);
    row.state = claim.status;
    row.status = name_of(claim.status);
    if (!claim.reason.empty()) row.status += " (" + claim.reason + ')';
    rows.push_back(std::move(row));
  }
  auto note = [&](ClaimId id, std::string const& words, std::vector<SourceCitation> const& sources) {
    if (id >= rows.size()) return;
    rows[id].checks.push_back(words);
    for (SourceCitation const& source : sources) rows[id].sources.push_back(source.source);
  };
  for (Agreement const& agreement : file.agreements)
    for (ClaimId const id : agreement.claims)
      note(id, check_words(agreement.rule, agreement.computed), agreement.sources);
  for (Reported const& found : file.findings) {
    std::string const words = found.finding.rule + ": " + found.finding.message;
    note(found.primary.claim, words, found.finding.sources);
    for (Located const& place : found.related) note(place.claim, words, found.finding.sources);
  }
  add_source_verdicts(file, locator, rows);
  return rows;
}

bool is_listed(FileReport const& file, ClaimId claim) {
  if (!file.only_unattributed) return true;
  return claim != no_id && is_unattributed_hard_figure(file.article->claims[claim]);
}

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string coverage_words(Coverage const& coverage) {
  std::string out = fmt::format("{}, {} checked against another, {} unbound", counted(coverage.claims, "claim"),
                                coverage.checked(), coverage.unbound);
  if (coverage.unchecked != 0) out += fmt::format(", {} unchecked", coverage.unchecked);
  return out;
}

std::string findings_words(Report const& report) {
  std::string out;
  for (Level const level : {Level::error, Level::warning, Level::note}) {
    std::size_t const n = report.count(level);
    if (n == 0) continue;
    if (!out.empty()) out += ", ";
    out += counted(n, name_of(level));
  }
  std::size_t read = 0, suppressed = 0, unreadable = 0;
  for (FileReport const& file : report.files) {
    (file.readable ? read : unreadable) += 1;
    suppressed += file.suppressed.size();
  }
  if (out.empty()) out = "no findings";
  out += " in " + counted(read, "file");
  if (suppressed != 0) out += fmt::format("; {} suppressed", suppressed);
  if (unreadable != 0) out += fmt::format("; {} could not be read", counted(unreadable, "file"));
  return out;
}

} // namespace claimcheck::report
