-- Everything lies clustered by its scope, under small internal keys; what people and other systems see are the ids.
-- The keys of scopes and kinds are never used again, so references to them need no foreign key on the hot path.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scope (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  key INTEGER NOT NULL UNIQUE,
  length INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE kind (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE record (
  scope INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  body TEXT NOT NULL,
  keys TEXT,
  PRIMARY KEY (scope, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_key (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  id BLOB NOT NULL,
  scope INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  PRIMARY KEY (name, value, id, scope, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  scope INTEGER NOT NULL,
  number INTEGER NOT NULL,
  position INTEGER NOT NULL UNIQUE,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  body TEXT NOT NULL,
  PRIMARY KEY (scope, number)
) STRICT, WITHOUT ROWID;

-- No position beyond this was ever given out: they are taken in blocks, and none is given twice.
CREATE TABLE feed (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  last INTEGER NOT NULL
) STRICT;
INSERT INTO feed VALUES (1, 0);

-- Without a hash: being written, or being taken away.
CREATE TABLE content (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 BLOB UNIQUE CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  touched INTEGER NOT NULL
) STRICT;

CREATE TABLE content_chunk (
  content INTEGER NOT NULL REFERENCES content (key),
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (content, number)
) STRICT, WITHOUT ROWID;
