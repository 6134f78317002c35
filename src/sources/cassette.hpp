// Recorded conversations with hosts, for runs that must not depend on the network: `--record DIR` and `--replay DIR`.
//
// One file of JSON Lines a host. A request is found again by its canonical URL and its validators; the answers to one
// request come in the order in which they were recorded, so that "429, then 200" replays as it was. Secrets are not
// recorded: only a short list of headers is kept.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "sources/http.hpp"

namespace claimcheck::sources {

/// Passes requests on and writes what came. The folder is made; files in it are continued.
class RecordingTransport : public Transport {
 public:
  RecordingTransport(Transport& inner, std::string folder);
  std::vector<HttpResponse> perform(std::vector<HttpRequest> const& requests) override;

 private:
  Transport& inner_;
  std::string folder_;
};

/// Answers from the recording and from nothing else. What was not recorded fails with `unrecorded`, naming the nearest
/// that was.
class ReplayTransport : public Transport {
 public:
  /// Damaged lines are reported with their place.
  static Result<ReplayTransport> open(std::string const& folder);
  std::vector<HttpResponse> perform(std::vector<HttpRequest> const& requests) override;

 private:
  struct Recorded {
    std::vector<HttpResponse> responses;
    std::size_t next = 0;
  };
  std::map<std::string, Recorded> recorded_;
};

} // namespace claimcheck::sources
