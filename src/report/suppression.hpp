// Sign-offs: comments in an article, or a file beside it, that say why a finding is no error.
//
//   <!-- claimcheck: ignore unit-conversion "262 km" -- as printed in the source until=2026-12-31 -->
//
// `ignore` counts for its own line, or for the next block when it stands alone; `ignore-next-line` for the line after
// it; `disable` until `enable`; `ignore-file` for the whole file. A list of rules (ids, topics or `all`) is demanded:
// nothing is silenced by accident. Words in quotation marks narrow it to findings that rest on exactly these words.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/yaml.hpp"
#include "report/report.hpp"

namespace claimcheck::report {

/// One sign-off as written.
struct SignOff {
  std::vector<std::string> rules; ///< ids, topics or "all"
  std::vector<std::string> words; ///< none: any words
  std::string reason;
  std::optional<Days> until; ///< the last day on which it counts
  Suppression::Kind kind = Suppression::Kind::comment;
  std::string by;               ///< "file:line"
  Place place;                  ///< of the comment; of a sidecar: the article's beginning
  std::uint32_t first_line = 1; ///< lines of the source that it counts for
  std::uint32_t last_line = 0xffffffff;
  bool used = false;
};

struct SignOffs {
  std::vector<SignOff> entries;
  std::vector<Reported> faults; ///< malformed, unclosed: findings of the article
};

/// The comments of a Markdown or HTML article; nothing in plain text. Comments shown as code are no comments. `path`
/// names the article.
SignOffs read_comments(text::Document const& document, std::string const& path);
/// Appends the entries of a sidecar. Its own faults (unknown keys, wrong types) come back: they are configuration
/// errors.
Diagnostics read_sidecar(yaml::Tree const& tree, SignOffs& into);
/// "draft.txt" -> "draft.txt.claimcheck.yaml"
std::string sidecar_of(std::string const& path);

struct SignOffPolicy {
  std::set<std::string> known;  ///< rule ids and topics that exist
  std::set<std::string> active; ///< those that ran on this file: only for them "unused" means something
  bool require_reason = false;
  std::map<std::string, Level> levels; ///< set for the rules about sign-offs, by id or topic
  std::optional<Days> date;            ///< the document's date, by which `until` is judged; never the wall clock
};

/// Moves what is signed off from file.findings to file.suppressed, and adds findings about the sign-offs themselves:
/// unused, expired, without a reason where one is demanded, of unknown rules, malformed.
void apply_sign_offs(SignOffs signoffs, SignOffPolicy const& policy, FileReport& file);

/// The rules that this room reports under, with their titles, for `rules` and `explain`.
std::vector<RuleInfo> const& sign_off_rules();

} // namespace claimcheck::report
