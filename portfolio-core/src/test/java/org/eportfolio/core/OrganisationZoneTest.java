package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.access.Decision;
import org.eportfolio.access.Permission;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The school's days are the same days whichever host opens its file. */
class OrganisationZoneTest {
    private static final ZoneId NOUMEA = ZoneId.of("Pacific/Noumea");
    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");

    @TempDir
    Path folder;

    private Portfolio.Builder opened(ZoneId host) {
        return Portfolio.with(SqliteStore.open(folder.resolve("school.db"))).clock(new MutableClock(NOW, host));
    }

    private static LocalDate lastDay(Portfolio school) {
        Instant end = Objects.requireNonNull(school.setUp("proviseure").grants().of(PersonId.of("m.durand")).stream()
                .findFirst()
                .orElseThrow()
                .period()
                .until());
        return LocalDate.ofInstant(end.minusNanos(1_000), school.zone());
    }

    @Test
    void a_grant_until_a_day_reads_the_same_day_under_a_host_with_another_zone_which_is_warned() {
        LocalDate until = LocalDate.of(2027, 7, 5);
        try (Portfolio school = opened(VosReves.PARIS).build()) {
            Desk head = school.setUp("proviseure");
            head.grants().give(NewGrant.of("m.durand", Role.TEACHER).until(until));
            assertThat(lastDay(school)).isEqualTo(until);
            assertThat(school.warnings()).isEmpty();
        }
        try (Portfolio school = opened(NOUMEA).build()) {
            assertThat(school.zone()).isEqualTo(VosReves.PARIS);
            assertThat(lastDay(school)).isEqualTo(until);
            assertThat(school.warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.in(Locale.ENGLISH)).contains("Europe/Paris").contains("Pacific/Noumea");
                assertThat(warning.in(Locale.FRENCH)).contains("fuseau horaire Europe/Paris");
            });
            school.setUp("proviseure")
                    .grants()
                    .give(NewGrant.of("mme.petit", Role.TEACHER).until(until));
            assertThat(school.setUp("proviseure")
                            .grants()
                            .of(PersonId.of("mme.petit"))
                            .get(0)
                            .period()
                            .until())
                    .as("written in the school's zone too")
                    .isEqualTo("2027-07-05T22:00:00Z");
        }
    }

    @Test
    void a_wrong_zone_is_stated_anew_and_the_journal_tells() {
        try (Portfolio school = opened(ZoneId.of("UTC")).build()) {
            school.setUp("proviseure");
        }
        try (Portfolio school = opened(ZoneId.of("UTC")).zone(VosReves.PARIS).build()) {
            assertThat(school.zone()).isEqualTo(VosReves.PARIS);
        }
        try (Portfolio school = opened(VosReves.PARIS).build()) {
            Desk head = school.setUp("proviseure");
            assertThat(school.warnings()).isEmpty();
            assertThat(head.changes()
                            .after(org.eportfolio.journal.Cursor.START, 10)
                            .entries())
                    .extracting(each -> each.act())
                    .containsExactly("organisation.founded", "organisation.zone-stated");
            assertThat(head.journal().verify().sound()).isTrue();
        }
    }

    @Test
    void a_decision_explains_days_where_the_school_is_and_not_in_utc_or_where_the_host_is() {
        try (Portfolio school = opened(VosReves.PARIS).build()) {
            Desk head = school.setUp("proviseure");
            head.grants().give(NewGrant.of("m.durand", Role.HEAD).until(LocalDate.of(2027, 7, 5)));
        }
        try (Portfolio school = opened(NOUMEA).build()) {
            Decision allowed = school.setUp("proviseure")
                    .access()
                    .why(Actor.of("m.durand"), Permission.EXPLAIN_ACCESS, new Reach.Organisation());
            assertThat(allowed.reason().in(Locale.FRENCH))
                    .contains("6 juillet 2027 à 00:00")
                    .doesNotContain("UTC");
            Decision out = school.setUp("proviseure")
                    .access()
                    .why(
                            Actor.of("m.durand"),
                            Permission.POSITION,
                            new Reach.OfCohort(new CohortId(VosReves.nowhere())));
            assertThat(out.reason().in(Locale.ENGLISH)).doesNotContain("UTC");
        }
    }

    @Test
    void a_zone_that_java_does_not_know_is_warned_of_and_keeps_nobody_out() throws Exception {
        try (Portfolio school = opened(VosReves.PARIS).build()) {
            school.setUp("proviseure");
        }
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("school.db"));
                var change = file.createStatement()) {
            change.executeUpdate("UPDATE record SET body = replace(body, 'Europe/Paris', 'Europe/Lutetia')");
        }
        try (Portfolio school = opened(VosReves.PARIS).build()) {
            assertThat(school.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.in(Locale.ENGLISH)).contains("Europe/Lutetia"));
            assertThat(school.setUp("proviseure").journal().verify().sound())
                    .as("what was altered stays to be found")
                    .isFalse();
        }
    }
}
