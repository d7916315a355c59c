package org.eportfolio.core;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.assessment.CohortDossiers;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.dossier.ProductionAuthors;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.peer.ReviewPairing;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.Draw;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.peer.RoundRobin;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;

/**
 * Campaigns of peer reviews. A teacher opens one over a cohort, learners hand in, a teacher draws or chooses who reviews
 * whom; any teacher of the cohort may go on with a colleague's. Each call takes the same few readings, however large the
 * class. Thread-safe.
 */
public final class CampaignDesk {
    private static final int MOST_EACH = 10;

    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final SecureRandom seeds = new SecureRandom();

    CampaignDesk(Session session, Gate gate, Catalogue catalogue) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
    }

    /** Opens a campaign: from now on the cohort's learners may hand in. */
    public Campaign open(NewCampaign input) {
        Inputs.checked(input);
        return session.write(Scope.ORGANISATION, work -> {
            Entitled teacher = gate.cohort(input.cohort(), Permission.RUN_CAMPAIGN, work);
            CohortDossiers cohort = CohortDossiers.of(input.cohort(), input.adoption(), work.now(), work);
            Catalogue.Adopted adopted = catalogue.adopted(cohort.adoption(), work);
            for (Criterion each : input.criteria()) {
                if (each.competency() != null) adopted.framework().assessable(each.competency());
            }
            Instant deadline = Objects.requireNonNull(input.deadline());
            InvalidInputException.unless(deadline.isAfter(work.now()), "deadline", "campaign.past", deadline);
            Campaign campaign = new Campaign(
                    new CampaignId(work.newId()),
                    input.cohort(),
                    cohort.adoption(),
                    input.title(),
                    input.instructions(),
                    input.criteria(),
                    deadline,
                    input.anonymous(),
                    teacher.person(),
                    work.now(),
                    null,
                    null,
                    1);
            campaign.requireEnough(cohort.learners().size() - 1);
            work.put(PeerKinds.CAMPAIGN, campaign);
            work.journal("campaign.opened", teacher.person(), teacher.role());
            return campaign;
        });
    }

    /**
     * Hands in a production of the actor's own, frozen as it stands, in place of one handed in before; only until
     * reviews are assigned. Of a group's production, all who joined the group are co-authors, named here or not.
     *
     * @param dossier where the reviews will be received
     */
    public HandIn handIn(CampaignId id, DossierId dossier, NewHandIn input) {
        Inputs.checked(input);
        return session.write(Scope.ORGANISATION, work -> {
            Campaign campaign = entered(id, Permission.HAND_IN, work).campaign();
            Opened opened = gate.dossier(dossier, Permission.HAND_IN, work);
            campaign.requireHandingIn(work.now());
            catalogue.of(opened.dossier(), campaign.adoption(), work);
            Set<PersonId> strangers = new TreeSet<>(input.coAuthors());
            strangers.removeAll(learners(campaign, work));
            InvalidInputException.unless(strangers.isEmpty(), "coAuthors", "campaign.strangers", strangers);
            Evidence handed = frozen(input, opened, work);
            HandIn handedIn = new HandIn(
                    earlier(campaign, opened, work).map(HandIn::id).orElseGet(() -> new HandInId(work.newId())),
                    id,
                    dossier,
                    opened.person(),
                    coAuthors(input, opened.person(), work),
                    handed,
                    work.now());
            work.put(PeerKinds.HAND_IN, handedIn);
            // Told to the organisation's chain too, so that handing in and assigning cannot pass each other unseen.
            work.mention(Scope.ORGANISATION, PeerKinds.HAND_IN, handedIn);
            work.journal("campaign.handed-in", opened.person(), opened.role());
            return handedIn;
        });
    }

    private static Optional<HandIn> earlier(Campaign campaign, Opened opened, Work work) {
        Optional<HandIn> earlier = of(opened.person(), campaign.id(), work);
        earlier.filter(each -> !each.dossier().equals(opened.dossier().id())).ifPresent(elsewhere -> {
            throw ConflictException.state("hand-in.other-dossier");
        });
        return earlier;
    }

    private static Optional<HandIn> of(PersonId author, CampaignId campaign, Work work) {
        return work.where(PeerKinds.HAND_IN, PeerKinds.handInsOf(campaign)).stream()
                .filter(each -> each.author().equals(author))
                .findFirst();
    }

    /** Those whom the input names, and those who made it in a group, which is settled from this citation on. */
    private static List<PersonId> coAuthors(NewHandIn input, PersonId author, Work work) {
        Set<PersonId> makers = new LinkedHashSet<>(input.coAuthors());
        ProductionId production = input.work().production();
        makers.addAll(ProductionAuthors.of(List.of(production), work).others(author, production));
        return List.copyOf(makers);
    }

    private Evidence frozen(NewHandIn input, Opened opened, Work work) {
        Evidence evidence =
                Citations.freeze(List.of(input.work()), opened, gate, work).get(0);
        Production production = work.find(
                        DossierKinds.PRODUCTION,
                        DossierKinds.scope(evidence.dossier()),
                        evidence.production().value())
                .orElseThrow();
        boolean kept = production.confidentiality() != null
                && !production.confidentiality().cleared();
        InvalidInputException.unless(!kept, "work", "hand-in.confidential", production.title());
        return evidence;
    }

    /**
     * Draws who reviews whom, once: every production gets the same number of reviews, the cohort's learners of today
     * write as equally many as can be, and nobody reviews what they made. The seed is kept with the campaign.
     *
     * @param each how many reviews each production gets, 1 to 10
     */
    public List<ReviewAssignment> draw(CampaignId id, int each) {
        return session.write(Scope.ORGANISATION, work -> {
            Entered entered = entered(id, Permission.RUN_CAMPAIGN, work);
            Campaign campaign = entered.campaign();
            InvalidInputException.unless(each >= 1 && each <= MOST_EACH, "each", "campaign.each", MOST_EACH, each);
            campaign.requireHandingIn(work.now());
            ReviewPairing assigning = ReviewPairing.of(campaign, learners(campaign, work), work);
            Draw draw = new Draw(id, seeds.nextLong(), each, work.now());
            List<ReviewAssignment> made =
                    assigning.assign(RoundRobin.pairs(assigning.makers(), assigning.learners(), each, draw.seed()));
            work.put(PeerKinds.DRAW, draw);
            return assigned(made, campaign, entered.by(), work);
        });
    }

    /** Has these people review these productions; before or after a draw, until the campaign ends. */
    public List<ReviewAssignment> assign(CampaignId id, Pair... pairs) {
        return session.write(Scope.ORGANISATION, work -> {
            Entered entered = entered(id, Permission.RUN_CAMPAIGN, work);
            InvalidInputException.unless(pairs.length > 0, "pairs", "campaign.no-pair");
            entered.campaign().requireRunning(work.now());
            ReviewPairing assigning = ReviewPairing.of(entered.campaign(), learners(entered.campaign(), work), work);
            return assigned(assigning.assign(List.of(pairs)), entered.campaign(), entered.by(), work);
        });
    }

    private static List<ReviewAssignment> assigned(
            List<ReviewAssignment> made, Campaign campaign, Entitled by, Work work) {
        Campaign assigned = campaign.assigned(work.now());
        if (!assigned.equals(campaign)) work.put(PeerKinds.CAMPAIGN, assigned);
        work.journal("campaign.assigned", by.person(), by.role());
        return made;
    }

    /** Gives a running campaign another deadline. */
    public Campaign reschedule(CampaignId id, Instant deadline) {
        return move(id, "campaign.rescheduled", (campaign, now) -> campaign.rescheduled(deadline, now));
    }

    /** Ends a running campaign now: what was submitted is shown to those it is about. */
    public Campaign close(CampaignId id) {
        return move(id, "campaign.closed", Campaign::closed);
    }

    private Campaign move(CampaignId id, String act, BiFunction<Campaign, Instant, Campaign> step) {
        return session.write(Scope.ORGANISATION, work -> {
            Entered entered = entered(id, Permission.RUN_CAMPAIGN, work);
            Campaign moved = step.apply(entered.campaign(), work.now());
            work.put(PeerKinds.CAMPAIGN, moved);
            work.journal(act, entered.by().person(), entered.by().role());
            return moved;
        });
    }

    /** One campaign, for the cohort's learners and teachers. */
    public Campaign get(CampaignId id) {
        return session.read(work -> entered(id, Permission.READ_CAMPAIGN, work).campaign());
    }

    /**
     * A page of a cohort's campaigns, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Campaign> list(CohortId cohort, PageRequest request) {
        return session.read(work -> {
            gate.classroom(cohort, Permission.READ_CAMPAIGN, () -> new NotFoundException("cohort", cohort), work);
            return work.page(PeerKinds.CAMPAIGN, PeerKinds.campaignsOf(cohort), request);
        });
    }

    /** What the actor handed in; empty for nothing yet. */
    public Optional<HandIn> handedIn(CampaignId id) {
        return session.read(
                work -> of(entered(id, Permission.HAND_IN, work).by().person(), id, work));
    }

    /** A page of what was handed in, for teachers. */
    public Page<HandIn> handIns(CampaignId id, PageRequest request) {
        return session.read(work -> {
            entered(id, Permission.RUN_CAMPAIGN, work);
            return work.page(PeerKinds.HAND_IN, PeerKinds.handInsOf(id), request);
        });
    }

    /** A page of who reviews whom and what they submitted, anonymous or not; for the cohort's teachers only. */
    public Page<ReviewAssignment> assignments(CampaignId id, PageRequest request) {
        return session.read(work -> {
            entered(id, Permission.MODERATE_REVIEWS, work);
            Page<ReviewAssignment> page = work.page(PeerKinds.REVIEW_ASSIGNMENT, PeerKinds.assignmentsOf(id), request);
            return new Page<>(
                    page.items().stream().map(ReviewAssignment::withoutDraft).toList(), page.next());
        });
    }

    /** How the reviews were drawn; empty if they were not. For teachers only. */
    public Optional<Draw> drawOf(CampaignId id) {
        return session.read(work -> {
            entered(id, Permission.MODERATE_REVIEWS, work);
            return work.find(PeerKinds.DRAW, Scope.ORGANISATION, id.value());
        });
    }

    private record Entered(Campaign campaign, Entitled by) {}

    private Entered entered(CampaignId id, Permission permission, Work work) {
        gate.person();
        Campaign campaign = PeerJudgements.campaign(id, work);
        Entitled by = gate.classroom(campaign.cohort(), permission, () -> new NotFoundException("campaign", id), work);
        return new Entered(campaign, by);
    }

    private static Set<PersonId> learners(Campaign campaign, Work work) {
        return work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(campaign.cohort())).stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .map(Membership::learner)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
