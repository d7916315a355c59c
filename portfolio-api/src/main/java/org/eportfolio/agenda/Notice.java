package org.eportfolio.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Something that concerns the actor. It holds no words that a person wrote about a learner, so that it may be sent by mail:
 * a reader who wants more opens {@link #about} and sees what they may see at that moment.
 *
 * @param about what {@code refs().open} opens. A notice of a request about personal data refers to the person
 *     concerned, which opens for those who may read that person's name
 * @param dossier in which it happened; {@code null} for what lies in none, and where it would say whose work is reviewed
 * @param learner whose dossier that is; {@code null} where there is none
 * @param by who did it; {@code null} where it is not known or the actor may not know, as for what peers wrote
 * @param at when it was committed; of what falls on a day, the moment at which it begins or the day does
 * @param day the day on which it falls, of what {@code notices().due} gives; {@code null} for what was committed
 * @param text a sentence for the actor
 */
public record Notice(
        NoticeKind kind,
        Ref about,
        @Nullable DossierId dossier,
        @Nullable PersonId learner,
        @Nullable PersonId by,
        Instant at,
        @Nullable LocalDate day,
        Message text) {
    public Notice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }
}
