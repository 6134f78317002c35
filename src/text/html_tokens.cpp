#include "text/html_tokens.hpp"

#include <algorithm>

#include "text/entities.hpp"

namespace claimcheck::text {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

} // namespace

bool equal_ignoring_case(std::string_view a, std::string_view lower_case) {
  return a.size() == lower_case.size() &&
         std::equal(a.begin(), a.end(), lower_case.begin(), [](char x, char y) { return lower(x) == y; });
}

bool HtmlTokenizer::begins_markup(std::size_t at) const {
  if (text_only_ || at + 1 >= source_.size()) return false;
  char const next = source_[at + 1];
  return is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < source_.size());
}

std::optional<std::size_t> HtmlTokenizer::tag_end(std::size_t at) const {
  while (at < source_.size()) {
    char const c = source_[at++];
    if (c == '>') return at;
    if (c != '=') continue;
    while (at < source_.size() && is_space(source_[at])) ++at;
    if (at < source_.size() && (source_[at] == '"' || source_[at] == '\'')) {
      std::size_t const close = source_.find(source_[at], at + 1);
      if (close == std::string_view::npos) return std::nullopt;
      at = close + 1;
    }
  }
  return std::nullopt;
}

bool HtmlTokenizer::next(HtmlToken& token) {
  if (at_ >= source_.size()) return false;
  token = {};
  std::size_t const begin = at_;
  token.begin = static_cast<std::uint32_t>(begin);
  if (source_[begin] == '<' && begins_markup(begin)) {
    std::optional<std::size_t> end;
    if (source_.substr(begin).starts_with("<!--")) {
      token.kind = HtmlTokenKind::comment;
      bool const empty =
          source_.substr(begin).starts_with("<!-->") || source_.substr(begin).starts_with("<!--->"); // whole comments
      std::size_t const close = source_.find("-->", begin + (empty ? 2 : 4));
      if (close != std::string_view::npos) end = close + 3;
    } else if (is_letter(source_[begin + 1]) || (source_[begin + 1] == '/' && is_letter(source_[begin + 2]))) {
      bool const closing = source_[begin + 1] == '/';
      token.kind = closing ? HtmlTokenKind::end_tag : HtmlTokenKind::start_tag;
      std::size_t const name = begin + 1 + closing;
      std::size_t stop = name;
      while (stop < source_.size() && !is_space(source_[stop]) && source_[stop] != '/' && source_[stop] != '>') ++stop;
      end = tag_end(stop);
      token.name = source_.substr(name, stop - name);
      if (end && !closing) token.attributes = source_.substr(stop, *end - 1 - stop);
    } else { // <!DOCTYPE>, <?xml?>, </ >
      token.kind = HtmlTokenKind::other;
      std::size_t const close = source_.find('>', begin);
      if (close != std::string_view::npos) end = close + 1;
    }
    if (end) {
      at_ = *end;
      token.end = static_cast<std::uint32_t>(at_);
      return true;
    }
    text_only_ = true; // nothing is lost: what cannot be a tag is shown
    token = {};
    token.begin = static_cast<std::uint32_t>(begin);
  }
  std::size_t end = source_.find('<', begin + 1);
  while (end < source_.size() && !begins_markup(end)) end = source_.find('<', end + 1);
  end = std::min(end, source_.size());
  at_ = end;
  token.end = static_cast<std::uint32_t>(end);
  return true;
}

std::string_view HtmlTokenizer::raw_content(std::string_view name) {
  std::size_t const begin = at_;
  std::size_t at = begin;
  while ((at = source_.find("</", at)) != std::string_view::npos) {
    std::size_t const after = at + 2 + name.size();
    if (equal_ignoring_case(source_.substr(at + 2, name.size()), name) &&
        (after >= source_.size() || is_space(source_[after]) || source_[after] == '/' || source_[after] == '>')) {
      break;
    }
    at += 2;
  }
  at_ = std::min(at, source_.size());
  return source_.substr(begin, at_ - begin);
}

std::optional<std::string> attribute(std::string_view attributes, std::string_view name) {
  std::size_t at = 0;
  auto const skip_space = [&] {
    while (at < attributes.size() && (is_space(attributes[at]) || attributes[at] == '/')) ++at;
  };
  while (skip_space(), at < attributes.size()) {
    std::size_t const begin = at++;
    while (at < attributes.size() && !is_space(attributes[at]) && attributes[at] != '=' && attributes[at] != '/') ++at;
    std::string_view const found = attributes.substr(begin, at - begin);
    while (at < attributes.size() && is_space(attributes[at])) ++at;
    std::string_view value;
    if (at < attributes.size() && attributes[at] == '=') {
      ++at;
      while (at < attributes.size() && is_space(attributes[at])) ++at;
      char const quote = at < attributes.size() ? attributes[at] : ' ';
      std::size_t end = at;
      if (quote == '"' || quote == '\'') {
        end = std::min(attributes.find(quote, ++at), attributes.size());
        value = attributes.substr(at, end - at);
        at = std::min(end + 1, attributes.size());
      } else {
        while (end < attributes.size() && !is_space(attributes[end])) ++end;
        value = attributes.substr(at, end - at);
        at = end;
      }
    }
    if (equal_ignoring_case(found, name)) return decode_entities(value, true);
  }
  return std::nullopt;
}

} // namespace claimcheck::text
