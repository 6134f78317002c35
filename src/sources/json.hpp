// JSON from the network: parsed only when it is sound, valid UTF-8 and not nested deeper than a person would write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace claimcheck::sources {

/// Nothing when the text is no JSON, no UTF-8, or nested deeper than 64.
std::optional<nlohmann::json> parse_json(std::string_view text);

/// The text at a path of keys; empty when anything on the way is missing or of another type.
std::string text_at(nlohmann::json const& node, std::initializer_list<std::string_view> path);
/// The node at a path of keys, or nullptr.
nlohmann::json const* node_at(nlohmann::json const& node, std::initializer_list<std::string_view> path);

} // namespace claimcheck::sources
