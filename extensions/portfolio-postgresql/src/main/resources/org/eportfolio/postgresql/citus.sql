-- For Citus: lays out the tables by school, all of a school on one node, and has each commit made there. Run by hand on the coordinator,
-- after each migration; what is laid out already is passed over. The tables must have been made without partitions.
DO $$
DECLARE
  v_table text;
BEGIN
  FOREACH v_table IN ARRAY ARRAY[
    'school', 'head', 'entry', 'record', 'key', 'content', 'chunk', 'content_key', 'piece', 'reading', 'indexed', 'token', 'whole', 'away'
  ] LOOP
    CONTINUE WHEN EXISTS (
      SELECT FROM pg_catalog.pg_dist_partition WHERE logicalrelid = format('portfolio.%I', v_table)::regclass);
    PERFORM create_distributed_table(
      format('portfolio.%I', v_table), 'school',
      colocate_with => CASE v_table WHEN 'school' THEN 'none' ELSE 'portfolio.school' END);
  END LOOP;
END
$$;

-- The functions of a commit run on the node that has the school. The tables deployment and writing stay on the coordinator.
SELECT create_distributed_function(p.oid::regprocedure, 'a_school', colocate_with => 'portfolio.school')
FROM pg_catalog.pg_proc AS p
WHERE p.pronamespace = 'portfolio'::regnamespace AND p.proname IN ('apply', 'apply_indexed', 'index_rows', 'remove');
