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

-- Who makes a production together: one line for each member; those who have not joined have no dossier here.
DROP VIEW IF EXISTS group_members;
CREATE VIEW group_members AS
SELECT
  rows.id AS group_id,
  scope AS home,
  body ->> '$.production' AS production,
  body ->> '$.title' AS title,
  body ->> '$.cohort' AS cohort,
  member.value ->> '$.person' AS person,
  member.value ->> '$.dossier' AS dossier,
  strftime('%Y-%m-%dT%H:%M:%fZ', (member.value ->> '$.since') / 1000000.0, 'unixepoch') AS since
FROM rows, json_each(rows.body, '$.members') AS member
WHERE kind = 'group';

-- What each member of a group says they did.
DROP VIEW IF EXISTS group_contributions;
CREATE VIEW group_contributions AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.group' AS group_id,
  body ->> '$.production' AS production,
  body ->> '$.member' AS person,
  body ->> '$.version' AS version,
  body ->> '$.words' AS words,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'group-contribution';

-- What teachers said to groups; nobody's assessment.
DROP VIEW IF EXISTS group_appraisals;
CREATE VIEW group_appraisals AS
SELECT
  id,
  body ->> '$.group' AS group_id,
  body ->> '$.version' AS version,
  body ->> '$.text' AS text,
  body ->> '$.by' AS author,
  body ->> '$.role' AS role,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'group-appraisal';

-- Projects that learners follow up.
DROP VIEW IF EXISTS projects;
CREATE VIEW projects AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.title' AS title,
  body ->> '$.production' AS production,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.openedAt') / 1000000.0, 'unixepoch') AS opened_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.closedAt') / 1000000.0, 'unixepoch') AS closed_at
FROM rows
WHERE kind = 'project';

-- Their tasks.
DROP VIEW IF EXISTS project_tasks;
CREATE VIEW project_tasks AS
SELECT
  rows.id AS project,
  task.value ->> '$.number' AS number,
  task.value ->> '$.label' AS label,
  task.value ->> '$.status' AS status,
  task.value ->> '$.dueOn' AS due_on,
  strftime('%Y-%m-%dT%H:%M:%fZ', (task.value ->> '$.doneAt') / 1000000.0, 'unixepoch') AS done_at
FROM rows, json_each(rows.body, '$.tasks') AS task
WHERE kind = 'project';

-- Their milestones.
DROP VIEW IF EXISTS project_milestones;
CREATE VIEW project_milestones AS
SELECT
  rows.id AS project,
  milestone.value ->> '$.number' AS number,
  milestone.value ->> '$.label' AS label,
  milestone.value ->> '$.plannedOn' AS planned_on,
  milestone.value ->> '$.reachedOn' AS reached_on
FROM rows, json_each(rows.body, '$.milestones') AS milestone
WHERE kind = 'project';

-- How they stood, day by day.
DROP VIEW IF EXISTS progress_notes;
CREATE VIEW progress_notes AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.project' AS project,
  body ->> '$.text' AS text,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'progress-note';

-- What learners read while keeping watch.
DROP VIEW IF EXISTS watch_log;
CREATE VIEW watch_log AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.title' AS title,
  body ->> '$.url' AS url,
  body ->> '$.consultedOn' AS consulted_on,
  body ->> '$.reliability' AS reliability,
  body ->> '$.reason' AS reason,
  body ->> '$.synthesis' AS synthesis
FROM rows
WHERE kind = 'watch-entry';

-- What takes the place of which code; a line without a successor says that nothing does.
DROP VIEW IF EXISTS successions;
CREATE VIEW successions AS
SELECT
  body ->> '$.from.name' AS from_framework,
  body ->> '$.from.version' AS from_version,
  mapping.value ->> '$.code' AS code,
  body ->> '$.to.name' AS to_framework,
  body ->> '$.to.version' AS to_version,
  successor.value AS successor
FROM rows, json_each(rows.body, '$.mappings') AS mapping
LEFT JOIN json_each(mapping.value, '$.successors') AS successor
WHERE kind = 'succession';
