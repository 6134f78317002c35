#include "report/suppression.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/sign_off_parser.hpp"

namespace claimcheck::report {
namespace {

Reported about(SignOff const& entry, std::string rule, Level level, std::string message) {
  Reported out;
  out.finding.rule = std::move(rule);
  out.finding.topic = "sign-off";
  out.finding.level = level;
  out.finding.message = std::move(message);
  out.finding.confidence = 1;
  out.primary.place = entry.place;
  return out;
}

bool names(SignOff const& entry, Finding const& finding) {
  return std::any_of(entry.rules.begin(), entry.rules.end(), [&](std::string const& rule) {
    return rule == "all" || rule == finding.rule || rule == finding.topic;
  });
}

bool covers(SignOff const& entry, Located const& at) {
  if (at.place.start.line < entry.first_line || at.place.start.line > entry.last_line) return false;
  return entry.words.empty() || std::find(entry.words.begin(), entry.words.end(), at.place.text) != entry.words.end();
}

bool matches(SignOff const& entry, Reported const& found) {
  return names(entry, found.finding) &&
         (covers(entry, found.primary) || std::any_of(found.related.begin(), found.related.end(),
                                                      [&](Located const& at) { return covers(entry, at); }));
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (std::string const& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// What is wrong with an entry besides its syntax; nothing when it counts.
std::optional<Reported> objection(SignOff const& entry, SignOffPolicy const& policy) {
  for (std::string const& rule : entry.rules) {
    if (rule == "all" || policy.known.count(rule) != 0) continue;
    std::string const near = nearest(rule, {policy.known.begin(), policy.known.end()});
    return about(entry, "sign-off-unknown-rule", Level::warning,
                 fmt::format("There is no rule `{}`{}.", rule, near.empty() ? "" : "; did you mean `" + near + "`?"));
  }
  if (policy.require_reason && entry.reason.empty())
    return about(entry, "sign-off-without-reason", Level::warning,
                 fmt::format("This sign-off of {} says no reason (behind `--`).", joined(entry.rules)));
  if (entry.until && policy.date && *policy.date > *entry.until)
    return about(entry, "sign-off-expired", Level::warning,
                 fmt::format("This sign-off of {} has expired.", joined(entry.rules)));
  return std::nullopt;
}

bool ran(SignOff const& entry, SignOffPolicy const& policy) {
  return std::any_of(entry.rules.begin(), entry.rules.end(),
                     [&](std::string const& rule) { return rule == "all" || policy.active.count(rule) != 0; });
}

bool before(Reported const& a, Reported const& b) {
  return std::tuple(a.primary.place.source.begin, std::string_view(a.finding.rule)) <
         std::tuple(b.primary.place.source.begin, std::string_view(b.finding.rule));
}

void set_levels(std::vector<Reported>& added, SignOffPolicy const& policy) {
  for (Reported& one : added)
    for (std::string const& name : {one.finding.topic, one.finding.rule})
      if (auto const level = policy.levels.find(name); level != policy.levels.end()) one.finding.level = level->second;
  added.erase(
      std::remove_if(added.begin(), added.end(), [](Reported const& one) { return one.finding.level == Level::off; }),
      added.end());
}

} // namespace

std::string sidecar_of(std::string const& path) { return path + ".claimcheck.yaml"; }

void apply_sign_offs(SignOffs signoffs, SignOffPolicy const& policy, FileReport& file) {
  std::vector<Reported> added = std::move(signoffs.faults);
  std::vector<SignOff> valid;
  for (SignOff& entry : signoffs.entries) {
    if (auto fault = objection(entry, policy))
      added.push_back(std::move(*fault));
    else
      valid.push_back(std::move(entry));
  }
  std::vector<Reported> kept;
  for (Reported& found : file.findings) {
    for (SignOff& entry : valid) {
      if (!matches(entry, found)) continue;
      entry.used = true;
      if (!found.suppression) found.suppression = Suppression{entry.kind, entry.reason, entry.by};
    }
    (found.suppression ? file.suppressed : kept).push_back(std::move(found));
  }
  file.findings = std::move(kept);
  for (SignOff const& entry : valid)
    if (!entry.used && ran(entry, policy))
      added.push_back(about(entry, "sign-off-unused", Level::warning,
                            fmt::format("Nothing is reported here that this sign-off of {} would cover: remove it{}.",
                                        joined(entry.rules),
                                        entry.kind == Suppression::Kind::sidecar ? " (" + entry.by + ')' : "")));
  set_levels(added, policy);
  file.findings.insert(file.findings.end(), std::make_move_iterator(added.begin()),
                       std::make_move_iterator(added.end()));
  std::stable_sort(file.findings.begin(), file.findings.end(), before);
}

std::vector<RuleInfo> const& sign_off_rules() {
  static std::vector<RuleInfo> const rules{
      {"sign-off-expired", "sign-off", "A sign-off must not be past its `until`", Level::warning,
       "`until=DATE` is compared with the document's date (or --date), never with the wall clock. Check the claim "
       "again, then move the date or take the sign-off out.\n"},
      {"sign-off-malformed", "sign-off", "A sign-off must be readable", Level::error,
       "A comment that begins `claimcheck:` but cannot be read silences nothing. The message says what is missing.\n"},
      {"sign-off-unclosed", "sign-off", "`disable` needs an `enable`", Level::warning,
       "Without `enable` the rules stay silent to the end of the file, new text included. Use `ignore-file` when that "
       "is meant.\n"},
      {"sign-off-unknown-rule", "sign-off", "A sign-off must name rules that exist", Level::warning,
       "`claimcheck rules` lists them.\n"},
      {"sign-off-unused", "sign-off", "A sign-off must still be needed", Level::warning,
       "The figure was changed or the rule improved: what nobody needs would hide the next error. Not judged for rules "
       "that did not run.\n"},
      {"sign-off-without-reason", "sign-off", "A sign-off must say why where the configuration demands it",
       Level::warning, "Set by `require-reason: true`. The reason stands behind `--`.\n"},
  };
  return rules;
}

} // namespace claimcheck::report
