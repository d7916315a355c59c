-- All schools share these tables, and the school stands first in every key: what one school does touches its own part of
-- each index, and a cluster can lay the tables out by school. Nothing here is a sequence, a trigger or a foreign key.

-- The row that a commit locks; its position is that of the feed's last entry.
CREATE TABLE portfolio.school (
  school uuid PRIMARY KEY,
  position bigint NOT NULL
) WITH (fillfactor = 30);

CREATE TABLE portfolio.head (
  school uuid NOT NULL,
  scope uuid NOT NULL,
  length bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (school, scope)
) WITH (fillfactor = 70);

CREATE TABLE portfolio.entry (
  school uuid NOT NULL,
  position bigint NOT NULL,
  scope uuid NOT NULL,
  number bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  body text NOT NULL,
  PRIMARY KEY (school, position),
  CONSTRAINT entry_chain UNIQUE (school, scope, number)
);

-- The keys of a row stand in it as the text of an array, each as name=value.
CREATE TABLE portfolio.record (
  school uuid NOT NULL,
  scope uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  body text NOT NULL,
  keys text,
  PRIMARY KEY (school, scope, kind, id)
) /*partitioned*/;

-- The first 16 bytes of the SHA-256 of name=value.
CREATE TABLE portfolio.key (
  school uuid NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 16),
  id uuid NOT NULL,
  scope uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  PRIMARY KEY (school, hash, id, scope, kind)
);

-- Without a hash: being written, or being taken away.
CREATE TABLE portfolio.content (
  school uuid NOT NULL,
  id uuid NOT NULL,
  sha256 bytea CHECK (length(sha256) = 32),
  size bigint NOT NULL,
  touched bigint NOT NULL,
  PRIMARY KEY (school, id),
  CONSTRAINT content_hash UNIQUE (school, sha256)
);

