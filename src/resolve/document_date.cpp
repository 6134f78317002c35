#include "resolve/document_date.hpp"

#include <algorithm>
#include <array>

#include "extract/temporal.hpp"
#include "resolve/calendar.hpp"
#include "resolve/times.hpp"

namespace claimcheck::resolve {
namespace {

namespace cal = calendar;

/// Years that an undated article is looked for in: since the wire services' datelines took their present form, until
/// the year of the reference data that the program carries. The wall clock is never asked.
constexpr int first_candidate = 1950;
constexpr int last_candidate = 2026;

std::optional<Days> iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  auto const number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    for (std::size_t i = at; i < at + n; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  int const year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return {};
  return cal::day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

struct Dateline {
  std::uint32_t claim = no_id;
  PartialDate date;
};

/// A date at the head of a paragraph that ends in a dash: "March 10 (UPI) --", "LONDON, March 10, 2022 (Reuters) -",
/// "Paris, 3 May —".
bool ends_like_dateline(std::string_view rest) {
  std::size_t const limit = std::min<std::size_t>(rest.size(), 40);
  for (std::size_t i = 0; i < limit; ++i) {
    if (rest[i] == '\n' || rest[i] == '.') return false;
    if (rest.compare(i, 2, "--") == 0) return true;
    if (rest[i] == '-' && i > 0 && rest[i - 1] == ' ') return true;
    if (i + 3 <= rest.size() && rest[i] == '\xE2' && rest[i + 1] == '\x80' &&
        (rest[i + 2] == '\x93' || rest[i + 2] == '\x94'))
      return true;
  }
  return false;
}

Dateline find_dateline(Article const& article, std::vector<TemporalReading> const& readings,
                       std::vector<std::uint32_t> const& reading_of) {
  std::string_view const plain = article.document.plain;
  for (std::size_t i = 0; i < article.claims.size(); ++i) {
    Claim const& claim = article.claims[i];
    if (claim.span.begin > 4000) break; // a dateline stands at the head of the article
    if (reading_of[i] == no_id) continue;
    TemporalReading const& r = readings[reading_of[i]];
    if (r.form != TemporalForm::point || r.range || !r.point.date.has_month() || !r.point.date.has_day()) continue;
    std::uint32_t const region = article.document.region_at(claim.span.begin);
    if (region >= article.document.regions.size()) continue;
    text::Region const& block = article.document.regions[region];
    if (block.kind == text::RegionKind::dateline) return {static_cast<std::uint32_t>(i), r.point.date};
    if (claim.span.begin - block.span.begin > 60) continue;
    std::string_view const before = plain.substr(block.span.begin, claim.span.begin - block.span.begin);
    bool const place =
        std::none_of(before.begin(), before.end(), [](char c) { return c == '.' || c == '"' || c == '?'; });
    if (place &&
        ends_like_dateline(plain.substr(claim.span.end, std::min<std::size_t>(60, block.span.end - claim.span.end))))
      return {static_cast<std::uint32_t>(i), r.point.date};
  }
  return {};
}

/// The weekday of the dateline: of the weekdays that the text names, the one from which the others lie least far back.
std::optional<WeekdayNumber> latest_weekday(std::vector<TemporalReading> const& readings) {
  std::array<bool, 7> named{};
  for (TemporalReading const& r : readings) {
    PartialDate const& d = r.point.date;
    if (r.form == TemporalForm::point && r.frame.anchor == Anchor::none && d.has_weekday() && !d.has_day() &&
        !d.has_month() && r.point.nth == 0 && !r.range)
      named[d.weekday] = true;
  }
  int best = 0, best_sum = INT32_MAX;
  bool tie = false;
  for (int day = 0; day < 7; ++day) {
    if (!named[static_cast<std::size_t>(day)]) continue;
    int sum = 0;
    for (int other = 0; other < 7; ++other)
      if (named[static_cast<std::size_t>(other)]) sum += (day - other + 7) % 7;
    tie = sum == best_sum;
    if (sum < best_sum) best_sum = sum, best = day;
  }
  if (best_sum == INT32_MAX || tie) return {};
  return static_cast<WeekdayNumber>(best);
}

/// Any whole word of `text` is in `words`.
bool has_word_of(PhraseTable<bool> const& words, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    if (words.find(text.substr(at, end - at)) != nullptr) return true;
    at = end + 1;
  }
  return false;
}

/// "began its third week": the number of the week, 0 when nothing says so.
int week_that_begins(Article const& article) {
  std::string_view const folded = article.document.folded;
  std::size_t at = 0;
  for (int found = 0; found < 50; ++found) {
    at = folded.find(" week", at);
    if (at == std::string_view::npos) return 0;
    std::size_t begin = at;
    while (begin > 0 && folded[begin - 1] >= 'a' && folded[begin - 1] <= 'z') --begin;
    if (std::int32_t const* n = article.lexicon->ordinals.find(folded.substr(begin, at - begin))) {
      std::string_view const before = folded.substr(begin > 24 ? begin - 24 : 0, begin > 24 ? 24 : begin);
      if (has_word_of(article.lexicon->calendar.period_openers, before)) return *n;
    }
    at += 5;
  }
  return 0;
}

/// Keeps the candidates that pass, unless none does.
template <class Test>
void narrow(std::vector<Days>& candidates, Test&& test) {
  std::vector<Days> kept;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(kept), test);
  if (!kept.empty()) candidates = std::move(kept);
}

void infer_year(Article const& article, std::vector<TemporalReading> const& readings, PartialDate const& dateline,
                DocumentDate& out) {
  auto const weekday =
      dateline.has_weekday() ? std::optional<WeekdayNumber>(dateline.weekday) : latest_weekday(readings);
  std::vector<Days> candidates;
  for (int year = first_candidate; year <= last_candidate; ++year)
    if (auto const day = cal::day(year, dateline.month, dateline.day);
        day && (!weekday || cal::weekday(*day) == *weekday))
      candidates.push_back(*day);
  if (!weekday) return; // every year would do: nothing is known
  int const week = week_that_begins(article);
  if (week > 1) {
    // The war's third week begins fourteen days after a day that the text names.
    narrow(candidates, [&](Days day) {
      return std::any_of(readings.begin(), readings.end(), [&](TemporalReading const& r) {
        PartialDate const& d = r.point.date;
        if (r.form != TemporalForm::point || d.has_year() || !d.has_month() || !d.has_day()) return false;
        auto start = cal::day(cal::year_of(day), d.month, d.day);
        if (start && *start > day) start = cal::day(cal::year_of(day) - 1, d.month, d.day);
        return start && cal::days_between(*start, day) == 7 * (week - 1);
      });
    });
  }
  // What lies behind is not later than the article.
  int latest_named = 0;
  for (TemporalReading const& r : readings)
    if (r.form == TemporalForm::point && r.point.date.has_year() && r.point.span == Grain::none &&
        r.point.date.year <= last_candidate)
      latest_named = std::max<int>(latest_named, r.point.date.year);
  narrow(candidates, [&](Days day) { return cal::year_of(day) >= latest_named; });
  out.candidates = candidates;
  if (!candidates.empty()) out.day = candidates.back();
}

} // namespace

