package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.agenda.NoticePreferences;
import org.eportfolio.agenda.Notices;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CallArguments;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.journal.Cursor;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H6: each person is told what concerns them, and no one else is. */
class H6NoticesTest extends Story {
    private static final Duration LONG = Duration.ofSeconds(60);

    private Cursor end() {
        return school.head.changes().after(Cursor.START, 1_000).next();
    }

    private static List<Notice> all(Desk desk, Cursor from) {
        List<Notice> all = new ArrayList<>();
        Notices page = desk.notices().after(from, 100);
        all.addAll(page.notices());
        while (page.more()) {
            page = desk.notices().after(page.next(), 100);
            all.addAll(page.notices());
        }
        return all;
    }

    private static List<NoticeKind> kinds(Desk desk, Cursor from) {
        return all(desk, from).stream().map(Notice::kind).toList();
    }

    private static List<NoticeKind> due(Desk desk, int from, int until) {
        return desk.notices().due(VosReves.TODAY.plusDays(from), VosReves.TODAY.plusDays(until)).stream()
                .map(Notice::kind)
                .toList();
    }

    private void later() {
        school.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_learner_hears_in_the_order_of_the_commits_what_others_did_in_their_dossier_and_it_opens() {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Cursor begin = end();
        school.durand.feedback().prompt(Subject.of(reflection), "Et ensuite ?");
        later();
        school.positioned(school.durand, "C3.1", "acquis");
        later();
        school.durand.interviews().schedule(school.dossier, CallArguments.interview());
        later();
        school.durand.pathways().add(school.dossier, NewPathwayStep.on("C2.1").because("Rien encore."));
        school.head.access().openForReason(school.dossier, "Signalement", 2);
        school.durand.tutoring().open(school.dossier, CallArguments.period());
        school.durand.authorisations().request(school.dossier, CallArguments.authorising("emma"));
        school.malo
                .groups()
                .start(
                        school.malos,
                        NewGroup.of(NewProduction.titled("Site").writing("Plan"))
                                .with("emma"));

        List<Notice> notices = all(school.emma, begin);

        assertThat(notices)
                .extracting(Notice::kind)
                .containsExactly(
                        NoticeKind.FEEDBACK,
                        NoticeKind.POSITIONED,
                        NoticeKind.INTERVIEW,
                        NoticeKind.PATHWAY_STEP,
                        NoticeKind.OPENED_FOR_REASON,
                        NoticeKind.WORKPLACE,
                        NoticeKind.AUTHORISATION_ASKED,
                        NoticeKind.GROUP_INVITATION);
        assertThat(notices).allSatisfy(each -> {
            assertThat(school.emma.refs().open(each.about())).isNotNull();
            assertThat(each.text().in(Locale.ENGLISH)).doesNotContain("notices.", "Et ensuite", "Signalement");
            assertThat(each.text().in(Locale.FRENCH))
                    .doesNotContain("notices.")
                    .isNotEqualTo(each.text().in(Locale.ENGLISH));
            assertThat(each.day()).isNull();
        });
        assertThat(notices.get(0).by()).isEqualTo(PersonId.of("m.durand"));
        assertThat(notices.get(2).text().in(Locale.ENGLISH))
                .isEqualTo("An interview is planned: Bilan, 7 September 2026 at 11:00");
        assertThat(all(school.malo, begin)).isEmpty();
    }

    @Test
    void a_teacher_hears_what_awaits_them_from_their_learners() {
        Cursor begin = end();
        Production map = school.mindMap();
        Goal goal = school.emma.goals().set(school.dossier, CallArguments.goal());
        school.emma.goals().claim(goal, "Fait.", Citation.of(map));
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        school.emma.reports().share(school.dossier, Given.REPORT);
        Feedback prompt = school.durand.feedback().prompt(Subject.of(reflection), "Et ensuite ?");
        school.emma.feedback().reply(school.dossier, prompt.id(), "J'ai relu.");

        List<Notice> notices = all(school.durand, begin);

        assertThat(notices)
                .extracting(Notice::kind)
                .containsExactly(
                        NoticeKind.GOAL_CLAIMED,
                        NoticeKind.REFLECTION,
                        NoticeKind.MISSION_REPORT,
                        NoticeKind.FEEDBACK_ANSWERED);
        assertThat(notices).allSatisfy(each -> {
            assertThat(each.learner()).isEqualTo(PersonId.of("emma"));
            assertThat(each.dossier()).isEqualTo(school.dossier);
            assertThat(each.by()).isEqualTo(PersonId.of("emma"));
            assertThat(school.durand.refs().open(each.about()).learner()).isEqualTo(PersonId.of("emma"));
        });
        assertThat(kinds(school.emma, begin))
                .as("her own acts are no news to her")
                .containsExactly(NoticeKind.FEEDBACK);
        assertThat(all(school.head, begin)).as("the head is no reader").isEmpty();
    }

    @Test
    void whose_role_ends_hears_no_more_of_the_class_nor_of_what_was_before() {
        Cursor begin = end();
        school.emma.reflections().share(school.dossier, Given.INSTALLING);
        assertThat(kinds(school.petit, begin)).containsExactly(NoticeKind.REFLECTION);

        school.head
                .grants()
                .revoke(school.head.grants().of(PersonId.of("mme.petit")).get(0).id());

        assertThatThrownBy(() -> school.petit.notices().after(begin, 10)).isInstanceOf(DeniedException.class);
        school.head.cohorts().enrol("Autre classe", Members.teachers("mme.petit"));
        assertThat(all(school.petit, begin)).isEmpty();
    }

    @Test
    void what_is_withdrawn_is_not_spoken_of() {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Cursor begin = end();
        Feedback said = school.durand.feedback().comment(Subject.of(reflection), "Trop court.");
        Interview planned = school.durand.interviews().schedule(school.dossier, CallArguments.interview());
        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.FEEDBACK, NoticeKind.INTERVIEW);

        school.durand.feedback().withdraw(school.dossier, said.id());
        school.durand.interviews().cancel(school.dossier, planned.id(), "Absent.");

        List<Notice> left = all(school.emma, begin);
        assertThat(left)
                .singleElement()
                .satisfies(each ->
                        assertThat(each.text().in(Locale.ENGLISH)).isEqualTo("The interview is cancelled: Bilan"));
    }

