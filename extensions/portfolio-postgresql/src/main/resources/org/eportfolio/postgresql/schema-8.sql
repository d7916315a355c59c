-- The words of a scope are found by an index that names them once for all rows that have them: half as large as the key of the table,
-- in which each row stood in full. That no word of a row is there twice is kept by index_rows, under the lock of the school. It keeps
-- the name, in each partition too, since processes of the version before have the table written anew in the order of what is so called.
-- Made before the key goes, so that searches wait for a moment only.
CREATE INDEX token_scopes ON portfolio.token (school, scope, token);
ALTER TABLE portfolio.token DROP CONSTRAINT token_pkey;
-- Where a host publishes all tables, nothing may be deleted from one without a key that does not say what its rows are known by.
ALTER TABLE portfolio.token REPLICA IDENTITY FULL;
ALTER INDEX portfolio.token_scopes RENAME TO token_pkey;
DO $$
DECLARE
  v_part record;
BEGIN
  FOR v_part IN
    SELECT i.indexrelid::regclass AS index, c.relname AS name FROM pg_catalog.pg_inherits AS h
    JOIN pg_catalog.pg_index AS i ON i.indexrelid = h.inhrelid
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
    WHERE h.inhparent = 'portfolio.token_pkey'::regclass
  LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', v_part.index, v_part.name || '_pkey');
    EXECUTE format('ALTER TABLE portfolio.%I REPLICA IDENTITY FULL', v_part.name);
  END LOOP;
END
$$;

-- As before, but a word whose flags are different goes and comes again.
CREATE OR REPLACE FUNCTION portfolio.index_rows(
  a_school uuid, a_scope uuid[], a_kind text[], a_id uuid[], a_at bigint[], a_tokens text[]
) RETURNS void
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
DECLARE
  v_old text[];
  v_new text[];
  v_token text;
BEGIN
  FOR i IN 1 .. cardinality(a_scope) LOOP
    SELECT string_to_array(x.tokens, ' ') INTO v_old FROM portfolio.indexed x
    WHERE x.school = a_school AND x.scope = a_scope[i] AND x.kind = a_kind[i] AND x.id = a_id[i];
    v_old := coalesce(v_old, '{}');
    v_new := coalesce(string_to_array(a_tokens[i], ' '), '{}');
    FOR v_token IN
      SELECT substr(o.t, 2) FROM unnest(v_old) AS o (t) WHERE o.t <> ALL (v_new)
    LOOP
      DELETE FROM portfolio.token
      WHERE school = a_school AND scope = a_scope[i] AND token = v_token AND kind = a_kind[i] AND id = a_id[i];
    END LOOP;
    IF cardinality(v_new) = 0 THEN
      DELETE FROM portfolio.indexed
      WHERE school = a_school AND scope = a_scope[i] AND kind = a_kind[i] AND id = a_id[i];
      CONTINUE;
    END IF;
    INSERT INTO portfolio.token (school, scope, token, kind, id, flags)
    SELECT a_school, a_scope[i], substr(n.t, 2), a_kind[i], a_id[i], strpos('0123456789abcdef', left(n.t, 1)) - 1
    FROM (SELECT u.t FROM unnest(v_new) AS u (t) EXCEPT SELECT u.t FROM unnest(v_old) AS u (t)) AS n;
    INSERT INTO portfolio.indexed (school, scope, kind, id, at, tokens)
    VALUES (a_school, a_scope[i], a_kind[i], a_id[i], a_at[i], a_tokens[i])
    ON CONFLICT (school, scope, kind, id) DO UPDATE SET at = excluded.at, tokens = excluded.tokens;
  END LOOP;
END
$$;
