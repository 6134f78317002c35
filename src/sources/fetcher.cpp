#include "sources/fetcher.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <thread>

#include <curl/curl.h>

#include "base/hash.hpp"

namespace claimcheck::sources {

namespace {

constexpr int max_redirects = 5;
constexpr int failures_until_left_alone = 5;
constexpr double first_pause = 1, longest_pause = 60;
constexpr std::int64_t hour = 3600, day = 86400;

class SystemClock : public Clock {
 public:
  double now() const override {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
  }
  void sleep(double seconds) override { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); }
};

/// 0.5 to 1.5, the same for the same request and try on every run, so that a replay takes the same course.
double jitter(std::string_view url, int attempt) {
  std::uint64_t const hash = fnv1a(std::to_string(attempt), fnv1a(url));
  return 0.5 + static_cast<double>(hash >> 11) / 9007199254740992.0;
}

bool again(int status) {
  return status == 408 || status == 425 || status == 429 || (status >= 500 && status <= 504 && status != 501);
}

/// Wikibase reports a busy database in a 200.
bool is_busy(HttpResponse const& response) {
  return response.status == 200 && response.body.size() < 4096 &&
         (response.body.find("\"code\":\"maxlag\"") != std::string::npos ||
          response.body.find("\"code\":\"ratelimited\"") != std::string::npos);
}

std::string resolved(std::string const& base, std::string_view location) {
  if (location.starts_with("https://")) return std::string(location);
  if (location.starts_with("//")) return "https:" + std::string(location);
  if (location.find("://") != std::string_view::npos || location.empty()) return {};
  std::string const root = "https://" + host_of(base);
  if (location.starts_with("/")) return root + std::string(location);
  std::string const path = base.substr(0, base.find('?'));
  return path.substr(0, path.rfind('/') + 1) + std::string(location);
}

} // namespace

Clock& system_clock() {
  static SystemClock clock;
  return clock;
}

std::map<std::string, HostPolicy> default_hosts() {
  return {{"www.wikidata.org", {1, 1, 7 * day}},
          {"en.wikipedia.org", {1, 1, 7 * day}},
          {"api.worldbank.org", {4, 2, 30 * day}}};
}

double retry_after(std::string_view header, double now) {
  double seconds = 0;
  auto const [at, error] = std::from_chars(header.data(), header.data() + header.size(), seconds);
  if (error == std::errc{} && at == header.data() + header.size())
    return std::isfinite(seconds) ? std::max(0.0, seconds) : 0;
  if (error == std::errc::result_out_of_range) return 1e9;
  time_t const date = curl_getdate(std::string(header).c_str(), nullptr);
  return date <= 0 ? 0 : std::max(0.0, static_cast<double>(date) - now);
}

std::int64_t lifetime(HttpResponse const& response, std::int64_t fallback) {
  std::string const control = response.header("cache-control");
  std::int64_t seconds = fallback;
  if (std::size_t const at = control.find("max-age="); at != std::string::npos) {
    std::int64_t stated = 0;
    std::from_chars(control.data() + at + 8, control.data() + control.size(), stated);
    if (stated > 0)
      seconds = stated; // the API of Wikidata says 0 to all that do not ask for more: its data do not change that fast
  }
  return std::clamp(seconds, hour, 90 * day);
}

struct Fetcher::Task {
  std::string asked; ///< canonical: the key of the cache
  std::string url;   ///< where it is now, after redirects
  Fetched result;
  std::optional<CachedAnswer> kept;
  bool done = false;
  int attempt = 0;
  int redirects = 0;
  double not_before = 0;
};

Fetcher::Fetcher(Transport& transport, HttpCache* cache, Clock& clock, FetcherOptions options)
    : transport_(transport), cache_(cache), clock_(clock), options_(std::move(options)) {}

