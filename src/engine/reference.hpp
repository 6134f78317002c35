// What `--reference` compares with: the embedded pack, the user's facts, and with `--online` live sources.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "claim/reference.hpp"

namespace claimcheck {

struct ReferenceChoice {
  std::vector<std::string> facts; ///< the user's files: .yaml, .csv, .sqlite
  bool online = false;
  std::vector<std::string> hosts; ///< that live sources may ask, of those that they know; empty: all of them
  std::string contact;            ///< required to go online
  std::string record, replay;     ///< folders of recorded answers; `replay` needs no network
  bool refresh = false;
  bool progress = false;
  std::atomic<bool> const* cancelled = nullptr;
};

/// Opens it all. Complains about faults in the user's facts, a missing contact, a recording that cannot be read.
Result<std::shared_ptr<reference::Reference const>> open_reference(ReferenceChoice const& choice);

/// The embedded pack alone; lives as long as the program.
reference::Reference const& builtin_reference();

/// The pack with the facts of a rule's example, which are YAML as in facts.yaml; lives as long as the program. Throws
/// std::invalid_argument, with every fault, when they are none. Thread-safe.
reference::Reference const& example_reference(std::string const& facts);

/// Everything that is wrong with a file of facts, in the order of its lines.
Diagnostics lint_reference_facts(std::string const& path);

} // namespace claimcheck
