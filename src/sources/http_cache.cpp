#include "sources/http_cache.hpp"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

#include <sqlite3.h>

namespace claimcheck::sources {

namespace {

constexpr int busy_ms = 5'000;
constexpr char const* schema =
    "CREATE TABLE IF NOT EXISTS answer(url TEXT PRIMARY KEY, status INT NOT NULL, body BLOB NOT NULL, etag TEXT NOT "
    "NULL,"
    " last_modified TEXT NOT NULL, fetched_at INT NOT NULL, expires_at INT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS host(host TEXT PRIMARY KEY, cool_until INT NOT NULL) WITHOUT ROWID;"
    "PRAGMA user_version=1";

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A statement with its values bound; texts must outlive it.
class Statement {
 public:
  Statement(sqlite3* database, char const* sql) {
    sqlite3_stmt* prepared = nullptr;
    if (database != nullptr) sqlite3_prepare_v2(database, sql, -1, &prepared, nullptr);
    statement_.reset(prepared);
  }
  Statement& bind(std::string_view text, bool blob = false) {
    if (statement_ == nullptr) return *this;
    ++bound_;
    if (blob)
      sqlite3_bind_blob64(statement_.get(), bound_, text.data(), text.size(), SQLITE_STATIC);
    else
      sqlite3_bind_text(statement_.get(), bound_, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  Statement& bind(std::int64_t number) {
    if (statement_ != nullptr) sqlite3_bind_int64(statement_.get(), ++bound_, number);
    return *this;
  }
  int step() { return statement_ == nullptr ? SQLITE_ERROR : sqlite3_step(statement_.get()); }
  std::int64_t number(int column) { return sqlite3_column_int64(statement_.get(), column); }
  std::string text(int column) {
    auto const* data = static_cast<char const*>(sqlite3_column_blob(statement_.get(), column));
    return data == nullptr
               ? std::string{}
               : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
  }

 private:
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

} // namespace

HttpCache::HttpCache(std::string path) : path_(std::move(path)) {
  std::error_code ignored;
  if (auto const folder = std::filesystem::path(path_).parent_path(); !folder.empty())
    std::filesystem::create_directories(folder, ignored);
  // Two programs that begin the same file at once get in each other's way: that is no damage, only a reason to wait.
  bool damaged = false;
  for (int attempt = 0; attempt < 50 && !damaged; ++attempt) {
    if (open(damaged)) return;
    if (!damaged) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  if (!damaged) return;
  rebuilt_ = true;
  std::filesystem::rename(path_, path_ + ".damaged", ignored);
  for (char const* ending : {"-wal", "-shm"}) std::filesystem::remove(path_ + ending, ignored);
  open(damaged);
}

HttpCache::~HttpCache() { sqlite3_close_v2(database_); }

bool HttpCache::run(char const* sql) { return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

bool HttpCache::open(bool& damaged) {
  int const status = sqlite3_open_v2(path_.c_str(), &database_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
  if (database_ != nullptr) sqlite3_busy_timeout(database_, busy_ms);
  bool sound = status == SQLITE_OK && run("PRAGMA journal_mode=WAL") && run("PRAGMA synchronous=NORMAL") && run(schema);
  if (sound) {
    Statement check(database_, "PRAGMA quick_check(1)");
    sound = check.step() == SQLITE_ROW && check.text(0) == "ok";
  }
  if (sound) return true;
  int const error = database_ == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database_);
  damaged = error == SQLITE_NOTADB || error == SQLITE_CORRUPT || error == SQLITE_OK ||
            error == SQLITE_ROW; // the last two: the check said so
  sqlite3_close_v2(database_);
  database_ = nullptr;
  return false;
}

std::optional<CachedAnswer> HttpCache::find(std::string_view url) {
  Statement row(database_, "SELECT status, body, etag, last_modified, fetched_at, expires_at FROM answer WHERE url=?");
  if (row.bind(url).step() != SQLITE_ROW) return {};
  return CachedAnswer{
      static_cast<int>(row.number(0)), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5)};
}

void HttpCache::store(std::string_view url, CachedAnswer const& answer) {
  Statement row(database_, "INSERT OR REPLACE INTO answer VALUES(?,?,?,?,?,?,?)");
  row.bind(url)
      .bind(std::int64_t{answer.status})
      .bind(answer.body, true)
      .bind(answer.etag)
      .bind(answer.last_modified)
      .bind(answer.fetched_at)
      .bind(answer.expires_at);
  row.step();
}

void HttpCache::renew(std::string_view url, std::int64_t fetched_at, std::int64_t expires_at) {
  Statement row(database_, "UPDATE answer SET fetched_at=?, expires_at=? WHERE url=?");
  row.bind(fetched_at).bind(expires_at).bind(url).step();
}

std::int64_t HttpCache::cooling_until(std::string_view host) {
  Statement row(database_, "SELECT cool_until FROM host WHERE host=?");
  return row.bind(host).step() == SQLITE_ROW ? row.number(0) : 0;
}

void HttpCache::cool(std::string_view host, std::int64_t until) {
  Statement row(database_, "INSERT OR REPLACE INTO host VALUES(?,?)");
  row.bind(host).bind(until).step();
}

} // namespace claimcheck::sources
