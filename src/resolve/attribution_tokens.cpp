#include "resolve/attribution_tokens.hpp"

#include "base/hash.hpp"
#include <array>

namespace claimcheck::resolve {
namespace {

enum class Byte : std::uint8_t { other, space, letter, digit, high };

constexpr std::array<Byte, 256> byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (int c = 'a'; c <= 'z'; ++c)
    kinds[static_cast<std::size_t>(c)] = kinds[static_cast<std::size_t>(c - 'a' + 'A')] = Byte::letter;
  for (int c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = Byte::digit;
  for (int c = 0x80; c <= 0xFF; ++c) kinds[static_cast<std::size_t>(c)] = Byte::high;
  kinds[' '] = kinds['\n'] = kinds['\t'] = Byte::space;
  return kinds;
}();

Byte kind_of(char c) { return byte_kinds[static_cast<unsigned char>(c)]; }

/// Typographic punctuation (U+2000..U+206F) and Latin-1 signs end a word; every other character of several bytes is a
/// letter.
bool is_high_letter(std::string_view text, std::size_t at) {
  auto const c = static_cast<unsigned char>(text[at]);
  if (c == 0xC2) return false;
  return !(c == 0xE2 && at + 1 < text.size() &&
           (static_cast<unsigned char>(text[at + 1]) == 0x80 || static_cast<unsigned char>(text[at + 1]) == 0x81));
}

bool is_word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  Byte const kind = kind_of(text[at]);
  return kind == Byte::letter || kind == Byte::digit || (kind == Byte::high && is_high_letter(text, at));
}

std::uint32_t character_size(char c) {
  auto const u = static_cast<unsigned char>(c);
  return u < 0x80 ? 1 : u >= 0xF0 ? 4 : u >= 0xE0 ? 3 : 2;
}

/// The size of an apostrophe at `at`, 0 when there is none.
std::uint32_t apostrophe(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(std::min(at, text.size()), 3) == "\xE2\x80\x99" ? 3 : 0;
}

bool is_upper(std::string_view plain, std::string_view folded, std::size_t at) {
  return plain[at] != folded[at] ||
         (at + 1 < plain.size() && static_cast<unsigned char>(plain[at]) >= 0xC3 && plain[at + 1] != folded[at + 1]);
}

TokenKind punctuation(std::string_view text, std::size_t at) {
  switch (text[at]) {
  case ',':
    return TokenKind::comma;
  case ':':
    return TokenKind::colon;
  case ';':
    return TokenKind::semicolon;
  case '(':
  case '[':
    return TokenKind::open_bracket;
  case ')':
  case ']':
    return TokenKind::close_bracket;
  default:
    break;
  }
  auto const rest = text.substr(at, 3);
  if (rest == "\xE2\x80\x93" || rest == "\xE2\x80\x94" || rest == "\xE2\x80\x95") return TokenKind::dash;
  if (text.substr(at, 2) == "--") return TokenKind::dash;
  if (text.substr(at, 2) == "- " && at > 0 && text[at - 1] == ' ') return TokenKind::dash;
  return TokenKind::other;
}

} // namespace

/// A figure or an amount in words begins behind the spaces at `at`.
bool Tokenizer::amount_at(std::uint32_t at) const {
  std::string_view const text = document_.folded;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size()) return false;
  if (kind_of(text[at]) == Byte::digit || text[at] == '$') return true;
  std::uint32_t end = at;
  while (end < text.size() && kind_of(text[end]) == Byte::letter) ++end;
  WordInfo const* const info = words_.find(text.substr(at, end - at));
  return info != nullptr && (info->classes & number_word) != 0;
}

/// Most words are letters with a space or comma behind them that begin no phrase and are no verb of saying: for them
/// this is all of `word`. False, and nothing done, for others.
bool Tokenizer::plain_word(std::uint32_t at, std::uint32_t limit, Token& token) const {
  std::string_view const text = document_.folded;
  auto const run = static_cast<std::uint32_t>(leading_letters(text.data() + at, text.data() + limit));
  std::uint32_t const end = at + run;
  if (run == 0 || (end != limit && text[end] != ' ' && text[end] != ',')) return false;
  WordInfo const* const info = words_.find(text.substr(at, run));
  if (info != nullptr && (info->verb.uses != 0 || (info->classes & phrase_start) != 0)) return false;
  token.begin = at;
  token.end = end;
  token.capital = document_.plain[at] != text[at]; // a-z is folded from A-Z alone
  if (info != nullptr) {
    token.classes = info->classes;
    token.verb = info->verb;
  }
  return true;
}

