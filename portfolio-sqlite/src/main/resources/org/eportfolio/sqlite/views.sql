-- For the school's own people: everything in readable columns. Applied again whenever this text changes, so each view
-- is dropped first, and one that leaves this file leaves a DROP behind. Only SQL that SQLite 3.49 knows.

DROP VIEW IF EXISTS rows;
CREATE VIEW rows (scope, kind, id, body) AS
SELECT
  lower(substr(hex(s.id), 1, 8) || '-' || substr(hex(s.id), 9, 4) || '-' || substr(hex(s.id), 13, 4) || '-'
    || substr(hex(s.id), 17, 4) || '-' || substr(hex(s.id), 21)),
  k.name,
  lower(substr(hex(r.id), 1, 8) || '-' || substr(hex(r.id), 9, 4) || '-' || substr(hex(r.id), 13, 4) || '-'
    || substr(hex(r.id), 17, 4) || '-' || substr(hex(r.id), 21)),
  r.body
FROM record r
JOIN scope s ON s.key = r.scope
JOIN kind k ON k.key = r.kind;

DROP VIEW IF EXISTS journal_entries;
CREATE VIEW journal_entries (position, scope, number, hash, body) AS
SELECT
  e.position,
  lower(substr(hex(s.id), 1, 8) || '-' || substr(hex(s.id), 9, 4) || '-' || substr(hex(s.id), 13, 4) || '-'
    || substr(hex(s.id), 17, 4) || '-' || substr(hex(s.id), 21)),
  e.number,
  lower(hex(e.hash)),
  e.body
FROM entry e
JOIN scope s ON s.key = e.scope;
