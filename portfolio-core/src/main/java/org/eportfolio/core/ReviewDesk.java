package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_REVIEW;
import static org.eportfolio.access.Permission.MODERATE_REVIEWS;
import static org.eportfolio.access.Permission.READ_REVIEWS;
import static org.eportfolio.access.Permission.REVIEW_PEERS;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.PeerKinds.HAND_IN;
import static org.eportfolio.core.internal.kind.PeerKinds.REVIEW;
import static org.eportfolio.core.internal.kind.PeerKinds.REVIEW_ASSIGNMENT;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.peer.Anonymity;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.peer.Reviewing;
import org.eportfolio.core.internal.showcase.ShownFiles;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.PeerLevels;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/**
 * Peer reviews. A reviewer writes what they were assigned; once the campaign is over the reviewed learner receives it,
 * replies once and says how useful it was; a teacher may withhold abuse. Of an anonymous review no one but its author
 * and the cohort's teachers can learn who wrote it, here or anywhere else. Thread-safe.
 */
public final class ReviewDesk {
    private final DeskContext desk;

    ReviewDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * A page of what the actor was assigned to review, the oldest first, drafts included.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<ReviewAssignment> assigned(PageRequest request) {
        return desk.read(
                REVIEW_PEERS, call -> call.page(REVIEW_ASSIGNMENT, PeerKinds.assignmentsTo(call.person()), request));
    }

    /**
     * The production to be reviewed, in the version that was handed in; while the campaign runs.
     *
     * @throws ConflictException while it is confidential to a company and not cleared, also if that was said after it was
     *     handed in
     */
    public Version work(ReviewAssignmentId id) {
        return desk.session().read(work -> {
            Entered reviewing = running(id, work);
            requireStillHere(reviewing.assignment(), work);
            return version(reviewing, work).withoutHelpers();
        });
    }

    /**
     * The bytes of a file of the production to be reviewed, to be closed by the caller.
     *
     * @param file one of the files of {@link #work}
     */
    public InputStream download(ReviewAssignmentId id, Stored file) {
        return download(id, file, ByteRange.ALL).bytes();
    }

    /**
     * The same with the file's name and type, and of its bytes only those wanted: what comes before is not read.
     *
     * @throws InvalidInputException if the range lies outside the file
     */
    public Download download(ReviewAssignmentId id, Stored file, ByteRange range) {
        Objects.requireNonNull(range, "range");
        return RequiredContent.open(file, range, ShownFiles.of(work(id)), desk.engine());
    }

    /**
     * A small picture of a file of the work, to be closed by the caller; empty if none was made.
     *
     * @param file one of the files of {@link #work}
     */
    public Optional<Download> preview(ReviewAssignmentId id, Stored file) {
        Objects.requireNonNull(file, "file");
        return RequiredContent.preview(file, ShownFiles.of(work(id)), desk.engine());
    }

    private static Version version(Entered reviewing, Work work) {
        ReviewAssignment assignment = reviewing.assignment();
        HandIn handIn = work.require(
                HAND_IN,
                DossierKinds.scope(assignment.dossier()),
                assignment.handIn().value());
        Production production = work.require(
                PRODUCTION,
                DossierKinds.scope(handIn.work().dossier()),
                handIn.work().production().value());
        if (production.withheld()) throw ConflictException.state("review.confidential");
        return production.version(handIn.work().version());
    }

    /**
     * Keeps a draft, which no one but its author sees.
     *
     * @param seen the assignment as the caller read it; a {@link ConflictException} if it changed since
     */
    public ReviewAssignment save(ReviewAssignment seen, Remarks draft) {
        Objects.requireNonNull(draft, "draft");
        Remarks given = Inputs.checked(draft);
        return desk.session().write(Scope.ORGANISATION, work -> {
            Entered reviewing = running(seen.id(), work);
            REVIEW_ASSIGNMENT.unchanged(seen, reviewing.assignment());
            given.requireFitting(reviewing.campaign().criteria(), scale(reviewing.campaign(), work));
            ReviewAssignment drafted = reviewing.assignment().withDraft(given);
            work.put(REVIEW_ASSIGNMENT, drafted);
            journal("review.drafted", reviewing, work);
            return drafted;
        });
    }

    /**
     * Submits the draft as it stands; from now on it never changes.
     *
     * @param seen the assignment as the caller read it; a {@link ConflictException} if it changed since
     */
    public ReviewAssignment submit(ReviewAssignment seen) {
        return desk.session().write(Scope.ORGANISATION, work -> {
            Entered reviewing = running(seen.id(), work);
            REVIEW_ASSIGNMENT.unchanged(seen, reviewing.assignment());
            Remarks draft = reviewing.assignment().remarks();
            return submit(reviewing, draft == null ? Remarks.none() : draft, work);
        });
    }

