package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.core.VosReves;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.id.InterviewId;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.sqlite.SqliteStore;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interviews, pathways and nudges can be read in columns. */
class GuidanceViewsTest {
    @TempDir
    Path folder;

    @Test
    void guidance_can_be_read_in_columns() {
        Path file = folder.resolve("school.db");
        try (VosReves world = VosReves.over(SqliteStore.open(file))) {
            InterviewId id = world.durand
                    .interviews()
                    .schedule(world.dossier, NewInterview.about("Bilan").at(VosReves.BEGINNING))
                    .id();
            world.durand.interviews().prepare(world.dossier, id);
            world.durand
                    .interviews()
                    .conduct(
                            world.durand.interviews().get(world.dossier, id),
                            NewMinutes.of("Vu.").present("emma"));
            world.durand
                    .interviews()
                    .propose(
                            world.dossier,
                            id,
                            NewAgreement.of(
                                    "Dater", NewGoal.of("C3.1", "acquis").by(LocalDate.of(2027, 1, 1))));
            world.emma.interviews().accept(world.dossier, id, 1);
            world.durand.interviews().note(world.dossier, id, "Suivre.");
            world.durand
                    .interviews()
                    .close(world.durand.interviews().get(world.dossier, id), LocalDate.of(2027, 1, 11));
            world.emma.interviews().dissent(world.dossier, id, "Pas tout à fait.");
            world.durand.pathways().add(world.dossier, NewPathwayStep.on("C3.2").because("Rien encore."));
            world.durand
                    .pathways()
                    .adapt(
                            world.dossier,
                            NewAdaptation.of("Oral").choosing("oral").because("Mieux à l'oral."));
            world.emma.nudges().seen(world.dossier);
            world.emma.nudges().mute(world.dossier, "no-evidence");
        }
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file);
        assertThat(ask(
                        jdbi,
                        "SELECT purpose || ' ' || starts_at || ' ' || status || ' ' || held_on || ' ' || conducted_by"
                                + " || ' ' || notes || ' ' || next_on FROM interviews"))
                .containsExactly("Bilan 2026-09-07T08:00:00.000Z CLOSED 2026-09-07 m.durand Vu. 2027-01-11");
        assertThat(
                        ask(
                                jdbi,
                                "SELECT number || ' ' || text || ' ' || agreements.status FROM agreements JOIN goals ON goals.id = goal"))
                .containsExactly("1 Dater ACCEPTED");
        assertThat(ask(
                        jdbi,
                        "SELECT prepared_by || ' ' || json_array_length(uncovered) FROM preparation_sheets"
                                + " WHERE prepared_at IS NOT NULL"))
                .containsExactly("m.durand 9");
        assertThat(ask(jdbi, "SELECT dissent FROM interview_replies WHERE at IS NOT NULL"))
                .containsExactly("Pas tout à fait.");
        assertThat(ask(jdbi, "SELECT author || ' ' || text FROM interview_notes WHERE at IS NOT NULL"))
                .containsExactly("m.durand Suivre.");
        assertThat(ask(jdbi, "SELECT number || ' ' || competency || ' ' || reason FROM pathway_steps"))
                .containsExactly("1 C3.2 Rien encore.");
        assertThat(ask(jdbi, "SELECT what || ' ' || reason FROM adaptations WHERE ended_at IS NULL"))
                .containsExactly("Oral Mieux à l'oral.");
        assertThat(ask(jdbi, "SELECT rule || ' ' || about FROM nudge_digests WHERE seen_at IS NOT NULL"))
                .hasSize(5)
                .contains("no-evidence C1.1");
        assertThat(ask(
                        jdbi,
                        "SELECT learner || ' ' || all_muted || ' ' || muted FROM nudge_settings"
                                + " WHERE last_seen_at IS NOT NULL"))
                .containsExactly("emma 0 [\"no-evidence\"]");
    }

    private static List<String> ask(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
