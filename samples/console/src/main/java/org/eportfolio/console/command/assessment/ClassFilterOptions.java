package org.eportfolio.console.command.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.console.school.FilterOptions;
import org.eportfolio.console.school.SchoolClass;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which of the things of a class are wanted. */
final class ClassFilterOptions {
    @Option(names = "--cohort", paramLabel = "COHORT")
    @Nullable
    String cohort;

    @Mixin
    FilterOptions wanted = new FilterOptions();

    @Option(names = "--by", paramLabel = "LEARNER")
    @Nullable
    String learner;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50")
    int limit;

    ClassFilter filter(SchoolClass room) {
        ClassFilter filter = wanted.filter(room.lookup());
        return learner == null ? filter : filter.by(room.learner(learner));
    }

    /** The newest ones, as many as are wanted. */
    <T> List<T> pages(Function<PageRequest, Page<T>> list) {
        List<T> found = new ArrayList<>();
        PageRequest next = PageRequest.newest(Math.min(limit, PageRequest.LARGEST));
        while (next != null && found.size() < limit) {
            Page<T> page = list.apply(next);
            found.addAll(page.items());
            next = page.next();
        }
        return found.subList(0, Math.min(limit, found.size()));
    }
}
