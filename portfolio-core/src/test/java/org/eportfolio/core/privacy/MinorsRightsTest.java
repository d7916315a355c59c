package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.PersonExport;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacyRequest.Right;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J6: a minor exercises their rights alone, and so does a representative; each sees that the other asked. */
class MinorsRightsTest extends Story {
    private static final PersonId MOTHER = PersonId.of("mme.martin-mere");

    @BeforeEach
    void emmaHasARepresentative() {
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private Desk mother() {
        return school.as(MOTHER.value());
    }

    private List<PrivacyRequest> seen(Desk desk) {
        return desk.privacy().asked(school.dossier, PageRequest.first(10)).items();
    }

    @Test
    void a_minor_asks_access_correction_and_erasure_alone() {
        for (Right right : List.of(Right.ACCESS, Right.RECTIFICATION, Right.ERASURE)) {
            PrivacyRequest asked = school.emma.privacy().ask(right, "MES-MOTS");
            assertThat(asked.person()).isEqualTo(PersonId.of("emma"));
            assertThat(asked.recordedBy()).isEqualTo(PersonId.of("emma"));
        }
        assertThat(school.head.privacy().requests(PageRequest.first(10)).items())
                .extracting(PrivacyRequest::right)
                .containsExactly(Right.ACCESS, Right.RECTIFICATION, Right.ERASURE);
    }

    @Test
    void each_sees_that_the_other_asked_and_not_the_words() {
        school.emma.privacy().ask(Right.ACCESS, "MOTS-DE-EMMA");
        mother().privacy().askFor(school.dossier, Right.RECTIFICATION, "MOTS-DE-SA-MERE");
        assertThat(seen(school.emma))
                .extracting(PrivacyRequest::right, PrivacyRequest::detail, PrivacyRequest::recordedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Right.ACCESS, "MOTS-DE-EMMA", PersonId.of("emma")),
                        org.assertj.core.groups.Tuple.tuple(Right.RECTIFICATION, "", MOTHER));
        assertThat(seen(mother())).extracting(PrivacyRequest::detail).containsExactly("", "MOTS-DE-SA-MERE");
        assertThatThrownBy(() -> seen(school.durand)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> seen(school.malo)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> mother().privacy().askFor(school.malos, Right.ACCESS, ""))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_answer_is_seen_by_both() {
        PrivacyRequest asked = mother().privacy().askFor(school.dossier, Right.ACCESS, "");
        school.head.privacy().settle(asked, PrivacyRequest.Answer.GRANTED, "Remis le 8 septembre.");
        for (Desk each : List.of(school.emma, mother())) {
            PrivacyRequest there = seen(each).get(0);
            assertThat(there.settlement()).isNotNull();
        }
    }

    @Test
    void private_drafts_are_never_in_a_representatives_copy() {
        school.emma
                .reflections()
                .draft(
                        school.dossier,
                        NewReflection.on("BROUILLON-DE-EMMA", Given.MISSION)
                                .guidedBy("explicitation@1", "fr")
                                .answering("begin", "SECRET-DE-EMMA"));
        mother().privacy().askFor(school.dossier, Right.ACCESS, "Copie complète");
        assertThat(text(school.head.privacy().export(PersonId.of("emma"), Locale.FRENCH)))
                .as("what the head hands over")
                .doesNotContain("SECRET-DE-EMMA");
        assertThat(text(mother().privacy().export(MOTHER, Locale.FRENCH))).doesNotContain("SECRET-DE-EMMA");
        assertThatThrownBy(() -> mother().privacy().export(PersonId.of("emma"), Locale.FRENCH))
                .isInstanceOf(DeniedException.class);
        assertThat(text(school.emma.privacy().export(PersonId.of("emma"), Locale.FRENCH)))
                .contains("SECRET-DE-EMMA");
    }

    @Test
    void no_copy_of_the_data_has_the_words_in_which_the_other_asked_whoever_makes_it() throws IOException {
        PersonId emma = PersonId.of("emma");
        school.emma.privacy().ask(Right.OBJECTION, "MOTS-DE-EMMA");
        PrivacyRequest mothers = mother().privacy().askFor(school.dossier, Right.ERASURE, "MOTS-DE-SA-MERE");
        school.head.privacy().settle(mothers, PrivacyRequest.Answer.REFUSED, "MOTS-A-SA-MERE");

        assertThat(whole(school.emma.privacy().export(emma, Locale.FRENCH)))
                .contains("MOTS-DE-EMMA", "OBJECTION", "ERASURE", "REFUSED")
                .doesNotContain("MOTS-DE-SA-MERE", "MOTS-A-SA-MERE");
        assertThat(whole(school.head.privacy().export(emma, Locale.FRENCH)))
                .contains("OBJECTION", "ERASURE")
                .doesNotContain("MOTS-");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        school.head.departures().pack(emma, Locale.FRENCH, packed);
        assertThat(unzipped(packed)).contains("OBJECTION").doesNotContain("MOTS-");
        assertThat(whole(mother().privacy().export(MOTHER, Locale.FRENCH)))
                .contains("MOTS-DE-SA-MERE", "MOTS-A-SA-MERE")
                .doesNotContain("MOTS-DE-EMMA");
    }

    @Test
    void what_the_school_took_down_of_ones_own_request_is_in_ones_own_copy() throws IOException {
        for (String each : List.of("emma", "malo")) {
            PersonId person = PersonId.of(each);
            school.head
                    .privacy()
                    .request(new NewPrivacyRequest(person, Right.RECTIFICATION, "MOTS-SUR-PAPIER", VosReves.TODAY));
            assertThat(whole(school.as(each).privacy().export(person, Locale.FRENCH)))
                    .contains("MOTS-SUR-PAPIER");
        }
        assertThat(whole(school.head.privacy().export(PersonId.of("malo"), Locale.FRENCH)))
                .as("of one who has no representative here")
                .contains("MOTS-SUR-PAPIER");
        assertThat(whole(school.head.privacy().export(PersonId.of("emma"), Locale.FRENCH)))
                .doesNotContain("MOTS-SUR-PAPIER");
    }

    private static String whole(PersonExport export) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        export.zipTo(zip);
        return unzipped(zip);
    }

    private static String unzipped(ByteArrayOutputStream zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            while (in.getNextEntry() != null) all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private static String text(PersonExport export) {
        List<String> all = new ArrayList<>();
        export.forEach((ExportedRecord each) -> all.add(each.json()));
        return String.join("\n", all);
    }

    @Test
    void once_the_learner_is_of_age_they_ask_alone() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(LocalDate.of(2027, 1, 15)));
        mother().privacy().askFor(school.dossier, Right.ACCESS, "");
        school.clock.set("2027-01-14T23:00:00Z");
        assertThatThrownBy(() -> mother().privacy().askFor(school.dossier, Right.ACCESS, ""))
                .isInstanceOf(DeniedException.class);
        school.emma.grants().openToRepresentative(school.dossier, MOTHER, null);
        refused(
                DeniedException.class,
                "emma is of age now",
                "emma est majeur",
                () -> mother().privacy().askFor(school.dossier, Right.ACCESS, ""));
        school.emma.privacy().ask(Right.ERASURE, "");
    }
}
