// How fast claims are found and read. The text is written for the project: fixtures/, repeated to the size that is
// asked for.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/engine.hpp"
#include "extract/extract.hpp"
#include "resolve/resolve.hpp"
#include "resolve/times.hpp"
#include "text/document.hpp"

namespace {

using namespace claimcheck;

/// All articles of fixtures/, one after another; CLAIMCHECK_BENCH_TEXT names another file to measure on.
std::string corpus(std::size_t size) {
  std::string text;
  auto const append = [&](std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    text.append(std::istreambuf_iterator<char>(in), {});
    text += "\n\n";
  };
  if (char const* const path = std::getenv("CLAIMCHECK_BENCH_TEXT")) {
    append(path);
  } else {
    for (auto const& entry : std::filesystem::recursive_directory_iterator(CLAIMCHECK_SOURCE_DIR "/fixtures"))
      if (entry.path().extension() == ".txt" || entry.path().extension() == ".md") append(entry.path());
  }
  std::string const once = text;
  while (text.size() < size) text += once;
  return text;
}

/// Finding and reading: gate and grammars on a folded text.
void extraction(benchmark::State& state) {
  Lexicon const& lexicon = Lexicon::builtin();
  text::Document const document = text::read_plain(corpus(static_cast<std::size_t>(state.range(0))));
  std::size_t claims = 0;
  for (auto _ : state) claims = extract::extract(document, lexicon).claims.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(document.plain.size()));
  state.counters["claims"] = static_cast<double>(claims);
}
BENCHMARK(extraction)->Arg(10'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

/// From bytes to claims with their values and dates: reading the text, extraction, resolution. No attribution.
void resolution(benchmark::State& state) {
  Lexicon const& lexicon = Lexicon::builtin();
  std::string const bytes = corpus(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    Article article;
    article.lexicon = &lexicon;
    article.document = text::read_plain(bytes);
    extract::Extraction extraction = extract::extract(article.document, lexicon);
    auto const readings = std::move(extraction.readings);
    auto const reading_of = std::move(extraction.reading_of);
    resolve::place_claims(article, std::move(extraction));
    resolve::resolve_times(article, readings, reading_of, "2022-03-10");
    resolve::mark_guards(article);
    benchmark::DoNotOptimize(article.claims.size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(resolution)->Arg(10'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

/// The whole way from bytes to claims in context, attribution included.
void reading(benchmark::State& state) {
  std::string const bytes = corpus(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    Article const article =
        read_article(Input{.name = "bench", .bytes = bytes, .date = "2022-03-10", .headline_bytes = {}});
    benchmark::DoNotOptimize(article.claims.size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(reading)->Arg(10'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

} // namespace
