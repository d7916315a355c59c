package org.eportfolio.reflection;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ReflectionId;

/**
 * A reflection that only its learner sees, until it is shared under the same id.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param content as far as it is written
 * @param guide the questions as they were when the draft was begun, or guided otherwise
 * @param revision grows by one with each change
 */
public record ReflectionDraft(
        ReflectionId id, DossierId dossier, NewReflection content, Guide guide, Instant savedAt, int revision) {
    public ReflectionDraft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(guide, "guide");
        Objects.requireNonNull(savedAt, "savedAt");
        guide.requireFitting(content.answers());
    }

    /** The draft with this content in place of what it had. */
    public ReflectionDraft withContent(NewReflection next, Guide under, Instant at) {
        return new ReflectionDraft(id, dossier, next, under, at, revision + 1);
    }
}
