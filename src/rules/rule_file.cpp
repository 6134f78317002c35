#include "rules/rule_file.hpp"

#include <algorithm>
#include <charconv>

#include "rules/remedy.hpp"

namespace claimcheck::rules {
namespace {

using yaml::Node;

class Reader {
 public:
  Reader(yaml::Tree const& tree, Diagnostics& faults) : tree_(tree), faults_(faults) {
    out_.file = tree.file;
    out_.written = tree.source;
  }

  RuleSource run() {
    Node const& root = tree_.root;
    if (!root.is_map()) {
      fault(root, "a rule is a map of keys", "begin with `id: name-of-the-rule`");
      return std::move(out_);
    }
    for (std::size_t i = 0; i < root.size(); ++i) {
      if (root.value(i).is_null())
        fault(root.key(i), "`" + root.key(i).scalar + "` has no value");
      else
        key(root.key(i), root.value(i));
    }
    require_keys();
    return std::move(out_);
  }

 private:
  void fault(Node const& at, std::string message, std::string remedy = {}) {
    faults_.push_back(tree_.fault(at, std::move(message), std::move(remedy)));
  }

  static std::vector<std::string> const& known_keys() {
    static std::vector<std::string> const keys{
        "id",     "topic",     "level",      "title",    "match",    "bind",         "on",      "let",
        "where",  "unless",    "require",    "primary",  "message",  "alternatives", "explain", "roles",
        "guards", "near_miss", "confidence", "measured", "diagnose", "loose",        "options", "examples"};
    return keys;
  }

  Located text(Node const& node, std::string_view what) {
    if (!node.is_scalar()) {
      fault(node, "`" + std::string(what) + "` must be a text");
      return {};
    }
    return {node.scalar, node.line, node.column};
  }
  std::vector<Located> texts(Node const& node, std::string_view what) {
    std::vector<Located> out;
    auto const add = [&](Node const& item) {
      if (Located one = text(item, what); one.line != 0) out.push_back(std::move(one));
    };
    if (node.is_sequence())
      for (Node const& item : node.children) add(item);
    else
      add(node);
    return out;
  }
  std::vector<NamedText> named_texts(Node const& node, std::string_view what) {
    std::vector<NamedText> out;
    if (!node.is_map()) {
      fault(node, "`" + std::string(what) + "` must be a map of names", "name: text");
      return out;
    }
    for (std::size_t i = 0; i < node.size(); ++i) out.push_back({text(node.key(i), what), text(node.value(i), what)});
    return out;
  }
  double number(Node const& node, std::string_view what, double low, double high, std::string const& range) {
    double value = 0;
    char const* const last = node.scalar.data() + node.scalar.size();
    auto const [end, error] = std::from_chars(node.scalar.data(), last, value);
    if (!node.is_scalar() || error != std::errc{} || end != last || value < low || value > high)
      fault(node, "`" + std::string(what) + "` must be a number" + range);
    return value;
  }
  bool truth(Node const& node, std::string_view what) {
    auto const value = yaml::as_bool(node);
    if (!value) fault(node, "`" + std::string(what) + "` must be on or off");
    return value.value_or(false);
  }

