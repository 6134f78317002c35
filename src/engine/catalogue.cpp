#include "engine/catalogue.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/json_writer.hpp"
#include "rules/examples.hpp"
#include "rules/field.hpp"
#include "rules/function.hpp"
#include "rules/relation.hpp"

namespace claimcheck {
namespace {

/// The parts of a rule's page in either dress.
class Page {
 public:
  explicit Page(bool markdown) : markdown_(markdown) {}

  void title(std::string const& text) {
    out_ += markdown_ ? "# " + text + "\n\n" : text + '\n' + std::string(text.size(), '=') + "\n\n";
  }
  void heading(std::string const& text) {
    out_ += markdown_ ? "\n## " + text + "\n\n" : '\n' + text + '\n' + std::string(text.size(), '-') + '\n';
  }
  void paragraph(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (!text.empty()) out_ += text + '\n';
  }
  void line(std::string const& text) { out_ += (markdown_ ? "- " : "  ") + text + '\n'; }
  void block(std::string const& text) {
    if (markdown_) {
      out_ += "```\n" + text + (text.empty() || text.back() == '\n' ? "" : "\n") + "```\n";
      return;
    }
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
      end = std::min(text.find('\n', at), text.size());
      out_ += "    " + text.substr(at, end - at) + '\n';
    }
  }
  std::string code(std::string const& text) const { return markdown_ ? '`' + text + '`' : text; }
  std::string take() { return std::move(out_); }

 private:
  bool markdown_;
  std::string out_;
};

void write_examples(Page& page, rules::RuleSource const& source, bool wrong) {
  bool any = false;
  for (rules::Example const& example : source.examples) {
    if (example.wrong != wrong) continue;
    if (!any) page.heading(wrong ? "Reported" : "Not reported");
    any = true;
    page.block(example.text);
    if (!wrong) continue;
    std::string note;
    if (!example.at.empty()) note = "at " + page.code(example.at);
    if (!example.computed.empty()) note += (note.empty() ? "" : ", ") + ("computed " + example.computed);
    if (!example.date.empty()) note += (note.empty() ? "" : ", ") + ("in an article of " + example.date);
    if (!note.empty()) page.line(note);
  }
}

std::string page_of(rules::RuleSet const& set, rules::Rule const& rule, bool markdown) {
  rules::RuleSource const& source = rule.source;
  Page page(markdown);
  page.title(rule.id());
  page.paragraph(source.title.text + '.');
  page.paragraph(markdown ? "" : " ");
  page.line("topic: " + source.topic.text);
  page.line(fmt::format("level: {}", name_of(set.level(rule))));
  page.line("file: " + source.file);
  page.heading("Why and how");
  page.paragraph(source.explain.text);
  if (!source.match.empty()) {
    page.heading("Looks for");
    for (rules::Located const& pattern : source.match) page.block(pattern.text);
  }
  if (!source.require.empty()) {
    page.heading("Demands");
    std::string text = source.require.text;
    if (!source.where.empty()) text += "\nwhere  " + source.where.text;
    if (!source.unless.empty()) text += "\nunless " + source.unless.text;
    page.block(text);
  }
  if (!source.options.empty()) {
    page.heading("Options");
    for (rules::NamedText const& option : source.options)
      page.line(page.code(option.name.text) + ", by default " + page.code(option.text.text));
  }
  write_examples(page, source, true);
  write_examples(page, source, false);
  return page.take();
}

std::string sign_off_page(report::RuleInfo const& rule, bool markdown) {
  Page page(markdown);
  page.title(rule.id);
  page.paragraph(rule.title + '.');
  page.paragraph(markdown ? "" : " ");
  page.line("topic: " + rule.topic);
  page.line(fmt::format("level: {}", name_of(rule.level)));
  page.heading("Why and how");
  page.paragraph(rule.explain);
  return page.take();
}

std::map<std::string, std::vector<report::RuleInfo>> by_topic(Plan const& plan) {
  std::map<std::string, std::vector<report::RuleInfo>> topics;
  for (report::RuleInfo& rule : all_rules(plan)) topics[rule.topic].push_back(std::move(rule));
  return topics;
}

/// A table of a name and what it does, the names as wide as the widest.
std::string table(std::vector<std::pair<std::string, std::string>> const& rows) {
  std::size_t width = 0;
  for (auto const& [name, about] : rows) width = std::max(width, name.size());
  std::string out;
  for (auto const& [name, about] : rows) out += fmt::format("{:<{}}  {}\n", name, width, about);
  return out;
}

Article read_example(rules::Example const& example) {
  Input input;
  input.name = "example";
  input.bytes = example.text;
  input.date = example.date;
  input.format = example.format == "markdown" ? text::Format::markdown
                 : example.format == "html"   ? text::Format::html
                                              : text::Format::plain;
  if (!example.headline.empty() && example.text.compare(0, example.headline.size(), example.headline) == 0)
    input.headline_bytes = static_cast<std::uint32_t>(example.headline.size());
  return read_article(std::move(input));
}

} // namespace

