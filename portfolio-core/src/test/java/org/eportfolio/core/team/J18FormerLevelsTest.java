package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.learners;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.FormerImport;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.assessment.NewFormerLevels.Given;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.TakenLevels;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J18, « des niveaux existent déjà » : levels from a sheet come in as history with source and date, counted nowhere. */
class J18FormerLevelsTest extends Story {
    private static final String SOURCE = "Pronote, 2024-2025";

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private static NewFormerLevels sheet() {
        return NewFormerLevels.from(SOURCE)
                .with(
                        Given.ofCode("emma", "C3.1", "Acquis", VosReves.TODAY.minusDays(80))
                                .by("M. Exemple, technologie"),
                        Given.of("malo", "Câbler un poste", "3/5", VosReves.TODAY.minusDays(70)));
    }

    private FormerImport taken() {
        return Objects.requireNonNull(school.durand.formerLevels().take(sheet()).made());
    }

    private List<FormerLevel> emmas(Desk reader) {
        return reader.formerLevels().of(school.dossier, PageRequest.first(10)).items();
    }

    @Test
    void they_stand_beside_with_source_day_and_author_as_they_were_written() {
        taken();
        assertThat(emmas(school.emma)).singleElement().satisfies(each -> {
            assertThat(each.level()).isEqualTo("Acquis");
            assertThat(each.source()).isEqualTo(SOURCE);
            assertThat(each.on()).isEqualTo(VosReves.TODAY.minusDays(80));
            assertThat(each.author()).isEqualTo("M. Exemple, technologie");
            assertThat(each.adoption()).isEqualTo(school.sno);
        });
        assertThat(school.malo
                        .formerLevels()
                        .of(school.malos, PageRequest.first(10))
                        .items())
                .singleElement()
                .matches(each -> each.wording().equals("Câbler un poste") && each.competency() == null);
    }

