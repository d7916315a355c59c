package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.STAFF;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.KEPT_AS_IT_STOOD;
import static org.eportfolio.privacy.DataCategory.GUIDANCE;
import static org.eportfolio.privacy.DataCategory.REFLECTION;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import java.util.Set;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.spi.Key;

/** What is written about something in a dossier. */
public final class FeedbackKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<Feedback> FEEDBACK = KINDS.inDossier(
                    "feedback",
                    Feedback.class,
                    each -> each.id().value(),
                    each -> each.subject().dossier())
            .keys(FeedbackKinds::keysOf)
            .closedWhen(Feedback::withdrawn)
            .personal(REFLECTION, LEARNER, PersonCategory.STAFF)
            .providedBy(Feedback::author)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<StaffNote> STAFF_NOTE = KINDS.inDossier(
                    "staff-note",
                    StaffNote.class,
                    each -> each.id().value(),
                    each -> each.subject().dossier())
            .keys(each -> Set.of(notesOn(each.subject())))
            .whenGone(ProductionId.class, KEPT_AS_IT_STOOD)
            .personal(GUIDANCE, LEARNER, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(STAFF)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private FeedbackKinds() {}

    /** Threads about this, by the message that opened each. */
    public static Key threadsOn(Subject subject) {
        return new Key("feedback.subject", subject.value().toString());
    }

    public static Key repliesTo(FeedbackId opener) {
        return new Key("feedback.thread", opener.toString());
    }

    /** Prompts that await the learner of this dossier. */
    public static Key openPromptsOf(DossierId dossier) {
        return new Key("feedback.open", dossier.toString());
    }

    private static Set<Key> keysOf(Feedback message) {
        if (message.thread() != null) return Set.of(repliesTo(message.thread()));
        Key threads = threadsOn(message.subject());
        return message.awaitsLearner()
                ? Set.of(threads, openPromptsOf(message.subject().dossier()))
                : Set.of(threads);
    }

    public static Key notesOn(Subject subject) {
        return new Key("staff-note.subject", subject.value().toString());
    }
}
