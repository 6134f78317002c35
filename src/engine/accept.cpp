#include "engine/accept.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/json_writer.hpp"
#include "report/sign_off_parser.hpp"

namespace claimcheck {
namespace {

using report::Reported;

bool is_about_sign_offs(Reported const& found) { return found.finding.topic == "sign-off"; }

/// The words can stand between quotation marks in a comment.
bool quotable(std::string const& words) {
  return words.find_first_of("\"\r\n") == std::string::npos && words.find("--") == std::string::npos;
}

std::string comment_of(Reported const& found, std::string const& reason, std::string const& until) {
  std::string out = "<!-- claimcheck: ignore " + found.finding.rule;
  std::string const& words = found.primary.place.text;
  if (quotable(words)) out += " \"" + words + '"';
  if (!reason.empty()) out += " -- " + reason;
  if (!until.empty()) out += " until=" + until;
  return out + " -->";
}

/// Puts the comment where it does not disturb the text: in HTML right behind the words; in Markdown on a line of its
/// own in front of the block, with the block's indentation, so that every renderer takes it for a comment (one within a
/// paragraph may hold no "--").
std::string with_comment(std::string bytes, Reported const& found, text::Format format, std::string const& comment) {
  Span const place = found.primary.place.source;
  if (format == text::Format::html) return bytes.insert(place.end, ' ' + comment);
  std::size_t line = bytes.rfind('\n', place.begin == 0 ? 0 : place.begin - 1);
  std::size_t start = line == std::string::npos ? 0 : line + 1;
  while (start > 0) { // up to the block's first line
    std::size_t const previous = start < 2 ? std::string::npos : bytes.rfind('\n', start - 2);
    std::size_t const begin = previous == std::string::npos ? 0 : previous + 1;
    if (bytes.find_first_not_of(" \t\r", begin) >= start - 1) break;
    start = begin;
  }
  std::size_t const text = bytes.find_first_not_of(" \t", start);
  return bytes.insert(start, bytes.substr(start, text - start) + comment + '\n');
}

std::string sidecar_entry(Reported const& found, std::string const& reason, std::string const& until) {
  std::string out =
      fmt::format("  - rule: {}\n    text: {}\n", found.finding.rule, report::json_quoted(found.primary.place.text));
  if (!reason.empty()) out += "    reason: " + report::json_quoted(reason) + '\n';
  if (!until.empty()) out += "    until: " + until + '\n';
  return out;
}

/// Rule and place: what tells two findings of one article apart, whatever was put into the text between them.
std::multiset<std::string> open_findings(report::FileReport const& file) {
  std::multiset<std::string> out;
  for (Reported const& found : file.findings)
    if (!is_about_sign_offs(found)) out.insert(found.finding.rule + '\n' + found.finding.fingerprint);
  return out;
}

} // namespace

Acceptance accept_findings(std::string const& bytes, std::string const& old_sidecar, report::FileReport const& file,
                           Plan const& plan, RunOptions const& options, std::string const& reason,
                           std::string const& until) {
  Acceptance out{bytes, "", 0};
  text::Format const format = format_of(file.path);
  bool const comments = format != text::Format::plain && reason.find("-->") == std::string::npos;
  std::string entries;
  // From the end backwards, so that the places of those that wait stay true.
  std::vector<Reported const*> waiting;
  for (Reported const& found : file.findings)
    if (!is_about_sign_offs(found)) waiting.push_back(&found);
  std::stable_sort(waiting.begin(), waiting.end(), [](Reported const* a, Reported const* b) {
    return a->primary.place.source.end > b->primary.place.source.end;
  });
  auto open = open_findings(file);
  for (Reported const* const found : waiting) {
    ++out.accepted;
    std::string const key = found->finding.rule + '\n' + found->finding.fingerprint;
    if (comments) {
      std::string changed = with_comment(out.bytes, *found, format, comment_of(*found, reason, until));
      auto left = open_findings(check_bytes(changed, file.path, plan, options));
      auto expected = open;
      if (auto const own = expected.find(key); own != expected.end()) expected.erase(own);
      if (std::includes(expected.begin(), expected.end(), left.begin(),
                        left.end())) { // it works and raises nothing new
        out.bytes = std::move(changed);
        open = std::move(left);
        continue;
      }
    }
    entries = sidecar_entry(*found, reason, until) + entries;
  }
  if (entries.empty()) return out;
  out.sidecar = old_sidecar.empty() ? "# Sign-offs of " + file.path.substr(file.path.find_last_of('/') + 1) +
                                          ", see `claimcheck accept --help`.\naccept:\n"
                                    : old_sidecar;
  if (out.sidecar.back() != '\n') out.sidecar += '\n';
  out.sidecar += entries;
  return out;
}

} // namespace claimcheck
