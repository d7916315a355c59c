package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.LIBRARY;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.CONTEXT;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.DataCategory.IDENTITY;
import static org.eportfolio.privacy.DataCategory.SCHOOLING;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.LEGAL_REPRESENTATIVE;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.List;
import java.util.Set;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Handover;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;

/** The school: its people, cohorts and roles. */
public final class SchoolKinds {
    static final KindFile KINDS = new KindFile();

    /** Version 1 had the name to show only. */
    private static final Upgrades NAME_WITHOUT_PARTS = new Upgrades(List.of(fields -> {}));

    /** Version 1 had no school year, which stays unstated; version 2 could not be closed. */
    private static final Upgrades COHORT_WITHOUT_YEAR = new Upgrades(List.of(fields -> {}, fields -> {}));

    /** Version 1 named no links. */
    private static final Upgrades HANDOVER_WITHOUT_LINKS = new Upgrades(List.of(fields -> {}));

    /** All steps by which an id became another. */
    public static final Key ID_CHANGES = new Key("id-change.all", "all");

    public static final RecordKind<Founding> FOUNDING = KINDS.inOrganisation("founding", Founding.class, Founding::id)
            .personal(SCHOOLING, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(LIBRARY)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<KeptName> PERSON = KINDS.inOrganisation("person", KeptName.class, KeptName::row)
            .keys(each -> Set.of(namesOf(each.id())))
            .upgradedBy(NAME_WITHOUT_PARTS)
            .personal(IDENTITY, LEARNER, STAFF)
            .identifying(KeptName::id)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<Cohort> COHORT = KINDS.inOrganisation(
                    "cohort", Cohort.class, each -> each.id().value())
            .keys(each -> Set.of(cohortNamed(each.name())))
            .upgradedBy(COHORT_WITHOUT_YEAR)
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<Membership> MEMBERSHIP = KINDS.inOrganisation(
                    "membership", Membership.class, each -> each.id().value())
            .keys(each -> Set.of(membersOf(each.cohort()), membershipsOf(each.learner())))
            .personal(SCHOOLING, LEARNER)
            .identifying(Membership::learner)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<Grant> GRANT = KINDS.inOrganisation(
                    "grant", Grant.class, each -> each.id().value())
            .keys(SchoolKinds::keysOf)
            .whenGone(ProductionId.class, DETACHED)
            .personal(SCHOOLING, STAFF, LEGAL_REPRESENTATIVE)
            .identifying(Grant::holder)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<Handover> HANDOVER = KINDS.inOrganisation(
                    "handover", Handover.class, each -> each.id().value())
            .keys(each -> Set.of(handoversIn(each.cohort())))
            .upgradedBy(HANDOVER_WITHOUT_LINKS)
            .personal(SCHOOLING, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Few: one for each step by which an id became another. Every call knows them. */
    public static final RecordKind<IdChange> ID_CHANGE = KINDS.inOrganisation(
                    "id-change", IdChange.class, each -> each.id().value())
            .keys(each -> Set.of(ID_CHANGES))
            .personal(IDENTITY, LEARNER, STAFF)
            .identifying(IdChange::person)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<KeptExternalId> EXTERNAL_ID = KINDS.inOrganisation(
                    "external-id", KeptExternalId.class, KeptExternalId::row)
            .keys(each -> Set.of(externalIdsOf(each.person()), externalId(each.issuer(), each.value())))
            .personal(IDENTITY, LEARNER, STAFF)
            .identifying(KeptExternalId::person)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private SchoolKinds() {}

    public static Key namesOf(PersonId person) {
        return new Key("person", person.value());
    }

    public static Key externalIdsOf(PersonId person) {
        return new Key("external-id.person", person.value());
    }

    public static Key externalId(String issuer, String value) {
        return new Key("external-id.value", issuer + " " + value);
    }

    public static Key cohortNamed(String name) {
        return new Key("cohort.name", name);
    }

    public static Key membersOf(CohortId cohort) {
        return new Key("membership.cohort", cohort.toString());
    }

    public static Key membershipsOf(PersonId learner) {
        return new Key("membership.learner", learner.value());
    }

    public static Key grantsOf(PersonId holder) {
        return new Key("grant.holder", holder.value());
    }

    /** All grants that reach exactly as far; those over single productions go with their dossier's. */
    public static Key grantsOver(Reach reach) {
        String over = "organisation";
        if (reach instanceof Reach.OfCohort of) over = "cohort " + of.cohort();
        if (reach instanceof Reach.OfDossier of) over = "dossier " + of.dossier();
        if (reach instanceof Reach.OfProduction of) over = "dossier " + of.dossier();
        return new Key("grant.over", over);
    }

    public static Key headGrants() {
        return new Key("grant.role", Role.HEAD.name());
    }

    public static Key handoversIn(CohortId cohort) {
        return new Key("handover.cohort", cohort.toString());
    }

    private static Set<Key> keysOf(Grant grant) {
        Key holder = grantsOf(grant.holder());
        Key over = grantsOver(grant.reach());
        return grant.role() == Role.HEAD ? Set.of(holder, over, headGrants()) : Set.of(holder, over);
    }
}