    @Test
    void a_level_under_an_embargo_is_heard_of_when_it_is_shown() {
        later();
        school.head.embargoes().declare(school.cohort, VosReves.TODAY.plusDays(10));
        later();
        Cursor begin = end();
        school.positioned(school.durand, "C3.1", "acquis");
        school.positioned(school.durand, "C2.1", "acquis");
        later();
        assertThat(all(school.emma, begin)).isEmpty();

        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "en-cours"));
        assertThat(all(school.emma, begin))
                .singleElement()
                .satisfies(each -> assertThat(each.text().in(Locale.ENGLISH)).isEqualTo("C3.1: there is a new level."));

        assertThat(due(school.emma, 0, 20)).as("the day is still to come").isEmpty();
        school.clock.advance(Duration.ofDays(12));
        assertThat(due(school.emma, 11, 11)).containsExactly(NoticeKind.POSITIONED);
        assertThat(due(school.emma, 12, 13)).isEmpty();
        assertThat(kinds(school.emma, begin)).hasSize(1);
    }

    @Test
    void
            of_peer_reviews_one_notice_comes_when_the_campaign_is_over_and_neither_it_nor_the_cursor_tells_when_they_wrote()
                    throws Exception {
        school.close();
        PeerClass peers = PeerClass.over(VosReves.over(stores.open(Files.createDirectory(folder.resolve("seven")))));
        school = peers.school;
        var campaign = peers.handedIn(peers.cards());
        Cursor begin = end();
        school.durand.campaigns().draw(campaign.id(), 2);
        assertThat(kinds(school.as("lina"), begin))
                .containsOnly(NoticeKind.REVIEW_ASKED)
                .hasSize(2);
        Cursor before = school.emma.notices().after(begin, 100).next();

        for (String each : peers.dossiers.keySet()) {
            school.clock.advance(Duration.ofMinutes(7));
            Desk reviewer = school.as(each);
            for (var task : reviewer.reviews().assigned(PageRequest.first(100)).items()) {
                reviewer.reviews().submit(task.id(), PeerClass.GOOD);
            }
            Notices page = school.emma.notices().after(before, 100);
            assertThat(page.notices()).isEmpty();
            assertThat(page.next()).as("after " + each).isEqualTo(before);
        }
        assertThat(due(school.emma, 0, 30)).doesNotContain(NoticeKind.PEER_REVIEWS);

        peers.over();
        assertThat(all(school.emma, before)).as("a deadline is no commit").isEmpty();
        List<Notice> notices = school.emma.notices().due(VosReves.TODAY, VosReves.TODAY.plusDays(30));
        assertThat(notices).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(NoticeKind.PEER_REVIEWS);
            assertThat(each.by()).isNull();
            assertThat(each.at()).isEqualTo(PeerClass.FRIDAY.plusSeconds(1));
            assertThat(each.text().in(Locale.ENGLISH)).endsWith("(reviews: 2)");
        });
    }

    @Test
    void a_campaign_that_is_closed_is_heard_of_with_the_act_that_closes_it() throws Exception {
        school.close();
        PeerClass peers = PeerClass.over(VosReves.over(stores.open(Files.createDirectory(folder.resolve("seven")))));
        school = peers.school;
        Cursor begin = end();
        var campaign = peers.open(peers.cards());
        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.HAND_IN_ASKED);
        assertThat(due(school.emma, 0, 30)).containsExactly(NoticeKind.HAND_IN_DUE);
        peers.dossiers.keySet().forEach(each -> peers.handIn(campaign, each));
        school.durand.campaigns().draw(campaign.id(), 2);
        for (String each : peers.dossiers.keySet()) {
            Desk reviewer = school.as(each);
            for (var task : reviewer.reviews().assigned(PageRequest.first(100)).items()) {
                reviewer.reviews().submit(task.id(), PeerClass.GOOD);
            }
        }
        Cursor open = end();
        later();
        school.durand.campaigns().close(campaign.id());
        Instant closed = school.clock.instant();

        assertThat(all(school.emma, open)).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(NoticeKind.PEER_REVIEWS);
            assertThat(each.at()).isEqualTo(closed);
            assertThat(each.about()).isEqualTo(Ref.to(Ref.Kind.CAMPAIGN, campaign.id()));
        });
        assertThat(due(school.emma, 0, 30)).isEmpty();
    }

    @Test
    void an_authorisation_is_heard_of_by_those_who_sign_and_its_withdrawal_by_those_who_asked() {
        Cursor begin = end();
        Authorisation asked = school.durand.authorisations().request(school.dossier, CallArguments.authorising("malo"));
        assertThat(kinds(school.malo, begin)).containsExactly(NoticeKind.AUTHORISATION_ASKED);
        assertThat(all(school.malo, begin).get(0).dossier())
                .as("whose dossier it is stands in the authorisation")
                .isNull();
        assertThat(all(school.as("lina"), begin)).isEmpty();

        school.malo.authorisations().give(school.dossier, asked.id());
        assertThat(all(school.malo, begin)).as("what is signed waits no more").isEmpty();
        assertThat(kinds(school.durand, begin)).containsExactly(NoticeKind.AUTHORISATION_ANSWERED);
        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.AUTHORISATION_ANSWERED);

        later();
        school.malo.authorisations().withdraw(school.dossier, asked.id());
        assertThat(all(school.emma, begin))
                .singleElement()
                .satisfies(each -> assertThat(each.text().in(Locale.ENGLISH))
                        .isEqualTo("An authorisation was withdrawn: Explicitations"));
    }

    @Test
    void a_reading_through_a_link_and_the_answer_to_a_request_are_heard_of() {
        Production map = school.mindMap();
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, "")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(9));
        Cursor begin = end();

        school.portfolio.as(Actor.bearing(link.token().text())).shared().showcase();
        PrivacyRequest request = school.emma.privacy().ask(PrivacyRequest.Right.ACCESS, "");

        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.LINK_READ);
        assertThat(kinds(school.head, begin)).containsExactly(NoticeKind.REQUEST_ASKED);
        school.head.privacy().settle(request, PrivacyRequest.Answer.GRANTED, "Remis.");
        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.LINK_READ, NoticeKind.REQUEST_ANSWERED);
        assertThat(all(school.durand, begin)).isEmpty();
    }

    @Test
    void what_falls_on_a_day_is_worked_out_for_it_and_moves_with_the_record() {
        school.emma
                .goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.1", "acquis")
                                .by(VosReves.TODAY.plusDays(3))
                                .step("Lire"));
        Interview planned = school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(VosReves.BEGINNING.plus(Duration.ofDays(5))));
        school.durand.tutoring().open(school.dossier, CallArguments.period());

        assertThat(due(school.emma, 0, 6)).containsExactly(NoticeKind.GOAL_DUE, NoticeKind.INTERVIEW_DUE);
        assertThat(due(school.emma, 3, 3)).containsExactly(NoticeKind.GOAL_DUE);
        assertThat(due(school.emma, 7, 30)).containsExactly(NoticeKind.WORKPLACE_ENDS);
        assertThat(due(school.durand, 0, 30)).containsExactly(NoticeKind.INTERVIEW_DUE, NoticeKind.WORKPLACE_ENDS);
        assertThat(due(school.petit, 0, 30))
                .as("not the one who planned it")
                .containsExactly(NoticeKind.WORKPLACE_ENDS);
        assertThat(due(school.malo, 0, 30)).isEmpty();

        school.durand.interviews().reschedule(planned, VosReves.BEGINNING.plus(Duration.ofDays(9)));
        assertThat(due(school.emma, 0, 6)).containsExactly(NoticeKind.GOAL_DUE);
        assertThat(due(school.emma, 9, 9)).containsExactly(NoticeKind.INTERVIEW_DUE);

        Notice goal = school.emma
                .notices()
                .due(VosReves.TODAY, VosReves.TODAY.plusDays(6))
                .get(0);
        assertThat(goal.day()).isEqualTo(VosReves.TODAY.plusDays(3));
        assertThat(goal.at())
                .isEqualTo(
                        VosReves.TODAY.plusDays(3).atStartOfDay(VosReves.PARIS).toInstant());
        refused(
                InvalidInputException.class,
                "for 1 to 92 days",
                "sur 1 à 92 jours",
                () -> school.emma.notices().due(VosReves.TODAY, VosReves.TODAY.plusDays(92)));
        refused(
                InvalidInputException.class,
                "for 1 to 92 days",
                "sur 1 à 92 jours",
                () -> school.emma.notices().due(VosReves.TODAY, VosReves.TODAY.minusDays(1)));
    }

    @Test
    void a_kind_that_is_left_out_is_not_heard_and_no_one_else_knows() {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Cursor begin = end();
        school.durand.feedback().comment(Subject.of(reflection), "Bien.");
        school.positioned(school.durand, "C3.1", "acquis");
        long length = school.journalLength();

        NoticePreferences chosen = school.emma.notices().leaveOut(NoticeKind.POSITIONED, NoticeKind.GOAL_DUE);

        assertThat(chosen.leftOut()).containsExactly(NoticeKind.POSITIONED, NoticeKind.GOAL_DUE);
        assertThat(school.emma.notices().preferences()).isEqualTo(chosen);
        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.FEEDBACK);
        assertThat(school.journalLength()).isEqualTo(length);
        assertThat(school.durand.notices().preferences().leftOut()).isEmpty();
        List<String> exported = new ArrayList<>();
        school.emma.privacy().export(PersonId.of("emma"), Locale.ENGLISH).forEach(each -> exported.add(each.kind()));
        assertThat(exported).contains("notice-preferences");
        assertThat(school.emma.notices().leaveOut().leftOut()).isEmpty();
        assertThat(kinds(school.emma, begin)).hasSize(2);

        school.emma.notices().leaveOut(NoticeKind.FEEDBACK);
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThat(school.store.<List<?>>read(
                        view -> view.list(Scope.ORGANISATION, new Kind("notice-preferences"), null, 10)))
                .isEmpty();
    }

    @Test
    void an_unknown_kind_is_refused_with_those_there_are() {
        assertThat(NoticeKind.of("goal-due")).isEqualTo(NoticeKind.GOAL_DUE);
        refused(
                InvalidInputException.class,
                "is no kind of notice. There are: feedback",
                "n'est pas une sorte d'avis. Il y a : feedback",
                () -> NoticeKind.of("nudges"));
    }

    @Test
    void pages_follow_one_another_from_a_cursor_that_is_kept_as_text() {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Cursor cursor = end();
        List<Ref> said = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Feedback each = school.durand.feedback().comment(Subject.of(reflection), "Bien " + i);
            said.add(Ref.in(school.dossier, Ref.Kind.FEEDBACK, each.id()));
            school.malo.productions().add(school.malos, NewProduction.titled("Ailleurs " + i));
        }
        List<Ref> read = new ArrayList<>();
        boolean more = true;
        while (more) {
            Notices page = school.emma.notices().after(Cursor.parse(cursor.toString()), 3);
            page.notices().forEach(each -> read.add(each.about()));
            cursor = page.next();
            more = page.more();
        }
        assertThat(read).isEqualTo(said);
        Cursor last = cursor;
        assertThat(school.emma.notices().after(last, 3)).isEqualTo(new Notices(List.of(), last, false));
        Cursor other = new Cursor(last.position(), last.tag() + 1);
        assertThatThrownBy(() -> school.emma.notices().after(other, 3)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.emma.notices().after(last, 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void with_two_writers_at_once_each_notice_comes_once_and_in_the_order_of_each() throws Exception {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Cursor begin = end();
        int each = 25;
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService writers = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<Ref>>> written = new ArrayList<>();
            for (Desk teacher : List.of(school.durand, school.petit)) {
                written.add(writers.submit(() -> {
                    List<Ref> said = new ArrayList<>();
                    ready.countDown();
                    ready.await();
                    for (int i = 0; i < each; i++) {
                        Feedback one = teacher.feedback().comment(Subject.of(reflection), "Mot " + i);
                        said.add(Ref.in(school.dossier, Ref.Kind.FEEDBACK, one.id()));
                    }
                    return said;
                }));
            }
            List<Notice> heard = writers.submit(() -> heard(begin, 2 * each)).get(100, TimeUnit.SECONDS);
            List<List<Ref>> said = new ArrayList<>();
            for (Future<List<Ref>> one : written) said.add(one.get());

            assertThat(heard).hasSize(2 * each).doesNotHaveDuplicates();
            List<Ref> order = heard.stream().map(Notice::about).toList();
            for (List<Ref> one : said) assertThat(order).containsSubsequence(one);
            assertThat(order)
                    .as("as the journal has them")
                    .isEqualTo(school.head.changes().after(begin, 1_000).entries().stream()
                            .filter(entry -> entry.act().equals("feedback.commented"))
                            .flatMap(entry -> entry.refs().stream())
                            .collect(Collectors.toList()));
        } finally {
            writers.shutdownNow();
        }
    }

    private List<Notice> heard(Cursor begin, int count) throws InterruptedException {
        List<Notice> heard = new ArrayList<>();
        Cursor cursor = begin;
        while (heard.size() < count) {
            Notices page = school.emma.notices().await(cursor, LONG);
            heard.addAll(page.notices());
            cursor = page.next();
        }
        return heard;
    }

    @Test
    void who_waits_while_only_others_are_concerned_goes_on_from_where_they_were() throws InterruptedException {
        Cursor begin = end();
        school.malo.goals().set(school.malos, CallArguments.goal());

        Notices waited = school.emma.notices().await(begin, Duration.ofMillis(1));

        assertThat(waited.notices()).isEmpty();
        assertThat(waited.more()).isFalse();
        assertThat(waited.next()).as("nothing tells when others wrote").isEqualTo(begin);
    }

    @Test
    void a_representative_hears_what_they_are_to_sign() {
        school.head.grants().give(NewGrant.of("mme.martin", Role.REPRESENTATIVE).over(school.dossier));
        Cursor begin = end();
        school.durand
                .authorisations()
                .request(
                        school.dossier,
                        NewAuthorisation.toRecord("emma")
                                .comingOfAgeOn(VosReves.TODAY.plusYears(1))
                                .forProject("Explicitations")
                                .use("Entretiens")
                                .recipients("L'équipe")
                                .until(VosReves.TODAY.plusDays(90)));

        assertThat(kinds(school.as("mme.martin"), begin)).containsExactly(NoticeKind.AUTHORISATION_ASKED);
        assertThat(kinds(school.emma, begin)).containsExactly(NoticeKind.AUTHORISATION_ASKED);
    }
}
