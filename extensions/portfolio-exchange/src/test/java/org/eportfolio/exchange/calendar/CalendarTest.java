package org.eportfolio.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewInterview;
import org.junit.jupiter.api.Test;

/** Days and times for calendars. */
class CalendarTest extends Story {
    private int files;

    private String calendar(Desk reader, Extent extent) throws IOException {
        Path to = folder.resolve("calendar-" + files++ + ".ics");
        Exchange.ofDefaults().export(reader, extent, "ics", to, Locale.FRENCH, ProgressListener.NONE);
        return Files.readString(to);
    }

    private String calendar() throws IOException {
        return calendar(school.emma, new Extent.OfDossier(school.dossier));
    }

    /** The lines as they were before they were folded. */
    private static List<String> lines(String calendar) {
        return Stream.of(calendar.replace("\r\n ", "").split("\r\n")).toList();
    }

    @Test
    void whole_days_end_on_the_day_after_the_last() throws IOException {
        school.emma.goals().set(school.dossier, NewGoal.of("C3.1", "acquis").by(LocalDate.of(2026, 12, 31)));
        school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Boutique; L'Étoile, SARL")
                                .lasting(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 27)));

        assertThat(lines(calendar()))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .endsWith("END:VCALENDAR")
                .containsSubsequence(
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270101",
                        "TRANSP:TRANSPARENT",
                        "SUMMARY:Objectif : C3.1 → Acquis",
                        "DTSTART;VALUE=DATE:20261102",
                        "DTEND;VALUE=DATE:20261128",
                        "SUMMARY:Entreprise : Boutique\\; L'Étoile\\, SARL");
    }

    @Test
    void times_are_in_utc_and_a_moved_interview_keeps_its_uid() throws IOException {
        Interview interview = school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(VosReves.BEGINNING.plusSeconds(3_600)));
        List<String> before = lines(calendar());
        Interview moved = school.durand.interviews().reschedule(interview, VosReves.BEGINNING.plusSeconds(7_200));
        List<String> after = lines(calendar());
        school.durand.interviews().cancel(school.dossier, moved.id(), "Malade");
        List<String> gone = lines(calendar());

        String uid = "UID:" + interview.id();
        assertThat(before).contains(uid, "SEQUENCE:0", "DTSTART:20260907T090000Z", "STATUS:CONFIRMED");
        assertThat(after).contains(uid, "SEQUENCE:1", "DTSTART:20260907T100000Z");
        assertThat(gone).contains(uid, "SEQUENCE:2", "STATUS:CANCELLED").noneMatch(each -> each.contains("Malade"));
    }

    @Test
    void long_lines_are_folded_between_characters() throws IOException {
        school.durand
                .interviews()
                .schedule(
                        school.dossier,
                        NewInterview.about("Où en est l'été \uD83D\uDE00 ? "
                                        .repeat(12)
                                        .strip())
                                .at(VosReves.BEGINNING));

        String calendar = calendar();

        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(line);
        }
        assertThat(lines(calendar))
                .contains("SUMMARY:Entretien : "
                        + "Où en est l'été \uD83D\uDE00 ? ".repeat(12).strip());
    }

    @Test
    void an_abandoned_goal_is_cancelled_and_a_class_has_its_learners_names() throws IOException {
        school.head.people().name(PersonId.of("emma"), "Emma Exemplaire");
        Goal goal = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY));
        school.emma.goals().abandon(goal);

        List<String> lines = lines(calendar(school.durand, new Extent.OfCohort(school.cohort)));

        assertThat(lines)
                .containsSubsequence(
                        "SEQUENCE:1", "STATUS:CANCELLED", "SUMMARY:Objectif : C3.1 → Acquis (Emma Exemplaire)");
    }

    @Test
    void every_rule_of_the_format_is_kept_whatever_people_write() throws IOException {
        String hostile = "Fin ;, \\ \\n \" : = BEGIN:VEVENT \u00e9\u0301 \uD83D\uDE00 é".repeat(5);
        school.emma.goals().set(school.dossier, NewGoal.of("C3.1", "acquis").by(LocalDate.of(2027, 2, 28)));
        school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about(hostile).at(VosReves.BEGINNING));
        school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Trois; lignes, \\ ici")
                                .lasting(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)));
        school.durand
                .pathways()
                .add(
                        school.dossier,
                        NewPathwayStep.on("C2.1").by(LocalDate.of(2026, 12, 24)).because("Rien encore."));

        List<CalendarRules.Event> events = CalendarRules.read(calendar().getBytes(StandardCharsets.UTF_8));

        assertThat(events)
                .extracting(each -> each.text("SUMMARY"))
                .containsExactly(
                        "Objectif : C3.1 → Acquis",
                        "Entretien : "
                                + school.emma
                                        .interviews()
                                        .list(school.dossier, PageRequest.first(1))
                                        .items()
                                        .get(0)
                                        .purpose(),
                        "Entreprise : Trois; lignes, \\ ici",
                        "Étape : C2.1");
        assertThat(CalendarRules.read(calendar(school.durand, new Extent.OfCohort(school.cohort))
                        .getBytes(StandardCharsets.UTF_8)))
                .hasSize(4);
    }

    @Test
    void a_step_that_is_dropped_is_cancelled_under_the_same_uid_and_what_is_not_for_the_reader_is_missing()
            throws IOException {
        Pathway pathway = school.durand
                .pathways()
                .add(
                        school.dossier,
                        NewPathwayStep.on("C2.1").by(LocalDate.of(2026, 12, 24)).because("Rien encore."));
        CalendarRules.Event before =
                CalendarRules.read(calendar().getBytes(StandardCharsets.UTF_8)).get(0);
        school.durand.pathways().drop(pathway, 1, "Trop tôt.");
        CalendarRules.Event after =
                CalendarRules.read(calendar().getBytes(StandardCharsets.UTF_8)).get(0);

        assertThat(after.text("UID")).isEqualTo(before.text("UID"));
        assertThat(after.text("STATUS")).isEqualTo("CANCELLED");
        assertThat(Integer.parseInt(after.text("SEQUENCE"))).isGreaterThan(Integer.parseInt(before.text("SEQUENCE")));
        assertThat(calendar()).doesNotContain("Trop tôt", "Rien encore");
        assertThatThrownBy(() -> calendar(school.malo, new Extent.OfDossier(school.dossier)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_dossier_without_dates_is_a_calendar_all_the_same() throws IOException {
        String empty = calendar(school.malo, new Extent.OfDossier(school.malos));

        assertThat(CalendarRules.read(empty.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(lines(empty)).contains("BEGIN:VTIMEZONE", "TZID:Etc/UTC");
        school.malo.goals().set(school.malos, NewGoal.of("C3.1", "acquis").by(LocalDate.of(2026, 12, 31)));
        assertThat(lines(calendar(school.malo, new Extent.OfDossier(school.malos))))
                .contains("BEGIN:VEVENT")
                .doesNotContain("BEGIN:VTIMEZONE");
    }
}
