package org.eportfolio.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.History;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.LevelsCard;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Item;
import org.eportfolio.id.DossierId;

/**
 * Keeps the card of current levels in step with the history, in the same commit. The card goes by everything that is
 * recorded: a writer whose clock is behind another's must not leave out what it does not yet take for past.
 */
final class Levels {
    private Levels() {}

    /** Writes the card anew from the whole history of the dossier, including what this call added. */
    static void refresh(Dossier dossier, Catalogue.Adopted adopted, Work work) {
        List<Assessment> all = work.list(Kinds.ASSESSMENT, Kinds.scope(dossier.id()));
        keep(card(dossier, adopted, history(adopted, all, Instant.MAX)), work);
    }

    /** Writes the card if it says something else than the one that is there. */
    static void keep(LevelsCard card, Work work) {
        if (!work.list(Kinds.LEVELS, Kinds.scope(card.dossier())).contains(card)) work.put(Kinds.LEVELS, card);
    }

    static History history(Catalogue.Adopted adopted, List<Assessment> all, Instant asOf) {
        return new History(adopted.adoption(), adopted.framework(), adopted.policy(), all, asOf);
    }

    /** All that was published of one dossier, what peers said included. Three readings. */
    static History published(Catalogue.Adopted adopted, DossierId dossier, Instant asOf, ZoneId zone, Work work) {
        List<Assessment> all = new ArrayList<>(work.list(Kinds.ASSESSMENT, Kinds.scope(dossier)));
        all.addAll(Peers.judgements(dossier, zone, work));
        return history(adopted, all, asOf);
    }

    static LevelsCard card(Dossier dossier, Catalogue.Adopted adopted, History history) {
        return new LevelsCard(dossier.id(), adopted.adoption().id(), dossier.learner(), cells(adopted, history));
    }

    /** What the policy says of each competency and sub-competency that it says something of. */
    static Map<Code, LevelsCard.Cell> cells(Catalogue.Adopted adopted, History history) {
        Map<Code, LevelsCard.Cell> cells = new HashMap<>();
        for (Competency competency : adopted.framework().competencies()) {
            add(competency, history, cells);
            competency.subCompetencies().forEach(part -> add(part, history, cells));
        }
        return cells;
    }

    private static void add(Item item, History history, Map<Code, LevelsCard.Cell> cells) {
        CurrentLevel current = history.current(item);
        Outcome outcome = current.outcome();
        if (outcome == null) return;
        cells.put(
                item.code(),
                new LevelsCard.Cell(
                        outcome,
                        current.level() == null ? null : current.level().id(),
                        Objects.requireNonNull(history.lastObserved(new HashSet<>(current.counted())))));
    }
}
