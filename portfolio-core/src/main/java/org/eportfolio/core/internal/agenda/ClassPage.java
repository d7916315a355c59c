package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.ClassScreen;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.internal.assessment.CohortDossiers;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.LevelsCard;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** The page of a class, out of what its queue is made of and the assessments. A bounded number of readings. */
public final class ClassPage {
    private static final Comparator<Goal> BY_URGENCY =
            Comparator.comparing(Goal::dueOn).thenComparing(Goal::setAt);

    private final Call call;
    private final QueueFacts facts;
    private final Map<PersonId, List<Waiting>> waiting;
    private final Map<PersonId, List<Goal>> goals;

    private ClassPage(Call call, QueueFacts facts) {
        this.call = call;
        this.facts = facts;
        this.waiting = facts.waiting().collect(Collectors.groupingBy(Waiting::learner));
        this.goals = facts.goals().stream()
                .filter(each -> each.status() == Goal.Status.OPEN || each.status() == Goal.Status.CLAIMED)
                .sorted(BY_URGENCY)
                .collect(Collectors.groupingBy(each -> facts.learner(each.dossier())));
    }

    /**
     * Each line is named by the learner's id, and stands in the order of these.
     *
     * @param adoption {@code null} for the one that the class's dossiers are under
     */
    public static ClassScreen of(Call call, CohortId cohort, @Nullable AdoptionId adoption) {
        Work work = call.work();
        Instant since = Visits.since(null, Scope.ORGANISATION, cohort.value(), call.person(), Instant.EPOCH, work);
        QueueFacts facts = QueueFacts.of(call, cohort, since);
        Cohort named = work.require(SchoolKinds.COHORT, Scope.ORGANISATION, cohort.value());
        if (facts.learners().isEmpty() && adoption == null) {
            return new ClassScreen(named, work.now(), since, null, List.of(), new ClassPage(call, facts).bare());
        }
        CohortDossiers dossiers = CohortDossiers.openTo(call, cohort, adoption, work.now(), Permission.READ_PROGRESS);
        Catalogue.Adopted adopted = call.catalogue().adopted(dossiers.adoption(), work);
        List<Item> columns = new ArrayList<>(adopted.framework().competencies());
        return new ClassScreen(
                named,
                work.now(),
                since,
                adopted.adoption(),
                columns,
                new ClassPage(call, facts).lines(dossiers, adopted));
    }

    /** Before any dossier is open. */
    private List<ClassScreen.Line> bare() {
        return facts.since().keySet().stream()
                .map(each -> line(each, null, Map.of(), List.of()))
                .toList();
    }

    private List<ClassScreen.Line> lines(CohortDossiers dossiers, Catalogue.Adopted adopted) {
        ClassHistories histories =
                ClassHistories.of(call, adopted, dossiers.dossiers().values());
        List<ClassScreen.Line> lines = new ArrayList<>();
        for (PersonId learner : facts.since().keySet()) {
            Dossier dossier = dossiers.dossiers().get(learner);
            if (dossier == null) {
                lines.add(line(learner, null, Map.of(), List.of()));
                continue;
            }
            lines.add(line(
                    learner,
                    dossier.id(),
                    levels(
                            CurrentLevels.cells(adopted, histories.of(dossier)),
                            adopted.adoption().scale()),
                    histories.divergences(dossier)));
        }
        return lines;
    }

    private static Map<Code, Matrix.Cell> levels(Map<Code, LevelsCard.Cell> cells, Scale scale) {
        Map<Code, Matrix.Cell> levels = new HashMap<>();
        cells.forEach((code, cell) -> {
            LevelId level = cell.level();
            levels.put(
                    code,
                    new Matrix.Cell(cell.outcome(), level == null ? null : scale.require(level), cell.observedOn()));
        });
        return levels;
    }

    private ClassScreen.Line line(
            PersonId learner,
            @Nullable DossierId dossier,
            Map<Code, Matrix.Cell> levels,
            List<Divergence> divergences) {
        return new ClassScreen.Line(
                learner,
                learner.value(),
                dossier,
                levels,
                Excerpt.of(
                        waiting.getOrDefault(learner, List.of()).stream()
                                .sorted(Comparator.comparing(Waiting::at))
                                .toList(),
                        ClassScreen.MOST_WAITING),
                goals.getOrDefault(learner, List.of()),
                divergences,
                facts.traces().get(learner));
    }
}
