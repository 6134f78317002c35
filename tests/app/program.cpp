#include "app/program.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <sys/wait.h>
#include <unistd.h>

namespace claimcheck::app {

Workplace::Workplace() {
  std::string name = (std::filesystem::temp_directory_path() / "claimcheck-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  folder_ = name;
  std::filesystem::create_directory(folder_ / ".git"); // no configuration from above applies here
}

Workplace::~Workplace() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Workplace::write(std::string const& name, std::string_view text) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << text;
}

std::string Workplace::read(std::string const& name) const {
  std::ifstream in(folder_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Ran Workplace::run(std::string const& arguments, std::string_view input, std::string const& environment) const {
  write(".stdin", input);
  std::string const command = "cd '" + folder_.string() + "' && unset GITHUB_STEP_SUMMARY; " + environment +
                              " '" CLAIMCHECK_BINARY "' " + arguments + " <.stdin >.stdout 2>.stderr";
  int const status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".stdout"), read(".stderr")};
}

} // namespace claimcheck::app
