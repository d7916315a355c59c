package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.ClassCounts;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.LearnerGoal;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the learners of a class made, reflected upon and aim at, from all dossiers that open to the person of the call: a bounded
 * number of readings. A page reads on until it is full; counts read all.
 */
public final class ClassWork {
    private final Call call;
    private final ClassFilter filter;
    private final ManyDossiers many;
    private final List<Dossier> dossiers;

    public ClassWork(Call call, CohortId cohort, ClassFilter filter) {
        this.call = call;
        this.filter = filter;
        List<Membership> memberships = call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort));
        Set<PersonId> learners = memberships.stream()
                .filter(each -> each.period().holdsAt(call.now()))
                .map(Membership::learner)
                .filter(each -> filter.author() == null || filter.author().equals(each))
                .collect(Collectors.toSet());
        this.many = call.many(memberships);
        this.dossiers = call.work()
                .whereAny(
                        DossierKinds.DOSSIER,
                        learners.stream().map(DossierKinds::dossiersOf).toList());
    }

    private ClassWork(Call call, List<Dossier> dossiers, ClassFilter filter) {
        this.call = call;
        this.filter = filter;
        this.many = call.many(List.of());
        this.dossiers = dossiers;
    }

    /** The same of the dossier of one call. */
    public static ClassWork in(DossierCall call, ClassFilter filter) {
        boolean theirs = filter.author() == null || filter.author().equals(call.learner());
        return new ClassWork(call, theirs ? List.of(call.dossier()) : List.of(), filter);
    }

    public Page<Production> productions(PageRequest request) {
        return FilteredPages.among(
                DossierKinds.PRODUCTION,
                scopes(Permission.READ_PRODUCTION),
                request,
                some -> inState(wantedProductions(some), Subject::of),
                call.work());
    }

    public Page<Reflection> reflections(PageRequest request) {
        return FilteredPages.among(
                ReflectionKinds.REFLECTION,
                scopes(Permission.READ_REFLECTION),
                request,
                some -> inState(wantedReflections(some), Subject::of),
                call.work());
    }

    public Page<LearnerGoal> goals(PageRequest request) {
        Map<DossierId, PersonId> learners =
                dossiers.stream().collect(Collectors.toMap(Dossier::id, Dossier::learner, (one, other) -> one));
        List<Scope> scopes = scopes(Permission.READ_PROGRESS);
        return FilteredPages.through(
                each -> each.goal().id().value(),
                request,
                next -> call.work().page(GuidanceKinds.GOAL, scopes, next),
                some -> some.stream()
                        .filter(this::isWanted)
                        .map(each -> new LearnerGoal(Objects.requireNonNull(learners.get(each.dossier())), each))
                        .toList());
    }

    /** The goals alone, as the dossier has them. */
    public Page<Goal> ownGoals(PageRequest request) {
        return FilteredPages.among(
                GuidanceKinds.GOAL,
                scopes(Permission.READ_PROGRESS),
                request,
                some -> some.stream().filter(this::isWanted).toList(),
                call.work());
    }

    public ClassCounts productionCounts() {
        List<Production> all =
                wantedProductions(call.work().among(DossierKinds.PRODUCTION, scopes(Permission.READ_PRODUCTION)));
        return counts(
                all,
                Subject::of,
                each -> Set.copyOf(each.current().competencies()),
                each -> each.current().setting(),
                Production::owner);
    }

    public ClassCounts reflectionCounts() {
        List<Reflection> all =
                wantedReflections(call.work().among(ReflectionKinds.REFLECTION, scopes(Permission.READ_REFLECTION)));
        return counts(all, Subject::of, shown(all), Reflection::setting, Reflection::author);
    }

    private <T> ClassCounts counts(
            List<T> all,
            Function<T, Subject> subject,
            Function<T, Set<Code>> codes,
            Function<T, @Nullable Setting> setting,
            Function<T, PersonId> author) {
        Set<UUID> answered = answered(all.stream().map(subject).toList());
        int total = 0;
        Map<ClassFilter.State, Integer> states = new EnumMap<>(ClassFilter.State.class);
        SortedMap<Code, Integer> competencies = new TreeMap<>();
        SortedMap<String, Integer> situations = new TreeMap<>();
        SortedMap<PersonId, Integer> authors = new TreeMap<>();
        for (T each : all) {
            ClassFilter.State state = answered.contains(subject.apply(each).value())
                    ? ClassFilter.State.ANSWERED
                    : ClassFilter.State.WAITING;
            if (filter.state() != null && filter.state() != state) continue;
            total++;
            states.merge(state, 1, Integer::sum);
            codes.apply(each).forEach(code -> competencies.merge(code, 1, Integer::sum));
            names(setting.apply(each)).distinct().forEach(name -> situations.merge(name, 1, Integer::sum));
            authors.merge(author.apply(each), 1, Integer::sum);
        }
        return new ClassCounts(total, states, competencies, situations, authors);
    }

    private List<Production> wantedProductions(List<Production> some) {
        Code competency = filter.competency();
        return some.stream()
                .filter(each -> isRecent(each.current().at()))
                .filter(each -> isSet(each.current().setting()))
                .filter(each ->
                        competency == null || each.current().competencies().contains(competency))
                .toList();
    }

    private List<Reflection> wantedReflections(List<Reflection> some) {
        List<Reflection> wanted = some.stream()
                .filter(each -> isRecent(each.current().at()))
                .filter(each -> isSet(each.setting()))
                .toList();
        Code competency = filter.competency();
        if (competency == null) return wanted;
        Function<Reflection, Set<Code>> shown = shown(wanted);
        return wanted.stream()
                .filter(each -> shown.apply(each).contains(competency))
                .toList();
    }

    private boolean isWanted(Goal goal) {
        boolean waiting = goal.status() == Goal.Status.CLAIMED;
        boolean stated = filter.state() == null
                || (filter.state() == ClassFilter.State.WAITING ? waiting : !waiting && goal.answer() != null);
        return stated
                && isRecent(latest(goal))
                && filter.situation() == null
                && (filter.competency() == null || filter.competency().equals(goal.competency()));
    }

    /** Its latest claim, or the answer to it. */
    private static Instant latest(Goal goal) {
        Goal.Answer answer = goal.answer();
        Goal.Claim claim = goal.claim();
        if (answer != null) return answer.at();
        return claim == null ? goal.setAt() : claim.at();
    }

    /** What the productions show that these cite, as far as they open. */
    private Function<Reflection, Set<Code>> shown(List<Reflection> some) {
        Set<Scope> open = new HashSet<>(scopes(Permission.READ_PRODUCTION));
        Set<Scope> cited = some.stream()
                .flatMap(each -> each.current().evidence().stream())
                .map(each -> DossierKinds.scope(each.dossier()))
                .filter(open::contains)
                .collect(Collectors.toSet());
        Map<ProductionId, Set<Code>> codes = new HashMap<>();
        if (!cited.isEmpty()) {
            for (Production each : call.work().among(DossierKinds.PRODUCTION, cited)) {
                Set<Code> shown = codes.computeIfAbsent(each.id(), id -> new HashSet<>());
                each.versions().forEach(version -> shown.addAll(version.competencies()));
            }
        }
        return reflection -> reflection.current().evidence().stream()
                .flatMap(each -> codes.getOrDefault(each.production(), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private List<Scope> scopes(Permission permission) {
        return many.open(dossiers, permission).stream()
                .map(each -> DossierKinds.scope(each.id()))
                .toList();
    }

    private boolean isRecent(Instant at) {
        return filter.since() == null || !at.isBefore(filter.since());
    }

    private boolean isSet(@Nullable Setting setting) {
        return filter.situation() == null || names(setting).anyMatch(filter.situation()::equals);
    }

    /** By which a situation is asked for. */
    private static Stream<String> names(@Nullable Setting setting) {
        if (setting instanceof Setting.Mission in) return Stream.of(in.scenario(), in.mission());
        return setting instanceof Setting.Workplace at ? Stream.of(at.place()) : Stream.of();
    }

    private <T> List<T> inState(List<T> all, Function<T, Subject> subject) {
        if (filter.state() == null || all.isEmpty()) return all;
        Set<UUID> answered = answered(all.stream().map(subject).toList());
        boolean wanted = filter.state() == ClassFilter.State.ANSWERED;
        return all.stream()
                .filter(each -> answered.contains(subject.apply(each).value()) == wanted)
                .toList();
    }

    private Set<UUID> answered(Collection<Subject> subjects) {
        return call
                .work()
                .whereAny(
                        FeedbackKinds.FEEDBACK,
                        subjects.stream().map(FeedbackKinds::threadsOn).toList())
                .stream()
                .filter(each -> !each.withdrawn())
                .map(Feedback::subject)
                .map(Subject::value)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
