// The terminal for the word behind a number: the longest one that any of the lists knows.
#pragma once

#include "grammars/context.hpp"
#include "grammars/figure_types.hpp"

namespace claimcheck::grammar {

/// Tries percent words, currency names and codes, unit names and unit symbols at one place; the longest wins, so that
/// "pounds per square inch" is no money. `Glued` admits symbols that are safe only when they touch the digits ("30C").
template <bool Glued>
struct TailWordParser : x3::parser<TailWordParser<Glued>> {
  using attribute_type = Tail;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const look_up = [&] {
      Tail word;
      read(first, last, text, word);
      return word;
    };
    Tail const found = last != text.end ? look_up()
                       : Glued          ? text.memo.glued_tails(first, look_up)
                                        : text.memo.tails(first, look_up);
    if (found.end == nullptr) return false;
    first = found.end;
    x3::traits::move_to(Tail(found), attr);
    return true;
  }

  /// Fills `out`; leaves its `end` null where no list knows a word.
  static void read(char const* at, char const* last, TextContext const& text, Tail& out) {
    Lexicon const& lexicon = *text.lexicon;
    if (at == last) return;
    char const* end = nullptr;
    if (auto const found = text.longest(lexicon.tails, at, last)) {
      end = found.end;
      out.kind = *found.value;
    }
    if (auto const found = text.longest(lexicon.unit_names, at, last); found && found.end > end) {
      end = found.end;
      out.kind = TailKind::unit;
      out.unit = found.value->unit;
      out.ambiguous = found.value->ambiguous;
    }
    if (auto const found = text.longest(lexicon.currency_names, at, last); found && found.end >= end) {
      if (found.end > end) {
        out = Tail{};
        out.kind = TailKind::currency;
        out.unit = found.value->unit;
        out.parts = found.value->parts;
        out.ambiguous = found.value->ambiguous;
        end = found.end;
      } else if (out.kind == TailKind::unit) {
        out.currency = found.value->unit;
      }
    }
    written_symbol(lexicon.currency_codes, at, last, text, end, [&](CurrencyWord const& word) {
      if (word.glued && !Glued) return false;
      out = Tail{};
      out.kind = TailKind::currency;
      out.unit = word.unit;
      out.parts = word.parts;
      out.power = word.power;
      return true;
    });
    written_symbol(lexicon.unit_symbols, at, last, text, end, [&](UnitSymbol const& symbol) {
      if (Glued ? symbol.doubtful && !symbol.glued : symbol.glued && !symbol.doubtful) return false;
      out = Tail{};
      out.kind = TailKind::unit;
      out.unit = symbol.unit;
      out.ambiguous = symbol.doubtful && !Glued;
      return true;
    });
    if (end == nullptr) return;
    out.begin = at;
    out.end = end;
  }

 private:
  /// The longest form of `table` at `at` whose capitals agree with the text, when it is longer than `end`.
  template <class T, class Take>
  static void written_symbol(ExactTable<T> const& table, char const* at, char const* last, TextContext const& text,
                             char const*& end, Take const& take) {
    auto const found = text.longest(table, at, last);
    if (!found || found.end <= end) return;
    std::string_view const written(text.original(at), static_cast<std::size_t>(found.end - at));
    for (auto const& form : *found.value) {
      if (form.written == written && take(form.value)) {
        end = found.end;
        return;
      }
    }
  }
};
inline constexpr TailWordParser<false> tail_word{};
inline constexpr TailWordParser<true> glued_tail_word{};

/// Remembers in the rule's own attribute where the text stands: here<&Amount::begin>.
template <auto Member>
struct HereParser : x3::parser<HereParser<Member>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const&, RContext& value, Attribute&) const {
    value.*Member = first;
    return true;
  }
};
template <auto Member>
inline constexpr HereParser<Member> here{};

} // namespace claimcheck::grammar
