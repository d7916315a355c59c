package org.eportfolio.console.school;

import java.time.LocalDate;
import org.eportfolio.agenda.ClassFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the things of a dossier or a class are wanted. */
public final class FilterOptions {
    @Option(names = "--showing", paramLabel = "COMPETENCY")
    @Nullable
    String competency;

    @Option(names = "--situation", paramLabel = "TEXT")
    @Nullable
    String situation;

    @Option(names = "--answered")
    boolean answered;

    @Option(names = "--waiting")
    boolean waiting;

    @Option(names = "--since", paramLabel = "DATE")
    @Nullable
    LocalDate since;

    /** What was chosen; {@link ClassFilter#ALL} where nothing was. */
    public ClassFilter filter(Lookup lookup) {
        ClassFilter filter = ClassFilter.ALL;
        if (competency != null) filter = filter.on(competency);
        if (situation != null) filter = filter.in(situation);
        if (since != null) filter = filter.since(lookup.startOf(since));
        if (answered == waiting) return filter;
        return filter.being(answered ? ClassFilter.State.ANSWERED : ClassFilter.State.WAITING);
    }
}
