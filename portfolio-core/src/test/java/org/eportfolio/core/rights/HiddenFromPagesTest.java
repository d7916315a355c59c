package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Pair;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.privacy.PrivacyRequest.Right;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.junit.jupiter.api.Test;

/**
 * A page tells nothing of what is hidden from its reader: neither what stands in it, nor whether it goes on, nor after what,
 * for any size, order and place to begin.
 */
class HiddenFromPagesTest extends Story {
    /** More than any page here takes, so that some page is full of what is hidden. */
    private static final int MANY = 9;

    private interface Hidden {
        void come();
    }

    /** Nothing changes for the reader of a list when what is hidden from them comes. */
    private static void unchanged(Function<PageRequest, Page<?>> list, Hidden hidden) {
        Map<PageRequest, Page<?>> before = pages(list);
        assertThat(before.values())
                .as("something is shown")
                .anyMatch(each -> !each.items().isEmpty());
        hidden.come();
        before.forEach((request, page) ->
                assertThat(list.apply(request)).as("%s", request).isEqualTo(page));
    }

    /** The pages of every size up to four, in both orders, gone through and begun anywhere. */
    private static Map<PageRequest, Page<?>> pages(Function<PageRequest, Page<?>> list) {
        Map<PageRequest, Page<?>> pages = new LinkedHashMap<>();
        for (int size = 1; size <= 4; size++) {
            for (PageRequest first : List.of(PageRequest.first(size), PageRequest.newest(size))) {
                List<PageRequest> asked = new ArrayList<>(List.of(first));
                for (int i = 0; i < 16; i++) asked.add(first.after(new UUID((long) i << 60 | 0x7000, 1L << 63)));
                for (PageRequest each : asked) {
                    for (PageRequest next = each; next != null; ) {
                        Page<?> page = list.apply(next);
                        pages.put(next, page);
                        next = page.next();
                    }
                }
            }
        }
        return pages;
    }

    private PeerClass ofSeven() throws IOException {
        school.close();
        PeerClass peers = PeerClass.over(VosReves.over(stores.open(Files.createDirectory(folder.resolve("seven")))));
        school = peers.school;
        return peers;
    }

    private List<String> reviewers(PeerClass peers) {
        return peers.dossiers.keySet().stream()
                .filter(each -> !each.equals("emma"))
                .toList();
    }

    private Campaign anonymous(PeerClass peers) {
        Campaign campaign = peers.handedIn(peers.cards().anonymously());
        school.durand
                .campaigns()
                .assign(
                        campaign.id(),
                        reviewers(peers).stream()
                                .map(each -> Pair.of(each, "emma"))
                                .toArray(Pair[]::new));
        return campaign;
    }

    private void submitted(PeerClass peers, String by) {
        school.as(by).reviews().submit(peers.task(by).id(), PeerClass.GOOD);
    }

    @Test
    void reviews_of_a_campaign_that_runs() throws IOException {
        PeerClass peers = ofSeven();
        anonymous(peers);
        submitted(peers, "malo");
        submitted(peers, "lina");
        peers.over();
        Campaign running =
                peers.handedIn(peers.cards().anonymously().until(PeerClass.FRIDAY.plusSeconds(7 * 24 * 3_600)));
        for (String each : reviewers(peers)) {
            school.durand.campaigns().assign(running.id(), Pair.of(each, "emma"));
            unchanged(next -> school.emma.reviews().received(peers.of("emma"), next), () -> submitted(peers, each));
        }
    }

    @Test
    void levels_that_an_embargo_holds_back() {
        String mother = "mme.martin-mere";
        school.head.grants().give(NewGrant.of(mother, Role.REPRESENTATIVE).over(school.dossier));
        var first = school.positioned(school.durand, "C1.1", "acquis");
        school.positioned(school.durand, "C1.2", "acquis");
        school.head
                .assessments()
                .rectify(
                        school.dossier,
                        first.id(),
                        NewRectification.to("en-cours").asked("2026-14").because("Saisi pour Malo."));
        school.clock.set("2026-09-07T09:00:00Z");
        school.head.embargoes().declare(school.cohort, VosReves.TODAY.plusDays(10));
        school.clock.set("2026-09-07T10:00:00Z");
        Hidden held = () -> {
            for (int i = 0; i < MANY; i++) {
                var level = school.positioned(school.durand, "C3.1", "acquis");
                school.head
                        .assessments()
                        .rectify(
                                school.dossier,
                                level.id(),
                                NewRectification.to("en-cours").asked("2026-15").because("Saisi pour Malo."));
            }
        };
        for (Desk reader : List.of(school.emma, school.as(mother))) {
            unchanged(next -> reader.assessments().list(school.dossier, next), held);
            unchanged(next -> reader.assessments().rectifications(school.dossier, next), held);
        }
    }

    @Test
    void periods_at_other_employers() {
        school.head.grants().give(NewGrant.of("k.un", Role.TUTOR).over(school.dossier));
        period("VosRêves", "k.un");
        unchanged(next -> school.as("k.un").tutoring().mine(school.dossier, next), () -> {
            for (int i = 0; i < MANY; i++) period("Autre maison", "k.deux");
        });
    }

    private void period(String employer, String tutor) {
        school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp(employer)
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20))
                                .asking("C3.1")
                                .tutoredBy(PersonId.of(tutor)));
    }

    @Test
    void what_others_of_the_school_ask_about_their_data() {
        String mother = "mme.martin-mere";
        school.head.grants().give(NewGrant.of(mother, Role.REPRESENTATIVE).over(school.dossier));
        school.emma.privacy().ask(Right.ACCESS, "");
        school.as(mother).privacy().askFor(school.dossier, Right.RECTIFICATION, "");
        for (Desk reader : List.of(school.emma, school.as(mother))) {
            unchanged(next -> reader.privacy().asked(school.dossier, next), () -> {
                for (int i = 0; i < MANY; i++) school.malo.privacy().ask(Right.ERASURE, "");
            });
        }
    }

    @Test
    void showcases_that_are_not_published() {
        var published = school.emma
                .showcases()
                .begin(school.dossier, NewShowcase.titled("Ma vitrine").showing(school.mindMap(), "Ma fierté"));
        school.emma.showcases().publish(published);
        unchanged(next -> school.durand.showcases().list(school.dossier, next), () -> {
            for (int i = 0; i < MANY; i++)
                school.emma.showcases().begin(school.dossier, NewShowcase.titled("Brouillon"));
        });
    }

    @Test
    void what_was_handed_in_by_those_whose_dossiers_are_closed_to_the_teacher() throws IOException {
        PeerClass peers = ofSeven();
        Campaign campaign = peers.open(peers.cards());
        peers.handIn(campaign, "emma");
        unchanged(next -> school.durand.campaigns().handIns(campaign.id(), next), () -> {
            for (String each : reviewers(peers)) {
                peers.handIn(campaign, each);
                DossierId theirs = peers.of(each);
                assertThat(school.durand.dossiers().get(theirs).id()).isEqualTo(theirs);
                school.head.cohorts().leave(school.cohort, PersonId.of(each));
            }
        });
    }
}
