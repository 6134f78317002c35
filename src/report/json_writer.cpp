#include "report/json_writer.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "report/utf8.hpp"

namespace claimcheck::report {
namespace {

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  std::size_t plain_from = 0; // everything from here needs no escape and is copied in one go
  auto copy_until = [&](std::size_t end) { out.append(value.substr(plain_from, end - plain_from)); };
  for (std::size_t at = 0; at < value.size();) {
    auto const byte = static_cast<unsigned char>(value[at]);
    if (byte >= 0x80) {
      std::size_t const size = utf8_sequence(value, at);
      if (size == 0) {
        copy_until(at);
        out += "\xEF\xBF\xBD";
        plain_from = ++at;
      } else {
        at += size;
      }
      continue;
    }
    if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f) {
      ++at;
      continue;
    }
    copy_until(at);
    switch (byte) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default: {
      constexpr std::string_view hex = "0123456789abcdef";
      out += "\\u00";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
    }
    plain_from = ++at;
  }
  copy_until(value.size());
  out += '"';
}

} // namespace

std::string json_quoted(std::string_view value) {
  std::string out;
  append_quoted(out, value);
  return out;
}

void JsonWriter::new_line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(has_items_.size() * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) out_ += ',';
  has_items_.back() = true;
  new_line();
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  has_items_.push_back(false);
}

void JsonWriter::close(char bracket) {
  bool const any = has_items_.back();
  has_items_.pop_back();
  if (any) new_line();
  out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(out_, name);
  out_ += indent_ == 0 ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_quoted(out_, value);
}

void JsonWriter::number(std::int64_t value) {
  separate();
  out_ += std::to_string(value);
}

void JsonWriter::number(Decimal value) {
  separate();
  out_ += value.normalized().to_string();
}

void JsonWriter::real(double value, int places) {
  if (!std::isfinite(value)) return null();
  double const scale = std::pow(10.0, places);
  number(Decimal(static_cast<std::int64_t>(std::llround(value * scale)), -places));
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::raw(std::string_view value) {
  separate();
  out_ += value;
}

void JsonWriter::optional_field(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty())
    null();
  else
    string(value);
}

} // namespace claimcheck::report
