#include "resolve/resolve.hpp"

#include <utility>

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

/// Words that change what a sentence asserts. One pass over a sentence answers for all its claims.
struct SentenceMarks {
  bool hypothetical = false;
  bool updated = false;
  bool question = false;
};

SentenceMarks marks_of(Article const& article, Span sentence) {
  SentenceMarks marks;
  std::string_view const text = article.document.folded_text(sentence);
  WordClass const* const hypothetical = article.lexicon->word_class("hypothetical");
  WordClass const* const updated = article.lexicon->word_class("updated");
  char const* const last = text.data() + text.size();
  for (char const* p = text.data(); p != last;) {
    std::size_t const n = leading_letters(p, last);
    if (n == 0) {
      ++p;
      continue;
    }
    if (p == text.data() || !is_word_byte(p[-1])) {
      if (!marks.hypothetical && hypothetical != nullptr && hypothetical->longest(p, last)) marks.hypothetical = true;
      if (!marks.updated && updated != nullptr && updated->longest(p, last)) marks.updated = true;
    }
    p += n;
  }
  std::size_t const end = text.find_last_not_of(" \"')");
  marks.question = end != std::string_view::npos && text[end] == '?';
  return marks;
}

} // namespace

void mark_guards(Article& article) {
  std::uint32_t known = no_id;
  SentenceMarks marks;
  for (Claim& claim : article.claims) {
    if (claim.sentence == no_id) continue;
    if (claim.sentence != known) {
      marks = marks_of(article, article.document.sentences[claim.sentence]);
      known = claim.sentence;
    }
    claim.guards.hypothetical = marks.hypothetical;
    claim.guards.updated = marks.updated;
    claim.guards.question = marks.question;
  }
}

} // namespace claimcheck::resolve
