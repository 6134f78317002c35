#include "resolve/quotation_checks.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/hash.hpp"
#include "lexicon/phrase_table.hpp"

namespace claimcheck::resolve {
namespace {

constexpr std::size_t fewest_words = 6;
/// Longer quotations are compared by their first words only, so that the work stays linear.
constexpr std::size_t most_words = 120;
constexpr std::size_t shingle = 4;

/// The words of a quotation as hashes: lower case, letters and digits only.
std::vector<std::uint64_t> words_of(std::string_view folded) {
  std::vector<std::uint64_t> words;
  for (std::size_t at = 0; at < folded.size() && words.size() < most_words;) {
    if (!is_word_byte(folded[at]) || folded.substr(at, 2) == "\xE2\x80") {
      at += folded.substr(at, 2) == "\xE2\x80" ? 3 : 1;
      continue;
    }
    std::size_t end = at;
    while (end < folded.size() && is_word_byte(folded[end]) && folded.substr(end, 2) != "\xE2\x80") ++end;
    words.push_back(fnv1a(folded.substr(at, end - at)));
    at = end;
  }
  return words;
}

std::uint64_t hash_of(std::vector<std::uint64_t> const& words, std::size_t begin, std::size_t end) {
  std::uint64_t hash = 0;
  for (std::size_t i = begin; i < end; ++i) hash = (hash ^ words[i]) * 1099511628211ULL;
  return hash;
}

/// Insertions, deletions and exchanges that turn one into the other; `limit + 1` when there are more.
std::size_t distance(std::vector<std::uint64_t> const& a, std::vector<std::uint64_t> const& b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const up = row[j];
      row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = up;
    }
  }
  return std::min(row[b.size()], limit + 1);
}

bool contains(std::vector<std::uint64_t> const& whole, std::vector<std::uint64_t> const& part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

bool marked_as_changed(std::string_view text) {
  return text.find('[') != std::string_view::npos || text.find("..") != std::string_view::npos ||
         text.find("\xE2\x80\xA6") != std::string_view::npos || text.find(". .") != std::string_view::npos;
}

} // namespace

std::vector<std::uint32_t> quotation_attributions(Article const& article) {
  std::vector<std::uint32_t> result(article.quotations.size(), no_id);
  std::vector<std::uint32_t> size(article.quotations.size(), 0xffffffff);
  for (std::uint32_t id = 0; id < article.attributions.size(); ++id)
    for (Span const piece : article.attributions[id].content) {
      auto at = std::lower_bound(article.quotations.begin(), article.quotations.end(), piece.begin,
                                 [](Span q, std::uint32_t begin) { return q.end <= begin; });
      for (; at != article.quotations.end() && at->begin < piece.end; ++at) {
        auto const index = static_cast<std::size_t>(at - article.quotations.begin());
        if (piece.size() >= size[index] || article.attributions[id].sieve == Sieve::unresolved) continue;
        size[index] = piece.size();
        result[index] = id;
      }
    }
  return result;
}

std::vector<QuotationPair> repeated_quotations(Article const& article) {
  std::vector<QuotationPair> pairs;
  auto const speakers = quotation_attributions(article);
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (std::uint32_t i = 0; i < article.quotations.size(); ++i) {
    auto const words = words_of(article.document.folded_text(article.quotations[i]));
    if (words.size() < fewest_words) continue;
    auto const [at, fresh] = seen.try_emplace(hash_of(words, 0, words.size()), i);
    if (!fresh) pairs.push_back({at->second, i, speakers[at->second], speakers[i]});
  }
  return pairs;
}

std::vector<QuotationPair> reworded_quotations(Article const& article) {
  std::vector<QuotationPair> pairs;
  auto const speakers = quotation_attributions(article);
  std::vector<std::vector<std::uint64_t>> all(article.quotations.size());
  std::unordered_map<std::uint64_t, std::uint32_t> first_with; // a run of words: the first quotation that has it
  for (std::uint32_t i = 0; i < article.quotations.size(); ++i) {
    std::string_view const text = article.document.folded_text(article.quotations[i]);
    auto& words = all[i] = words_of(text);
    if (words.size() < fewest_words || marked_as_changed(text) || speakers[i] == no_id) continue;
    std::uint32_t other = i;
    for (std::size_t at = 0; at + shingle <= words.size(); ++at) {
      auto const [found, fresh] = first_with.try_emplace(hash_of(words, at, at + shingle), i);
      if (!fresh && found->second != i) other = std::min(other, found->second);
    }
    if (other == i) continue;
    Attribution const& a = article.attributions[speakers[other]];
    Attribution const& b = article.attributions[speakers[i]];
    if (a.speaker == no_id || a.speaker != b.speaker) continue;
    auto const& before = all[other];
    std::size_t const limit = std::max(before.size(), words.size()) / 5;
    if (contains(before, words) || contains(words, before)) continue;
    if (distance(before, words, limit) <= limit) pairs.push_back({other, i, speakers[other], speakers[i]});
  }
  return pairs;
}

