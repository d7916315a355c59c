package org.eportfolio.core.internal.notice;

import static org.eportfolio.school.Role.DPO;
import static org.eportfolio.school.Role.HEAD;
import static org.eportfolio.school.Role.LEAD_TEACHER;
import static org.eportfolio.school.Role.LEARNER;
import static org.eportfolio.school.Role.REPRESENTATIVE;
import static org.eportfolio.school.Role.TEACHER;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.access.HeldRole;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.access.OwnRoles;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who reads notices: the person, the roles in which they are concerned, and their own dossiers. Of several roles all count,
 * unless the person named one.
 */
final class NoticeReader {
    private static final Set<Role> TEACHING = EnumSet.of(TEACHER, LEAD_TEACHER);
    private static final Set<Role> ANSWERING = EnumSet.of(HEAD, DPO);

    private final Gate gate;
    private final Work work;
    private final PersonId person;
    private final List<HeldRole> roles;
    private final List<Dossier> own;
    private @Nullable ManyDossiers asLearner;

    /** Refused to those who hold no role. */
    NoticeReader(Gate gate, Work work) {
        this.gate = gate;
        this.work = work;
        this.person = gate.person();
        OwnRoles held = gate.own(work);
        Optional<Role> named = gate.actor().role();
        this.roles = held.now().stream()
                .filter(each -> named.isEmpty() || each.role() == named.get())
                .toList();
        boolean learns = held.readableUntil() != null || hasRole(LEARNER);
        this.own = learns ? work.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(person)) : List.of();
    }

    PersonId person() {
        return person;
    }

    Work work() {
        return work;
    }

    /** The dossiers of the person, if they read as a learner. */
    List<Dossier> own() {
        return own;
    }

    boolean learns() {
        return !own.isEmpty() || hasRole(LEARNER);
    }

    boolean teaches() {
        return roles.stream().anyMatch(each -> TEACHING.contains(each.role()));
    }

    boolean represents() {
        return hasRole(REPRESENTATIVE);
    }

    /** Whether requests about personal data are theirs to answer. */
    boolean answersRequests() {
        return roles.stream()
                .anyMatch(each -> ANSWERING.contains(each.role()) && each.reach() instanceof Reach.Organisation);
    }

    /** The cohorts in which they learn now. */
    Set<CohortId> learningIn() {
        return cohorts(EnumSet.of(LEARNER));
    }

    /** The cohorts that they teach now. */
    Set<CohortId> teachingIn() {
        return cohorts(TEACHING);
    }

    private Set<CohortId> cohorts(Set<Role> among) {
        Set<CohortId> cohorts = new HashSet<>();
        for (HeldRole each : roles) {
            if (among.contains(each.role()) && each.reach() instanceof Reach.OfCohort of) cohorts.add(of.cohort());
        }
        return cohorts;
    }

    private boolean hasRole(Role role) {
        return roles.stream().anyMatch(each -> each.role() == role);
    }

    /** Which dossiers open to them as a learner, also to one who has left. */
    ManyDossiers asLearner() {
        if (asLearner == null)
            asLearner = gate.many(hasRole(LEARNER) ? EnumSet.of(LEARNER) : EnumSet.noneOf(Role.class), work);
        return asLearner;
    }

    /** Their own dossiers that are open to them for this. */
    List<Dossier> own(Permission permission) {
        return asLearner().open(own, permission);
    }

    ManyDossiers asTeacher() {
        return gate.many(TEACHING, work);
    }

    ManyDossiers asRepresentative() {
        return gate.many(EnumSet.of(REPRESENTATIVE), work);
    }
}
