-- Who read which dossier, apart from all else: no backup has it, and its rows end by themselves. Nothing that was there before
-- is changed, so that processes of the version before go on working.
CREATE TABLE portfolio.reading (
  school uuid NOT NULL,
  dossier uuid NOT NULL,
  id uuid NOT NULL,
  at bigint NOT NULL,
  person text NOT NULL,
  role text NOT NULL,
  kind text NOT NULL,
  object uuid,
  PRIMARY KEY (school, dossier, id)
) /*partitioned*/;

CREATE INDEX reading_at ON portfolio.reading (school, at);
