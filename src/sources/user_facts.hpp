// The user's own facts: facts.yaml, CSV and SQLite files, all brought into the form that facts_reader.hpp reads.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/yaml.hpp"
#include "sources/fact_table.hpp"

namespace claimcheck::sources {

/// Reads all files into one table; the kind of a file is told by its ending: .yaml, .yml, .csv, .sqlite, .sqlite3, .db.
/// All faults of all files, or the table.
Result<std::shared_ptr<FactTable const>> read_user_facts(std::vector<std::string> const& paths);

/// The same of one YAML text; `name` stands in its faults.
Result<std::shared_ptr<FactTable const>> read_facts_text(std::string const& text, std::string const& name);

/// Everything that is wrong with one file, in the order of its lines: what `claimcheck reference lint` prints. Besides
/// the faults of read_user_facts: facts about names that neither the file nor the pack knows, and holders of one office
/// whose tenures overlap.
Diagnostics lint_facts(std::string const& path);

/// A CSV file as facts. The first row names the columns like the keys of a fact (subject, prop, value, unit, text,
/// object, from, to, as_of, definition, url, checked); other names are mapped by `FILE.schema.yaml` beside it:
///   source: {key: desk, title: ...}; columns: {subject: City, value: Inhabitants}; constants: {prop: population,
///   as_of: 2024}
/// `schema` is that file's tree, or null.
Result<yaml::Tree> read_csv(std::string_view text, std::string file, yaml::Tree const* schema);

/// The tables or views named facts, tenures, entities, events, people and distances of a database, opened read-only.
/// Columns are keys; a table `source` with key, title ... describes where they come from.
Result<yaml::Tree> read_sqlite(std::string const& path);

} // namespace claimcheck::sources
