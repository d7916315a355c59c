package org.eportfolio.core.internal.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Standing;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a person, wherever it was done: in a classmate's dossier, or for the whole class. Each kind of record is
 * read once, and only when something was done to it.
 */
final class OwnNotices {
    private final NoticeReader reader;
    private final Work work;
    private final GatheredNotices gathered;

    OwnNotices(NoticeReader reader, GatheredNotices gathered) {
        this.reader = reader;
        this.work = reader.work();
        this.gathered = gathered;
    }

    void add(List<Act> acts) {
        authorisations(named(acts, "authorisation.requested"));
        if (reader.learns()) {
            invitations(named(acts, "group.started", "group.invited"));
            assignments(named(acts, "campaign.assigned"));
            campaigns(named(acts, "campaign.opened", "campaign.closed"));
        }
        requests(named(acts, "privacy.asked", "privacy.requested", "privacy.settled"));
    }

    private static List<Act> named(List<Act> acts, String... names) {
        Set<String> wanted = Set.of(names);
        return acts.stream().filter(each -> wanted.contains(each.name())).toList();
    }

    private void authorisations(List<Act> acts) {
        if (acts.isEmpty()) return;
        for (Authorisation each :
                work.where(RecordingKinds.AUTHORISATION, RecordingKinds.authorisationsOf(reader.person()))) {
            boolean open = each.on(work.today()) == Standing.REQUESTED && each.awaitsPerson();
            if (!open || each.until().isBefore(work.today())) continue;
            for (Act act : acts) {
                if (act.wrote(RecordingKinds.AUTHORISATION, each.id().value()))
                    gathered.add(act, ownOnly(each.dossier()), TeamRules.asked(each));
            }
        }
    }