    /** Submits a review, in place of its draft if there is one; from now on it never changes. */
    public ReviewAssignment submit(ReviewAssignmentId id, Remarks remarks) {
        Objects.requireNonNull(remarks, "remarks");
        Remarks given = Inputs.checked(remarks);
        return desk.session().write(Scope.ORGANISATION, work -> submit(running(id, work), given, work));
    }

    private ReviewAssignment submit(Entered reviewing, Remarks remarks, Work work) {
        Campaign campaign = reviewing.campaign();
        remarks.requireFitting(campaign.criteria(), scale(campaign, work));
        ReviewAssignment submitted =
                reviewing.assignment().asSubmitted(remarks, new ReviewId(UUID.randomUUID()), work.now());
        requireStillHere(submitted, work);
        work.put(REVIEW_ASSIGNMENT, submitted);
        work.put(
                REVIEW,
                new Review(
                        Objects.requireNonNull(submitted.review()),
                        submitted.campaign(),
                        submitted.handIn(),
                        submitted.dossier(),
                        submitted.peer(),
                        Anonymity.authorIn(campaign, submitted),
                        remarks,
                        false,
                        null,
                        null,
                        1));
        journal("review.submitted", reviewing, work);
        return submitted;
    }

    /** What became of the actor's own review: how the reviewed learner has it, with their reply. */
    public Review delivered(ReviewAssignmentId id) {
        return desk.session().read(work -> {
            ReviewAssignment assignment = own(id, REVIEW_PEERS, work).assignment();
            if (!assignment.submitted()) throw ConflictException.state("review.not-submitted");
            return received(assignment, work);
        });
    }

