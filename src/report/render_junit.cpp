// JUnit XML: one suite a file, one test case a rule in force, so that a clean article shows green tests and not "0
// tests".
//
// Only what is at or above --fail-level fails: a report must not be red where the exit status is 0. The rest goes to
// system-out.
#include <map>

#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/xml.hpp"

namespace claimcheck::report {
namespace {

std::string line_of(Reported const& found) {
  std::string out = fmt::format("{}:{}: {}: {}", found.primary.place.start.line, found.primary.place.start.column,
                                name_of(found.finding.level), found.finding.message);
  for (Located const& other : found.related)
    out += fmt::format("\n  {}:{}: {}: {}", other.place.start.line, other.place.start.column,
                       other.role.empty() ? "see also" : other.role, other.place.text);
  if (found.finding.computed && !found.finding.computed->formula.empty())
    out += "\n  computed: " + found.finding.computed->formula;
  return out + '\n';
}

struct Case {
  std::string failures, others;
  std::string first_message, level;
};

struct Suite {
  std::string body;
  std::size_t tests = 0, failures = 0, errors = 0;
};

Suite suite_of(FileReport const& file, Report const& report) {
  Suite suite;
  if (!file.readable) {
    std::string text;
    for (Diagnostic const& fault : file.faults) text += to_string(fault) + '\n';
    suite.tests = suite.errors = 1;
    suite.body = fmt::format("    <testcase name=\"readable\" classname=\"{}\">\n      <error message=\"{}\" "
                             "type=\"unreadable\">{}</error>\n    </testcase>\n",
                             xml_escaped(file.path),
                             xml_escaped(file.faults.empty() ? "" : file.faults.front().message), xml_escaped(text));
    return suite;
  }
  std::map<std::string, Case> cases; // by rule id
  for (RuleInfo const& rule : report.rules) cases[rule.id];
  for (Reported const& found : file.findings) {
    Case& one = cases[found.finding.rule];
    bool const fails = file.fail_level != Level::off && found.finding.level >= file.fail_level;
    if (fails && one.failures.empty()) {
      one.first_message = found.finding.message;
      one.level = name_of(found.finding.level);
    }
    (fails ? one.failures : one.others) += line_of(found);
  }
  for (auto const& [rule, one] : cases) {
    ++suite.tests;
    suite.body += fmt::format("    <testcase name=\"{}\" classname=\"{}\"", xml_escaped(rule), xml_escaped(file.path));
    if (one.failures.empty() && one.others.empty()) {
      suite.body += "/>\n";
      continue;
    }
    suite.body += ">\n";
    if (!one.failures.empty()) {
      ++suite.failures;
      suite.body += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                                xml_escaped(one.first_message), one.level, xml_escaped(one.failures));
    }
    if (!one.others.empty()) suite.body += fmt::format("      <system-out>{}</system-out>\n", xml_escaped(one.others));
    suite.body += "    </testcase>\n";
  }
  if (suite.tests == 0) { // no rule in force: reading the file is what succeeded
    suite.tests = 1;
    suite.body = fmt::format("    <testcase name=\"readable\" classname=\"{}\"/>\n", xml_escaped(file.path));
  }
  return suite;
}

} // namespace

std::string render_junit(Report const& report, Style const&) {
  std::string body;
  std::size_t tests = 0, failures = 0, errors = 0;
  for (FileReport const& file : report.files) {
    Suite const suite = suite_of(file, report);
    tests += suite.tests;
    failures += suite.failures;
    errors += suite.errors;
    body +=
        fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\" time=\"0\">\n",
                    xml_escaped(file.path), suite.tests, suite.failures, suite.errors) +
        suite.body + "  </testsuite>\n";
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"claimcheck\" tests=\"{}\" "
                     "failures=\"{}\" errors=\"{}\" time=\"0\">\n",
                     tests, failures, errors) +
         body + "</testsuites>\n";
}

} // namespace claimcheck::report