std::string rule_list(Plan const& plan) {
  std::string out;
  std::size_t on = 0, all = 0;
  for (auto const& [topic, rules] : by_topic(plan)) {
    out += topic + '\n';
    std::size_t width = 0;
    for (report::RuleInfo const& rule : rules) width = std::max(width, rule.id.size());
    for (report::RuleInfo const& rule : rules) {
      out += fmt::format("  {:<{}}  {:<7}  {}\n", rule.id, width, name_of(rule.level), rule.title);
      ++all;
      on += rule.level == Level::off ? 0 : 1;
    }
    out += '\n';
  }
  return out + fmt::format("{} rules, {} on. `claimcheck explain RULE` tells more.\n", all, on);
}

std::string rule_list_json(Plan const& plan) {
  std::string out;
  report::JsonWriter json(out, 1);
  json.begin_array();
  for (report::RuleInfo const& rule : all_rules(plan)) {
    json.begin_object();
    json.field("id", rule.id);
    json.field("topic", rule.topic);
    json.field("level", name_of(rule.level));
    json.field("title", rule.title);
    json.field("explain", rule.explain);
    json.end_object();
  }
  json.end_array();
  return out + '\n';
}

std::optional<std::string> rule_page(Plan const& plan, std::string const& id, bool markdown) {
  if (rules::Rule const* const rule = plan.rules->find(id)) return page_of(*plan.rules, *rule, markdown);
  for (report::RuleInfo const& rule : all_rules(plan))
    if (rule.id == id) return sign_off_page(rule, markdown);
  return std::nullopt;
}

std::string nearest_rule(Plan const& plan, std::string const& word) {
  std::vector<std::string> ids;
  for (report::RuleInfo const& rule : all_rules(plan)) ids.push_back(rule.id);
  return nearest(word, ids);
}

std::string relation_list() {
  std::string out;
  for (rules::Relation const& relation : rules::relations()) {
    out += fmt::format("{}\n  {}\n", relation.name, relation.documentation);
    for (rules::Role const& role : relation.roles) {
      std::string const what = role.kinds.empty() ? rules::describe(role.type) : std::string(role.kinds);
      out += fmt::format("    {:<12} {}{}: {}\n", role.name, role.list ? "list of " : "", what, role.documentation);
    }
    out += '\n';
  }
  return out;
}

std::string function_list() {
  std::vector<std::pair<std::string, std::string>> rows;
  for (rules::Function const& function : rules::functions())
    rows.emplace_back(function.signature, function.documentation);
  return table(rows);
}

std::string field_list() {
  std::vector<std::pair<std::string, std::string>> rows;
  for (rules::Field const& field : rules::fields()) rows.emplace_back(field.name, field.documentation);
  return table(rows);
}

ExampleReport run_rule_examples(Plan const& plan, std::vector<std::string> const& only_files, bool verbose) {
  ExampleReport out;
  for (rules::Rule const& rule : plan.rules->rules()) {
    bool const wanted =
        only_files.empty() || std::find(only_files.begin(), only_files.end(), rule.source.file) != only_files.end();
    if (!wanted || plan.rules->level(rule) == Level::off) continue;
    for (rules::Example const& example : rule.source.examples) {
      rules::ExampleResult const result = rules::run_example(*plan.rules, rule, example, read_example);
      bool const good = result.failure.empty();
      (good ? out.passed : out.failed) += 1;
      if (!good)
        out.text += fmt::format("{}:{}: {}: {}\n", rule.source.file, example.line, result.name, result.failure);
      else if (verbose)
        out.text += fmt::format("ok {}\n", result.name);
    }
  }
  return out;
}

} // namespace claimcheck
