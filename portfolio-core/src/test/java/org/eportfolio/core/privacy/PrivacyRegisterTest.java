package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PrivacyRequestId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.privacy.Purpose;
import org.eportfolio.privacy.RetentionDue;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Rows D3 and D4: the register, requests, and what is due. */
class PrivacyRegisterTest extends Story {
    static final RetentionRule AFTER_TWO_YEARS = new RetentionRule(
            "dossiers",
            "Règle donnée en exemple",
            RetentionRule.Start.LEARNER_LEFT,
            Period.ofYears(2),
            RetentionRule.FinalOutcome.DESTROY);
    private static final PrivacySettings STATED = PrivacySettings.of(
                    new Party("Lycée VosRêves", "contact@vosreves.example"))
            .dpo(new Party("Déléguée", "dpd@vosreves.example"))
            .purpose(Purpose.of("Suivre les compétences", DataCategory.ASSESSMENT, DataCategory.WORK)
                    .basedOn("Base donnée en exemple"))
            .purpose(Purpose.of("Oral | enregistré", DataCategory.VOICE_AND_IMAGE))
            .recipient("L'équipe pédagogique")
            .security("Chiffrement du disque")
            .retention(AFTER_TWO_YEARS)
            .processedBy(new Party("Hébergeur exemple", ""), "Hébergement");

    private void with(PrivacySettings settings) {
        school.close();
        school = VosReves.over(stores.open(folder), each -> each.privacy(settings));
    }

    private ProcessingRegister register() {
        return school.head.privacy().register();
    }

    @Test
    void it_says_what_the_controller_states_and_what_the_library_keeps() {
        with(STATED);
        String french = register().document(Locale.FRENCH);
        assertThat(french)
                .contains(
                        "Lycée VosRêves, contact@vosreves.example",
                        "Suivre les compétences (réalisations et projets, évaluations et objectifs) : base légale : Base donnée en exemple",
                        "| voix et image | apprenants, équipe pédagogique et direction, représentants légaux |",
                        "RGPD, art. 30, § 2",
                        "dossiers : 2 ans, à partir du départ de l'apprenant, puis élimination",
                        "Oral \\| enregistré");
        assertThat(register().document(Locale.ENGLISH)).contains("Record of processing activities", "voice and image");
    }

    @Test
    void what_was_not_stated_is_shown_as_missing_and_never_invented() {
        assertThat(register().document(Locale.FRENCH))
                .contains("Responsable du traitement : **non renseigné**", "## Finalités\n\n**non renseigné**");
        with(STATED);
        assertThat(register().document(Locale.FRENCH))
                .contains(
                        "Oral \\| enregistré (voix et image) : base légale : **non renseigné**",
                        "Hébergeur exemple, **non renseigné**");
    }

    @Test
    void the_version_changes_with_what_is_processed_and_with_nothing_else() {
        with(STATED);
        ProcessingRegister before = register();
        school.emma.productions().add(school.dossier, org.eportfolio.dossier.NewProduction.titled("Une carte"));
        assertThat(register()).isEqualTo(before);
        with(STATED.without(Feature.RECORDINGS));
        assertThat(register().version()).isNotEqualTo(before.version());
        assertThat(register().document(Locale.FRENCH)).doesNotContain("| voix et image |");
        with(STATED);
        assertThat(register().version()).isEqualTo(before.version());
        with(STATED.recipient("Le jury"));
        assertThat(register().version()).isNotEqualTo(before.version());
    }

