#include "report/baseline.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/json_writer.hpp"

namespace claimcheck::report {
namespace {

std::string key_of(std::string const& file, std::string const& rule, std::string const& fingerprint) {
  return file + '\n' + rule + '\n' + fingerprint;
}

/// The member if it is a text.
std::string text_of(nlohmann::json const& line, char const* name) {
  auto const found = line.find(name);
  return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

Result<Baseline> Baseline::read(std::string_view text, std::string const& name) {
  Baseline out;
  out.name_ = name;
  Diagnostics faults;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    std::size_t const end = text.find('\n');
    std::string_view const line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    nlohmann::json const parsed = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!parsed.is_object()) {
      faults.push_back({name, number, 0, "not an entry of a baseline", "write it anew: claimcheck baseline write"});
      continue;
    }
    Entry entry{text_of(parsed, "file"), text_of(parsed, "rule"), text_of(parsed, "fingerprint"),
                text_of(parsed, "message"), false};
    if (entry.file.empty() || entry.rule.empty() || entry.fingerprint.empty())
      faults.push_back(
          {name, number, 0, "an entry needs file, rule and fingerprint", "write it anew: claimcheck baseline write"});
    else
      out.entries_.emplace(key_of(entry.file, entry.rule, entry.fingerprint), std::move(entry));
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return out;
}

std::string Baseline::write() const {
  std::string out;
  for (auto const& [key, entry] : entries_) {
    JsonWriter json(out);
    json.begin_object();
    json.field("file", entry.file);
    json.field("rule", entry.rule);
    json.field("fingerprint", entry.fingerprint);
    json.field("message", entry.message);
    json.end_object();
    out += '\n';
  }
  return out;
}

void Baseline::add(std::string const& file, Reported const& found) {
  Finding const& finding = found.finding;
  if (finding.fingerprint.empty()) return; // a finding about a sign-off: to be settled, not kept
  entries_.insert_or_assign(key_of(file, finding.rule, finding.fingerprint),
                            Entry{file, finding.rule, finding.fingerprint, finding.message, true});
}

void Baseline::apply(std::string const& file_key, FileReport& file) {
  std::vector<Reported> kept;
  for (Reported& found : file.findings) {
    auto const known = entries_.find(key_of(file_key, found.finding.rule, found.finding.fingerprint));
    if (known == entries_.end()) {
      kept.push_back(std::move(found));
      continue;
    }
    known->second.used = true;
    found.suppression = Suppression{Suppression::Kind::baseline, "known in the baseline", name_};
    file.suppressed.push_back(std::move(found));
  }
  file.findings = std::move(kept);
}

std::size_t Baseline::prune(std::vector<std::string> const& checked_files) {
  std::set<std::string_view> const checked(checked_files.begin(), checked_files.end());
  std::size_t const before = entries_.size();
  for (auto it = entries_.begin(); it != entries_.end();)
    it = !it->second.used && checked.count(it->second.file) != 0 ? entries_.erase(it) : std::next(it);
  return before - entries_.size();
}

} // namespace claimcheck::report
