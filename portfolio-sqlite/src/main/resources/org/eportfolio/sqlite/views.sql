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
  body ->> '$.name' AS name,
  body ->> '$.family' AS family,
  body ->> '$.given' AS given
FROM rows
WHERE kind = 'person';

-- By which steps a person has another id. All other views name people by the id that a record was written under.
DROP VIEW IF EXISTS id_changes;
CREATE VIEW id_changes AS
SELECT
  id,
  body ->> '$.from' AS id_before,
  body ->> '$.to' AS id_since,
  body ->> '$.manner' AS manner,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'id-change';

-- By which ids other systems know people.
DROP VIEW IF EXISTS external_ids;
CREATE VIEW external_ids AS
SELECT
  id,
  body ->> '$.person' AS person,
  body ->> '$.issuer' AS issuer,
  body ->> '$.value' AS value
FROM rows
WHERE kind = 'external-id';

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

-- What framework versions were read from, in other formats.
DROP VIEW IF EXISTS originals;
CREATE VIEW originals AS
SELECT
  body ->> '$.framework.name' AS framework,
  body ->> '$.framework.version' AS version,
  body ->> '$.format' AS format,
  body ->> '$.text' AS text
FROM rows
WHERE kind = 'original';

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
  body ->> '$.name' AS name,
  body ->> '$.schoolYear' AS school_year_begins,
  body ->> '$.closedOn' AS closed_on
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
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.until') / 1000000.0, 'unixepoch') AS until,
  body ->> '$.majorityOn' AS majority_on
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
  iif(length(cell.value) > 10, 'LEVEL', 'NOT_APPLICABLE') AS outcome,
  nullif(substr(cell.value, 12), '') AS level,
  substr(cell.value, 1, 10) AS observed_on
FROM rows, json_each(rows.body, '$.cells') AS cell
WHERE kind = 'levels' AND cell.type = 'text'
UNION ALL
-- A card that was not written anew since version 1.
SELECT
  rows.scope,
  body ->> '$.learner',
  body ->> '$.adoption',
  cell.key,
  cell.value ->> '$.outcome',
  cell.value ->> '$.level',
  cell.value ->> '$.observedOn'
FROM rows, json_each(rows.body, '$.cells') AS cell
WHERE kind = 'levels' AND cell.type = 'object';

-- What was done, when and in which role; the actor is an alias that means something in this scope only, or a service by its name.
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
  hash,
  body ->> '$.service' AS service
FROM journal_entries;

-- By which random id the journal of a dossier, or of the organisation, speaks of whom.
DROP VIEW IF EXISTS aliases;
CREATE VIEW aliases AS
SELECT
  body ->> '$.id' AS id,
  body ->> '$.scope' AS scope,
  body ->> '$.person' AS person
FROM rows
WHERE kind = 'alias';

-- Who was named first administrator, and the time zone in which days are read.
DROP VIEW IF EXISTS organisation;
CREATE VIEW organisation AS
SELECT
  body ->> '$.administrator' AS administrator,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS since,
  body ->> '$.zone' AS zone
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

-- Formative interviews.
DROP VIEW IF EXISTS interviews;
CREATE VIEW interviews AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.purpose' AS purpose,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.startsAt') / 1000000.0, 'unixepoch') AS starts_at,
  body ->> '$.status' AS status,
  body ->> '$.minutes.heldOn' AS held_on,
  body ->> '$.minutes.by' AS conducted_by,
  body ->> '$.minutes.notes' AS notes,
  body ->> '$.closing.nextOn' AS next_on
FROM rows
WHERE kind = 'interview';

-- What was agreed in which interview, and what became of it.
DROP VIEW IF EXISTS agreements;
CREATE VIEW agreements AS
SELECT
  rows.id AS interview,
  rows.scope AS dossier,
  agreement.value ->> '$.number' AS number,
  agreement.value ->> '$.text' AS text,
  agreement.value ->> '$.status' AS status,
  agreement.value ->> '$.goal' AS goal,
  agreement.value ->> '$.word' AS word
