package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.agenda.Asked;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.agenda.Unfinished;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Given;
import org.eportfolio.core.InterviewDesk;
import org.eportfolio.core.ScenarioDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.MissionId;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Row A10, « encourager l'apprenant à construire son dossier »: ten minutes a week, in one call. */
class A10HomeTest extends Story {
    private Home home() {
        return school.emma.home().of(school.dossier);
    }

    private static List<String> told(Home home) {
        return home.news().items().stream()
                .map(each -> each.what() + " " + each.text().in(Locale.FRENCH))
                .toList();
    }

    private static List<String> asked(Home home) {
        return home.asked().items().stream()
                .map(each -> each.what() + " " + each.text().in(Locale.FRENCH))
                .toList();
    }

    private void aWeekPasses() {
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.home().visited(school.dossier, home().asOf());
        school.clock.advance(Duration.ofDays(7));
    }

    @Test
    void what_others_did_is_news_once_and_what_the_learner_did_is_none() {
        Production map = school.mindMap();
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        aWeekPasses();
        assertThat(told(home())).isEmpty();

        school.positioned(school.durand, "C3.1", "en-cours");
        school.clock.advance(Duration.ofMinutes(1));
        Feedback prompt = school.petit.feedback().prompt(Subject.of(map), "Et ensuite ?");
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.feedback().reply(school.dossier, prompt.id(), "J'ai testé.");
        school.clock.advance(Duration.ofMinutes(1));

        Home seen = home();
        assertThat(told(seen))
                .containsExactly("FEEDBACK Une question : « Et ensuite ? »", "POSITIONED C3.1 : En cours");
        assertThat(seen.news().items())
                .extracting(News::by)
                .extracting(String::valueOf)
                .containsExactly("mme.petit", "m.durand");
        assertThat(home()).as("reading changes nothing").isEqualTo(seen);
        school.emma.home().visited(school.dossier, seen.asOf());
        school.clock.advance(Duration.ofMinutes(1));
        assertThat(told(home())).isEmpty();
        assertThat(told(school.emma.home().of(school.dossier, VosReves.BEGINNING)))
                .as("an instant may be named instead")
                .hasSize(2);
    }

    @Test
    void what_came_in_while_the_learner_was_reading_is_still_news_afterwards() {
        Home seen = home();
        school.clock.advance(Duration.ofMinutes(5));
        school.positioned(school.durand, "C3.1", "acquis");
        school.clock.advance(Duration.ofMinutes(5));
        school.emma.home().visited(school.dossier, seen.asOf());
        assertThat(told(home())).containsExactly("POSITIONED C3.1 : Acquis");
    }

    @Test
    void what_was_corrected_meanwhile_is_told_as_it_stands() {
        var first = school.positioned(school.durand, "C3.1", "acquis");
        school.clock.advance(Duration.ofMinutes(1));
        school.durand
                .assessments()
                .correct(
                        school.dossier,
                        first.id(),
                        NewPositioning.of("C3.1", "en-cours").because("Relu."),
                        "Mauvaise ligne");
        assertThat(told(home())).containsExactly("POSITIONED C3.1 : En cours");
    }

    @Test
    void a_visit_never_goes_back_and_never_lies_ahead() {
        Instant now = school.clock.instant();
        school.clock.advance(Duration.ofDays(2));
        Instant later = school.clock.instant();
        school.emma.home().visited(school.dossier, later);
        school.emma.home().visited(school.dossier, now);
        assertThat(home().since()).isEqualTo(later);
        refused(
                InvalidInputException.class,
                "lies in the future",
                "est dans l'avenir",
                () -> school.emma.home().visited(school.dossier, later.plusSeconds(1)));
        refused(
                InvalidInputException.class,
                "lies in the future",
                "est dans l'avenir",
                () -> school.emma.home().of(school.dossier, later.plusSeconds(1)));
    }

    @Test
    void nothing_older_than_a_year_is_news() {
        school.positioned(school.durand, "C3.1", "acquis");
        school.clock.advance(Duration.ofDays(400));
        assertThat(home().since()).isEqualTo(school.clock.instant().minus(Duration.ofDays(366)));
        assertThat(told(home())).isEmpty();
        assertThat(home().levels())
                .anyMatch(each -> each.item().code().value().equals("C3.1")
                        && each.views().size() == 1
                        && !each.moved());
    }

