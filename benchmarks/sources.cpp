// The reference pack: opening it, finding names, and what it adds to the memory of the program. Names a second are
// items_per_second; the promises are 5 ms, 100,000 names a second and 30 MB (issue 6).
#include <fstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {
namespace {

/// Resident memory of this process, in bytes; 0 where /proc tells nothing.
double resident_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) * 1024;
  return 0;
}

/// Everything that the first question needs: the pack, the hand-written facts, their indexes. Runs once, before
/// anything else has touched them.
void open_everything(benchmark::State& state) {
  double const before = resident_bytes();
  for (auto _ : state) benchmark::DoNotOptimize(&builtin_source());
  Bundle const bundle;
  benchmark::DoNotOptimize(bundle.resolve({"Ankara", {reference::EntityType::place}}, 8));
  state.counters["resident_MB"] = (resident_bytes() - before) / 1e6;
}
BENCHMARK(open_everything)->Iterations(1)->Unit(benchmark::kMillisecond);

void open_pack(benchmark::State& state) {
  for (auto _ : state) {
    Pack const pack(Pack::builtin().bytes());
    benchmark::DoNotOptimize(pack.place_count());
  }
}
BENCHMARK(open_pack)->Unit(benchmark::kMicrosecond);

/// Known and unknown, with and without marks, of one candidate and of hundreds.
std::vector<std::string> const& names() {
  static std::vector<std::string> const list{
      "Ankara",           "Antalya",   "San Jose",  "Santa Maria", "Springfield", "Qwertyville",
      "S\u00e3o Paulo",   "St. Louis", "Kyiv",      "Kiev",        "New York",    "Zhytomyr",
      "Turkey",           "Turkish",   "Georgia",   "Washington",  "Mr. Doe",     "\u0130zmir",
      "Ho Chi Minh City", "Paris",     "Wednesday", "Upper Volta", "San Antonio", "The Hague"};
  return list;
}

void resolve_names(benchmark::State& state) {
  Bundle const bundle;
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(bundle.resolve({names()[next], {reference::EntityType::place}}, 24));
    next = (next + 1) % names().size();
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["resident_MB_in_all"] = resident_bytes() / 1e6;
}
BENCHMARK(resolve_names);

void measure_distances(benchmark::State& state) {
  Bundle const bundle;
  for (auto _ : state) benchmark::DoNotOptimize(bundle.measure({39.92, 32.85}, {36.91, 30.70}));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(measure_distances);

} // namespace
} // namespace claimcheck::sources