    @Test
    void what_is_switched_off_keeps_nothing_new() {
        with(PrivacySettings.NONE.without(Feature.RECORDINGS));
        long before = school.journalLength();
        refused(
                DeniedException.class,
                "does not use “recordings”",
                "n'utilise pas « enregistrements audio et vidéo »",
                () -> school.durand
                        .authorisations()
                        .request(
                                school.dossier,
                                NewAuthorisation.toRecord("emma")
                                        .alreadyOfAge()
                                        .forProject("Oral")
                                        .use("x")
                                        .recipients("y")
                                        .until(VosReves.TODAY)));
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void the_register_is_the_heads_and_the_dpos() {
        school.head.grants().give(NewGrant.of("dpo", Role.DPO));
        assertThat(school.as("dpo").privacy().register()).isEqualTo(register());
        refused(
                DeniedException.class,
                "register of processing",
                "registre des traitements",
                () -> school.durand.privacy().register());
    }

    @Test
    void a_request_is_answered_once_and_a_refusal_says_why() {
        PrivacyRequest asked = school.head
                .privacy()
                .request(NewPrivacyRequest.of("emma", PrivacyRequest.Right.RECTIFICATION, VosReves.TODAY)
                        .asking("Mon nom est mal écrit."));
        assertThat(asked.answerBy()).isEqualTo(VosReves.TODAY.plusMonths(1));
        refused(
                InvalidInputException.class,
                "says why",
                "dit pourquoi",
                () -> school.head.privacy().settle(asked, PrivacyRequest.Answer.REFUSED, " "));
        PrivacyRequest settled = school.head.privacy().settle(asked, PrivacyRequest.Answer.GRANTED, "Corrigé.");
        assertThat(school.head.privacy().requests(PageRequest.first(10)).items())
                .containsExactly(settled);
        stale(school, () -> school.head.privacy().settle(asked, PrivacyRequest.Answer.REFUSED, "Non."));
        refused(
                ConflictException.class,
                "answered already: granted",
                "déjà reçu sa réponse : acceptée",
                () -> school.head.privacy().settle(settled, PrivacyRequest.Answer.REFUSED, "Non."));
        refused(
                InvalidInputException.class,
                "today at the latest",
                "aujourd'hui au plus tard",
                () -> school.head
                        .privacy()
                        .request(NewPrivacyRequest.of(
                                "emma", PrivacyRequest.Right.OBJECTION, VosReves.TODAY.plusDays(1))));
        refused(
                NotFoundException.class,
                "privacy request",
                "demande sur des données",
                () -> school.head
                        .privacy()
                        .settle(
                                new PrivacyRequest(
                                        new PrivacyRequestId(VosReves.nowhere()),
                                        asked.person(),
                                        asked.right(),
                                        asked.detail(),
                                        asked.receivedOn(),
                                        asked.recordedBy(),
                                        asked.recordedAt(),
                                        null,
                                        1),
                                PrivacyRequest.Answer.GRANTED,
                                ""));
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void what_is_due_is_counted_from_the_day_the_learner_left() {
        with(STATED);
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        LocalDate due = LocalDate.of(2028, 9, 7);
        assertThat(school.head
                        .privacy()
                        .due(due.minusDays(1), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.head.privacy().due(due, PageRequest.first(10)).items())
                .containsExactly(new RetentionDue(PersonId.of("emma"), AFTER_TWO_YEARS, VosReves.TODAY, due));
        refused(
                ConflictException.class,
                "runs until 7 September 2028",
                "jusqu'au 7 septembre 2028",
                () -> school.head.privacy().planRetention(PersonId.of("emma"), "dossiers"));
        refused(
                ConflictException.class,
                "does not concern",
                "ne concerne pas",
                () -> school.head.privacy().planRetention(PersonId.of("malo"), "dossiers"));
        refused(
                InvalidInputException.class,
                "no retention rule",
                "pas de règle",
                () -> school.head.privacy().planRetention(PersonId.of("emma"), "autre"));
        school.clock.set("2028-09-07T08:00:00Z");
        ErasurePlan plan = school.head.privacy().planRetention(PersonId.of("emma"), "dossiers");
        assertThat(plan.rule()).isEqualTo(AFTER_TWO_YEARS);
        school.head.privacy().erase(plan);
        assertThat(school.head.privacy().due(due, PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void the_page_after_one_that_was_erased_goes_on_where_it_was() {
        with(STATED);
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        school.clock.set("2026-10-07T08:00:00Z");
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        school.clock.set("2029-01-01T08:00:00Z");
        LocalDate now = LocalDate.of(2029, 1, 1);
        Page<RetentionDue> first = school.head.privacy().due(now, PageRequest.first(1));
        assertThat(first.items()).extracting(RetentionDue::person).containsExactly(PersonId.of("emma"));
        school.head.privacy().erase(school.head.privacy().planRetention(PersonId.of("emma"), "dossiers"));
        Page<RetentionDue> second = school.head.privacy().due(now, Objects.requireNonNull(first.next()));
        assertThat(second.items()).extracting(RetentionDue::person).containsExactly(PersonId.of("malo"));
        assertThat(second.next()).isNull();
        assertThat(school.head.privacy().due(now, PageRequest.newest(1)).items())
                .isEqualTo(second.items());
    }

    @Test
    void a_rule_is_previewed_before_it_is_in_force_and_nobody_who_came_back_is_concerned() {
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        school.head.cohorts().enrol("CS SNO 2027", Members.learners("malo"));
        LocalDate late = LocalDate.of(2030, 1, 1);
        assertThat(school.head.privacy().due(late, PageRequest.first(10)).items())
                .as("no rule is in force")
                .isEmpty();
        assertThat(school.head
                        .privacy()
                        .preview(java.util.List.of(AFTER_TWO_YEARS), late, PageRequest.first(10))
                        .items())
                .extracting(RetentionDue::person)
                .containsExactly(PersonId.of("emma"));
    }

    @Test
    void what_goes_to_an_archive_is_not_erased_before_it_went() {
        with(PrivacySettings.NONE.retention(new RetentionRule(
                "versement",
                "Règle donnée en exemple",
                RetentionRule.Start.LEARNER_LEFT,
                Period.ZERO,
                RetentionRule.FinalOutcome.TRANSFER)));
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        school.clock.set("2026-09-08T08:00:00Z");
        ErasurePlan plan = school.head.privacy().planRetention(PersonId.of("emma"), "versement");
        refused(
                ConflictException.class,
                "to an archive first",
                "d'abord un versement",
                () -> school.head.privacy().erase(plan));
        assertThat(school.head.privacy().erase(plan.withVisa("Versement 12")).visa())
                .isEqualTo("Versement 12");
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        refused(
                InvalidInputException.class,
                "two retention rules are called dossiers",
                "deux règles de conservation",
                () -> STATED.retention(AFTER_TWO_YEARS));
    }
}
