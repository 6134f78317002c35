#include "engine/input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/glob.hpp"
#include "text/encoding.hpp"

namespace claimcheck {
namespace {

struct Ending {
  std::string_view ending;
  text::Format format;
};
constexpr std::array<Ending, 9> endings{{{".md", text::Format::markdown},
                                         {".markdown", text::Format::markdown},
                                         {".mdown", text::Format::markdown},
                                         {".mkd", text::Format::markdown},
                                         {".txt", text::Format::plain},
                                         {".text", text::Format::plain},
                                         {".html", text::Format::html},
                                         {".htm", text::Format::html},
                                         {".xhtml", text::Format::html}}};

Ending const* ending_of(std::string_view path) {
  std::size_t const dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] == '/') return nullptr;
  std::string ending(path.substr(dot));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  auto const* const found =
      std::find_if(endings.begin(), endings.end(), [&](Ending const& known) { return known.ending == ending; });
  return found == endings.end() ? nullptr : found;
}

tl::unexpected<Diagnostics> fault(std::string const& file, std::string message, std::string remedy) {
  return tl::make_unexpected(Diagnostics{{file, 0, 0, std::move(message), std::move(remedy)}});
}

std::string human_size(std::uint64_t bytes) {
  if (bytes % (1 << 20) == 0 && bytes != 0) return fmt::format("{} MiB", bytes >> 20);
  if (bytes >= (1 << 20)) return fmt::format("{}.{} MiB", bytes >> 20, (bytes & 0xfffff) * 10 >> 20);
  return fmt::format("{} bytes", bytes);
}

tl::unexpected<Diagnostics> too_large(std::string const& name, std::uint64_t max_size, std::string_view remedy) {
  return fault(name, fmt::format("larger than the limit of {}", human_size(max_size)), std::string(remedy));
}

/// A file descriptor that closes itself.
struct Open {
  int descriptor;
  explicit Open(int d) : descriptor(d) {}
  ~Open() {
    if (descriptor >= 0) ::close(descriptor);
  }
  Open(Open const&) = delete;
  Open& operator=(Open const&) = delete;
};

bool passed_over(std::filesystem::path const& folder) {
  std::string const name = folder.filename().string();
  return name == "node_modules" || (name.size() > 1 && name[0] == '.' && name != "..");
}

void search_folder(std::string const& folder, std::vector<std::string>& found) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    std::error_code ignored;
    if (walk->is_directory(ignored)) {
      if (passed_over(walk->path())) walk.disable_recursion_pending();
    } else if (walk->is_regular_file(ignored) && is_article(walk->path().generic_string())) {
      std::string path = walk->path().generic_string();
      if (path.starts_with("./")) path.erase(0, 2); // as reports and annotations name it
      found.push_back(std::move(path));
    }
  }
  std::sort(found.begin(), found.end());
}

/// A pattern that no shell has expanded ("news/**/*.md"), and no file of that name.
bool is_pattern(std::string const& argument) {
  std::error_code error;
  return argument.find_first_of("*?") != std::string::npos && !std::filesystem::exists(argument, error);
}

/// The articles that the pattern names, as a shell would: without '/' those of this folder.
std::vector<std::string> matching_files(std::string pattern) {
  if (pattern.starts_with("./")) pattern.erase(0, 2);
  std::size_t const slash = pattern.rfind('/', pattern.find_first_of("*?"));
  std::string const folder = slash == std::string::npos ? "." : pattern.substr(0, std::max<std::size_t>(slash, 1));
  std::vector<std::string> inside, found;
  search_folder(folder, inside);
  for (std::string& path : inside) {
    bool const here = pattern.find('/') != std::string::npos || path.find('/') == std::string::npos;
    std::string_view const whole = path.starts_with('/') ? std::string_view(path).substr(1) : std::string_view(path);
    if (here && glob_matches(pattern, whole)) found.push_back(std::move(path));
  }
  return found;
}

} // namespace

text::Format format_of(std::string_view path) {
  Ending const* const ending = ending_of(path);
  return ending == nullptr ? text::Format::plain : ending->format;
}

bool is_article(std::string_view path) { return ending_of(path) != nullptr; }

Result<std::string> read_descriptor(int descriptor, std::string const& name, std::uint64_t max_size,
                                    std::uint64_t expected, std::string_view remedy) {
  std::string bytes;
  std::size_t have = 0;
  for (;;) {
    if (have > max_size) return too_large(name, max_size, remedy);
    if (bytes.size() == have)
      bytes.resize(std::max<std::size_t>({2 * bytes.size(), 65536, static_cast<std::size_t>(expected) + 1}));
    ssize_t const n = ::read(descriptor, bytes.data() + have, bytes.size() - have);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fault(name, fmt::format("cannot be read: {}", std::strerror(errno)), "");
    if (n == 0) break;
    have += static_cast<std::size_t>(n);
  }
  bytes.resize(have);
  if (auto found = text::encoding_fault(bytes, name)) return tl::make_unexpected(Diagnostics{std::move(*found)});
  return bytes;
}

Result<std::string> read_file(std::string const& path, std::uint64_t max_size, std::string_view remedy) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fault(path, "no such file", "check the path");
    return fault(path, fmt::format("cannot be read: {}", std::strerror(errno)), "");
  }
  if (S_ISDIR(info.st_mode)) return fault(path, "is a folder", "give a file");
  if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > max_size)
    return too_large(path, max_size, remedy);
  Open const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.descriptor < 0)
    return fault(path, fmt::format("cannot be opened: {}", std::strerror(errno)),
                 errno == EACCES ? "check its permissions" : "");
  return read_descriptor(file.descriptor, path, max_size, static_cast<std::uint64_t>(std::max<off_t>(info.st_size, 0)),
                         remedy);
}

std::optional<std::uint64_t> size_named(std::string_view text) {
  std::uint64_t value = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    value = value * 10 + static_cast<std::uint64_t>(text[at] - '0');
    if (value > (std::uint64_t{1} << 40)) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  std::string unit(text.substr(at));
  for (char& c : unit)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (unit.empty() || unit == "b") return value;
  if (unit == "k" || unit == "kb" || unit == "kib") return value << 10;
  if (unit == "m" || unit == "mb" || unit == "mib") return value << 20;
  if (unit == "g" || unit == "gb" || unit == "gib") return value << 30;
  return std::nullopt;
}

FoundFiles find_files(std::vector<std::string> const& arguments) {
  FoundFiles out;
  std::set<std::string> seen;
  for (std::string const& argument : arguments) {
    std::error_code error;
    if (argument != "-" && std::filesystem::is_directory(argument, error)) {
      std::vector<std::string> inside;
      search_folder(argument, inside);
      if (inside.empty())
        out.notes.push_back({argument, 0, 0, "no article in this folder",
                             "known endings: .md .markdown .mdown .mkd .txt .text .html .htm .xhtml"});
      for (std::string& path : inside)
        if (seen.insert(path).second) out.paths.push_back(std::move(path));
    } else if (argument != "-" && is_pattern(argument)) {
      auto const matching = matching_files(argument);
      if (matching.empty()) out.notes.push_back({argument, 0, 0, "no article matches this pattern", ""});
      for (std::string const& path : matching)
        if (seen.insert(path).second) out.paths.push_back(path);
    } else if (seen.insert(argument).second) {
      out.paths.push_back(argument);
    }
  }
  return out;
}

} // namespace claimcheck
