#include "resolve/attribution_words.hpp"

#include <array>
#include <map>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/hash.hpp"
#include "base/yaml.hpp"

namespace claimcheck::resolve {
namespace {

struct Named {
  std::string_view name;
  std::uint64_t bits;
};

constexpr Named function_words[] = {
    {"determiner", determiner},
    {"article", article},
    {"possessive", possessive_word},
    {"subject_pronoun", subject_pronoun},
    {"object_pronoun", object_pronoun},
    {"relative", relative_word},
    {"auxiliary", auxiliary},
    {"be", be_form | auxiliary},
    {"have", have_form | auxiliary},
    {"modal", modal},
    {"negation", negation},
    {"preposition", preposition},
    {"subordinator", subordinator},
    {"coordinator", coordinator},
    {"adverb", adverb},
    {"adjective", adjective},
    {"time", time_word},
    {"verb", other_verb},
    {"no_source", no_source},
    {"nouns_in_ly", nouns_in_ly},
    {"number", number_word},
};
constexpr Named attribution_lists[] = {
    {"according", according},     {"noun_cues", noun_cue},           {"media", medium_noun},
    {"documents", document_noun}, {"clause_openers", clause_opener}, {"passive", passive_cue},
    {"no_content", no_content},
};
constexpr Named people_lists[] = {
    {"titles", title_word}, {"roles", role_word},  {"collectives", collective},
    {"bodies", body},       {"demonyms", demonym}, {"particles", particle},
};
constexpr Named honorific_lists[] = {
    {"male", honorific | male_word}, {"female", honorific | female_word}, {"unknown", honorific}};
constexpr Named kin_lists[] = {{"male", role_word | male_word}, {"female", role_word | female_word}};
constexpr Named name_lists[] = {{"male", male_name}, {"female", female_name}};
constexpr std::pair<std::string_view, std::uint16_t> verb_lists[] = {
    {"quote", takes_quote},         {"clause", takes_clause},     {"marked", takes_marked},
    {"recipient", takes_recipient}, {"object", takes_object},     {"infinitive", takes_infinitive},
    {"naming", takes_naming},       {"document", takes_document}, {"private", is_private},
    {"evidence", is_evidence},
};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// Third person, past, participle and -ing form of a regular verb. Of a phrase its first word is inflected.
std::array<std::string, 4> regular_forms(std::string const& phrase) {
  std::size_t const blank = phrase.find(' ');
  std::string const verb = phrase.substr(0, blank);
  std::string const tail = blank == std::string::npos ? "" : phrase.substr(blank);
  std::string const stem = verb.substr(0, verb.size() - 1);
  char const last = verb.back();
  char const before = verb.size() > 1 ? verb[verb.size() - 2] : ' ';
  std::string third = verb + "s", past = verb + "ed", gerund = verb + "ing";
  if (last == 'e') {
    past = verb + "d";
    gerund = (before == 'e' ? verb : stem) + "ing";
  } else if (last == 'y' && !is_vowel(before)) {
    third = stem + "ies";
    past = stem + "ied";
  } else if (last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'))) {
    third = verb + "es";
  }
  return {third + tail, past + tail, past + tail, gerund + tail};
}

std::string plural(std::string const& noun) {
  if (noun.ends_with("man") && noun != "human") return noun.substr(0, noun.size() - 2) + "en";
  return regular_forms(noun)[0];
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

} // namespace

class AttributionWordsLoader {
 public:
  void load(yaml::Node const& attribution, yaml::Node const& people) {
    yaml::Node const& words = child(attribution, "words");
    for (Named const& list : function_words) mark_list(child(words, list.name), list.bits);
    for (Named const& list : attribution_lists) mark_list(child(attribution, list.name), list.bits);
    for (Named const& list : people_lists) mark_list(child(people, list.name), list.bits);
    for (Named const& list : honorific_lists) mark_list(child(child(people, "honorifics"), list.name), list.bits);
    for (Named const& list : kin_lists) mark_list(child(child(people, "kin"), list.name), list.bits);
    for (Named const& list : name_lists) mark_list(child(child(people, "first_names"), list.name), list.bits);
    std::uint16_t set = 0;
    for (yaml::Node const& spellings : child(people, "transliterations").children) {
      ++set;
      for (yaml::Node const& node : spellings.children) table.transliterations_.emplace(fnv1a(lower(node.scalar)), set);
    }
    set = 0;
    for (yaml::Node const& group : child(people, "exclusive_titles").children) {
      ++set;
      std::uint16_t member = 0;
      for (yaml::Node const& names : group.children) {
        ++member;
        for (yaml::Node const& node : names.children)
          table.exclusive_titles_.emplace(fnv1a(lower(node.scalar)), static_cast<std::uint16_t>(set << 8 | member));
      }
    }
    for (yaml::Node const& node : child(people, "unique_offices").children)
      table.unique_offices_.emplace(fnv1a(lower(node.scalar)), std::uint16_t{1});
    // Plurals of roles speak as groups: "two lawyers said".
    for (yaml::Node const& node : child(people, "roles").children) mark(plural(node.scalar), collective);

    std::map<std::string, std::array<std::string, 4>> irregular;
    yaml::Node const& forms = child(attribution, "irregular");
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (forms.value(i).children.size() != 4)
        throw std::runtime_error("attribution.yaml: four forms wanted for " + forms.key(i).scalar);
      std::array<std::string, 4> four;
      for (std::size_t k = 0; k < 4; ++k) four[k] = forms.value(i).children[k].scalar;
      irregular[forms.key(i).scalar] = four;
    }
    std::map<std::string, std::uint16_t> uses;
    for (auto const& [name, use] : verb_lists)
      for (yaml::Node const& node : child(child(attribution, "verbs"), name).children) uses[node.scalar] |= use;
    std::uint16_t lemma = 0;
    for (auto const& [verb, use] : uses) {
      ++lemma;
      if (verb == "say") table.say_ = lemma;
      if (verb == "tell") table.tell_ = lemma;
      if (verb == "ask") table.ask_ = lemma;
      auto const known = irregular.find(verb);
      auto const four = known != irregular.end() ? known->second : regular_forms(verb);
      mark_verb(verb, {use, lemma, base_form});
      mark_verb(four[0], {use, lemma, third_person});
      mark_verb(four[1], {use, lemma, past_form});
      mark_verb(four[2], {use, lemma, participle_form});
      mark_verb(four[3], {use, lemma, gerund_form});
    }
    finish();
  }

