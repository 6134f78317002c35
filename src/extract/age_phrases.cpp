#include "extract/age_phrases.hpp"

#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "grammars/context.hpp"

namespace claimcheck::extract {
namespace {

using grammar::TextContext;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One to three digits that stand alone, 0 to 122; `end` behind them. -1 for anything else ("6,000", "12.5", "5-year",
/// "21st").
int whole_years(TextContext const& text, char const* at, char const*& end) {
  int value = 0;
  end = at;
  while (end != text.end && is_digit(*end) && end - at < 4) value = value * 10 + (*end++ - '0');
  if (end == at || end - at > 3 || value > 122 || !word_ends(end, text.end)) return -1;
  char const next = text.end - end > 1 ? end[1] : '\0';
  if (end != text.end && (*end == ',' || *end == '.' || *end == ':' || *end == '/') && is_digit(next)) return -1;
  if (end != text.end && (*end == '%' || *end == '-' || *end == '/')) return -1;
  return value;
}

/// A mark or a word that goes on with the sentence stands at `p`: the number before it counts nothing.
bool closes(TextContext const& text, char const* p) {
  if (p == text.end) return true;
  if (*p == ',' || *p == '.' || *p == ';' || *p == ')' || *p == '?' || *p == '!') return true;
  if (*p != ' ') return *p == '\xE2' || *p == '"';
  auto const next = word_after(text, p);
  return next != "percent" && next != "per" && next != "times" && contains(*text.lexicon->figure_words.noun_stop, next);
}

/// Where the list of numbers to which the one at `at` belongs begins: "5" of "5 and 9", "2, 5 and 9"; `at` where it
/// stands alone.
char const* list_begin(TextContext const& text, char const* at) {
  char const* first = at;
  for (char const* p = at; p != text.begin && at - p < 60;) {
    char const c = p[-1];
    if (c == ' ' || c == ',') {
      --p;
    } else if (is_digit(c)) {
      while (p != text.begin && is_digit(p[-1])) --p;
      first = p;
    } else {
      auto const word = word_before(text, p);
      if (word != "and" && word != "or") break;
      p = word.data();
    }
  }
  return first;
}

/// "her son, 6,", "the couple's daughters, 9 and 11,", "twin sisters, both 19,".
bool of_kin(TextContext const& text, char const* at, char const* end) {
  bool const marked = end == text.end || *end == ',' || *end == ';' || *end == ')' || *end == '.' ||
                      (*end == ' ' && word_after(text, end) == "and");
  if (!marked || at == text.begin || at[-1] != ' ') return false;
  char const* p = list_begin(text, at);
  if (auto const both = word_before(text, p); both == "both" || both == "all") p = both.data();
  while (p != text.begin && p[-1] == ' ') --p;
  if (p == text.begin || p[-1] != ',') return false;
  auto const person = word_before(text, p - 1);
  return contains(text.lexicon->words("kin"), person) || contains(text.lexicon->words("person title"), person);
}

/// "ages 2, 5 and 9", "aged 9 and 11": numbers, commas and "and" back to the word.
bool in_list_of_ages(TextContext const& text, char const* at) {
  char const* const first = list_begin(text, at);
  return first != at && contains(*text.lexicon->figure_words.age_before, word_before(text, first));
}

/// "the average age is 43", "a median age of 38", "whose age was 17".
bool of_an_age(TextContext const& text, char const* at) {
  auto const verb = word_before(text, at);
  if (verb != "is" && verb != "was" && verb != "of" && verb != "at") return false;
  auto const noun = word_before(text, verb.data());
  return noun == "age";
}

/// "a boy of 12", "a woman of 83": one person.
bool of_a_person(TextContext const& text, char const* at) {
  auto const of = word_before(text, at);
  if (of != "of") return false;
  return contains(text.lexicon->words("one person"), word_before(text, of.data()));
}

/// "16 and 17-year-olds", "2- or 3-year-old" is read as a range; "16, 17 and 18-year-olds".
bool before_an_age(TextContext const& text, char const* end) {
  char const* p = end;
  for (int numbers = 0; numbers < 4; ++numbers) {
    bool const comma = p != text.end && *p == ',';
    if (comma) ++p;
    if (p == text.end || *p != ' ') return false;
    auto const joint = word_after(text, p);
    bool const joined = joint == "and" || joint == "or";
    if (!comma && !joined) return false; // "2 6-year-olds"
    p = joined ? joint.data() + joint.size() : p;
    if (p == text.end || *p != ' ') return false;
    ++p;
    char const* const digits = p;
    while (p != text.end && is_digit(*p) && p - digits < 3) ++p;
    if (p == digits) return false;
    std::string_view const rest(p, static_cast<std::size_t>(text.end - p));
    if (rest.starts_with("-year-old") || rest.starts_with(" year old") || rest.starts_with(" years old")) return true;
  }
  return false;
}

/// "The striker, 24, was hurt", "Stone, now 58, said": between a noun or name and the verb that goes on with it.
bool before_a_verb(TextContext const& text, char const* at, char const* end) {
  if (end == text.end || at - text.begin < 4 || at[-1] != ' ') return false;
  auto const now = word_before(text, at);
  bool const told = now == "now";
  char const* comma = told ? now.data() : at;
  while (comma != text.begin && comma[-1] == ' ') --comma;
  if (comma == text.begin || comma[-1] != ',') return false;
  if (told) return closes(text, end) || *end == ':';
  if (*end != ',') return false;
  auto const noun = word_before(text, comma - 1);
  if (noun.size() < 2 || noun.back() == 's' || contains(*text.lexicon->figure_words.level_word, noun) ||
      contains(*text.lexicon->figure_words.noun_stop, noun) || text.lexicon->number_words.find(noun) != nullptr ||
      text.lexicon->ordinals.find(noun) != nullptr)
    return false;
  if (grammar::detail::gate_families(noun.data(), text.end, text) & (family_month | family_weekday)) return false;
  return contains(text.lexicon->words("behind age in brackets"), word_after(text, end + 1));
}

/// "when she was 5, he left".
bool when_she_was(TextContext const& text, char const* at) {
  auto const was = word_before(text, at);
  if (was != "was") return false;
  auto const pronoun = word_before(text, was.data());
  if (pronoun != "he" && pronoun != "she" && pronoun != "i") return false;
  return word_before(text, pronoun.data()) == "when";
}

/// "At 29, he is the youngest": the clause's subject is the person.
bool at_the_age(TextContext const& text, char const* at, char const* end) {
  auto const preposition = word_before(text, at);
  if (preposition != "at" || end == text.end || *end != ',') return false;
  auto const next = word_after(text, end + 1);
  return (next == "he" || next == "she") && sentence_may_begin(text, preposition.data());
}

/// "18-to-24 age group", "the 16-24 age bracket": the second number's end; null when it is none.
char const* age_group_end(TextContext const& text, char const* at, int& low, int& high) {
  char const* p = at;
  low = 0;
  while (p != text.end && is_digit(*p) && p - at < 3) low = low * 10 + (*p++ - '0');
  char const* q = grammar::detail::dash(p, text.end, text);
  if (p == at || q == nullptr) return nullptr;
  if (text.end - q > 3 && std::string_view(q, 3) == "to-") q += 3;
  high = whole_years(text, q, p);
  if (high <= low || p == text.end || *p != ' ') return nullptr;
  auto const next = word_after(text, p);
  if (next != "age") return nullptr;
  return contains(text.lexicon->words("age group"), word_after(text, next.data() + next.size())) ? p : nullptr;
}

} // namespace

bool state_age(TextContext const& text, int value, Hedge hedge, char const* begin, char const* number, char const* end,
               ClaimSlot& slot) {
  Claim& claim = slot.open();
  claim.kind = Kind::age;
  claim.figure.unit = text.lexicon->units.find("a").value_or(no_unit);
  set_value(claim, Decimal{value}, hedge);
  if (hedge == Hedge::none)
    claim.figure.interval = {Bound::closed_at(Decimal{value}), Bound::open_at(Decimal{value + 1})};
  claim.span = {text.offset(begin), text.offset(end)};
  claim.core = {text.offset(number), text.offset(end)};
  return true;
}

bool read_told_age(TextContext const& text, char const* at, ClaimSlot& slot) {
  char const* end = at;
  int low = 0, high = 0;
  if (char const* const group = age_group_end(text, at, low, high)) {
    state_age(text, low, Hedge::none, at, at, group, slot);
    Figure& figure = slot.open().figure;
    figure.range = true;
    figure.second = Decimal{high};
    figure.interval = Interval::between(Decimal{low}, Decimal{high});
    return true;
  }
  int const value = whole_years(text, at, end);
  if (value < 0 || at == text.begin || (at[-1] != ' ' && at[-1] != '(')) return false;
  bool const told =
      (value > 0 && of_kin(text, at, end)) ||
      (closes(text, end) &&
       (in_list_of_ages(text, at) || (value > 1 && of_an_age(text, at)) || (value > 1 && of_a_person(text, at)))) ||
      (value > 0 && before_an_age(text, end)) || (value > 9 && before_a_verb(text, at, end)) ||
      (value > 1 && closes(text, end) && when_she_was(text, at)) || (value > 9 && at_the_age(text, at, end));
  return told && state_age(text, value, Hedge::none, at, at, end, slot);
}

bool read_age_limit(TextContext const& text, char const* at, ClaimSlot& slot) {
  auto const word = word_after(text, at);
  if (word != "over" && word != "under") return false;
  char const* const number = at + word.size() + 1;
  if (text.end - number < 1 || !is_digit(*number)) return false;
  char const* end = number;
  int const value = whole_years(text, number, end);
  if (value < 1 || !closes(text, end)) return false;
  if (!contains(text.lexicon->words("people noun"), word_before(text, at))) return false;
  return state_age(text, value, word == "over" ? Hedge::more_than : Hedge::less_than, at, number, end, slot);
}

} // namespace claimcheck::extract
