package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Translation;
import org.eportfolio.showcase.NewShowcase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J12: what classmates and others hear can be read, signing is a language, and who accompanies is noted without a reason. */
class ReadableRecordingsTest extends Story {
    private ReflectionId reflection;

    @BeforeEach
    void emmaMayBeRecorded() {
        school.authorised(NewAuthorisation.toRecord("emma").alreadyOfAge());
        school.authorised(NewAuthorisation.toDiffuse("emma").alreadyOfAge());
        reflection = school.emma
                .reflections()
                .share(school.dossier, Given.INSTALLING)
                .id();
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private static NewAttachment film(String name) {
        return NewAttachment.of(name, "video/mp4", () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    private static NewAttachment captioned(NewAttachment file) {
        return file.captioned(() -> new ByteArrayInputStream(
                "WEBVTT\n\n00:00.000 --> 00:02.000\n[clics] J'ouvre\n".getBytes(StandardCharsets.UTF_8)));
    }

    private Playback record(NewRecording recording) {
        return school.emma.recordings().add(school.dossier, reflection, recording.forProject("Explicitations"));
    }

    private static NewRecording spoken(NewAttachment file) {
        return NewRecording.of(file.transcribed("J'ouvre le module."), Duration.ofSeconds(20));
    }

    @Test
    void a_recording_enters_a_showcase_with_captions_only() {
        Playback silentForSome = record(spoken(film("oral.mp4")));
        refused(
                InvalidInputException.class,
                "“oral.mp4” has no captions",
                "« oral.mp4 » n'a pas de sous-titres",
                () -> school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Mon année").showing(silentForSome, "Écoutez")));
        Playback readable = record(spoken(captioned(film("oral-2.mp4"))));
        school.emma
                .showcases()
                .begin(school.dossier, NewShowcase.titled("Mon année").showing(readable, "Écoutez"));
    }

    @Test
    void a_production_with_a_film_enters_a_showcase_or_a_campaign_with_captions_and_transcript_only() {
        Production bare = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Tutoriel")
                                .showing("C3.1")
                                .attaching(film("ecran.mp4").showingNobody()));
        refused(
                InvalidInputException.class,
                "“ecran.mp4” is audio or video without captions",
                "« ecran.mp4 » est un son ou une vidéo sans sous-titres",
                () -> school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Mon année").showing(bare, "")));
        Campaign campaign = school.durand
                .campaigns()
                .open(NewCampaign.of(school.cohort, "Relecture")
                        .asking(Criterion.of("Clair ?"))
                        .until(school.clock.instant().plus(Duration.ofDays(10))));
        assertThatThrownBy(() -> school.emma.campaigns().handIn(campaign.id(), school.dossier, NewHandIn.of(bare)))
                .hasMessageContaining("without captions");
        Production readable = school.emma
                .productions()
                .revise(
                        bare,
                        NewProduction.titled("Tutoriel")
                                .showing("C3.1")
                                .attaching(captioned(film("ecran.mp4"))
                                        .transcribed("Sans paroles : des clics.")
                                        .showingNobody()));
        school.emma.campaigns().handIn(campaign.id(), school.dossier, NewHandIn.of(readable));
    }

    @Test
    void signing_is_a_language_and_its_text_a_translation_with_its_author() {
        NewRecording signed = spoken(captioned(film("lsf.mp4"))).in(Recording.FRENCH_SIGN_LANGUAGE);
        refused(
                InvalidInputException.class,
                "name who made it, and when",
                "nommez qui l'a faite, et quand",
                () -> record(signed));
        assertThatThrownBy(() -> record(signed.translatedBy("i.interprete", VosReves.TODAY.plusDays(1))))
                .hasMessageContaining("today at the latest");
        Playback kept = record(signed.translatedBy("i.interprete", VosReves.TODAY));
        Playback seen = school.durand.recordings().get(school.dossier, kept.id());
        assertThat(seen.language()).isEqualTo("fsl");
        assertThat(seen.translation()).isEqualTo(new Translation(PersonId.of("i.interprete"), VosReves.TODAY));
        school.emma.reflections().share(school.dossier, Given.INSTALLING);
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Présentation signée").in("fsl"));
    }

    @Test
    void who_accompanies_is_noted_and_there_is_no_place_for_a_reason() {
        Playback kept = record(spoken(film("oral.mp4")).accompaniedBy("a.accompagnante"));
        assertThat(school.durand.recordings().get(school.dossier, kept.id()).accompaniedBy())
                .containsExactly(PersonId.of("a.accompagnante"));
        assertThat(Arrays.stream(Recording.class.getRecordComponents())
                        .filter(each -> each.getType() == String.class)
                        .map(each -> each.getName()))
                .containsExactlyInAnyOrderElementsOf(
                        List.of("question", "name", "mediaType", "transcript", "project", "language"));
    }

    @Test
    void the_day_and_author_of_a_translation_are_in_what_the_person_asks_for() {
        record(spoken(film("lsf.mp4")).in("fsl").translatedBy("i.interprete", LocalDate.of(2026, 9, 1)));
        StringBuilder all = new StringBuilder();
        school.emma
                .privacy()
                .export(PersonId.of("emma"), java.util.Locale.FRENCH)
                .forEach(each -> all.append(each.json()));
        assertThat(all.toString())
                .contains("\"language\":\"fsl\"", "2026-09-01")
                .doesNotContain("i.interprete");
    }
}
