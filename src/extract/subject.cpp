#include "extract/subject.hpp"

#include "base/hash.hpp"
#include "extract/left_context.hpp"

namespace claimcheck::extract {
namespace {

/// A word with inner hyphens and apostrophes: "half-brothers", "people's".
char const* word_end_at(char const* p, char const* last) {
  while (p != last) {
    p += leading_letters(p, last);
    if (p == last) break;
    if (is_word_byte(*p) && !(*p == '\xE2' && word_ends(p, last))) {
      ++p;
    } else if ((*p == '-' || *p == '\'') && p + 1 != last && *(p + 1) >= 'a' && *(p + 1) <= 'z') {
      ++p;
    } else if (last - p > 3 && p[0] == '\xE2' && p[1] == '\x80' && p[2] == '\x99' && p[3] >= 'a' && p[3] <= 'z') {
      p += 3;
    } else {
      break;
    }
  }
  return p;
}

bool looks_plural(Lexicon const& lexicon, std::string_view word) {
  if (word.size() < 3) return false;
  if (lexicon.is_irregular_plural(word)) return true;
  if (word.size() > 5 && word.ends_with("men")) return word != "specimen" && word != "regimen" && word != "abdomen";
  if (word.back() != 's' || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return false;
  return !word.ends_with("'s") && !word.ends_with("\x99s");
}

} // namespace

CountedNoun counted_noun(grammar::TextContext const& text, char const* at, bool singular_allowed) {
  Lexicon const& lexicon = *text.lexicon;
  WordClass const& stops = *lexicon.figure_words.noun_stop;
  WordClass const& invariant = *lexicon.figure_words.count_invariant;
  CountedNoun out;
  bool const hyphen = at != text.end && *at == '-';
  char const* p = hyphen ? at + 1 : at;
  if (!hyphen && (p == text.end || *p != ' ')) return out;
  Span head{}, last_word{};
  char const* begin = nullptr;
  for (int n = 0; n < 6; ++n) {
    while (p != text.end && *p == ' ') ++p;
    if (p == text.end || leading_letters(p, text.end) == 0) break;
    char const* const stop = word_end_at(p, text.end);
    std::string_view const word(p, static_cast<std::size_t>(stop - p));
    if (contains(stops, word)) {
      // "12 more people", "three earlier rounds": the stop words that may stand before the noun
      if (n > 0 || hyphen || singular_allowed || stop == text.end || *stop != ' ' ||
          !contains(*lexicon.figure_words.count_prefix, word))
        break;
      p = stop;
      continue;
    }
    bool const plural = looks_plural(lexicon, word) || contains(invariant, word);
    if (!head.empty() && !plural) break; // the first run of plurals is the head: "12 people laughing"
    if (begin == nullptr) begin = p;
    last_word = {text.offset(p), text.offset(stop)};
    if (plural) head = last_word;
    p = stop;
    if (hyphen || p == text.end || *p != ' ') break;
  }
  if (head.empty() && (hyphen || singular_allowed)) head = last_word;
  if (head.empty()) return out;
  out.subject.head = head;
  out.subject.phrase = {text.offset(begin), head.end};
  std::string_view const noun(text.folded + head.begin, head.size());
  out.subject.key = fnv1a(lexicon.singular(noun));
  out.end = text.folded + head.end;
  return out;
}

bool is_definite(grammar::TextContext const& text, char const* at) {
  return contains(*text.lexicon->figure_words.definite, word_before(text, at));
}

} // namespace claimcheck::extract
