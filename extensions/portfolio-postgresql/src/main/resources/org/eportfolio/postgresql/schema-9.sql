-- What a commit does is planned once for each connection. Two of its statements were planned anew with each commit, since what they find
-- depends on how many rows it brings; the plan is the same for one and for hundreds, by whole keys. Tables and functions stay as they are.
ALTER FUNCTION portfolio.apply(
  a_school uuid, uuid[], bigint[], bytea[], bytea[], bigint[], uuid[], text[], uuid[], uuid[], text[], uuid[], bytea[], text[],
  uuid[], bigint[], bytea[], bytea[], uuid[], bigint[], bytea[]
) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION portfolio.index_rows(a_school uuid, uuid[], text[], uuid[], bigint[], text[]) SET plan_cache_mode = force_generic_plan;
