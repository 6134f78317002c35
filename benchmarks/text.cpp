// Reading: MB/s of source for each reader, folding and segmenting, on prose made up here.
#include <benchmark/benchmark.h>
#include <string>

#include "text/document.hpp"
#include "text/encoding.hpp"

namespace {

using namespace claimcheck;
using namespace claimcheck::text;

/// Prose in paragraphs of five sentences, with a date, a figure and a quotation in each; `wrap` as a program would.
std::string prose(std::size_t size, bool wrap) {
  std::string const sentences[] = {
      "The council of the harbour town met on Oct. 4 to hear why the bridge had cost $3.5 million more than was "
      "planned. ",
      "About 1,200 people stood outside, some of whom had come from as far as Norport, 45 miles away. ",
      "\"We were told that it would take two years, and it took nine,\" said Ann Reed, who sits for the fishermen. ",
      "Mr. Low, the engineer, did not answer her. ",
      "At 5 p.m. Tuesday the meeting ended, and no vote had been taken by then. ",
  };
  std::string text;
  std::size_t column = 0;
  while (text.size() < size) {
    for (std::string const& sentence : sentences) {
      for (char const c : sentence) {
        text += wrap && c == ' ' && column > 66 ? '\n' : c;
        column = text.back() == '\n' ? 0 : column + 1;
      }
    }
    text.back() = '\n';
    text += '\n';
    column = 0;
  }
  return text;
}

std::string html(std::size_t size) {
  std::string text = "<title>Bridge</title><h1>Bridge costs more</h1>";
  std::string const body = prose(size, false);
  for (std::size_t at = 0; at < body.size();) {
    std::size_t const end = std::min(body.find("\n\n", at), body.size());
    text += "<p class=\"text\">" + body.substr(at, end - at) + " <b>35</b>,000&nbsp;men &amp; women.</p>\n";
    at = end + 2;
  }
  return text;
}

template <class Run>
void measure(benchmark::State& state, std::string const& source, Run run) {
  for (auto _ : state) run(source);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(source.size()));
}

void validate(benchmark::State& state) {
  measure(state, prose(1 << 20, true), [](std::string const& s) { benchmark::DoNotOptimize(encoding_fault(s, "")); });
}
void folding(benchmark::State& state) {
  measure(state, prose(1 << 20, true), [](std::string const& s) { benchmark::DoNotOptimize(fold(s)); });
}
void plain(benchmark::State& state) {
  measure(state, prose(static_cast<std::size_t>(state.range(0)), false),
          [](std::string const& s) { benchmark::DoNotOptimize(read_plain(s)); });
}
void plain_wrapped(benchmark::State& state) {
  measure(state, prose(1 << 20, true), [](std::string const& s) { benchmark::DoNotOptimize(read_plain(s)); });
}
void markdown(benchmark::State& state) {
  measure(state, prose(1 << 20, true), [](std::string const& s) { benchmark::DoNotOptimize(read_markdown(s)); });
}
void html_page(benchmark::State& state) {
  measure(state, html(1 << 20), [](std::string const& s) { benchmark::DoNotOptimize(read_html(s)); });
}
void sentences(benchmark::State& state) {
  Document document = read_plain(prose(1 << 20, false));
  measure(state, document.source, [&](std::string const&) { segment(document, {}); });
}
void positions(benchmark::State& state) { // not bytes: look-ups
  Document const document = read_plain(prose(1 << 20, false));
  std::uint32_t offset = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(
        document.position(offset = (offset + 7919) % static_cast<std::uint32_t>(document.source.size())));
}

BENCHMARK(validate);
BENCHMARK(folding);
BENCHMARK(plain)->Arg(10'000)->Arg(1'000'000)->Arg(100'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(plain_wrapped);
BENCHMARK(markdown);
BENCHMARK(html_page);
BENCHMARK(sentences);
BENCHMARK(positions);

} // namespace
