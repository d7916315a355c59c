package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eportfolio.core.Stores;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.ReviewAssignment;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school's own people read peer reviews in columns; the reviewer of an anonymous one stands in one place only. */
class PeerReviewViewsTest {
    @TempDir
    Path folder;

    @Test
    void peer_reviews_can_be_read_in_columns() {
        String reviewed;
        String reviewer;
        try (PeerClass peers = PeerClass.over(Stores.SQLITE.open(folder))) {
            Campaign campaign = peers.handedIn(peers.cards().anonymously());
            ReviewAssignment task =
                    peers.school.durand.campaigns().draw(campaign.id(), 1).get(0);
            reviewed = task.reviewed().value();
            reviewer = task.reviewer().value();
            peers.school.as(reviewer).reviews().submit(task.id(), Remarks.strength("Clair."));
        }
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("school.db"));
        assertThat(ask(jdbi, "SELECT title || ' ' || anonymous || ' ' || deadline FROM review_campaigns"))
                .containsExactly("Relire les cartes mentales 1 2026-09-11T16:00:00.000Z");
        assertThat(ask(jdbi, "SELECT author || ' ' || version FROM review_hand_ins WHERE author = 'emma'"))
                .containsExactly("emma 1");
        assertThat(ask(jdbi, "SELECT each FROM review_draws WHERE seed IS NOT NULL"))
                .containsExactly("1");
        assertThat(ask(
                        jdbi,
                        "SELECT reviewer || ' ' || reviewed || ' ' || peer FROM review_assignments"
                                + " WHERE submitted_at IS NOT NULL"))
                .containsExactly(reviewer + " " + reviewed + " 1");
        assertThat(ask(jdbi, "SELECT strength || ' ' || withheld || ' ' || coalesce(reviewer, '-') FROM reviews"))
                .containsExactly("Clair. 0 -");
    }

    private static List<String> ask(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
