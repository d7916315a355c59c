package org.eportfolio.core.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.leadTeachers;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ProgressListener;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.News;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.VosReves;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Actor;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Reach;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearEndPlan;
import org.junit.jupiter.api.Test;

/** The example of the guide on what comes back each week and each year. */
class GuideWeekTest extends GuideStory {
    @Test
    void week() {
        school.positioned(teacher, "C3.1", "en-cours");
        // guide: week
        var year = NewYear.of("CS SNO 2027")
                .with(learners("zoe"), teachers("m.durand"), leadTeachers("mme.petit"))
                .adopting(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.FOUR_STEPS)
                .copyingThePlanOf(cohort);
        var changes = head.year().preview(year); // the difference first; nothing is changed
        var begun = head.year().begin(year, changes); // just that, in one commit

        var home = emma.home().of(dossier);
        emma.home().visited(dossier, home.asOf()); // she has seen it: next time only what is newer

        var queue = teacher.queue().of(cohort, 3); // and who left no trace for three weeks
        teacher.queue().visited(cohort, queue.asOf());
        // guide: end
        assertThat(changes.joining()).containsExactly(PersonId.of("zoe"));
        assertThat(changes.missing()).isNotEmpty();
        assertThat(begun.changes()).isEqualTo(changes);
        assertThat(head.year().preview(year).none()).isTrue();
        assertThat(home.news().items()).extracting(News::what).containsExactly(News.What.POSITIONED);
        assertThat(emma.home().of(dossier).since()).isEqualTo(home.asOf());
        assertThat(queue.productions().items()).hasSize(1);
        assertThat(teacher.queue().of(cohort, 3).since()).isEqualTo(queue.asOf());
    }

    @Test
    void june() throws IOException {
        // guide: june
        var until = LocalDate.of(2026, 12, 31); // so long those who leave read, and fetch their package
        var end = NewYearEnd.of(cohort, until).leaving("emma").othersStay();
        var plan = head.year().preview(end); // learner by learner, and what is open still

        var strips = new ArrayList<HandedPackage>(); // a link and a code each, as they come
        var ended = head.year().end(end, strips::add, ProgressListener.NONE);

        // Later, without an account: the link from the mail, and the code from the strip of paper.
        var bearer = portfolio.as(Actor.bearing(strips.get(0).link().token().text()));
        var zip = new ByteArrayOutputStream();
        bearer.shared().writePackage(strips.get(0).code().text(), Locale.FRENCH, zip);
        // guide: end
        assertThat(plan.those(YearEndPlan.NextStep.LEAVES)).containsExactly(PersonId.of("emma"));
        assertThat(ended.packages()).isEqualTo(strips);
        assertThat(zip.size()).isPositive();
    }

    @Test
    void people() {
        var old = PersonId.of("zoe.qwerty");
        var next = PersonId.of("zoe.azerty");
        var second = PersonId.of("zq-2027");
        head.cohorts().enrol(cohort, learners(old.value()));
        head.people().name(second, "Zoé Qwerty");
        // guide: people
        var people = head.people();
        people.setExternalIds(IdentifiedPerson.of(old, ExternalId.of("annuaire", "4711")));

        var preview = people.previewRename(old, next); // Zoé's login changed
        if (preview.possible()) people.rename(old, next); // nothing is written anew; the old login opens nothing now
        var ended = people.ended(List.of(old, next)); // to be asked when someone signs in

        people.release(old); // a new pupil has the old login: he begins with nothing
        head.cohorts().enrol(cohort, learners(old.value()));

        var joined = people.merge(second, next); // Zoé had two accounts
        people.undo(joined.id()); // or had she? Each record goes back to where it was written
        var same = people.byExternalIds(ExternalId.of("annuaire", "4711")); // the directory still knows her
        // guide: end
        assertThat(ended).containsExactly(old);
        assertThat(same).containsValue(next);
        assertThat(people.kept(List.of(second))).containsKey(second);
        assertThat(people.previewRename(next, second).possible()).isFalse();
    }

