package org.eportfolio.showcase;

import java.util.Objects;
import java.util.stream.IntStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Prose;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;

/** A production as a showcase shows it, with the learner's own words. */
public sealed interface Exhibit {
    /** Where the production lives: any dossier of the learner. */
    DossierId dossier();

    ProductionId production();

    /** What the learner says of it; possibly empty. */
    String words();

    /** The versions shown, the earlier first. */
    IntStream versions();

    /** One version of a production. */
    record Single(
            DossierId dossier,
            ProductionId production,
            int version,
            @Prose(max = 5_000) String words) implements Exhibit {
        public Single {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(production, "production");
            Objects.requireNonNull(words, "words");
        }

        @Override
        public IntStream versions() {
            return IntStream.of(version);
        }
    }

    /** Two versions of one production side by side: how it was, and what became of it. */
    record BeforeAfter(
            DossierId dossier,
            ProductionId production,
            int before,
            int after,
            @Prose(max = 5_000) String words) implements Exhibit {
        public BeforeAfter {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(production, "production");
            Objects.requireNonNull(words, "words");
            InvalidInputException.unless(before < after, "before", "showcase.before-after", before, after);
        }

        @Override
        public IntStream versions() {
            return IntStream.of(before, after);
        }
    }
}
