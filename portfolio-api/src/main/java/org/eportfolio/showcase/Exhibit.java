package org.eportfolio.showcase;

import java.util.Objects;
import java.util.stream.IntStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Prose;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;

/** Something that a showcase shows, with the learner's own words. */
public sealed interface Exhibit {
    /** Where it lives: any dossier of the learner, or of a member of the group that made it. */
    DossierId dossier();

    /** What the learner says of it; possibly empty. */
    String words();

    /** A production, the learner's own or their group's. */
    interface OfProduction {
        DossierId dossier();

        ProductionId production();

        String words();

        /** The versions shown, the earlier first. */
        IntStream versions();
    }

    /** One version of a production. */
    record Single(
            DossierId dossier,
            ProductionId production,
            int version,
            @Prose(max = 5_000) String words) implements Exhibit, OfProduction {
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
            @Prose(max = 5_000) String words) implements Exhibit, OfProduction {
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

    /**
     * A recording of a reflection that the learner shared with the team. Others see it only while everybody in it has
     * authorised its diffusion; its transcript may stand in.
     */
    record Spoken(
            DossierId dossier,
            RecordingId recording,
            @Prose(max = 5_000) String words) implements Exhibit {
        public Spoken {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(recording, "recording");
            Objects.requireNonNull(words, "words");
        }
    }
}
