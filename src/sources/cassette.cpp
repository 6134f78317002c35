#include "sources/cassette.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <nlohmann/json.hpp>

namespace claimcheck::sources {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 6> kept_headers{"cache-control", "content-type", "etag",
                                                       "last-modified", "location",     "retry-after"};

/// Wikibase's own data are JSON text; anything else is kept byte by byte.
json encoded(std::string const& body) {
  json const text = body;
  try {
    (void)text.dump();
    return text;
  } catch (json::exception const&) {
    return json::binary(std::vector<std::uint8_t>(body.begin(), body.end()));
  }
}

std::string decoded(json const& body) {
  if (body.is_string()) return body.get<std::string>();
  std::string bytes; // {"bytes": [..]}, as json writes binary values
  for (auto const& byte : body.at("bytes")) bytes += static_cast<char>(byte.get<std::uint8_t>());
  return bytes;
}

/// A request that asks "has it changed?" may be answered 304, one that does not never: they are kept apart.
std::string key_of(HttpRequest const& request) {
  auto const validator = request.headers.find("if-none-match");
  return canonical_url(request.url) + (validator == request.headers.end() ? "" : " " + validator->second);
}

} // namespace

RecordingTransport::RecordingTransport(Transport& inner, std::string folder)
    : inner_(inner), folder_(std::move(folder)) {
  std::error_code ignored;
  std::filesystem::create_directories(folder_, ignored);
}

std::vector<HttpResponse> RecordingTransport::perform(std::vector<HttpRequest> const& requests) {
  auto responses = inner_.perform(requests);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (responses[i].failure != HttpFailure::none) continue;
    json headers = json::object();
    for (auto const name : kept_headers)
      if (auto const found = responses[i].headers.find(std::string(name)); found != responses[i].headers.end())
        headers[found->first] = found->second;
    json const line = {{"v", 1},
                       {"request", key_of(requests[i])},
                       {"status", responses[i].status},
                       {"headers", headers},
                       {"body", encoded(responses[i].body)}};
    std::ofstream(folder_ + "/" + host_of(requests[i].url) + ".jsonl", std::ios::app | std::ios::binary)
        << line.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
  return responses;
}

Result<ReplayTransport> ReplayTransport::open(std::string const& folder) {
  ReplayTransport transport;
  Diagnostics faults;
  std::error_code error;
  std::vector<std::string> files;
  for (auto const& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
  if (error) return tl::unexpected(Diagnostics{{folder, 0, 0, "the recording cannot be read: " + error.message(), ""}});
  std::sort(files.begin(), files.end());
  for (auto const& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    for (std::uint32_t number = 1; std::getline(in, text); ++number) {
      try {
        json const line = json::parse(text);
        HttpResponse response;
        response.status = line.at("status").get<int>();
        response.body = decoded(line.at("body"));
        for (auto const& [name, value] : line.at("headers").items()) response.headers[name] = value.get<std::string>();
        transport.recorded_[line.at("request").get<std::string>()].responses.push_back(std::move(response));
      } catch (json::exception const& fault) {
        faults.push_back({file, number, 1, std::string("a damaged line of the recording: ") + fault.what(), ""});
      }
    }
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return transport;
}

std::vector<HttpResponse> ReplayTransport::perform(std::vector<HttpRequest> const& requests) {
  std::vector<HttpResponse> responses;
  for (auto const& request : requests) {
    auto const found = recorded_.find(key_of(request));
    if (found != recorded_.end()) {
      Recorded& recorded = found->second;
      responses.push_back(recorded.responses[recorded.next]);
      if (recorded.next + 1 < recorded.responses.size()) ++recorded.next; // the last one stands for all later requests
      continue;
    }
    std::string const wanted = key_of(request);
    std::string meant;
    std::size_t longest = host_of(request.url).size() + 8; // a recording of another host is not near
    for (auto const& [key, recorded] : recorded_) {
      auto const common = static_cast<std::size_t>(
          std::mismatch(key.begin(), key.end(), wanted.begin(), wanted.end()).first - key.begin());
      if (common > longest) {
        longest = common;
        meant = key;
      }
    }
    HttpResponse miss;
    miss.failure = HttpFailure::unrecorded;
    miss.message = "nothing was recorded for " + request.url + (meant.empty() ? "" : "; the nearest is " + meant);
    responses.push_back(std::move(miss));
  }
  return responses;
}

} // namespace claimcheck::sources
