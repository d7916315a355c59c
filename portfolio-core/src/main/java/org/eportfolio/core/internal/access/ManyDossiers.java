package org.eportfolio.core.internal.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;

/**
 * Which of many dossiers open to the person of a call. The rule of every list, matrix, count and export: it shows of each
 * dossier what the same person may read of it alone, now. The {@link AccessRules} decide for each, in the role of the call
 * or in the one that a call about the dossier alone would take; at most one reading, however many dossiers. For one thread.
 */
public final class ManyDossiers {
    private final List<AccessRules> rules;
    private final Map<PersonId, List<Membership>> memberships = new HashMap<>();
    private final Set<PersonId> read = new HashSet<>();
    private final Work work;

    /** @param atHand memberships that were read already; others of their learners are read when they matter */
    ManyDossiers(List<AccessRules> rules, Collection<Membership> atHand, Work work) {
        this.rules = rules;
        this.work = work;
        memberships.putAll(atHand.stream().collect(Collectors.groupingBy(Membership::learner)));
    }

    /** Those of the dossiers in which a call about each alone would get through, the host's policy included. */
    public List<Dossier> open(Collection<Dossier> dossiers, Permission permission) {
        return reached(dossiers, permission).stream()
                .filter(each -> asked(each, permission))
                .toList();
    }

    /** The same for a call that writes: the host's policy is asked about each, and refuses the whole. */
    public List<Dossier> required(Collection<Dossier> dossiers, Permission permission) {
        List<Dossier> reached = reached(dossiers, permission);
        reached.forEach(each -> ruling(each, permission).question().ifPresent(work::ask));
        return reached;
    }

    /** The learners for whom the person may do this; the host's policy is not asked. In the order of their ids. */
    public Set<PersonId> learners(Collection<PersonId> learners, Permission permission) {
        Predicate<PersonId> reaches = each -> rules.stream()
                .anyMatch(one -> one.learner(each, permission, () -> of(each)).allowed());
        readAllOf(learners.stream().filter(reaches.negate()).toList());
        return learners.stream().filter(reaches).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Dossier> reached(Collection<Dossier> dossiers, Permission permission) {
        Predicate<Dossier> reaches = each -> ruling(each, permission).allowed();
        readAllOf(dossiers.stream()
                .filter(reaches.negate())
                .map(Dossier::learner)
                .toList());
        return dossiers.stream().filter(reaches).toList();
    }

    private boolean asked(Dossier dossier, Permission permission) {
        AccessPolicy.Question question = ruling(dossier, permission).question().orElseThrow();
        return work.admits(question);
    }

    private Ruling ruling(Dossier dossier, Permission permission) {
        Verdict verdict = new Verdict.Hidden("dossier", dossier.id());
        for (AccessRules each : rules) {
            verdict = each.dossier(dossier, null, permission, () -> of(dossier.learner()));
            if (verdict.allowed()) break;
        }
        return new Ruling(verdict, permission, dossier);
    }

    private List<Membership> of(PersonId learner) {
        return memberships.getOrDefault(learner, List.of());
    }

    /** A membership more can only open: what opened by those at hand needs no reading. */
    private void readAllOf(Collection<PersonId> learners) {
        Set<PersonId> unread = new HashSet<>(learners);
        unread.removeAll(read);
        if (unread.isEmpty() || rules.stream().noneMatch(AccessRules::goesByCohorts)) return;
        read.addAll(unread);
        unread.forEach(memberships::remove);
        memberships.putAll(
                work
                        .whereAny(
                                SchoolKinds.MEMBERSHIP,
                                unread.stream()
                                        .map(SchoolKinds::membershipsOf)
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Membership::learner)));
    }
}
