// Reads a text as the attribution tests need it: sentences, but no figures.
#pragma once

#include <string>
#include <utility>

#include "resolve/attribution.hpp"
#include "text/document.hpp"

namespace claimcheck::resolve {

inline Article attributed(std::string source) {
  Article article;
  article.document = text::read_plain(std::move(source));
  text::segment(article.document, {});
  attribute(article);
  return article;
}

} // namespace claimcheck::resolve
