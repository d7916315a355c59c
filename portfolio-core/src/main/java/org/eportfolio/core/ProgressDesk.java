package org.eportfolio.core;

import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.core.internal.kind.AssessmentKinds.ASSESSMENT;
import static org.eportfolio.core.internal.kind.AssessmentKinds.LEVELS;
import static org.eportfolio.core.internal.kind.GuidanceKinds.GOAL;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.internal.assessment.CohortDossiers;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.LevelsCard;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the assessments: trajectories, current levels, divergences, the matrix of a cohort. Everybody sees
 * the same published facts, but for what an {@link org.eportfolio.assessment.Embargo} holds back from the learner's side, and
 * reading changes nothing. Thread-safe.
 */
public final class ProgressDesk {
    private final DeskContext desk;

    ProgressDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** A learner's progress under the dossier's main adoption, as it is now. */
    public Progress of(DossierId dossier) {
        return progress(dossier, null, desk.engine().now());
    }

    /** As it was known at the end of that day, in the organisation's time zone. */
    public Progress of(DossierId dossier, LocalDate asOf) {
        return progress(dossier, null, endOf(asOf));
    }

    /** Under one of the dossier's adoptions, as it was known at the end of that day. */
    public Progress of(DossierId dossier, AdoptionId adoption, LocalDate asOf) {
        Objects.requireNonNull(adoption, "adoption");
        return progress(dossier, adoption, endOf(asOf));
    }

    private Progress progress(DossierId id, @Nullable AdoptionId adoption, Instant asOf) {
        return desk.read(id, READ_PROGRESS, call -> {
            Catalogue.Adopted adopted = call.adopted(adoption);
            ShownAssessments shown = ShownAssessments.to(call);
            return shown.labelled(CurrentLevels.published(adopted, id, shown, asOf, call.work())
                    .progress(call.dossier(), call.work().list(GOAL, DossierKinds.scope(id)), asOf));
        });
    }

    /** A cohort's matrix as it is now, under the one adoption that its dossiers are under. */
    public Matrix matrix(CohortId cohort) {
        return matrix(cohort, null);
    }

    /**
     * A cohort's matrix as it is now.
     *
     * @param adoption {@code null} for the one that the cohort's dossiers are under
     */
    public Matrix matrix(CohortId cohort, @Nullable AdoptionId adoption) {
        return desk.read(cohort, READ_COHORT, call -> {
            CohortDossiers dossiers = CohortDossiers.openTo(call, cohort, adoption, call.now(), READ_PROGRESS);
            Map<DossierId, Map<Code, LevelsCard.Cell>> cards = new HashMap<>();
            for (LevelsCard card : call.work()
                    .among(
                            LEVELS,
                            dossiers.dossiers().values().stream()
                                    .map(each -> DossierKinds.scope(each.id()))
                                    .toList())) {
                if (card.adoption().equals(dossiers.adoption())) cards.put(card.dossier(), card.cells());
            }
            return matrix(
                    cohort, dossiers, call.now(), dossier -> cards.getOrDefault(dossier.id(), Map.of()), call.work());
        });
    }

    /** A cohort's matrix as it was known at the end of that day, with those who were members then. */
    public Matrix matrix(CohortId cohort, @Nullable AdoptionId adoption, LocalDate asOf) {
        Instant end = endOf(asOf);
        return desk.read(cohort, READ_COHORT, call -> {
            CohortDossiers dossiers = CohortDossiers.openTo(call, cohort, adoption, end, READ_PROGRESS);
            Catalogue.Adopted adopted = desk.catalogue().adopted(dossiers.adoption(), call.work());
            Map<DossierId, List<Assessment>> histories = new HashMap<>();
            call.work()
                    .among(
                            ASSESSMENT,
                            dossiers.dossiers().values().stream()
                                    .map(each -> DossierKinds.scope(each.id()))
                                    .toList())
                    .forEach(each -> histories
                            .computeIfAbsent(each.dossier(), dossier -> new ArrayList<>())
                            .add(each));
            return matrix(
                    cohort,
                    dossiers,
                    end,
                    dossier -> CurrentLevels.cells(
                            adopted,
                            CurrentLevels.history(adopted, histories.getOrDefault(dossier.id(), List.of()), end)),
                    call.work());
        });
    }

    private Matrix matrix(
            CohortId cohort,
            CohortDossiers dossiers,
            Instant asOf,
            Function<Dossier, Map<Code, LevelsCard.Cell>> cells,
            Work work) {
        Catalogue.Adopted adopted = desk.catalogue().adopted(dossiers.adoption(), work);
        Scale scale = adopted.adoption().scale();
        List<Item> columns = new ArrayList<>(adopted.framework().competencies());
        // Of a class many have the same level since the same day.
        Map<LevelsCard.Cell, Matrix.Cell> shown = new HashMap<>();
        List<Matrix.Line> lines = new ArrayList<>();
        for (PersonId learner : dossiers.learners()) {
            Dossier dossier = dossiers.dossiers().get(learner);
            Map<Code, Matrix.Cell> line = new HashMap<>();
            if (dossier != null) {
                cells.apply(dossier)
                        .forEach((code, cell) ->
                                line.put(code, shown.computeIfAbsent(cell, each -> shown(each, scale))));
            }
            lines.add(new Matrix.Line(learner, dossier == null ? null : dossier.id(), line));
        }
        Cohort named = work.find(COHORT, Scope.ORGANISATION, cohort.value()).orElseThrow();
        return new Matrix(named, adopted.adoption(), asOf, columns, lines);
    }

    private static Matrix.Cell shown(LevelsCard.Cell cell, Scale scale) {
        LevelId level = cell.level();
        return new Matrix.Cell(cell.outcome(), level == null ? null : scale.require(level), cell.observedOn());
    }

    /** The last microsecond of that day: as-of answers go by the time of recording. */
    private Instant endOf(LocalDate day) {
        Inputs.requireBounded("asOf", day);
        return day.plusDays(1).atStartOfDay(desk.zone()).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
