package org.eportfolio.core.internal.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.History;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.LevelsCard;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Item;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Scope;

/**
 * Keeps the card of current levels in step with the history, in the same commit. The card goes by everything that is
 * recorded: a writer whose clock is behind another's must not leave out what it does not yet take for past.
 */
public final class CurrentLevels {
    private static final String LATEST =
            LevelPolicies.latestTeacherPositioning().name();

    private CurrentLevels() {}

    /** Brings the card up to date with an assessment that this call added; mostly without a look at the history. */
    public static void refresh(Assessment added, Dossier dossier, Catalogue.Adopted adopted, Work work) {
        Scope scope = DossierKinds.scope(dossier.id());
        List<LevelsCard> cards = work.list(AssessmentKinds.LEVELS, scope);
        LevelsCard next = next(added, adopted, cards)
                .orElseGet(() -> card(dossier, adopted, work.list(AssessmentKinds.ASSESSMENT, scope)));
        if (!cards.contains(next)) work.put(AssessmentKinds.LEVELS, next);
    }

    /** The same for one assessment in each of several dossiers; two readings at most, however many dossiers. */
    public static void refresh(Map<Dossier, Assessment> added, Catalogue.Adopted adopted, Work work) {
        Map<DossierId, List<LevelsCard>> cards = work.among(AssessmentKinds.LEVELS, scopes(added.keySet())).stream()
                .collect(Collectors.groupingBy(LevelsCard::dossier));
        Map<Dossier, LevelsCard> next = new LinkedHashMap<>();
        List<Dossier> untold = new ArrayList<>();
        added.forEach((dossier, one) -> next(one, adopted, cards.getOrDefault(dossier.id(), List.of()))
                .ifPresentOrElse(card -> next.put(dossier, card), () -> untold.add(dossier)));
        Map<DossierId, List<Assessment>> histories = untold.isEmpty()
                ? Map.of()
                : work.among(AssessmentKinds.ASSESSMENT, scopes(untold)).stream()
                        .collect(Collectors.groupingBy(Assessment::dossier));
        untold.forEach(each -> next.put(each, card(each, adopted, histories.getOrDefault(each.id(), List.of()))));
        next.forEach((dossier, card) -> {
            if (!cards.getOrDefault(dossier.id(), List.of()).contains(card)) work.put(AssessmentKinds.LEVELS, card);
        });
    }

    /** Empty when the history must be read. */
    private static Optional<LevelsCard> next(Assessment added, Catalogue.Adopted adopted, List<LevelsCard> cards) {
        Optional<LevelsCard> card = cards.stream()
                .filter(each -> each.adoption().equals(adopted.adoption().id()))
                .findFirst();
        if (added.perspective() != Perspective.TEACHER) return card;
        return adopted.adoption().policy().equals(LATEST)
                ? card.flatMap(each -> each.followedBy(added))
                : Optional.empty();
    }

    private static List<Scope> scopes(Collection<Dossier> dossiers) {
        return dossiers.stream().map(each -> DossierKinds.scope(each.id())).toList();
    }

    public static History history(Catalogue.Adopted adopted, List<Assessment> all, Instant asOf) {
        return new History(adopted.adoption(), adopted.framework(), adopted.policy(), all, asOf);
    }

    /** All that was published of one dossier and is shown to its reader, what peers said included. */
    public static History published(
            Catalogue.Adopted adopted, DossierId dossier, ShownAssessments shown, Instant asOf, Work work) {
        List<Assessment> all = new ArrayList<>(shown.now());
        all.addAll(PeerJudgements.judgements(dossier, work));
        return history(adopted, all, asOf);
    }

    /** The card that a whole history amounts to. */
    public static LevelsCard card(Dossier dossier, Catalogue.Adopted adopted, List<Assessment> all) {
        AdoptionId adoption = adopted.adoption().id();
        return new LevelsCard(
                dossier.id(),
                adoption,
                dossier.learner(),
                LevelsCard.recordedUpTo(all, adoption),
                cells(adopted, history(adopted, all, Instant.MAX)));
    }

    /** What the policy says of each competency and sub-competency that it says something of. */
    public static Map<Code, LevelsCard.Cell> cells(Catalogue.Adopted adopted, History history) {
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
                LevelsCard.Cell.of(
                        outcome,
                        current.level() == null ? null : current.level().id(),
                        Objects.requireNonNull(history.lastObserved(new HashSet<>(current.counted())))));
    }
}
