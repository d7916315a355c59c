-- A second wall: a statement that names a wrong school, or none, sees nothing. Who the school is stands in a setting of the
-- transaction. The table school has no text and is read for many schools at once, so it has no policy. Tables that have the
-- wall already are passed over.
DO $$
DECLARE
  v_table text;
BEGIN
  FOREACH v_table IN ARRAY ARRAY['head', 'entry', 'record', 'key', 'content', 'chunk', 'reading', 'indexed', 'token', 'whole'] LOOP
    CONTINUE WHEN (
      SELECT relrowsecurity FROM pg_catalog.pg_class
      WHERE relnamespace = to_regnamespace('portfolio') AND relname = v_table);
    EXECUTE format('ALTER TABLE portfolio.%I ENABLE ROW LEVEL SECURITY', v_table);
    EXECUTE format('ALTER TABLE portfolio.%I FORCE ROW LEVEL SECURITY', v_table);
    EXECUTE format(
      'CREATE POLICY one_school ON portfolio.%I'
      ' USING (school = nullif(current_setting(''portfolio.school'', true), '''')::uuid)', v_table);
  END LOOP;
END
$$;
