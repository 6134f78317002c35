#include "engine/stream.hpp"

#include <cerrno>
#include <exception>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "report/claim_json.hpp"
#include "report/finding_json.hpp"
#include "report/sign_off_parser.hpp"

namespace claimcheck {
namespace {

struct Request {
  std::string id; ///< as JSON text: "\"a1\"", "7" or "null"
  std::optional<std::string> text, date, headline, format;
  std::string error; ///< what is wrong with the line
};

/// Takes the members it knows from the outermost object and lets everything else pass, so that a line of a million
/// brackets costs no memory.
class RequestReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit RequestReader(Request& request) : request_(request) {}

  bool null() override { return other("null"); }
  bool boolean(bool) override { return other("a truth value"); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, string_t const& digits) override { return number(digits); }
  bool string(string_t& value) override {
    if (depth_ == 0) return other("a string");
    if (depth_ > 1) return true;
    if (key_ == "id") request_.id = report::json_quoted(value);
    if (std::optional<std::string>* member = named(key_)) *member = std::move(value);
    return true;
  }
  bool binary(binary_t&) override { return true; }
  bool key(string_t& name) override {
    if (depth_ == 1) key_ = std::move(name);
    return true;
  }
  bool start_object(std::size_t) override { return open("an object"); }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override { return open("an array"); }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t position, std::string const& token, nlohmann::detail::exception const& error) override {
    bool const encoding = std::string_view(error.what()).find("UTF-8") != std::string_view::npos;
    if (encoding)
      request_.error = fmt::format("not UTF-8 (at byte {} of the line)", position);
    else
      request_.error = fmt::format("not JSON (at byte {} of the line, near {})", position,
                                   token.empty() ? "its end" : report::json_quoted(token.substr(0, 40)));
    return false;
  }

 private:
  std::optional<std::string>* named(std::string_view name) {
    if (name == "text") return &request_.text;
    if (name == "date") return &request_.date;
    if (name == "headline") return &request_.headline;
    if (name == "format") return &request_.format;
    return nullptr;
  }
  bool other(std::string_view what) {
    if (depth_ == 0) {
      request_.error = "not an object";
      return false;
    }
    if (depth_ != 1) return true;
    if (what == "null") {
      if (std::optional<std::string>* member = named(key_)) member->reset();
    } else if (named(key_) != nullptr && request_.error.empty()) {
      request_.error = fmt::format("\"{}\" must be a string, not {}", key_, what);
    }
    return true;
  }
  bool number(std::string digits) {
    if (depth_ == 1 && key_ == "id") {
      request_.id = std::move(digits);
      return true;
    }
    return other("a number");
  }
  bool open(std::string_view what) {
    if (depth_ == 0 && what == "an array") return other(what);
    if (depth_ == 1) other(what);
    ++depth_;
    return true;
  }

  Request& request_;
  std::string key_;
  std::size_t depth_ = 0;
};

std::string error_line(Request const& request, std::string_view message) {
  return "{\"id\":" + request.id + ",\"error\":" + report::json_quoted(message) + '}';
}

/// The line as an input, or why it cannot be one.
tl::expected<Input, std::string> input_of(Request& request, StreamOptions const& options) {
  if (!request.error.empty()) return tl::make_unexpected(request.error);
  if (!request.text) return tl::make_unexpected(std::string("no \"text\""));
  if (request.text->size() > options.max_size)
    return tl::make_unexpected(
        fmt::format("the text has {} bytes, the limit is {} (--max-size)", request.text->size(), options.max_size));
  Input input;
  input.date = options.date;
  if (request.date && !request.date->empty()) {
    // A time of day behind the date is common in feeds; the day is what counts.
    std::string const day =
        request.date->size() > 10 && (*request.date)[10] == 'T' ? request.date->substr(0, 10) : *request.date;
    if (!is_iso_date(day))
      return tl::make_unexpected("\"date\" must be YYYY-MM-DD, not " +
                                 report::json_quoted(request.date->substr(0, 40)));
    input.date = day;
  }
  if (request.format) {
    std::string const name = *request.format == "plain" ? "text" : *request.format;
    if (name == "markdown") {
      input.format = text::Format::markdown;
    } else if (name == "html") {
      input.format = text::Format::html;
    } else if (name != "text") {
      return tl::make_unexpected("unknown format " + report::json_quoted(name.substr(0, 40)) +
                                 ": text, markdown or html");
    }
  }
  if (request.headline && !request.headline->empty()) {
    if (request.text->compare(0, request.headline->size(), *request.headline) != 0)
      return tl::make_unexpected(std::string("\"headline\" must be the beginning of \"text\""));
    input.headline_bytes = static_cast<std::uint32_t>(request.headline->size());
  }
  input.bytes = std::move(*request.text);
  return input;
}

