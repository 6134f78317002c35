// Build tool: parses YAML files and writes their snapshot and the source file that puts it into the program.
//   claimcheck_embed NAME OUT.bin OUT.cpp ROOT FILE.yaml...
// File names are stored relative to ROOT, so that the result does not depend on where the tree lies.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/yaml.hpp"

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: claimcheck_embed NAME OUT.bin OUT.cpp ROOT FILE.yaml...\n", stderr);
    return 2;
  }
  std::string const name = argv[1], blob = argv[2];
  std::vector<claimcheck::yaml::Tree> trees;
  bool failed = false;
  for (int i = 5; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    auto tree = claimcheck::yaml::parse(text, std::filesystem::relative(argv[i], argv[4]).generic_string());
    if (tree) {
      trees.push_back(std::move(*tree));
      continue;
    }
    for (auto const& fault : tree.error()) std::fprintf(stderr, "%s\n", to_string(fault).c_str());
    failed = true;
  }
  if (failed) return 1;
  std::ofstream(blob, std::ios::binary) << claimcheck::yaml::snapshot(trees);
  std::ofstream(argv[3]) << "#include \"base/embedded.hpp\"\n"
                            "extern \"C\" { extern char const claimcheck_"
                         << name << "_begin[], claimcheck_" << name
                         << "_end[]; }\n"
                            "asm(\".section .rodata\\n.balign 16\\nclaimcheck_"
                         << name << "_begin:\\n.incbin \\\"" << blob << "\\\"\\nclaimcheck_" << name
                         << "_end:\\n.byte 0\\n.text\\n\");\n"
                            "namespace claimcheck::embedded {\n"
                            "std::string_view "
                         << name << "() { return {claimcheck_" << name << "_begin, static_cast<std::size_t>(claimcheck_"
                         << name << "_end - claimcheck_" << name << "_begin)}; }\n}\n";
  return 0;
}