std::uint32_t Tokenizer::word(std::uint32_t at, std::uint32_t limit, Token& token) const {
  if (plain_word(at, limit, token)) return token.end;
  std::string_view const text = document_.folded;
  std::uint32_t const first = at;
  bool letters = false;
  std::uint32_t base = 0; // where the word ends without its clitic; 0: no clitic
  if (std::size_t const run = leading_letters(text.data() + at, text.data() + limit); run > 0) { // most words end here
    letters = true;
    at += static_cast<std::uint32_t>(run);
  }
  while (at < limit && text[at] != ' ') {
    Byte const kind = kind_of(text[at]);
    if (kind == Byte::letter || kind == Byte::digit) {
      letters |= kind == Byte::letter;
      ++at;
    } else if (kind == Byte::high && is_high_letter(text, at)) {
      letters = true;
      at += character_size(text[at]);
    } else if (text[at] == '-' || text[at] == '.' || text[at] == '&' ||
               (text[at] == ',' && kind_of(text[at - 1]) == Byte::digit && at + 1 < limit &&
                kind_of(text[at + 1]) == Byte::digit)) {
      if (at + 1 >= limit || !is_word_at(text, at + 1)) break;
      ++at;
    } else if (std::uint32_t const size = apostrophe(text, at); size != 0) {
      if (at + size >= limit || !is_word_at(text, at + size) || base != 0) break;
      base = at;
      at += size;
    } else {
      break;
    }
  }
  at = std::min(at, limit);
  token.begin = first;
  token.end = at;
  token.kind = letters ? TokenKind::word : TokenKind::number;
  token.capital = letters && is_upper(document_.plain, text, first);
  std::uint32_t key_end = at;
  if (base != 0) {
    std::string_view const clitic = text.substr(at - 1, 1) == "s" && at - base <= 4 ? "s" : text.substr(at - 1, 1);
    std::uint32_t const size = at - base - apostrophe(text, base);
    if (size == 1 && clitic == "t" && text[base - 1] == 'n') {
      token.clitic = Clitic::negation;
    } else if (size == 1 && clitic == "s") {
      token.clitic = Clitic::s;
      key_end = base;
    } else if ((size == 1 && (clitic == "d" || clitic == "m")) ||
               (size == 2 &&
                (text.substr(at - 2, 2) == "re" || text.substr(at - 2, 2) == "ve" || text.substr(at - 2, 2) == "ll"))) {
      token.clitic = Clitic::verb;
      key_end = base;
    }
  } else if (at < limit && apostrophe(text, at) != 0 && text[at - 1] == 's') { // the workers' union
    token.clitic = Clitic::s;
    token.end = at + apostrophe(text, at);
  }
  if (token.clitic == Clitic::negation) {
    token.classes = auxiliary | negation; // don't, won't, hasn't
    return token.end;
  }
  if (WordInfo const* const info = words_.find(text.substr(first, key_end - first))) {
    token.classes = info->classes;
    token.verb = info->verb;
    if (token.is(phrase_start) && token.clitic == Clitic::none) {
      char const* const begin = text.data() + first;
      auto const phrase = words_.phrase(begin, text.data() + limit);
      // "said about 35,000 people": an amount, not what was spoken about.
      bool const amount =
          phrase && phrase.value->verb.uses != 0 && amount_at(static_cast<std::uint32_t>(phrase.end - text.data()));
      if (phrase && !amount) {
        token.end = static_cast<std::uint32_t>(phrase.end - text.data());
        token.classes = phrase.value->classes;
        token.verb = phrase.value->verb;
        return token.end;
      }
    }
  }
  // Tags, handles and addresses hold no verbs: </tweet>, @says.
  if (token.verb.uses != 0 && first > 0 && std::string_view("</@#_=").find(text[first - 1]) != std::string_view::npos)
    token.verb = {};
  // The point of an abbreviation belongs to its word: "Sen.", "Jr."
  if (token.end < limit && text[token.end] == '.' && token.clitic == Clitic::none && token.verb.uses == 0) ++token.end;
  return token.end;
}

void Tokenizer::read(text::Region const& region, std::vector<Token>& tokens) {
  tokens.clear();
  std::string_view const text = document_.folded;
  auto const& sentences = document_.sentences;
  auto const& quotations = quotations_.list;
  std::uint32_t at = region.span.begin;
  while (sentence_ < sentences.size() && sentences[sentence_].end <= at) ++sentence_;
  while (quotation_ < quotations.size() && quotations[quotation_].marked.begin < at) ++quotation_;
  std::uint32_t quoted_until = 0;
  while (at < region.span.end) {
    while (at < region.span.end && kind_of(text[at]) == Byte::space) ++at;
    // What ends with the region itself is ended behind the loop.
    std::uint32_t const reached = std::min(at, region.span.end - 1);
    while (sentence_ < sentences.size() && sentences[sentence_].end <= reached) {
      Token& end = tokens.emplace_back();
      end.kind = TokenKind::end;
      end.begin = end.end = sentences[sentence_].end;
      end.quoted = end.end < quoted_until;
      ++sentence_;
    }
    if (at == region.span.end) break;
    bool const quoted = at < quoted_until;
    if (!quoted && quotation_ < quotations.size() && quotations[quotation_].marked.begin == at) {
      Token& token = tokens.emplace_back();
      token.kind = TokenKind::quotation;
      token.quotation = static_cast<std::uint32_t>(quotation_);
      token.begin = at;
      token.end = quoted_until = quotations[quotation_].marked.end;
      at = quotations[quotation_].inner.begin;
      ++quotation_;
      continue;
    }
    if (is_word_at(text, at)) {
      std::uint32_t limit = quoted ? quotations[quotation_ - 1].inner.end : region.span.end;
      if (!quoted && quotation_ < quotations.size()) limit = std::min(limit, quotations[quotation_].marked.begin);
      // A sentence's last point is no abbreviation's; a word never crosses a sentence.
      if (sentence_ < sentences.size() && sentences[sentence_].end > at) {
        std::uint32_t stop = sentences[sentence_].end;
        if (stop > at + 1 && text[stop - 1] == '.') --stop;
        limit = std::min(limit, stop);
      }
      if (limit <= at) limit = at + 1;
      Token& token = tokens.emplace_back();
      token.quoted = quoted;
      at = word(at, limit, token);
    } else {
      std::uint32_t const first = at;
      TokenKind const kind = punctuation(text, at);
      at += text.substr(at, 2) == "--" ? 2 : character_size(text[at]);
      if (kind == TokenKind::other) continue;
      Token& token = tokens.emplace_back();
      token.quoted = quoted;
      token.kind = kind;
      token.begin = first;
      token.end = at;
    }
  }
  Token end;
  end.kind = TokenKind::end;
  end.begin = end.end = region.span.end;
  if (tokens.empty() || tokens.back().kind != TokenKind::end || tokens.back().quoted) tokens.push_back(end);
}

} // namespace claimcheck::resolve