std::string result_line(std::string const& id, Checked const& checked, Level min_level) {
  Article const& article = checked.article;
  std::string out;
  report::JsonWriter json(out);
  report::Locator locator(article.document);
  json.begin_object();
  json.field("schema", report::schema_name);
  json.key("id");
  json.raw(id);
  json.optional_field("date", article.date.day ? report::iso_date(*article.date.day) : std::string());
  json.key("claims");
  json.begin_array();
  for (ClaimId i = 0; i < article.claims.size(); ++i) report::write_claim(json, article, i, locator);
  json.end_array();
  json.key("attributions");
  json.begin_array();
  for (std::uint32_t i = 0; i < article.attributions.size(); ++i) report::write_attribution(json, article, i);
  json.end_array();
  json.key("findings");
  json.begin_array();
  for (Finding const& finding : checked.findings)
    if (finding.level >= min_level) report::write_finding(json, article, finding, locator);
  json.end_array();
  if (!checked.sources.empty()) {
    json.key("reference");
    report::write_source_verdicts(json, checked.sources, locator);
  }
  json.end_object();
  return out;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// Lines of a byte stream; of a line that is too long only its length is kept.
class LineReader {
 public:
  LineReader(ReadBytes const& in, std::uint64_t longest) : in_(in), longest_(longest), buffer_(1 << 16, '\0') {}

  /// False at the end. `too_long` says that `line` is not complete.
  bool next(std::string& line, bool& too_long) {
    line.clear();
    too_long = false;
    bool any = false;
    for (;;) {
      if (at_ == have_) {
        at_ = 0;
        have_ = in_(buffer_.data(), buffer_.size());
        if (have_ == 0) return any;
      }
      any = true;
      std::string_view const rest(buffer_.data() + at_, have_ - at_);
      std::size_t const end = rest.find('\n');
      std::string_view const part = rest.substr(0, end);
      if (!too_long && line.size() + part.size() > longest_) {
        too_long = true;
        line.clear();
        line.shrink_to_fit();
      }
      if (!too_long) line.append(part);
      at_ += part.size() + (end == std::string_view::npos ? 0 : 1);
      if (end != std::string_view::npos) return true;
    }
  }

 private:
  ReadBytes const& in_;
  std::uint64_t longest_;
  std::string buffer_;
  std::size_t at_ = 0, have_ = 0;
};

} // namespace

bool is_iso_date(std::string_view text) { return report::day_named(text).has_value(); }

ReadBytes read_from_descriptor(int descriptor) {
  return [descriptor](char* buffer, std::size_t size) -> std::size_t {
    for (;;) {
      ssize_t const n = ::read(descriptor, buffer, size);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno != EINTR) return 0;
    }
  };
}

std::string stream_answer(std::string_view line, StreamOptions const& options) {
  Request request;
  request.id = "null";
  RequestReader reader(request);
  nlohmann::json::sax_parse(line.begin(), line.end(), &reader);
  auto input = input_of(request, options);
  if (!input) return error_line(request, input.error());
  input->name = request.id;
  try {
    return result_line(request.id, options.check(std::move(*input)), options.min_level);
  } catch (std::exception const& error) { // one text must not end the stream for all
    return error_line(request, std::string("internal error: ") + error.what());
  }
}

void stream(ReadBytes const& in, std::ostream& out, StreamOptions const& options) {
  // A text may be escaped: \u00e9 has three times the bytes of what it stands for.
  LineReader lines(in, options.max_size * 3 + (1 << 20));
  std::string line;
  bool too_long = false;
  while (out && lines.next(line, too_long)) {
    if (too_long) {
      out << R"({"id":null,"error":"the line is longer than --max-size allows"})";
    } else if (is_blank(line)) {
      continue;
    } else {
      out << stream_answer(line, options);
    }
    out << '\n' << std::flush;
  }
}

} // namespace claimcheck
