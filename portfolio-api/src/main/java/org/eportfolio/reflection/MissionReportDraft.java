package org.eportfolio.reflection;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionReportId;

/**
 * A report that only its learner sees, until it is shared under the same id.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param content as far as it is written
 * @param revision grows by one with each change
 */
public record MissionReportDraft(
        MissionReportId id, DossierId dossier, NewMissionReport content, Instant savedAt, int revision) {
    public MissionReportDraft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(savedAt, "savedAt");
    }

    /** The draft with this content in place of what it had. */
    public MissionReportDraft withContent(NewMissionReport next, Instant at) {
        return new MissionReportDraft(id, dossier, next, at, revision + 1);
    }
}
