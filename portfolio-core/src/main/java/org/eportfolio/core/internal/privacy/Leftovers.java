package org.eportfolio.core.internal.privacy;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eportfolio.CancelledException;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Files that no record refers to: of uploads that were refused, of productions that were removed, of erased records. They
 * are listed before the records are looked at, and removed unless they were touched since, so that none goes which a
 * commit needs meanwhile; clocks have no say in it.
 */
public final class Leftovers {
    private static final int PAGE = 1_000;

    /** What was removed. */
    public record Removed(int files, long bytes) {}

    private Leftovers() {}

    /** Removes the files that nothing refers to. */
    public static Removed remove(Engine engine) {
        return remove(engine, CancelledException::ifInterrupted);
    }

    /** @param question asked before each file; what it throws ends this */
    static Removed remove(Engine engine, Runnable question) {
        ContentStore contents = engine.store().contents();
        List<KeptContent> there = all(contents);
        Set<Stored> held = engine.read(work -> RowSurvey.contents(work).keySet());
        int files = 0;
        long bytes = 0;
        for (KeptContent each : there) {
            if (held.contains(each.content())) continue;
            question.run();
            if (!contents.remove(each.content(), each.touched().plus(1, ChronoUnit.MICROS))) continue;
            files++;
            bytes += each.content().size();
        }
        return new Removed(files, bytes);
    }

    private static List<KeptContent> all(ContentStore contents) {
        List<KeptContent> all = new ArrayList<>();
        Hash after = null;
        for (List<KeptContent> page = contents.list(null, PAGE); !page.isEmpty(); page = contents.list(after, PAGE)) {
            all.addAll(page);
            after = last(page);
        }
        return all;
    }

    private static @Nullable Hash last(List<KeptContent> page) {
        return page.get(page.size() - 1).content().sha256();
    }
}
