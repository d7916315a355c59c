-- A word of a whole school is one stretch of this, where it was looked for in each dossier before. Nothing else is changed, and
-- processes of the version before keep it up without knowing of it.
CREATE INDEX token_words ON portfolio.token (school, token);
