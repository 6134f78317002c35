#include "engine/glob.hpp"

#include <string>
#include <vector>

namespace claimcheck {

bool glob_matches(std::string_view pattern, std::string_view path) {
  std::string whole(pattern);
  if (whole.substr(0, 2) == "./") whole.erase(0, 2);
  if (!whole.empty() && whole.back() == '/') whole += "**";
  if (whole.find('/') == std::string::npos) whole.insert(0, "**/");
  if (!whole.empty() && whole.front() == '/') whole.erase(0, 1);
  // reachable[j]: the pattern up to here matches the first j bytes of the path. One pass a pattern character, never
  // exponential.
  std::vector<bool> reachable(path.size() + 1, false);
  reachable[0] = true;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::vector<bool> next(path.size() + 1, false);
    bool const deep = whole.compare(i, 2, "**") == 0;
    if (whole[i] == '*') {
      bool on = false;
      for (std::size_t j = 0; j <= path.size(); ++j) {
        if (!deep && j > 0 && path[j - 1] == '/') on = false;
        on = on || reachable[j];
        next[j] = on;
      }
      if (deep) {
        ++i;
        if (i + 1 < whole.size() && whole[i + 1] == '/') { // "**/" also stands for nothing, and ends at a folder
          ++i;
          for (std::size_t j = 1; j <= path.size(); ++j) next[j] = reachable[j] || (next[j] && path[j - 1] == '/');
        }
      }
    } else {
      for (std::size_t j = 0; j < path.size(); ++j)
        if (reachable[j] && (whole[i] == path[j] || (whole[i] == '?' && path[j] != '/'))) next[j + 1] = true;
    }
    reachable = std::move(next);
  }
  return reachable[path.size()];
}

} // namespace claimcheck
