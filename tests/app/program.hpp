// Runs the built program as a user would.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace claimcheck::app {

struct Ran {
  int status = -1;
  std::string out, err;
};

/// A folder of its own for each test, removed with it, in which the program runs.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(Workplace const&) = delete;
  Workplace& operator=(Workplace const&) = delete;

  void write(std::string const& name, std::string_view text) const;
  std::string read(std::string const& name) const;
  bool has(std::string const& name) const { return std::filesystem::exists(folder_ / name); }
  /// `arguments` as a shell would read them; `input` on standard input; `environment`: "NAME=value ...".
  Ran run(std::string const& arguments, std::string_view input = {}, std::string const& environment = {}) const;
  std::filesystem::path const& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

inline constexpr std::string_view wrong = "The town lies 225 miles (262 km) from the capital.\n";
inline constexpr std::string_view right = "The town lies 225 miles (362 km) from the capital.\n";

} // namespace claimcheck::app
