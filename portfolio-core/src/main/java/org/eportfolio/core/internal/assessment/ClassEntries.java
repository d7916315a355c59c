package org.eportfolio.core.internal.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.StandingClassEntry;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** One competency for a whole class: a bounded number of readings, one commit, and the way back. */
public record ClassEntries(Call call) {
    public ClassEntry enter(NewClassEntry input, ObservedDay observed) {
        CohortDossiers cohort = CohortDossiers.of(input.cohort(), input.adoption(), call.now(), call.work());
        Catalogue.Adopted adopted = call.catalogue().adopted(cohort.adoption(), call.work());
        Judgements.fits(input.competency(), input.level(), adopted);
        input.exceptions().values().forEach(adopted.adoption().scale()::require);
        List<Dossier> present = present(input, cohort, call.person());
        present.forEach(each ->
                call.work().ask(new AccessPolicy.Question(call.person(), call.role(), Permission.POSITION, each.id())));
        LocalDate observedOn =
                observed.by(present.stream().map(Dossier::learner).toList(), call);
        Map<Dossier, Assessment> entered = new LinkedHashMap<>();
        ClassEntryId entry = new ClassEntryId(call.newId());
        for (Dossier dossier : present) {
            LevelId level = input.exceptions().getOrDefault(dossier.learner(), input.level());
            Assessment assessment = new Assessment(
                    new AssessmentId(call.newId()),
                    dossier.id(),
                    cohort.adoption(),
                    input.competency(),
                    Judgements.perspective(call.role()),
                    Outcome.LEVEL,
                    level,
                    call.person(),
                    call.role(),
                    observedOn,
                    call.now(),
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
        call.journal("assessment.class-entered");
        return new ClassEntry(
                entry,
                input.cohort(),
                call.person(),
                present.stream().map(Dossier::id).toList());
    }

    private static List<Dossier> present(NewClassEntry input, CohortDossiers cohort, PersonId teacher) {
        Set<PersonId> strangers = new TreeSet<>(input.exceptions().keySet());
        strangers.addAll(input.absent());
        strangers.removeAll(cohort.learners());
        InvalidInputException.unless(strangers.isEmpty(), "learners", "class-entry.strangers", strangers);
        Set<PersonId> both = new TreeSet<>(input.exceptions().keySet());
        both.retainAll(input.absent());
        InvalidInputException.unless(both.isEmpty(), "absent", "class-entry.both", both);
        List<PersonId> learners = cohort.learners().stream()
                .filter(each -> !input.absent().contains(each))
                .toList();
        InvalidInputException.unless(!learners.isEmpty(), "absent", "class-entry.nobody");
        if (learners.contains(teacher)) throw new DeniedException(Message.of("denied.oneself"));
        Set<PersonId> without = new TreeSet<>(learners);
        without.removeAll(cohort.dossiers().keySet());
        InvalidInputException.unless(without.isEmpty(), "learners", "class-entry.no-dossier", without);
        return learners.stream()
                .map(each -> Objects.requireNonNull(cohort.dossiers().get(each)))
                .toList();
    }

    /** In the dossiers that are closed to the teacher by now nothing is written: they are reported. */
    public UndoneEntry undo(CohortId cohort, ClassEntryId id, String reason) {
        List<Assessment> entered = call.where(AssessmentKinds.ASSESSMENT, AssessmentKinds.assessmentsOf(id));
        Map<DossierId, Dossier> dossiers = dossiers(entered);
        Set<PersonId> learners = call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort)).stream()
                .map(Membership::learner)
                .collect(Collectors.toSet());
        boolean ofCohort = !entered.isEmpty()
                && dossiers.values().stream().map(Dossier::learner).allMatch(learners::contains);
        if (!ofCohort) throw new NotFoundException("class-entry", id);
        if (!entered.get(0).author().equals(call.person())) {
            throw new DeniedException(Message.of("denied.not-author"));
        }
        Map<DossierId, List<Assessment>> histories = histories(dossiers.values());
        List<Assessment> standing = entered.stream()
                .filter(each -> stands(each, histories.getOrDefault(each.dossier(), List.of())))
                .toList();
        if (standing.isEmpty()) throw ConflictException.state("class-entry.undone");
        Set<DossierId> open = call
                .many(List.of())
                .required(
                        standing.stream()
                                .map(each -> Objects.requireNonNull(dossiers.get(each.dossier())))
                                .toList(),
                        Permission.POSITION)
                .stream()
                .map(Dossier::id)
                .collect(Collectors.toSet());
        Map<Dossier, Assessment> retractions = new LinkedHashMap<>();
        List<DossierId> leftOut = new ArrayList<>();
        for (Assessment each : standing) {
            if (!open.contains(each.dossier())) {
                leftOut.add(each.dossier());
                continue;
            }
            Assessment retraction =
                    Judgements.retraction(each, new Supersession(each.id(), reason), call.role(), call.work());
            retractions.put(Objects.requireNonNull(dossiers.get(each.dossier())), retraction);
        }
        if (!retractions.isEmpty()) {
            append(retractions, call.catalogue().adopted(entered.get(0).adoption(), call.work()));
            call.journal("assessment.class-undone");
        }
        return new UndoneEntry(id, List.copyOf(retractions.values()), leftOut);
    }

