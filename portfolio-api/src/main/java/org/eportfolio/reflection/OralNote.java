package org.eportfolio.reflection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.OralNoteId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a learner said of one action when asked (<em>explicitation orale</em>), as the one who asked noted it; no recording is
 * needed. The learner confirms that they said so, or says how it was; what was noted stays as it is, and a reply is given
 * once.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param action the one precise action that it is about
 * @param heldOn the day of the conversation
 * @param exchanges questions and words, in their order; at least one
 * @param notedBy who asked and noted
 * @param reply {@code null} while the learner said nothing of it
 * @param revision grows by one with each change
 */
public record OralNote(
        OralNoteId id,
        DossierId dossier,
        @Line String action,
        Setting setting,
        LocalDate heldOn,
        List<Exchange> exchanges,
        PersonId notedBy,
        Role role,
        Instant notedAt,
        @Nullable Reply reply,
        int revision) {
    /** The most questions of one note. */
    public static final int MOST = 50;

    /**
     * A question, and what the learner said.
     *
     * @param words the learner's, as they were noted
     */
    public record Exchange(
            @Prose(max = 1_000) String question,
            @Prose(max = 10_000) String words) {
        public Exchange {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(words, "words");
            InvalidInputException.unless(!question.isBlank(), "question", "text.blank");
            InvalidInputException.unless(!words.isBlank(), "words", "text.blank");
        }
    }

    /**
     * What the learner says of the note.
     *
     * @param correction how it was, in the learner's words; {@code null} when they confirm
     */
    public record Reply(@Nullable @Prose(max = 10_000) String correction, Instant at) {
        public Reply {
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(correction == null || !correction.isBlank(), "correction", "text.blank");
        }
    }

    public OralNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(notedBy, "notedBy");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(notedAt, "notedAt");
        exchanges = List.copyOf(exchanges);
        InvalidInputException.unless(!action.isBlank(), "action", "text.blank");
        InvalidInputException.unless(!exchanges.isEmpty(), "exchanges", "oral-note.empty");
    }

    /** Whether the learner said that it is as noted. */
    public boolean confirmed() {
        return reply != null && reply.correction() == null;
    }

    /** The note with this content, for as long as the learner said nothing of it; by the one who wrote it. */
    public OralNote withContent(NewOralNote input, LocalDate day, PersonId by) {
        if (reply != null) throw ConflictException.state("oral-note.answered");
        if (!by.equals(notedBy)) throw ConflictException.state("oral-note.not-yours");
        return new OralNote(
                id,
                dossier,
                input.action(),
                input.setting(),
                day,
                input.exchanges(),
                notedBy,
                role,
                notedAt,
                null,
                revision + 1);
    }

    /** The note with what the learner says of it, once. */
    public OralNote withReply(Reply said) {
        if (reply != null) throw ConflictException.state("oral-note.answered");
        return new OralNote(
                id, dossier, action, setting, heldOn, exchanges, notedBy, role, notedAt, said, revision + 1);
    }
}
