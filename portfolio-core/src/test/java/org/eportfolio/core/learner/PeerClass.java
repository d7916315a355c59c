package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.spi.PortfolioStore;

/** The VosRêves class with three more learners, so that there are seven, each with a dossier; reviews end on a Friday. */
public final class PeerClass implements AutoCloseable {
    public static final Instant FRIDAY = Instant.parse("2026-09-11T16:00:00Z");
    public static final List<String> MORE = List.of("kim.exemple", "tao.exemple", "zoe.exemple");

    public static final Remarks GOOD = Remarks.strength("Trois offres comparées.")
            .on(1, "Oui, tout de suite.")
            .on(2, "Il manque deux dates.", "en-cours");

    public final VosReves school;
    public final Map<String, DossierId> dossiers = new LinkedHashMap<>();

    public static PeerClass over(PortfolioStore store) {
        return over(VosReves.over(store));
    }

    public static PeerClass over(VosReves school) {
        return new PeerClass(school);
    }

    private PeerClass(VosReves school) {
        this.school = school;
        school.head.cohorts().enrol(VosReves.CLASS, learners(MORE.toArray(String[]::new)));
        VosReves.LEARNERS.forEach(this::opened);
        MORE.forEach(this::opened);
    }

    private void opened(String learner) {
        dossiers.put(learner, school.as(learner).dossiers().open(school.sno));
    }

    public DossierId of(String learner) {
        return Objects.requireNonNull(dossiers.get(learner));
    }

    /** Two criteria: one in words, one on C3.1 with a level. */
    public NewCampaign cards() {
        return NewCampaign.of(school.cohort, "Relire les cartes mentales")
                .asking(Criterion.of("La carte se lit-elle sans explication ?"))
                .asking(Criterion.of("Les sources sont-elles datées ?")
                        .about("C3.1")
                        .withLevel())
                .until(FRIDAY);
    }

    public Campaign open(NewCampaign campaign) {
        return school.durand.campaigns().open(campaign);
    }

    /** A campaign to which all seven have handed in. */
    public Campaign handedIn(NewCampaign input) {
        Campaign campaign = open(input);
        dossiers.keySet().forEach(each -> handIn(campaign, each));
        return campaign;
    }

    public HandIn handIn(Campaign campaign, String learner, String... coAuthors) {
        return school.as(learner)
                .campaigns()
                .handIn(campaign.id(), of(learner), NewHandIn.of(card(learner)).madeWith(coAuthors));
    }

    public Production card(String learner) {
        return school.as(learner)
                .productions()
                .add(
                        of(learner),
                        NewProduction.titled("Carte mentale")
                                .attaching(VosReves.file("carte.txt", "Mercanet, PayPal")));
    }

    /** What the last of the assignments of this reviewer is now. */
    public ReviewAssignment task(String reviewer) {
        List<ReviewAssignment> all =
                school.as(reviewer).reviews().assigned(PageRequest.first(100)).items();
        return all.get(all.size() - 1);
    }

    public void over() {
        school.clock.set("2026-09-11T16:00:01Z");
    }

    public List<Review> received(String learner) {
        return school.as(learner)
                .reviews()
                .received(of(learner), PageRequest.first(100))
                .items();
    }

    @Override
    public void close() {
        school.close();
    }

    /** The call is refused, in both languages, with what a user would read. */
    public static void refused(
            ThrowingCallable call, Class<? extends PortfolioException> as, String english, String french) {
        assertThatThrownBy(call).isInstanceOfSatisfying(as, refusal -> {
            assertThat(refusal.message(Locale.ENGLISH)).contains(english);
            assertThat(refusal.message(Locale.FRENCH)).contains(french);
        });
    }
}
