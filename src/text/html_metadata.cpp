#include "text/html_metadata.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "text/html_tokens.hpp"

namespace claimcheck::text {
namespace {

constexpr std::size_t largest_json = 4u << 20; // a page's description, not a data base

constexpr std::string_view date_names[] = {"date",
                                           "dc.date",
                                           "dc.date.issued",
                                           "dcterms.date",
                                           "dcterms.issued",
                                           "dcterms.created",
                                           "datepublished",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "publication_date",
                                           "article.published",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "cxenseparse:recs:publishtime",
                                           "og:published_time",
                                           "article:published"};

bool is_date_name(std::string_view name) {
  return std::find(std::begin(date_names), std::end(date_names), name) != std::end(date_names);
}

std::string trimmed(std::string text) {
  auto const blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
  text.erase(std::find_if_not(text.rbegin(), text.rend(), blank).base(), text.end());
  return text;
}

/// A name given as a string, as an object with a name, or as a list of these (the first counts).
std::string name_in(nlohmann::json const& value) {
  nlohmann::json const* one = &value;
  if (one->is_array() && !one->empty()) one = &one->front();
  if (one->is_object() && one->contains("name")) one = &(*one)["name"];
  return one->is_string() ? one->get<std::string>() : std::string();
}

} // namespace

void HtmlMetadata::date(std::string value, Rank rank) {
  value = trimmed(std::move(value));
  if (value.empty() || rank <= date_rank_) return;
  found_.date = std::move(value);
  date_rank_ = rank;
}

void HtmlMetadata::time(std::string_view datetime) { date(std::string(datetime), time_element); }

void HtmlMetadata::title(std::string text) {
  if (title_rank_ >= other_meta || text.empty()) return;
  found_.title = trimmed(std::move(text));
  title_rank_ = other_meta;
}

void HtmlMetadata::meta(std::string_view attributes) {
  std::string name;
  for (auto const* key : {"property", "name", "itemprop"}) {
    if (auto value = attribute(attributes, key); value && name.empty()) name = std::move(*value);
  }
  auto content = attribute(attributes, "content");
  if (name.empty() || !content) return;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (name == "article:published_time") {
    date(std::move(*content), open_graph);
  } else if (is_date_name(name)) {
    date(std::move(*content), other_meta);
  } else if (name == "og:title") {
    found_.title = trimmed(std::move(*content));
    title_rank_ = open_graph;
  } else if ((name == "author" || name == "article:author" || name == "dc.creator") && found_.author.empty()) {
    found_.author = trimmed(std::move(*content));
  } else if (name == "og:site_name" && found_.site.empty()) {
    found_.site = trimmed(std::move(*content));
  }
}

void HtmlMetadata::json_ld(std::string_view content) {
  if (content.size() > largest_json) return;
  auto const root = nlohmann::json::parse(content.begin(), content.end(), nullptr, /*allow_exceptions=*/false,
                                          /*ignore_comments=*/true);
  std::vector<nlohmann::json const*> open{&root};
  while (!open.empty()) {
    nlohmann::json const& value = *open.back();
    open.pop_back();
    if (value.is_object()) {
      if (auto const published = value.find("datePublished"); published != value.end() && published->is_string()) {
        date(published->get<std::string>(), schema_org);
        if (found_.author.empty() && value.contains("author")) found_.author = name_in(value["author"]);
        if (found_.site.empty() && value.contains("publisher")) found_.site = name_in(value["publisher"]);
      }
    }
    if (value.is_structured()) {
      for (auto const& part : value) {
        if (part.is_structured()) open.push_back(&part);
      }
    }
  }
}

} // namespace claimcheck::text
