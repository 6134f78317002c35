#include "rules/manual.hpp"

#include <algorithm>

#include "rules/field.hpp"
#include "rules/function.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

std::string row(std::initializer_list<std::string> cells) {
  std::string out = "|";
  for (std::string cell : cells) {
    for (std::size_t at = 0; (at = cell.find('|', at)) != std::string::npos; at += 2) cell.replace(at, 1, "\\|");
    out += ' ' + cell + " |";
  }
  return out + '\n';
}

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  if (out.size() < width) out.append(width - out.size(), ' ');
  return out;
}

std::string described(Role const& role) {
  std::string const what = role.kinds.empty() ? describe(role.type) : std::string(role.kinds);
  return "`" + std::string(role.name) + "` (" + (role.list ? "list of " : "") + what +
         "): " + std::string(role.documentation);
}

} // namespace

std::string fields_table() {
  std::string out = row({"field", "of", "meaning"}) + "|---|---|---|\n";
  std::string unused;
  KindMask const any = kinds_named("any", unused), figure = kinds_named("figure", unused);
  for (Field const& field : fields()) {
    std::string const of = field.kinds == any                     ? "every claim"
                           : field.kinds == figure                ? "figures"
                           : (field.kinds & bit(Kind::date)) != 0 ? "dates and times"
                                                                  : "directions";
    out += row({"`" + std::string(field.name) + "`", of, std::string(field.documentation)});
  }
  return out;
}

std::string functions_table() {
  std::string out = row({"function", "meaning"}) + "|---|---|\n";
  for (Function const& function : functions())
    out += row({"`" + std::string(function.signature) + "`", std::string(function.documentation)});
  return out;
}

std::string relations_table() {
  std::string out = row({"relation", "finds", "names"}) + "|---|---|---|\n";
  for (Relation const& relation : relations()) {
    std::string roles;
    for (Role const& role : relation.roles) roles += (roles.empty() ? "" : "; ") + described(role);
    out += row({"`" + std::string(relation.name) + "`", std::string(relation.documentation), roles});
  }
  return out;
}

std::string classes_table(Lexicon const& lexicon) {
  std::string out = row({"class", "words"}) + "|---|---|\n";
  for (std::string const& name : lexicon.class_names()) {
    std::vector<std::string> words;
    lexicon.word_class(name)->each([&](std::string const& word, auto const&) { words.push_back(word); });
    std::sort(words.begin(), words.end());
    std::string list;
    for (std::size_t i = 0; i < words.size() && i < 8; ++i) list += (i == 0 ? "" : ", ") + words[i];
    if (words.size() > 8) list += " ... (" + std::to_string(words.size()) + ")";
    out += row({"`<" + name + ">`", list});
  }
  return out;
}

std::string rule_list(RuleSet const& rules) {
  std::size_t width = 0;
  for (Rule const& rule : rules.rules()) width = std::max(width, rule.id().size());
  std::string out;
  for (Rule const& rule : rules.rules())
    out += padded(rule.id(), width + 2) + padded(name_of(rules.level(rule)), 9) + padded(rule.source.topic.text, 14) +
           rule.source.title.text + '\n';
  return out;
}

std::string rule_page(RuleSet const& rules, Rule const& rule) {
  RuleSource const& source = rule.source;
  std::string out = "# " + rule.id() + "\n\n" + source.title.text +
                    ".\n\nLevel: " + std::string(name_of(rules.level(rule))) + " · topic: " + source.topic.text +
                    "\n\n";
  out += source.explain.text;
  if (!out.ends_with('\n')) out += '\n';
  if (!source.measured.text.empty()) out += "\nMeasured: " + in_one_line(source.measured.text) + ".\n";
  if (!source.options.empty()) {
    out += "\n## Options\n\n";
    for (NamedText const& option : source.options) out += "- `" + option.name.text + "` = " + option.text.text + '\n';
  }
  for (bool const wrong : {true, false}) {
    out += wrong ? "\n## It objects to\n\n" : "\n## It does not object to\n\n";
    for (Example const& example : source.examples) {
      if (example.wrong != wrong) continue;
      out += "- ";
      if (!example.headline.empty()) out += "*" + example.headline + "* — ";
      out += example.text;
      if (!example.date.empty()) out += " (dated " + example.date + ")";
      if (!example.facts.empty()) out += "  \n  with the facts `" + in_one_line(example.facts) + "`";
      if (!example.computed.empty()) out += "  \n  → " + example.computed;
      out += '\n';
    }
  }
  return out;
}

} // namespace claimcheck::rules