    @Test
    void a_visit_is_nobody_elses_affair() {
        long before = school.journalLength();
        school.emma.home().visited(school.dossier, school.clock.instant());
        assertThat(school.journalLength()).as("no line of the journal").isEqualTo(before);
        assertThat(school.head.journal().verify().faults()).isEmpty();
        refused(
                DeniedException.class,
                "open one's home",
                "ouvrir sa page d'accueil",
                () -> school.durand.home().of(school.dossier));
        refused(
                NotFoundException.class,
                "no dossier",
                "(dossier) que vous puissiez voir",
                () -> school.malo.home().of(school.dossier));
        refused(
                NotFoundException.class,
                "no dossier",
                "(dossier) que vous puissiez voir",
                () -> school.malo.home().visited(school.dossier, school.clock.instant()));
    }

    @Test
    void at_most_five_things_are_asked_the_most_urgent_first_and_how_many_more_is_said() {
        Production map = school.mindMap();
        school.emma.goals().set(school.dossier, NewGoal.of("C3.2", "acquis").by(VosReves.TODAY.plusDays(3)));
        school.emma.goals().set(school.dossier, NewGoal.of("C3.3", "acquis").by(VosReves.TODAY.plusDays(90)));
        school.durand.feedback().prompt(Subject.of(map), "Pourquoi Stripe ?");
        school.durand
                .interviews()
                .schedule(
                        school.dossier,
                        NewInterview.about("Point d'étape").at(VosReves.BEGINNING.plus(Duration.ofDays(2))));
        InterviewId held = closed("Premier entretien");
        school.durand
                .pathways()
                .add(
                        school.dossier,
                        NewPathwayStep.on("C1.1").because("Rien encore.").by(VosReves.TODAY.plusDays(30)));
        school.durand.authorisations().request(school.dossier, asking("Oraux").until(VosReves.TODAY.plusDays(60)));

        Home home = home();
        assertThat(asked(home))
                .containsExactly(
                        "INTERVIEW Venir à l'entretien : Point d'étape",
                        "GOAL_DUE Votre objectif sur C3.2 arrive à échéance",
                        "PROMPT Répondre : « Pourquoi Stripe ? »",
                        "ACKNOWLEDGEMENT Lire l'entretien et en prendre acte : Premier entretien",
                        "AUTHORISATION Signer ou refuser l'autorisation : Oraux");
        assertThat(home.asked().more()).as("the step in a month").isEqualTo(1);
        assertThat(home.asked().items().get(1).due())
                .as("a day lasts until its end, in Paris")
                .isEqualTo("2026-09-10T21:59:59.999999Z");

        school.emma.interviews().acknowledge(school.dossier, held);
        assertThat(asked(home())).hasSize(5).noneMatch(each -> each.startsWith("ACKNOWLEDGEMENT"));
        assertThat(home().asked().more()).isZero();
    }

    private InterviewId closed(String purpose) {
        InterviewDesk desk = school.durand.interviews();
        InterviewId id = desk.schedule(
                        school.dossier, NewInterview.about(purpose).at(school.clock.instant()))
                .id();
        desk.prepare(school.dossier, id);
        desk.conduct(desk.get(school.dossier, id), NewMinutes.of("Vu ensemble.").present("emma"));
        desk.close(desk.get(school.dossier, id), null);
        return id;
    }

    private static NewAuthorisation asking(String project) {
        return NewAuthorisation.toRecord("emma")
                .alreadyOfAge()
                .forProject(project)
                .use("Explicitations")
                .recipients("L'équipe");
    }