FROM rows, json_each(rows.body, '$.agreements') AS agreement
WHERE kind = 'interview';

-- What interviews were prepared with, as it was known then.
DROP VIEW IF EXISTS preparation_sheets;
CREATE VIEW preparation_sheets AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.interview' AS interview,
  body ->> '$.preparedBy' AS prepared_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.preparedAt') / 1000000.0, 'unixepoch') AS prepared_at,
  body -> '$.divergences' AS divergences,
  body -> '$.gaps' AS gaps,
  body -> '$.openGoals' AS open_goals,
  body -> '$.evidence' AS evidence,
  body -> '$.uncovered' AS uncovered,
  body -> '$.agreed' AS agreed
FROM rows
WHERE kind = 'preparation-sheet';

-- What learners say to their closed interviews; no dissent means that they acknowledge.
DROP VIEW IF EXISTS interview_replies;
CREATE VIEW interview_replies AS
SELECT
  id AS interview,
  scope AS dossier,
  body ->> '$.dissent' AS dissent,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'interview-reply';

-- What the team noted for itself about interviews.
DROP VIEW IF EXISTS interview_notes;
CREATE VIEW interview_notes AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.interview' AS interview,
  body ->> '$.by' AS author,
  body ->> '$.text' AS text,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'interview-note';

-- The steps of each learner's pathway.
DROP VIEW IF EXISTS pathway_steps;
CREATE VIEW pathway_steps AS
SELECT
  rows.scope AS dossier,
  step.value ->> '$.number' AS number,
  step.value ->> '$.competency' AS competency,
  step.value ->> '$.mission' AS mission,
  step.value ->> '$.dueOn' AS due_on,
  step.value ->> '$.reason' AS reason,
  strftime('%Y-%m-%dT%H:%M:%fZ', (step.value ->> '$.doneAt') / 1000000.0, 'unixepoch') AS done_at,
  step.value ->> '$.dropped.reason' AS dropped
FROM rows, json_each(rows.body, '$.steps') AS step
WHERE kind = 'pathway';

-- What is adapted in a learner's pathway, and the pedagogical reason.
DROP VIEW IF EXISTS adaptations;
CREATE VIEW adaptations AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.step' AS step,
  body ->> '$.what' AS what,
  body ->> '$.reason' AS reason,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.since') / 1000000.0, 'unixepoch') AS since,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.ended.at') / 1000000.0, 'unixepoch') AS ended_at
FROM rows
WHERE kind = 'adaptation';

-- Which nudges a learner saw, and when: the learner's own affair.
DROP VIEW IF EXISTS nudge_digests;
CREATE VIEW nudge_digests AS
SELECT
  rows.id,
  rows.scope AS dossier,
  nudge.value ->> '$.rule' AS rule,
  nudge.value ->> '$.about' AS about,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.seenAt') / 1000000.0, 'unixepoch') AS seen_at
FROM rows, json_each(rows.body, '$.nudges') AS nudge
WHERE kind = 'nudge-digest';

-- Which nudges a learner wants: the learner's own affair.
DROP VIEW IF EXISTS nudge_settings;
CREATE VIEW nudge_settings AS
SELECT
  scope AS dossier,
  body ->> '$.learner' AS learner,
  coalesce(body ->> '$.allMuted', 0) AS all_muted,
  body -> '$.muted' AS muted,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.lastSeenAt') / 1000000.0, 'unixepoch') AS last_seen_at
FROM rows
WHERE kind = 'nudge-settings';

-- Campaigns of peer reviews.
DROP VIEW IF EXISTS review_campaigns;
CREATE VIEW review_campaigns AS
SELECT
  id,
  body ->> '$.cohort' AS cohort,
  body ->> '$.title' AS title,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.deadline') / 1000000.0, 'unixepoch') AS deadline,
  coalesce(body ->> '$.anonymous', 0) AS anonymous,
  body ->> '$.openedBy' AS opened_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.assignedAt') / 1000000.0, 'unixepoch') AS assigned_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.closedAt') / 1000000.0, 'unixepoch') AS closed_at
