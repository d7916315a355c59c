package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the learners of a class made and reflected upon, from all dossiers that open to the person of the call: a bounded number
 * of readings, of the whole class at each page.
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

    public Page<Production> productions(PageRequest request) {
        List<Production> all = call.work().among(DossierKinds.PRODUCTION, scopes(Permission.READ_PRODUCTION)).stream()
                .filter(each -> isRecent(each.current().at()))
                .filter(each -> isSet(each.current().setting()))
                .filter(each -> filter.competency() == null
                        || each.current().competencies().contains(filter.competency()))
                .toList();
        return page(DossierKinds.PRODUCTION, all, Subject::of, request);
    }

    public Page<Reflection> reflections(PageRequest request) {
        Predicate<Reflection> onCompetency = onCompetency();
        List<Reflection> all =
                call.work().among(ReflectionKinds.REFLECTION, scopes(Permission.READ_REFLECTION)).stream()
                        .filter(each -> isRecent(each.current().at()))
                        .filter(each -> isSet(each.setting()))
                        .filter(onCompetency)
                        .toList();
        return page(ReflectionKinds.REFLECTION, all, Subject::of, request);
    }

    /** By the productions that a reflection cites, as far as these open. */
    private Predicate<Reflection> onCompetency() {
        Code competency = filter.competency();
        if (competency == null) return each -> true;
        Set<ProductionId> shown =
                call.work().among(DossierKinds.PRODUCTION, scopes(Permission.READ_PRODUCTION)).stream()
                        .filter(each -> each.versions().stream()
                                .anyMatch(version -> version.competencies().contains(competency)))
                        .map(Production::id)
                        .collect(Collectors.toSet());
        return each -> each.current().evidence().stream().anyMatch(cited -> shown.contains(cited.production()));
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
        String wanted = filter.situation();
        if (wanted == null) return true;
        if (setting instanceof Setting.Mission in) return wanted.equals(in.scenario()) || wanted.equals(in.mission());
        return setting instanceof Setting.Workplace at && wanted.equals(at.place());
    }

    private <T> Page<T> page(RecordKind<T> kind, List<T> all, Function<T, Subject> subject, PageRequest request) {
        List<T> wanted = all;
        if (filter.state() != null) {
            Map<UUID, Subject> subjects = all.stream()
                    .map(subject)
                    .collect(Collectors.toMap(Subject::value, each -> each, (one, other) -> one));
            Set<UUID> answered = answered(subjects.values());
            boolean wantAnswered = filter.state() == ClassFilter.State.ANSWERED;
            wanted = all.stream()
                    .filter(each -> answered.contains(kind.id().apply(each)) == wantAnswered)
                    .toList();
        }
        return FilteredPages.among(kind, wanted, request);
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
