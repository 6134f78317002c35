// Numbers that name or are dialled, and count nothing: parts of tokens, the lists behind "Sections" and "Flights",
// phone numbers, aircraft, titles.
#pragma once

#include "claim/claim.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// A name's number ends at `end` and its noun is a plural: where the list goes on ("Sections 5, 6 and 7", "Routes 1 to
/// 9") its end, else `end`.
char const* name_list_end(grammar::TextContext const& text, char const* end);

/// The end of a number that begins with a nought and has no point ("07700 900123", "007"), its further groups included,
/// or of "+44 20 7946 0958", "(212) 555-0147"; null when `at` begins none.
char const* dialled_number_end(grammar::TextContext const& text, char const* at);

/// 707 to 787, of which the last digit is the first one.
bool is_airliner(char const* at, char const* end);

/// Behind a word of two to five capitals: "ISO 9001", "the RTX 4090".
bool is_code_number(grammar::TextContext const& text, char const* at, char const* end);

/// The bare number [at, end) is a name by the words around it: "the 777's wings", "the 101 freeway", "“Fahrenheit
/// 451”".
bool is_named_thing(grammar::TextContext const& text, char const* at, char const* end);

/// A number inside another token: part of a word, a path, an address, a version.
bool inside_token(grammar::TextContext const& text, char const* at);

/// "the '68 Himalayas": a year of two digits before a name or at a clause's end.
bool short_year(grammar::TextContext const& text, char const* at);

/// A bare number behind a capitalised word in the middle of a sentence is its name: "Boeing 737", "Summer Camp 12". In
/// a title every word has a capital: there the verbs, prepositions and adverbs of headlines name nothing ("Kills 49").
bool is_name_number(grammar::TextContext const& text, char const* at);

/// "3M" with a capital, which counts nothing, is a firm.
bool is_firm(grammar::TextContext const& text, char const* at, char const* end);

/// Hyphenated behind the number stands no noun: "three-for-two", "one-on-four", "14-under".
bool is_preposition_behind(grammar::TextContext const& text, char const* end);

/// "the Six Nations", "Fifty Shades of Grey": a number word and its noun with capitals inside a sentence that has small
/// letters.
bool is_titled(grammar::TextContext const& text, char const* at, Subject const& subject);

} // namespace claimcheck::extract
