package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Given;
import org.eportfolio.core.Pictures;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Standing;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J4, « reconnaît-on quelqu'un ? »: a photo is a recording, and no picture keeps the place where it was taken. */
class PhotosTest extends Story {
    private final AtomicInteger opened = new AtomicInteger();

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private NewAttachment picture(String name, String type, byte[] bytes) {
        return NewAttachment.of(name, type, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
    }

    private NewAttachment photo() {
        return picture("tp.jpg", "image/jpeg", Pictures.photoJpeg(6));
    }

    private Production add(NewAttachment file) {
        return school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("TP").attaching(file));
    }

    private static Stored content(Production production) {
        return ((Piece.File) production.current().pieces().get(0)).content();
    }

    private void nothingIsKept() {
        assertThat(school.store.contents().list(null, 10)).isEmpty();
    }

    @Test
    void a_picture_is_asked_whether_it_shows_people_before_a_byte_is_read() {
        refused(
                InvalidInputException.class,
                "Say whether a person can be recognised in it",
                "Dites si l'on y reconnaît quelqu'un",
                () -> add(photo()));
        refused(
                InvalidInputException.class,
                "shows people: nothing was stored",
                "montre des personnes",
                () -> add(photo().showingPeople()));
        assertThat(opened).hasValue(0);
        nothingIsKept();
    }

    @Test
    void a_picture_is_known_by_its_bytes_whatever_it_is_called() {
        NewAttachment disguised = picture("notes.bin", "application/octet-stream", Pictures.photoJpeg(1));
        assertThatThrownBy(() -> add(disguised)).hasMessageContaining("Say whether a person");
        nothingIsKept();
        add(disguised.showingNobody());
        add(picture("notes.txt", "text/plain", "BMW, un catalogue".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_place_is_removed_before_storage_and_the_hash_is_that_of_what_is_stored() throws IOException {
        for (NewAttachment each : new NewAttachment[] {
            photo(),
            picture("tp.png", "image/png", Pictures.photoPng(3)),
            picture("tp.webp", "image/webp", Pictures.photoWebp(8)),
            picture("tp.gif", "image/gif", Pictures.commentedGif())
        }) {
            Production made = add(each.showingNobody());
            byte[] kept;
            try (InputStream in = school.durand.productions().download(school.dossier, made.id(), content(made))) {
                kept = in.readAllBytes();
            }
            assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                    .as(each.name())
                    .doesNotContain(Pictures.PLACE);
            assertThat(content(made).sha256()).isEqualTo(Hash.of(sha256(kept)));
            assertThat(content(made).size()).isEqualTo(kept.length);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_cannot_be_cleaned_is_refused_with_what_to_do() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        refused(
                InvalidInputException.class,
                "Save it as JPEG or PNG",
                "Enregistrez l'image en JPEG ou PNG",
                () -> add(picture("IMG_1.heic", "image/heic", heic).showingNobody()));
        byte[] half = java.util.Arrays.copyOf(Pictures.png(), 60);
        refused(
                InvalidInputException.class,
                "not a whole picture",
                "pas une image entière",
                () -> add(picture("a.png", "image/png", half).showingNobody()));
        byte[] huge = new byte[32 * 1024 * 1024 + 1];
        System.arraycopy(Pictures.png(), 0, huge, 0, Pictures.png().length);
        refused(
                InvalidInputException.class,
                "more than 32 MB",
                "plus de 32 Mo",
                () -> add(picture("a.png", "image/png", huge).showingNobody()));
        nothingIsKept();
    }

    @Test
    void a_photo_of_people_needs_what_a_recording_needs() throws IOException {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        NewRecording group = NewRecording.photo(photo().describedAs("Emma et Malo au poste 4"))
                .forProject("Explicitations")
                .with("malo");
        Authorisation emmas =
                school.authorised(NewAuthorisation.toRecord("emma").alreadyOfAge());
        refused(
                DeniedException.class,
                "malo can be recognised in it",
                "on peut y reconnaître malo",
                () -> school.emma.recordings().add(school.dossier, reflection.id(), group));
        assertThat(opened).hasValue(0);
        Authorisation malos = school.durand
                .authorisations()
                .request(
                        school.dossier,
                        NewAuthorisation.toRecord("malo")
                                .alreadyOfAge()
                                .forProject("Explicitations")
                                .use("Vitrines")
                                .recipients("L'équipe")
                                .until(emmas.until()));
        school.malo.authorisations().give(school.dossier, malos.id());
        Playback kept = school.emma.recordings().add(school.dossier, reflection.id(), group);
        assertThat(kept.isPhoto()).isTrue();
        assertThat(kept.duration()).isEqualTo(Duration.ZERO);
        try (InputStream in = school.durand.recordings().download(school.dossier, kept.id())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(Pictures.PLACE);
        }
        school.malo.authorisations().withdraw(school.dossier, malos.id());
        Playback hidden = school.durand.recordings().get(school.dossier, kept.id());
        assertThat(hidden.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(hidden.content()).isNull();
        assertThat(Objects.requireNonNull(kept.transcript())).contains("poste 4");
    }

    @Test
    void a_photo_comes_with_words_and_without_a_duration_and_answers_no_question() {
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        school.authorised(NewAuthorisation.toRecord("emma").alreadyOfAge());
        assertThatThrownBy(() -> school.emma
                        .recordings()
                        .add(
                                school.dossier,
                                reflection.id(),
                                NewRecording.photo(photo()).forProject("Explicitations")))
                .hasMessageContaining("words on what it shows");
        assertThatThrownBy(() -> school.emma
                        .recordings()
                        .add(
                                school.dossier,
                                reflection.id(),
                                NewRecording.of(photo().describedAs("Moi"), Duration.ofSeconds(2))
                                        .forProject("Explicitations")))
                .hasMessageContaining("a photo has no duration");
    }
}
