-- The journal lies in the order of the feed, so that an act is written behind the last one, whoever's it is; a chain is
-- found by an index. The views are made again by views.sql.

DROP VIEW IF EXISTS journal;
DROP VIEW IF EXISTS journal_entries;
DELETE FROM meta WHERE name = 'views';

CREATE TABLE journal (
  position INTEGER PRIMARY KEY,
  scope INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  body TEXT NOT NULL
) STRICT;
INSERT INTO journal SELECT position, scope, number, hash, body FROM entry ORDER BY position;

DROP TABLE entry;
ALTER TABLE journal RENAME TO entry;
CREATE UNIQUE INDEX entry_chain ON entry (scope, number);
