-- A second wall: a statement that names a wrong school, or none, sees nothing. Who the school is stands in a setting of the
-- transaction. The table school has no text and is read for many schools at once, so it has no policy. A partition has the wall too,
-- since it can be named by itself. Tables that have the wall already are passed over.
DO $$
DECLARE
  v_table regclass;
BEGIN
  FOR v_table IN
    SELECT c.oid FROM pg_catalog.pg_class AS c
    LEFT JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = c.oid
    LEFT JOIN pg_catalog.pg_class AS whole ON whole.oid = i.inhparent
    WHERE c.relnamespace = to_regnamespace('portfolio') AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
      AND coalesce(whole.relname, c.relname)
        IN ('head', 'entry', 'record', 'key', 'content', 'chunk', 'content_key', 'piece', 'reading', 'indexed', 'token', 'whole')
    ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', v_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', v_table);
    EXECUTE format(
      'CREATE POLICY one_school ON %s'
      ' USING (school = nullif(current_setting(''portfolio.school'', true), '''')::uuid)', v_table);
  END LOOP;
END
$$;