    @Test
    void an_agreement_waits_for_a_yes_or_a_no_and_its_goal_is_told_once_answered() {
        InterviewDesk desk = school.durand.interviews();
        InterviewId id = desk.schedule(
                        school.dossier, NewInterview.about("Point").at(school.clock.instant()))
                .id();
        desk.prepare(school.dossier, id);
        desk.conduct(desk.get(school.dossier, id), NewMinutes.of("Vu.").present("emma"));
        desk.propose(
                school.dossier,
                id,
                NewAgreement.of(
                        "Dater les sources", NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(60))));
        assertThat(asked(home())).contains("AGREEMENT Accepter ou décliner : « Dater les sources »");
        assertThat(told(home())).contains("AGREEMENT Un engagement est proposé : « Dater les sources »");
        Goal goal = school.emma.interviews().accept(school.dossier, id, 1);
        assertThat(asked(home())).noneMatch(each -> each.startsWith("AGREEMENT"));
        aWeekPasses();
        Goal claimed = school.emma.goals().claim(goal, "Fait.", Citation.of(school.mindMap()));
        school.clock.advance(Duration.ofMinutes(1));
        school.durand.goals().decline(claimed, "Une date manque.");
        assertThat(told(home()))
                .containsExactly("GOAL_ANSWERED Votre objectif sur C3.1 est de nouveau ouvert : « Une date manque. »");
    }

    @Test
    void missions_come_last_in_the_order_of_the_plan_but_one_to_rework_is_waited_for() {
        ScenarioDesk authors = school.durand.scenarios();
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        var draft = authors.draft(BundledScenarios.VOS_REVES.scenario());
        authors.publish(draft, "vr-1-m1", "vr-2-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        school.emma.goals().set(school.dossier, NewGoal.of("C3.2", "acquis").by(VosReves.TODAY.plusDays(13)));

        assertThat(home().asked().items())
                .extracting(Asked::what)
                .containsExactly(Asked.What.GOAL_DUE, Asked.What.MISSION_TO_DO, Asked.What.MISSION_TO_DO);
        MissionId second = MissionId.of("vosreves", "vr-2-m1");
        school.emma.missions().start(school.dossier, second);
        assertThat(home().asked().items())
                .extracting(each -> each.what() + " " + each.about())
                .containsExactly(
                        "GOAL_DUE " + home().asked().items().get(0).about(),
                        "MISSION_TO_FINISH vosreves/vr-2-m1",
                        "MISSION_TO_DO vosreves/vr-1-m1");
        school.emma.missions().handIn(school.dossier, second, "");
        aWeekPasses();
        school.durand.missions().rework(school.dossier, second, "Il manque une page.");
        school.clock.advance(Duration.ofDays(1));

        Home home = home();
        assertThat(home.asked().items())
                .extracting(Asked::what)
                .containsExactly(Asked.What.GOAL_DUE, Asked.What.MISSION_TO_REWORK, Asked.What.MISSION_TO_DO);
        assertThat(told(home)).singleElement().asString().startsWith("MISSION_ANSWERED À reprendre : ");
    }

    @Test
    void an_authorisation_is_asked_of_a_minor_and_again_once_they_are_of_age() {
        school.head.grants().give(NewGrant.of("mere", Role.REPRESENTATIVE).over(school.dossier));
        LocalDate majority = VosReves.TODAY.plusDays(10);
        Authorisation asked = school.durand
                .authorisations()
                .request(
                        school.dossier,
                        asking("Oraux").until(VosReves.TODAY.plusDays(60)).comingOfAgeOn(majority));
        assertThat(asked(home())).hasSize(1);
        school.emma.authorisations().give(school.dossier, asked.id());
        assertThat(home().asked().items()).as("the representative answers").isEmpty();
        school.as("mere").authorisations().give(school.dossier, asked.id());
        assertThat(home().asked().items()).isEmpty();
        school.clock.advance(Duration.ofDays(10));
        assertThat(asked(home())).containsExactly("AUTHORISATION Signer ou refuser l'autorisation : Oraux");
        school.emma.authorisations().confirm(school.dossier, asked.id());
        assertThat(home().asked().items()).isEmpty();
    }

    @Test
    void a_campaign_asks_for_a_production_then_for_reviews_and_for_nothing_once_it_is_over() throws IOException {
        try (PeerClass peers = PeerClass.over(stores.open(Files.createDirectory(folder.resolve("peers"))))) {
            Supplier<List<Asked>> emmas =
                    () -> peers.school.emma.home().of(peers.of("emma")).asked().items();
            var campaign = peers.open(peers.cards().anonymously());
            assertThat(emmas.get()).singleElement().satisfies(asked -> {
                assertThat(asked.what()).isEqualTo(Asked.What.HAND_IN);
                assertThat(asked.due()).isEqualTo(PeerClass.FRIDAY);
            });
            peers.dossiers.keySet().forEach(each -> peers.handIn(campaign, each));
            assertThat(emmas.get()).isEmpty();
            peers.school.durand.campaigns().draw(campaign.id(), 2);
            assertThat(emmas.get())
                    .extracting(each -> each.what() + " " + each.text().in(Locale.FRENCH))
                    .containsExactly(
                            "PEER_REVIEW Relire un pair : Relire les cartes mentales",
                            "PEER_REVIEW Relire un pair : Relire les cartes mentales");
            peers.school.emma.reviews().submit(peers.task("emma").id(), PeerClass.GOOD);
            assertThat(emmas.get()).hasSize(1);
            peers.over();
            assertThat(emmas.get()).isEmpty();
        }
    }

    @Test
    void a_group_invites_and_the_pathway_goes_on() {
        var group = school.malo
                .groups()
                .start(school.malos, NewGroup.of(NewProduction.titled("Site")).with("emma"));
        assertThat(asked(home())).containsExactly("GROUP_INVITATION Rejoindre le groupe, ou non : Site");
        school.emma.groups().accept(group.id(), school.dossier);
        assertThat(asked(home())).isEmpty();
        school.durand.pathways().add(school.dossier, NewPathwayStep.on("C1.1").because("Rien encore."));
        assertThat(asked(home())).containsExactly("PATHWAY_STEP Une étape de votre parcours, C1.1 : Rien encore.");
        assertThat(told(home())).containsExactly("PATHWAY_STEP Une étape de votre parcours, C1.1 : Rien encore.");
        school.emma.pathways().completeStep(school.emma.pathways().get(school.dossier), 1);
        assertThat(asked(home())).isEmpty();
    }

    @Test
    void drafts_are_there_to_go_on_with_the_one_saved_last_first() {
        school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.reports().draft(school.dossier, Given.REPORT);
        assertThat(home().drafts().items())
                .extracting(Unfinished::what)
                .containsExactly(
                        Unfinished.What.MISSION_REPORT, Unfinished.What.REFLECTION, Unfinished.What.SELF_ASSESSMENT);
        for (int i = 0; i < 9; i++) {
            school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.2", "acquis"));
        }
        assertThat(home().drafts().items()).hasSize(5);
        assertThat(home().drafts().more()).isEqualTo(7);
    }

    @Test
    void a_long_history_is_cut_and_counted() {
        Production map = school.mindMap();
        school.durand.together(desk -> {
            for (int i = 0; i < 60; i++) desk.feedback().comment(Subject.of(map), "Remarque " + i);
            return true;
        });
        Home home = home();
        assertThat(home.news().items()).hasSize(Home.MOST_NEWS);
        assertThat(home.news().total()).isEqualTo(60);
        aWeekPasses();
        school.durand.feedback().comment(Subject.of(map), "La dernière");
        assertThat(told(home())).containsExactly("FEEDBACK Un commentaire : « La dernière »");
    }

    @Test
    void what_was_taken_back_is_no_news() {
        Feedback said = school.durand.feedback().comment(Subject.of(school.mindMap()), "Trop vite dit.");
        school.durand.feedback().withdraw(school.dossier, said.id());
        school.durand.feedback().note(Subject.of(school.mindMap()), "Pour l'équipe seulement.");
        assertThat(told(home())).isEmpty();
    }

    @Test
    void somebody_who_left_the_class_has_no_home() {
        school.head.cohorts().leave(school.cohort, org.eportfolio.id.PersonId.of("emma"));
        refused(DeniedException.class, "no longer a learner", "plus apprenant", this::home);
    }

    @Test
    void a_learner_who_teaches_another_class_opens_it_as_a_learner_without_saying_so() {
        school.head.cohorts().enrol("CAP 2026", Members.teachers("emma"));
        assertThat(home().dossier()).isEqualTo(school.dossier);
        assertThat(school.portfolio
                        .as(Actor.of("emma").acting(Role.LEARNER))
                        .home()
                        .of(school.dossier)
                        .dossier())
                .isEqualTo(school.dossier);
    }

    @Test
    void every_sentence_exists_in_both_languages() {
        Arrays.stream(Asked.What.values()).map(each -> "asked." + each).forEach(A10HomeTest::hasText);
        Arrays.stream(Outcome.values()).map(each -> "news.positioned." + each).forEach(A10HomeTest::hasText);
        List.of("news.feedback.PROMPT", "news.feedback.COMMENT", "news.feedback.REPLY")
                .forEach(A10HomeTest::hasText);
        List.of("news.mission.TO_REWORK", "news.mission.DONE").forEach(A10HomeTest::hasText);
    }

    private static void hasText(String key) {
        String english = Message.of(key, "x", "y").in(Locale.ENGLISH);
        assertThat(english).doesNotContain(key);
        assertThat(Message.of(key, "x", "y").in(Locale.FRENCH)).doesNotContain(key);
    }

    @Test
    void a_production_alone_is_no_news_to_its_own_learner() {
        school.emma.productions().add(school.dossier, NewProduction.titled("Carte"));
        assertThat(home().news().items()).isEmpty();
    }
}
