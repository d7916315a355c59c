package org.eportfolio.core;

import static org.eportfolio.access.Permission.ADOPT_FRAMEWORK;
import static org.eportfolio.access.Permission.CONTINUE_DOSSIERS;
import static org.eportfolio.access.Permission.PUBLISH_FRAMEWORK;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.access.Permission.READ_FRAMEWORKS;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.FrameworkKinds.SUCCESSION;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.EarlierLevel;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.assessment.EarlierLevels;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.dossier.Dossiers;
import org.eportfolio.core.internal.framework.FrameworkAdoption;
import org.eportfolio.core.internal.framework.SuccessionGraph;
import org.eportfolio.core.internal.framework.SuccessionImpacts;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Succession;
import org.eportfolio.framework.SuccessionPreview;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;

/**
 * One framework version takes the place of another: what it would mean, and the next dossier for the learners for whom one
 * is requested. Nothing else changes: running dossiers stay under their version, and no level is ever converted.
 * Thread-safe.
 */
public final class SuccessionDesk {
    private static final int PAGE = 1_000;

    private final DeskContext desk;

    SuccessionDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Publishes what takes the place of what, between two published versions. It need not speak of every old code; the
     * preview lists those that are left out. Publishing the same again does nothing; other content between the same two, or
     * a way back, is a {@link ConflictException}.
     */
    public void publish(Succession succession) {
        Inputs.requireBounded("succession", succession);
        desk.run(PUBLISH_FRAMEWORK, call -> {
            new FrameworkAdoption(desk.catalogue(), call.work()).publish(succession);
            call.journal("succession.published");
        });
    }

    /** The succession between two versions; empty when none was published. */
    public Optional<Succession> get(FrameworkId from, FrameworkId to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.read(READ_FRAMEWORKS, call -> SuccessionGraph.between(from, to, call.work()));
    }

    /** All published successions: at most one for each pair of published versions. */
    public List<Succession> list() {
        return desk.read(READ_FRAMEWORKS, call -> call.list(SUCCESSION));
    }

