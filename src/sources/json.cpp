#include "sources/json.hpp"

namespace claimcheck::sources {

using nlohmann::json;

std::optional<json> parse_json(std::string_view text) {
  constexpr int deepest = 64;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (quoted) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > deepest) return {};
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  json parsed = json::parse(text, nullptr, false); // refuses invalid UTF-8 as well
  if (parsed.is_discarded()) return {};
  return parsed;
}

json const* node_at(json const& node, std::initializer_list<std::string_view> path) {
  json const* at = &node;
  for (auto const key : path) {
    if (!at->is_object()) return nullptr;
    auto const found = at->find(std::string(key));
    if (found == at->end()) return nullptr;
    at = &*found;
  }
  return at;
}

std::string text_at(json const& node, std::initializer_list<std::string_view> path) {
  json const* const found = node_at(node, path);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string{};
}

} // namespace claimcheck::sources
