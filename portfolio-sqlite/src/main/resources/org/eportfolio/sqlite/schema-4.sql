-- What records are found by is laid out for both ends. What a record has stands beside it, by scope, and once more among the
-- fresh ones, one behind the other. Once these are many they become a segment: of each of its tokens, one row that says which
-- of its records have it. So a new text touches few pages, and a word of a whole school is looked for in each segment once.
-- Nothing is carried over: with no rules noted, the index is made anew of the records.

DROP TABLE token;
DROP TABLE indexed;
DELETE FROM meta WHERE name = 'index';

CREATE TABLE indexed (
  scope INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  place INTEGER NOT NULL,
  at INTEGER NOT NULL,
  tokens TEXT NOT NULL,
  PRIMARY KEY (scope, kind, id)
) STRICT, WITHOUT ROWID;

-- Here a scope stands by its id.
CREATE TABLE fresh (
  place INTEGER PRIMARY KEY,
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  kind INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  tokens TEXT NOT NULL
) STRICT;

-- Of each record two bytes: its number in the segment, and its flags.
CREATE TABLE posting (
  segment INTEGER NOT NULL,
  token TEXT NOT NULL,
  hits BLOB NOT NULL,
  PRIMARY KEY (segment, token)
) STRICT, WITHOUT ROWID;

-- Which records stand at the places of segments, as many in one row as fill a page.
CREATE TABLE placed (
  page INTEGER PRIMARY KEY,
  names BLOB NOT NULL
) STRICT;

-- New files lie in a table by rowid, in which a piece is found by its place alone: the content's key and its number in one.
-- Those that were there stay in content_chunk, and are carried over when the file is written anew.
CREATE TABLE piece (
  place INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
