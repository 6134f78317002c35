#include "text/words.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/hash.hpp"
#include "base/yaml.hpp"

namespace claimcheck::text {
namespace {

WordSet list_named(std::vector<yaml::Tree> const& trees, std::string_view name) {
  for (auto const& tree : trees) {
    yaml::Node const* const list = tree.root.find(name);
    if (list == nullptr || !list->is_sequence()) continue;
    std::vector<std::string> words;
    for (auto const& item : list->children) words.push_back(item.scalar);
    return WordSet(std::move(words));
  }
  throw std::runtime_error("grammars/en/text has no list '" + std::string(name) + "'");
}

Words load() {
  auto const trees = yaml::restore(embedded::text());
  Words words;
  struct {
    char const* name;
    WordSet Words::*list;
  } const lists[] = {
      {"titles", &Words::titles},
      {"numbered", &Words::numbered},
      {"dates", &Words::dates},
      {"either", &Words::either},
      {"places", &Words::places},
      {"never", &Words::never},
      {"starters", &Words::starters},
      {"attribution_verbs", &Words::attribution_verbs},
      {"agencies", &Words::agencies},
      {"months", &Words::months},
      {"weekdays", &Words::weekdays},
      {"date_words", &Words::date_words},
      {"place_words", &Words::place_words},
      {"labels", &Words::labels},
      {"credit_openers", &Words::credit_openers},
      {"credit_endings", &Words::credit_endings},
      {"boilerplate", &Words::boilerplate},
      {"boilerplate_openers", &Words::boilerplate_openers},
      {"boilerplate_endings", &Words::boilerplate_endings},
      {"glued", &Words::glued},
  };
  for (auto const& [name, list] : lists) words.*list = list_named(trees, name);
  return words;
}

} // namespace

WordSet::WordSet(std::vector<std::string> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end());
  for (auto const& word : words_) {
    longest_ = std::max(longest_, word.size());
    if (word.empty()) continue;
    by_first_[index(word.front())] = true;
    by_last_[index(word.back())] = true;
  }
  slots_.resize(std::bit_ceil(4 * words_.size() + 1));
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    std::size_t at = word_key(words_[i]) & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = i + 1;
  }
}

bool WordSet::begins_slowly(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(), [&](std::string const& word) { return text.starts_with(word); });
}

bool WordSet::ends_slowly(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(), [&](std::string const& word) { return text.ends_with(word); });
}

bool WordSet::contains(std::string_view word) const {
  if (word.empty() || word.size() > longest_ || !by_first_[index(word.front())]) return false;
  std::size_t const mask = slots_.size() - 1;
  for (std::size_t at = word_key(word) & mask; slots_[at] != 0; at = (at + 1) & mask)
    if (words_[slots_[at] - 1] == word) return true;
  return false;
}

Words const& Words::english() {
  static Words const words = load();
  return words;
}

} // namespace claimcheck::text