FROM rows
WHERE kind = 'review-campaign';

-- What learners handed in to be reviewed.
DROP VIEW IF EXISTS review_hand_ins;
CREATE VIEW review_hand_ins AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.campaign' AS campaign,
  body ->> '$.author' AS author,
  body -> '$.coAuthors' AS co_authors,
  body ->> '$.work.production' AS production,
  body ->> '$.work.version' AS version
FROM rows
WHERE kind = 'review-hand-in';

-- How reviews were drawn; with the seed the draw can be repeated.
DROP VIEW IF EXISTS review_draws;
CREATE VIEW review_draws AS
SELECT
  body ->> '$.campaign' AS campaign,
  body ->> '$.seed' AS seed,
  body ->> '$.each' AS each
FROM rows
WHERE kind = 'review-draw';

-- Who reviews whom: the only place that names the author of an anonymous review. Drafts are their authors' affair.
DROP VIEW IF EXISTS review_assignments;
CREATE VIEW review_assignments AS
SELECT
  id,
  body ->> '$.campaign' AS campaign,
  body ->> '$.reviewer' AS reviewer,
  body ->> '$.reviewed' AS reviewed,
  body ->> '$.peer' AS peer,
  body ->> '$.review' AS review,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.submittedAt') / 1000000.0, 'unixepoch') AS submitted_at,
  body ->> '$.withholding.reason' AS withheld_because
FROM rows
WHERE kind = 'review-assignment';

-- Reviews as their learners receive them.
DROP VIEW IF EXISTS reviews;
CREATE VIEW reviews AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.campaign' AS campaign,
  body ->> '$.peer' AS peer,
  body ->> '$.reviewer' AS reviewer,
  body ->> '$.remarks.strength' AS strength,
  body -> '$.remarks.onCriteria' AS on_criteria,
  coalesce(body ->> '$.withheld', 0) AS withheld,
  body ->> '$.reply.text' AS reply,
  body ->> '$.usefulness' AS usefulness
FROM rows
WHERE kind = 'review';

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

-- What teachers said to groups; no member's assessment.
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

-- Scenarios as teachers work on them.
DROP VIEW IF EXISTS scenarios;
CREATE VIEW scenarios AS
SELECT
  body ->> '$.scenario.id' AS scenario,
  body ->> '$.scenario.title' AS title,
  body ->> '$.scenario.framework.name' AS framework,
  body ->> '$.scenario.framework.version' AS version,
  body ->> '$.savedBy' AS saved_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.savedAt') / 1000000.0, 'unixepoch') AS saved_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.withdrawnAt') / 1000000.0, 'unixepoch') AS withdrawn_at,
  body ->> '$.revision' AS revision
FROM rows
WHERE kind = 'scenario';

-- Missions as learners have them, in each revision that was published.
DROP VIEW IF EXISTS missions;
CREATE VIEW missions AS
SELECT
  body ->> '$.id.scenario' AS scenario,
  body ->> '$.id.mission' AS mission,
  body ->> '$.revision' AS revision,
  body ->> '$.title' AS title,
  body ->> '$.competencies' AS competencies,
  body ->> '$.by' AS published_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS published_at
FROM rows
WHERE kind = 'mission';

-- Which scenarios are chosen for which cohort.
DROP VIEW IF EXISTS year_plans;
CREATE VIEW year_plans AS
SELECT
  body ->> '$.cohort' AS cohort,
  chosen.key + 1 AS place,
  chosen.value AS scenario
FROM rows, json_each(rows.body, '$.scenarios') AS chosen
WHERE kind = 'year-plan';

