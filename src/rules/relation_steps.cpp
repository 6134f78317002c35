// Sentences that count themselves: "First, ... Second, ... Fourth, ..."
#include <optional>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// A step is at most so many sentences behind the one before.
constexpr std::size_t sentences_between = 8;

struct Step {
  Span word;
  int number;
};

/// "Second," or "Secondly," or "Third:" at the head of a sentence.
std::optional<Step> step_at(Article const& article, Words const& words, Span sentence) {
  Span const word = words.next(sentence.begin, sentence.end);
  if (word.empty() || word.begin != sentence.begin || word.end >= sentence.end) return {};
  char const mark = article.document.folded[word.end];
  if (mark != ',' && mark != ':') return {};
  std::string_view text = words(word);
  if (text.ends_with("ly") && text != "ly") text.remove_suffix(2);
  static constexpr std::string_view names[] = {"first", "second",  "third",  "fourth", "fifth",
                                               "sixth", "seventh", "eighth", "ninth",  "tenth"};
  for (int i = 0; i < 10; ++i)
    if (text == names[i]) return Step{word, i + 1};
  return {};
}

std::vector<Binding> steps(Article const& article) {
  std::vector<Binding> out;
  Words const words(article);
  std::optional<Step> last;
  std::size_t since = 0;
  for (Span const sentence : article.document.sentences) {
    auto const step = step_at(article, words, sentence);
    if (!step) {
      if (++since > sentences_between) last.reset();
      continue;
    }
    // A series begins with its first; "first" again begins another.
    if (last && step->number > last->number) {
      auto const number = [](int n) { return Slot::of_value(Value::number(Decimal{n})); };
      out.push_back({{Slot::of_text(last->word, article.document.text(last->word)),
                      Slot::of_text(step->word, article.document.text(step->word)), number(last->number + 1),
                      number(step->number)}});
    }
    last = step->number == 1 || last ? step : std::nullopt;
    since = 0;
  }
  return out;
}

} // namespace

std::vector<Relation> step_relations() {
  Type const text = Type::of(Base::text), number = Type::figure(Measure::plain);
  return {{"counted-steps",
           "sentences that begin with `First,` `Second,` ...: each with the one before",
           {{"before", "", text, false, "the step before"},
            {"step", "", text, false, "the step"},
            {"expected", "", number, false, "the number that comes next"},
            {"stated", "", number, false, "the number of the step"}},
           steps}};
}

} // namespace claimcheck::rules
