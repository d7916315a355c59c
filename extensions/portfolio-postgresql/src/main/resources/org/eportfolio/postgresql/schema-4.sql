-- Schools that take no commits, because they have moved away or are arriving: their row stands here in place of the table school,
-- so that a commit of any version finds no school to lock. Of one that has arrived, from where.
CREATE TABLE portfolio.away (
  school uuid PRIMARY KEY,
  position bigint NOT NULL,
  state text NOT NULL,
  move uuid NOT NULL,
  place text NOT NULL
);

-- The newest version whose writings the processes at work can all live with; raised once all are of it. A table of its own, since
-- migrations wait for each other on the row of the deployment, and could not change that table meanwhile.
CREATE TABLE portfolio.writing (
  one integer PRIMARY KEY CHECK (one = 1),
  version integer NOT NULL
);
INSERT INTO portfolio.writing (one, version) VALUES (1, 2);
