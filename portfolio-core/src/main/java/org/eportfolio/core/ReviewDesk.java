package org.eportfolio.core;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.PeerLevels;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/**
 * Peer reviews. A reviewer writes what they were assigned; once the campaign is over the reviewed learner receives it,
 * replies once and says how useful it was; a teacher may withhold abuse. Of an anonymous review nobody but its author
 * and the cohort's teachers can learn who wrote it, here or anywhere else. Thread-safe.
 */
public final class ReviewDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    ReviewDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /**
     * A page of what the actor was assigned to review, the oldest first, drafts included.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<ReviewAssignment> assigned(PageRequest request) {
        return session.read(work -> {
            Entitled reviewer = gate.organisation(Permission.REVIEW_PEERS, work);
            return work.page(PeerKinds.REVIEW_ASSIGNMENT, PeerKinds.assignmentsTo(reviewer.person()), request);
        });
    }

    /** The production to be reviewed, in the version that was handed in; while the campaign runs. */
    public Version work(ReviewAssignmentId id) {
        return session.read(work -> version(running(id, work), work));
    }

    /**
     * The bytes of a file of the production to be reviewed, to be closed by the caller.
     *
     * @param file one of the files of {@link #work}
     */
    public InputStream download(ReviewAssignmentId id, Stored file) {
        boolean there = work(id).pieces().stream()
                .anyMatch(piece -> piece instanceof Piece.File each
                        && (each.content().equals(file) || file.equals(each.captions())));
        if (!there) throw new NotFoundException("file", file.sha256());
        return engine.store()
                .contents()
                .open(file)
                .orElseThrow(() -> new StorageException(Message.of("content.missing", file.sha256()), null));
    }

    private static Version version(Reviewing reviewing, Work work) {
        ReviewAssignment assignment = reviewing.assignment();
        HandIn handIn = work.find(
                        PeerKinds.HAND_IN,
                        DossierKinds.scope(assignment.dossier()),
                        assignment.handIn().value())
                .orElseThrow(() -> new NotFoundException("hand-in", assignment.handIn()));
        return work.find(
                        DossierKinds.PRODUCTION,
                        DossierKinds.scope(handIn.work().dossier()),
                        handIn.work().production().value())
                .orElseThrow(
                        () -> new NotFoundException("production", handIn.work().production()))
                .version(handIn.work().version());
    }

    /**
     * Keeps a draft, which nobody but its author sees.
     *
     * @param seen the assignment as the caller read it; a {@link ConflictException} if it changed since
     */
    public ReviewAssignment save(ReviewAssignment seen, Remarks draft) {
        Inputs.checked(draft);
        return session.write(Scope.ORGANISATION, work -> {
            Reviewing reviewing = running(seen.id(), work);
            requireUnchanged(seen, reviewing.assignment());
            draft.requireFitting(reviewing.campaign().criteria(), scale(reviewing.campaign(), work));
            ReviewAssignment drafted = reviewing.assignment().drafted(draft);
            work.put(PeerKinds.REVIEW_ASSIGNMENT, drafted);
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
        return session.write(Scope.ORGANISATION, work -> {
            Reviewing reviewing = running(seen.id(), work);
            requireUnchanged(seen, reviewing.assignment());
            Remarks draft = reviewing.assignment().remarks();
            return submit(reviewing, draft == null ? Remarks.none() : draft, work);
        });
    }

    /** Submits a review, in place of its draft if there is one; from now on it never changes. */
    public ReviewAssignment submit(ReviewAssignmentId id, Remarks remarks) {
        Inputs.checked(remarks);
        return session.write(Scope.ORGANISATION, work -> submit(running(id, work), remarks, work));
    }

    private ReviewAssignment submit(Reviewing reviewing, Remarks remarks, Work work) {
        Campaign campaign = reviewing.campaign();
        remarks.requireFitting(campaign.criteria(), scale(campaign, work));
        ReviewAssignment submitted =
                reviewing.assignment().submitted(remarks, new ReviewId(UUID.randomUUID()), work.now());
        boolean stillHere = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(submitted.reviewed())).stream()
                .filter(each -> each.cohort().equals(campaign.cohort()))
                .map(Membership::period)
                .anyMatch(period -> period.holdsAt(work.now()));
        if (!stillHere) throw ConflictException.state("review.learner-left");
        work.put(PeerKinds.REVIEW_ASSIGNMENT, submitted);
        work.put(
                PeerKinds.REVIEW,
                new Review(
                        Objects.requireNonNull(submitted.review()),
                        submitted.campaign(),
                        submitted.handIn(),
                        submitted.dossier(),
                        submitted.peer(),
                        campaign.anonymous() ? null : submitted.reviewer(),
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
        return session.read(work -> {
            ReviewAssignment assignment = own(id, Permission.REVIEW_PEERS, work).assignment();
            if (!assignment.submitted()) throw ConflictException.state("review.not-submitted");
            return received(assignment, work);
        });
    }

    /**
     * A page of the reviews that a learner received, in an order that tells nothing. Those of running campaigns are not
     * there yet, not even as a number: whoever could count them could see when each is written.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Review> received(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REVIEWS, work);
            return FilteredPages.page(
                    PeerKinds.REVIEW, DossierKinds.scope(dossier), request, each -> over(each, work), work);
        });
    }

    private static List<Review> over(List<Review> reviews, Work work) {
        Map<CampaignId, Campaign> ended = PeerJudgements.ended(reviews, work);
        return reviews.stream()
                .filter(each -> ended.containsKey(each.campaign()))
                .toList();
    }

    /** How many peers gave each level on each criterion of the campaigns that are over: a count, never a mean. */
    public List<PeerLevels> levels(DossierId dossier) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REVIEWS, work);
            List<Review> reviews = work.list(PeerKinds.REVIEW, DossierKinds.scope(dossier));
            Map<CampaignId, Campaign> ended = PeerJudgements.ended(reviews, work);
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
                levels.addAll(PeerLevels.of(campaign, subject.handIn(), about, scale(campaign, work)));
            });
            return levels;
        });
    }

    /** The reviewed learner replies to a review, once. */
    public Review reply(DossierId dossier, ReviewId id, String text) {
        Inputs.checked(new Inputs.Words(text));
        return answer(
                dossier, id, "review.replied", (review, work) -> review.replied(new Review.Reply(text, work.now())));
    }

    /** The reviewed learner says how useful a review was; a later word takes the place of an earlier. */
    public Review rate(DossierId dossier, ReviewId id, Review.Usefulness usefulness) {
        return answer(dossier, id, "review.rated", (review, work) -> review.rated(usefulness));
    }

    private Review answer(DossierId dossier, ReviewId id, String act, BiFunction<Review, Work, Review> step) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.ANSWER_REVIEW, work);
            Review review = work.find(PeerKinds.REVIEW, DossierKinds.scope(dossier), id.value())
                    .filter(each -> !PeerJudgements.ended(List.of(each), work).isEmpty())
                    .orElseThrow(() -> new NotFoundException("review", id));
            Review answered = step.apply(review, work);
            work.put(PeerKinds.REVIEW, answered);
            work.journal(act, opened.person(), opened.role());
            return answered;
        });
    }

    /**
     * A teacher withholds a review as abuse: the reviewed learner sees that one was withheld, and never its text or the
     * reason. Its levels no longer count. Author and teachers keep it.
     */
    public ReviewAssignment withhold(ReviewAssignmentId id, String reason) {
        Inputs.checked(new Inputs.Words(reason));
        return session.write(Scope.ORGANISATION, work -> {
            Reviewing moderated = entered(id, Permission.MODERATE_REVIEWS, work);
            Entitled teacher = moderated.by();
            ReviewAssignment withheld = moderated
                    .assignment()
                    .withheld(new ReviewAssignment.Withholding(teacher.person(), teacher.role(), reason, work.now()));
            work.put(PeerKinds.REVIEW_ASSIGNMENT, withheld);
            work.put(PeerKinds.REVIEW, received(withheld, work).withoutText());
            work.journal("review.withheld", teacher.person(), teacher.role());
            return withheld;
        });
    }

    private record Reviewing(ReviewAssignment assignment, Campaign campaign, Entitled by) {}

    private Reviewing running(ReviewAssignmentId id, Work work) {
        Reviewing reviewing = own(id, Permission.REVIEW_PEERS, work);
        reviewing.campaign().requireRunning(work.now());
        return reviewing;
    }

    private Reviewing own(ReviewAssignmentId id, Permission permission, Work work) {
        Reviewing reviewing = entered(id, permission, work);
        if (!reviewing.assignment().reviewer().equals(reviewing.by().person())) throw none(id);
        return reviewing;
    }

    private Reviewing entered(ReviewAssignmentId id, Permission permission, Work work) {
        gate.person();
        ReviewAssignment assignment = work.find(PeerKinds.REVIEW_ASSIGNMENT, Scope.ORGANISATION, id.value())
                .orElseThrow(() -> none(id));
        Campaign campaign = PeerJudgements.campaign(assignment.campaign(), work);
        return new Reviewing(assignment, campaign, gate.classroom(campaign.cohort(), permission, () -> none(id), work));
    }

    private static NotFoundException none(ReviewAssignmentId id) {
        return new NotFoundException("review-assignment", id);
    }

    private static Review received(ReviewAssignment assignment, Work work) {
        ReviewId id = Objects.requireNonNull(assignment.review());
        return work.find(PeerKinds.REVIEW, DossierKinds.scope(assignment.dossier()), id.value())
                .orElseThrow(() -> new NotFoundException("review", id));
    }

    private Scale scale(Campaign campaign, Work work) {
        return catalogue.adopted(campaign.adoption(), work).adoption().scale();
    }

    private static void requireUnchanged(ReviewAssignment seen, ReviewAssignment there) {
        if (seen.revision() != there.revision()) {
            throw ConflictException.stale("review-assignment", seen.revision(), there.revision());
        }
    }

    /** An anonymous reviewer has no alias: one would be theirs in every other entry of the same chain too. */
    private static void journal(String act, Reviewing reviewing, Work work) {
        boolean hidden = reviewing.campaign().anonymous();
        work.journal(
                act, hidden ? null : reviewing.by().person(), reviewing.by().role());
    }
}
