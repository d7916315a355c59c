package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.BreachSheet;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacyDocument;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.Purpose;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** J16, « what the law asks to write » : notices, an impact assessment's input and a breach sheet, from what is switched on. */
@OverBothStores
class NoticesTest {
    private static final Path MODEL = Path.of("..", "samples", "privacy", "modele-a-verifier-par-le-dpo.md");

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private VosReves school;

    /** Bases and periods are examples: the library knows no law. */
    private static final PrivacySettings STATED = PrivacySettings.of(
                    new Party("Lycée VosRêves (exemple)", "contact@vosreves.example"))
            .asPublicBody()
            .dpo(new Party("DPO de l'académie (exemple)", "dpo@vosreves.example"))
            .purpose(
                    Purpose.of(
                                    "Suivre l'acquisition des compétences et accompagner l'apprenant",
                                    DataCategory.IDENTITY,
                                    DataCategory.SCHOOLING,
                                    DataCategory.WORK,
                                    DataCategory.ASSESSMENT,
                                    DataCategory.REFLECTION,
                                    DataCategory.GUIDANCE,
                                    DataCategory.PEER_REVIEW,
                                    DataCategory.WORKPLACE)
                            .basedOn(
                                    "base à vérifier par le DPO, donnée en exemple : mission d'intérêt public (RGPD, art. 6, § 1, e)"))
            .purpose(Purpose.of("Garder des explicitations orales", DataCategory.VOICE_AND_IMAGE)
                    .basedOn("base à vérifier par le DPO, donnée en exemple : consentement (RGPD, art. 6, § 1, a)"))
            .retention(new RetentionRule(
                    "dossiers",
                    "durée donnée en exemple, à fixer par le responsable",
                    RetentionRule.Start.LEARNER_LEFT,
                    Period.ofYears(2),
                    RetentionRule.FinalOutcome.DESTROY))
            .retention(new RetentionRule(
                    "equipe",
                    "durée donnée en exemple, à fixer par le responsable",
                    RetentionRule.Start.STAFF_LEFT,
                    Period.ofYears(1),
                    RetentionRule.FinalOutcome.DESTROY))
            .security("Chiffrement du disque et sauvegardes chiffrées (exemple)");

    @BeforeEach
    void theSchoolOpens() {
        open(STATED);
    }

    private void open(PrivacySettings settings) {
        school = VosReves.over(
                stores.open(folder), options -> options.privacy(settings).readingsKept(6));
    }

    @AfterEach
    void theSchoolCloses() {
        school.close();
    }

    private PrivacyDocument notice(NoticeAudience audience, Locale language) {
        return school.head.privacy().notices(audience, language);
    }

    @Test
    void each_audience_has_a_page_of_plain_words_in_both_languages_marked_to_be_checked() {
        for (NoticeAudience audience : NoticeAudience.values()) {
            PrivacyDocument french = notice(audience, Locale.FRENCH);
            PrivacyDocument english = notice(audience, Locale.ENGLISH);
            assertThat(french.check()).contains("à vérifier par le DPO");
            assertThat(english.check()).contains("to be checked by the data protection officer");
            assertThat(french.sections())
                    .hasSameSizeAs(english.sections())
                    .allSatisfy(each -> assertThat(each.lines()).isNotEmpty());
            assertThat(french.markdown().split("\\s+").length).as("a page").isLessThan(700);
            assertThat(french.markdown() + english.markdown()).doesNotContain("notice.", "register.", "DataCategory");
        }
        assertThat(notice(NoticeAudience.LEARNER, Locale.FRENCH).markdown())
                .contains("qui a lu votre dossier", "gardé 6 mois", "avant votre majorité", "Lycée VosRêves", "2 ans");
        assertThat(notice(NoticeAudience.REPRESENTATIVE, Locale.FRENCH).markdown())
                .contains("372-1", "prend fin le jour de la majorité");
        assertThat(notice(NoticeAudience.TUTOR, Locale.FRENCH).markdown())
                .contains("rien d'aucune évaluation")
                .doesNotContain("niveaux, avec qui");
        assertThat(notice(NoticeAudience.STAFF, Locale.ENGLISH).markdown()).contains("not used to measure", "1 year");
    }

