-- What records are found by: tokens that were made of their texts. They lie by scope, as records do, so that a new text
-- touches few pages and a class is searched in few. What a record has is kept beside it as well, so that what goes is known.
-- By which rules all is indexed stands in meta.

CREATE TABLE indexed (
  scope INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  tokens TEXT NOT NULL,
  PRIMARY KEY (scope, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  scope INTEGER NOT NULL,
  token TEXT NOT NULL,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL,
  flags INTEGER NOT NULL,
  PRIMARY KEY (scope, token, kind, id)
) STRICT, WITHOUT ROWID;