    /** One review that a learner received; not while its campaign runs. */
    public Review get(DossierId dossier, ReviewId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_REVIEWS, call -> {
            Review there = call.require(REVIEW, id.value());
            return new RecordStates(call.work())
                    .seen(REVIEW, List.of(there), true).stream()
                            .findFirst()
                            .orElseThrow(() -> new NotFoundException("review", id));
        });
    }

    /**
     * One task of reviewing: for the learner who reviews, drafts included; without them for the teachers of the campaign's
     * cohort who read the reviews of the reviewed learner.
     */
    public ReviewAssignment assignment(ReviewAssignmentId id) {
        Objects.requireNonNull(id, "id");
        PersonId person = desk.gate().person();
        return desk.session().read(work -> {
            ReviewAssignment assignment =
                    work.find(REVIEW_ASSIGNMENT, Scope.ORGANISATION, id.value()).orElseThrow(() -> none(id));
            if (assignment.reviewer().equals(person))
                return own(id, REVIEW_PEERS, work).assignment();
            Campaign campaign = PeerJudgements.campaign(assignment.campaign(), work);
            desk.gate().classroom(campaign.cohort(), MODERATE_REVIEWS, () -> none(id), work);
            desk.gate().anyOf(List.of(assignment.dossier()), READ_REVIEWS, () -> none(id), work);
            return assignment.withoutDraft();
        });
    }

    /**
     * A page of the reviews that a learner received, in an order that reveals nothing. Those of running campaigns are not
     * there yet, not even as a number: their number would show when each is written.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Review> received(DossierId dossier, PageRequest request) {
        return desk.read(
                dossier,
                READ_REVIEWS,
                call -> FilteredPages.page(
                        REVIEW,
                        DossierKinds.scope(dossier),
                        request,
                        each -> new RecordStates(call.work()).seen(REVIEW, each, true),
                        call.work()));
    }

    /**
     * How many peers gave each level on each criterion of the campaigns that are over: a count, never a mean.
     *
     * @return at most one for each criterion of each production that the learner handed in
     */
    public List<PeerLevels> levels(DossierId dossier) {
        return desk.read(dossier, READ_REVIEWS, call -> {
            List<Review> reviews = call.list(REVIEW);
            Map<CampaignId, Campaign> ended = PeerJudgements.ended(reviews, call.work());
            record Subject(CampaignId campaign, HandInId handIn) {}
            Map<Subject, List<Review>> bySubject = new LinkedHashMap<>();
            for (Review each : reviews) {
                bySubject
                        .computeIfAbsent(new Subject(each.campaign(), each.handIn()), subject -> new ArrayList<>())
                        .add(each);
            }
            List<PeerLevels> levels = new ArrayList<>();
            bySubject.forEach((subject, about) -> {
                Campaign campaign = ended.get(subject.campaign());
                if (campaign == null) return;
                levels.addAll(PeerLevels.of(campaign, subject.handIn(), about, scale(campaign, call.work())));
            });
            return levels;
        });
    }

    /**
     * The reviewed learner replies to a review, once.
     *
     * @param seen the review as the caller read it; a {@link ConflictException} if it changed since
     */
    public Review reply(Review seen, String text) {
        String said = Inputs.words(text);
        return answer(seen, "review.replied", (review, call) -> review.withReply(new Review.Reply(said, call.now())));
    }

    /**
     * The reviewed learner says how useful a review was; a later word takes the place of an earlier.
     *
     * @param seen the review as the caller read it; a {@link ConflictException} if it changed since
     */
    public Review rate(Review seen, Review.Usefulness usefulness) {
        return answer(seen, "review.rated", (review, call) -> review.withUsefulness(usefulness));
    }

    private Review answer(Review seen, String act, BiFunction<Review, Call, Review> step) {
        return desk.write(seen.dossier(), ANSWER_REVIEW, call -> {
            Review review = call.find(REVIEW, seen.id().value())
                    .filter(each ->
                            !PeerJudgements.ended(List.of(each), call.work()).isEmpty())
                    .orElseThrow(() -> new NotFoundException("review", seen.id()));
            return call.save(act, REVIEW, step.apply(REVIEW.unchanged(seen, review), call));
        });
    }

    /**
     * A teacher withholds a review as abuse: the reviewed learner sees that one was withheld, and never its text or the
     * reason. Its levels no longer count. Author and teachers keep it.
     *
     * @param seen the assignment as the caller read it; a {@link ConflictException} if it changed since
     */
    public ReviewAssignment withhold(ReviewAssignment seen, String reason) {
        String said = Inputs.words(reason);
        return desk.session().write(Scope.ORGANISATION, work -> {
            Entered moderated = entered(seen.id(), MODERATE_REVIEWS, work);
            REVIEW_ASSIGNMENT.unchanged(seen, moderated.assignment());
            Call teacher = moderated.by();
            ReviewAssignment withheld = moderated
                    .assignment()
                    .asWithheld(new ReviewAssignment.Withholding(teacher.person(), teacher.role(), said, work.now()));
            work.put(REVIEW_ASSIGNMENT, withheld);
            work.put(REVIEW, received(withheld, work).withoutText());
            teacher.journal("review.withheld");
            return withheld;
        });
    }

    private static void requireStillHere(ReviewAssignment assignment, Work work) {
        boolean stillHere =
                Reviewing.of(List.of(assignment), each -> true, work).isStillThere(assignment, work.now());
        if (!stillHere) throw ConflictException.state("review.learner-left");
    }

    private record Entered(ReviewAssignment assignment, Campaign campaign, Call by) {}

    private Entered running(ReviewAssignmentId id, Work work) {
        Entered reviewing = own(id, REVIEW_PEERS, work);
        reviewing.campaign().requireRunning(work.now());
        return reviewing;
    }

    private Entered own(ReviewAssignmentId id, Permission permission, Work work) {
        Entered reviewing = entered(id, permission, work);
        if (!reviewing.assignment().reviewer().equals(reviewing.by().person())) throw none(id);
        return reviewing;
    }

    private Entered entered(ReviewAssignmentId id, Permission permission, Work work) {
        desk.gate().person();
        ReviewAssignment assignment =
                work.find(REVIEW_ASSIGNMENT, Scope.ORGANISATION, id.value()).orElseThrow(() -> none(id));
        Campaign campaign = PeerJudgements.campaign(assignment.campaign(), work);
        return new Entered(
                assignment,
                campaign,
                desk.by(desk.gate().classroom(campaign.cohort(), permission, () -> none(id), work), work));
    }

    private static NotFoundException none(ReviewAssignmentId id) {
        return new NotFoundException("review-assignment", id);
    }

    private static Review received(ReviewAssignment assignment, Work work) {
        ReviewId id = Objects.requireNonNull(assignment.review());
        return work.require(REVIEW, DossierKinds.scope(assignment.dossier()), id.value());
    }

    private Scale scale(Campaign campaign, Work work) {
        return desk.catalogue().adopted(campaign.adoption(), work).adoption().scale();
    }

    private static void journal(String act, Entered reviewing, Work work) {
        work.journal(
                act,
                Anonymity.actorIn(reviewing.campaign(), reviewing.by().person()),
                reviewing.by().role());
    }
}