HostPolicy const* Fetcher::policy(std::string_view url) const {
  auto const found = options_.hosts.find(host_of(url));
  return found == options_.hosts.end() ? nullptr : &found->second;
}

void Fetcher::finish_from_cache(Task& task, std::string failure, HttpFailure reason) {
  task.done = true;
  task.result.failure = std::move(failure);
  task.result.reason = reason;
  double const now = clock_.now();
  if (!task.kept || now > static_cast<double>(task.kept->expires_at + options_.stale_seconds)) return;
  task.result.status = task.kept->status;
  task.result.ok = task.kept->status == 200;
  task.result.body = task.kept->body;
  task.result.from_cache = true;
  task.result.stale = now >= static_cast<double>(task.kept->expires_at);
  task.result.fetched_at = task.kept->fetched_at;
}

void Fetcher::begin(Task& task) {
  task.url = task.asked;
  task.result.url = task.url;
  if (task.asked.empty() || policy(task.asked) == nullptr) {
    task.result.failure = "not an https address of a host on the list";
    task.result.reason = HttpFailure::refused;
    task.done = true;
    return;
  }
  if (cache_ != nullptr) task.kept = cache_->find(task.asked);
  double const now = clock_.now();
  if (task.kept && !options_.refresh && now < static_cast<double>(task.kept->expires_at))
    return finish_from_cache(task, "", HttpFailure::none);
  if (options_.offline) return finish_from_cache(task, host_of(task.url) + ": offline", HttpFailure::connection);
  if (cache_ != nullptr && now < static_cast<double>(cache_->cooling_until(host_of(task.url))))
    return finish_from_cache(task, host_of(task.url) + ": asked to be left alone for a while", HttpFailure::connection);
}

void Fetcher::keep(Task const& task, HttpResponse const& response) {
  if (cache_ == nullptr) return;
  auto const now = static_cast<std::int64_t>(clock_.now());
  std::int64_t const holds = response.status == 404 ? day : lifetime(response, policy(task.url)->keep_seconds);
  cache_->store(task.asked, {response.status, response.body, response.header("etag"), response.header("last-modified"),
                             now, now + holds});
}

void Fetcher::redirect(Task& task, HttpResponse const& response) {
  std::string const target = canonical_url(resolved(task.url, response.header("location")));
  if (target.empty() || policy(target) == nullptr)
    return finish_from_cache(task, host_of(task.url) + ": redirects to a place that is not on the list",
                             HttpFailure::refused);
  if (++task.redirects > max_redirects)
    return finish_from_cache(task, host_of(task.url) + ": redirects in circles", HttpFailure::refused);
  task.url = target;
  task.result.url = target;
}

void Fetcher::try_again(Task& task, HttpResponse const& response, std::string why) {
  Host& host = hosts_[host_of(task.url)];
  ++host.failures;
  double const now = clock_.now();
  double const asked = retry_after(response.header("retry-after"), now);
  if (asked > options_.max_wait) {
    if (cache_ != nullptr) cache_->cool(host_of(task.url), static_cast<std::int64_t>(now + std::min(asked, 7.0 * day)));
    return finish_from_cache(task, host_of(task.url) + ": " + why + ", asks to wait longer than we do",
                             HttpFailure::connection);
  }
  if (++task.attempt >= options_.tries || host.failures >= failures_until_left_alone)
    return finish_from_cache(task, host_of(task.url) + ": " + why,
                             response.failure == HttpFailure::none ? HttpFailure::connection : response.failure);
  double const pause =
      std::min(longest_pause, first_pause * std::exp2(task.attempt - 1)) * jitter(task.url, task.attempt);
  task.not_before = now + std::max(asked, pause);
}

