package org.eportfolio.postgresql;

import java.util.UUID;
import org.eportfolio.spi.SearchIndex;

/** What is said of one school's index as a whole. Thread-safe. */
final class TokenIndex implements SearchIndex {
    private final Database database;
    private final UUID school;
    private final Calls calls;

    TokenIndex(Database database, UUID school, Calls calls) {
        this.database = database;
        this.school = school;
        this.calls = calls;
    }

    @Override
    public void wholeBy(String rules) {
        calls.run(() -> database.single(
                school,
                handle -> handle.createUpdate("INSERT INTO portfolio.whole (school, rules) VALUES (?, ?)"
                                + " ON CONFLICT (school) DO UPDATE SET rules = excluded.rules")
                        .bind(0, school)
                        .bind(1, rules)
                        .execute()));
    }

    @Override
    public void clear() {
        calls.run(() -> database.transaction(school, handle -> {
            // As commits do: they write what differs from the words that they find.
            handle.createQuery("SELECT position FROM portfolio.school WHERE school = ? FOR UPDATE")
                    .bind(0, school)
                    .mapTo(Long.class)
                    .findOne();
            handle.createUpdate("DELETE FROM portfolio.whole WHERE school = ?")
                    .bind(0, school)
                    .execute();
            handle.createUpdate("DELETE FROM portfolio.token WHERE school = ?")
                    .bind(0, school)
                    .execute();
            return handle.createUpdate("DELETE FROM portfolio.indexed WHERE school = ?")
                    .bind(0, school)
                    .execute();
        }));
    }
}
