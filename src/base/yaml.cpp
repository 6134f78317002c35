#include "base/yaml.hpp"

#include <algorithm>
#include <cstring>
#include <set>
#include <sstream>
#include <stdexcept>

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace claimcheck::yaml {
namespace {

constexpr std::size_t deepest = 64;

/// Thrown through yaml-cpp to stop at a fault that makes the rest meaningless.
struct Stop {};

/// Builds our tree from yaml-cpp's events, which carry positions that its Node interface loses for keys.
class Builder : public YAML::EventHandler {
 public:
  Builder(Tree& tree, Diagnostics& faults) : tree_(tree), faults_(faults) {}

  void OnDocumentStart(YAML::Mark const&) override {}
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override { add(mark, anchor, NodeKind::null); }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override {
    add(mark, 0, NodeKind::null);
    fault(mark, "aliases (*name) are not supported", "write the value out");
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    Node& node = add(mark, anchor, NodeKind::scalar);
    node.scalar = value;
    node.quoted = tag == "!";
    check_tag(mark, tag);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    open(mark, anchor, NodeKind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    open(mark, anchor, NodeKind::map);
  }
  void OnMapEnd() override {
    check_keys(*open_.back());
    close();
  }

 private:
  Node& add(YAML::Mark const& mark, YAML::anchor_t anchor, NodeKind kind) {
    if (anchor != 0) fault(mark, "anchors (&name) are not supported", "write the value out where it is used");
    Node* node = &tree_.root;
    if (!open_.empty()) node = &open_.back()->children.emplace_back();
    node->kind = kind;
    node->line = static_cast<std::uint32_t>(mark.line + 1);
    node->column = static_cast<std::uint32_t>(mark.column + 1);
    return *node;
  }
  void open(YAML::Mark const& mark, YAML::anchor_t anchor, NodeKind kind) {
    if (open_.size() >= deepest) {
      fault(mark, "nested deeper than 64 levels", "flatten it");
      throw Stop{};
    }
    open_.push_back(&add(mark, anchor, kind)); // a parent's vector does not grow while a child is open
  }
  void close() { open_.pop_back(); }
  void check_keys(Node const& map) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < map.size(); ++i) {
      Node const& key = map.key(i);
      if (!key.is_scalar())
        faults_.push_back(tree_.fault(key, "a key must be a word", ""));
      else if (!seen.insert(key.scalar).second)
        faults_.push_back(tree_.fault(key, "duplicate key `" + key.scalar + "`", "keep one of them"));
    }
  }
  void check_tag(YAML::Mark const& mark, std::string const& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") fault(mark, "tags (!name) are not supported", "leave it out");
  }
  void fault(YAML::Mark const& mark, std::string message, std::string remedy) {
    faults_.push_back({tree_.file, static_cast<std::uint32_t>(mark.line + 1),
                       static_cast<std::uint32_t>(mark.column + 1), std::move(message), std::move(remedy)});
  }

  Tree& tree_;
  Diagnostics& faults_;
  std::vector<Node*> open_;
};

/// Nothing may follow the first document, whatever it is.
void check_end(YAML::Parser& parser, std::string const& file, Diagnostics& faults) {
  Tree second{file, {}, {}};
  Diagnostics ignored;
  Builder rest(second, ignored);
  bool more = true;
  try {
    more = parser.HandleNextDocument(rest);
  } catch (Stop const&) { // it has faults of its own
  }
  if (more)
    faults.push_back(
        {file, second.root.line, 1, "more than one YAML document in the file", "put each into a file of its own"});
}

/// The first control character that YAML 1.2 (5.1) does not allow. yaml-cpp takes one of them, 0x04, for the end of the
/// file.
std::optional<Diagnostic> control_character(std::string_view text, std::string const& file) {
  std::uint32_t line = 1, column = 1;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f)
      return Diagnostic{file, line, column, "a control character stands in the text",
                        "write it as an escape (\"\\x04\"), or save the file as UTF-8"};
    column = c == '\n' ? 1 : column + 1;
    if (c == '\n') ++line;
  }
  return std::nullopt;
}