-- How far each learner is with each mission that they took up, and on which revision.
DROP VIEW IF EXISTS mission_work;
CREATE VIEW mission_work AS
SELECT
  scope AS dossier,
  body ->> '$.mission.scenario' AS scenario,
  body ->> '$.mission.mission' AS mission,
  body ->> '$.revision' AS revision,
  body ->> '$.status' AS status,
  body ->> '$.moves[#-1].by' AS moved_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.moves[#-1].at') / 1000000.0, 'unixepoch') AS moved_at
FROM rows
WHERE kind = 'mission-work';

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
  body ->> '$.representatives' AS representatives_to_sign,
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
  body ->> '$.language' AS language,
  body ->> '$.translation.by' AS translated_by,
  body ->> '$.translation.on' AS translated_on,
  body ->> '$.accompaniedBy' AS accompanied_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'recording';

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
  coalesce(body ->> '$.target.showcase', body ->> '$.target.workplace', body ->> '$.target.seal', body ->> '$.target.learner') AS opens,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.from') / 1000000.0, 'unixepoch') AS since,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.period.until') / 1000000.0, 'unixepoch') AS until,
  body ->> '$.issuedBy' AS issued_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.revocation.at') / 1000000.0, 'unixepoch') AS revoked_at
FROM rows
WHERE kind = 'link';

-- Levels that learners had been given before, from sheets.
DROP VIEW IF EXISTS former_levels;
CREATE VIEW former_levels AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.import' AS import,
  body ->> '$.competency' AS competency,
  body ->> '$.wording' AS wording,
  body ->> '$.level' AS level,
  body ->> '$.on' AS given_on,
  body ->> '$.source' AS source,
  body ->> '$.author' AS author
FROM rows
WHERE kind = 'former-level';

-- Imports of such levels.
DROP VIEW IF EXISTS former_imports;
CREATE VIEW former_imports AS
SELECT
  id,
  body ->> '$.source' AS source,
  body ->> '$.levels' AS levels,
  body ->> '$.learners' AS learners,
  body ->> '$.importedBy' AS imported_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.importedAt') / 1000000.0, 'unixepoch') AS imported_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.removal.at') / 1000000.0, 'unixepoch') AS removed_at,
  body ->> '$.removal.reason' AS removed_because
FROM rows
WHERE kind = 'former-import';

-- Links that open with a code, and how many wrong codes were tried since it was given.
DROP VIEW IF EXISTS link_locks;
CREATE VIEW link_locks AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.link' AS link,
  body ->> '$.wrong' AS wrong_codes,
  body ->> '$.givenBy' AS given_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.givenAt') / 1000000.0, 'unixepoch') AS given_at
FROM rows
WHERE kind = 'link-lock';

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

-- What learners show to the tutor of a period.
DROP VIEW IF EXISTS shown_works;
CREATE VIEW shown_works AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.period' AS period,
  body ->> '$.keptIn' AS kept_in,
  body ->> '$.production' AS production,
  body ->> '$.version' AS version,
  body ->> '$.words' AS words,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'shown-work';

-- What learners said when asked, as it was noted.
DROP VIEW IF EXISTS oral_notes;
CREATE VIEW oral_notes AS
SELECT
  rows.id,
  rows.scope AS dossier,
  body ->> '$.action' AS action,
  body ->> '$.heldOn' AS held_on,
  body ->> '$.notedBy' AS noted_by,
  asked.value ->> '$.question' AS question,
  asked.value ->> '$.words' AS words,
  body ->> '$.reply.correction' AS correction,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.reply.at') / 1000000.0, 'unixepoch') AS replied_at
FROM rows, json_each(rows.body, '$.exchanges') AS asked
WHERE kind = 'oral-note';

-- The ledger of days at workplaces; a line that names another takes it back.
DROP VIEW IF EXISTS workplace_days;
CREATE VIEW workplace_days AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.period' AS period,
  body ->> '$.day' AS day,
  body ->> '$.state' AS state,
  body ->> '$.halves' AS halves,
  body ->> '$.by' AS said_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at,
  body ->> '$.reverses' AS reverses
FROM rows
WHERE kind = 'workplace-day';

-- On which days a tutor is asked again.
DROP VIEW IF EXISTS ask_dates;
CREATE VIEW ask_dates AS
SELECT
  rows.scope AS dossier,
  body ->> '$.period' AS period,
  asked.value AS day
