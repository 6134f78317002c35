// Finds the sign-off comments of an article and the lines that each counts for.
#include <algorithm>

#include <fmt/format.h>

#include "report/sign_off_parser.hpp"
#include "report/suppression.hpp"

namespace claimcheck::report {
namespace {

constexpr std::string_view opening = "<!--", closing = "-->", mark = "claimcheck:";
constexpr std::string_view spaces = " \t\r\n";

struct Comment {
  std::uint32_t begin, end; ///< of the whole comment in the source
  std::string_view body;    ///< behind the mark
};

std::vector<Comment> comments_of(text::Document const& document) {
  std::vector<Comment> out;
  std::string_view const source = document.source;
  for (text::Comment const& comment : document.comments) {
    std::uint32_t const end = comment.source.end;
    std::size_t const body = source.find_first_not_of(spaces, comment.source.begin + opening.size());
    if (body >= end || source.compare(body, mark.size(), mark) != 0) continue;
    std::string_view words = source.substr(body + mark.size(), end - body - mark.size());
    if (words.size() >= closing.size() && words.substr(words.size() - closing.size()) == closing)
      words.remove_suffix(closing.size());
    out.push_back({comment.source.begin, end, words});
  }
  return out;
}

/// Nothing but the comment stands on its lines.
bool stands_alone(std::string_view source, Comment const& comment) {
  std::size_t const line = source.find_last_of("\r\n", comment.begin == 0 ? 0 : comment.begin - 1);
  std::size_t const start = comment.begin == 0 || line == std::string_view::npos ? 0 : line + 1;
  std::size_t const end = std::min(source.find_first_of("\r\n", comment.end), source.size());
  return source.substr(start, comment.begin - start).find_first_not_of(" \t") == std::string_view::npos &&
         source.substr(comment.end, end - comment.end).find_first_not_of(" \t") == std::string_view::npos;
}

/// The lines of the next block: from the first line with text behind `from` to the next empty one.
std::pair<std::uint32_t, std::uint32_t> next_block(Locator& locator, std::string_view source, std::uint32_t from) {
  std::size_t const begin = source.find_first_not_of(spaces, from);
  if (begin == std::string_view::npos) return {0xffffffff, 0xffffffff};
  std::size_t end = begin;
  for (;;) {
    std::size_t const line_end = source.find('\n', end);
    if (line_end == std::string_view::npos) {
      end = source.size();
      break;
    }
    std::size_t const next = source.find_first_not_of(" \t\r", line_end + 1);
    end = line_end;
    if (next == std::string_view::npos || source[next] == '\n') break;
    end = line_end + 1;
  }
  return {locator.position(static_cast<std::uint32_t>(begin)).line,
          locator.position(static_cast<std::uint32_t>(end)).line};
}

Place place_of(Locator& locator, text::Document const& document, Comment const& comment) {
  Place place;
  place.source = {comment.begin, comment.end};
  place.start = locator.position(comment.begin);
  place.end = locator.position(comment.end);
  place.text = document.source.substr(comment.begin, comment.end - comment.begin);
  return place;
}

Reported fault(Place const& place, std::string rule, Level level, std::string message) {
  Reported out;
  out.finding.rule = std::move(rule);
  out.finding.topic = "sign-off";
  out.finding.level = level;
  out.finding.message = std::move(message);
  out.finding.confidence = 1;
  out.primary.place = place;
  return out;
}

/// `disable` entries that wait for their `enable`, as indices into the result.
void close(SignOffs& out, std::vector<std::size_t>& open, ParsedSignOff const& enable, Place const& place) {
  std::size_t closed = 0;
  for (std::size_t const index : open) {
    SignOff& entry = out.entries[index];
    bool const named = std::any_of(enable.rules.begin(), enable.rules.end(), [&](std::string const& rule) {
      return rule == "all" || std::find(entry.rules.begin(), entry.rules.end(), rule) != entry.rules.end();
    });
    if (!named) continue;
    entry.last_line = place.start.line;
    ++closed;
  }
  open.erase(std::remove_if(open.begin(), open.end(),
                            [&](std::size_t index) { return out.entries[index].last_line != 0xffffffff; }),
             open.end());
  if (closed == 0)
    out.faults.push_back(
        fault(place, "sign-off-malformed", Level::error, "Nothing was disabled that this could enable."));
}

} // namespace

SignOffs read_comments(text::Document const& document, std::string const& path) {
  SignOffs out;
  if (document.format == text::Format::plain) return out;
  Locator locator(document);
  std::vector<std::size_t> open;
  for (Comment const& comment : comments_of(document)) {
    Place const place = place_of(locator, document, comment);
    auto parsed = parse_sign_off(comment.body);
    if (!parsed) {
      out.faults.push_back(
          fault(place, "sign-off-malformed", Level::error, "This sign-off cannot be read: " + parsed.error() + '.'));
      continue;
    }
    if (parsed->action == SignOffAction::enable) {
      close(out, open, *parsed, place);
      continue;
    }
    SignOff entry;
    entry.by = fmt::format("{}:{}", path, place.start.line);
    entry.place = place;
    entry.first_line = place.start.line;
    entry.last_line = place.end.line;
    switch (parsed->action) {
    case SignOffAction::ignore:
      if (stands_alone(document.source, comment))
        std::tie(entry.first_line, entry.last_line) = next_block(locator, document.source, comment.end);
      break;
    case SignOffAction::ignore_next_line:
      entry.first_line = entry.last_line = place.end.line + 1;
      break;
    case SignOffAction::ignore_file:
      entry.first_line = 1;
      entry.last_line = 0xffffffff;
      break;
    case SignOffAction::disable:
      entry.last_line = 0xffffffff;
      open.push_back(out.entries.size());
      break;
    case SignOffAction::enable:
      break;
    }
    entry.rules = std::move(parsed->rules);
    entry.words = std::move(parsed->words);
    entry.reason = std::move(parsed->reason);
    entry.until = parsed->until;
    out.entries.push_back(std::move(entry));
  }
  for (std::size_t const index : open)
    out.faults.push_back(fault(
        out.entries[index].place, "sign-off-unclosed", Level::warning,
        "`disable` without `enable`: the rest of the file is not checked. Use `ignore-file` when that is meant."));
  return out;
}

Diagnostics read_sidecar(yaml::Tree const& tree, SignOffs& into) {
  Diagnostics faults;
  yaml::Node const* const list = tree.root.find("accept");
  for (std::size_t i = 0; i < tree.root.size() && tree.root.is_map(); ++i)
    if (tree.root.key(i).scalar != "accept")
      faults.push_back(tree.fault(tree.root.key(i), "unknown key `" + tree.root.key(i).scalar + "`",
                                  "a sidecar holds `accept`, a list"));
  if (list == nullptr || !list->is_sequence()) {
    if (faults.empty())
      faults.push_back(tree.fault(tree.root, "a sidecar holds `accept`, a list of sign-offs",
                                  "for instance accept: [{rule: unit-conversion, text: 262 km, reason: as printed}]"));
    return faults;
  }
  for (yaml::Node const& node : list->children) {
    SignOff entry;
    entry.kind = Suppression::Kind::sidecar;
    entry.by = fmt::format("{}:{}", tree.file, node.line);
    for (std::size_t i = 0; i < node.size() && node.is_map(); ++i) {
      std::string const& key = node.key(i).scalar;
      yaml::Node const& value = node.value(i);
      if (!value.is_scalar()) {
        faults.push_back(tree.fault(value, "`" + key + "` must be one text", ""));
      } else if (key == "rule") {
        entry.rules.push_back(value.scalar);
      } else if (key == "text") {
        entry.words.push_back(value.scalar);
      } else if (key == "reason") {
        entry.reason = value.scalar;
      } else if (key == "until") {
        entry.until = day_named(value.scalar);
        if (!entry.until) faults.push_back(tree.fault(value, "`" + value.scalar + "` is no date", "YYYY-MM-DD"));
      } else {
        std::string const near = nearest(key, {"rule", "text", "reason", "until"});
        faults.push_back(
            tree.fault(node.key(i), "unknown key `" + key + "`",
                       near.empty() ? "known: rule, text, reason, until" : "did you mean `" + near + "`?"));
      }
    }
    if (entry.rules.empty())
      faults.push_back(tree.fault(node, "a sign-off needs `rule`", "an id, a topic or all"));
    else
      into.entries.push_back(std::move(entry));
  }
  return faults;
}

} // namespace claimcheck::report
