// A sketch of the places whose distances and directions were judged: where they are, and where the text puts them.
// Nothing is loaded: the points are those of the reference. The list below the sketch says the same in words.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/xml.hpp"

namespace claimcheck::report {
namespace {

constexpr double width = 640, least_height = 220, most_height = 460, margin = 70, pi = 3.14159265358979;
constexpr std::size_t most_ways = 40; ///< a sketch with more lines shows nothing

struct Point {
  double latitude = 0, longitude = 0;
};

/// One statement, judged: the line as it is, and as it is stated where that differs.
struct Line {
  CitedWay way;
  ClaimId distance = no_id, direction = no_id;
  std::vector<ClaimId> said; ///< in reading order: these two, and the time that a way takes
  std::string_view verdict;  ///< the gravest
  std::optional<Point> stated;
};

int weight(std::string_view verdict) { return verdict == "contradicted" ? 2 : verdict == "note" ? 1 : 0; }

/// So many kilometers from a point along a great circle.
Point travelled(Point from, double bearing, double km) {
  double const lat = from.latitude * pi / 180, course = bearing * pi / 180, angle = km / 6371.0088;
  double const there = std::asin(std::sin(lat) * std::cos(angle) + std::cos(lat) * std::sin(angle) * std::cos(course));
  double const east =
      std::atan2(std::sin(course) * std::sin(angle) * std::cos(lat), std::cos(angle) - std::sin(lat) * std::sin(there));
  return {there * 180 / pi, from.longitude + east * 180 / pi};
}

std::optional<double> stated_km(Article const& article, ClaimId id) {
  if (id == no_id || article.lexicon == nullptr) return {};
  Figure const& figure = article.claims[id].figure;
  UnitTable const& units = article.lexicon->units;
  auto const kilometre = units.find("km");
  if (!figure.exact_known || !kilometre || figure.unit == no_unit || !units.convertible(figure.unit, *kilometre))
    return {};
  return units.convert(figure.value, figure.unit, *kilometre, Rounding::nearest, true).to_double();
}

/// The statements in reading order, each with its distance and its direction.
std::vector<Line> lines_of(FileReport const& report) {
  Article const& article = *report.article;
  std::vector<Line> lines;
  std::map<std::tuple<std::string, std::string, std::uint32_t>, std::size_t> known;
  for (SourceVerdict const& said : report.sources) {
    if (!said.way || said.claim >= article.claims.size()) continue;
    Claim const& claim = article.claims[said.claim];
    auto const [at, fresh] = known.try_emplace({said.way->from.id, said.way->to.id, claim.sentence}, lines.size());
    if (fresh) lines.push_back({*said.way, no_id, no_id, {}, said.citation.verdict, {}});
    Line& line = lines[at->second];
    if (std::find(line.said.begin(), line.said.end(), said.claim) == line.said.end()) line.said.push_back(said.claim);
    if (claim.kind == Kind::direction) line.direction = said.claim;
    if (claim.kind == Kind::distance) line.distance = said.claim;
    if (weight(said.citation.verdict) > weight(line.verdict)) line.verdict = said.citation.verdict;
  }
  for (Line& line : lines) {
    if (weight(line.verdict) == 0) continue;
    auto const km = stated_km(article, line.distance);
    if (!km && line.direction == no_id) continue;
    double const course =
        line.direction == no_id ? line.way.bearing : static_cast<double>(article.claims[line.direction].bearing);
    double const far = km.value_or(line.way.km);
    if (far > 0 && far < 15000) line.stated = travelled({line.way.from.latitude, line.way.from.longitude}, course, far);
  }
  return lines;
}

/// Degrees to the sketch's units: as on a map, true to scale in the middle.
class Projection {
 public:
  explicit Projection(std::vector<Line> const& lines) : first_(lines.front().way.from.longitude) {
    auto const meet = [&](Point point) {
      double const x = near(point.longitude);
      west_ = std::min(west_, x), east_ = std::max(east_, x);
      south_ = std::min(south_, point.latitude), north_ = std::max(north_, point.latitude);
    };
    for (Line const& line : lines) {
      meet({line.way.from.latitude, line.way.from.longitude});
      meet({line.way.to.latitude, line.way.to.longitude});
      if (line.stated) meet(*line.stated);
    }
    shrink_ = std::max(0.1, std::cos((south_ + north_) / 2 * pi / 180));
    double const across = std::max(0.05, (east_ - west_) * shrink_), up = std::max(0.05, north_ - south_);
    scale_ = std::min((width - 2 * margin) / across, (most_height - 2 * margin) / up);
    height_ = std::clamp(up * scale_ + 2 * margin, least_height, most_height);
  }

