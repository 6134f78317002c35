// Answers kept on disk, with what is needed to ask again politely. SQLite in WAL mode: several programs may share one
// file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;

namespace claimcheck::sources {

struct CachedAnswer {
  int status = 200;
  std::string body;
  std::string etag;
  std::string last_modified;
  std::int64_t fetched_at = 0; ///< seconds since 1970
  std::int64_t expires_at = 0;
};

class HttpCache {
 public:
  /// Opens or makes the file and the folders above it. A damaged file is set aside as FILE.damaged and a new one begun.
  /// Where even that fails nothing is kept: `usable` is false, and every call is harmless.
  explicit HttpCache(std::string path);
  ~HttpCache();
  HttpCache(HttpCache const&) = delete;
  HttpCache& operator=(HttpCache const&) = delete;

  bool usable() const { return database_ != nullptr; }
  /// The file was damaged and had to be begun anew.
  bool rebuilt() const { return rebuilt_; }

  /// Keys are canonical URLs without secrets.
  std::optional<CachedAnswer> find(std::string_view url);
  void store(std::string_view url, CachedAnswer const& answer);
  /// The server says that the answer still holds.
  void renew(std::string_view url, std::int64_t fetched_at, std::int64_t expires_at);

  /// Until when a host asked to be left alone; 0 when it did not.
  std::int64_t cooling_until(std::string_view host);
  void cool(std::string_view host, std::int64_t until);

 private:
  bool open(bool& damaged);
  bool run(char const* sql);

  std::string path_;
  sqlite3* database_ = nullptr;
  bool rebuilt_ = false;
};

} // namespace claimcheck::sources
