package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.journal.Cursor;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Test;

/** Two nodes on one school in a database, whose clocks differ. */
class ClocksApartTest {
    private static final Duration AHEAD = Duration.ofMinutes(20);

    private static String level(Desk learner, VosReves school) {
        return String.valueOf(learner.progress()
                .of(school.dossier)
                .on("C3.1")
                .orElseThrow()
                .current()
                .level());
    }

    @Test
    void commits_keep_their_order_and_both_nodes_say_the_same_once_the_slower_clock_is_there() {
        UUID id = UUID.randomUUID();
        try (PostgresSchools schools = PostgresSchools.open(TestServer.pool());
                VosReves here = VosReves.over(schools.create(id));
                PortfolioStore store = schools.school(id);
                Portfolio there = Portfolio.with(store)
                        .clock(new MutableClock(VosReves.BEGINNING.plus(AHEAD), VosReves.PARIS))
                        .build()) {
            Desk emmaThere = there.as(Actor.of("emma"));
            for (int i = 0; i < 10; i++) {
                Desk emma = i % 2 == 0 ? here.emma : emmaThere;
                emma.productions()
                        .add(here.dossier, NewProduction.titled("n° " + i).showing("C3.1"));
            }
            here.positioned(here.durand, "C3.1", "en-cours");
            here.positioned(there.as(Actor.of("mme.petit")), "C3.1", "acquis");
            assertThat(level(here.emma, here)).as("its clock is not there yet").contains("en-cours");
            here.clock.advance(AHEAD);
            assertThat(level(here.emma, here)).isEqualTo(level(emmaThere, here)).contains("acquis");
            assertThat(here.head.journal().verify().faults()).isEmpty();
            List<Instant> moments = here.head.changes().after(Cursor.START, 500).entries().stream()
                    .map(each -> each.at())
                    .toList();
            assertThat(moments)
                    .as("the feed has the order of commits, whatever the clocks say")
                    .isNotEqualTo(moments.stream().sorted().toList());
            assertThat(store.check()).isEmpty();
            assertThat(here.emma
                            .productions()
                            .list(here.dossier, PageRequest.first(99))
                            .items())
                    .hasSize(10);
        }
    }
}
