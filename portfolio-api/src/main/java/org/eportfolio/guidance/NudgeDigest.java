package org.eportfolio.guidance;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.NudgeDigestId;

/** What was shown to a learner at one time; only the learner reads it. Never changed. */
public record NudgeDigest(NudgeDigestId id, DossierId dossier, List<Nudge> nudges, Instant seenAt) {
    public NudgeDigest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(seenAt, "seenAt");
        nudges = List.copyOf(nudges);
        if (nudges.isEmpty()) throw new IllegalArgumentException("something was shown");
    }
}
