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

-- Reflections that are not shared yet: the learner's own affair.
DROP VIEW IF EXISTS reflection_drafts;
CREATE VIEW reflection_drafts AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.content.action' AS action,
  body ->> '$.content.template.name' AS template,
  body ->> '$.revision' AS revision,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.savedAt') / 1000000.0, 'unixepoch') AS saved_at
FROM rows
WHERE kind = 'reflection-draft';

-- Shared reflections, as they stand now.
DROP VIEW IF EXISTS reflections;
CREATE VIEW reflections AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.author' AS author,
  body ->> '$.action' AS action,
  body ->> '$.guide.template.name' AS template,
  body ->> '$.guide.template.version' AS template_version,
  body ->> '$.guide.language' AS language,
  body ->> '$.cycle' AS cycle,
  body ->> '$.follows' AS follows,
  body ->> '$.versions[#-1].number' AS version,
  body ->> '$.versions[#-1].answers' AS answers,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.versions[#-1].at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'reflection';

-- Reports of missions that are not shared yet: the learner's own affair.
DROP VIEW IF EXISTS mission_report_drafts;
CREATE VIEW mission_report_drafts AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.content.mission' AS mission,
  body ->> '$.revision' AS revision,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.savedAt') / 1000000.0, 'unixepoch') AS saved_at
FROM rows
WHERE kind = 'mission-report-draft';

-- Shared reports of missions, as they stand now.
DROP VIEW IF EXISTS mission_reports;
CREATE VIEW mission_reports AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.author' AS author,
  body ->> '$.mission' AS mission,
  body ->> '$.versions[#-1].asked' AS asked,
  body ->> '$.versions[#-1].done' AS done,
  body ->> '$.versions[#-1].comparisons' AS comparisons,
  body ->> '$.versions[#-1].help' AS help,
  body ->> '$.versions[#-1].next' AS next_step,
  body ->> '$.versions[#-1].number' AS version,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.versions[#-1].at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'mission-report';

-- What the team asked and said, and what was replied.
DROP VIEW IF EXISTS feedback;
CREATE VIEW feedback AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.subject.type' AS about,
  body ->> '$.thread' AS thread,
  body ->> '$.kind' AS what,
  body ->> '$.author' AS author,
  body ->> '$.role' AS role,
  body ->> '$.text' AS text,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.answeredAt') / 1000000.0, 'unixepoch') AS answered_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.withdrawnAt') / 1000000.0, 'unixepoch') AS withdrawn_at
FROM rows
WHERE kind = 'feedback';

-- What the staff noted for themselves: not for the learner's screens.
DROP VIEW IF EXISTS staff_notes;
CREATE VIEW staff_notes AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.subject.type' AS about,
  body ->> '$.author' AS author,
  body ->> '$.role' AS role,
  body ->> '$.text' AS text,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.withdrawnAt') / 1000000.0, 'unixepoch') AS withdrawn_at
FROM rows
WHERE kind = 'staff-note';

-- Who may be recorded, or shown, and until when.
DROP VIEW IF EXISTS authorisations;
CREATE VIEW authorisations AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.kind' AS allows,
  body ->> '$.person' AS person,
  body ->> '$.majorityOn' AS majority_on,
  body ->> '$.project' AS project,
  body ->> '$.use' AS intended_use,
  body ->> '$.recipients' AS recipients,
  body ->> '$.until' AS until,
  body ->> '$.given.by' AS given_by,
  body ->> '$.given.on' AS given_on,
  body ->> '$.confirmed.on' AS confirmed_on,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.withdrawal.at') / 1000000.0, 'unixepoch') AS withdrawn_at
FROM rows
WHERE kind = 'authorisation';

-- Oral explicitations; whether one may be played depends on the authorisations of the day.
DROP VIEW IF EXISTS recordings;
CREATE VIEW recordings AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.reflection' AS reflection,
  body ->> '$.question' AS question,
  body ->> '$.mediaType' AS media_type,
  body ->> '$.seconds' AS seconds,
  body ->> '$.project' AS project,
  body ->> '$.people' AS people,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'recording';