void Fetcher::settle(Task& task, HttpResponse response) {
  Host& host = hosts_[host_of(task.url)];
  if (response.failure == HttpFailure::unrecorded) unrecorded_.push_back(response.message);
  if (response.failure != HttpFailure::none) {
    if (may_pass(response.failure)) return try_again(task, response, response.message);
    return finish_from_cache(task, host_of(task.url) + ": " + response.message, response.failure);
  }
  if (response.status == 429) host.slowdown = std::min(host.slowdown * 2, 64.0);
  if (again(response.status)) return try_again(task, response, "status " + std::to_string(response.status));
  if (is_busy(response)) return try_again(task, response, "its database is busy");
  host.failures = 0;
  auto const now = static_cast<std::int64_t>(clock_.now());
  if (response.status == 304 && task.kept) {
    std::int64_t const holds = lifetime(response, policy(task.url)->keep_seconds);
    if (cache_ != nullptr) cache_->renew(task.asked, now, now + holds);
    task.kept->fetched_at = now;
    task.kept->expires_at = now + holds;
    return finish_from_cache(task, "", HttpFailure::none);
  }
  bool const moved = response.status == 301 || response.status == 302 || response.status == 303 ||
                     response.status == 307 || response.status == 308;
  if (moved) return redirect(task, response);
  if (response.status != 200 && response.status != 404)
    return finish_from_cache(task, host_of(task.url) + ": status " + std::to_string(response.status),
                             HttpFailure::connection);
  keep(task, response);
  task.done = true;
  task.result.ok = response.status == 200;
  task.result.status = response.status;
  task.result.fetched_at = now;
  if (response.status == 404) task.result.failure = host_of(task.url) + ": not found";
  task.result.body = std::move(response.body);
}

std::vector<Fetched> Fetcher::get(std::vector<std::string> const& urls) {
  std::vector<Task> tasks(urls.size());
  for (std::size_t i = 0; i < urls.size(); ++i) {
    tasks[i].asked = canonical_url(urls[i]);
    begin(tasks[i]);
  }
  for (;;) {
    // One round: of every host as many as may be under way, none before its time.
    std::vector<Task*> round;
    std::map<std::string, std::size_t> of_host;
    double earliest = 0;
    double const now = clock_.now();
    for (Task& task : tasks) {
      if (task.done) continue;
      std::string const name = host_of(task.url);
      Host& host = hosts_[name];
      if (host.failures >= failures_until_left_alone) {
        finish_from_cache(task, name + ": failed " + std::to_string(host.failures) + " times in a row",
                          HttpFailure::connection);
        continue;
      }
      double const at = std::max(host.next_allowed, task.not_before);
      if (at <= now && of_host[name] < policy(task.url)->concurrency) {
        ++of_host[name];
        round.push_back(&task);
      } else {
        double const next = std::max(at, now + 0.001);
        earliest = earliest == 0 ? next : std::min(earliest, next);
      }
    }
    if (round.empty() && earliest == 0) break;
    if (round.empty()) {
      clock_.sleep(earliest - now);
      continue;
    }
    std::vector<HttpRequest> requests;
    for (Task const* task : round) {
      HttpRequest request{task->url, {{"accept", "application/json"}}};
      if (task->kept && task->redirects == 0) {
        if (!task->kept->etag.empty())
          request.headers["if-none-match"] = task->kept->etag;
        else if (!task->kept->last_modified.empty())
          request.headers["if-modified-since"] = task->kept->last_modified;
      }
      requests.push_back(std::move(request));
    }
    requests_sent_ += requests.size();
    auto responses = transport_.perform(requests);
    double const after = clock_.now();
    for (auto const& [name, count] : of_host) {
      HostPolicy const& host_policy = options_.hosts.at(name);
      hosts_[name].next_allowed =
          after + static_cast<double>(count) / host_policy.requests_per_second * hosts_[name].slowdown;
    }
    for (std::size_t i = 0; i < round.size(); ++i) settle(*round[i], std::move(responses[i]));
  }
  std::vector<Fetched> results;
  for (Task& task : tasks) results.push_back(std::move(task.result));
  return results;
}

} // namespace claimcheck::sources