std::string_view name_of(DateOrigin origin) {
  switch (origin) {
  case DateOrigin::option:
    return "option";
  case DateOrigin::front_matter:
    return "front matter";
  case DateOrigin::metadata:
    return "metadata";
  case DateOrigin::dateline:
    return "dateline";
  case DateOrigin::inferred:
    return "inferred";
  case DateOrigin::none:
    break;
  }
  return "none";
}

std::optional<Days> read_date_text(std::string_view text, Lexicon const& lexicon) {
  if (auto const day = iso_day(text)) return day;
  if (text.size() > 200) return {};
  std::string const plain(text);
  std::string const folded = text::fold(plain);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (at > 0 && is_word_byte(folded[at - 1])) continue;
    if (!is_word_byte(folded[at])) continue;
    grammar::TextContext const context{
        &lexicon, folded.data(), plain.data(), folded.data(), folded.data() + folded.size(), false, {}};
    std::vector<Claim> claims;
    extract::ClaimSlot slot(claims);
    TemporalReading reading;
    char const* const here = folded.data() + at;
    auto const opening = extract::calendar_opening(context, here, family_month | family_weekday);
    if (!extract::read_calendar(context, here, opening, slot, reading)) continue;
    if (reading.form == TemporalForm::point && !reading.point.either_order)
      if (auto const day = cal::day(reading.point.date)) return day;
  }
  return {};
}

DocumentDate find_document_date(Article const& article, std::vector<TemporalReading> const& readings,
                                std::vector<std::uint32_t> const& reading_of, std::string_view date) {
  DocumentDate out;
  out.certain = true;
  if (auto const day = date.empty() ? std::nullopt : read_date_text(date, *article.lexicon)) {
    out.day = day;
    out.origin = DateOrigin::option;
  } else if (auto const stated = article.document.metadata.date.empty()
                                     ? std::nullopt
                                     : read_date_text(article.document.metadata.date, *article.lexicon)) {
    out.day = stated;
    out.origin = article.document.format == text::Format::html ? DateOrigin::metadata : DateOrigin::front_matter;
  }
  Dateline const dateline = find_dateline(article, readings, reading_of);
  if (dateline.claim != no_id) out.span = article.claims[dateline.claim].span;
  if (out.day) return out;
  if (dateline.claim == no_id) return {};
  out.origin = DateOrigin::dateline;
  out.certain = dateline.date.has_year();
  if (dateline.date.has_year())
    out.day = cal::day(dateline.date);
  else
    infer_year(article, readings, dateline.date, out);
  if (!out.certain && out.day) out.origin = DateOrigin::inferred;
  return out;
}

} // namespace claimcheck::resolve