  std::pair<double, double> at(Point point) const {
    double const x = (near(point.longitude) - (west_ + east_) / 2) * shrink_ * scale_ + width / 2;
    double const y = ((south_ + north_) / 2 - point.latitude) * scale_ + height_ / 2;
    return {x, y};
  }
  double height() const { return height_; }
  double units_per_km() const { return scale_ / 111.195; }

 private:
  /// Across the date line a longitude is written so that it lies near the first place.
  double near(double longitude) const {
    while (longitude - first_ > 180) longitude -= 360;
    while (longitude - first_ < -180) longitude += 360;
    return longitude;
  }
  double first_;
  double west_ = 1e9, east_ = -1e9, south_ = 1e9, north_ = -1e9, shrink_ = 1, scale_ = 1, height_ = least_height;
};

std::string km_and_miles(double km) { return fmt::format("{:.0f} km ({:.0f} mi)", km, km / 1.609344); }

/// 1, 2 or 5 times a power of ten: the longest that is at most a third of the sketch.
double scale_bar_km(double units_per_km) {
  double const most = width / 3 / units_per_km;
  double step = std::pow(10, std::floor(std::log10(most)));
  for (double const factor : {5.0, 2.0})
    if (step * factor <= most) return step * factor;
  return step;
}

/// Names beside their points, moved down where they would cover each other.
std::string names(std::vector<Line> const& lines, Projection const& projection) {
  struct Label {
    double x, y;
    std::string name;
    double others = 0; ///< how far the lines from here lead to the right
  };
  std::map<std::string, Label> labels;
  for (Line const& line : lines)
    for (CitedPlace const* place : {&line.way.from, &line.way.to}) {
      auto const [x, y] = projection.at({place->latitude, place->longitude});
      auto const& other = place == &line.way.from ? line.way.to : line.way.from;
      double const leads = projection.at({other.latitude, other.longitude}).first - x;
      labels.try_emplace(place->id, Label{x, y, place->name}).first->second.others += leads;
    }
  std::vector<Label> sorted;
  for (auto const& [id, label] : labels) sorted.push_back(label);
  std::stable_sort(sorted.begin(), sorted.end(), [](Label const& a, Label const& b) { return a.y < b.y; });
  std::string out;
  std::vector<std::pair<double, double>> taken; // where text stands already
  for (Label const& label : sorted) {
    double const room = 9.0 * static_cast<double>(label.name.size());
    bool const left = label.x + room > width || (label.others > 0 && label.x > room); // on the side without lines
    double y = label.y + 4;
    for (auto const& [other_x, other_y] : taken)
      if (std::fabs(other_x - label.x) < 150 && y - other_y < 15) y = other_y + 15;
    taken.emplace_back(label.x, y);
    out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" class=\"dot\"/><text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}"
                       "</text>\n",
                       label.x, label.y, left ? label.x - 8 : label.x + 8, y, left ? " text-anchor=\"end\"" : "",
                       xml_escaped(label.name));
  }
  return out;
}

std::string drawn(std::vector<Line> const& lines, Projection const& projection) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line const& line = lines[i];
    auto const [x1, y1] = projection.at({line.way.from.latitude, line.way.from.longitude});
    auto const [x2, y2] = projection.at({line.way.to.latitude, line.way.to.longitude});
    out += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" class=\"way {}\"/>", x1, y1, x2,
                       y2, line.verdict);
    if (line.stated) {
      auto const [x, y] = projection.at(*line.stated);
      out +=
          fmt::format("<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{2:.1f}\" y2=\"{3:.1f}\" class=\"as-stated\"/><circle "
                      "cx=\"{2:.1f}\" cy=\"{3:.1f}\" r=\"5\" class=\"ghost\"/>",
                      x1, y1, x, y);
    }
    // Beside the middle of the line; a short one has no room among the names, and stands in the list.
    double const along = std::hypot(x2 - x1, y2 - y1);
    if (along < 40) continue;
    double const side_x = (y2 - y1) / along * 11, side_y = -(x2 - x1) / along * 11, up = side_y > 0 ? -1 : 1;
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"number\" text-anchor=\"middle\">{}</text>\n",
                       (x1 + x2) / 2 + up * side_x, (y1 + y2) / 2 + up * side_y + 5, i + 1);
  }
  return out;
}

