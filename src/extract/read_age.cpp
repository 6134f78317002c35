// Ages that no "-year-old" marks: apposition, decades of life, age groups, birthdays.
#include "claim/commitment.hpp"
#include "extract/age_phrases.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "grammars/age.hpp"

namespace claimcheck::extract {
namespace {

using grammar::TextContext;

UnitId years(TextContext const& text) { return text.lexicon->units.find("a").value_or(no_unit); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number in up to `most` digits at `p`, which moves behind them; 0 where none stands.
int digits_at(TextContext const& text, char const*& p, int most) {
  int value = 0;
  for (int n = 0; n < most && p != text.end && is_digit(*p); ++n) value = value * 10 + (*p++ - '0');
  return value;
}

/// "her father, Douglas,": the comma before a name ends at `at`, a word for kin before it.
bool of_kin_named(TextContext const& text, char const* at) {
  if (at == text.begin || at[-1] != ',') return false;
  auto const person = word_before(text, at - 1);
  return contains(text.lexicon->words("kin"), person) || contains(text.lexicon->words("person title"), person);
}

/// Two capitalised words, or a title or initial and one, end before `at`: "John Smith", "Mr. Smith". Lists of places
/// and months have one word only; a lone capitalised word counts when a sentence begins with it.
bool name_ends(TextContext const& text, char const* at) {
  auto const surname = word_before(text, at);
  if (surname.size() < 2 || !text.capital(surname.data()) || surname.data() + surname.size() != at) return false;
  if (grammar::detail::gate_families(surname.data(), text.end, text) & (family_month | family_weekday)) return false;
  char const* p = surname.data();
  if (p == text.begin) return true;
  if (p[-1] != ' ' && p[-1] != '-' && p[-1] != '\'') return false;
  if (p[-1] == ' ' && sentence_may_begin(text, p)) return true;
  while (p != text.begin && (*(p - 1) == ' ' || *(p - 1) == '.')) --p;
  auto const before = word_before(text, p);
  if (before.empty()) return of_kin_named(text, p);
  if (before == "and" && before.data() - text.begin > 3 && is_digit(before.data()[-3])) return true; // Bob, 7, and Sue,
  return text.capital(before.data()) || contains(text.lexicon->words("name particle"), before) ||
         contains(text.lexicon->words("kin"), before) || contains(text.lexicon->words("person title"), before);
}

/// ", 45," ", 45." ", 45 --" behind a name.
bool apposition(TextContext const& text, char const* at, ClaimSlot& slot) {
  if (at - text.begin < 4 || at[-1] != ' ' || at[-2] != ',') return false;
  char const* p = at;
  int const value = digits_at(text, p, 3);
  if (p == at || value == 0 || value > 122) return false;
  bool const closed =
      p == text.end || *p == ',' || *p == ';' || *p == ')' || (*p == '.' && (p + 1 == text.end || p[1] == ' ')) ||
      (text.end - p > 3 && p[0] == ' ' && (p[1] == '-' || p[1] == '\xE2')) || word_after(text, p) == "and" ||
      word_after(text, p) == "who" || word_after(text, p) == "of" || word_after(text, p) == "was";
  if (!closed) return false;
  if (*p == ',' && text.end - p > 1 && p[1] != ' ') return false; // 45,000
  if (!name_ends(text, at - 2)) return false;
  return state_age(text, value, Hedge::none, at, at, p, slot);
}

/// "Tom Hill (34) from Leeds", "the accused, Stone (52), was held": a name before the bracket and, behind it, what
/// goes on about a person. Games and tables give minutes and numbers so.
bool in_brackets(TextContext const& text, char const* at, ClaimSlot& slot) {
  if (at - text.begin < 6 || at[-1] != '(' || at[-2] != ' ') return false;
  char const* p = at;
  int const value = digits_at(text, p, 3);
  if (value < 10 || value > 110 || p == text.end || *p != ')') return false;
  bool const comma = p + 1 != text.end && p[1] == ',';
  auto const next = word_after(text, p + (comma ? 2 : 1));
  if (!contains(text.lexicon->words(comma ? "behind age in brackets and comma" : "behind age in brackets"), next))
    return false;
  if (!name_ends(text, at - 2)) return false;
  return state_age(text, value, Hedge::none, at, at, p, slot);
}

/// "Stone was just 28 and", "Stone is 45.": a name, a form of to be, a number that stands alone.
bool predicate(TextContext const& text, char const* at, ClaimSlot& slot) {
  char const* p = at;
  int const value = digits_at(text, p, 3);
  if (value < 10 || value > 122 || (p != text.end && is_digit(*p))) return false;
  bool const closed = p == text.end || ((*p == '.' || *p == ',' || *p == ';') && (p + 1 == text.end || p[1] == ' ')) ||
                      (*p == ' ' && contains(*text.lexicon->figure_words.age_after, word_after(text, p)));
  if (!closed) return false;
  auto word = word_before(text, at);
  bool const softened = word == "just" || word == "only" || word == "still" || word == "already";
  if (softened) word = word_before(text, word.data());
  if (word != "is" && word != "was" && word != "turned" && word != "turns") return false;
  auto const name = word_before(text, word.data());
  // Without "just" a measure might be meant ("The Dow was 45,"): a full name must stand there.
  bool const pronoun = contains(*text.lexicon->figure_words.noun_stop, name); // "It is 12 in the afternoon"
  bool const known = name.size() > 1 && text.capital(name.data()) && !pronoun &&
                     (softened || word == "turned" || word == "turns" || name_ends(text, name.data() + name.size()));
  if (!known) return false;
  return state_age(text, value, Hedge::none, at, at, p, slot);
}

/// "died at 81.", "married at 19 and": a number that stands alone behind "at" in the telling of a life.
bool at_age(TextContext const& text, char const* at, ClaimSlot& slot) {
  auto const preposition = word_before(text, at);
  if (preposition != "at") return false;
  auto const before = word_before(text, preposition.data());
  bool const dead = before == "dead" && before.data() != text.begin && text.capital(before.data()) &&
                    name_ends(text, before.data() - 1);                                // Moody Dead at 85
  if (!dead && contains(*text.lexicon->figure_words.level_word, before)) return false; // "putting the toll at 40"
  char const* p = at;
  int const value = digits_at(text, p, 4);
  if (value < 3 || value > 110) return false;
  bool const closed = p == text.end || ((*p == '.' || *p == ',' || *p == ';') && (p + 1 == text.end || p[1] == ' ')) ||
                      (*p == ' ' && contains(*text.lexicon->figure_words.noun_stop, word_after(text, p)));
  if (!closed || word_after(text, p) == "percent" || word_after(text, p) == "per") return false;
  if (!dead && !near_word(text, at, text.end, text.lexicon->words("age deed"), 48)) return false; // on the left alone
  return state_age(text, value, Hedge::none, at, at, p, slot);
}

/// The word before "40s" that ends before `at`; empty where no decade does.
std::string_view behind_decade(TextContext const& text, char const* at) {
  while (at != text.begin && at[-1] == ' ') --at;
  if (at - text.begin < 4 || at[-1] != 's' || at[-2] != '0' || !is_digit(at[-3]) || at[-4] != ' ') return {};
  return word_before(text, at - 3);
}

/// A look ahead that spares the grammar: digits need "s" or an ordinal's ending and "birthday", hedges a hyphen or
/// digits.
bool may_be_age(TextContext const& text, char const* at) {
  if (is_digit(*at)) {
    char const* p = at;
    while (p != text.end && is_digit(*p)) ++p;
    if (p == text.end) return false;
    if (*p == 's' || *p == '\'' || *p == '\xE2') return true;
    return *p >= 'a' && *p <= 'z' && text.end - p > 4 && p[2] == ' ' && p[3] == 'b';
  }
  std::size_t const n = leading_letters(at, text.end);
  if (text.lexicon->ordinals.find({at, n}) != nullptr) return word_after(text, at + n) == "birthday";
  if (*at == 'o' || *at == 'u') { // over-65s, under 18s
    char const* p = at + n;
    return p != text.end && text.end - p > 2 && is_digit(p[1]);
  }
  return true;
}

/// "between ages 8 and 12": takes the second number at `p`; the end of what was read.
char const* second_age(TextContext const& text, char const* p, grammar::AgeReading& reading) {
  auto const joint = word_after(text, p);
  if (joint != "and") return p;
  char const* end = joint.data() + joint.size() + 1;
  int value = 0;
  char const* const digits = end;
  while (end < text.end && is_digit(*end) && end - digits < 3) value = value * 10 + (*end++ - '0');
  if (end <= digits || !(Decimal{value} > reading.low)) return p;
  reading.range = true;
  reading.high = Decimal{value};
  return end;
}

} // namespace

bool read_age(TextContext const& text, char const* at, ClaimSlot& slot) {
  using namespace grammar;
  if (is_digit(*at) && (apposition(text, at, slot) || in_brackets(text, at, slot) || predicate(text, at, slot) ||
                        at_age(text, at, slot)))
    return true;
  if (is_digit(*at) ? read_told_age(text, at, slot) : (*at == 'o' || *at == 'u') && read_age_limit(text, at, slot))
    return true;
  if (!may_be_age(text, at)) return false;
  AgeReading reading;
  context const ctx{text};
  char const* p = at;
  if (!age.parse(p, text.end, ctx, x3::unused, reading)) return false;
  if (!reading.range && !reading.decade && word_before(text, at) == "between") p = second_age(text, p, reading);
  Claim& claim = slot.open();
  claim.kind = Kind::age;
  claim.figure.unit = years(text);
  if (reading.decade) { // "in his 90s": his, her, their must stand before
    char const* left = at;
    auto word = word_before(text, left);
    bool const joined = word == "and" || word == "or" || word == "to"; // in their 40s and 50s
    if (word == "early" || word == "mid" || word == "late")
      word = word_before(text, word.data());
    else if (joined)
      word = behind_decade(text, word.data());
    else if (left != text.begin && left[-1] == '-') { // mid-30s
      word = word_before(text, left - 1);
      if (word == "mid") word = word_before(text, word.data());
    }
    if (!contains(text.lexicon->words("possessive"), word)) return false;
    char const* begin = joined ? at : word.data() + word.size();
    while (begin != at && *begin == ' ') ++begin;
    auto const modifier = word_after(text, begin);
    Decimal low = reading.low, high = reading.low + Decimal{10};
    if (modifier == "early") high = reading.low + Decimal{4};
    if (modifier == "mid") {
      low = reading.low + Decimal{3};
      high = reading.low + Decimal{7};
    }
    if (modifier == "late") low = reading.low + Decimal{6};
    if (reading.low == Decimal{13}) high = Decimal{20};
    claim.figure.range = true;
    claim.figure.interval = {Bound::closed_at(low), Bound::closed_at(high - Decimal{1})};
    claim.figure.value = low;
    claim.figure.second = high - Decimal{1};
    claim.span = {text.offset(begin), text.offset(p)};
    claim.core = claim.span;
    return true;
  }
  if (reading.range) {
    claim.figure.range = true;
    claim.figure.value = reading.low;
    claim.figure.second = reading.high;
    claim.figure.interval = Interval::between(reading.low, reading.high);
    claim.hedge = reading.hedge;
  } else {
    if (reading.low > Decimal{150} || !reading.low.is_integer()) return false;
    set_value(claim, reading.low, reading.hedge);
    if (reading.hedge == Hedge::none) // 45 from the 45th birthday to the day before the 46th
      claim.figure.interval = {Bound::closed_at(reading.low), Bound::open_at(reading.low + Decimal{1})};
  }
  claim.figure.written_as_words = reading.words;
  // "she was 28": the pronoun is the context, not the claim.
  bool const bare = reading.hedge == Hedge::none && word_after(text, at) != "aged" && word_after(text, at) != "age" &&
                    word_after(text, at) != "ages";
  claim.span = {text.offset(bare ? reading.number_begin : at), text.offset(p)};
  claim.core = {text.offset(reading.number_begin), text.offset(p)};
  return true;
}

} // namespace claimcheck::extract
