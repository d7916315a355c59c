-- For people who look into the database: everything in readable columns, each row behind its school. An account needs SELECT on a view
-- and on the tables behind it, and sees no more than row-level security lets it see of them. Only SQL that PostgreSQL 15 knows.
--
-- Kept by hand, as the views of a SQLite file are; a test compares the two, column by column. Each view stands as it is made, with its
-- options, so that it can be read, copied and tried alone in psql; made by a loop they would be shorter, and none could be found here.
-- The migration applies this text again whenever it has changed, so columns are only added, and at the end of a view. With a column
-- comes a version of the tables, if only an empty one: a process of before would otherwise try to make its own views again, and fail.

CREATE OR REPLACE VIEW portfolio.rows WITH (security_invoker = true) AS
SELECT r.school, r.scope, r.kind, r.id, CAST(r.body AS jsonb) AS body
FROM portfolio.record r;

CREATE OR REPLACE VIEW portfolio.journal_entries WITH (security_invoker = true) AS
SELECT e.school, e.position, e.scope, e.number, encode(e.hash, 'hex') AS hash, CAST(e.body AS jsonb) AS body
FROM portfolio.entry e;

-- Who the portfolio can name.
CREATE OR REPLACE VIEW portfolio.people WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{id}' AS person,
  body #>> '{name}' AS name,
  body #>> '{family}' AS family,
  body #>> '{given}' AS given
FROM portfolio.rows
WHERE kind = 'person';

-- By which steps a person has another id. All other views name people by the id that a record was written under.
CREATE OR REPLACE VIEW portfolio.id_changes WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{from}' AS id_before,
  body #>> '{to}' AS id_since,
  body #>> '{manner}' AS manner,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'id-change';

-- By which ids other systems know people.
CREATE OR REPLACE VIEW portfolio.external_ids WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{person}' AS person,
  body #>> '{issuer}' AS issuer,
  body #>> '{value}' AS value
FROM portfolio.rows
WHERE kind = 'external-id';

-- Published framework versions.
CREATE OR REPLACE VIEW portfolio.frameworks WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{id,name}' AS name,
  body #>> '{id,version}' AS version,
  body #>> '{title}' AS title,
  body #>> '{language}' AS language,
  body #>> '{uri}' AS uri
FROM portfolio.rows
WHERE kind = 'framework';

-- What framework versions were read from, in other formats.
CREATE OR REPLACE VIEW portfolio.originals WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{framework,name}' AS framework,
  body #>> '{framework,version}' AS version,
  body #>> '{format}' AS format,
  body #>> '{text}' AS text
FROM portfolio.rows
WHERE kind = 'original';

