package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Members;
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
