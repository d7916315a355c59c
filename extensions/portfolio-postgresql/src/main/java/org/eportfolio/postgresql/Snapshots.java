package org.eportfolio.postgresql;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reads of one school, each over one snapshot; a read inside a read on the same thread sees the same. Thread-safe. */
final class Snapshots {
    private final Database database;
    private final UUID school;
    private final Calls calls;
    /** Of this store: one thread may read in several schools at once. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable PostgresView> current = new ThreadLocal<>();

    Snapshots(Database database, UUID school, Calls calls) {
        this.database = database;
        this.school = school;
        this.calls = calls;
    }

    <T> T read(Function<? super PostgresView, ? extends T> work) {
        PostgresView outer = current.get();
        if (outer != null) return work.apply(outer);
        return calls.run(() -> over(Looks.of(database, school), work));
    }

    /** For work that may run again: its first look needs no transaction, and if the store moves before the second it begins anew. */
    <T> T glance(Function<? super PostgresView, ? extends T> work) {
        PostgresView outer = current.get();
        if (outer != null) return work.apply(outer);
        return calls.run(() -> {
            try {
                return over(Looks.repeatable(database, school), work);
            } catch (Looks.MovedException moved) {
                return over(Looks.of(database, school), work);
            }
        });
    }

    private <T> T over(Looks looks, Function<? super PostgresView, ? extends T> work) {
        PostgresView view = new PostgresView(school, looks);
        current.set(view);
        try {
            return work.apply(view);
        } finally {
            current.remove();
            view.end();
        }
    }
}