    /** What still stands of the entries in the dossiers of today's learners that open to the person of the call. */
    public Page<StandingClassEntry> standing(CohortId cohort, PageRequest request) {
        List<Membership> memberships = call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort));
        Set<PersonId> people = memberships.stream()
                .filter(each -> each.period().holdsAt(call.now()))
                .map(Membership::learner)
                .collect(Collectors.toSet());
        ShownAssessments.requireNothingHeldBack(call, people);
        List<Key> learners = people.stream().map(DossierKinds::dossiersOf).toList();
        List<Dossier> open = call.many(memberships)
                .open(call.work().whereAny(DossierKinds.DOSSIER, learners), Permission.READ_PROGRESS);
        Map<ClassEntryId, List<Assessment>> entries = new HashMap<>();
        histories(open).values().forEach(history -> {
            Set<AssessmentId> superseded = history.stream()
                    .map(Assessment::supersedes)
                    .filter(Objects::nonNull)
                    .map(Supersession::earlier)
                    .collect(Collectors.toSet());
            history.stream()
                    .filter(each ->
                            each.entry() != null && each.outcome() == Outcome.LEVEL && !superseded.contains(each.id()))
                    .forEach(each -> entries.computeIfAbsent(
                                    Objects.requireNonNull(each.entry()), entry -> new ArrayList<>())
                            .add(each));
        });
        List<StandingClassEntry> standing = new ArrayList<>();
        entries.forEach((id, parts) -> standing.add(standing(id, cohort, parts)));
        return FilteredPages.among(each -> each.entry().id().value(), standing, request);
    }

    private static StandingClassEntry standing(ClassEntryId id, CohortId cohort, List<Assessment> parts) {
        Assessment first = parts.get(0);
        Map<DossierId, LevelId> levels = new HashMap<>();
        parts.forEach(each -> levels.put(each.dossier(), Objects.requireNonNull(each.level())));
        return new StandingClassEntry(
                new ClassEntry(
                        id,
                        cohort,
                        first.author(),
                        parts.stream().map(Assessment::dossier).toList()),
                first.adoption(),
                first.competency(),
                first.observedOn(),
                first.recordedAt(),
                first.because(),
                levels);
    }

    private void append(Map<Dossier, Assessment> added, Catalogue.Adopted adopted) {
        added.values().forEach(each -> call.put(AssessmentKinds.ASSESSMENT, each));
        CurrentLevels.refresh(added, adopted, call.work());
    }

    private Map<DossierId, List<Assessment>> histories(java.util.Collection<Dossier> dossiers) {
        return call.work().among(AssessmentKinds.ASSESSMENT, scopes(dossiers)).stream()
                .collect(Collectors.groupingBy(Assessment::dossier, HashMap::new, Collectors.toList()));
    }

    private Map<DossierId, Dossier> dossiers(List<Assessment> entered) {
        Set<Scope> scopes = new HashSet<>();
        entered.forEach(each -> scopes.add(DossierKinds.scope(each.dossier())));
        return call.work().among(DossierKinds.DOSSIER, scopes).stream()
                .collect(Collectors.toMap(Dossier::id, each -> each));
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
