package org.eportfolio.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.assessment.HeldBack;
import org.eportfolio.assessment.LevelChange;
import org.eportfolio.framework.Adoption;
import org.eportfolio.id.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * A learner's ten minutes a week (« encourager l'apprenant à construire son dossier »): what changed, what is asked, what
 * to go on with, where they stand.
 *
 * @param since what happened from this instant on counts as new: the last visit, or what was asked about
 * @param asOf when this was read; give it to {@code visited} once the learner has seen it
 * @param news what others did, the latest first; at most 20
 * @param asked the most urgent first; at most five
 * @param drafts the one saved last first; at most five
 * @param adoption the dossier's main one, on whose scale the levels are
 * @param levels each competency, and each sub-competency with at least one assessment, in the order of the framework
 * @param heldBack which of the teachers' levels are not shown yet; {@code null} when none is held back
 */
public record Home(
        DossierId dossier,
        Instant since,
        Instant asOf,
        Excerpt<News> news,
        Excerpt<Asked> asked,
        Excerpt<Unfinished> drafts,
        Adoption adoption,
        List<LevelChange> levels,
        @Nullable HeldBack heldBack) {
    /** The maximum number of news shown. */
    public static final int MOST_NEWS = 20;
    /** The maximum number of requests shown. */
    public static final int MOST_ASKED = 5;
    /** The maximum number of drafts shown. */
    public static final int MOST_DRAFTS = 5;

    public Home {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(news, "news");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(drafts, "drafts");
        Objects.requireNonNull(adoption, "adoption");
        levels = List.copyOf(levels);
    }

    /** Where something moved since. */
    public List<LevelChange> moved() {
        return levels.stream().filter(LevelChange::moved).toList();
    }
}
