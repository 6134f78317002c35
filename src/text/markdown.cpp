#include "text/document.hpp"
namespace claimcheck::text {
Document read_markdown(std::string source, std::optional<std::uint32_t> headline_bytes) { return read_plain(std::move(source), headline_bytes); }
Document read_html(std::string source, std::optional<std::uint32_t> headline_bytes) { return read_plain(std::move(source), headline_bytes); }
}