    @Test
    void screens() {
        school.positioned(teacher, "C3.1", "en-cours");
        String address = Ref.of(dossier, map.id()).toString();
        // guide: screens
        var screen = teacher.classes().screen(cohort, Locale.FRENCH); // one call for the whole class
        var page = new StringBuilder(screen.cohort().name());
        for (var line : screen.lines()) {
            page.append("\n").append(line.name()).append(":");
            for (var column : screen.columns()) {
                line.level(column.code())
                        .map(Matrix.Cell::level)
                        .ifPresent(
                                level -> page.append(" ").append(column.code()).append(level.symbol()));
            }
            for (var waiting : line.waiting().items()) {
                page.append(" → /open/").append(waiting.ref()); // an address that this page links to
            }
        }

        var ref = Ref.of(address); // as the browser sends it back
        var opened = teacher.refs().open(ref);
        var rights = teacher.me().may(new Reach.OfDossier(Objects.requireNonNull(opened.dossier())));
        var positionButton = rights.has(Permission.POSITION);
        // guide: end
        assertThat(page.toString()).contains("emma: C3.1◔ → /open/" + address, "malo:");
        assertThat(opened.learner()).isEqualTo(PersonId.of("emma"));
        assertThat(opened.record()).isEqualTo(map);
        assertThat(positionButton).isTrue();
    }

    @Test
    void notices() throws IOException {
        var cursor = head.changes().after(Cursor.START, 1_000).next();
        school.positioned(teacher, "C3.1", "en-cours");
        emma.goals().set(dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(3)));
        var today = VosReves.TODAY;
        var outbox = folder;
        // guide: notices
        var notices = emma.notices();
        var page = notices.after(cursor, 100); // since what was sent last, in the order of the commits
        var week = notices.due(today, today.plusDays(6)); // what falls on the days to come

        var words = new StringBuilder();
        for (var each : page.notices()) {
            words.append(each.text().in(Locale.FRENCH))
                    .append(" /open/")
                    .append(each.about())
                    .append("\r\n");
        }
        for (var each : week) {
            words.append(each.day())
                    .append(" : ")
                    .append(each.text().in(Locale.FRENCH))
                    .append("\r\n");
        }
        var body = Base64.getMimeEncoder().encodeToString(words.toString().getBytes(StandardCharsets.UTF_8));
        var mail = "From: portfolio@lycee.example\r\nTo: emma@lycee.example\r\nSubject: Votre semaine\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + body;
        Files.writeString(outbox.resolve("emma.eml"), mail); // the host's own mailer takes it from there
        cursor = page.next(); // to be kept, as text, until the next one
        notices.leaveOut(NoticeKind.LINK_READ); // Emma does not want to hear of that
        // guide: end
        assertThat(page.notices()).extracting(Notice::kind).containsExactly(NoticeKind.POSITIONED);
        assertThat(week).extracting(Notice::kind).containsExactly(NoticeKind.GOAL_DUE);
        assertThat(words.toString())
                .contains("C3.1 : il y a un nouveau niveau. /open/assessment.", "2026-09-10 : Votre objectif sur C3.1");
        assertThat(Files.readString(outbox.resolve("emma.eml"))).contains("\r\n\r\n" + body);
        assertThat(notices.after(cursor, 100).notices()).isEmpty();
        assertThat(notices.preferences().wants(NoticeKind.LINK_READ)).isFalse();
    }

    @Test
    void search() {
        // guide: search
        var findings = teacher.search()
                .find(
                        "mentale modules",
                        SearchFilters.ALL.only(FoundKind.PRODUCTION).in(cohort),
                        SearchRequest.first(20));
        var results = new StringBuilder();
        for (var found : findings.items()) {
            results.append(found.title().marked("<mark>", "</mark>")); // escape the text in a real page
            results.append(" → /open/").append(found.ref());
        }
        var more = findings.next(); // null: this was the last page
        // guide: end
        assertThat(results.toString())
                .contains("Carte <mark>mentale</mark> des <mark>modules</mark> de paiement → /open/production.");
        assertThat(more).isNull();
    }
}