    /** The dossier, if it is the reader's own: whose else it is stands in what the reference leads to. */
    private @Nullable Dossier ownOnly(DossierId id) {
        return reader.own().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void invitations(List<Act> acts) {
        if (acts.isEmpty()) return;
        for (GroupProduction group : work.where(GroupKinds.GROUP, GroupKinds.groupsInviting(reader.person()))) {
            for (GroupProduction.Member member : group.members()) {
                if (!member.person().equals(reader.person()) || member.joined()) continue;
                for (Act act : acts) {
                    boolean here = act.wrote(GroupKinds.GROUP, group.id().value())
                            && act.entry().at().equals(member.since());
                    if (here) gathered.add(act, null, invitation(group));
                }
            }
        }
    }

    private static NoticeContent invitation(GroupProduction group) {
        return NoticeContent.of(
                NoticeKind.GROUP_INVITATION,
                Ref.to(Ref.Kind.GROUP, group.id()),
                null,
                "notices.group-invitation",
                group.title());
    }

    private void assignments(List<Act> acts) {
        if (acts.isEmpty()) return;
        List<ReviewAssignment> open =
                new ArrayList<>(work.where(PeerKinds.REVIEW_ASSIGNMENT, PeerKinds.assignmentsTo(reader.person())));
        open.removeIf(ReviewAssignment::submitted);
        Map<CampaignId, Campaign> campaigns = byId(open.stream()
                .map(ReviewAssignment::campaign)
                .map(PeerKinds::campaign)
                .collect(Collectors.toSet()));
        for (ReviewAssignment each : open) {
            Campaign campaign = campaigns.get(each.campaign());
            if (campaign == null || !runsForReader(campaign)) continue;
            for (Act act : acts) {
                if (act.wrote(PeerKinds.REVIEW_ASSIGNMENT, each.id().value()))
                    gathered.add(act, null, toReview(NoticeKind.REVIEW_ASKED, each, campaign));
            }
        }
    }

    static NoticeContent toReview(NoticeKind kind, ReviewAssignment assignment, Campaign campaign) {
        return NoticeContent.of(
                kind,
                Ref.to(Ref.Kind.REVIEW_ASSIGNMENT, assignment.id()),
                null,
                "notices." + kind.text(),
                campaign.title(),
                campaign.deadline());
    }

    boolean runsForReader(Campaign campaign) {
        return !campaign.endedAt(work.now()) && reader.learningIn().contains(campaign.cohort());
    }

    Map<CampaignId, Campaign> byId(Set<Key> keys) {
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        work.whereAny(PeerKinds.CAMPAIGN, keys).forEach(each -> campaigns.put(each.id(), each));
        return campaigns;
    }

    private void campaigns(List<Act> acts) {
        Set<Key> keys = new HashSet<>();
        for (Act act : acts) {
            for (JournalEntry.Item item : act.entry().objects()) {
                if (item.kind().equals(PeerKinds.CAMPAIGN.kind().name()))
                    keys.add(PeerKinds.campaign(new CampaignId(item.id())));
            }
        }
        if (keys.isEmpty()) return;
        Map<CampaignId, Campaign> campaigns = byId(keys);
        Map<CampaignId, Long> received = received();
        for (Act act : acts) {
            for (Campaign each : campaigns.values()) {
                if (!act.wrote(PeerKinds.CAMPAIGN, each.id().value())) continue;
                boolean opened = act.name().equals("campaign.opened");
                if (opened && isToHandIn(each)) gathered.add(act, null, toHandIn(NoticeKind.HAND_IN_ASKED, each));
                if (!opened && each.closedAt() != null && received.containsKey(each.id()))
                    gathered.add(act, null, reviews(each, received));
            }
        }
    }

    boolean isToHandIn(Campaign campaign) {
        return runsForReader(campaign)
                && campaign.assignedAt() == null
                && adoptions().contains(campaign.adoption());
    }

    private Set<AdoptionId> adoptions() {
        return reader.own().stream().flatMap(Dossier::adoptions).collect(Collectors.toSet());
    }

    static NoticeContent toHandIn(NoticeKind kind, Campaign campaign) {
        return NoticeContent.of(
                kind,
                Ref.to(Ref.Kind.CAMPAIGN, campaign.id()),
                null,
                "notices." + kind.text(),
                campaign.title(),
                campaign.deadline());
    }

    /** Of a campaign that is over: how many reviews, and nothing of who or when. */
    static NoticeContent reviews(Campaign campaign, Map<CampaignId, Long> received) {
        return NoticeContent.of(
                NoticeKind.PEER_REVIEWS,
                Ref.to(Ref.Kind.CAMPAIGN, campaign.id()),
                null,
                "notices.peer-reviews",
                campaign.title(),
                Objects.requireNonNull(received.get(campaign.id())));
    }

    /** How many reviews there are to read of each campaign, in the reader's own dossiers; for campaigns that are over. */
    Map<CampaignId, Long> received() {
        Set<Scope> scopes = reader.own(Permission.READ_REVIEWS).stream()
                .map(each -> DossierKinds.scope(each.id()))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) return Map.of();
        return work.among(PeerKinds.REVIEW, scopes).stream()
                .filter(each -> !each.withheld())
                .collect(Collectors.groupingBy(Review::campaign, Collectors.counting()));
    }

    private void requests(List<Act> acts) {
        boolean mine = acts.stream().anyMatch(each -> each.name().equals("privacy.settled"));
        if (acts.isEmpty() || !mine && !reader.answersRequests()) return;
        for (PrivacyRequest each : work.list(PrivacyKinds.PRIVACY_REQUEST, Scope.ORGANISATION)) {
            for (Act act : acts) {
                if (!act.wrote(PrivacyKinds.PRIVACY_REQUEST, each.id().value())) continue;
                if (act.name().equals("privacy.settled")) answered(act, each);
                else if (reader.answersRequests()) gathered.add(act, null, asked(each));
            }
        }
    }

    private void answered(Act act, PrivacyRequest each) {
        boolean theirs =
                each.person().equals(reader.person()) || each.recordedBy().equals(reader.person());
        PrivacyRequest.Settlement settlement = each.settlement();
        if (!theirs || settlement == null) return;
        gathered.add(
                act,
                null,
                NoticeContent.of(
                        NoticeKind.REQUEST_ANSWERED,
                        Ref.to(Ref.Kind.PERSON, each.person()),
                        settlement.by(),
                        "notices.request-answered",
                        each.right()));
    }

    private static NoticeContent asked(PrivacyRequest each) {
        return NoticeContent.of(
                NoticeKind.REQUEST_ASKED,
                Ref.to(Ref.Kind.PERSON, each.person()),
                each.recordedBy(),
                "notices.request-asked",
                each.right(),
                each.answerBy());
    }
}
