-- A key for each file: its pieces stand in the table piece encrypted under a key that stands here and nowhere else. Once the row of the
-- key is gone, and this small table written anew, what is left of the pieces says nothing to anyone; nobody else's files are touched for
-- it. Written to once upgrade allows it; what was written before stays in the table chunk, as it is, until the school is compacted.
CREATE TABLE portfolio.content_key (
  school uuid NOT NULL,
  content uuid NOT NULL,
  key bytea NOT NULL CHECK (length(key) = 32),
  PRIMARY KEY (school, content)
) /*partitioned*/;
-- ANALYZE would copy keys to where no erasure reaches.
ALTER TABLE portfolio.content_key ALTER COLUMN key SET STATISTICS 0;

CREATE TABLE portfolio.piece (
  school uuid NOT NULL,
  content uuid NOT NULL,
  number bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (school, content, number)
) /*partitioned*/;
-- What is encrypted cannot be compressed.
ALTER TABLE portfolio.piece ALTER COLUMN bytes SET STORAGE EXTERNAL, ALTER COLUMN bytes SET STATISTICS 0;
