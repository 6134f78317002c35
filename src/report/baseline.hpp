// The baseline: findings that are known and not reported, so that a team can start today and fail on what is new.
//
// An entry is the rule, the file and the claims that the finding rests on, never a line: text may move, but a figure
// that changes makes a new finding. The file is JSON Lines, sorted, so that two branches merge.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "report/report.hpp"

namespace claimcheck::report {

class Baseline {
 public:
  struct Entry {
    std::string file, rule, fingerprint;
    std::string message; ///< for readers; not compared
    bool used = false;
  };

  /// Faults: a line that is no entry. An entry that stands twice counts once.
  static Result<Baseline> read(std::string_view text, std::string const& name);
  std::string write() const;

  void add(std::string const& file, Reported const& found);
  /// Moves known findings of the file to `suppressed` and marks their entries as used. `file_key` is the file's name in
  /// the baseline.
  void apply(std::string const& file_key, FileReport& file);
  /// Takes out entries of these files that no finding needs. The number of entries taken out.
  std::size_t prune(std::vector<std::string> const& checked_files);
  std::size_t size() const { return entries_.size(); }

 private:
  std::string name_;
  std::map<std::string, Entry> entries_; ///< by file, rule and fingerprint
};

} // namespace claimcheck::report
