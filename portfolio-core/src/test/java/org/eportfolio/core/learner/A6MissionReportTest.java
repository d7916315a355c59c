package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.Setting;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.NewMissionReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A6: « rendre compte » of a mission. */
class A6MissionReportTest extends Story {
    private static final NewMissionReport BEGUN =
            NewMissionReport.of("Publier la nouvelle offre commerciale", Given.MISSION);

    @AfterEach
    void the_journal_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a6_a_report_says_what_was_asked_done_missing_helped_and_next() {
        MissionReport report = school.emma.reports().share(school.dossier, Given.REPORT.citing(school.mindMap()));
        MissionReport read = school.durand.reports().get(school.dossier, report.id());
        assertThat(read).isEqualTo(report);
        assertThat(read.gaps()).extracting(gap -> gap.gap()).containsExactly("Deux images sur cinq n'en ont pas.");
        assertThat(read.current().help()).contains("M. Durand");
        assertThat(read.current().evidence()).hasSize(1);
        assertThat(school.durand
                        .reports()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(report);
    }

    @Test
    void a_draft_may_lack_anything_and_is_the_learners_alone() {
        MissionReportDraft draft = school.emma.reports().draft(school.dossier, BEGUN);
        assertThat(school.durand
                        .reports()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> school.durand.reports().drafts(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
        MissionReportDraft saved = school.emma.reports().save(draft, Given.REPORT);
        assertThatThrownBy(() -> school.emma.reports().share(draft)).isInstanceOf(ConflictException.class);
        assertThat(school.emma.reports().share(saved).id()).isEqualTo(draft.id());
        assertThat(school.emma
                        .reports()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        MissionReportDraft other = school.emma.reports().draft(school.dossier, BEGUN);
        school.emma.reports().discard(other);
        assertThatThrownBy(() -> school.emma.reports().share(other)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void sharing_refuses_a_report_that_leaves_a_part_out() {
        refused(Given.REPORT.asked(" "), "asked: must be said");
        refused(Given.REPORT.done(""), "done: must be said");
        refused(Given.REPORT.help(""), "help: must be said");
        refused(Given.REPORT.next(""), "next: must be said");
        refused(BEGUN.asked("a").done("b").help("Aucune.").next("c"), "at least one expected production");
        refused(Given.REPORT.notMet("La charte est respectée.", ""), "“La charte est respectée.” is not met: say what");
    }

    private void refused(NewMissionReport input, String why) {
        assertThatThrownBy(() -> school.emma.reports().share(school.dossier, input))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
        assertThat(school.durand
                        .reports()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void a_report_is_of_a_mission_or_a_workplace() {
        NewMissionReport personal = new NewMissionReport(
                "Mon blog",
                new Setting.Personal(),
                Given.REPORT.asked(),
                Given.REPORT.done(),
                Given.REPORT.comparisons(),
                Given.REPORT.help(),
                Given.REPORT.next(),
                Given.REPORT.evidence(),
                null);
        assertThatThrownBy(() -> school.emma.reports().share(school.dossier, personal))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("write a reflection");
    }

    @Test
    void a_correction_is_a_version_and_of_the_same_mission() {
        MissionReport first = school.emma.reports().share(school.dossier, Given.REPORT);
        MissionReport second =
                school.emma.reports().revise(first, NewMissionReport.of(first).next("Relire avec un lecteur d'écran."));
        assertThat(second.versions()).hasSize(2);
        assertThat(second.versions().get(0)).isEqualTo(first.current());
        assertThat(school.emma.reports().revise(second, NewMissionReport.of(second)))
                .isEqualTo(second);
        assertThatThrownBy(() -> school.emma.reports().revise(first, Given.REPORT))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(
                        () -> school.emma.reports().revise(second, NewMissionReport.of("Autre mission", Given.MISSION)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another report");
    }

    @Test
    void nobody_else_writes_it_and_no_peer_reads_it() {
        MissionReport report = school.emma.reports().share(school.dossier, Given.REPORT);
        assertThatThrownBy(() -> school.durand.reports().revise(report, Given.REPORT.next("…")))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.reports().get(school.dossier, report.id()))
                .isInstanceOf(NotFoundException.class);
    }
}
