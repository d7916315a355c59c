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

-- Who the portfolio can name.
DROP VIEW IF EXISTS people;
CREATE VIEW people AS
SELECT
  id,
  body ->> '$.id' AS person,
  body ->> '$.name' AS name
FROM rows
WHERE kind = 'person';

-- Published framework versions.
DROP VIEW IF EXISTS frameworks;
CREATE VIEW frameworks AS
SELECT
  body ->> '$.id.name' AS name,
  body ->> '$.id.version' AS version,
  body ->> '$.title' AS title,
  body ->> '$.language' AS language,
  body ->> '$.uri' AS uri
FROM rows
WHERE kind = 'framework';

-- Which framework is worked with, on which scale.
DROP VIEW IF EXISTS adoptions;
CREATE VIEW adoptions AS
SELECT
  id,
  body ->> '$.framework.name' AS framework,
  body ->> '$.framework.version' AS version,
  body ->> '$.scale.id' AS scale,
  body ->> '$.policy' AS policy,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.adoptedAt') / 1000000.0, 'unixepoch') AS adopted_at
FROM rows
WHERE kind = 'adoption';

-- Cohorts.
DROP VIEW IF EXISTS cohorts;
CREATE VIEW cohorts AS
SELECT
  id,
  body ->> '$.name' AS name
FROM rows
WHERE kind = 'cohort';

-- Who learns in which cohort, and when.
DROP VIEW IF EXISTS memberships;
CREATE VIEW memberships AS
SELECT
  id,
  body ->> '$.cohort' AS cohort,
  body ->> '$.learner' AS learner,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.from') / 1000000.0, 'unixepoch') AS since,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.until') / 1000000.0, 'unixepoch') AS until
FROM rows
WHERE kind = 'membership';

-- Who holds which role over what, and when.
DROP VIEW IF EXISTS grants;
CREATE VIEW grants AS
SELECT
  id,
  body ->> '$.holder' AS holder,
  body ->> '$.role' AS role,
  body ->> '$.reach.type' AS reach,
  body ->> '$.reach.cohort' AS cohort,
  body ->> '$.reach.dossier' AS dossier,
  body ->> '$.reach.production' AS production,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.from') / 1000000.0, 'unixepoch') AS since,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.until') / 1000000.0, 'unixepoch') AS until
FROM rows
WHERE kind = 'grant';

-- Learners' dossiers.
DROP VIEW IF EXISTS dossiers;
CREATE VIEW dossiers AS
SELECT
  id,
  body ->> '$.learner' AS learner,
  body ->> '$.adoption' AS adoption,
  body ->> '$.status' AS status,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.openedAt') / 1000000.0, 'unixepoch') AS opened_at
FROM rows
WHERE kind = 'dossier';

