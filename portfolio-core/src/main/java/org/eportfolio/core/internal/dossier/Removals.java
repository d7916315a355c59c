package org.eportfolio.core.internal.dossier;

import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Production;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.Subject;

/** When a learner may take a production away: as long as nothing stands on it. */
public final class Removals {
    private Removals() {}

    /** Refuses what is cited, and what people talk about: their words would be about nothing. */
    public static void requireRemovable(Production production, Work work) {
        if (production.versions().stream().anyMatch(version -> version.frozen() != null)) {
            throw ConflictException.state("production.cited", production.title());
        }
        List<Feedback> openers = work.where(FeedbackKinds.FEEDBACK, FeedbackKinds.threadsOn(Subject.of(production)));
        List<Feedback> replies = work.whereAny(
                FeedbackKinds.FEEDBACK,
                openers.stream().map(each -> FeedbackKinds.repliesTo(each.id())).toList());
        boolean silent = openers.stream().allMatch(Feedback::withdrawn)
                && replies.stream().allMatch(Feedback::withdrawn);
        if (!silent) throw ConflictException.state("production.discussed", production.title());
    }
}
