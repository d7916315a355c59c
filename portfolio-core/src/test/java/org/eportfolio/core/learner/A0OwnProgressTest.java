package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.assessment.LevelChange;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Row A0: the learner follows their own progress, the same published facts the team sees, with what moved since. */
class A0OwnProgressTest extends Story {
    private Home home() {
        return school.emma.home().of(school.dossier);
    }

    private static LevelChange on(String code, Home home) {
        return home.levels().stream()
                .filter(each -> each.item().code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String told(LevelChange.View view) {
        return view.perspective() + " " + level(view.before()) + " > " + level(view.now());
    }

    private static String level(Matrix.@Nullable Cell cell) {
        if (cell == null) return "rien";
        Level level = cell.level();
        return level == null ? cell.outcome().name() : level.id().value();
    }

    private void aWeekPasses() {
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.home().visited(school.dossier, home().asOf());
        school.clock.advance(Duration.ofDays(7));
    }

    @Test
    void each_competency_is_there_with_what_moved_since_the_last_visit_perspective_by_perspective() {
        assertThat(home().levels()).as("nine competencies, nothing yet").hasSize(9);
        assertThat(home().levels()).allMatch(each -> each.views().isEmpty() && !each.moved());
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        school.positioned(school.durand, "C3.1", "en-cours");
        aWeekPasses();
        school.positioned(school.durand, "C3.1", "acquis");
        school.positioned(school.durand, "C3.2", "decouverte");

        assertThat(on("C3.1", home()).views())
                .extracting(A0OwnProgressTest::told)
                .containsExactly("SELF acquis > acquis", "TEACHER en-cours > acquis");
        assertThat(on("C3.2", home()).views())
                .extracting(A0OwnProgressTest::told)
                .containsExactly("TEACHER rien > decouverte");
        assertThat(home().moved())
                .extracting(each -> each.item().code().value())
                .containsExactly("C3.1", "C3.2");
        aWeekPasses();
        school.positioned(school.petit, "C3.1", "acquis");
        assertThat(home().moved()).as("the same level observed again").isEmpty();
    }

    @Test
    void it_is_what_the_team_sees_at_the_same_time() {
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "maitrise"));
        school.positioned(school.durand, "C3.1", "en-cours");
        Progress teams = school.durand.progress().of(school.dossier);
        for (LevelChange each : home().levels()) {
            var theirs = teams.on(each.item().code().value()).orElseThrow();
            assertThat(each.views().stream()
                            .filter(view -> view.perspective() == Perspective.TEACHER)
                            .map(view -> level(view.now()))
                            .toList())
                    .isEqualTo(
                            theirs.current().level() == null
                                    ? List.of()
                                    : List.of(theirs.current().level().id().value()));
        }
        assertThat(home().levels())
                .as("and the very same as between the two states that anybody can ask for")
                .isEqualTo(teams.since(school.durand.progress().of(school.dossier, VosReves.TODAY.minusDays(1))));
    }

    @Test
    void a_level_that_is_taken_back_moves_to_nothing() {
        var given = school.positioned(school.durand, "C3.1", "acquis");
        aWeekPasses();
        school.durand.assessments().retract(school.dossier, given.id(), "Mauvais élève");
        assertThat(on("C3.1", home()).views())
                .extracting(A0OwnProgressTest::told)
                .containsExactly("TEACHER acquis > rien");
        assertThat(home().moved()).hasSize(1);
        assertThat(home().news().items())
                .extracting(each -> each.text().key())
                .containsExactly("news.positioned.RETRACTED");
    }

    @Test
    void a_sub_competency_is_there_once_somebody_said_something_on_it() {
        school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C1.1/1", "acquis").because("Vu."));
        assertThat(home().levels()).hasSize(10);
        assertThat(on("C1.1/1", home()).moved()).isTrue();
    }

    @Test
    void what_peers_wrote_names_nobody_and_comes_all_at_once_when_the_campaign_is_over() throws IOException {
        try (PeerClass peers = PeerClass.over(stores.open(Files.createDirectory(folder.resolve("peers"))))) {
            var campaign = peers.handedIn(peers.cards().anonymously());
            peers.school.durand.campaigns().draw(campaign.id(), 2);
            peers.school.clock.advance(Duration.ofHours(1));
            Home before = peers.school.emma.home().of(peers.of("emma"));
            for (var task : peers.school
                    .durand
                    .campaigns()
                    .assignments(campaign.id(), PageRequest.first(100))
                    .items()) {
                peers.school.as(task.reviewer().value()).reviews().submit(task.id(), PeerClass.GOOD);
                peers.school.clock.advance(Duration.ofMinutes(3));
            }
            Home during = peers.school.emma.home().of(peers.of("emma"));
            assertThat(during.news()).as("nothing of a running campaign").isEqualTo(before.news());
            assertThat(during.levels()).isEqualTo(before.levels());
            peers.over();
            Home after = peers.school.emma.home().of(peers.of("emma"));
            assertThat(after.news().items()).singleElement().satisfies(news -> {
                assertThat(news.what()).isEqualTo(News.What.PEER_REVIEWS);
                assertThat(news.by()).isNull();
                assertThat(news.at()).isEqualTo(campaign.endsAt());
            });
            assertThat(on("C3.1", after).views())
                    .extracting(A0OwnProgressTest::told)
                    .containsExactly("PEER rien > en-cours");
            String all = after.toString();
            for (String name : List.of("lina", "malo", "yanis", "kim.exemple", "tao.exemple", "zoe.exemple")) {
                assertThat(all).as("who could have written").doesNotContain(name);
            }
        }
    }
}