  AttributionWords table;

 private:
  static yaml::Node const& child(yaml::Node const& node, std::string_view key) {
    yaml::Node const* const found = node.find(key);
    if (found == nullptr) throw std::runtime_error("word list missing: " + std::string(key));
    return *found;
  }
  void mark_list(yaml::Node const& list, std::uint64_t bits) {
    for (yaml::Node const& node : list.children) mark(lower(node.scalar), bits);
  }
  void mark(std::string const& word, std::uint64_t bits) { words_[word].classes |= bits; }
  void mark_verb(std::string const& word, VerbWord verb) {
    VerbWord& known = words_[word].verb;
    if (known.uses == 0) known = verb;
    known.uses |= verb.uses;
    known.forms |= verb.forms;
  }
  void finish() {
    for (auto const& [word, info] : words_) {
      std::size_t const blank = word.find(' ');
      if (blank == std::string::npos) continue;
      // Roles and titles of several words are read word by word; only what has a grammar of its own is merged.
      if (info.verb.uses == 0 && (info.classes & (according | no_content | adverb | honorific)) == 0) continue;
      table.phrases_.add(word, info);
      starts_.push_back(word.substr(0, blank));
    }
    for (auto const& start : starts_) mark(start, phrase_start);
    std::size_t size = 1024;
    while (size < words_.size() * 3) size *= 2;
    table.slots_.resize(size);
    table.mask_ = size - 1;
    for (auto const& [word, info] : words_) {
      if (word.find(' ') != std::string::npos) continue;
      std::uint64_t const hash = word_key(word);
      std::size_t slot = hash & table.mask_;
      while (table.slots_[slot].hash != 0) slot = (slot + 1) & table.mask_;
      table.slots_[slot] = {hash, info};
      table.filter_[AttributionWords::filter_slot(hash)] |= std::uint64_t{1} << (hash & 63);
    }
  }

  std::map<std::string, WordInfo> words_;
  std::vector<std::string> starts_;
};

AttributionWords const& AttributionWords::builtin() {
  static AttributionWords const words = [] {
    std::vector<yaml::Tree> const trees = yaml::restore(embedded::lexicon());
    yaml::Tree const* attribution = nullptr;
    yaml::Tree const* people = nullptr;
    for (yaml::Tree const& tree : trees) {
      if (tree.file.ends_with("attribution.yaml")) attribution = &tree;
      if (tree.file.ends_with("people.yaml")) people = &tree;
    }
    if (attribution == nullptr || people == nullptr)
      throw std::runtime_error("attribution.yaml, people.yaml: not embedded");
    AttributionWordsLoader loader;
    loader.load(attribution->root, people->root);
    return std::move(loader.table);
  }();
  return words;
}

} // namespace claimcheck::resolve
