package org.eportfolio.core.internal.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;

/** One competency for a whole class: a bounded number of readings, one commit, and the way back. */
public record ClassEntries(Gate gate, Catalogue catalogue, Work work) {
    public ClassEntry enter(NewClassEntry input, LocalDate observedOn) {
        Entitled teacher = gate.cohort(input.cohort(), Permission.POSITION_CLASS, work);
        CohortDossiers cohort = CohortDossiers.of(input.cohort(), input.adoption(), work.now(), work);
        Catalogue.Adopted adopted = catalogue.adopted(cohort.adoption(), work);
        Judgements.fits(input.competency(), input.level(), adopted);
        input.exceptions().values().forEach(adopted.adoption().scale()::require);
        List<Dossier> present = present(input, cohort, teacher.person());
        Map<Dossier, Assessment> entered = new LinkedHashMap<>();
        ClassEntryId entry = new ClassEntryId(work.newId());
        for (Dossier dossier : present) {
            LevelId level = input.exceptions().getOrDefault(dossier.learner(), input.level());
            Assessment assessment = new Assessment(
                    new AssessmentId(work.newId()),
                    dossier.id(),
                    cohort.adoption(),
                    input.competency(),
                    Judgements.perspective(teacher.role()),
                    Outcome.LEVEL,
                    level,
                    teacher.person(),
                    teacher.role(),
                    observedOn,
                    work.now(),
                    input.because(),
                    null,
                    null,
                    List.of(),
                    null,
                    entry,
                    false);
            entered.put(dossier, assessment);
        }
        append(entered, adopted);
        work.journal("assessment.class-entered", teacher.person(), teacher.role());
        return new ClassEntry(
                entry,
                input.cohort(),
                teacher.person(),
                present.stream().map(Dossier::id).toList());
    }

    private static List<Dossier> present(NewClassEntry input, CohortDossiers cohort, PersonId teacher) {
        Set<PersonId> strangers = new TreeSet<>(input.exceptions().keySet());
        strangers.addAll(input.absent());
        strangers.removeAll(cohort.learners());
        InvalidInputException.unless(strangers.isEmpty(), "learners", "class-entry.strangers", strangers);
        List<PersonId> learners = cohort.learners().stream()
                .filter(each -> !input.absent().contains(each))
                .toList();
        if (learners.contains(teacher)) throw new DeniedException(Message.of("denied.oneself"));
        Set<PersonId> without = new TreeSet<>(learners);
        without.removeAll(cohort.dossiers().keySet());
        InvalidInputException.unless(without.isEmpty(), "learners", "class-entry.no-dossier", without);
        return learners.stream()
                .map(each -> Objects.requireNonNull(cohort.dossiers().get(each)))
                .toList();
    }

    public List<Assessment> undo(CohortId cohort, ClassEntryId id, String reason) {
        Entitled teacher = gate.cohort(cohort, Permission.POSITION_CLASS, work);
        List<Assessment> entered = work.where(AssessmentKinds.ASSESSMENT, AssessmentKinds.assessmentsOf(id));
        Map<DossierId, Dossier> dossiers = dossiers(entered);
        Set<PersonId> learners = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort)).stream()
                .map(Membership::learner)
                .collect(Collectors.toSet());
        boolean ofCohort = !entered.isEmpty()
                && dossiers.values().stream().map(Dossier::learner).allMatch(learners::contains);
        if (!ofCohort) throw new NotFoundException("class-entry", id);
        if (!entered.get(0).author().equals(teacher.person())) {
            throw new DeniedException(Message.of("denied.not-author"));
        }
        Catalogue.Adopted adopted = catalogue.adopted(entered.get(0).adoption(), work);
        Map<DossierId, List<Assessment>> histories = histories(dossiers.values());
        Map<Dossier, Assessment> retractions = new LinkedHashMap<>();
        for (Assessment each : entered) {
            List<Assessment> history = histories.getOrDefault(each.dossier(), List.of());
            if (!stands(each, history)) continue;
            Assessment retraction =
                    Judgements.retraction(each, new Supersession(each.id(), reason), teacher.role(), work);
            retractions.put(Objects.requireNonNull(dossiers.get(each.dossier())), retraction);
        }
        if (retractions.isEmpty()) throw ConflictException.state("class-entry.undone");
        append(retractions, adopted);
        work.journal("assessment.class-undone", teacher.person(), teacher.role());
        return List.copyOf(retractions.values());
    }

    private void append(Map<Dossier, Assessment> added, Catalogue.Adopted adopted) {
        added.values().forEach(each -> work.put(AssessmentKinds.ASSESSMENT, each));
        CurrentLevels.refresh(added, adopted, work);
    }

    private Map<DossierId, List<Assessment>> histories(java.util.Collection<Dossier> dossiers) {
        return work.among(AssessmentKinds.ASSESSMENT, scopes(dossiers)).stream()
                .collect(Collectors.groupingBy(Assessment::dossier, HashMap::new, Collectors.toList()));
    }

    private Map<DossierId, Dossier> dossiers(List<Assessment> entered) {
        Set<Scope> scopes = new HashSet<>();
        entered.forEach(each -> scopes.add(DossierKinds.scope(each.dossier())));
        return work.among(DossierKinds.DOSSIER, scopes).stream().collect(Collectors.toMap(Dossier::id, each -> each));
    }

    private static List<Scope> scopes(java.util.Collection<Dossier> dossiers) {
        return dossiers.stream().map(each -> DossierKinds.scope(each.id())).toList();
    }

    private static boolean stands(Assessment one, List<Assessment> history) {
        return one.outcome() != Outcome.RETRACTED
                && history.stream()
                        .noneMatch(each -> each.supersedes() != null
                                && each.supersedes().earlier().equals(one.id()));
    }
}