    @Test
    void what_is_switched_off_or_not_stated_is_not_promised() {
        school.close();
        open(PrivacySettings.NONE.without(Feature.RECORDINGS, Feature.PEER_REVIEWS, Feature.SHARE_LINKS));
        PrivacyDocument notice = notice(NoticeAudience.LEARNER, Locale.FRENCH);
        assertThat(notice.markdown())
                .doesNotContain("enregistrement", "relecteurs", "Qui détient un lien", "visa")
                .contains("non renseigné");
        assertThat(school.head.privacy().impactAssessment(Locale.ENGLISH).markdown())
                .contains("off: ", "on: ", "not stated");
        assertThat(notice.version()).isEqualTo(school.head.privacy().register().version());
    }

    @Test
    void the_impact_assessment_begins_with_what_is_there_and_says_what_the_controller_must_judge() {
        PrivacyDocument impact = school.head.privacy().impactAssessment(Locale.FRENCH);
        assertThat(impact.markdown())
                .contains(
                        "Dossiers : 2 ; classes : 1",
                        "voix et image",
                        "délibération 2021-122",
                        "À apprécier par le responsable")
                .contains("Chiffrement du disque");
    }

    @Test
    void a_breach_sheet_says_who_which_data_and_since_when_and_no_content() {
        school.mindMap();
        school.clock.advance(java.time.Duration.ofDays(1));
        List<PersonId> persons = List.of(PersonId.of("emma"), PersonId.of("malo"), PersonId.of("emma"));
        BreachSheet sheet = school.head.breaches().sheet(persons, VosReves.TODAY, Locale.FRENCH);
        assertThat(sheet.affected())
                .extracting(BreachSheet.Affected::person)
                .containsExactly(PersonId.of("emma"), PersonId.of("malo"));
        assertThat(sheet.affected().get(0).records()).containsEntry(DataCategory.WORK, 1);
        assertThat(sheet.affected().get(1).records()).doesNotContainKey(DataCategory.WORK);
        assertThat(sheet.document().markdown())
                .contains("depuis le 7 septembre 2026", "Personnes concernées : 2", "À compléter par le responsable")
                .contains("réalisations et projets – personnes : 1, enregistrements : 1")
                .doesNotContain("Carte");
        refused(
                InvalidInputException.class,
                "cannot begin in the future",
                "dans le futur",
                () -> school.head.breaches().sheet(persons, LocalDate.of(2030, 1, 1), Locale.FRENCH));
        assertThatThrownBy(() ->
                        school.head.breaches().sheet(List.of(PersonId.of("personne")), VosReves.TODAY, Locale.FRENCH))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_head_and_the_dpo_make_them_and_no_one_else() {
        school.head.grants().give(NewGrant.of("dpd", Role.DPO));
        school.as("dpd").privacy().notices(NoticeAudience.LEARNER, Locale.FRENCH);
        school.as("dpd").privacy().impactAssessment(Locale.FRENCH);
        school.as("dpd").breaches().sheet(List.of(PersonId.of("emma")), VosReves.TODAY, Locale.FRENCH);
        for (Desk other : List.of(school.emma, school.durand)) {
            assertThatThrownBy(() -> other.privacy().notices(NoticeAudience.LEARNER, Locale.FRENCH))
                    .isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.privacy().impactAssessment(Locale.FRENCH))
                    .isInstanceOf(DeniedException.class);
            assertThatThrownBy(
                            () -> other.breaches().sheet(List.of(PersonId.of("emma")), VosReves.TODAY, Locale.FRENCH))
                    .isInstanceOf(DeniedException.class);
        }
    }

    @Test
    void the_french_model_that_ships_is_the_one_that_is_generated() throws IOException {
        StringBuilder model = new StringBuilder();
        model.append("# Modèle RGPD à vérifier par le DPO\n\n")
                .append(
                        "Généré par un test depuis l'exemple VosRêves : les parties, bases et durées sont des exemples.\n");
        for (NoticeAudience audience : NoticeAudience.values()) {
            model.append("\n---\n\n").append(notice(audience, Locale.FRENCH).markdown());
        }
        model.append("\n---\n\n")
                .append(school.head.privacy().impactAssessment(Locale.FRENCH).markdown());
        model.append("\n---\n\n")
                .append(school.head
                        .breaches()
                        .sheet(List.of(PersonId.of("emma")), VosReves.TODAY, Locale.FRENCH)
                        .document()
                        .markdown());
        model.append("\n---\n\n").append(school.head.privacy().register().document(Locale.FRENCH));
        if (Boolean.getBoolean("portfolio.regenerate")) {
            Files.createDirectories(MODEL.getParent());
            Files.writeString(MODEL, model);
        }
        assertThat(Files.readString(MODEL))
                .as("write it anew with -Dportfolio.regenerate=true")
                .isEqualTo(model.toString());
    }
}