-- Productions, in their latest version.
DROP VIEW IF EXISTS productions;
CREATE VIEW productions AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.owner' AS owner,
  body ->> '$.versions[#-1].title' AS title,
  body ->> '$.versions[#-1].description' AS description,
  body ->> '$.versions[#-1].competencies' AS competencies,
  body ->> '$.versions[#-1].number' AS version,
  body ->> '$.revision' AS revision,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.versions[#-1].at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'production';

-- Self-assessments that are not published yet: the learner's own affair.
DROP VIEW IF EXISTS drafts;
CREATE VIEW drafts AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.content.competency' AS competency,
  body ->> '$.revision' AS revision,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.savedAt') / 1000000.0, 'unixepoch') AS saved_at
FROM rows
WHERE kind = 'draft';

-- Self-assessments and positionings, in the order of recording.
DROP VIEW IF EXISTS assessments;
CREATE VIEW assessments AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.adoption' AS adoption,
  body ->> '$.competency' AS competency,
  body ->> '$.perspective' AS perspective,
  body ->> '$.outcome' AS outcome,
  body ->> '$.level' AS level,
  body ->> '$.author' AS author,
  body ->> '$.role' AS role,
  body ->> '$.observedOn' AS observed_on,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.recordedAt') / 1000000.0, 'unixepoch') AS recorded_at,
  body ->> '$.because' AS because,
  body ->> '$.supersedes.earlier' AS supersedes,
  body ->> '$.supersedes.reason' AS reason,
  body ->> '$.entry' AS class_entry
FROM rows
WHERE kind = 'assessment';

-- What learners aim at.
DROP VIEW IF EXISTS goals;
CREATE VIEW goals AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.competency' AS competency,
  body ->> '$.target' AS target,
  body ->> '$.dueOn' AS due_on,
  body ->> '$.status' AS status,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.setAt') / 1000000.0, 'unixepoch') AS set_at
FROM rows
WHERE kind = 'goal';

-- Where each learner stands now: one line for each competency that has an outcome.
DROP VIEW IF EXISTS current_levels;
CREATE VIEW current_levels AS
SELECT
  rows.scope AS dossier,
  body ->> '$.learner' AS learner,
  body ->> '$.adoption' AS adoption,
  cell.key AS competency,
  cell.value ->> '$.outcome' AS outcome,
  cell.value ->> '$.level' AS level,
  cell.value ->> '$.observedOn' AS observed_on
FROM rows, json_each(rows.body, '$.cells') AS cell
WHERE kind = 'levels';

-- What was done, when and in which role; the actor is an alias that means something in this scope only.
DROP VIEW IF EXISTS journal;
CREATE VIEW journal AS
SELECT
  position,
  scope,
  number,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at,
  body ->> '$.alias' AS alias,
  body ->> '$.role' AS role,
  body ->> '$.act' AS act,
  body ->> '$.change' AS change,
  body -> '$.objects' AS objects,
  hash
FROM journal_entries;

-- Who was named first administrator.
DROP VIEW IF EXISTS organisation;
CREATE VIEW organisation AS
SELECT
  body ->> '$.administrator' AS administrator,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS since
FROM rows
WHERE kind = 'founding';

-- Which code of one framework version meets which of another; no line means that no source maps it.
DROP VIEW IF EXISTS crosswalks;
CREATE VIEW crosswalks AS
SELECT
  body ->> '$.from.name' AS from_framework,
  body ->> '$.from.version' AS from_version,
  mapping.value ->> '$.code' AS code,
  body ->> '$.to.name' AS to_framework,
  body ->> '$.to.version' AS to_version,
  target.value AS target
FROM rows, json_each(rows.body, '$.mappings') AS mapping, json_each(mapping.value, '$.targets') AS target
WHERE kind = 'crosswalk';

-- What learners chose to show.
DROP VIEW IF EXISTS showcases;
CREATE VIEW showcases AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.owner' AS owner,
  body ->> '$.title' AS title,
  body ->> '$.narrative' AS narrative,
  coalesce(body ->> '$.published', 0) AS published,
  json_array_length(body, '$.exhibits') AS exhibits,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.changedAt') / 1000000.0, 'unixepoch') AS changed_at
FROM rows
WHERE kind = 'showcase';

-- Links to one thing of a dossier; the secret that opens one is nowhere.
DROP VIEW IF EXISTS links;
CREATE VIEW links AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.target.type' AS target,
  coalesce(body ->> '$.target.showcase', body ->> '$.target.workplace', body ->> '$.target.seal') AS opens,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.from') / 1000000.0, 'unixepoch') AS since,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.until') / 1000000.0, 'unixepoch') AS until,
  body ->> '$.issuedBy' AS issued_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.revocation.at') / 1000000.0, 'unixepoch') AS revoked_at
FROM rows
WHERE kind = 'link';

-- What was read through links.
DROP VIEW IF EXISTS link_readings;
CREATE VIEW link_readings AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.link' AS link,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at,
  body ->> '$.file' AS file
FROM rows
WHERE kind = 'reading';

-- Periods at an employer's, with what the tutor said and what was concluded.
DROP VIEW IF EXISTS workplace_periods;
CREATE VIEW workplace_periods AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.nature' AS nature,
  body ->> '$.employer' AS employer,
  body ->> '$.tutor' AS tutor,
  body ->> '$.from' AS since,
  body ->> '$.until' AS until,
  body ->> '$.answer.alone' AS alone,
  body ->> '$.answer.help' AS help,
  body ->> '$.answer.advice' AS advice,
  body ->> '$.bilan.heldOn' AS bilan_on,
  body ->> '$.bilan.conclusion' AS conclusion
FROM rows
WHERE kind = 'workplace';

-- What candidates chose for an exam unit.
DROP VIEW IF EXISTS exam_files;
CREATE VIEW exam_files AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.candidate' AS candidate,
  body ->> '$.unit.title' AS unit,
  body ->> '$.unit.blocs' AS blocs,
  json_array_length(body, '$.choices') AS choices,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.changedAt') / 1000000.0, 'unixepoch') AS changed_at
FROM rows
WHERE kind = 'exam-file';

-- What teachers said to candidates about their choices.
DROP VIEW IF EXISTS exam_file_advice;
CREATE VIEW exam_file_advice AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.file' AS exam_file,
  body ->> '$.by' AS author,
  body ->> '$.text' AS text,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'advice';

-- What was sealed, by its root hash.
DROP VIEW IF EXISTS seals;
CREATE VIEW seals AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.file' AS exam_file,
  body ->> '$.candidate' AS candidate,
  body ->> '$.unit.title' AS unit,
  json_array_length(body, '$.pieces') AS pieces,
  body ->> '$.root' AS root,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.sealedAt') / 1000000.0, 'unixepoch') AS sealed_at
FROM rows
WHERE kind = 'seal';
