// What a run found, ready to be written down: the input of every renderer.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "claim/finding.hpp"
#include "report/place.hpp"
#include "resolve/article.hpp"

namespace claimcheck::report {

/// A part of a source line around one place, for people to look at.
struct Excerpt {
  std::string line;        ///< without its end; cut where it is very long
  std::uint32_t begin = 0; ///< bytes of `line` before the place
  std::uint32_t size = 0;  ///< bytes of the place on this line
  bool cut_left = false, cut_right = false;
};

/// One end of a finding.
struct Located {
  std::string role; ///< "converted from"; empty for most primary places
  ClaimId claim = no_id;
  Place place;
  Excerpt excerpt;
};

/// Why a finding is not reported.
struct Suppression {
  enum class Kind : std::uint8_t { comment, sidecar, baseline };
  Kind kind = Kind::comment;
  std::string reason; ///< what was written behind `--`; may be empty
  std::string by;     ///< file:line of the comment, or the baseline's name
};

/// A finding with its places, which outlive the article.
struct Reported {
  Finding finding;
  Located primary;
  std::vector<Located> related;
  std::string speaker;
  std::optional<Suppression> suppression;
};

/// How much of a text was compared with something.
struct Coverage {
  std::size_t claims = 0, consistent = 0, tension = 0, contradicted = 0, unbound = 0, unchecked = 0;
  std::size_t attributed = 0; ///< with a speaker other than the writer
  std::size_t checked() const { return consistent + tension + contradicted; }
  Coverage& operator+=(Coverage const& other);
};
Coverage coverage_of(Article const& article);

struct FileReport {
  std::string path;                   ///< as given, '/' between folders
  bool readable = true;               ///< false: see `faults`
  Diagnostics faults;                 ///< why it could not be read
  Diagnostics notes;                  ///< worth a word, no failure: an empty file
  Diagnostics config_faults;          ///< of its sidecar
  Level fail_level = Level::error;    ///< findings from here on fail the run; `off`: none do
  std::vector<Reported> findings;     ///< at or above the level asked for; by place, then rule
  std::vector<Reported> suppressed;   ///< what comments, sidecars and the baseline hold back
  std::vector<Agreement> agreements;  ///< by first claim, then rule
  std::vector<SourceVerdict> sources; ///< what the reference said, by place
  Coverage coverage;
  bool only_unattributed =
      false; ///< claims --unattributed: the ledger lists hard figures without a source, nothing else
  std::unique_ptr<Article> article; ///< kept when a renderer needs the claims or the text
};

/// A rule as reports describe it.
struct RuleInfo {
  std::string id, topic, title;
  Level level = Level::warning;
  std::string explain; ///< Markdown
};

struct Report {
  std::string version;
  std::vector<FileReport> files; ///< in the order of the inputs
  std::vector<RuleInfo> rules;   ///< those in force, by id

  std::size_t count(Level level) const;
  Coverage coverage() const;
};

/// How a report for people looks; machines' formats ignore it.
struct Style {
  bool color = false;
  std::size_t width = 100;  ///< columns of the terminal
  bool closing_line = true; ///< say what was covered
  /// Takes what a renderer of lines has written so far, so that a long report is never whole in memory; may be empty.
  std::function<void(std::string_view)> sink = {};
};

Located locate(Article const& article, Locator& locator, Evidence const& evidence);
Reported reported(Article const& article, Locator& locator, Finding finding);

} // namespace claimcheck::report
