package org.eportfolio.console.command;

import java.util.Objects;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.reflection.Subject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What feedback is about: a production, a reflection or a mission's report. */
public final class FeedbackSubject {
    /** One of the three. */
    static final class One {
        @Option(names = "--production", paramLabel = "PRODUCTION")
        @Nullable
        String production;

        @Option(names = "--reflection", paramLabel = "REFLECTION")
        @Nullable
        String reflection;

        @Option(names = "--report", paramLabel = "REPORT")
        @Nullable
        String report;
    }

    @ArgGroup(multiplicity = "1")
    One one = new One();

    public Subject subject(DossierItems items) {
        if (one.production != null) return Subject.of(items.production(one.production));
        if (one.reflection != null) return Subject.of(items.reflection(one.reflection));
        return Subject.of(items.report(Objects.requireNonNull(one.report)));
    }
}
