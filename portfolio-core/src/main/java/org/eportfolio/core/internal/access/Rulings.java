package org.eportfolio.core.internal.access;

import java.util.List;
import java.util.function.Function;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the {@link AccessRules} need to know of the object, and has them decide. Throws nothing. What the actor holds is
 * read once, however many objects are looked at: of a representative it takes several readings. For one question, within
 * which nothing is written; not thread-safe.
 */
final class Rulings {
    private final Gate gate;
    private final Work work;
    private @Nullable AccessRules rules;

    Rulings(Gate gate, Work work) {
        this.gate = gate;
        this.work = work;
    }

    /** Whether a permission is over such a thing. */
    static boolean isOver(Reach object, Permission permission) {
        if (object instanceof Reach.OfCohort) return permission.over() == Permission.Over.COHORT;
        if (object instanceof Reach.OfDossier || object instanceof Reach.OfProduction)
            return permission.over() == Permission.Over.DOSSIER;
        return permission.over() == Permission.Over.ORGANISATION || permission.over() == Permission.Over.ANY_REACH;
    }

    Ruling organisation(Permission permission) {
        return about(permission, rules -> rules.organisation(permission));
    }

    Ruling cohort(CohortId cohort, Permission permission) {
        return about(
                permission,
                rules -> work.find(SchoolKinds.COHORT, Scope.ORGANISATION, cohort.value())
                                .isPresent()
                        ? rules.cohort(cohort, permission)
                        : new Verdict.Hidden("cohort", cohort));
    }

    Ruling classroom(CohortId cohort, Permission permission) {
        return about(permission, rules -> rules.classroom(cohort, permission));
    }

    Ruling learner(PersonId learner, Permission permission) {
        return about(permission, rules -> rules.learner(learner, permission, () -> memberships(learner)));
    }

    Ruling oneself(Permission permission) {
        return about(permission, rules -> rules.oneself(permission));
    }

    Ruling dossier(DossierId id, Permission permission) {
        return dossier(id, null, permission);
    }

    /**
     * On one production: in its dossier, or in the dossier of another learner who made it too, where the actor may read
     * productions. A refusal is the one of its own dossier.
     */
    Ruling production(DossierId id, ProductionId production, Permission permission) {
        Ruling alone = dossier(id, production, permission);
        if (alone.allowed() || permission != Permission.READ_PRODUCTION) return alone;
        return work.where(GroupKinds.GROUP, GroupKinds.groupMaking(production)).stream()
                .filter(group -> group.dossier().equals(id))
                .findFirst()
                .map(group -> anyOf(group.dossiers(), permission))
                .filter(Ruling::allowed)
                .orElse(alone);
    }

    /** On the first of these dossiers that opens. A refusal with a rule goes before one that hides. */
    Ruling anyOf(List<DossierId> dossiers, Permission permission) {
        Ruling refusal = new Ruling(new Verdict.Hidden("dossier", dossiers.get(0)), permission, null);
        for (DossierId each : dossiers) {
            Ruling ruling = dossier(each, permission);
            if (ruling.allowed()) return ruling;
            if (ruling.verdict() instanceof Verdict.Refused) refusal = ruling;
        }
        return refusal;
    }

    /** On any object; on a cohort as a learner of it too, if learners hold the permission. */
    Ruling on(Reach object, Permission permission) {
        if (object instanceof Reach.OfCohort of) {
            return permission.heldBy(Role.LEARNER)
                    ? classroom(of.cohort(), permission)
                    : cohort(of.cohort(), permission);
        }
        if (object instanceof Reach.OfDossier of) return dossier(of.dossier(), permission);
        if (object instanceof Reach.OfProduction of) return production(of.dossier(), of.production(), permission);
        return organisation(permission);
    }

    private Ruling dossier(DossierId id, @Nullable ProductionId production, Permission permission) {
        AccessRules rules = rules();
        if (rules == null) return new Ruling(notAPerson(), permission, null);
        Dossier dossier = work.find(DossierKinds.DOSSIER, DossierKinds.scope(id), id.value())
                .orElse(null);
        Verdict verdict = dossier == null
                ? new Verdict.Hidden("dossier", id)
                : rules.dossier(dossier, production, permission, () -> memberships(dossier.learner()));
        return new Ruling(verdict, permission, dossier);
    }

    private Ruling about(Permission permission, Function<AccessRules, Verdict> decide) {
        AccessRules rules = rules();
        return new Ruling(rules == null ? notAPerson() : decide.apply(rules), permission, null);
    }

    private @Nullable AccessRules rules() {
        if (rules == null && gate.holdsAnything()) {
            rules = new AccessRules(gate.holdings(work), gate.actor().role().orElse(null));
        }
        return rules;
    }

    private Verdict notAPerson() {
        return Verdict.denied(gate.actor().token().isPresent() ? "denied.bearer" : "denied.system");
    }

    private List<Membership> memberships(PersonId learner) {
        return work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner));
    }
}
