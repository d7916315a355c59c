-- What records are found by: tokens that were made of their texts, and by which rules all of them were. It is in no backup,
-- since it can be made again. Nothing that was there before is changed, but that the tokens of a removed row go with it.
CREATE TABLE portfolio.indexed (
  school uuid NOT NULL,
  scope uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  at bigint NOT NULL,
  tokens text COLLATE "C" NOT NULL,
  PRIMARY KEY (school, scope, kind, id)
) /*partitioned*/;

CREATE TABLE portfolio.token (
  school uuid NOT NULL,
  scope uuid NOT NULL,
  token text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  flags smallint NOT NULL,
  PRIMARY KEY (school, scope, token, kind, id)
) /*partitioned*/;

CREATE TABLE portfolio.whole (
  school uuid PRIMARY KEY,
  rules text NOT NULL
);

-- Has rows found by these tokens from now on, each behind its flags, a hexadecimal digit, with a space between them; by none
-- where there are none. Only what is different is written.
CREATE FUNCTION portfolio.index_rows(
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
      SELECT substr(o.t, 2) FROM unnest(v_old) AS o (t)
      EXCEPT SELECT substr(n.t, 2) FROM unnest(v_new) AS n (t)
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
    FROM (SELECT u.t FROM unnest(v_new) AS u (t) EXCEPT SELECT u.t FROM unnest(v_old) AS u (t)) AS n
    ON CONFLICT (school, scope, token, kind, id) DO UPDATE SET flags = excluded.flags;
    INSERT INTO portfolio.indexed (school, scope, kind, id, at, tokens)
    VALUES (a_school, a_scope[i], a_kind[i], a_id[i], a_at[i], a_tokens[i])
    ON CONFLICT (school, scope, kind, id) DO UPDATE SET at = excluded.at, tokens = excluded.tokens;
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION portfolio.remove(a_school uuid, a_scope uuid[], a_kind text[], a_id uuid[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  v_keys text;
  v_key text;
  v_tokens text;
  v_token text;
BEGIN
  FOR i IN 1 .. cardinality(a_scope) LOOP
    DELETE FROM portfolio.indexed
    WHERE school = a_school AND scope = a_scope[i] AND kind = a_kind[i] AND id = a_id[i] RETURNING tokens INTO v_tokens;
    IF FOUND THEN
      FOREACH v_token IN ARRAY string_to_array(v_tokens, ' ') LOOP
        DELETE FROM portfolio.token
        WHERE school = a_school AND scope = a_scope[i] AND token = substr(v_token, 2) AND kind = a_kind[i]
          AND id = a_id[i];
      END LOOP;
    END IF;
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

-- One change with what its rows are found by, in one round trip.
CREATE FUNCTION portfolio.apply_indexed(
  a_school uuid,
  a_basis_scope uuid[], a_basis_length bigint[], a_basis_hash bytea[],
  a_content_hash bytea[], a_content_size bigint[],
  a_remove_scope uuid[], a_remove_kind text[], a_remove_id uuid[],
  a_put_scope uuid[], a_put_kind text[], a_put_id uuid[], a_put_body bytea[], a_put_keys text[],
  a_entry_scope uuid[], a_entry_number bigint[], a_entry_hash bytea[], a_entry_body bytea[],
  a_head_scope uuid[], a_head_length bigint[], a_head_hash bytea[],
  a_index_scope uuid[], a_index_kind text[], a_index_id uuid[], a_index_at bigint[], a_index_tokens text[]
) RETURNS TABLE (o_outcome text, o_scope uuid, o_number bigint, o_hash bytea)
LANGUAGE plpgsql
AS $$
BEGIN
  FOR o_outcome, o_scope, o_number, o_hash IN
    SELECT a.o_outcome, a.o_scope, a.o_number, a.o_hash FROM portfolio.apply(
      a_school, a_basis_scope, a_basis_length, a_basis_hash, a_content_hash, a_content_size,
      a_remove_scope, a_remove_kind, a_remove_id, a_put_scope, a_put_kind, a_put_id, a_put_body, a_put_keys,
      a_entry_scope, a_entry_number, a_entry_hash, a_entry_body, a_head_scope, a_head_length, a_head_hash) AS a
  LOOP
    IF o_outcome = 'done' THEN
      PERFORM portfolio.index_rows(
        a_school, a_index_scope, a_index_kind, a_index_id, a_index_at, a_index_tokens);
    END IF;
    RETURN NEXT;
  END LOOP;
END
$$;
