// Datelines: "NAIROBI, Kenya (AP) --", "March 10 (UPI) --", "WASHINGTON _", and paragraphs that are nothing but a date.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/words.hpp"

namespace claimcheck::text {

/// How a dateline begins a paragraph, at most so many bytes from its beginning.
inline constexpr std::size_t longest_dateline = 110;

/// Length of the dateline that `paragraph` begins with, its dash and the white space after it included; 0 when it has
/// none. `folded` is the same text folded. `leading`: among the first paragraphs, where datelines without an agency are
/// believed too.
std::size_t dateline_size(std::string_view paragraph, std::string_view folded, bool leading, Words const& words);

/// The paragraph is nothing but a date, with a weekday or a time perhaps: "Saturday, February 15, 2014", "Published:
/// 2014-02-15".
bool is_date_paragraph(std::string_view folded, Words const& words);

} // namespace claimcheck::text