namespace {

/// An editor's bracket stands in speech, between words: "the [sic", not "\\E[?1004l" or "use `[(` to jump".
bool is_speech(std::string_view folded) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    bool letters = true;
    while (end < folded.size() && folded[end] != ' ') {
      char const c = folded[end++];
      letters = letters && ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ||
                            std::string_view(",.;:!?'-[]").find(c) != std::string_view::npos);
      if (c == '\\' || c == '{' || c == '}' || c == '=' || c == '_') return false;
    }
    words += letters && end - at > 1;
    at = end + 1;
  }
  return words >= 4;
}

bool opens_insertion(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && (is_word_byte(static_cast<char>(text[at + 1] | 0x20)) || text[at + 1] == '.') &&
         (at == 0 || text[at - 1] == ' ' || text[at - 1] == '"');
}
bool closes_insertion(std::string_view text, std::size_t at) {
  return at > 0 && is_word_byte(static_cast<char>(text[at - 1] | 0x20)) &&
         (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == ',' || text[at + 1] == '.');
}

} // namespace

std::vector<QuotationTextFault> quotation_text_faults(Article const& article) {
  constexpr std::size_t none = std::string_view::npos;
  std::vector<QuotationTextFault> faults;
  for (Span const quotation : article.quotations) {
    if (!is_speech(article.document.folded_text(quotation))) continue;
    std::string_view const text = article.document.text(quotation);
    auto const fault = [&](TextFault kind, std::size_t at, std::size_t size) {
      auto const begin = quotation.begin + static_cast<std::uint32_t>(at);
      faults.push_back({kind, {begin, begin + static_cast<std::uint32_t>(size)}});
    };
    std::size_t open = none; // the bracket that waits for its partner
    auto const leave_open = [&] {
      if (open != none && opens_insertion(text, open)) fault(TextFault::bracket, open, 1);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '[') {
        leave_open();
        open = i;
      } else if (text[i] == ']') {
        if (open == none && closes_insertion(text, i)) fault(TextFault::bracket, i, 1);
        open = none;
      } else if (text[i] == '.') {
        std::size_t end = i;
        while (end < text.size() && text[end] == '.') ++end;
        std::size_t const points = end - i;
        // Two points behind a word and before a space or the end; addresses and file names have none.
        bool const between_words = i > 0 && end < text.size() && text[end] == ' ';
        if ((points == 2 || points > 4) && between_words) fault(TextFault::ellipsis, i, points);
        i = end - 1;
      }
    }
    leave_open();
  }
  return faults;
}

std::vector<Span> orphan_quotations(Article const& article) {
  std::vector<Span> result;
  for (Attribution const& attribution : article.attributions) {
    if (attribution.sieve != Sieve::unresolved) continue;
    Span const quotation = attribution.content.front();
    std::string_view const text = article.document.text(quotation);
    char const first = text.front(), last = text.back();
    bool const sentence = first >= 'A' && first <= 'Z' && (last == '.' || last == '?' || last == '!' || last == ',');
    std::uint32_t const region = article.document.region_at(quotation.begin);
    bool const body =
        region < article.document.regions.size() && article.document.regions[region].kind == text::RegionKind::body;
    if (sentence && body && words_of(article.document.folded_text(quotation)).size() >= 6) result.push_back(quotation);
  }
  return result;
}

std::vector<DoubleAttribution> double_attributions(Article const& article) {
  std::vector<DoubleAttribution> result;
  std::unordered_map<std::uint64_t, std::uint32_t> holder;
  for (std::uint32_t id = 0; id < article.attributions.size(); ++id) {
    Attribution const& attribution = article.attributions[id];
    if (attribution.source.empty()) continue;
    if (id > 0 && !attribution.content.empty()) {
      // "P, Smith said, Jones said": the second holds the whole of the first.
      Attribution const& before = article.attributions[id - 1];
      bool const same = before.speaker != no_id && before.speaker == attribution.speaker;
      if (!before.source.empty() && !same && before.relay.empty() && attribution.content.front().end == before.cue.end)
        result.push_back({id - 1, id});
    }
    for (Span const piece : attribution.content) {
      auto const [at, fresh] = holder.try_emplace(std::uint64_t{piece.begin} << 32 | piece.end, id);
      if (fresh) continue;
      Attribution const& other = article.attributions[at->second];
      bool const same =
          other.source == attribution.source || (other.speaker != no_id && other.speaker == attribution.speaker);
      if (!same && other.relay.empty() && attribution.relay.empty()) result.push_back({at->second, id});
    }
  }
  return result;
}

} // namespace claimcheck::resolve