FROM rows, json_each(rows.body, '$.on') AS asked
WHERE kind = 'ask-dates';

-- What a tutor answered before they were asked again.
DROP VIEW IF EXISTS earlier_answers;
CREATE VIEW earlier_answers AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.period' AS period,
  body ->> '$.tutor' AS tutor,
  body ->> '$.answer.name' AS name,
  body ->> '$.answer.alone' AS alone,
  body ->> '$.answer.help' AS help,
  body ->> '$.answer.advice' AS advice,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.keptAt') / 1000000.0, 'unixepoch') AS kept_at
FROM rows
WHERE kind = 'earlier-answer';

-- What was agreed on a workplace period, and who signed.
DROP VIEW IF EXISTS conventions;
CREATE VIEW conventions AS
SELECT
  scope AS dossier,
  body ->> '$.period' AS period,
  body ->> '$.referent' AS referent,
  body -> '$.objectives' AS objectives,
  body -> '$.signed' AS signed
FROM rows
WHERE kind = 'convention';

-- When the team was in touch with a workplace.
DROP VIEW IF EXISTS workplace_contacts;
CREATE VIEW workplace_contacts AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.period' AS period,
  body ->> '$.on' AS day,
  body ->> '$.means' AS means,
  body ->> '$.note' AS note,
  body ->> '$.by' AS said_by
FROM rows
WHERE kind = 'workplace-contact';

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

-- What people asked about their data, and what became of it.
DROP VIEW IF EXISTS privacy_requests;
CREATE VIEW privacy_requests AS
SELECT
  id,
  body ->> '$.person' AS person,
  body ->> '$.right' AS asked_for,
  body ->> '$.receivedOn' AS received_on,
  body ->> '$.settlement.answer' AS answer,
  body ->> '$.settlement.reason' AS reason,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.settlement.at') / 1000000.0, 'unixepoch') AS settled_at
FROM rows
WHERE kind = 'privacy-request';

-- Breaches of personal data, as the controller documents them; they name no one who was reached.
DROP VIEW IF EXISTS breaches;
CREATE VIEW breaches AS
SELECT
  id,
  body ->> '$.since' AS since,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.noticedAt') / 1000000.0, 'unixepoch') AS noticed_at,
  body ->> '$.facts' AS facts,
  body ->> '$.people' AS people,
  body ->> '$.recordedBy' AS recorded_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.settlement.notifiedAt') / 1000000.0, 'unixepoch') AS notified_at,
  body ->> '$.settlement.informedOn' AS informed_on,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.settlement.at') / 1000000.0, 'unixepoch') AS settled_at
FROM rows
WHERE kind = 'breach';

-- Until when teachers' levels are held back from the learners of a cohort.
DROP VIEW IF EXISTS embargoes;
CREATE VIEW embargoes AS
SELECT
  id,
  body ->> '$.cohort' AS cohort,
  body ->> '$.until' AS until,
  body ->> '$.declaredBy' AS declared_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.declaredAt') / 1000000.0, 'unixepoch') AS declared_at,
  body ->> '$.lifting.by' AS lifted_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.lifting.at') / 1000000.0, 'unixepoch') AS lifted_at
FROM rows
WHERE kind = 'embargo';

-- What the controller rectified, on which request.
DROP VIEW IF EXISTS rectifications;
CREATE VIEW rectifications AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.wrong' AS wrong,
  body ->> '$.correction' AS correction,
  body ->> '$.request' AS request,
  body ->> '$.by' AS rectified_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'rectification';

-- When the head opened a dossier for a stated reason, until when, and when that was ended earlier.
DROP VIEW IF EXISTS exceptional_accesses;
CREATE VIEW exceptional_accesses AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.reason' AS reason,
  body ->> '$.openedBy' AS opened_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.openedAt') / 1000000.0, 'unixepoch') AS opened_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.endsAt') / 1000000.0, 'unixepoch') AS ends_at,
  body ->> '$.ending.by' AS ended_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.ending.at') / 1000000.0, 'unixepoch') AS ended_at
