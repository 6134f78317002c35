// Writes sign-offs: `claimcheck accept`.
#pragma once

#include <string>
#include <vector>

#include "engine/run.hpp"

namespace claimcheck {

struct Acceptance {
  std::string bytes;   ///< the article with comments put in; as it was when none fits
  std::string sidecar; ///< the sidecar's new contents; empty: leave it alone
  std::size_t accepted = 0;
};

/// Signs off every finding of the article: in Markdown and HTML by a comment beside its words, where that can be proved
/// to work by checking the changed text again; else by an entry of the sidecar, whose present contents are
/// `old_sidecar`. Findings about sign-offs themselves are not signed off. `until` is an ISO date or empty.
Acceptance accept_findings(std::string const& bytes, std::string const& old_sidecar, report::FileReport const& file,
                           Plan const& plan, RunOptions const& options, std::string const& reason,
                           std::string const& until);

} // namespace claimcheck
