#include "resolve/attribution_sieves.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace claimcheck::resolve {
namespace {

constexpr std::uint32_t nobody = 0xffffffff;
/// A sentence of more units than this is a list or no prose; it is read in parts, so that the work stays linear.
constexpr int longest_sentence = 400;

} // namespace

Span Sieves::span_of(Range range) const {
  if (range.empty()) return {};
  Token const& last = phrases_.at(range.end - 1);
  std::uint32_t end = last.end;
  if (last.clitic == Clitic::s && last.is_word()) { // the owner, without 's
    std::string_view const text = std::string_view(document_.folded).substr(last.begin, last.end - last.begin);
    std::size_t const apostrophe = std::min(text.find('\''), text.find("\xE2\x80\x99"));
    if (apostrophe != std::string_view::npos) end = last.begin + static_cast<std::uint32_t>(apostrophe);
  }
  return {phrases_.at(range.begin).begin, end};
}

/// Words as spaces divide them.
std::size_t Sieves::word_count(Span span) const {
  std::string_view const text = document_.folded_text(span);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

Candidate& Sieves::add(Sieve sieve, Subject const& subject, int cue) {
  Candidate& candidate = out_.emplace_back();
  candidate.region = region_;
  candidate.source_kind = subject.kind;
  candidate.attribution.sieve = sieve;
  candidate.attribution.source = span_of(subject.range);
  candidate.antecedent = span_of(subject.antecedent);
  if (cue >= 0) candidate.attribution.cue = phrases_.at(cue).span();
  return candidate;
}

/// Units [from, to) become a piece of content. A piece that is one quotation is given without its marks and without the
/// comma that belongs to the attribution.
void Sieves::add_content(Candidate& candidate, int from, int to) {
  auto const skippable = [&](int i) {
    TokenKind const kind = phrases_.at(i).kind;
    return kind == TokenKind::comma || kind == TokenKind::dash || kind == TokenKind::semicolon ||
           kind == TokenKind::colon || kind == TokenKind::end;
  };
  while (from < to && skippable(from)) ++from;
  while (to > from && skippable(to - 1)) --to;
  if (from >= to) return;
  auto const id = static_cast<std::uint32_t>(&candidate - out_.data());
  for (int i = from; i < to; ++i)
    if (phrases_.at(i).kind == TokenKind::quotation) owner_[phrases_.at(i).quotation] = id;
  Span piece{phrases_.at(from).begin, phrases_.at(to - 1).end};
  if (to - from == 1 && phrases_.at(from).kind == TokenKind::quotation) {
    piece = quotations_.list[phrases_.at(from).quotation].inner;
    if (!piece.empty() && document_.plain[piece.end - 1] == ',') --piece.end;
  }
  candidate.attribution.content.push_back(piece);
}

void Sieves::set_mode(Candidate& candidate) const {
  bool quoted = false, plain = false;
  for (Span const piece : candidate.attribution.content) {
    bool inside = false;
    auto const& list = quotations_.list;
    auto at = std::lower_bound(list.begin(), list.end(), piece.begin,
                               [](Quotation const& q, std::uint32_t begin) { return q.marked.end <= begin; });
    for (; at != list.end() && at->marked.begin < piece.end; ++at) {
      quoted = true;
      inside |= at->marked.contains(piece);
    }
    plain |= !inside;
  }
  candidate.attribution.mode = !quoted ? Mode::indirect : plain ? Mode::mixed : Mode::direct;
}

void Sieves::sentence(int first, int last) {
  sentence_begin_ = out_.size();
  int words = 0, capitals = 0;
  for (int i = first; i < last; ++i)
    if (phrases_.at(i).is_word()) {
      ++words;
      capitals += phrases_.at(i).capital;
    }
  title_case_ = words >= 4 && capitals * 10 >= words * 6;
  for (int i = first; i < last; ++i) {
    Token const& token = phrases_.at(i);
    if (!token.is_word()) continue;
    if (token.is(according))
      according_cue(i, first, last);
    else if (token.is(noun_cue) && phrases_.is(i + 1, "that"))
      noun_cue_at(i, first, last);
    if (token.verb.uses != 0) verb_cue(i, first, last);
  }
}

bool Sieves::only_quotations(int first, int last) const {
  bool quoted = false;
  for (int i = first; i < last; ++i) {
    if (phrases_.at(i).is_word() || phrases_.at(i).kind == TokenKind::number) return false;
    quoted |= phrases_.at(i).kind == TokenKind::quotation;
  }
  return quoted;
}

/// What goes on: a quotation over several blocks, one announced by a colon, and whole sentences of quotation behind an
/// attributed one.
void Sieves::continue_quotations() {
  std::uint32_t holder = nobody; // the last attribution before the sentence at hand
  std::uint32_t ends_speaking = nobody;
  std::size_t next = block_begin_;
  int first = 0;
  for (int last = 0; last < phrases_.size(); ++last) {
    if (phrases_.at(last).kind != TokenKind::end) continue;
    if (only_quotations(first, last)) {
      for (int i = first; i < last; ++i) {
        if (phrases_.at(i).kind != TokenKind::quotation) continue;
        std::uint32_t const id = phrases_.at(i).quotation;
        if (owner_[id] != nobody) continue;
        std::uint32_t speaker = holder;
        if (quotations_.list[id].continued && id > 0)
          speaker = owner_[id - 1];
        else if (i == 0 && awaiting_ != nobody)
          speaker = awaiting_;
        bool const inherited =
            speaker == nobody && first == 0 && speaks_on_ != nobody && word_count(quotations_.list[id].inner) > 5;
        if (inherited) speaker = speaks_on_;
        if (speaker == nobody) continue;
        Candidate& given = out_[speaker];
        if (inherited || (given.attribution.mode == Mode::indirect && !given.attribution.content.empty())) {
          Candidate copy;
          copy.region = region_;
          copy.source_kind = given.source_kind;
          copy.antecedent = given.antecedent;
          copy.passed_on = true;
          copy.attribution.source = given.attribution.source;
          copy.attribution.cue = given.attribution.cue;
          copy.attribution.sieve = inherited ? Sieve::paragraph_inherited : Sieve::same_paragraph;
          out_.push_back(std::move(copy));
          add_content(out_.back(), i, i + 1);
          set_mode(out_.back());
          speaker = static_cast<std::uint32_t>(out_.size() - 1);
        } else {
          bool const announced = given.attribution.content.empty();
          add_content(given, i, i + 1);
          if (announced)
            set_mode(given); // else a further quotation changes nothing; looking again at all pieces would be quadratic
        }
        holder = speaker;
      }
    }
    // Attributions of this sentence speak on in the next.
    std::uint32_t const end = phrases_.at(last).end;
    std::uint32_t const before = holder;
    for (; next < out_.size() && out_[next].region == region_ && out_[next].attribution.cue.begin < end &&
           out_[next].attribution.sieve != Sieve::same_paragraph;
         ++next)
      if (!out_[next].attribution.source.empty() && !out_[next].attribution.content.empty() &&
          out_[next].attribution.sieve != Sieve::noun_cue)
        holder = static_cast<std::uint32_t>(next);
    if (last > first) ends_speaking = holder != before || only_quotations(first, last) ? holder : nobody;
    first = last + 1;
  }
  // Who ends a block speaking, in a quotation, may go on in the next.
  speaks_on_ = ends_speaking != nobody && out_[ends_speaking].attribution.mode == Mode::direct ? ends_speaking : nobody;
}

void Sieves::block(std::uint32_t region, std::vector<Token> const& tokens) {
  owner_.resize(quotations_.list.size(), nobody);
  region_ = region;
  block_begin_ = out_.size();
  std::uint32_t const awaited = awaiting_;
  units_.clear();
  bool const plain =
      std::none_of(tokens.begin(), tokens.end(), [](Token const& t) { return t.kind == TokenKind::quotation; });
  if (plain) units_ = tokens; // most blocks quote nobody: each token is a unit
  for (std::size_t i = 0; !plain && i < tokens.size(); ++i) {
    Token const& token = tokens[i];
    if (token.quoted) continue;
    if (token.kind == TokenKind::end && !units_.empty() && units_.back().kind == TokenKind::quotation) {
      // A sentence that ends inside the marks goes on behind them, unless by a full stop: "Why?" he asked.
      Quotation const& quotation = quotations_.list[units_.back().quotation];
      char const mark = quotation.inner.empty() ? ' ' : document_.plain[quotation.inner.end - 1];
      std::size_t next = i + 1;
      bool const lower = next < tokens.size() && tokens[next].is_word() && !tokens[next].capital;
      if (lower || (mark != '.' && next < tokens.size() && tokens[next].is_word())) continue;
    }
    units_.push_back(token);
    // "... end." Next: a full stop inside the marks ends the sentence where the segmenter saw none.
    if (token.kind == TokenKind::quotation) {
      Quotation const& quotation = quotations_.list[token.quotation];
      std::size_t next = i + 1;
      while (next < tokens.size() && tokens[next].quoted) ++next;
      if (!quotation.inner.empty() && document_.plain[quotation.inner.end - 1] == '.' && next < tokens.size() &&
          (tokens[next].kind == TokenKind::quotation || (tokens[next].is_word() && tokens[next].capital))) {
        Token end;
        end.kind = TokenKind::end;
        end.begin = end.end = token.end;
        units_.push_back(end);
      }
    }
  }
  transcript_line();
  int first = 0;
  for (int i = 0; i < phrases_.size(); ++i) {
    bool const ends = phrases_.at(i).kind == TokenKind::end;
    if (!ends && i - first < longest_sentence) continue;
    if (i > first) sentence(first, i);
    first = ends ? i + 1 : i;
  }
  continue_quotations();
  if (awaiting_ == awaited) awaiting_ = nobody;
}

/// "MOOR: The gate was open." Whether it is a transcript shows when the document has been read: one such line may be a
/// label.
void Sieves::transcript_line() {
  int name = 0;
  while (name < 4 && phrases_.name_like(name) && phrases_.at(name).clitic == Clitic::none) ++name;
  if (name == 0 || !phrases_.is(name, TokenKind::colon) || phrases_.size() < name + 4) return;
  if (name == 1 && phrases_.text(0).size() < 3) return; // Q and A are nobody's names
  Candidate candidate;
  candidate.region = region_;
  candidate.source_kind = SubjectKind::phrase;
  candidate.attribution.sieve = Sieve::colon;
  candidate.attribution.source = span_of({0, name});
  candidate.attribution.cue = phrases_.at(name).span();
  candidate.attribution.content = {{phrases_.at(name + 1).begin, phrases_.at(phrases_.size() - 1).end}};
  transcript_.push_back(std::move(candidate));
}

void Sieves::finish() {
  constexpr std::size_t fewest_lines = 4;
  std::unordered_map<std::string_view, int> lines; // by speaker: who speaks once only may be a label
  for (Candidate const& line : transcript_) ++lines[document_.text(line.attribution.source)];
  for (Candidate& line : transcript_) {
    if (transcript_.size() < fewest_lines || lines[document_.text(line.attribution.source)] < 2) continue;
    set_mode(line);
    out_.push_back(std::move(line));
  }
  // An announcement whose quotation never came is no attribution.
  std::erase_if(out_, [](Candidate const& candidate) { return candidate.attribution.content.empty(); });
  for (std::size_t id = 0; id < quotations_.list.size(); ++id) {
    if (id < owner_.size() && owner_[id] != nobody) continue;
    Quotation const& quotation = quotations_.list[id];
    if (word_count(quotation.inner) < 4) continue; // a title, a scare quote
    Candidate& candidate = out_.emplace_back();
    candidate.region = quotation.region;
    candidate.attribution.sieve = Sieve::unresolved;
    candidate.attribution.mode = Mode::direct;
    candidate.attribution.content = {quotation.inner};
  }
}

} // namespace claimcheck::resolve