    /**
     * What the succession would mean for a cohort's learners of today: for each, on which codes assessments stand or goals
     * are open, and what becomes of these codes. Over versions between the two, their successions are joined. A handful of readings, however large the cohort.
     */
    public CohortSuccession preview(FrameworkId from, FrameworkId to, CohortId cohort) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.read(cohort, READ_COHORT, call -> {
            SuccessionImpacts impacts = impacts(from, to, call.work());
            List<CohortSuccession.Line> lines = impacts.add(
                    call.many(List.of())
                            .open(dossiersOf(learnersOf(cohort, call.work()), call.work()), CONTINUE_DOSSIERS),
                    call.work());
            return new CohortSuccession(cohort, impacts.whole(), lines);
        });
    }

    /** What the succession would mean for the whole organisation. A few readings for each thousand dossiers. */
    public SuccessionPreview preview(FrameworkId from, FrameworkId to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.read(ADOPT_FRAMEWORK, call -> {
            SuccessionImpacts impacts = impacts(from, to, call.work());
            ManyDossiers many = call.many(List.of());
            List<Scope> page = call.work().view().scopes(null, PAGE);
            while (!page.isEmpty()) {
                impacts.add(many.open(call.work().among(DOSSIER, page), CONTINUE_DOSSIERS), call.work());
                page = call.work().view().scopes(page.get(page.size() - 1).id(), PAGE);
            }
            return impacts.whole();
        });
    }

    /**
     * Opens, for the learners named, their next dossier under an adoption of a version that succeeds the one they work
     * under. The dossier they have goes on as it is; the new one begins empty, under the same status. A learner who has one
     * under this adoption keeps it, so the call may be repeated. One commit.
     *
     * @param learners at least one: only these are moved
     * @return their dossiers under the adoption, in the order of the learners named
     */
    public List<DossierId> continueUnder(AdoptionId adoption, CohortId cohort, PersonId... learners) {
        Objects.requireNonNull(adoption, "adoption");
        Inputs.requireEach("learners", learners);
        Set<PersonId> asked = new LinkedHashSet<>(Arrays.asList(learners));
        return desk.write(cohort, CONTINUE_DOSSIERS, call -> {
            InvalidInputException.unless(!asked.isEmpty(), "learners", "succession.nobody");
            Set<PersonId> strangers = new TreeSet<>(asked);
            strangers.removeAll(learnersOf(cohort, call.work()));
            InvalidInputException.unless(strangers.isEmpty(), "learners", "class-entry.strangers", strangers);
            Map<PersonId, List<Dossier>> held =
                    dossiersOf(asked, call.work()).stream().collect(Collectors.groupingBy(Dossier::learner));
            Set<AdoptionId> earlier = earlierThan(adoption, call.work());
            Set<PersonId> without = new TreeSet<>();
            List<DossierId> continued = new ArrayList<>();
            for (PersonId learner : asked) {
                List<Dossier> own = held.getOrDefault(learner, List.of());
                Optional<Dossier> there = own.stream()
                        .filter(each -> each.adoption().equals(adoption))
                        .findFirst();
                Optional<Dossier> before = own.stream()
                        .filter(each -> each.adoptions().anyMatch(earlier::contains))
                        .findFirst();
                if (there.isPresent()) continued.add(there.get().id());
                else if (before.isEmpty()) without.add(learner);
                else continued.add(open(before.get(), adoption, call.work()));
            }
            InvalidInputException.unless(
                    without.isEmpty(),
                    "learners",
                    "succession.no-earlier-dossier",
                    without,
                    desk.catalogue().adopted(adoption, call.work()).framework().id());
            call.journal("dossier.continued");
            return continued;
        });
    }

    private static DossierId open(Dossier before, AdoptionId adoption, Work work) {
        Dossier next = new Dossier(
                new DossierId(work.newId()), before.learner(), adoption, List.of(), before.status(), work.now());
        Dossiers.put(next, work);
        return next.id();
    }

    /**
     * Where the dossier's learner stood under the versions that this dossier's version succeeds, directly or over versions
     * between them: history, each level with the scale it is of. Dossiers that the actor may not read are left out.
     *
     * @return at most one for each competency of each earlier dossier
     */
    public List<EarlierLevel> earlier(DossierId dossier) {
        return desk.read(dossier, READ_PROGRESS, call -> new EarlierLevels(call).before());
    }

    private SuccessionImpacts impacts(FrameworkId from, FrameworkId to, Work work) {
        Succession succession = SuccessionGraph.of(work)
                .between(from, to)
                .orElseThrow(() -> new NotFoundException("succession", from + " → " + to));
        Set<AdoptionId> old = new HashSet<>();
        Set<AdoptionId> next = new HashSet<>();
        for (Adoption each : Arrivals.ownAdoptions(work)) {
            if (each.framework().equals(from)) old.add(each.id());
            if (each.framework().equals(to)) next.add(each.id());
        }
        return new SuccessionImpacts(
                succession,
                desk.catalogue().framework(from, work),
                desk.catalogue().framework(to, work),
                old,
                next);
    }

    /** The adoptions of versions that the version of this adoption succeeds, directly or not. */
    private Set<AdoptionId> earlierThan(AdoptionId adoption, Work work) {
        FrameworkId to = framework(adoption, work);
        Set<FrameworkId> from = SuccessionGraph.of(work).before(to);
        InvalidInputException.unless(!from.isEmpty(), "adoption", "succession.none", to);
        return Arrivals.ownAdoptions(work).stream()
                .filter(each -> from.contains(each.framework()))
                .map(Adoption::id)
                .collect(Collectors.toSet());
    }

    private FrameworkId framework(AdoptionId adoption, Work work) {
        return desk.catalogue().adopted(adoption, work).framework().id();
    }

    private static Set<PersonId> learnersOf(CohortId cohort, Work work) {
        return work.where(MEMBERSHIP, SchoolKinds.membersOf(cohort)).stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .map(Membership::learner)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Dossier> dossiersOf(Set<PersonId> learners, Work work) {
        return work.whereAny(
                DOSSIER, learners.stream().map(DossierKinds::dossiersOf).toList());
    }
}
