// Writes JSON text: keys in the order of the calls, written figures digit by digit, never through binary floats.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/decimal.hpp"

namespace claimcheck::report {

/// Appends to `out`. Calls must form one well-formed value; `indent` 0 writes all on one line.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, int indent = 0) : out_(out), indent_(indent) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  /// Valid UTF-8; anything else is written with U+FFFD in its place.
  void string(std::string_view value);
  void number(std::int64_t value);
  /// The shortest digits that say the same: 1.50 is written 1.5.
  void number(Decimal value);
  /// Rounded to `places` decimals: for confidences and shares, not for figures of a text.
  void real(double value, int places);
  void boolean(bool value);
  void null();
  /// A value that is JSON text already.
  void raw(std::string_view value);

  void field(std::string_view name, std::string_view value) { key(name), string(value); }
  void field(std::string_view name, char const* value) { key(name), string(value); }
  void field(std::string_view name, std::string const& value) { key(name), string(value); }
  void field(std::string_view name, Decimal value) { key(name), number(value); }
  void field(std::string_view name, std::uint32_t value) { key(name), number(std::int64_t{value}); }
  void field(std::string_view name, std::size_t value) { key(name), number(static_cast<std::int64_t>(value)); }
  void field(std::string_view name, int value) { key(name), number(std::int64_t{value}); }
  void field(std::string_view name, bool value) { key(name), boolean(value); }
  void null_field(std::string_view name) { key(name), null(); }
  /// null when empty
  void optional_field(std::string_view name, std::string_view value);

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void new_line();

  std::string& out_;
  int indent_;
  std::vector<bool> has_items_; ///< one entry an open bracket
  bool after_key_ = false;
};

/// A string literal with its quotation marks.
std::string json_quoted(std::string_view value);

} // namespace claimcheck::report
