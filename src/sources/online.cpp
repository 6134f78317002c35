#include "sources/online.hpp"

#include <cstdio>
#include <cstdlib>
#include <optional>

#include "sources/cassette.hpp"
#include "sources/http_cache.hpp"

namespace claimcheck::sources {

namespace {

/// A replay waits for nobody and knows no date.
class ReplayClock : public Clock {
 public:
  double now() const override { return seconds_; }
  void sleep(double seconds) override { seconds_ += seconds; }

 private:
  double seconds_ = 0;
};

/// One line that is written over itself, and only when it has something to say.
void show_progress(std::size_t done, std::size_t all, std::size_t bytes) {
  std::fprintf(stderr, "\rasking sources: %zu of %zu answered, %zu kB\033[K", done, all, bytes / 1024);
  if (done == all) std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
}

/// A page or a mail address, in characters that a header may hold.
bool is_contact(std::string_view text) {
  if (text.size() < 5 || text.size() > 200) return false;
  for (char const c : text)
    if (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7F || c == '(' || c == ')')
      return false;
  return text.find('@') != std::string_view::npos || text.starts_with("https://") || text.starts_with("http://");
}

} // namespace

struct Online::Parts {
  std::unique_ptr<Transport> network;
  std::unique_ptr<Transport> recorder;
  std::unique_ptr<HttpCache> cache;
  ReplayClock replay_clock;
  std::optional<Fetcher> fetcher;
  std::optional<LiveSource> live;
};

Online::Online(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Online::~Online() = default;

Result<std::shared_ptr<Online const>> Online::open(OnlineOptions options) {
  auto parts = std::make_unique<Parts>();
  bool const replay = !options.replay_folder.empty();
  if (replay) {
    auto recording = ReplayTransport::open(options.replay_folder);
    if (!recording) return tl::unexpected(recording.error());
    parts->network = std::make_unique<ReplayTransport>(std::move(*recording));
  } else {
    if (!is_contact(options.contact))
      return tl::unexpected(Diagnostics{{"", 0, 0, "live sources ask for a way to reach whoever sends the requests",
                                         "set `contact` to a mail address or a page"}});
    options.network.user_agent = "claimcheck/0.1 (" + options.contact + ")";
    options.network.cancelled = options.cancelled;
    if (options.progress) options.network.progress = show_progress;
    parts->network = std::make_unique<CurlTransport>(std::move(options.network));
    if (!options.cache_file.empty()) parts->cache = std::make_unique<HttpCache>(options.cache_file);
  }
  Transport* transport = parts->network.get();
  if (!replay && !options.record_folder.empty()) {
    parts->recorder = std::make_unique<RecordingTransport>(*transport, options.record_folder);
    transport = parts->recorder.get();
  }
  if (options.policy.hosts.empty()) options.policy.hosts = default_hosts();
  options.policy.refresh = options.refresh || !options.record_folder.empty(); // a recording must hold everything
  Clock& clock = replay ? parts->replay_clock : system_clock();
  parts->fetcher.emplace(*transport, parts->cache.get(), clock, std::move(options.policy));
  parts->live.emplace(*parts->fetcher);
  return std::shared_ptr<Online const>(new Online(std::move(parts)));
}

std::vector<reference::Candidate> Online::resolve(reference::Mention const& mention, std::size_t limit) const {
  return parts_->live->resolve(mention, limit);
}

std::vector<reference::Fact> Online::lookup(std::string_view entity, reference::Property property,
                                            std::optional<Days> day) const {
  return parts_->live->lookup(entity, property, day);
}

std::string Online::unanswered(std::string_view entity, reference::Property property) const {
  return parts_->live->unanswered(entity, property);
}
std::string Online::unanswered(std::string_view name) const { return parts_->live->unanswered(name); }

std::vector<std::string> Online::unavailable() const { return parts_->live->unavailable(); }
std::vector<std::string> Online::unrecorded() const { return parts_->fetcher->unrecorded(); }

std::string default_cache_file() {
  if (char const* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/')
    return std::string(cache) + "/claimcheck/http.sqlite";
  if (char const* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::string(home) + "/.cache/claimcheck/http.sqlite";
  return {};
}

} // namespace claimcheck::sources
