package org.eportfolio.core.internal.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<Ruling> open = rulings(dossiers, permission).filter(this::admitted).toList();
        open.forEach(this::note);
        return dossiers(open.stream());
    }

    /**
     * The same for a call that looks through all of them and shows little: what it shows is to be said by {@link #shows},
     * for the access log.
     */
    public List<Dossier> lookedThrough(Collection<Dossier> dossiers, Permission permission) {
        return dossiers(rulings(dossiers, permission).filter(this::admitted));
    }

    /** Says that a record of one of these dossiers is shown. */
    public void shows(Dossier dossier, Permission permission, String kind, UUID record) {
        Ruling ruling = ruling(dossier, permission);
        note(ruling);
        work.readsOf(kind, record);
    }

    private void note(Ruling ruling) {
        if (ruling.verdict() instanceof Verdict.Allowed by) {
            Readings.note(by.person(), by.role(), about(ruling), ruling.permission(), work);
        }
    }

    /** The same for a call that writes: the host's policy is asked about each, and refuses the whole. */
    public List<Dossier> required(Collection<Dossier> dossiers, Permission permission) {
        List<Ruling> reached = rulings(dossiers, permission).toList();
        reached.forEach(each -> each.question().ifPresent(work::ask));
        return dossiers(reached.stream());
    }

    /** The learners for whom the person may do this; the host's policy is not asked. In the order of their ids. */
    public Set<PersonId> learners(Collection<PersonId> learners, Permission permission) {
        Set<PersonId> reached = new TreeSet<>();
        List<PersonId> others = new ArrayList<>();
        learners.forEach(each -> (reaches(each, permission) ? reached : others).add(each));
        if (readAllOf(others))
            others.stream().filter(each -> reaches(each, permission)).forEach(reached::add);
        return reached;
    }

    private boolean reaches(PersonId learner, Permission permission) {
        return rules.stream()
                .anyMatch(each ->
                        each.learner(learner, permission, () -> of(learner)).allowed());
    }

    /** The rulings that let the person in, in the order of the dossiers. */
    private Stream<Ruling> rulings(Collection<Dossier> dossiers, Permission permission) {
        List<Ruling> rulings = new ArrayList<>();
        dossiers.forEach(each -> rulings.add(ruling(each, permission)));
        List<PersonId> closed = rulings.stream()
                .filter(each -> !each.allowed())
                .map(each -> about(each).learner())
                .toList();
        if (readAllOf(closed)) {
            rulings.replaceAll(each -> each.allowed() ? each : ruling(about(each), permission));
        }
        return rulings.stream().filter(Ruling::allowed);
    }

    private boolean admitted(Ruling ruling) {
        return ruling.question().filter(work::admits).isPresent();
    }

    private static List<Dossier> dossiers(Stream<Ruling> rulings) {
        return rulings.map(ManyDossiers::about).toList();
    }

    private static Dossier about(Ruling ruling) {
        return Objects.requireNonNull(ruling.dossier());
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

    /** A membership more can only open: what opened by those at hand needs no reading. Whether anything was read. */
    private boolean readAllOf(Collection<PersonId> learners) {
        Set<PersonId> unread = new HashSet<>(learners);
        unread.removeAll(read);
        if (unread.isEmpty() || rules.stream().noneMatch(AccessRules::goesByCohorts)) return false;
        read.addAll(unread);
        unread.forEach(memberships::remove);
        memberships.putAll(
                work
                        .whereAny(
                                SchoolKinds.MEMBERSHIP,
                                unread.stream().map(SchoolKinds::membershipsOf).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Membership::learner)));
        return true;
    }
}
