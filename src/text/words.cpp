#include "text/words.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/embedded.hpp"
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
}

bool WordSet::begins_slowly(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(), [&](std::string const& word) { return text.starts_with(word); });
}

bool WordSet::ends_slowly(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(), [&](std::string const& word) { return text.ends_with(word); });
}

bool WordSet::contains(std::string_view word) const {
  return word.size() <= longest_ &&
         std::binary_search(words_.begin(), words_.end(), word, std::less<std::string_view>{});
}

Words const& Words::english() {
  static Words const words = load();
  return words;
}

} // namespace claimcheck::text
