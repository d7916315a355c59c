package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Given;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.sqlite.SqliteStore;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school's own people read their file with any SQLite tool. */
class ReadableFileTest {
    @TempDir
    Path folder;

    @Test
    void each_kind_can_be_read_in_columns() {
        Path file = folder.resolve("school.db");
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            Desk head = portfolio.setUp("proviseure");
            var sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("CS SNO 2026", learners("emma"), teachers("m.durand"));
            head.people().name(org.eportfolio.id.PersonId.of("emma"), "Emma Exemple");
            Desk emma = portfolio.as(Actor.of("emma"));
            var dossier = emma.dossiers().open(sno);
            emma.productions()
                    .add(dossier, NewProduction.titled("Carte mentale").showing("C3.1"));
            emma.assessments().draft(dossier, NewSelfAssessment.on("C3.2"));
            emma.goals().set(dossier, NewGoal.of("C3.2", "acquis").by(LocalDate.of(2027, 3, 1)));
            portfolio
                    .as(Actor.of("m.durand"))
                    .assessments()
                    .position(dossier, NewPositioning.of("C3.1", "en-cours").because("Sources non datées."));
        }
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file);
        assertThat(ask(jdbi, "SELECT name FROM people")).containsExactly("Emma Exemple");
        assertThat(ask(jdbi, "SELECT name || '@' || version FROM frameworks")).containsExactly("mc-sno@2020");
        assertThat(ask(jdbi, "SELECT framework || ' ' || scale || ' ' || policy FROM adoptions"))
                .containsExactly("mc-sno four-steps latest-teacher-positioning");
        assertThat(ask(jdbi, "SELECT name FROM cohorts")).containsExactly("CS SNO 2026");
        assertThat(ask(jdbi, "SELECT learner FROM memberships WHERE until IS NULL"))
                .containsExactly("emma");
        assertThat(ask(jdbi, "SELECT holder || ' ' || role || ' ' || reach FROM grants"))
                .containsExactlyInAnyOrder("proviseure HEAD organisation", "m.durand TEACHER of-cohort");
        assertThat(ask(jdbi, "SELECT learner || ' ' || status FROM dossiers")).containsExactly("emma SCHOOL");
        assertThat(ask(jdbi, "SELECT title || ' ' || competencies FROM productions"))
                .containsExactly("Carte mentale [\"C3.1\"]");
        assertThat(ask(jdbi, "SELECT competency FROM drafts")).containsExactly("C3.2");
        assertThat(ask(jdbi, "SELECT competency || ' ' || target || ' ' || due_on || ' ' || status FROM goals"))
                .containsExactly("C3.2 acquis 2027-03-01 OPEN");
        assertThat(ask(jdbi, "SELECT competency || ' ' || level || ' ' || author || ': ' || because FROM assessments"))
                .containsExactly("C3.1 en-cours m.durand: Sources non datées.");
        assertThat(ask(jdbi, "SELECT learner || ' ' || competency || ' ' || level FROM current_levels"))
                .containsExactly("emma C3.1 en-cours");
        assertThat(ask(jdbi, "SELECT act FROM journal WHERE at LIKE '20%Z' ORDER BY position"))
                .contains("organisation.founded", "assessment.positioned");
    }

    @Test
    void what_was_shared_answered_and_sealed_can_be_read_in_columns() {
        Path file = folder.resolve("school.db");
        try (VosReves school = VosReves.over(SqliteStore.open(file))) {
            Production map = school.mindMap();
            Showcase showcase = school.emma
                    .showcases()
                    .publish(school.emma
                            .showcases()
                            .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, "")));
            IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY);
            school.portfolio.as(Actor.bearing(link.token().text())).shared().showcase();
            NewWorkplacePeriod period = NewWorkplacePeriod.pfmp("VosRêves").lasting(VosReves.TODAY, VosReves.TODAY);
            IssuedLink tutor = school.durand
                    .tutoring()
                    .invite(
                            school.dossier,
                            school.durand
                                    .tutoring()
                                    .open(school.dossier, period)
                                    .id());
            school.portfolio
                    .as(Actor.bearing(tutor.token().text()))
                    .shared()
                    .answer(NewTutorAnswer.by("Karim Exemple").alone("La page."));
            ExamFile exam = school.emma
                    .seals()
                    .begin(
                            school.dossier,
                            NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map));
            school.durand.seals().advise(school.dossier, exam.id(), "Bien choisi.");
            school.emma.seals().seal(exam);
        }
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file);
        assertThat(ask(jdbi, "SELECT title || ' ' || published || ' ' || exhibits FROM showcases"))
                .containsExactly("Vitrine 1 1");
        assertThat(ask(jdbi, "SELECT target || ' ' || until FROM links WHERE revoked_at IS NULL ORDER BY id"))
                .containsExactly("of-showcase 2026-09-07T22:00:00.000Z", "of-workplace 2026-10-07T22:00:00.000Z");
        assertThat(ask(jdbi, "SELECT links.target FROM link_readings JOIN links ON links.id = link_readings.link"))
                .containsExactly("of-showcase");
        assertThat(ask(jdbi, "SELECT employer || ': ' || alone FROM workplace_periods"))
                .containsExactly("VosRêves: La page.");
        assertThat(ask(jdbi, "SELECT unit || ' ' || blocs || ' ' || choices FROM exam_files"))
                .containsExactly("Épreuve exemple [\"Bloc 3\"] 1");
        assertThat(ask(jdbi, "SELECT text FROM exam_file_advice")).containsExactly("Bien choisi.");
        assertThat(ask(jdbi, "SELECT pieces || ' ' || length(root) FROM seals")).containsExactly("2 64");
    }

    @Test
    void reflections_and_what_belongs_to_them_can_be_read_in_columns() {
        Path file = folder.resolve("reflected.db");
        try (VosReves school = VosReves.over(SqliteStore.open(file))) {
            school.emma.reflections().draft(school.dossier, Given.INSTALLING);
            var shared = school.emma.reflections().share(school.dossier, Given.INSTALLING);
            school.emma.reports().draft(school.dossier, Given.REPORT);
            school.emma.reports().share(school.dossier, Given.REPORT);
            school.durand.feedback().prompt(Subject.of(shared), "Et ensuite ?");
            school.durand.feedback().note(Subject.of(shared), "À revoir.");
            var asked = school.durand
                    .authorisations()
                    .request(
                            school.dossier,
                            NewAuthorisation.toRecord("emma")
                                    .alreadyOfAge()
                                    .forProject("Explicitations")
                                    .use("Entretiens")
                                    .recipients("L'équipe")
                                    .until(LocalDate.of(2027, 6, 30)));
            school.emma.authorisations().give(school.dossier, asked.id());
            school.emma
                    .recordings()
                    .add(
                            school.dossier,
                            shared.id(),
                            NewRecording.of(VosReves.spoken("Par la documentation."), Duration.ofMinutes(1))
                                    .forProject("Explicitations"));
        }
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file);
        assertThat(ask(jdbi, "SELECT action || ' ' || template || ' ' || revision FROM reflection_drafts"))
                .containsExactly("Installer le module de paiement explicitation 1");
        assertThat(ask(
                        jdbi,
                        "SELECT author || ' ' || template || '@' || template_version || ' ' || cycle FROM reflections"))
                .containsExactly("emma explicitation@1 1");
        assertThat(ask(jdbi, "SELECT mission || ' ' || revision FROM mission_report_drafts"))
                .containsExactly("Publier la nouvelle offre commerciale 1");
        assertThat(ask(jdbi, "SELECT author || ': ' || next_step FROM mission_reports"))
                .containsExactly("emma: Compléter les textes alternatifs.");
        assertThat(ask(jdbi, "SELECT author || ' ' || what || ' ' || about || ': ' || text FROM feedback"))
                .containsExactly("m.durand PROMPT of-reflection: Et ensuite ?");
        assertThat(ask(jdbi, "SELECT author || ': ' || text FROM staff_notes")).containsExactly("m.durand: À revoir.");
        assertThat(ask(jdbi, "SELECT person || ' ' || allows || ' ' || until || ' ' || given_by FROM authorisations"))
                .containsExactly("emma RECORDING 2027-06-30 emma");
        assertThat(ask(jdbi, "SELECT media_type || ' ' || seconds || ' ' || people FROM recordings"))
                .containsExactly("audio/ogg 60 [\"emma\"]");
    }

    @Test
    void every_kind_of_record_has_a_view() {
        Path file = folder.resolve("empty.db");
        SqliteStore.open(file).close();
        List<String> views =
                ask(Jdbi.create("jdbc:sqlite:" + file), "SELECT sql FROM sqlite_schema WHERE type = 'view'");
        Set<String> missing = Kinds.JOURNALLED.stream()
                .map(kind -> kind.kind().name())
                .filter(name -> views.stream().noneMatch(sql -> sql.contains("kind = '" + name + "'")))
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    private static List<String> ask(Jdbi jdbi, String sql) {
        return jdbi.withHandle(handle ->
                new ArrayList<>(handle.createQuery(sql).mapTo(String.class).list()));
    }
}
