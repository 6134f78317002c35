// What an HTML page says about itself: <meta>, JSON-LD, <time>.
#pragma once

#include <string>
#include <string_view>

#include "text/document.hpp"

namespace claimcheck::text {

/// Collects from the parts of a page as they come by; of several dates of publication the most trustworthy stays.
class HtmlMetadata {
 public:
  /// The attributes of a <meta> element.
  void meta(std::string_view attributes);
  /// The content of a <script type="application/ld+json">. What is not JSON is passed over.
  void json_ld(std::string_view content);
  /// <time datetime="...">: believed only when nothing else gives a date, and only the first.
  void time(std::string_view datetime);
  void title(std::string text);

  Metadata take() { return std::move(found_); }

 private:
  /// Later sources win only with a higher rank.
  enum Rank { nothing, time_element, other_meta, schema_org, open_graph };
  void date(std::string value, Rank rank);

  Metadata found_;
  Rank date_rank_ = nothing;
  Rank title_rank_ = nothing;
};

} // namespace claimcheck::text
