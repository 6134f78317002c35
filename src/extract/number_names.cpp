#include "extract/number_names.hpp"

#include "extract/left_context.hpp"
#include "extract/subject.hpp"

namespace claimcheck::extract {
namespace {

using grammar::TextContext;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char const* digits_end(char const* p, char const* last) {
  while (p != last && is_digit(*p)) ++p;
  return p;
}

/// An apostrophe or quotation mark, plain or typographic.
bool is_quote(char const* p, char const* last) {
  if (p == last) return false;
  return *p == '"' || *p == '\'' ||
         (last - p > 2 && p[0] == '\xE2' && p[1] == '\x80' && (p[2] == '\x99' || p[2] == '\x9D'));
}

/// ".22", ".38", a ".357 Magnum": the bore of a gun. Batting averages have three digits and no such noun.
bool is_calibre(TextContext const& text, char const* at, char const* end) {
  if (*at != '.') return false;
  if (contains(text.lexicon->words("gun noun"), word_after(text, *end == '-' ? end + 1 : end))) return true;
  if (end - at != 3) return false;
  std::string_view const bore(at + 1, 2);
  for (std::string_view const known : {"22", "25", "30", "32", "38", "40", "44", "45", "50"})
    if (bore == known) return true;
  return false;
}

} // namespace

bool is_airliner(char const* at, char const* end) { return end - at == 3 && at[0] == '7' && at[2] == '7'; }

char const* name_list_end(TextContext const& text, char const* end) {
  for (;;) {
    char const* p = end;
    bool const comma = p != text.end && *p == ',';
    if (comma) ++p;
    if (p == text.end || *p != ' ') return end;
    ++p;
    for (std::string_view const joint : {"and ", "or ", "to ", "through "}) {
      if (std::string_view(p, static_cast<std::size_t>(text.end - p)).starts_with(joint)) {
        p += joint.size();
        break;
      }
      if (joint == "through " && !comma) return end;
    }
    char const* const stop = digits_end(p, text.end);
    if (stop == p || stop - p > 4 || !word_ends(stop, text.end)) return end;
    // "Flights 101, 102 were late" but not "Routes 1 and 9 people", "3 and 4.5", "Rules 3, 1,000".
    if (stop != text.end && (*stop == '%' || *stop == '.' || *stop == ',') && stop + 1 != text.end && is_digit(stop[1]))
      return end;
    if (stop != text.end && (*stop == '%' || *stop == '-' || *stop == '/' || *stop == ':')) return end;
    end = stop;
  }
}

bool is_code_number(TextContext const& text, char const* at, char const* end) {
  if (at == text.begin || at[-1] != ' ' || !is_digit(*at) || text.title_case) return false;
  auto const word = word_before(text, at);
  if (word.size() < 2 || word.size() > 5 || word.data() + word.size() + 1 != at) return false;
  for (char const* p = word.data(); p != word.data() + word.size(); ++p)
    if (!text.capital(p)) return false;
  for (char const* p = at; p != end; ++p)
    if (!is_digit(*p) && *p != '.') return false; // "FBI 1,200"
  // In a line of capitals every word looks so.
  auto const next = word_after(text, end);
  return next.size() < 2 || !text.capital(next.data() + 1);
}

char const* dialled_number_end(TextContext const& text, char const* at) {
  auto const rest = [&](char const* p) { return std::string_view(p, static_cast<std::size_t>(text.end - p)); };
  if (char const* const code = digits_end(at, text.end); code - at < 4 && at != text.begin) {
    char const* const local = digits_end(code + (text.end - code > 1 ? 2 : 0), text.end);
    bool const area = at[-1] == '(' && code - at == 3 && rest(code).starts_with(") ") && local - code == 5;
    if (area && text.end - local > 4 && *local == '-') return digits_end(local + 1, text.end); // (212) 555-0147
    if (at[-1] == '+') {                                                                       // +44 20 7946 0958
      char const* p = code;
      int groups = 0;
      while (text.end - p > 1 && (*p == ' ' || *p == '-') && is_digit(p[1])) {
        p = digits_end(p + 1, text.end);
        ++groups;
      }
      if (groups > 1) return p;
    }
  }
  if (*at != '0' || at + 1 == text.end || !is_digit(at[1])) return nullptr;
  char const* p = digits_end(at, text.end);
  while (text.end - p > 1 && (*p == ' ' || *p == '-') && is_digit(p[1])) {
    char const* const group = digits_end(p + 1, text.end);
    if (group - p < 3 || !word_ends(group, text.end)) break;
    p = group;
  }
  return p;
}

bool is_named_thing(TextContext const& text, char const* at, char const* end) {
  if (at == text.begin) return false;
  if (!is_digit(*at)) return end != text.end && is_calibre(text, at, end);
  auto const before = word_before(text, at);
  bool const bare =
      end == text.end || *end != ' ' || contains(*text.lexicon->figure_words.noun_stop, word_after(text, end));
  if (is_airliner(at, end) && bare &&
      (before == "the" || before == "a" || before == "its" || before == "new" || before == "of" ||
       (before == "and" && at[-1] == ' ')))
    return true;
  if (is_airliner(at, end) && contains(text.lexicon->words("airliner noun"), word_after(text, end))) return true;
  if (before == "the" && contains(text.lexicon->words("road noun"), word_after(text, end))) return true;
  // A title in quotation marks that ends with the number.
  return at[-1] == ' ' && is_quote(end, text.end) && !before.empty() && text.capital(before.data()) &&
         before.data() != text.begin;
}

bool inside_token(TextContext const& text, char const* at) {
  if (at == text.begin) return false;
  char const c = at[-1];
  if (is_word_byte(c) && !(at - text.begin >= 3 && at[-3] == '\xE2' && at[-2] == '\x80') &&
      static_cast<unsigned char>(c) < 0x80)
    return true;
  if (c == '"' && at - text.begin >= 2 && at[-2] == '=') return true;        // an attribute of markup
  if (c == '+' && at - text.begin >= 2 && is_word_byte(at[-2])) return true; // MACS J1149.5+2223
  if (c == '#' || c == '@' || c == '_' || c == '\\' || c == '=' || c == '^') return true;
  if (c == '-' && at - text.begin >= 2 && is_word_byte(at[-2]) && is_digit(*at))               // Covid-19, 22-cv-01234
    return at - text.begin < 4 || std::string_view(at - 4, 4) != "-by-";                       // but 12-by-15-foot
  if (c == '-' && at - text.begin >= 5 && std::string_view(at - 5, 5) == "-for-") return true; // a three-for-two split
  if (c == '.' && at - text.begin >= 2 && is_word_byte(at[-2])) return true; // v2.5 read from the middle
  if (c == '/' && at - text.begin >= 2 && (is_word_byte(at[-2]) || at[-2] == '/')) return true;
  return false;
}

bool short_year(TextContext const& text, char const* at) {
  bool const typographic = at - text.begin >= 3 && at[-3] == '\xE2' && at[-2] == '\x80' && at[-1] == '\x99';
  char const* const mark = typographic ? at - 3 : at - 1;
  if (at == text.begin || (!typographic && *mark != '\'')) return false;
  if (mark != text.begin && mark[-1] != ' ' && mark[-1] != '(') return false;
  if (text.end - at < 2 || !is_digit(at[0]) || !is_digit(at[1])) return false;
  char const* p = at + 2;
  if (p == text.end || *p == ',' || *p == '.' || *p == ';' || *p == ')') return true;
  return *p == ' ' && p + 1 != text.end && text.capital(p + 1);
}

bool is_name_number(TextContext const& text, char const* at) {
  if (at == text.begin || at[-1] != ' ') return false;
  auto const before = word_before(text, at);
  if (before.empty() || !text.capital(before.data()) || sentence_may_begin(text, before.data())) return false;
  FigureWords const& words = text.lexicon->figure_words;
  return !text.title_case || !(contains(*words.headline_verb, before) || contains(*words.noun_stop, before));
}

bool is_firm(TextContext const& text, char const* at, char const* end) {
  return end - at == 2 && *at == '3' && *text.original(at + 1) == 'M' &&
         counted_noun(text, end, false).subject.head.empty();
}

bool is_preposition_behind(TextContext const& text, char const* end) {
  if (end == text.end || *end != '-') return false;
  auto const word = word_after(text, end + 1);
  if (word == "under" || word == "over") return true; // 14-under, a five-under 67
  char const* const behind = word.data() + word.size();
  return behind != text.end && *behind == '-' && (word == "for" || word == "on" || word == "in" || word == "by");
}

bool is_titled(TextContext const& text, char const* at, Subject const& subject) {
  if (text.title_case || !text.capital(at) || text.capital(at + 1)) return false;
  if (!text.capital(text.folded + subject.phrase.begin) || sentence_may_begin(text, at)) return false;
  char const mark = mark_before(text, at);
  return mark != '(' && mark != '[' && mark != '\'';
}

} // namespace claimcheck::extract
