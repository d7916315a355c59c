-- ANALYZE, which the server also runs by itself, copies values out of the tables into pg_statistic, where they stay after an erasure.
-- Of what people wrote, of their ids and of their words it takes none from here on; what it took before is the administrator's to
-- delete. Plans for rows, found by ids, and for words, a stretch at a time, are the same without these values. Those of key.hash are
-- needed, since a key in a large school would be taken for thousands of rows: an erased one is gone with the next ANALYZE.
ALTER TABLE portfolio.record ALTER COLUMN body SET STATISTICS 0, ALTER COLUMN keys SET STATISTICS 0;
ALTER TABLE portfolio.entry ALTER COLUMN body SET STATISTICS 0;
ALTER TABLE portfolio.chunk ALTER COLUMN bytes SET STATISTICS 0;
ALTER TABLE portfolio.reading ALTER COLUMN person SET STATISTICS 0;
ALTER TABLE portfolio.indexed ALTER COLUMN tokens SET STATISTICS 0;
ALTER TABLE portfolio.token ALTER COLUMN token SET STATISTICS 0;