/// What stands on the line before a place.
std::string_view before(std::string_view text, Place place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line && at != std::string_view::npos; ++line) {
    at = text.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  return at == std::string_view::npos ? std::string_view{} : text.substr(at, place.column - 1);
}

/// yaml-cpp's messages in the words of somebody who writes a file, with what is probably wrong.
std::pair<std::string, std::string> explained(std::string const& message, std::string_view before) {
  namespace Msg = YAML::ErrorMsg;
  std::size_t const last = before.find_last_not_of(' ');
  bool const closed = last != std::string_view::npos && std::string_view("}])\"'").find(before[last]) < 5;
  if (message == Msg::DOC_IN_SCALAR || message == Msg::EOF_IN_SCALAR)
    return {"a quotation mark before this place is never closed", ""};
  if (message == Msg::TAB_IN_INDENTATION) return {"the line is indented with a tab", "indent with spaces"};
  if (message == Msg::MAP_VALUE && before.find(": ") != std::string_view::npos)
    return {"a second colon stands in a text", "put the text in quotation marks"};
  if ((message == Msg::END_OF_MAP || message == Msg::END_OF_SEQ || message == Msg::END_OF_MAP_FLOW ||
       message == Msg::END_OF_SEQ_FLOW) &&
      closed)
    return {"the text goes on behind its closing mark", "put the whole text in quotation marks"};
  if (message == Msg::END_OF_MAP_FLOW || message == Msg::END_OF_SEQ_FLOW)
    return {message == Msg::END_OF_MAP_FLOW ? "`{` is never closed" : "`[` is never closed",
            "put a text that begins with it in quotation marks"};
  if (message == Msg::END_OF_MAP || message == Msg::END_OF_SEQ || message == Msg::MAP_VALUE ||
      message == Msg::MAP_KEY || message == Msg::BLOCK_ENTRY)
    return {"the line does not fit the lines above it", "the keys of a map begin in one column, and so do its items"};
  if (message == Msg::UNKNOWN_TOKEN) return {"a text cannot begin with this mark", "put it in quotation marks"};
  if (message == Msg::UNKNOWN_ANCHOR || message == Msg::ALIAS_NOT_FOUND || message == Msg::CHAR_IN_ALIAS)
    return {"a text that begins with * is taken for an alias", "put it in quotation marks"};
  if (message.starts_with(Msg::INVALID_ESCAPE))
    return {message, "write a backslash twice, or use single quotation marks"};
  return {message, ""};
}

void put(std::string& out, std::uint32_t value) { // LEB128
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

void put(std::string& out, Node const& node) {
  out += static_cast<char>(static_cast<int>(node.kind) | (node.quoted ? 8 : 0));
  put(out, node.line);
  put(out, node.column);
  if (node.is_scalar()) put(out, node.scalar);
  if (node.is_sequence() || node.is_map()) {
    put(out, static_cast<std::uint32_t>(node.children.size()));
    for (Node const& child : node.children) put(out, child);
  }
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      auto const byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    damaged();
  }
  std::string_view text() { return take(number()); }
  /// A number of things that take a byte at least: a damaged count must not make us ask for memory.
  std::uint32_t count() {
    std::uint32_t const n = number();
    if (n > rest_.size()) damaged();
    return n;
  }
  bool at_end() const { return rest_.empty(); }
  Node node(std::size_t depth = 0) {
    if (depth > deepest) damaged();
    Node out;
    int const head = static_cast<unsigned char>(take(1)[0]);
    if ((head & 7) > static_cast<int>(NodeKind::map) || head > 15) damaged();
    out.kind = static_cast<NodeKind>(head & 7);
    out.quoted = (head & 8) != 0;
    out.line = number();
    out.column = number();
    if (out.is_scalar()) out.scalar = text();
    if (out.is_sequence() || out.is_map()) {
      std::uint32_t const n = count();
      if (out.is_map() && n % 2 != 0) damaged();
      out.children.reserve(n);
      for (std::uint32_t i = 0; i < n; ++i) out.children.push_back(node(depth + 1));
    }
    return out;
  }

  [[noreturn]] static void damaged() { throw std::runtime_error("embedded YAML is damaged"); }

 private:
  std::string_view take(std::size_t n) {
    if (n > rest_.size()) damaged();
    std::string_view const out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return out;
  }
  std::string_view rest_;
};

} // namespace