  void key(Node const& key, Node const& value) {
    std::string const& name = key.scalar;
    if (name == "id")
      out_.id = text(value, name);
    else if (name == "topic")
      out_.topic = text(value, name);
    else if (name == "title")
      out_.title = text(value, name);
    else if (name == "level")
      level(value);
    else if (name == "match")
      out_.match = texts(value, name);
    else if (name == "bind")
      bind(value);
    else if (name == "on")
      out_.on = text(value, name);
    else if (name == "let")
      out_.let = named_texts(value, name);
    else if (name == "options")
      out_.options = named_texts(value, name);
    else if (name == "roles")
      out_.roles = named_texts(value, name);
    else if (name == "where")
      out_.where = text(value, name);
    else if (name == "unless")
      out_.unless = text(value, name);
    else if (name == "require")
      out_.require = text(value, name);
    else if (name == "primary")
      out_.primary = text(value, name);
    else if (name == "message")
      out_.message = text(value, name);
    else if (name == "alternatives")
      out_.alternatives = texts(value, name);
    else if (name == "explain")
      out_.explain = text(value, name);
    else if (name == "guards")
      guards(value);
    else if (name == "near_miss")
      out_.near_miss = yaml::as_bool(value) == false ? 0 : number(value, name, 1, 1e9, " of 1 and more, or off");
    else if (name == "confidence")
      out_.confidence = number(value, name, 0, 1, " from 0 to 1");
    else if (name == "measured")
      out_.measured = text(value, name);
    else if (name == "diagnose")
      out_.diagnose = truth(value, name);
    else if (name == "loose")
      out_.loose = truth(value, name);
    else if (name == "examples")
      examples(value);
    else
      fault(key, "unknown key `" + name + "`", meant(name, known_keys()));
  }

  void level(Node const& node) {
    auto const value = level_named(text(node, "level").text);
    if (!node.is_scalar()) return;
    if (!value) return fault(node, "unknown level `" + node.scalar + "`", "it is error, warning, note or off");
    out_.level = *value;
  }

  void guards(Node const& node) {
    static std::vector<std::string> const known{"quoted", "hypothetical", "negated", "question", "updated", "speaker"};
    if (yaml::as_bool(node) == false) {
      out_.guards_off.push_back({"all", node.line, node.column});
      return;
    }
    if (!node.is_map()) return fault(node, "`guards` must be off, or a map such as {quoted: off}");
    for (std::size_t i = 0; i < node.size(); ++i) {
      Node const& name = node.key(i);
      if (std::find(known.begin(), known.end(), name.scalar) == known.end())
        fault(name, "unknown guard `" + name.scalar + "`", meant(name.scalar, known));
      else if (!truth(node.value(i), name.scalar))
        out_.guards_off.push_back(text(name, "guards"));
    }
  }

  void bind(Node const& node) {
    if (!node.is_map()) return fault(node, "`bind` must be a map of names", "total: {kind: count}");
    static std::vector<std::string> const known{"kind", "region", "same", "where"};
    for (std::size_t i = 0; i < node.size(); ++i) {
      BindSource bind;
      bind.name = text(node.key(i), "bind");
      Node const& keys = node.value(i);
      if (!keys.is_map()) {
        fault(keys, "`" + bind.name.text + "` must be a map", bind.name.text + ": {kind: count}");
        continue;
      }
      for (std::size_t k = 0; k < keys.size(); ++k) {
        std::string const& name = keys.key(k).scalar;
        Node const& value = keys.value(k);
        if (name == "kind")
          bind.kind = text(value, name);
        else if (name == "region")
          bind.regions = texts(value, name);
        else if (name == "same")
          bind.same = texts(value, name);
        else if (name == "where")
          bind.where = text(value, name);
        else
          fault(keys.key(k), "unknown key `" + name + "` in bind", meant(name, known));
      }
      if (bind.kind.empty()) fault(keys, "`" + bind.name.text + "` says no kind", "kind: count, or kind: any");
      out_.bind.push_back(std::move(bind));
    }
  }

  void examples(Node const& node) {
    std::size_t const before = faults_.size();
    read_examples(node);
    examples_broken_ = faults_.size() > before; // it may have held what would be called missing
  }
  void read_examples(Node const& node) {
    if (!node.is_map()) return fault(node, "`examples` must have `wrong` and `fine`");
    for (std::size_t i = 0; i < node.size(); ++i) {
      std::string const& name = node.key(i).scalar;
      if (name != "wrong" && name != "fine") {
        fault(node.key(i), "unknown key `" + name + "` in examples", meant(name, {"wrong", "fine"}));
        continue;
      }
      if (!node.value(i).is_sequence()) {
        fault(node.value(i), "`" + name + "` must be a list", "begin each example with `- `");
        continue;
      }
      for (Node const& item : node.value(i).children) example(item, name == "wrong");
    }
  }

