// What a text has spoken of so far: the dates that later expressions without a year, or counted from another day, lean
// on.
#pragma once

#include <string_view>

#include "claim/span.hpp"
#include "claim/temporal.hpp"
#include "claim/temporal_reading.hpp"
#include "lexicon/calendar_words.hpp"
#include "resolve/time_resolver.hpp"
#include "text/document.hpp"

namespace claimcheck::resolve {

/// The word (letters a-z) that ends before `at`, spaces between; empty where another sign stands there.
std::string_view word_ending_before(std::string_view folded, std::size_t at);

/// One of the `most` words before `at` is in the list; no other sign than spaces stands between them.
bool stands_before(std::string_view folded, std::size_t at, PhraseTable<bool> const& words, int most);

/// Keeps the anchors of a TimeContext while the expressions of a document are resolved in reading order.
class Timeline {
 public:
  /// All three must outlive the timeline.
  Timeline(TimeContext& context, CalendarWords const& words, text::Document const& document)
      : context_(context), words_(words), document_(document) {}

  /// Before an expression of `sentence` is resolved.
  void enter(TemporalReading const& reading, Span span, std::uint32_t sentence);
  /// After it has been.
  void remember(TemporalReading const& reading, Temporal const& time, Span span, std::uint32_t sentence);

 private:
  bool is_limit(Span expression) const;
  bool is_opening(Span expression, std::uint32_t sentence) const;
  bool is_aside(TemporalReading const& r, Span expression, std::uint32_t sentence, TimeInterval const& when) const;

  TimeContext& context_;
  CalendarWords const& words_;
  text::Document const& document_;
  std::uint32_t sentence_ = no_id;        ///< of context_.last
  std::uint32_t sentence_of_day_ = no_id; ///< of context_.last_day
};

} // namespace claimcheck::resolve
