package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row D9: a learner leaves with their things, and reads for as long as the school says. */
class DepartureTest extends Story {
    private static final PersonId EMMA = PersonId.of("emma");
    private static final LocalDate END = VosReves.TODAY.plusDays(30);

    @AfterEach
    void the_journal_is_sound_and_nothing_is_missed() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().references()).isEmpty();
    }

    private byte[] packed() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        school.head.departures().pack(EMMA, Locale.FRENCH, kept);
        return kept.toByteArray();
    }

    private Departure verified(byte[] kept) throws IOException {
        return school.head.departures().verify(EMMA, new ByteArrayInputStream(kept));
    }

    @Test
    void the_dossiers_close_once_the_package_was_read_back() throws IOException {
        school.mindMap();
        byte[] kept = packed();
        assertThat(new String(kept, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        refused(
                ConflictException.class,
                "not read back yet",
                "pas encore été relu",
                () -> school.head.departures().close(EMMA, END));
        assertThat(verified(kept).verifiedAt()).isNotNull();
        Departure closed = school.head.departures().close(EMMA, END);
        assertThat(closed.readableUntil()).isEqualTo(END);
        assertThat(school.head.departures().of(EMMA)).containsExactly(closed);
        refused(
                ConflictException.class,
                "was closed on",
                "est clos depuis",
                () -> school.head.departures().close(EMMA, END));
    }

    @Test
    void a_damaged_package_closes_nothing() throws IOException {
        byte[] kept = packed();
        kept[kept.length / 2] ^= 1;
        refused(ConflictException.class, "byte for byte", "à l'octet près", () -> verified(kept));
        refused(ConflictException.class, "byte for byte", "à l'octet près", () -> verified(new byte[0]));
        refused(
                NotFoundException.class,
                "departure",
                "départ",
                () -> school.head.departures().close(PersonId.of("malo"), END));
    }

    @Test
    void a_dossier_that_moved_since_is_packed_again() throws IOException {
        verified(packed());
        school.mindMap();
        refused(
                ConflictException.class,
                "Pack and verify it again",
                "vérifiez-le à nouveau",
                () -> school.head.departures().close(EMMA, END));
        verified(packed());
        assertThat(school.head.departures().close(EMMA, END).closedAt()).isNotNull();
    }

    @Test
    void whoever_left_reads_until_the_day_the_school_set_and_writes_nothing() throws IOException {
        school.mindMap();
        verified(packed());
        school.head.departures().close(EMMA, END);
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
        assertThat(school.emma.progress().of(school.dossier)).isNotNull();
        refused(
                DeniedException.class,
                "change nothing in them",
                "sans rien y changer",
                () -> school.emma.productions().add(school.dossier, NewProduction.titled("Encore")));
        refused(
                NotFoundException.class,
                "dossier",
                "dossier",
                () -> school.emma.productions().list(school.malos, PageRequest.first(10)));
        refused(
                NotFoundException.class,
                "dossier",
                "dossier",
                () -> school.durand.productions().list(school.dossier, PageRequest.first(10)));
        school.clock.set("2026-10-07T21:59:59Z");
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
        school.clock.set("2026-10-07T22:00:00Z");
        refused(
                DeniedException.class,
                "until 7 October 2026",
                "jusqu'au 7 octobre 2026",
                () -> school.emma.productions().list(school.dossier, PageRequest.first(10)));
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma"));
        school.emma.productions().add(school.dossier, NewProduction.titled("De retour"));
    }

    @Test
    void who_read_by_a_role_over_the_dossier_alone_reads_no_more_but_a_jury() throws IOException {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(VosReves.TODAY));
        List<Role> ending = List.of(Role.REPRESENTATIVE, Role.TUTOR, Role.TEACHER);
        for (Role each : ending)
            school.head.grants().give(NewGrant.of(holder(each), each).over(school.dossier));
        school.head
                .grants()
                .give(NewGrant.of(holder(Role.CERTIFIER), Role.CERTIFIER).over(school.dossier));
        school.emma.grants().openToRepresentative(school.dossier, PersonId.of(holder(Role.REPRESENTATIVE)), null);
        verified(packed());
        school.clock.advance(Duration.ofMinutes(1));
        school.head.departures().close(EMMA, END);
        for (Role each : ending) {
            assertThat(school.head.grants().of(PersonId.of(holder(each))))
                    .as(each.name())
                    .isNotEmpty()
                    .allMatch(grant -> !grant.period().endsAfter(school.clock.instant()));
        }
        assertThat(school.head.grants().of(PersonId.of(holder(Role.CERTIFIER))))
                .allMatch(grant -> grant.period().until() == null);
        refused(
                DeniedException.class,
                "ended on",
                "a pris fin le",
                () -> school.as(holder(Role.REPRESENTATIVE)).progress().of(school.dossier));
    }

    private static String holder(Role role) {
        return "the-" + role.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void who_left_ends_what_they_opened_to_others_and_opens_nothing() throws IOException {
        PersonId father = PersonId.of("pere");
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(VosReves.TODAY));
        school.head.grants().give(NewGrant.of(father, Role.REPRESENTATIVE).over(school.dossier));
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(
                                school.dossier,
                                NewShowcase.titled("Mes travaux").showing(school.mindMap(), "Ma carte.")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(60));
        verified(packed());
        school.head.departures().close(EMMA, END);
        // Back for an hour, she opens the dossier to her father; then her membership ends without another departure.
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma"));
        school.emma.grants().openToRepresentative(school.dossier, father, null);
        school.clock.advance(Duration.ofHours(1));
        school.head.cohorts().leave(school.cohort, EMMA);
        assertThat(school.as("pere").progress().of(school.dossier)).isNotNull();
        refused(
                DeniedException.class,
                "change nothing in them",
                "sans rien y changer",
                () -> school.emma.grants().openToRepresentative(school.dossier, father, null));
        school.clock.advance(Duration.between(
                school.clock.instant(),
                END.plusDays(2).atStartOfDay(VosReves.PARIS).toInstant()));
        assertThatThrownBy(() -> school.emma.progress().of(school.dossier))
                .as("she reads no more herself")
                .isInstanceOf(DeniedException.class);

        school.emma.shares().revoke(school.dossier, link.link().id());
        school.emma.grants().closeToRepresentative(school.dossier, father);
        assertThatThrownBy(() -> school.as("pere").progress().of(school.dossier))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.portfolio
                        .as(Actor.bearing(link.token().text()))
                        .shared()
                        .showcase())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_package_of_an_earlier_departure_opens_no_more_once_the_learner_leaves_again() throws IOException {
        verified(packed());
        school.head.departures().close(EMMA, END);
        HandedPackage first = school.head.departures().handOver(EMMA, END);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma"));
        school.clock.advance(Duration.ofDays(1));
        verified(packed());
        school.head.departures().close(EMMA, END);
        Desk bearer = school.portfolio.as(Actor.bearing(first.link().token().text()));
        assertThatThrownBy(() -> bearer.shared().waitingPackage()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void it_ends_today_at_the_earliest_and_only_the_head_closes() throws IOException {
        verified(packed());
        refused(
                InvalidInputException.class,
                "until today at least",
                "au moins jusqu'à aujourd'hui",
                () -> school.head.departures().close(EMMA, VosReves.TODAY.minusDays(1)));
        refused(
                DeniedException.class,
                "close a learner's dossiers",
                "fermer les dossiers",
                () -> school.durand.departures().close(EMMA, END));
    }

    @Test
    void a_host_writes_a_package_of_its_own() throws IOException {
        school.close();
        school = VosReves.over(
                stores.open(folder),
                each -> each.takeAway((export, to) ->
                        to.write(("Le dossier de " + export.person()).getBytes(StandardCharsets.UTF_8))));
        byte[] kept = packed();
        assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo("Le dossier de emma");
        assertThat(verified(kept).packed().size()).isEqualTo(kept.length);
    }
}