Node const* Node::find(std::string_view name) const {
  if (!is_map()) return nullptr;
  for (std::size_t i = 0; i < size(); ++i)
    if (key(i).scalar == name) return &value(i);
  return nullptr;
}

std::optional<Tree> parse(std::string_view text, std::string file, Diagnostics& faults) {
  Tree tree{std::move(file), {}, std::string(text)};
  if (auto fault = control_character(text, tree.file)) {
    faults.push_back(std::move(*fault));
    return std::nullopt;
  }
  try {
    std::string input(text);
    // An open quotation mark at the end of the file escapes yaml-cpp where a line break follows; an end of document
    // does not.
    if (input.ends_with('\n')) input += "...\n";
    std::istringstream stream(input);
    YAML::Parser parser(stream);
    Builder builder(tree, faults);
    parser.HandleNextDocument(builder);
    check_end(parser, tree.file, faults);
  } catch (Stop const&) {
    return std::nullopt;
  } catch (YAML::Exception const& error) {
    auto const line = static_cast<std::uint32_t>(error.mark.line + 1);
    auto const column = static_cast<std::uint32_t>(error.mark.column + 1);
    auto [message, remedy] = explained(error.msg, before(text, {line, column}));
    faults.push_back({tree.file, line, column, std::move(message), std::move(remedy)});
    return std::nullopt;
  }
  if (tree.root.is_null())
    tree.root.line = tree.root.column = 1; // an empty file: yaml-cpp places it behind the comments
  return tree;
}

Result<Tree> parse(std::string_view text, std::string file) {
  Diagnostics faults;
  auto tree = parse(text, std::move(file), faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return std::move(*tree);
}

Place place_in(std::string_view source, Place scalar, std::string_view text, std::uint32_t offset) {
  auto const is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  std::size_t at = before(source, scalar).size();
  at += static_cast<std::size_t>(before(source, scalar).data() - source.data());
  if (source.empty() || at >= source.size()) return {scalar.line, scalar.column + offset};
  char const mark = source[at];
  bool const quoted = mark == '"' || mark == '\'';
  if (quoted)
    ++at;
  else if (mark == '|' || mark == '>') // the text begins on the next line
    at = std::min(source.find('\n', at), source.size());
  // Every character of the text stands in the source; between them come breaks, indentation and escapes.
  auto const skip = [&] {
    while (at < source.size() && is_space(source[at])) ++at;
  };
  if (!quoted) skip();
  for (std::uint32_t i = 0; i < offset && i < text.size(); ++i) {
    if (is_space(text[i])) {
      if (mark == '"' && at + 1 < source.size() && source[at] == '\\') at += 2; // \n
      if (i + 1 < text.size() && !is_space(text[i + 1])) skip();
      continue;
    }
    if (mark == '"' && at < source.size() && source[at] == '\\') ++at;
    if (mark == '\'' && text[i] == '\'') ++at; // written twice
    if (at < source.size()) ++at;
  }
  std::size_t const end = std::min(at, source.size());
  std::size_t const line_begin = end == 0 ? 0 : source.rfind('\n', end - 1) + 1; // npos + 1 is 0
  auto const lines = std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  return {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(end - line_begin + 1)};
}

std::optional<bool> as_bool(Node const& node) {
  if (!node.is_scalar() || node.quoted) return std::nullopt;
  if (node.scalar == "true" || node.scalar == "yes" || node.scalar == "on") return true;
  if (node.scalar == "false" || node.scalar == "no" || node.scalar == "off") return false;
  return std::nullopt;
}

std::string snapshot(std::vector<Tree> const& trees) {
  std::string out;
  put(out, static_cast<std::uint32_t>(trees.size()));
  for (Tree const& tree : trees) {
    put(out, tree.file);
    put(out, tree.root);
  }
  return out;
}

std::vector<Tree> restore(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<Tree> trees(reader.count());
  for (Tree& tree : trees) {
    tree.file = reader.text();
    tree.root = reader.node();
  }
  if (!reader.at_end()) Reader::damaged();
  return trees;
}

} // namespace claimcheck::yaml