FROM rows
WHERE kind = 'exceptional-access';

-- Receipts of erasures; they name no one.
DROP VIEW IF EXISTS erasures;
CREATE VIEW erasures AS
SELECT
  id,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at,
  body ->> '$.pseudonym' AS pseudonym,
  body ->> '$.files' AS files,
  body ->> '$.bytes' AS bytes,
  body ->> '$.visa' AS visa
FROM rows
WHERE kind = 'erasure';

-- Learners who leave, and until when they read their dossiers.
DROP VIEW IF EXISTS departures;
CREATE VIEW departures AS
SELECT
  id,
  body ->> '$.learner' AS learner,
  body ->> '$.packed.sha256' AS package,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.verifiedAt') / 1000000.0, 'unixepoch') AS verified_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.closedAt') / 1000000.0, 'unixepoch') AS closed_at,
  body ->> '$.readableUntil' AS readable_until
FROM rows
WHERE kind = 'departure';

-- Teachers who were replaced.
DROP VIEW IF EXISTS handovers;
CREATE VIEW handovers AS
SELECT
  id,
  body ->> '$.cohort' AS cohort,
  body ->> '$.from' AS predecessor,
  body ->> '$.to' AS successor,
  body ->> '$.on' AS first_day,
  json_array_length(body, '$.interviews') AS interviews,
  json_array_length(body, '$.goals') AS goals
FROM rows
WHERE kind = 'handover';

-- Dossiers from other schools: history, counted nowhere.
DROP VIEW IF EXISTS arrivals;
CREATE VIEW arrivals AS
SELECT
  body ->> '$.dossier' AS dossier,
  body ->> '$.learner' AS learner,
  body ->> '$.verified' AS verified,
  body ->> '$.school' AS school,
  body ->> '$.beyond.own' AS beyond,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'arrival';

-- Dossiers of the school itself that were brought forward from an archive, over an older backup.
DROP VIEW IF EXISTS restorations;
CREATE VIEW restorations AS
SELECT
  id,
  body ->> '$.dossier' AS dossier,
  body ->> '$.learner' AS learner,
  body ->> '$.from' AS from_revision,
  body ->> '$.to' AS to_revision,
  body ->> '$.anchored' AS anchored,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000000.0, 'unixepoch') AS at
FROM rows
WHERE kind = 'restoration';

-- Badges that the school defined.
DROP VIEW IF EXISTS badge_definitions;
CREATE VIEW badge_definitions AS
SELECT
  id,
  body ->> '$.statement.kind' AS kind,
  body ->> '$.statement.title' AS title,
  body -> '$.statement.competencies' AS competencies,
  body ->> '$.definedBy' AS defined_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.definedAt') / 1000000.0, 'unixepoch') AS defined_at,
  body ->> '$.closed' AS closed
FROM rows
WHERE kind = 'badge-definition';

-- Badges in dossiers, and what became of them.
DROP VIEW IF EXISTS badge_awards;
CREATE VIEW badge_awards AS
SELECT
  id,
  scope AS dossier,
  body ->> '$.statement.title' AS title,
  body ->> '$.offer.level' AS level,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.request.at') / 1000000.0, 'unixepoch') AS asked_at,
  body ->> '$.offer.by' AS offered_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.offer.at') / 1000000.0, 'unixepoch') AS offered_at,
  body ->> '$.acceptance.name' AS name,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.acceptance.at') / 1000000.0, 'unixepoch') AS accepted_at,
  body ->> '$.ending.by' AS ended_by,
  strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.ending.at') / 1000000.0, 'unixepoch') AS ended_at,
  body ->> '$.ending.reason' AS reason
FROM rows
WHERE kind = 'badge-award';

-- Places in the lists of revoked badges that were given away.
DROP VIEW IF EXISTS badge_places;
CREATE VIEW badge_places AS
SELECT
  id,
  body ->> '$.list' AS list,
  body ->> '$.index' AS place,
  body ->> '$.revoked' AS revoked
FROM rows
WHERE kind = 'badge-place';
