#include "base/yaml.hpp"

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
    refuse(mark, "aliases (*name) are not supported", "write the value out");
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    Node& node = add(mark, anchor, NodeKind::scalar);
    node.scalar = value;
    node.quoted = tag == "!";
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, NodeKind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, NodeKind::map);
  }
  void OnMapEnd() override {
    check_keys(*open_.back());
    close();
  }

 private:
  Node& add(YAML::Mark const& mark, YAML::anchor_t anchor, NodeKind kind) {
    if (anchor != 0) refuse(mark, "anchors (&name) are not supported", "write the value out where it is used");
    Node* node = &tree_.root;
    if (!open_.empty()) node = &open_.back()->children.emplace_back();
    node->kind = kind;
    node->line = static_cast<std::uint32_t>(mark.line + 1);
    node->column = static_cast<std::uint32_t>(mark.column + 1);
    return *node;
  }
  void open(YAML::Mark const& mark, YAML::anchor_t anchor, NodeKind kind) {
    if (open_.size() >= deepest) refuse(mark, "nested deeper than 64 levels", "flatten it");
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
  [[noreturn]] void refuse(YAML::Mark const& mark, std::string message, std::string remedy) {
    faults_.push_back({tree_.file, static_cast<std::uint32_t>(mark.line + 1),
                       static_cast<std::uint32_t>(mark.column + 1), std::move(message), std::move(remedy)});
    throw Stop{};
  }

  Tree& tree_;
  Diagnostics& faults_;
  std::vector<Node*> open_;
};

/// Nothing may follow the first document, whatever it is.
void check_end(YAML::Parser& parser, std::string const& file, Diagnostics& faults) {
  Tree second{file, {}};
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

Result<Tree> parse(std::string_view text, std::string file) {
  Tree tree{std::move(file), {}};
  Diagnostics faults;
  if (auto fault = control_character(text, tree.file)) return tl::make_unexpected(Diagnostics{std::move(*fault)});
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
  } catch (YAML::Exception const& error) {
    bool const open = error.msg == YAML::ErrorMsg::DOC_IN_SCALAR || error.msg == YAML::ErrorMsg::EOF_IN_SCALAR;
    faults.push_back({tree.file, static_cast<std::uint32_t>(error.mark.line + 1),
                      static_cast<std::uint32_t>(error.mark.column + 1),
                      open ? "a quotation mark before this place is never closed" : error.msg, ""});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  if (tree.root.is_null())
    tree.root.line = tree.root.column = 1; // an empty file: yaml-cpp places it behind the comments
  return tree;
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