-- Which framework is worked with, on which scale.
CREATE OR REPLACE VIEW portfolio.adoptions WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{framework,name}' AS framework,
  body #>> '{framework,version}' AS version,
  body #>> '{scale,id}' AS scale,
  body #>> '{policy}' AS policy,
  to_timestamp(CAST(body #>> '{adoptedAt}' AS bigint) / 1000000.0) AS adopted_at
FROM portfolio.rows
WHERE kind = 'adoption';

-- Cohorts.
CREATE OR REPLACE VIEW portfolio.cohorts WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{name}' AS name,
  body #>> '{schoolYear}' AS school_year_begins,
  body #>> '{closedOn}' AS closed_on
FROM portfolio.rows
WHERE kind = 'cohort';

-- Who learns in which cohort, and when.
CREATE OR REPLACE VIEW portfolio.memberships WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{cohort}' AS cohort,
  body #>> '{learner}' AS learner,
  to_timestamp(CAST(body #>> '{period,from}' AS bigint) / 1000000.0) AS since,
  to_timestamp(CAST(body #>> '{period,until}' AS bigint) / 1000000.0) AS until,
  body #>> '{majorityOn}' AS majority_on
FROM portfolio.rows
WHERE kind = 'membership';

-- Who holds which role over what, and when.
CREATE OR REPLACE VIEW portfolio.grants WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{holder}' AS holder,
  body #>> '{role}' AS role,
  body #>> '{reach,type}' AS reach,
  body #>> '{reach,cohort}' AS cohort,
  body #>> '{reach,dossier}' AS dossier,
  body #>> '{reach,production}' AS production,
  to_timestamp(CAST(body #>> '{period,from}' AS bigint) / 1000000.0) AS since,
  to_timestamp(CAST(body #>> '{period,until}' AS bigint) / 1000000.0) AS until
FROM portfolio.rows
WHERE kind = 'grant';

-- Learners' dossiers.
CREATE OR REPLACE VIEW portfolio.dossiers WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{learner}' AS learner,
  body #>> '{adoption}' AS adoption,
  body #>> '{status}' AS status,
  to_timestamp(CAST(body #>> '{openedAt}' AS bigint) / 1000000.0) AS opened_at
FROM portfolio.rows
WHERE kind = 'dossier';

-- Productions, in their latest version.
CREATE OR REPLACE VIEW portfolio.productions WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{owner}' AS owner,
  body #>> '{versions,-1,title}' AS title,
  body #>> '{versions,-1,description}' AS description,
  body #>> '{versions,-1,competencies}' AS competencies,
  body #>> '{versions,-1,number}' AS version,
  body #>> '{revision}' AS revision,
  to_timestamp(CAST(body #>> '{versions,-1,at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'production';

-- Self-assessments that are not published yet: the learner's own affair.
CREATE OR REPLACE VIEW portfolio.drafts WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{content,competency}' AS competency,
  body #>> '{revision}' AS revision,
  to_timestamp(CAST(body #>> '{savedAt}' AS bigint) / 1000000.0) AS saved_at
FROM portfolio.rows
WHERE kind = 'draft';

-- Self-assessments and positionings, in the order of recording.
CREATE OR REPLACE VIEW portfolio.assessments WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{adoption}' AS adoption,
  body #>> '{competency}' AS competency,
  body #>> '{perspective}' AS perspective,
  body #>> '{outcome}' AS outcome,
  body #>> '{level}' AS level,
  body #>> '{author}' AS author,
  body #>> '{role}' AS role,
  body #>> '{observedOn}' AS observed_on,
  to_timestamp(CAST(body #>> '{recordedAt}' AS bigint) / 1000000.0) AS recorded_at,
  body #>> '{because}' AS because,
  body #>> '{supersedes,earlier}' AS supersedes,
  body #>> '{supersedes,reason}' AS reason,
  body #>> '{entry}' AS class_entry
FROM portfolio.rows
WHERE kind = 'assessment';

-- What learners aim at.
CREATE OR REPLACE VIEW portfolio.goals WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{competency}' AS competency,
  body #>> '{target}' AS target,
  body #>> '{dueOn}' AS due_on,
  body #>> '{status}' AS status,
  to_timestamp(CAST(body #>> '{setAt}' AS bigint) / 1000000.0) AS set_at
FROM portfolio.rows
WHERE kind = 'goal';

-- Where each learner stands now: one line for each competency that has an outcome.
CREATE OR REPLACE VIEW portfolio.current_levels WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.scope AS dossier,
  body #>> '{learner}' AS learner,
  body #>> '{adoption}' AS adoption,
  cell.key AS competency,
  CASE WHEN length(cell.value #>> '{}') > 10 THEN 'LEVEL' ELSE 'NOT_APPLICABLE' END AS outcome,
  nullif(substr(cell.value #>> '{}', 12), '') AS level,
  substr(cell.value #>> '{}', 1, 10) AS observed_on
FROM portfolio.rows, jsonb_each(rows.body #> '{cells}') AS cell
WHERE kind = 'levels' AND jsonb_typeof(cell.value) = 'string'
UNION ALL
-- A card that was not written anew since version 1.
SELECT
  rows.school,
  rows.scope,
  body #>> '{learner}',
  body #>> '{adoption}',
  cell.key,
  cell.value #>> '{outcome}',
  cell.value #>> '{level}',
  cell.value #>> '{observedOn}'
FROM portfolio.rows, jsonb_each(rows.body #> '{cells}') AS cell
WHERE kind = 'levels' AND jsonb_typeof(cell.value) = 'object';

-- What was done, when and in which role; the actor is an alias that means something in this scope only, or a service by its name.
CREATE OR REPLACE VIEW portfolio.journal WITH (security_invoker = true) AS
SELECT
  school,
  position,
  scope,
  number,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at,
  body #>> '{alias}' AS alias,
  body #>> '{role}' AS role,
  body #>> '{act}' AS act,
  body #>> '{change}' AS change,
  body #> '{objects}' AS objects,
  hash,
  body #>> '{service}' AS service
FROM portfolio.journal_entries;

-- By which random id the journal of a dossier, or of the organisation, speaks of whom.
CREATE OR REPLACE VIEW portfolio.aliases WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{id}' AS id,
  body #>> '{scope}' AS scope,
  body #>> '{person}' AS person
FROM portfolio.rows
WHERE kind = 'alias';

-- Who was named first administrator, and the time zone in which days are read.
CREATE OR REPLACE VIEW portfolio.organisation WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{administrator}' AS administrator,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS since,
  body #>> '{zone}' AS zone
FROM portfolio.rows
WHERE kind = 'founding';

-- Which code of one framework version meets which of another; no line means that no source maps it.
CREATE OR REPLACE VIEW portfolio.crosswalks WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{from,name}' AS from_framework,
  body #>> '{from,version}' AS from_version,
  mapping.value #>> '{code}' AS code,
  body #>> '{to,name}' AS to_framework,
  body #>> '{to,version}' AS to_version,
  target.value #>> '{}' AS target
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{mappings}') WITH ORDINALITY AS mapping (value, place), jsonb_array_elements(mapping.value #> '{targets}') WITH ORDINALITY AS target (value, place)
WHERE kind = 'crosswalk';

-- Formative interviews.
CREATE OR REPLACE VIEW portfolio.interviews WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{purpose}' AS purpose,
  to_timestamp(CAST(body #>> '{startsAt}' AS bigint) / 1000000.0) AS starts_at,
  body #>> '{status}' AS status,
  body #>> '{minutes,heldOn}' AS held_on,
  body #>> '{minutes,by}' AS conducted_by,
  body #>> '{minutes,notes}' AS notes,
  body #>> '{closing,nextOn}' AS next_on
FROM portfolio.rows
WHERE kind = 'interview';

-- What was agreed in which interview, and what became of it.
CREATE OR REPLACE VIEW portfolio.agreements WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.id AS interview,
  rows.scope AS dossier,
  agreement.value #>> '{number}' AS number,
  agreement.value #>> '{text}' AS text,
  agreement.value #>> '{status}' AS status,
  agreement.value #>> '{goal}' AS goal,
  agreement.value #>> '{word}' AS word
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{agreements}') WITH ORDINALITY AS agreement (value, place)
WHERE kind = 'interview';

-- What interviews were prepared with, as it was known then.
CREATE OR REPLACE VIEW portfolio.preparation_sheets WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{interview}' AS interview,
  body #>> '{preparedBy}' AS prepared_by,
  to_timestamp(CAST(body #>> '{preparedAt}' AS bigint) / 1000000.0) AS prepared_at,
  body #> '{divergences}' AS divergences,
  body #> '{gaps}' AS gaps,
  body #> '{openGoals}' AS open_goals,
  body #> '{evidence}' AS evidence,
  body #> '{uncovered}' AS uncovered,
  body #> '{agreed}' AS agreed
FROM portfolio.rows
WHERE kind = 'preparation-sheet';

-- What learners say to their closed interviews; no dissent means that they acknowledge.
CREATE OR REPLACE VIEW portfolio.interview_replies WITH (security_invoker = true) AS
SELECT
  rows.school,
  id AS interview,
  scope AS dossier,
  body #>> '{dissent}' AS dissent,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'interview-reply';

-- What the team noted for itself about interviews.
CREATE OR REPLACE VIEW portfolio.interview_notes WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{interview}' AS interview,
  body #>> '{by}' AS author,
  body #>> '{text}' AS text,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'interview-note';

-- The steps of each learner's pathway.
CREATE OR REPLACE VIEW portfolio.pathway_steps WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.scope AS dossier,
  step.value #>> '{number}' AS number,
  step.value #>> '{competency}' AS competency,
  step.value #>> '{mission}' AS mission,
  step.value #>> '{dueOn}' AS due_on,
  step.value #>> '{reason}' AS reason,
  to_timestamp(CAST(step.value #>> '{doneAt}' AS bigint) / 1000000.0) AS done_at,
  step.value #>> '{dropped,reason}' AS dropped
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{steps}') WITH ORDINALITY AS step (value, place)
WHERE kind = 'pathway';

-- What is adapted in a learner's pathway, and the pedagogical reason.
CREATE OR REPLACE VIEW portfolio.adaptations WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{step}' AS step,
  body #>> '{what}' AS what,
  body #>> '{reason}' AS reason,
  to_timestamp(CAST(body #>> '{since}' AS bigint) / 1000000.0) AS since,
  to_timestamp(CAST(body #>> '{ended,at}' AS bigint) / 1000000.0) AS ended_at
FROM portfolio.rows
WHERE kind = 'adaptation';

-- Which nudges a learner saw, and when: the learner's own affair.
CREATE OR REPLACE VIEW portfolio.nudge_digests WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.id,
  rows.scope AS dossier,
  nudge.value #>> '{rule}' AS rule,
  nudge.value #>> '{about}' AS about,
  to_timestamp(CAST(body #>> '{seenAt}' AS bigint) / 1000000.0) AS seen_at
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{nudges}') WITH ORDINALITY AS nudge (value, place)
WHERE kind = 'nudge-digest';

-- Which nudges a learner wants: the learner's own affair.
CREATE OR REPLACE VIEW portfolio.nudge_settings WITH (security_invoker = true) AS
SELECT
  rows.school,
  scope AS dossier,
  body #>> '{learner}' AS learner,
  coalesce(CAST(body #>> '{allMuted}' AS boolean), false) AS all_muted,
  body #> '{muted}' AS muted,
  to_timestamp(CAST(body #>> '{lastSeenAt}' AS bigint) / 1000000.0) AS last_seen_at
FROM portfolio.rows
WHERE kind = 'nudge-settings';

-- Campaigns of peer reviews.
CREATE OR REPLACE VIEW portfolio.review_campaigns WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{cohort}' AS cohort,
  body #>> '{title}' AS title,
  to_timestamp(CAST(body #>> '{deadline}' AS bigint) / 1000000.0) AS deadline,
  coalesce(CAST(body #>> '{anonymous}' AS boolean), false) AS anonymous,
  body #>> '{openedBy}' AS opened_by,
  to_timestamp(CAST(body #>> '{assignedAt}' AS bigint) / 1000000.0) AS assigned_at,
  to_timestamp(CAST(body #>> '{closedAt}' AS bigint) / 1000000.0) AS closed_at
FROM portfolio.rows
WHERE kind = 'review-campaign';

-- What learners handed in to be reviewed.
CREATE OR REPLACE VIEW portfolio.review_hand_ins WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{campaign}' AS campaign,
  body #>> '{author}' AS author,
  body #> '{coAuthors}' AS co_authors,
  body #>> '{work,production}' AS production,
  body #>> '{work,version}' AS version
FROM portfolio.rows
WHERE kind = 'review-hand-in';

-- How reviews were drawn; with the seed the draw can be repeated.
CREATE OR REPLACE VIEW portfolio.review_draws WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{campaign}' AS campaign,
  body #>> '{seed}' AS seed,
  body #>> '{each}' AS each
FROM portfolio.rows
WHERE kind = 'review-draw';

-- Who reviews whom: the only place that names the author of an anonymous review. Drafts are their authors' affair.
CREATE OR REPLACE VIEW portfolio.review_assignments WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{campaign}' AS campaign,
  body #>> '{reviewer}' AS reviewer,
  body #>> '{reviewed}' AS reviewed,
  body #>> '{peer}' AS peer,
  body #>> '{review}' AS review,
  to_timestamp(CAST(body #>> '{submittedAt}' AS bigint) / 1000000.0) AS submitted_at,
  body #>> '{withholding,reason}' AS withheld_because
FROM portfolio.rows
WHERE kind = 'review-assignment';

-- Reviews as their learners receive them.
CREATE OR REPLACE VIEW portfolio.reviews WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{campaign}' AS campaign,
  body #>> '{peer}' AS peer,
  body #>> '{reviewer}' AS reviewer,
  body #>> '{remarks,strength}' AS strength,
  body #> '{remarks,onCriteria}' AS on_criteria,
  coalesce(CAST(body #>> '{withheld}' AS boolean), false) AS withheld,
  body #>> '{reply,text}' AS reply,
  body #>> '{usefulness}' AS usefulness
FROM portfolio.rows
WHERE kind = 'review';

-- Who makes a production together: one line for each member; those who have not joined have no dossier here.
CREATE OR REPLACE VIEW portfolio.group_members WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.id AS group_id,
  scope AS home,
  body #>> '{production}' AS production,
  body #>> '{title}' AS title,
  body #>> '{cohort}' AS cohort,
  member.value #>> '{person}' AS person,
  member.value #>> '{dossier}' AS dossier,
  to_timestamp(CAST(member.value #>> '{since}' AS bigint) / 1000000.0) AS since
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{members}') WITH ORDINALITY AS member (value, place)
WHERE kind = 'group';

-- What each member of a group says they did.
CREATE OR REPLACE VIEW portfolio.group_contributions WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{group}' AS group_id,
  body #>> '{production}' AS production,
  body #>> '{member}' AS person,
  body #>> '{version}' AS version,
  body #>> '{words}' AS words,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'group-contribution';

-- What teachers said to groups; no member's assessment.
CREATE OR REPLACE VIEW portfolio.group_appraisals WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{group}' AS group_id,
  body #>> '{version}' AS version,
  body #>> '{text}' AS text,
  body #>> '{by}' AS author,
  body #>> '{role}' AS role,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'group-appraisal';

-- Projects that learners follow up.
CREATE OR REPLACE VIEW portfolio.projects WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{title}' AS title,
  body #>> '{production}' AS production,
  to_timestamp(CAST(body #>> '{openedAt}' AS bigint) / 1000000.0) AS opened_at,
  to_timestamp(CAST(body #>> '{closedAt}' AS bigint) / 1000000.0) AS closed_at
FROM portfolio.rows
WHERE kind = 'project';

-- Their tasks.
CREATE OR REPLACE VIEW portfolio.project_tasks WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.id AS project,
  task.value #>> '{number}' AS number,
  task.value #>> '{label}' AS label,
  task.value #>> '{status}' AS status,
  task.value #>> '{dueOn}' AS due_on,
  to_timestamp(CAST(task.value #>> '{doneAt}' AS bigint) / 1000000.0) AS done_at
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{tasks}') WITH ORDINALITY AS task (value, place)
WHERE kind = 'project';

-- Their milestones.
CREATE OR REPLACE VIEW portfolio.project_milestones WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.id AS project,
  milestone.value #>> '{number}' AS number,
  milestone.value #>> '{label}' AS label,
  milestone.value #>> '{plannedOn}' AS planned_on,
  milestone.value #>> '{reachedOn}' AS reached_on
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{milestones}') WITH ORDINALITY AS milestone (value, place)
WHERE kind = 'project';

-- How they stood, day by day.
CREATE OR REPLACE VIEW portfolio.progress_notes WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{project}' AS project,
  body #>> '{text}' AS text,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'progress-note';

-- What learners read while keeping watch.
CREATE OR REPLACE VIEW portfolio.watch_log WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{title}' AS title,
  body #>> '{url}' AS url,
  body #>> '{consultedOn}' AS consulted_on,
  body #>> '{reliability}' AS reliability,
  body #>> '{reason}' AS reason,
  body #>> '{synthesis}' AS synthesis
FROM portfolio.rows
WHERE kind = 'watch-entry';

-- What takes the place of which code; a line without a successor says that nothing does.
CREATE OR REPLACE VIEW portfolio.successions WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{from,name}' AS from_framework,
  body #>> '{from,version}' AS from_version,
  mapping.value #>> '{code}' AS code,
  body #>> '{to,name}' AS to_framework,
  body #>> '{to,version}' AS to_version,
  successor.value #>> '{}' AS successor
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{mappings}') WITH ORDINALITY AS mapping (value, place)
LEFT JOIN jsonb_array_elements(mapping.value #> '{successors}') WITH ORDINALITY AS successor (value, place) ON true
WHERE kind = 'succession';

-- Scenarios as teachers work on them.
CREATE OR REPLACE VIEW portfolio.scenarios WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{scenario,id}' AS scenario,
  body #>> '{scenario,title}' AS title,
  body #>> '{scenario,framework,name}' AS framework,
  body #>> '{scenario,framework,version}' AS version,
  body #>> '{savedBy}' AS saved_by,
  to_timestamp(CAST(body #>> '{savedAt}' AS bigint) / 1000000.0) AS saved_at,
  to_timestamp(CAST(body #>> '{withdrawnAt}' AS bigint) / 1000000.0) AS withdrawn_at,
  body #>> '{revision}' AS revision
FROM portfolio.rows
WHERE kind = 'scenario';

-- Missions as learners have them, in each revision that was published.
CREATE OR REPLACE VIEW portfolio.missions WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{id,scenario}' AS scenario,
  body #>> '{id,mission}' AS mission,
  body #>> '{revision}' AS revision,
  body #>> '{title}' AS title,
  body #>> '{competencies}' AS competencies,
  body #>> '{by}' AS published_by,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS published_at
FROM portfolio.rows
WHERE kind = 'mission';

-- Which scenarios are chosen for which cohort.
CREATE OR REPLACE VIEW portfolio.year_plans WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{cohort}' AS cohort,
  chosen.place AS place,
  chosen.value #>> '{}' AS scenario
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{scenarios}') WITH ORDINALITY AS chosen (value, place)
WHERE kind = 'year-plan';

-- How far each learner is with each mission that they took up, and on which revision.
CREATE OR REPLACE VIEW portfolio.mission_work WITH (security_invoker = true) AS
SELECT
  rows.school,
  scope AS dossier,
  body #>> '{mission,scenario}' AS scenario,
  body #>> '{mission,mission}' AS mission,
  body #>> '{revision}' AS revision,
  body #>> '{status}' AS status,
  body #>> '{moves,-1,by}' AS moved_by,
  to_timestamp(CAST(body #>> '{moves,-1,at}' AS bigint) / 1000000.0) AS moved_at
FROM portfolio.rows
WHERE kind = 'mission-work';

-- Reflections that are not shared yet: the learner's own affair.
CREATE OR REPLACE VIEW portfolio.reflection_drafts WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{content,action}' AS action,
  body #>> '{content,template,name}' AS template,
  body #>> '{revision}' AS revision,
  to_timestamp(CAST(body #>> '{savedAt}' AS bigint) / 1000000.0) AS saved_at
FROM portfolio.rows
WHERE kind = 'reflection-draft';

-- Shared reflections, as they stand now.
CREATE OR REPLACE VIEW portfolio.reflections WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{author}' AS author,
  body #>> '{action}' AS action,
  body #>> '{guide,template,name}' AS template,
  body #>> '{guide,template,version}' AS template_version,
  body #>> '{guide,language}' AS language,
  body #>> '{cycle}' AS cycle,
  body #>> '{follows}' AS follows,
  body #>> '{versions,-1,number}' AS version,
  body #>> '{versions,-1,answers}' AS answers,
  to_timestamp(CAST(body #>> '{versions,-1,at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'reflection';

-- Reports of missions that are not shared yet: the learner's own affair.
CREATE OR REPLACE VIEW portfolio.mission_report_drafts WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{content,mission}' AS mission,
  body #>> '{revision}' AS revision,
  to_timestamp(CAST(body #>> '{savedAt}' AS bigint) / 1000000.0) AS saved_at
FROM portfolio.rows
WHERE kind = 'mission-report-draft';

-- Shared reports of missions, as they stand now.
CREATE OR REPLACE VIEW portfolio.mission_reports WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{author}' AS author,
  body #>> '{mission}' AS mission,
  body #>> '{versions,-1,asked}' AS asked,
  body #>> '{versions,-1,done}' AS done,
  body #>> '{versions,-1,comparisons}' AS comparisons,
  body #>> '{versions,-1,help}' AS help,
  body #>> '{versions,-1,next}' AS next_step,
  body #>> '{versions,-1,number}' AS version,
  to_timestamp(CAST(body #>> '{versions,-1,at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'mission-report';

-- What the team asked and said, and what was replied.
CREATE OR REPLACE VIEW portfolio.feedback WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{subject,type}' AS about,
  body #>> '{thread}' AS thread,
  body #>> '{kind}' AS what,
  body #>> '{author}' AS author,
  body #>> '{role}' AS role,
  body #>> '{text}' AS text,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at,
  to_timestamp(CAST(body #>> '{answeredAt}' AS bigint) / 1000000.0) AS answered_at,
  to_timestamp(CAST(body #>> '{withdrawnAt}' AS bigint) / 1000000.0) AS withdrawn_at
FROM portfolio.rows
WHERE kind = 'feedback';

-- What the staff noted for themselves: not for the learner's screens.
CREATE OR REPLACE VIEW portfolio.staff_notes WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{subject,type}' AS about,
  body #>> '{author}' AS author,
  body #>> '{role}' AS role,
  body #>> '{text}' AS text,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at,
  to_timestamp(CAST(body #>> '{withdrawnAt}' AS bigint) / 1000000.0) AS withdrawn_at
FROM portfolio.rows
WHERE kind = 'staff-note';

-- Who may be recorded, or shown, and until when.
CREATE OR REPLACE VIEW portfolio.authorisations WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{kind}' AS allows,
  body #>> '{person}' AS person,
  body #>> '{majorityOn}' AS majority_on,
  body #>> '{representatives}' AS representatives_to_sign,
  body #>> '{project}' AS project,
  body #>> '{use}' AS intended_use,
  body #>> '{recipients}' AS recipients,
  body #>> '{until}' AS until,
  body #>> '{given,by}' AS given_by,
  body #>> '{given,on}' AS given_on,
  body #>> '{confirmed,on}' AS confirmed_on,
  to_timestamp(CAST(body #>> '{withdrawal,at}' AS bigint) / 1000000.0) AS withdrawn_at
FROM portfolio.rows
WHERE kind = 'authorisation';

-- Oral explicitations; whether one may be played depends on the authorisations of the day.
CREATE OR REPLACE VIEW portfolio.recordings WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{reflection}' AS reflection,
  body #>> '{question}' AS question,
  body #>> '{mediaType}' AS media_type,
  body #>> '{seconds}' AS seconds,
  body #>> '{project}' AS project,
  body #>> '{people}' AS people,
  body #>> '{language}' AS language,
  body #>> '{translation,by}' AS translated_by,
  body #>> '{translation,on}' AS translated_on,
  body #>> '{accompaniedBy}' AS accompanied_by,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'recording';

-- What learners chose to show.
CREATE OR REPLACE VIEW portfolio.showcases WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{owner}' AS owner,
  body #>> '{title}' AS title,
  body #>> '{narrative}' AS narrative,
  coalesce(CAST(body #>> '{published}' AS boolean), false) AS published,
  jsonb_array_length(body #> '{exhibits}') AS exhibits,
  to_timestamp(CAST(body #>> '{changedAt}' AS bigint) / 1000000.0) AS changed_at
FROM portfolio.rows
WHERE kind = 'showcase';

-- Links to one thing of a dossier; the secret that opens one is nowhere.
CREATE OR REPLACE VIEW portfolio.links WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{target,type}' AS target,
  coalesce(body #>> '{target,showcase}', body #>> '{target,workplace}', body #>> '{target,seal}', body #>> '{target,learner}') AS opens,
  to_timestamp(CAST(body #>> '{period,from}' AS bigint) / 1000000.0) AS since,
  to_timestamp(CAST(body #>> '{period,until}' AS bigint) / 1000000.0) AS until,
  body #>> '{issuedBy}' AS issued_by,
  to_timestamp(CAST(body #>> '{revocation,at}' AS bigint) / 1000000.0) AS revoked_at
FROM portfolio.rows
WHERE kind = 'link';

-- Levels that learners had been given before, from sheets.
CREATE OR REPLACE VIEW portfolio.former_levels WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{import}' AS import,
  body #>> '{competency}' AS competency,
  body #>> '{wording}' AS wording,
  body #>> '{level}' AS level,
  body #>> '{on}' AS given_on,
  body #>> '{source}' AS source,
  body #>> '{author}' AS author
FROM portfolio.rows
WHERE kind = 'former-level';

-- Imports of such levels.
CREATE OR REPLACE VIEW portfolio.former_imports WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{source}' AS source,
  body #>> '{levels}' AS levels,
  body #>> '{learners}' AS learners,
  body #>> '{importedBy}' AS imported_by,
  to_timestamp(CAST(body #>> '{importedAt}' AS bigint) / 1000000.0) AS imported_at,
  to_timestamp(CAST(body #>> '{removal,at}' AS bigint) / 1000000.0) AS removed_at,
  body #>> '{removal,reason}' AS removed_because
FROM portfolio.rows
WHERE kind = 'former-import';

-- Links that open with a code, and how many wrong codes were tried since it was given.
CREATE OR REPLACE VIEW portfolio.link_locks WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{link}' AS link,
  body #>> '{wrong}' AS wrong_codes,
  body #>> '{givenBy}' AS given_by,
  to_timestamp(CAST(body #>> '{givenAt}' AS bigint) / 1000000.0) AS given_at
FROM portfolio.rows
WHERE kind = 'link-lock';

-- What was read through links.
CREATE OR REPLACE VIEW portfolio.link_readings WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{link}' AS link,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at,
  body #>> '{file}' AS file
FROM portfolio.rows
WHERE kind = 'reading';

-- Periods at an employer's, with what the tutor said and what was concluded.
CREATE OR REPLACE VIEW portfolio.workplace_periods WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{nature}' AS nature,
  body #>> '{employer}' AS employer,
  body #>> '{tutor}' AS tutor,
  body #>> '{from}' AS since,
  body #>> '{until}' AS until,
  body #>> '{answer,alone}' AS alone,
  body #>> '{answer,help}' AS help,
  body #>> '{answer,advice}' AS advice,
  body #>> '{bilan,heldOn}' AS bilan_on,
  body #>> '{bilan,conclusion}' AS conclusion
FROM portfolio.rows
WHERE kind = 'workplace';

-- What learners show to the tutor of a period.
CREATE OR REPLACE VIEW portfolio.shown_works WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{period}' AS period,
  body #>> '{keptIn}' AS kept_in,
  body #>> '{production}' AS production,
  body #>> '{version}' AS version,
  body #>> '{words}' AS words,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'shown-work';

-- What learners said when asked, as it was noted.
CREATE OR REPLACE VIEW portfolio.oral_notes WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.id,
  rows.scope AS dossier,
  body #>> '{action}' AS action,
  body #>> '{heldOn}' AS held_on,
  body #>> '{notedBy}' AS noted_by,
  asked.value #>> '{question}' AS question,
  asked.value #>> '{words}' AS words,
  body #>> '{reply,correction}' AS correction,
  to_timestamp(CAST(body #>> '{reply,at}' AS bigint) / 1000000.0) AS replied_at
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{exchanges}') WITH ORDINALITY AS asked (value, place)
WHERE kind = 'oral-note';

-- The ledger of days at workplaces; a line that names another takes it back.
CREATE OR REPLACE VIEW portfolio.workplace_days WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{period}' AS period,
  body #>> '{day}' AS day,
  body #>> '{state}' AS state,
  body #>> '{halves}' AS halves,
  body #>> '{by}' AS said_by,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at,
  body #>> '{reverses}' AS reverses
FROM portfolio.rows
WHERE kind = 'workplace-day';

-- On which days a tutor is asked again.
CREATE OR REPLACE VIEW portfolio.ask_dates WITH (security_invoker = true) AS
SELECT
  rows.school,
  rows.scope AS dossier,
  body #>> '{period}' AS period,
  asked.value #>> '{}' AS day
FROM portfolio.rows, jsonb_array_elements(rows.body #> '{on}') WITH ORDINALITY AS asked (value, place)
WHERE kind = 'ask-dates';

-- What a tutor answered before they were asked again.
CREATE OR REPLACE VIEW portfolio.earlier_answers WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{period}' AS period,
  body #>> '{tutor}' AS tutor,
  body #>> '{answer,name}' AS name,
  body #>> '{answer,alone}' AS alone,
  body #>> '{answer,help}' AS help,
  body #>> '{answer,advice}' AS advice,
  to_timestamp(CAST(body #>> '{keptAt}' AS bigint) / 1000000.0) AS kept_at
FROM portfolio.rows
WHERE kind = 'earlier-answer';

-- What was agreed on a workplace period, and who signed.
CREATE OR REPLACE VIEW portfolio.conventions WITH (security_invoker = true) AS
SELECT
  rows.school,
  scope AS dossier,
  body #>> '{period}' AS period,
  body #>> '{referent}' AS referent,
  body #> '{objectives}' AS objectives,
  body #> '{signed}' AS signed
FROM portfolio.rows
WHERE kind = 'convention';

-- When the team was in touch with a workplace.
CREATE OR REPLACE VIEW portfolio.workplace_contacts WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{period}' AS period,
  body #>> '{on}' AS day,
  body #>> '{means}' AS means,
  body #>> '{note}' AS note,
  body #>> '{by}' AS said_by
FROM portfolio.rows
WHERE kind = 'workplace-contact';

-- What candidates chose for an exam unit.
CREATE OR REPLACE VIEW portfolio.exam_files WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{candidate}' AS candidate,
  body #>> '{unit,title}' AS unit,
  body #>> '{unit,blocs}' AS blocs,
  jsonb_array_length(body #> '{choices}') AS choices,
  to_timestamp(CAST(body #>> '{changedAt}' AS bigint) / 1000000.0) AS changed_at
FROM portfolio.rows
WHERE kind = 'exam-file';

-- What teachers said to candidates about their choices.
CREATE OR REPLACE VIEW portfolio.exam_file_advice WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{file}' AS exam_file,
  body #>> '{by}' AS author,
  body #>> '{text}' AS text,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'advice';

-- What was sealed, by its root hash.
CREATE OR REPLACE VIEW portfolio.seals WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{file}' AS exam_file,
  body #>> '{candidate}' AS candidate,
  body #>> '{unit,title}' AS unit,
  jsonb_array_length(body #> '{pieces}') AS pieces,
  body #>> '{root}' AS root,
  to_timestamp(CAST(body #>> '{sealedAt}' AS bigint) / 1000000.0) AS sealed_at
FROM portfolio.rows
WHERE kind = 'seal';

-- What people asked about their data, and what became of it.
CREATE OR REPLACE VIEW portfolio.privacy_requests WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{person}' AS person,
  body #>> '{right}' AS asked_for,
  body #>> '{receivedOn}' AS received_on,
  body #>> '{settlement,answer}' AS answer,
  body #>> '{settlement,reason}' AS reason,
  to_timestamp(CAST(body #>> '{settlement,at}' AS bigint) / 1000000.0) AS settled_at
FROM portfolio.rows
WHERE kind = 'privacy-request';

-- Breaches of personal data, as the controller documents them; they name no one who was reached.
CREATE OR REPLACE VIEW portfolio.breaches WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{since}' AS since,
  to_timestamp(CAST(body #>> '{noticedAt}' AS bigint) / 1000000.0) AS noticed_at,
  body #>> '{facts}' AS facts,
  body #>> '{people}' AS people,
  body #>> '{recordedBy}' AS recorded_by,
  to_timestamp(CAST(body #>> '{settlement,notifiedAt}' AS bigint) / 1000000.0) AS notified_at,
  body #>> '{settlement,informedOn}' AS informed_on,
  to_timestamp(CAST(body #>> '{settlement,at}' AS bigint) / 1000000.0) AS settled_at
FROM portfolio.rows
WHERE kind = 'breach';

-- Until when teachers' levels are held back from the learners of a cohort.
CREATE OR REPLACE VIEW portfolio.embargoes WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{cohort}' AS cohort,
  body #>> '{until}' AS until,
  body #>> '{declaredBy}' AS declared_by,
  to_timestamp(CAST(body #>> '{declaredAt}' AS bigint) / 1000000.0) AS declared_at,
  body #>> '{lifting,by}' AS lifted_by,
  to_timestamp(CAST(body #>> '{lifting,at}' AS bigint) / 1000000.0) AS lifted_at
FROM portfolio.rows
WHERE kind = 'embargo';

-- What the controller rectified, on which request.
CREATE OR REPLACE VIEW portfolio.rectifications WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{wrong}' AS wrong,
  body #>> '{correction}' AS correction,
  body #>> '{request}' AS request,
  body #>> '{by}' AS rectified_by,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'rectification';

-- When the head opened a dossier for a stated reason, until when, and when that was ended earlier.
CREATE OR REPLACE VIEW portfolio.exceptional_accesses WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{reason}' AS reason,
  body #>> '{openedBy}' AS opened_by,
  to_timestamp(CAST(body #>> '{openedAt}' AS bigint) / 1000000.0) AS opened_at,
  to_timestamp(CAST(body #>> '{endsAt}' AS bigint) / 1000000.0) AS ends_at,
  body #>> '{ending,by}' AS ended_by,
  to_timestamp(CAST(body #>> '{ending,at}' AS bigint) / 1000000.0) AS ended_at
FROM portfolio.rows
WHERE kind = 'exceptional-access';

-- Receipts of erasures; they name no one.
CREATE OR REPLACE VIEW portfolio.erasures WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at,
  body #>> '{pseudonym}' AS pseudonym,
  body #>> '{files}' AS files,
  body #>> '{bytes}' AS bytes,
  body #>> '{visa}' AS visa
FROM portfolio.rows
WHERE kind = 'erasure';

-- Learners who leave, and until when they read their dossiers.
CREATE OR REPLACE VIEW portfolio.departures WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{learner}' AS learner,
  body #>> '{packed,sha256}' AS package,
  to_timestamp(CAST(body #>> '{verifiedAt}' AS bigint) / 1000000.0) AS verified_at,
  to_timestamp(CAST(body #>> '{closedAt}' AS bigint) / 1000000.0) AS closed_at,
  body #>> '{readableUntil}' AS readable_until
FROM portfolio.rows
WHERE kind = 'departure';

-- Teachers who were replaced.
CREATE OR REPLACE VIEW portfolio.handovers WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{cohort}' AS cohort,
  body #>> '{from}' AS predecessor,
  body #>> '{to}' AS successor,
  body #>> '{on}' AS first_day,
  jsonb_array_length(body #> '{interviews}') AS interviews,
  jsonb_array_length(body #> '{goals}') AS goals
FROM portfolio.rows
WHERE kind = 'handover';

-- Dossiers from other schools: history, counted nowhere.
CREATE OR REPLACE VIEW portfolio.arrivals WITH (security_invoker = true) AS
SELECT
  rows.school,
  body #>> '{dossier}' AS dossier,
  body #>> '{learner}' AS learner,
  body #>> '{verified}' AS verified,
  body #>> '{school}' AS came_from,
  body #>> '{beyond,own}' AS beyond,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'arrival';

-- Dossiers of the school itself that were brought forward from an archive, over an older backup.
CREATE OR REPLACE VIEW portfolio.restorations WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{dossier}' AS dossier,
  body #>> '{learner}' AS learner,
  body #>> '{from}' AS from_revision,
  body #>> '{to}' AS to_revision,
  body #>> '{anchored}' AS anchored,
  to_timestamp(CAST(body #>> '{at}' AS bigint) / 1000000.0) AS at
FROM portfolio.rows
WHERE kind = 'restoration';

-- Badges that the school defined.
CREATE OR REPLACE VIEW portfolio.badge_definitions WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{statement,kind}' AS kind,
  body #>> '{statement,title}' AS title,
  body #> '{statement,competencies}' AS competencies,
  body #>> '{definedBy}' AS defined_by,
  to_timestamp(CAST(body #>> '{definedAt}' AS bigint) / 1000000.0) AS defined_at,
  body #>> '{closed}' AS closed
FROM portfolio.rows
WHERE kind = 'badge-definition';

-- Badges in dossiers, and what became of them.
CREATE OR REPLACE VIEW portfolio.badge_awards WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  scope AS dossier,
  body #>> '{statement,title}' AS title,
  body #>> '{offer,level}' AS level,
  to_timestamp(CAST(body #>> '{request,at}' AS bigint) / 1000000.0) AS asked_at,
  body #>> '{offer,by}' AS offered_by,
  to_timestamp(CAST(body #>> '{offer,at}' AS bigint) / 1000000.0) AS offered_at,
  body #>> '{acceptance,name}' AS name,
  to_timestamp(CAST(body #>> '{acceptance,at}' AS bigint) / 1000000.0) AS accepted_at,
  body #>> '{ending,by}' AS ended_by,
  to_timestamp(CAST(body #>> '{ending,at}' AS bigint) / 1000000.0) AS ended_at,
  body #>> '{ending,reason}' AS reason
FROM portfolio.rows
WHERE kind = 'badge-award';

-- Places in the lists of revoked badges that were given away.
CREATE OR REPLACE VIEW portfolio.badge_places WITH (security_invoker = true) AS
SELECT
  rows.school,
  id,
  body #>> '{list}' AS list,
  body #>> '{index}' AS place,
  body #>> '{revoked}' AS revoked
FROM portfolio.rows
WHERE kind = 'badge-place';
