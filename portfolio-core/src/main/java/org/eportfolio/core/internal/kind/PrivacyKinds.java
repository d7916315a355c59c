package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.KEPT_AS_IT_STOOD;
import static org.eportfolio.privacy.DataCategory.ASSESSMENT;
import static org.eportfolio.privacy.DataCategory.SCHOOLING;
import static org.eportfolio.privacy.DataCategory.TRACE;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.LEGAL_REPRESENTATIVE;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.Departure;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.Rectification;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Stored;

/** Requests of people about their data, rectifications, erasures and departures. */
public final class PrivacyKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<PrivacyRequest> PRIVACY_REQUEST = KINDS.inOrganisation(
                    "privacy-request", PrivacyRequest.class, each -> each.id().value())
            .revised(PrivacyRequest::revision)
            .personal(TRACE, LEARNER, STAFF, LEGAL_REPRESENTATIVE)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Names no one but who wrote it. */
    public static final RecordKind<Breach> BREACH = KINDS.inOrganisation(
                    "breach", Breach.class, each -> each.id().value())
            .revised(Breach::revision)
            .personal(TRACE, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Stands in the learner's dossier, beside the positioning that was wrong. */
    public static final RecordKind<Rectification> RECTIFICATION = KINDS.inDossier(
                    "rectification", Rectification.class, each -> each.id().value(), Rectification::dossier)
            .keptAsMade()
            .personal(ASSESSMENT, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /**
     * Stands in the dossier, which the head reads meanwhile. The organisation's chain records it too, so that a call of the
     * head finds what is open without a look into each dossier.
     */
    public static final RecordKind<ExceptionalAccess> EXCEPTIONAL_ACCESS = KINDS.inDossier(
                    "exceptional-access",
                    ExceptionalAccess.class,
                    each -> each.id().value(),
                    ExceptionalAccess::dossier)
            .keys(each -> Set.of(openedBy(each.openedBy())))
            .revised(ExceptionalAccess::revision)
            .alsoInOrganisationChain()
            .personal(TRACE, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<ErasureReceipt> ERASURE = KINDS.inOrganisation(
                    "erasure", ErasureReceipt.class, each -> each.id().value())
            .personal(TRACE, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Knows the fingerprint of what was taken away, not the content. */
    public static final RecordKind<Departure> DEPARTURE = KINDS.inOrganisation(
                    "departure", Departure.class, each -> each.id().value())
            .keys(each -> Set.of(departuresOf(each.learner())))
            .revised(Departure::revision)
            .whenGone(Stored.class, KEPT_AS_IT_STOOD)
            .personal(SCHOOLING, LEARNER)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private PrivacyKinds() {}

    /** All dossiers that this person ever opened for a reason. */
    public static Key openedBy(PersonId head) {
        return new Key("exceptional-access.by", head.value());
    }

    public static Key departuresOf(PersonId learner) {
        return new Key("departure.learner", learner.value());
    }
}
