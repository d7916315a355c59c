package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Oversight;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.Purpose;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.privacy.SchoolOversight;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** J19, « several schools, one DPO » : one page over many schools, without content; nothing is joined across them. */
@OverBothStores
class OversightTest {
    private static final RetentionRule TWO_YEARS = rule("dossiers", Period.ofYears(2));
    private static final PrivacySettings DEFAULTS = PrivacySettings.of(new Party("Réseau", "reseau@exemple.test"))
            .dpo(new Party("DPO", "dpo@exemple.test"))
            .purpose(Purpose.of("Suivre", DataCategory.WORK, DataCategory.ASSESSMENT)
                    .basedOn("exemple"))
            .recipient("L'équipe")
            .security("Chiffrement")
            .retention(TWO_YEARS);

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private VosReves one;

    @SuppressWarnings("NullAway.Init")
    private VosReves other;

    private static RetentionRule rule(String id, Period period) {
        return new RetentionRule(
                id, "exemple", RetentionRule.Start.LEARNER_LEFT, period, RetentionRule.FinalOutcome.DESTROY);
    }

    @BeforeEach
    void twoSchools() throws Exception {
        one = VosReves.over(
                stores.open(Files.createDirectory(folder.resolve("one"))), options -> options.privacy(DEFAULTS));
        other = VosReves.over(stores.open(Files.createDirectory(folder.resolve("other"))));
    }

    @AfterEach
    void theyClose() {
        one.close();
        other.close();
    }

    private List<SchoolOversight> page(String person) {
        Map<String, Desk> schools = new LinkedHashMap<>();
        schools.put("Lycée", one.as(person));
        schools.put("CFA", other.as(person));
        return Oversight.of(schools);
    }

    @Test
    void the_dpo_of_both_sees_registers_overdue_erasures_and_requests_of_each_with_dates_and_no_content() {
        one.head.grants().give(NewGrant.of("dpd", Role.DPO));
        other.head.grants().give(NewGrant.of("dpd", Role.DPO));
        one.head.cohorts().leave(one.cohort, PersonId.of("malo"));
        one.clock.advance(Duration.ofDays(800));
        LocalDate today = one.head.clock().instant().atZone(VosReves.PARIS).toLocalDate();
        one.head
                .privacy()
                .request(new NewPrivacyRequest(
                        PersonId.of("emma"), PrivacyRequest.Right.RECTIFICATION, "Mon nom.", today.minusDays(3)));
        List<SchoolOversight> page = page("dpd");
        SchoolOversight lycee = page.get(0);
        assertThat(lycee.open()).isTrue();
        assertThat(lycee.register()).isEqualTo(one.head.privacy().register().version());
        assertThat(lycee.missing()).isEmpty();
        assertThat(lycee.overdue()).isEqualTo(1);
        assertThat(lycee.overdueSince()).isBefore(today);
        assertThat(lycee.requests()).isEqualTo(1);
        assertThat(lycee.oldestRequest()).isEqualTo(today.minusDays(3));
        SchoolOversight cfa = page.get(1);
        assertThat(cfa.missing()).contains("register.controller", "register.dpo", "register.retention");
        assertThat(cfa.requests()).as("nothing is joined across schools").isZero();
        assertThat(page.toString()).doesNotContain("emma", "malo", "Mon nom");
    }

    @Test
    void a_school_where_the_person_has_no_such_role_is_not_open_and_tells_nothing() {
        one.head.grants().give(NewGrant.of("dpd", Role.DPO));
        List<SchoolOversight> page = page("dpd");
        assertThat(page).extracting(SchoolOversight::open).containsExactly(true, false);
        assertThat(page.get(1)).isEqualTo(SchoolOversight.closed("CFA"));
        assertThat(page("m.durand")).extracting(SchoolOversight::open).containsExactly(false, false);
        assertThat(page("personne")).extracting(SchoolOversight::open).containsExactly(false, false);
    }

    @Test
    void a_school_tightens_the_defaults_of_its_network() {
        PrivacySettings tighter = DEFAULTS.tightenedBy(PrivacySettings.of(new Party("Lycée", "l@exemple.test"))
                .without(Feature.RECORDINGS)
                .retention(rule("dossiers", Period.ofYears(1)))
                .security("Salle fermée"));
        assertThat(tighter.controller()).isEqualTo(new Party("Lycée", "l@exemple.test"));
        assertThat(tighter.dpo()).isEqualTo(DEFAULTS.dpo());
        assertThat(tighter.has(Feature.RECORDINGS)).isFalse();
        assertThat(tighter.retention()).containsExactly(rule("dossiers", Period.ofYears(1)));
        assertThat(tighter.security()).containsExactly("Chiffrement", "Salle fermée");
        assertThat(tighter.purposes()).isEqualTo(DEFAULTS.purposes());
        assertThat(DEFAULTS.without(Feature.NUDGES)
                        .tightenedBy(PrivacySettings.NONE)
                        .has(Feature.NUDGES))
                .as("what is off stays off")
                .isFalse();
    }

    @Test
    void it_never_loosens_them() {
        for (PrivacySettings looser : List.of(
                PrivacySettings.NONE.retention(rule("dossiers", Period.ofMonths(25))),
                PrivacySettings.NONE.retention(new RetentionRule(
                        "dossiers",
                        "exemple",
                        RetentionRule.Start.LEARNER_LEFT,
                        Period.ofYears(1),
                        RetentionRule.FinalOutcome.TRANSFER)),
                PrivacySettings.NONE.recipient("Une entreprise"),
                PrivacySettings.NONE.transfer("Ailleurs"),
                PrivacySettings.NONE.purpose(Purpose.of("Autre chose", DataCategory.WORK)),
                PrivacySettings.NONE.purpose(Purpose.of("Suivre", DataCategory.VOICE_AND_IMAGE)))) {
            assertThatThrownBy(() -> DEFAULTS.tightenedBy(looser)).isInstanceOf(InvalidInputException.class);
        }
        refused(
                InvalidInputException.class,
                "defaults of its network",
                "réglages de son réseau",
                () -> DEFAULTS.tightenedBy(PrivacySettings.NONE.recipient("Une entreprise")));
    }
}
