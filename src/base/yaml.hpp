// YAML as our own tree: every node knows its line and column, duplicate keys are faults, threads may share it.
//
// Rule files and word lists go through it, whether they come from a user (parsed by yaml-cpp) or from the program
// itself (parsed when the program was built and restored from a snapshot in microseconds).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace claimcheck::yaml {

enum class NodeKind : std::uint8_t { null, scalar, sequence, map };

struct Node {
  NodeKind kind = NodeKind::null;
  bool quoted =
      false; ///< a scalar in quotation marks or a block scalar: "yes" and 'yes' are text, yes may be a truth value
  std::uint32_t line = 0;   ///< from 1
  std::uint32_t column = 0; ///< from 1, in bytes; of a quoted scalar: its opening mark
  std::string scalar;
  std::vector<Node> children; ///< of a map: key, value, key, value ...

  bool is_null() const { return kind == NodeKind::null; }
  bool is_scalar() const { return kind == NodeKind::scalar; }
  bool is_sequence() const { return kind == NodeKind::sequence; }
  bool is_map() const { return kind == NodeKind::map; }
  /// The value for a key; nullptr when absent or when this is no map.
  Node const* find(std::string_view key) const;
  /// Number of items or of key-value pairs.
  std::size_t size() const { return is_map() ? children.size() / 2 : children.size(); }
  Node const& key(std::size_t i) const { return children[2 * i]; }
  Node const& value(std::size_t i) const { return children[2 * i + 1]; }
};

struct Tree {
  std::string file; ///< as named in diagnostics
  Node root;
  std::string source = {}; ///< what was parsed; empty in a restored tree

  Diagnostic fault(Node const& at, std::string message, std::string remedy = {}) const {
    return {file, at.line, at.column, std::move(message), std::move(remedy)};
  }
};

/// Reads one YAML document. Faults: syntax, duplicate keys, anchors and aliases (which could make a small file huge),
/// tags, keys that are not scalars, more than one document, nesting deeper than 64. All but faults of syntax and depth
/// are reported together.
Result<Tree> parse(std::string_view text, std::string file);
/// The same for a reader that goes on: the tree comes back beside the faults wherever its outline is whole, so that
/// what else is wrong with the file can be reported together with them.
std::optional<Tree> parse(std::string_view text, std::string file, Diagnostics& faults);

/// Where a byte of a scalar stands in the source from which the scalar was read: through quotation marks, escapes,
/// block marks, indentation and folded lines.
struct Place {
  std::uint32_t line = 0, column = 0; ///< from 1
};
Place place_in(std::string_view source, Place scalar, std::string_view text, std::uint32_t offset);

/// A truth value: true, false, yes, no, on, off, unquoted. Nothing otherwise.
std::optional<bool> as_bool(Node const& node);

/// The compact form of several trees, and back. A damaged snapshot is a broken build: restore throws
/// std::runtime_error.
std::string snapshot(std::vector<Tree> const& trees);
std::vector<Tree> restore(std::string_view bytes);

} // namespace claimcheck::yaml
