#include "resolve/resolve.hpp"

#include <bitset>
#include <utility>

#include "base/find_byte.hpp"

namespace claimcheck::resolve {

void place_claims(Article& article, extract::Extraction&& extraction) {
  std::vector<Span> spans;
  spans.reserve(extraction.claims.size());
  for (Claim const& claim : extraction.claims) spans.push_back(claim.span);
  text::segment(article.document, spans);
  article.claims = std::move(extraction.claims);
  // Claims and sentences are both in reading order: one walk pairs them.
  auto const& sentences = article.document.sentences;
  std::size_t at = 0;
  for (Claim& claim : article.claims) {
    while (at < sentences.size() && sentences[at].end <= claim.span.begin) ++at;
    if (at < sentences.size() && sentences[at].begin <= claim.span.begin)
      claim.sentence = static_cast<std::uint32_t>(at);
  }
}

namespace {

/// What the words of a sentence say of all its claims.
struct SentenceMarks {
  bool hypothetical = false;
  bool updated = false;
  bool question = false;
};

/// Finds the words that change what a sentence asserts, in one pass over it.
class SentenceReader {
 public:
  explicit SentenceReader(Article const& article)
      : article_(article), hypothetical_(words_named("hypothetical")), updated_(words_named("updated")) {
    for (WordClass const* const words : {&hypothetical_, &updated_})
      words->each([&](std::string const& phrase, auto const&) { openers_.set(opening(phrase)); });
  }

  SentenceMarks read(Span sentence) const {
    SentenceMarks marks;
    std::string_view const text = article_.document.folded_text(sentence);
    char const* const last = text.data() + text.size();
    each_letter_run(text, [&](std::size_t at) {
      if (!openers_[opening(text.substr(at, 3))] || (at > 0 && is_word_byte(text[at - 1]))) return;
      marks.hypothetical = marks.hypothetical || hypothetical_.longest(text.data() + at, last);
      marks.updated = marks.updated || updated_.longest(text.data() + at, last);
    });
    std::size_t const end = text.find_last_not_of(" \"')");
    marks.question = end != std::string_view::npos && text[end] == '?';
    return marks;
  }

 private:
  WordClass const& words_named(std::string_view name) const {
    static WordClass const none;
    WordClass const* const found = article_.lexicon->word_class(name);
    return found != nullptr ? *found : none;
  }
  /// The first three bytes, everything but a-z alike.
  static std::size_t opening(std::string_view word) {
    auto const letter = [&](std::size_t i) -> std::size_t {
      auto const n = i < word.size() ? static_cast<unsigned char>(word[i] - 'a') : 26u;
      return n < 26 ? n : 26;
    };
    return (letter(0) * 27 + letter(1)) * 27 + letter(2);
  }

  Article const& article_;
  WordClass const& hypothetical_;
  WordClass const& updated_;
  std::bitset<27 * 27 * 27> openers_; ///< by `opening`: nearly all words of a text end here
};

} // namespace

void mark_guards(Article& article) {
  SentenceReader const reader(article);
  std::uint32_t known = no_id;
  SentenceMarks marks;
  for (Claim& claim : article.claims) {
    if (claim.sentence == no_id) continue;
    if (claim.sentence != known) {
      marks = reader.read(article.document.sentences[claim.sentence]);
      known = claim.sentence;
    }
    claim.guards.hypothetical = marks.hypothetical;
    claim.guards.updated = marks.updated;
    claim.guards.question = marks.question;
  }
}

} // namespace claimcheck::resolve
