// The terminal for numbers in digits: hand-made, because it is tried at every digit of a text.
#pragma once

#include "grammars/context.hpp"
#include "grammars/numeral_types.hpp"

namespace claimcheck::grammar {

namespace detail {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

inline int digit_run(char const* p, char const* last) { return static_cast<int>(leading_digits(p, last)); }

/// A separator between groups of three: ',' or a no-break or thin space, which folding turned into plain spaces.
inline char const* group_separator(char const* p, char const* last, TextContext const& text) {
  if (p == last) return nullptr;
  if (*p == ',') return p + 1;
  if (*p != ' ') return nullptr;
  if (last - p > 3 && p[1] == ',' && p[2] == ' ' && is_digit(p[3])) return p + 3; // "80 , 000": tokenised text
  if (last - p > 4 && p[1] == '0' && p[2] == '0' && p[3] == '0' && !is_digit(p[4]))
    return p + 1; // "10 000": no other number begins so
  char const* const original = text.original(p);
  if (last - p > 2 && original[0] == '\xC2' && original[1] == '\xA0') return p + 2;
  if (last - p > 3 && original[0] == '\xE2' && original[1] == '\x80' &&
      (original[2] == '\x89' || original[2] == '\xAF'))
    return p + 3;
  return nullptr;
}

/// Digits with their separators: the end, and whether there were any. "1,500" and "1,23,456" are one number, "1,50" is
/// not.
inline char const* integer_part(char const* first, char const* last, TextContext const& text, bool& grouped) {
  int const head = digit_run(first, last);
  char const* const plain_end = first + head;
  grouped = false;
  if (head == 0 || head > 3) return plain_end;
  char const* p = plain_end;
  char const* western = nullptr;
  for (;;) {
    char const* const group = group_separator(p, last, text);
    if (group == nullptr || digit_run(group, last) != 3) break;
    p = western = group + 3;
  }
  if (western != nullptr) {
    grouped = true;
    return western;
  }
  if (head > 2) return plain_end;
  p = plain_end; // Indian grouping: twos, then a last three
  while (char const* const group = group_separator(p, last, text)) {
    int const n = digit_run(group, last);
    if (n == 3 && p != plain_end) {
      grouped = true;
      return group + 3;
    }
    if (n != 2) break;
    p = group + 2;
  }
  return plain_end;
}

} // namespace detail

/// Digits, separators, decimal point, exponent. Fails on what looks like a version or an address (1.2.3).
struct DigitsParser : x3::parser<DigitsParser> {
  using attribute_type = Numeral;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    Numeral out;
    char const* const end = read(first, last, text_of(ctx), out);
    if (end == nullptr) return false;
    first = end;
    x3::traits::move_to(out, attr);
    return true;
  }

  static char const* read(char const* first, char const* last, TextContext const& text, Numeral& out) {
    using namespace detail;
    char const* p = integer_part(first, last, text, out.grouped);
    bool const leading_point = p == first;
    std::int64_t coefficient = 0;
    std::int32_t exponent = 0;
    auto const take = [&](char c) {
      if (!is_digit(c)) return;
      if (coefficient < 100'000'000'000'000'000)
        coefficient = coefficient * 10 + (c - '0');
      else
        ++exponent;
    };
    for (char const* d = first; d != p; ++d) {
      take(*d);
      if (is_digit(*d) && out.digits < 255) ++out.digits;
    }
    bool const tokenised =
        last - p > 3 && !leading_point && p[0] == ' ' && p[1] == '.' && p[2] == ' ' && is_digit(p[3]); // "0 . 6"
    if (tokenised || (p != last && *p == '.' && p + 1 != last && is_digit(p[1]))) {
      char const* const fraction = p + (tokenised ? 3 : 1);
      p = fraction + digit_run(fraction, last);
      for (char const* d = fraction; d != p; ++d) {
        if (coefficient >= 100'000'000'000'000'000) break; // digits that no text means
        take(*d);
        --exponent;
      }
      out.point = true;
      if (p != last && *p == '.' && p + 1 != last && is_digit(p[1])) return nullptr; // 1.2.3
    } else if (leading_point) {
      return nullptr;
    }
    p = exponent_part(p, last, exponent);
    out.value = Decimal{coefficient, exponent};
    return p;
  }

 private:
  /// e6, x10^6, ×10-6, x 10⁶ (superscripts): moves the power into `exponent`.
  static char const* exponent_part(char const* p, char const* last, std::int32_t& exponent) {
    using namespace detail;
    char const* q = p;
    bool power_sign = false;
    if (q != last && *q == 'e' && last - q > 1 &&
        (is_digit(q[1]) || ((q[1] == '-' || q[1] == '+') && last - q > 2 && is_digit(q[2])))) {
      ++q;
      power_sign = true;
    } else {
      while (q != last && *q == ' ') ++q;
      if (q != last && (*q == 'x' || *q == '*'))
        ++q;
      else if (last - q >= 2 && q[0] == '\xC3' && q[1] == '\x97')
        q += 2;
      else
        return p;
      while (q != last && *q == ' ') ++q;
      if (last - q < 3 || q[0] != '1' || q[1] != '0') return p;
      q += 2;
      if (*q == '^') {
        ++q;
        power_sign = true;
      }
    }
    int sign = 1;
    if (q != last && (*q == '-' || *q == '+')) {
      sign = *q == '-' ? -1 : 1;
      ++q;
      power_sign = true;
    } else if (last - q >= 3 && q[0] == '\xE2' &&
               ((q[1] == '\x88' && q[2] == '\x92') || (q[1] == '\x81' && q[2] == '\xBB'))) {
      sign = -1; // U+2212, superscript minus
      q += 3;
      power_sign = true;
    }
    int power = 0, n = 0;
    for (; q != last && n < 4; ++n) {
      if (power_sign && is_digit(*q)) {
        power = power * 10 + (*q++ - '0');
      } else if (int const d = superscript(q, last); d >= 0) {
        power = power * 10 + d;
        q += *q == '\xC2' ? 2 : 3;
      } else {
        break;
      }
    }
    if (n == 0 || power > 300) return p;
    exponent += sign * power;
    return q;
  }

  static int superscript(char const* q, char const* last) {
    if (last - q >= 2 && q[0] == '\xC2') return q[1] == '\xB9' ? 1 : q[1] == '\xB2' ? 2 : q[1] == '\xB3' ? 3 : -1;
    if (last - q >= 3 && q[0] == '\xE2' && q[1] == '\x81') {
      int const d = static_cast<unsigned char>(q[2]) - 0xB0;
      return d == 0 || (d >= 4 && d <= 9) ? d : -1;
    }
    return -1;
  }
};
inline constexpr DigitsParser digits{};

} // namespace claimcheck::grammar