/// What the text says and what the map says, in words.
std::string listed(FileReport const& report, std::size_t file, std::vector<Line> const& lines) {
  Article const& article = *report.article;
  std::string out = "<ol class=\"ways\">\n";
  for (Line const& line : lines) {
    std::string said;
    for (ClaimId const id : line.said)
      said += fmt::format("{}<a href=\"#{}\">{}</a>", said.empty() ? "" : ", ", claim_anchor(file, id),
                          xml_escaped(article.text(article.claims[id])));
    std::string_view const state = line.verdict == "contradicted" ? "contradicted"
                                   : line.verdict == "note"       ? "tension"
                                                                  : "consistent";
    out += fmt::format("<li>{} from {}: the text says {}; on the map {}, bearing {:.0f}° <span class=\"s-{}\">{}</span>"
                       "</li>\n",
                       xml_escaped(line.way.to.name), xml_escaped(line.way.from.name), said, km_and_miles(line.way.km),
                       line.way.bearing, state, line.verdict);
  }
  return out + "</ol>\n";
}

} // namespace

std::string html_map(FileReport const& report, std::size_t file) {
  if (!report.article) return {};
  std::vector<Line> lines = lines_of(report);
  if (lines.empty()) return {};
  std::string more;
  if (lines.size() > most_ways) {
    more = fmt::format("<p>{} more statements are in the ledger.</p>\n", lines.size() - most_ways);
    lines.resize(most_ways);
  }
  Projection const projection(lines);
  std::string description;
  for (Line const& line : lines)
    description += fmt::format("{} lies {} from {}, bearing {:.0f} degrees. ", line.way.to.name,
                               km_and_miles(line.way.km), line.way.from.name, line.way.bearing);
  bool const strays = std::any_of(lines.begin(), lines.end(), [](Line const& line) { return line.stated.has_value(); });
  double const bar = scale_bar_km(projection.units_per_km()), bottom = projection.height() - 14;
  std::string out =
      fmt::format("<figure class=\"map\"><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
                  "aria-labelledby=\"map-{}-title map-{}-desc\">"
                  "<title id=\"map-{}-title\">Sketch of the places</title><desc id=\"map-{}-desc\">{}</desc>\n",
                  width, projection.height(), file, file, file, file, xml_escaped(description));
  out += drawn(lines, projection) + names(lines, projection);
  out += fmt::format("<path d=\"M14 {0:.1f}v5h{1:.1f}v-5\" class=\"bar\"/><text x=\"18\" y=\"{2:.1f}\">{3}</text>"
                     "<path d=\"M{4:.0f} 34v-20m-5 7l5-7l5 7\" class=\"bar\"/><text x=\"{4:.0f}\" y=\"48\" "
                     "text-anchor=\"middle\">N</text></svg>\n",
                     bottom, bar * projection.units_per_km(), bottom - 4, km_and_miles(bar), width - 18);
  out +=
      fmt::format("<figcaption>Straight lines between the middles of the places, from the reference. {}</figcaption>",
                  strays ? "Dashed, with a hollow point: where the text puts the place." : "");
  return out + listed(report, file, lines) + more + "</figure>\n";
}

} // namespace claimcheck::report
