#include "engine/reference.hpp"

#include <map>
#include <mutex>
#include <stdexcept>

#include "sources/reference.hpp"
#include "sources/user_facts.hpp"

namespace claimcheck {

Result<std::shared_ptr<reference::Reference const>> open_reference(ReferenceChoice const& choice) {
  Diagnostics faults;
  std::shared_ptr<sources::FactTable const> user;
  if (!choice.facts.empty()) {
    auto read = sources::read_user_facts(choice.facts);
    if (read)
      user = std::move(*read);
    else
      faults = std::move(read.error());
  }
  std::shared_ptr<sources::Online const> online;
  if (choice.online || !choice.replay.empty()) {
    sources::OnlineOptions options;
    options.contact = choice.contact;
    options.cache_file = sources::default_cache_file();
    options.record_folder = choice.record;
    options.replay_folder = choice.replay;
    options.refresh = choice.refresh;
    options.progress = choice.progress;
    options.cancelled = choice.cancelled;
    auto const known = sources::default_hosts();
    for (auto const& host : choice.hosts) {
      auto const found = known.find(host);
      std::vector<std::string> names;
      for (auto const& [name, policy] : known) names.push_back(name);
      if (found != known.end())
        options.policy.hosts.insert(*found);
      else
        faults.push_back({"", 0, 0, "live sources do not ask the host `" + host + "`",
                          "they ask " + names[0] + ", " + names[1] + " and " + names[2]});
    }
    auto opened = sources::Online::open(std::move(options));
    if (opened)
      online = std::move(*opened);
    else
      faults.insert(faults.end(), opened.error().begin(), opened.error().end());
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return std::make_shared<sources::Bundle const>(std::move(user), std::move(online));
}

reference::Reference const& builtin_reference() {
  static sources::Bundle const bundle;
  return bundle;
}

reference::Reference const& example_reference(std::string const& facts) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<sources::Bundle const>> known;
  std::lock_guard const lock(mutex);
  auto const [at, fresh] = known.try_emplace(facts);
  if (!fresh && at->second) return *at->second;
  auto table = sources::read_facts_text(facts, "facts of an example");
  if (!table) {
    std::string message;
    for (Diagnostic const& fault : table.error()) message += (message.empty() ? "" : "\n") + to_string(fault);
    throw std::invalid_argument(message);
  }
  at->second = std::make_unique<sources::Bundle const>(*table);
  return *at->second;
}

Diagnostics lint_reference_facts(std::string const& path) { return sources::lint_facts(path); }

} // namespace claimcheck
