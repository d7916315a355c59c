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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.assessment.CohortDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.dossier.ProductionAuthors;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.peer.ReviewPairing;
import org.eportfolio.core.internal.reflection.ReadableRecordings;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
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

    private final DeskContext desk;
    private final SecureRandom seeds = new SecureRandom();

    CampaignDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Opens a campaign: from now on the cohort's learners may hand in. */
    public Campaign open(NewCampaign input) {
        NewCampaign given = Inputs.checked(input);
        return desk.write(given.cohort(), Permission.RUN_CAMPAIGN, call -> {
            CohortDossiers cohort = CohortDossiers.of(given.cohort(), given.adoption(), call.now(), call.work());
            Catalogue.Adopted adopted = desk.catalogue().adopted(cohort.adoption(), call.work());
            for (Criterion each : given.criteria()) {
                if (each.competency() != null) adopted.framework().assessable(each.competency());
            }
            Instant deadline = Objects.requireNonNull(given.deadline());
            InvalidInputException.unless(deadline.isAfter(call.now()), "deadline", "campaign.past", deadline);
            Campaign campaign = new Campaign(
                    new CampaignId(call.newId()),
                    given.cohort(),
                    cohort.adoption(),
                    given.title(),
                    given.instructions(),
                    given.criteria(),
                    deadline,
                    given.anonymous(),
                    call.person(),
                    call.now(),
                    null,
                    null,
                    1);
            campaign.requireEnough(cohort.learners().size() - 1);
            return call.save("campaign.opened", PeerKinds.CAMPAIGN, campaign);
        });
    }

    /**
     * Hands in a production of the actor's own, frozen as it stands, in place of one handed in before; only until
     * reviews are assigned. Of a group's production, all who joined the group are co-authors, named here or not.
     *
     * @param dossier where the reviews will be received
     */
    public HandIn handIn(CampaignId id, DossierId dossier, NewHandIn input) {
        NewHandIn given = Inputs.checked(input);
        return desk.session().write(Scope.ORGANISATION, work -> {
            Campaign campaign = entered(id, Permission.HAND_IN, work).campaign();
            DossierCall call = desk.open(dossier, Permission.HAND_IN, work);
            campaign.requireHandingIn(call.now());
            call.adopted(campaign.adoption());
            Set<PersonId> strangers = new TreeSet<>(given.coAuthors());
            strangers.removeAll(learners(campaign, call.work()));
            InvalidInputException.unless(strangers.isEmpty(), "coAuthors", "campaign.strangers", strangers);
            Evidence handed = frozen(given, call);
            HandIn handedIn = new HandIn(
                    earlier(campaign, call).map(HandIn::id).orElseGet(() -> new HandInId(call.newId())),
                    id,
                    dossier,
                    call.person(),
                    coAuthors(given, call.person(), call.work()),
                    handed,
                    call.now());
            call.put(PeerKinds.HAND_IN, handedIn);
            // Mentioned in the organisation's chain too, so that handing in and assigning cannot pass each other
            // unseen.
            call.work().mention(Scope.ORGANISATION, PeerKinds.HAND_IN, handedIn);
            call.journal("campaign.handed-in");
            return handedIn;
        });
    }

    private static Optional<HandIn> earlier(Campaign campaign, DossierCall call) {
        Optional<HandIn> earlier = of(call.person(), campaign.id(), call.work());
        earlier.filter(each -> !each.dossier().equals(call.dossier().id())).ifPresent(elsewhere -> {
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

    private Evidence frozen(NewHandIn input, DossierCall call) {
        Evidence evidence = Citations.freeze(List.of(input.work()), call).get(0);
        Production production = call.work()
                .find(
                        DossierKinds.PRODUCTION,
                        DossierKinds.scope(evidence.dossier()),
                        evidence.production().value())
                .orElseThrow();
        InvalidInputException.unless(!production.withheld(), "work", "hand-in.confidential", production.title());
        ReadableRecordings.require("work", production.version(evidence.version()));
        return evidence;
    }

    /**
     * Draws who reviews whom, once: every production gets the same number of reviews, the cohort's learners of today
     * write as equally many as can be, and no one reviews what they made. The seed is kept with the campaign.
     *
     * @param each how many reviews each production gets, 1 to 10
     * @return that many for each production that was handed in
     */
    public List<ReviewAssignment> draw(CampaignId id, int each) {
        return running(id, (campaign, call) -> {
            InvalidInputException.unless(each >= 1 && each <= MOST_EACH, "each", "campaign.each", MOST_EACH, each);
            campaign.requireHandingIn(call.now());
            ReviewPairing assigning = ReviewPairing.of(campaign, learners(campaign, call.work()), call.work());
            Draw draw = new Draw(id, seeds.nextLong(), each, call.now());
            List<ReviewAssignment> made =
                    assigning.assign(RoundRobin.pairs(assigning.makers(), assigning.learners(), each, draw.seed()));
            call.put(PeerKinds.DRAW, draw);
            return assigned(made, campaign, call);
        });
    }

    /**
     * Has these people review these productions; before or after a draw, until the campaign ends.
     *
     * @return one for each pair, in the order given
     */
    public List<ReviewAssignment> assign(CampaignId id, Pair... pairs) {
        Inputs.requireEach("pairs", pairs);
        return running(id, (campaign, call) -> {
            InvalidInputException.unless(pairs.length > 0, "pairs", "campaign.no-pair");
            campaign.requireRunning(call.now());
            ReviewPairing assigning = ReviewPairing.of(campaign, learners(campaign, call.work()), call.work());
            return assigned(assigning.assign(List.of(pairs)), campaign, call);
        });
    }

    private static List<ReviewAssignment> assigned(List<ReviewAssignment> made, Campaign campaign, Call call) {
        Campaign assigned = campaign.asAssigned(call.now());
        if (!assigned.equals(campaign)) call.put(PeerKinds.CAMPAIGN, assigned);
        call.journal("campaign.assigned");
        return made;
    }

    /**
     * Gives a running campaign another deadline.
     *
     * @param seen the campaign as the caller read it
     * @throws ConflictException if it changed since
     */
    public Campaign reschedule(Campaign seen, Instant deadline) {
        Inputs.requireBounded("deadline", deadline);
        return move(
                seen.id(),
                "campaign.rescheduled",
                (campaign, now) -> PeerKinds.CAMPAIGN.unchanged(seen, campaign).withDeadline(deadline, now));
    }

    /** Ends a running campaign now: what was submitted is shown to those it is about. */
    public Campaign close(CampaignId id) {
        return move(id, "campaign.closed", Campaign::asClosed);
    }

    private Campaign move(CampaignId id, String act, BiFunction<Campaign, Instant, Campaign> step) {
        return running(id, (campaign, call) -> {
            Campaign moved = step.apply(campaign, call.now());
            return call.save(act, PeerKinds.CAMPAIGN, moved);
        });
    }

    /** One campaign, for the cohort's learners and teachers. */
    public Campaign get(CampaignId id) {
        return desk.session()
                .read(work -> entered(id, Permission.READ_CAMPAIGN, work).campaign());
    }

    /**
     * A page of a cohort's campaigns, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Campaign> list(CohortId cohort, PageRequest request) {
        Objects.requireNonNull(cohort, "cohort");
        return desk.session().read(work -> {
            desk.gate()
                    .classroom(cohort, Permission.READ_CAMPAIGN, () -> new NotFoundException("cohort", cohort), work);
            return work.page(PeerKinds.CAMPAIGN, PeerKinds.campaignsOf(cohort), request);
        });
    }

    /** What the actor handed in; empty for nothing yet. */
    public Optional<HandIn> handedIn(CampaignId id) {
        return desk.session()
                .read(work -> of(entered(id, Permission.HAND_IN, work).call().person(), id, work));
    }

    /** A page of what was handed in, for teachers. */
    public Page<HandIn> handIns(CampaignId id, PageRequest request) {
        return desk.session().read(work -> {
            Call call = entered(id, Permission.RUN_CAMPAIGN, work).call();
            return FilteredPages.page(
                    PeerKinds.HAND_IN,
                    PeerKinds.handInsOf(id),
                    request,
                    page -> open(page, HandIn::dossier, Permission.READ_PRODUCTION, call),
                    work);
        });
    }

    /** A page of who reviews whom and what they submitted, anonymous or not; for the cohort's teachers only. */
    public Page<ReviewAssignment> assignments(CampaignId id, PageRequest request) {
        return desk.session().read(work -> {
            Call call = entered(id, Permission.MODERATE_REVIEWS, work).call();
            Page<ReviewAssignment> page = FilteredPages.page(
                    PeerKinds.REVIEW_ASSIGNMENT,
                    PeerKinds.assignmentsOf(id),
                    request,
                    all -> open(all, ReviewAssignment::dossier, Permission.READ_REVIEWS, call),
                    work);
            return new Page<>(
                    page.items().stream().map(ReviewAssignment::withoutDraft).toList(), page.next());
        });
    }

    /** How the reviews were drawn; empty if they were not. For teachers only. */
    public Optional<Draw> drawOf(CampaignId id) {
        return desk.session().read(work -> {
            entered(id, Permission.MODERATE_REVIEWS, work);
            return work.find(PeerKinds.DRAW, Scope.ORGANISATION, id.value());
        });
    }

    /** Those about dossiers that open to the actor. */
    private static <T> List<T> open(List<T> all, Function<T, DossierId> about, Permission permission, Call call) {
        Set<Scope> scopes = all.stream().map(about).map(DossierKinds::scope).collect(Collectors.toSet());
        Set<DossierId> open =
                call.many(List.of()).open(call.work().among(DossierKinds.DOSSIER, scopes), permission).stream()
                        .map(Dossier::id)
                        .collect(Collectors.toSet());
        return all.stream().filter(each -> open.contains(about.apply(each))).toList();
    }

    private record Entered(Campaign campaign, Call call) {}

    private Entered entered(CampaignId id, Permission permission, Work work) {
        desk.gate().person();
        Campaign campaign = PeerJudgements.campaign(id, work);
        return new Entered(
                campaign,
                desk.by(
                        desk.gate()
                                .classroom(
                                        campaign.cohort(),
                                        permission,
                                        () -> new NotFoundException("campaign", id),
                                        work),
                        work));
    }

    private <T> T running(CampaignId id, BiFunction<Campaign, Call, T> step) {
        return desk.session().write(Scope.ORGANISATION, work -> {
            Entered entered = entered(id, Permission.RUN_CAMPAIGN, work);
            return step.apply(entered.campaign(), entered.call());
        });
    }

    private static Set<PersonId> learners(Campaign campaign, Work work) {
        return work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(campaign.cohort())).stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .map(Membership::learner)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
