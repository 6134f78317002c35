#include "resolve/resolve.hpp"

#include <bitset>
#include <utility>

#include "base/hash.hpp"

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
      words->each([&](std::string const& phrase, auto const&) {
        openers_.set(slot(phrase.data(), leading_letters(phrase.data(), phrase.data() + phrase.size())));
      });
  }

  SentenceMarks read(Span sentence) const {
    SentenceMarks marks;
    std::string_view const text = article_.document.folded_text(sentence);
    char const* const last = text.data() + text.size();
    for (char const* p = text.data(); p != last;) {
      std::size_t const n = leading_letters(p, last);
      if (n == 0) {
        ++p;
        continue;
      }
      if (openers_[slot(p, n)] && (p == text.data() || !is_word_byte(p[-1]))) {
        marks.hypothetical = marks.hypothetical || hypothetical_.longest(p, last);
        marks.updated = marks.updated || updated_.longest(p, last);
      }
      p += n;
    }
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
  static std::size_t slot(char const* word, std::size_t letters) { return word_key({word, letters}) >> 52; }

  Article const& article_;
  WordClass const& hypothetical_;
  WordClass const& updated_;
  std::bitset<4096> openers_; ///< by the hash of their first words: nearly all words of a text end here
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