  void example(Node const& node, bool wrong) {
    static std::vector<std::string> const known{"text", "at", "computed", "date", "headline", "format", "facts"};
    Example out;
    out.wrong = wrong;
    out.line = node.line;
    if (node.is_scalar()) {
      out.text = node.scalar;
    } else if (node.is_map()) {
      for (std::size_t i = 0; i < node.size(); ++i) {
        std::string const& name = node.key(i).scalar;
        std::string const value = text(node.value(i), name).text;
        if (name == "text")
          out.text = value;
        else if (name == "at")
          out.at = value;
        else if (name == "computed")
          out.computed = value;
        else if (name == "date")
          out.date = value;
        else if (name == "headline")
          out.headline = value;
        else if (name == "format")
          out.format = value;
        else if (name == "facts")
          out.facts = value;
        else
          fault(node.key(i), "unknown key `" + name + "` in an example", meant(name, known));
      }
    }
    if (out.text.empty() && out.headline.empty()) return fault(node, "an example needs a text");
    if (!out.at.empty() && out.text.find(out.at) == std::string::npos && out.headline.find(out.at) == std::string::npos)
      fault(node, "`at` is not in the example's text: \"" + out.at + "\"");
    out_.examples.push_back(std::move(out));
  }

  void require_keys() {
    Node const& root = tree_.root;
    auto const missing = [&](std::string_view key, std::string remedy = {}) {
      fault(root, "missing key `" + std::string(key) + "`", std::move(remedy));
    };
    auto const absent = [&](std::string_view key) { return root.find(key) == nullptr; };
    if (absent("id")) missing("id", "the name of the file without .yaml");
    if (absent("title")) missing("title", "one line that says what must hold");
    if (absent("message")) missing("message", "what the report says, with {names}");
    if (absent("require")) missing("require", "the condition that must hold");
    if (absent("explain")) missing("explain", "why it matters, how it decides, when it is silent, known false alarms");
    int const looks = !absent("match") + !absent("bind") + !absent("on");
    if (looks == 0) missing("match", "say with match, bind or on what the rule looks at");
    if (looks > 1) fault(root, "a rule has one of match, bind and on", "split it into two rules");
    auto const has = [&](bool wrong) {
      return std::any_of(out_.examples.begin(), out_.examples.end(),
                         [&](Example const& e) { return e.wrong == wrong; });
    };
    if (!examples_broken_ && !has(true)) missing("examples: wrong", "give a text that the rule must object to");
    if (!examples_broken_ && !has(false)) missing("examples: fine", "give a text that looks wrong and is not");
    if (!out_.id.empty() && tree_.file != "-") {
      std::size_t const slash = tree_.file.find_last_of('/');
      std::string name = tree_.file.substr(slash == std::string::npos ? 0 : slash + 1);
      name = name.substr(0, name.find_last_of('.'));
      if (name != out_.id.text)
        faults_.push_back(fault_at(out_, out_.id, 0, "the id `" + out_.id.text + "` is not the file's name",
                                   "rename the file to " + out_.id.text + ".yaml"));
    }
    for (char const c : out_.id.text) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') continue;
      faults_.push_back(fault_at(out_, out_.id, 0, "an id is made of small letters, digits and hyphens"));
      break;
    }
  }

  yaml::Tree const& tree_;
  RuleSource out_;
  bool examples_broken_ = false;
  Diagnostics& faults_;
};

} // namespace

RuleSource read_rule(yaml::Tree const& tree, Diagnostics& faults) { return Reader(tree, faults).run(); }

Diagnostic fault_at(RuleSource const& source, Located const& text, std::uint32_t offset, std::string message,
                    std::string remedy) {
  auto const [line, column] = yaml::place_in(source.written, {text.line, text.column}, text.text, offset);
  return {source.file, line, column, std::move(message), std::move(remedy)};
}

} // namespace claimcheck::rules
