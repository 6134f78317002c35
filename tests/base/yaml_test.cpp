// The YAML tree: where each node stands, what is refused and how it is said, and that a snapshot is the tree again.
#include "base/yaml.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace claimcheck::yaml {
namespace {

Tree parsed(std::string_view text) {
  auto tree = parse(text, "list.yaml");
  EXPECT_TRUE(tree) << (tree ? "" : to_string(tree.error().front()));
  return tree ? *tree : Tree{};
}

/// The faults of a text, one a line.
std::string faults(std::string_view text) {
  auto const tree = parse(text, "f");
  if (tree) return "no fault";
  std::string out;
  for (auto const& fault : tree.error()) out += (out.empty() ? "" : "\n") + to_string(fault);
  return out;
}

/// "line:column" of a node.
std::string place(Node const& node) { return std::to_string(node.line) + ':' + std::to_string(node.column); }

TEST(Yaml, ReadsEveryKindOfNode) {
  Tree const tree = parsed("word: text\nlist: [a, b]\nempty:\nmap: {x: 1}\n");
  EXPECT_EQ(tree.file, "list.yaml");
  ASSERT_TRUE(tree.root.is_map());
  EXPECT_EQ(tree.root.size(), 4u);
  EXPECT_EQ(tree.root.find("word")->scalar, "text");
  ASSERT_TRUE(tree.root.find("list")->is_sequence());
  EXPECT_EQ(tree.root.find("list")->size(), 2u);
  EXPECT_EQ(tree.root.find("list")->children[1].scalar, "b");
  EXPECT_TRUE(tree.root.find("empty")->is_null());
  EXPECT_EQ(tree.root.find("map")->find("x")->scalar, "1");
  EXPECT_EQ(tree.root.find("absent"), nullptr);
  EXPECT_EQ(tree.root.find("list")->find("a"), nullptr) << "a list has no keys";
}

TEST(Yaml, NothingIsANullAtTheBeginning) {
  for (auto const* text : {"", "\n\n", "# only a comment\n", "---\n"}) {
    Tree const tree = parsed(text);
    EXPECT_TRUE(tree.root.is_null()) << text;
    EXPECT_EQ(tree.root.line, 1u) << text;
  }
}

TEST(Yaml, PositionsCountFromOneInBytes) {
  Tree const tree = parsed("# a comment\nfirst: one\nsecond:\n  - 'two'\n  - {é: x}\n");
  EXPECT_EQ(place(tree.root.key(0)), "2:1");
  EXPECT_EQ(place(tree.root.value(0)), "2:8");
  EXPECT_EQ(place(tree.root.key(1)), "3:1");
  Node const& list = tree.root.value(1);
  EXPECT_EQ(place(list.children[0]), "4:5") << "the opening mark of a quoted scalar";
  EXPECT_EQ(place(list.children[1].key(0)), "5:6");
  EXPECT_EQ(place(list.children[1].value(0)), "5:10") << "e with an accent has two bytes";
}

TEST(Yaml, CarriageReturnsDoNotShiftPositions) {
  Tree const tree = parsed("a: 1\r\nb:\r\n  c: 2\r\n");
  EXPECT_EQ(tree.root.value(0).scalar, "1");
  EXPECT_EQ(place(tree.root.value(1).value(0)), "3:6");
}

TEST(Yaml, TellsQuotedFromPlain) {
  Tree const tree = parsed("plain: yes\nsingle: 'yes'\ndouble: \"yes\"\nblock: |\n  yes\nfolded: >-\n  yes\n");
  EXPECT_FALSE(tree.root.find("plain")->quoted);
  for (auto const* key : {"single", "double", "block", "folded"}) EXPECT_TRUE(tree.root.find(key)->quoted) << key;
  EXPECT_EQ(tree.root.find("block")->scalar, "yes\n");
  EXPECT_EQ(tree.root.find("folded")->scalar, "yes");
}

TEST(Yaml, KeepsTheEndOfTheLastScalar) {
  EXPECT_EQ(parsed("a: |\n  x\n").root.value(0).scalar, "x\n");
  EXPECT_EQ(parsed("a: |+\n  x\n\n").root.value(0).scalar, "x\n\n");
  EXPECT_EQ(parsed("a: |-\n  x\n").root.value(0).scalar, "x");
  EXPECT_EQ(parsed("a: x\n\n").root.value(0).scalar, "x");
}

TEST(Yaml, TruthValuesAreUnquotedWords) {
  Tree const tree = parsed("[true, yes, on, false, no, off, 'yes', \"off\", maybe, 1, [yes], ~]");
  std::vector<std::optional<bool>> read;
  for (Node const& node : tree.root.children) read.push_back(as_bool(node));
  std::optional<bool> const nothing;
  EXPECT_EQ(read, (std::vector<std::optional<bool>>{true, true, true, false, false, false, nothing, nothing, nothing,
                                                    nothing, nothing, nothing}));
}

TEST(Yaml, AllDuplicateKeysAreReportedTogether) {
  EXPECT_EQ(faults("a: 1\nb: {x: 1, x: 2}\na: 2\na: 3\nc: 4\n"), "f:2:11: duplicate key `x`; keep one of them\n"
                                                                 "f:3:1: duplicate key `a`; keep one of them\n"
                                                                 "f:4:1: duplicate key `a`; keep one of them");
  EXPECT_EQ(faults("- {a: 1}\n- {a: 2}\n"), "no fault") << "two maps";
  EXPECT_EQ(faults("a: 1\nA: 2\n'a ': 3\n"), "no fault");
}

TEST(Yaml, KeysAreWords) {
  EXPECT_EQ(faults("? [a, b]\n: 1\n"), "f:1:3: a key must be a word");
  EXPECT_EQ(faults("~: 1\n"), "f:1:1: a key must be a word");
}

TEST(Yaml, AnchorsAndAliasesAreRefused) {
  EXPECT_EQ(faults("a: &x 1\nb: 2\n"),
            "f:1:4: anchors (&name) are not supported; write the value out where it is used");
  EXPECT_NE(faults("a: &x [1, 2]\n").find("anchors"), std::string::npos);
  EXPECT_NE(faults("a: &x {b: 1}\n").find("anchors"), std::string::npos);
  EXPECT_NE(faults("a: *x\n"), "no fault") << "an alias of nothing";
  EXPECT_NE(faults("a: &x\nb: *x\n"), "no fault") << "an anchor of nothing";
}

TEST(Yaml, OneDocumentAFile) {
  EXPECT_EQ(faults("a: 1\n---\nb: 2\n"),
            "f:3:1: more than one YAML document in the file; put each into a file of its own");
  EXPECT_EQ(faults("---\na: 1\n...\n"), "no fault");
  // What the second document holds must not hide it.
  EXPECT_NE(faults("a: 1\n---\n&x b\n").find("more than one YAML document"), std::string::npos);
  EXPECT_NE(faults("a: 1\n---\nb: 1\nb: 2\n").find("more than one YAML document"), std::string::npos);
  EXPECT_NE(faults("a: 1\n---\n" + std::string(100, '[')).find("f:"), std::string::npos);
}

TEST(Yaml, DepthIsLimited) {
  auto const nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(faults(nested(64)), "no fault");
  EXPECT_EQ(faults(nested(65)), "f:1:65: nested deeper than 64 levels; flatten it");
  for (auto const* opening : {"[", "{", "- ", "? ", "{a: ", "[{"}) {
    std::string deep;
    for (int i = 0; i < 50'000; ++i) deep += opening;
    EXPECT_NE(faults(deep), "no fault") << opening;
  }
}

TEST(Yaml, SyntaxFaultsHaveAPlace) {
  EXPECT_TRUE(faults("a: 1\nb: [1, 2\nc: 3\n").starts_with("f:")) << faults("a: 1\nb: [1, 2\nc: 3\n");
  EXPECT_EQ(faults("a: 1"), "no fault") << "no line break at the end";
  for (auto const* text : {"a: \"open", "a: \"open\n", "a: 'open\nb: 2\n", "a: \"open\n\n"})
    EXPECT_NE(faults(text).find("a quotation mark before this place is never closed"), std::string::npos) << text;
  EXPECT_TRUE(faults("a: b: c\n").starts_with("f:1:"));
  EXPECT_TRUE(faults("\t- a\n").starts_with("f:1:"));
}

// yaml-cpp takes byte 4 for the end of its input: what follows would be lost without a word.
TEST(Yaml, ControlCharactersAreRefused) {
  EXPECT_TRUE(faults("a: 1\nb: \x04\nc: 3\n").starts_with("f:2:4: a control character"));
  EXPECT_TRUE(faults(std::string_view("a: \0b\n", 6)).starts_with("f:1:4: a control character"));
  EXPECT_EQ(faults("a: \"\\x04\"\n\tb\n").find("control"), std::string::npos) << "escaped, and a tab";
}

TEST(Yaml, ASnapshotIsTheTreeAgain) {
  std::vector<Tree> const trees{parsed("a: 'quoted'\nlist: [1, {b: ~}, []]\nlong: " + std::string(300, 'x') + "\n"),
                                parsed(""), parsed("- é\n- |\n  two\n  lines\n")};
  std::vector<Tree> const back = restore(snapshot(trees));
  ASSERT_EQ(back.size(), trees.size());
  auto const same = [](auto const& self, Node const& x, Node const& y) -> void {
    EXPECT_EQ(x.kind, y.kind);
    EXPECT_EQ(x.quoted, y.quoted);
    EXPECT_EQ(place(x), place(y));
    EXPECT_EQ(x.scalar, y.scalar);
    ASSERT_EQ(x.children.size(), y.children.size());
    for (std::size_t i = 0; i < x.children.size(); ++i) self(self, x.children[i], y.children[i]);
  };
  for (std::size_t i = 0; i < trees.size(); ++i) {
    EXPECT_EQ(back[i].file, trees[i].file);
    same(same, trees[i].root, back[i].root);
  }
  EXPECT_TRUE(restore(snapshot({})).empty());
}

TEST(Yaml, ADamagedSnapshotThrows) {
  std::string const whole = snapshot({parsed("a: [1, 2, {b: 'c'}]\nd: e\n")});
  for (std::size_t n = 0; n < whole.size(); ++n)
    EXPECT_THROW(restore(whole.substr(0, n)), std::runtime_error) << "cut at " << n;
  EXPECT_THROW(restore(whole + 'x'), std::runtime_error) << "too long";
  for (std::size_t at = 0; at < whole.size(); ++at) { // a changed byte gives another tree or a complaint, nothing else
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = whole;
      changed[at] = static_cast<char>(byte);
      try {
        restore(changed);
      } catch (std::runtime_error const&) {
      }
    }
  }
  EXPECT_THROW(restore("\xFF\xFF\xFF\xFF\x0F"), std::runtime_error) << "four thousand million trees";
  std::string deep = "\x01\x01"
                     "f";
  for (int i = 0; i < 100'000; ++i) deep += "\x02\x01\x01\x01"; // a list of one list of one list ...
  EXPECT_THROW(restore(deep), std::runtime_error);
}

} // namespace
} // namespace claimcheck::yaml