CREATE TABLE portfolio.chunk (
  school uuid NOT NULL,
  content uuid NOT NULL,
  number bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (school, content, number)
) /*partitioned*/;
-- Files are mostly compressed already.
ALTER TABLE portfolio.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Removes rows with their keys. One by one, since a plan made while tables were small may walk through a whole school to
-- find some; OFFSET 0 below is there for the same reason.
CREATE FUNCTION portfolio.remove(a_school uuid, a_scope uuid[], a_kind text[], a_id uuid[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  v_keys text;
  v_key text;
BEGIN
  FOR i IN 1 .. cardinality(a_scope) LOOP
    DELETE FROM portfolio.record
    WHERE school = a_school AND scope = a_scope[i] AND kind = a_kind[i] AND id = a_id[i] RETURNING keys INTO v_keys;
    CONTINUE WHEN NOT FOUND OR v_keys IS NULL;
    FOREACH v_key IN ARRAY v_keys::text[] LOOP
      DELETE FROM portfolio.key
      WHERE school = a_school AND hash = substring(sha256(convert_to(v_key, 'UTF8')) FOR 16)
        AND id = a_id[i] AND scope = a_scope[i] AND kind = a_kind[i];
    END LOOP;
  END LOOP;
END
$$;

-- One change, all of it or nothing. The row of the school is locked first, so that one school has one order of events
-- on every node; nothing is written before the whole change is known to be allowed. What is refused is answered, not
-- raised. SET gets plain values only: more would not run everywhere.
CREATE FUNCTION portfolio.apply(
  a_school uuid,
  a_basis_scope uuid[], a_basis_length bigint[], a_basis_hash bytea[],
  a_content_hash bytea[], a_content_size bigint[],
  a_remove_scope uuid[], a_remove_kind text[], a_remove_id uuid[],
  a_put_scope uuid[], a_put_kind text[], a_put_id uuid[], a_put_body bytea[], a_put_keys text[],
  a_entry_scope uuid[], a_entry_number bigint[], a_entry_hash bytea[], a_entry_body bytea[],
  a_head_scope uuid[], a_head_length bigint[], a_head_hash bytea[]
) RETURNS TABLE (o_outcome text, o_scope uuid, o_number bigint, o_hash bytea)
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_position bigint;
  v_touched bigint;
  v_touches bigint[] := '{}';
  v_old record;
BEGIN
  PERFORM set_config('portfolio.school', a_school::text, true);
  SELECT s.position INTO v_position FROM portfolio.school s WHERE s.school = a_school FOR UPDATE;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'no-school', a_school, 0::bigint, ''::bytea;
    RETURN;
  END IF;

  RETURN QUERY
    SELECT 'stale', b.scope, coalesce(h.length, 0), coalesce(h.hash, decode(repeat('00', 32), 'hex'))
    FROM unnest(a_basis_scope, a_basis_length, a_basis_hash) AS b (scope, length, hash)
    LEFT JOIN LATERAL (
      SELECT h.length, h.hash FROM portfolio.head h WHERE h.school = a_school AND h.scope = b.scope OFFSET 0
    ) AS h ON true
    WHERE coalesce(h.length, 0) <> b.length OR coalesce(h.hash, decode(repeat('00', 32), 'hex')) <> b.hash;
  IF FOUND THEN
    RETURN;
  END IF;

  FOR i IN 1 .. cardinality(a_content_hash) LOOP
    SELECT c.touched INTO v_touched FROM portfolio.content c
    WHERE c.school = a_school AND c.sha256 = a_content_hash[i] AND c.size = a_content_size[i] FOR UPDATE;
    IF NOT FOUND THEN
      RETURN QUERY SELECT 'missing', a_school, a_content_size[i], a_content_hash[i];
      RETURN;
    END IF;
    v_touches := v_touches || v_touched;
  END LOOP;
  FOR i IN 1 .. cardinality(a_content_hash) LOOP
    v_touched := v_touches[i];
    IF v_touched < 9223372036854775807 THEN
      v_touched := v_touched + 1;
      UPDATE portfolio.content SET touched = v_touched WHERE school = a_school AND sha256 = a_content_hash[i];
    END IF;
  END LOOP;

  PERFORM portfolio.remove(a_school, a_remove_scope, a_remove_kind, a_remove_id);

  IF cardinality(a_put_scope) > 0 THEN
    FOR v_old IN
      SELECT n.scope, n.kind, n.id, t.key
      FROM unnest(a_put_scope, a_put_kind, a_put_id, a_put_keys) AS n (scope, kind, id, keys)
      CROSS JOIN LATERAL (
        SELECT r.keys FROM portfolio.record r
        WHERE r.school = a_school AND r.scope = n.scope AND r.kind = n.kind AND r.id = n.id OFFSET 0
      ) AS o
      CROSS JOIN LATERAL unnest(o.keys::text[]) AS t (key)
      WHERE o.keys IS DISTINCT FROM n.keys
    LOOP
      DELETE FROM portfolio.key
      WHERE school = a_school AND hash = substring(sha256(convert_to(v_old.key, 'UTF8')) FOR 16)
        AND id = v_old.id AND scope = v_old.scope AND kind = v_old.kind;
    END LOOP;

    INSERT INTO portfolio.record (school, scope, kind, id, body, keys)
    SELECT a_school, n.scope, n.kind, n.id, convert_from(n.body, 'UTF8'), n.keys
    FROM unnest(a_put_scope, a_put_kind, a_put_id, a_put_body, a_put_keys) AS n (scope, kind, id, body, keys)
    ON CONFLICT (school, scope, kind, id) DO UPDATE SET body = excluded.body, keys = excluded.keys;

    INSERT INTO portfolio.key (school, hash, id, scope, kind)
    SELECT a_school, substring(sha256(convert_to(t.key, 'UTF8')) FOR 16), n.id, n.scope, n.kind
    FROM unnest(a_put_scope, a_put_kind, a_put_id, a_put_keys) AS n (scope, kind, id, keys),
      unnest(n.keys::text[]) AS t (key)
    ON CONFLICT (school, hash, id, scope, kind) DO NOTHING;
  END IF;

  IF cardinality(a_entry_scope) > 0 THEN
    INSERT INTO portfolio.entry (school, position, scope, number, hash, body)
    SELECT a_school, v_position + n.place, n.scope, n.number, n.hash, convert_from(n.body, 'UTF8')
    FROM unnest(a_entry_scope, a_entry_number, a_entry_hash, a_entry_body)
      WITH ORDINALITY AS n (scope, number, hash, body, place);

    INSERT INTO portfolio.head (school, scope, length, hash)
    SELECT a_school, n.scope, n.length, n.hash
    FROM unnest(a_head_scope, a_head_length, a_head_hash) AS n (scope, length, hash)
    ON CONFLICT (school, scope) DO UPDATE SET length = excluded.length, hash = excluded.hash;

    v_position := v_position + cardinality(a_entry_scope);
    UPDATE portfolio.school SET position = v_position WHERE school = a_school;
  END IF;
  RETURN QUERY SELECT 'done', a_school, v_position, ''::bytea;
END
$$;
