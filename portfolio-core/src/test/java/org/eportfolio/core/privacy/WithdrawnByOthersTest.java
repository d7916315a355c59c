package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eportfolio.archive.ExportedArchive;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row A4, GDPR art. 15(4): what a classmate withdrew leaves by no take-away and no export of the others. */
class WithdrawnByOthersTest extends Story {
    private static final PersonId EMMA = PersonId.of("emma");
    private static final String WORDS = "PAROLES-DU-FILM";
    private static final String FILM = Hash.ofContent(new byte[] {1, 2, 3}).toString();

    @SuppressWarnings("NullAway.Init")
    private Authorisation emmas;

    @SuppressWarnings("NullAway.Init")
    private Authorisation malos;

    @BeforeEach
    void emma_films_malo() {
        emmas = asked("emma");
        malos = asked("malo");
        school.emma.authorisations().give(school.dossier, emmas.id());
        school.malo.authorisations().give(school.dossier, malos.id());
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Playback film = school.emma
                .recordings()
                .add(
                        school.dossier,
                        reflection.id(),
                        NewRecording.of(VosReves.spoken(WORDS), Duration.ofSeconds(90))
                                .forProject("Explicitations")
                                .with("malo"));
        assertThat(film.playable()).isTrue();
    }

    private Authorisation asked(String person) {
        return school.durand
                .authorisations()
                .request(
                        school.dossier,
                        NewAuthorisation.toRecord(person)
                                .alreadyOfAge()
                                .forProject("Explicitations")
                                .use("Entretiens")
                                .recipients("L'équipe")
                                .until(LocalDate.of(2027, 6, 30)));
    }

    /** All that is in the files that people get, names of entries included. */
    private List<String> copies(PersonId person, Desk own) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        school.head.departures().pack(EMMA, Locale.FRENCH, packed);
        return List.of(
                exported(own, person),
                exported(school.head, person),
                unzipped(packed),
                takenAway(school.emma),
                takenAway(school.head));
    }

    private static String exported(Desk by, PersonId person) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        by.privacy().export(person, Locale.FRENCH).zipTo(zip);
        return unzipped(zip);
    }

    private static String unzipped(ByteArrayOutputStream zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                all.append(each.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private String takenAway(Desk by) throws IOException {
        KeptArchive taken = new KeptArchive();
        by.archives().takeAway(school.dossier, taken);
        StringBuilder all = new StringBuilder();
        for (Stored each : taken.contents())
            all.append("files/").append(each.sha256()).append('\n');
        taken.kinds().forEach(kind -> taken.rows(kind).forEachRemaining(row -> all.append(row.body())));
        return all.toString();
    }

    @Test
    void while_it_is_authorised_it_is_in_each_of_them() throws IOException {
        assertThat(copies(EMMA, school.emma))
                .allSatisfy(each -> assertThat(each).contains("files/" + FILM, WORDS));
    }

    @Test
    void once_malo_withdrew_it_is_in_none_and_the_copy_says_so() throws IOException {
        school.malo.authorisations().withdraw(school.dossier, malos.id());
        assertThat(copies(EMMA, school.emma))
                .allSatisfy(each -> assertThat(each).doesNotContain(FILM, WORDS));
        assertThat(exported(school.emma, EMMA)).contains("Les enregistrements qu'une autre personne");
        ExportedArchive report = school.emma.archives().takeAway(school.dossier, new KeptArchive());
        assertThat(report.leftBehind()).containsEntry("recording", 1L);
    }

    @Test
    void after_the_last_day_of_malos_it_is_in_none() throws IOException {
        school.clock.set("2027-06-30T22:00:00Z");
        assertThat(copies(EMMA, school.emma))
                .allSatisfy(each -> assertThat(each).doesNotContain(FILM, WORDS));
    }

    @Test
    void what_emma_herself_withdrew_stays_in_her_own_and_is_in_nothing_of_malos() throws IOException {
        school.emma.authorisations().withdraw(school.dossier, emmas.id());
        assertThat(exported(school.emma, EMMA)).contains("files/" + FILM, WORDS);
        assertThat(takenAway(school.emma)).contains("files/" + FILM, WORDS);
        PersonId malo = PersonId.of("malo");
        for (Desk each : List.of(school.malo, school.head)) {
            assertThat(exported(each, malo)).doesNotContain(FILM, WORDS);
        }
    }
}
