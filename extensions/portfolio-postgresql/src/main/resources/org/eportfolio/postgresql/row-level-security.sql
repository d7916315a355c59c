-- A second wall: a statement that names a wrong school, or none, sees nothing. Who the school is stands in a setting of the
-- transaction. The table school has no text and is read for many schools at once, so it has no policy.
ALTER TABLE portfolio.head ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio.head FORCE ROW LEVEL SECURITY;
CREATE POLICY one_school ON portfolio.head
  USING (school = nullif(current_setting('portfolio.school', true), '')::uuid);
ALTER TABLE portfolio.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio.entry FORCE ROW LEVEL SECURITY;
CREATE POLICY one_school ON portfolio.entry
  USING (school = nullif(current_setting('portfolio.school', true), '')::uuid);
ALTER TABLE portfolio.record ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio.record FORCE ROW LEVEL SECURITY;
CREATE POLICY one_school ON portfolio.record
  USING (school = nullif(current_setting('portfolio.school', true), '')::uuid);
ALTER TABLE portfolio.key ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio.key FORCE ROW LEVEL SECURITY;
CREATE POLICY one_school ON portfolio.key
  USING (school = nullif(current_setting('portfolio.school', true), '')::uuid);
ALTER TABLE portfolio.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio.content FORCE ROW LEVEL SECURITY;
CREATE POLICY one_school ON portfolio.content
  USING (school = nullif(current_setting('portfolio.school', true), '')::uuid);
ALTER TABLE portfolio.chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE portfolio.chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY one_school ON portfolio.chunk
  USING (school = nullif(current_setting('portfolio.school', true), '')::uuid);
