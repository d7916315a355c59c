package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a call shows of many dossiers is what the same person may read of each of them alone, at that moment. For one
 * school, of whose learners the dossiers are known.
 */
public final class ManyAndOne {
    private final Portfolio portfolio;
    private final Desk head;
    private final AdoptionId adoption;
    private final Map<String, DossierId> dossiers;
    private final Collection<CohortId> cohorts;
    private final Map<String, Integer> shown = new TreeMap<>();

    /** @param dossiers of each learner, as they are at each call */
    public ManyAndOne(
            Portfolio portfolio,
            Desk head,
            AdoptionId adoption,
            Map<String, DossierId> dossiers,
            Collection<CohortId> cohorts) {
        this.portfolio = portfolio;
        this.head = head;
        this.adoption = adoption;
        this.dossiers = dossiers;
        this.cohorts = cohorts;
    }

    /** What was compared so far, and how often. */
    public Map<String, Integer> shown() {
        return shown;
    }

    /** The actor in a role in which the dossier opens to them. */
    private Desk reader(Actor actor, DossierId dossier) {
        Actor unnamed = Actor.of(actor.person().orElseThrow().value());
        return Stream.concat(Stream.of(actor, unnamed), Stream.of(Role.values()).map(unnamed::acting))
                .filter(each -> head.access()
                        .why(each, Permission.READ_PROGRESS, new Reach.OfDossier(dossier))
                        .allowed())
                .map(portfolio::as)
                .findFirst()
                .orElseThrow();
    }

    /** What this person is shown of all cohorts today, against the calls about each dossier. */
    public void compare(String what, Actor actor) {
        Desk desk = portfolio.as(actor);
        for (CohortId cohort : cohorts) {
            matrix(what, actor, desk, cohort, null);
            queue(what, actor, desk, cohort);
            boards(what, actor, desk, cohort);
        }
    }

    /** The matrix of a cohort on a day, against the progress of each learner alone. */
    public void matrix(String what, Actor actor, Desk desk, CohortId cohort, @Nullable LocalDate day) {
        Matrix matrix;
        try {
            matrix = day == null
                    ? desk.progress().matrix(cohort, adoption)
                    : desk.progress().matrix(cohort, adoption, day);
        } catch (NotFoundException | DeniedException refused) {
            return;
        }
        Map<DossierId, Matrix.Line> lines = new LinkedHashMap<>();
        for (Matrix.Line line : matrix.lines()) {
            if (line.dossier() == null) assertThat(line.cells()).isEmpty();
            else lines.put(line.dossier(), line);
        }
        for (String learner : members(cohort, matrix.asOf())) {
            DossierId dossier = dossiers.get(learner);
            boolean open = may(actor, Permission.READ_PROGRESS, dossier);
            assertThat(lines.containsKey(dossier))
                    .as("%s, matrix of %s on %s, %s", what, cohort, day, learner)
                    .isEqualTo(open);
            count(open ? day == null ? "matrix" : "matrix then" : "left out");
            Matrix.Line line = lines.remove(dossier);
            if (line == null) continue;
            // In the role in which the dossier opens; the figures are the same for all who may read them.
            Desk reader = reader(actor, dossier);
            Progress alone = day == null
                    ? reader.progress().of(dossier)
                    : reader.progress().of(dossier, day);
            alone.all().forEach(each -> {
                CurrentLevel current = each.current();
                assertThat(line.cell(each.item().code())
                                .map(Matrix.Cell::outcome)
                                .orElse(null))
                        .as("%s, %s of %s on %s", what, each.item().code(), learner, day)
                        .isEqualTo(current.outcome());
                assertThat(line.cell(each.item().code()).map(Matrix.Cell::level).orElse(null))
                        .isEqualTo(current.level());
            });
        }
        assertThat(lines).as(what + ": nobody else is in the matrix").isEmpty();
    }

    /** What waits in the queue of a cohort opens; gives back the queue, if it is shown. */
    public Optional<Queue> queue(String what, Actor actor, Desk desk, CohortId cohort) {
        Queue queue;
        try {
            queue = desk.queue().of(cohort, 1);
        } catch (NotFoundException | DeniedException refused) {
            return Optional.empty();
        }
        count("queue");
        open(what, actor, Permission.READ_PRODUCTION, queue.productions().items());
        open(what, actor, Permission.READ_REFLECTION, queue.owed().items());
        open(what, actor, Permission.READ_PROGRESS, queue.claims().items());
        open(what, actor, Permission.READ_INTERVIEW, queue.interviews().items());
        open(what, actor, Permission.READ_REVIEWS, queue.reviews().items());
        queue.silent()
                .items()
                .forEach(each -> assertThat(may(
                                actor,
                                Permission.READ_PROGRESS,
                                dossiers.get(each.learner().value())))
                        .as(what + ": silent " + each)
                        .isTrue());
        return Optional.of(queue);
    }

    private void open(String what, Actor actor, Permission permission, List<Waiting> waiting) {
        assertThat(waiting).as(what + ": what waits opens").allMatch(each -> may(actor, permission, each.dossier()));
    }

    /** Whoever is on the board of missions is one whose progress opens. */
    public void boards(String what, Actor actor, Desk desk, CohortId cohort) {
        try {
            desk.missions()
                    .board(cohort)
                    .lines()
                    .forEach(line -> assertThat(may(
                                    actor,
                                    Permission.READ_PROGRESS,
                                    dossiers.get(line.learner().value())))
                            .as(what + ": board " + line.learner())
                            .isTrue());
        } catch (NotFoundException | DeniedException refused) {
            // Nothing is shown.
        }
    }

    /** Whether the gate lets this person do this in one dossier, in one of their roles. */
    public boolean may(Actor actor, Permission permission, DossierId dossier) {
        Actor unnamed = Actor.of(actor.person().orElseThrow());
        Reach object = new Reach.OfDossier(dossier);
        if (head.access().why(actor, permission, object).allowed()) return true;
        if (actor.role().isPresent()) return false;
        return head.access().why(unnamed, permission, object).choice().stream()
                .anyMatch(role -> head.access()
                        .why(unnamed.acting(role), permission, object)
                        .allowed());
    }

    /** Who of the learners is a member at an instant. */
    public Set<String> members(CohortId cohort, Instant at) {
        return dossiers.keySet().stream()
                .filter(learner -> memberships(learner).stream()
                        .anyMatch(each ->
                                each.cohort().equals(cohort) && each.period().holdsAt(at)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All memberships of a learner, past ones included. */
    public List<Membership> memberships(String learner) {
        return cohorts.stream()
                .flatMap(cohort -> head.cohorts().members(cohort, PageRequest.first(200)).items().stream())
                .filter(each -> each.learner().equals(PersonId.of(learner)))
                .toList();
    }

    private void count(String of) {
        shown.merge(of, 1, Integer::sum);
    }
}