    @Test
    void they_are_counted_nowhere() {
        Progress before = school.durand.progress().of(school.dossier);
        var matrix = school.durand.progress().matrix(school.cohort, school.sno);
        var suggested = school.durand.pathways().suggest(school.dossier, 3);
        taken();
        assertThat(school.durand.progress().of(school.dossier)).isEqualTo(before);
        assertThat(school.durand.progress().matrix(school.cohort, school.sno)).isEqualTo(matrix);
        assertThat(school.durand.pathways().suggest(school.dossier, 3)).isEqualTo(suggested);
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.durand.successions().earlier(school.dossier)).isEmpty();
    }

    @Test
    void the_dry_run_counts_and_writes_nothing_and_the_same_sheet_comes_in_once() {
        long before = school.journalLength();
        assertThat(school.durand.formerLevels().preview(sheet())).isEqualTo(new TakenLevels(null, 2, 0, 2));
        assertThat(school.journalLength()).isEqualTo(before);
        taken();
        long after = school.journalLength();
        assertThat(school.durand.formerLevels().take(sheet())).isEqualTo(new TakenLevels(null, 0, 2, 0));
        assertThat(school.journalLength()).isEqualTo(after);
        assertThat(emmas(school.emma)).hasSize(1);
    }

    @Test
    void one_line_that_does_not_hold_refuses_all_and_each_is_named() {
        school.head.cohorts().enrol("Ailleurs", learners("zoe"));
        school.as("zoe").dossiers().open(school.sno);
        NewFormerLevels bad = sheet().with(
                        Given.ofCode("emma", "C9.9", "Acquis", VosReves.TODAY),
                        Given.of("zoe", "Souder", "Acquis", VosReves.TODAY),
                        Given.of("emma", "", "Acquis", VosReves.TODAY),
                        Given.of("emma", "Souder", "Acquis", VosReves.TODAY.plusDays(1)));
        assertThatThrownBy(() -> school.durand.formerLevels().take(bad))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::path)
                                .containsExactly(
                                        "levels[2].competency",
                                        "levels[3].learner",
                                        "levels[4].wording",
                                        "levels[5].on"));
        refused(
                InvalidInputException.class,
                "no framework of the learner's has a competency",
                "aucun référentiel de l'apprenant",
                () -> school.durand.formerLevels().preview(bad));
        assertThat(emmas(school.emma)).isEmpty();
    }

    @Test
    void an_import_is_taken_out_again_whole_and_says_why() {
        FormerImport made = taken();
        FormerImport removed = school.durand.formerLevels().remove(made.id(), "Tableau d'une autre classe.");
        assertThat(removed.removal()).isNotNull();
        assertThat(emmas(school.emma)).isEmpty();
        assertThat(school.head.formerLevels().imports(PageRequest.first(10)).items())
                .containsExactly(removed);
        assertThat(school.head.formerLevels().get(made.id())).isEqualTo(removed);
        refused(
                ConflictException.class,
                "taken out on",
                "déjà été retirés",
                () -> school.durand.formerLevels().remove(made.id(), "Encore."));
        assertThat(school.durand.formerLevels().take(sheet()).added()).isEqualTo(2);
        List<String> acts = school.entries().stream().map(each -> each.body()).toList();
        assertThat(acts).anyMatch(each -> each.contains("levels.imported"));
        assertThat(acts).anyMatch(each -> each.contains("levels.removed"));
    }

    @Test
    void those_who_read_the_progress_read_them_and_no_employer_does() {
        FormerImport made = taken();
        school.head.grants().give(NewGrant.of("tutrice", Role.TUTOR).over(school.dossier));
        refused(
                DeniedException.class,
                "not allowed for the role workplace tutor",
                "n'est pas ouvert au rôle",
                () -> emmas(school.as("tutrice")));
        assertThatThrownBy(() -> emmas(school.malo)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.emma.formerLevels().take(sheet())).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> emmas(school.head)).isInstanceOf(DeniedException.class);
        assertThat(emmas(school.headReading())).hasSize(1);
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        refused(
                ConflictException.class,
                "not in your classes any more",
                "plus dans vos classes",
                () -> school.durand.formerLevels().remove(made.id(), "Faux."));
    }

    @Test
    void they_go_along_in_what_the_learner_asks_for_and_with_the_learner() throws IOException {
        taken();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        StringBuilder exported = new StringBuilder();
        school.emma
                .privacy()
                .export(PersonId.of("emma"), Locale.FRENCH)
                .forEach(each -> exported.append(each.kind()).append(each.json()));
        school.emma.privacy().export(PersonId.of("emma"), Locale.FRENCH).zipTo(zip);
        assertThat(exported.toString()).contains("former-level").contains("M. Exemple, technologie");
        assertThat(zip.toString(StandardCharsets.ISO_8859_1)).startsWith("PK");
        ErasurePlan plan = school.head.privacy().planErasure(PersonId.of("emma"));
        assertThat(plan.records()).extracting(each -> each.kind()).contains("former-level");
        school.head.privacy().erase(plan);
        assertThat(school.head.formerLevels().imports(PageRequest.first(10)).items())
                .hasSize(1);
    }

    @Test
    void they_stand_again_in_a_copy_of_the_school_and_come_in_no_second_time_there() throws IOException {
        taken();
        FormerLevel emmas = emmas(school.emma).get(0);
        KeptArchive whole = new KeptArchive();
        school.head.archives().organisation(whole);
        try (Portfolio copy =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
            copy.as(Actor.system()).archives().importFrom(whole);
            Desk durand = copy.as(school.durand.actor());
            assertThat(durand.formerLevels()
                            .of(school.dossier, PageRequest.first(10))
                            .items())
                    .containsExactly(emmas);
            assertThat(durand.formerLevels().take(sheet())).isEqualTo(new TakenLevels(null, 0, 2, 0));
            assertThat(copy.as(school.head.actor()).safekeeping().check().sound())
                    .isTrue();
        }
    }
}
