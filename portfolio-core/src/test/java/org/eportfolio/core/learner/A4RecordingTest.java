package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.Standing;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A4: « explicitation orale », and the authorisations without which not a byte of it is kept. */
class A4RecordingTest extends Story {
    private static final String PROJECT = "Explicitations du bloc 3";
    private static final LocalDate MAJORITY = LocalDate.of(2027, 1, 15);
    private static final LocalDate END = LocalDate.of(2027, 6, 30);
    private static final PersonId MOTHER = PersonId.of("mme.martin-mere");

    private final AtomicInteger opened = new AtomicInteger();
    private Reflection reflection;

    @BeforeEach
    void emmaHasReflected() {
        reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
    }

    @AfterEach
    void the_journal_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    private NewRecording recording() {
        NewAttachment file = NewAttachment.of("explicitation.ogg", "audio/ogg", () -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5});
                })
                .transcribed("J'ai d'abord lu la documentation.")
                .captioned(() -> {
                    opened.incrementAndGet();
                    return text("WEBVTT\n\n00:00.000 --> 00:02.000\nJ'ai d'abord lu\n");
                });
        return NewRecording.of(file, Duration.ofMillis(92_500)).forProject(PROJECT);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private NewAuthorisation asked(NewAuthorisation begun) {
        return begun.forProject(PROJECT)
                .use("Préparer les entretiens formatifs")
                .recipients("L'équipe pédagogique de la classe")
                .until(END);
    }

    private Authorisation request(NewAuthorisation begun) {
        return school.durand.authorisations().request(school.dossier, asked(begun));
    }

    /** Emma, of age, has said yes. */
    private Authorisation emmaSaysYes() {
        return school.emma
                .authorisations()
                .give(
                        school.dossier,
                        request(NewAuthorisation.toRecord("emma").alreadyOfAge())
                                .id());
    }

    private Playback add() {
        return school.emma.recordings().add(school.dossier, reflection.id(), recording());
    }

    private Playback seen(Desk desk) {
        return desk.recordings().of(school.dossier, reflection.id()).get(0);
    }

    private void nothingIsKept() {
        assertThat(opened).as("no source was opened").hasValue(0);
        assertThat(school.store.contents().list(null, 10)).isEmpty();
        assertThat(school.emma.recordings().of(school.dossier, reflection.id())).isEmpty();
    }

    private void refusedUnheard(String standing) {
        assertThatThrownBy(this::add)
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("Nothing was stored")
                .hasMessageContaining(standing);
        nothingIsKept();
    }

    @Test
    void a4_not_a_byte_is_kept_before_an_authorisation_is_given() throws IOException {
        refusedUnheard("not given");
        Authorisation asked = request(NewAuthorisation.toRecord("emma").alreadyOfAge());
        refusedUnheard("not given");
        school.emma.authorisations().give(school.dossier, asked.id());

        Playback added = add();

        assertThat(added.playable()).isTrue();
        assertThat(added.duration()).isEqualTo(Duration.ofSeconds(93));
        assertThat(seen(school.durand)).isEqualTo(added);
        assertThat(added.transcript()).startsWith("J'ai d'abord");
        try (InputStream in = school.durand.recordings().download(school.dossier, added.id())) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3, 4, 5);
        }
        try (InputStream in = school.emma.recordings().downloadCaptions(school.dossier, added.id())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("WEBVTT");
        }
    }

    @Test
    void withdrawing_hides_the_recording_on_the_next_read() {
        Authorisation given = emmaSaysYes();
        Playback added = add();
        school.emma.authorisations().withdraw(school.dossier, given.id());
        for (Desk desk : List.of(school.emma, school.durand, school.headReading())) {
            Playback shown = seen(desk);
            assertThat(shown.standing()).isEqualTo(Standing.WITHDRAWN);
            assertThat(shown.content()).isNull();
            assertThat(shown.captions()).isNull();
            assertThat(shown.transcript()).isNull();
            assertThatThrownBy(() -> desk.recordings().download(school.dossier, added.id()))
                    .isInstanceOfSatisfying(
                            DeniedException.class,
                            refusal ->
                                    assertThat(refusal.message(Locale.FRENCH)).contains("est retirée"));
            assertThatThrownBy(() -> desk.recordings().downloadCaptions(school.dossier, added.id()))
                    .isInstanceOf(DeniedException.class);
        }
        assertThatThrownBy(this::add).hasMessageContaining("withdrawn");
    }

    @Test
    void the_transcript_stands_in_when_that_was_chosen() {
        Authorisation given = emmaSaysYes();
        add();
        school.emma.authorisations().withdrawLeavingTranscript(school.dossier, given.id());
        assertThat(seen(school.durand).content()).isNull();
        assertThat(seen(school.durand).transcript()).startsWith("J'ai d'abord");
    }

    @Test
    void it_holds_through_its_last_day_and_no_longer() {
        school.emma
                .authorisations()
                .give(
                        school.dossier,
                        request(NewAuthorisation.toRecord("emma").alreadyOfAge().leavingTranscript())
                                .id());
        Playback added = add();
        school.clock.set("2027-06-30T21:59:59Z");
        assertThat(seen(school.durand).playable())
                .as("the last second in Paris")
                .isTrue();
        school.clock.set("2027-06-30T22:00:00Z");
        assertThat(seen(school.durand).standing()).isEqualTo(Standing.EXPIRED);
        assertThat(seen(school.durand).transcript()).as("as the terms said").isNotNull();
        assertThatThrownBy(() -> school.durand.recordings().download(school.dossier, added.id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(this::add).hasMessageContaining("past its end date");
    }

    @Test
    void everybody_in_it_must_have_said_yes_for_this_project() throws IOException {
        emmaSaysYes();
        NewRecording both = recording().with("malo");
        assertThatThrownBy(() -> school.emma.recordings().add(school.dossier, reflection.id(), both))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("malo can be recognised");
        nothingIsKept();
        Authorisation malos = request(NewAuthorisation.toRecord("malo").alreadyOfAge());
        school.malo.authorisations().give(school.dossier, malos.id());
        assertThatThrownBy(() -> school.emma
                        .recordings()
                        .add(school.dossier, reflection.id(), both.forProject("Un autre projet")))
                .isInstanceOf(DeniedException.class);
        nothingIsKept();

        Playback added = school.emma.recordings().add(school.dossier, reflection.id(), both);
        assertThat(school.malo.authorisations().mine(PageRequest.first(10)).items())
                .extracting(Authorisation::id)
                .containsExactly(malos.id());
        assertThatThrownBy(() -> school.malo.recordings().download(school.dossier, added.id()))
                .as("having said yes opens nobody's dossier")
                .isInstanceOf(NotFoundException.class);

        school.malo.authorisations().withdraw(school.dossier, malos.id());
        assertThat(seen(school.emma).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void a_minors_is_given_by_the_representative_and_confirmed_at_majority() {
        Authorisation asked = request(NewAuthorisation.toRecord("emma").comingOfAgeOn(MAJORITY));
        assertThatThrownBy(() -> school.durand.authorisations().give(school.dossier, asked.id()))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("legal representative");
        refusedUnheard("not given");
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
        Desk mother = school.as(MOTHER.value());
        assertThat(mother.authorisations()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(asked);
        mother.authorisations().give(school.dossier, asked.id());
        refusedUnheard("the agreement of emma");
        school.emma.authorisations().give(school.dossier, asked.id());
        Playback added = add();
        assertThatThrownBy(() -> mother.recordings().of(school.dossier, reflection.id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.authorisations().confirm(school.dossier, asked.id()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("from 15 January 2027 on");

        school.clock.set("2027-01-14T22:59:59Z");
        assertThat(seen(school.durand).playable()).isTrue();
        school.clock.set("2027-01-14T23:00:00Z");
        assertThat(seen(school.durand).standing()).isEqualTo(Standing.TO_CONFIRM);
        assertThatThrownBy(() -> school.durand.recordings().download(school.dossier, added.id()))
                .hasMessageContaining("not confirmed");
        assertThatThrownBy(this::add).hasMessageContaining("not confirmed");
        assertThatThrownBy(() -> mother.authorisations().confirm(school.dossier, asked.id()))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("ended on");
        assertThatThrownBy(() -> mother.authorisations().withdraw(school.dossier, asked.id()))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("ended on");

        school.emma.authorisations().confirm(school.dossier, asked.id());
        assertThat(seen(school.durand).playable()).isTrue();
        assertThatThrownBy(() -> school.emma.authorisations().confirm(school.dossier, asked.id()))
                .hasMessageContaining("nothing to confirm");
    }

    @Test
    void a_representative_withdraws_for_a_minor_and_so_does_the_minor() {
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
        Desk mother = school.as(MOTHER.value());
        for (Desk withdrawing : List.of(mother, school.emma)) {
            Authorisation asked = request(NewAuthorisation.toRecord("emma").comingOfAgeOn(MAJORITY));
            mother.authorisations().give(school.dossier, asked.id());
            withdrawing.authorisations().withdraw(school.dossier, asked.id());
            assertThat(school.durand.authorisations().standing(school.dossier, asked.id()))
                    .isEqualTo(Standing.WITHDRAWN);
        }
    }

    @Test
    void a_representative_sees_and_answers_for_their_own_child_only() {
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
        Desk mother = school.as(MOTHER.value());
        Authorisation malos = request(NewAuthorisation.toRecord("malo").comingOfAgeOn(MAJORITY));
        assertThat(mother.authorisations()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> mother.authorisations().give(school.dossier, malos.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> mother.authorisations().withdraw(school.dossier, malos.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> mother.authorisations().get(school.dossier, malos.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_staff_record_signed_papers_by_the_same_rules() {
        Desk durand = school.durand;
        Authorisation asked = request(NewAuthorisation.toRecord("emma").comingOfAgeOn(MAJORITY));
        PersonId emma = PersonId.of("emma");
        durand.authorisations().recordGiven(school.dossier, asked.id(), emma, VosReves.TODAY);
        assertThatThrownBy(() -> durand.authorisations().recordGiven(school.dossier, asked.id(), emma, VosReves.TODAY))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("emma has signed this authorisation already");
        assertThatThrownBy(() -> durand.authorisations()
                        .recordGiven(school.dossier, asked.id(), MOTHER, VosReves.TODAY.plusDays(1)))
                .hasMessageContaining("lies after today");
        assertThatThrownBy(() -> durand.authorisations()
                        .recordGiven(school.dossier, asked.id(), PersonId.of("m.durand"), VosReves.TODAY))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() ->
                        school.emma.authorisations().recordGiven(school.dossier, asked.id(), MOTHER, VosReves.TODAY))
                .isInstanceOf(DeniedException.class);
        durand.authorisations().recordGiven(school.dossier, asked.id(), MOTHER, VosReves.TODAY);
        assertThatThrownBy(
                        () -> durand.authorisations().recordGiven(school.dossier, asked.id(), MOTHER, VosReves.TODAY))
                .hasMessageContaining("given already");
        add();

        school.clock.set("2027-01-20T08:00:00Z");
        assertThat(seen(school.emma).standing()).isEqualTo(Standing.TO_CONFIRM);
        durand.authorisations().recordConfirmed(school.dossier, asked.id(), emma, LocalDate.of(2027, 1, 18));
        assertThat(seen(school.emma).playable()).isTrue();
        durand.authorisations().withdraw(school.dossier, asked.id());
        assertThat(seen(school.emma).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThatThrownBy(() -> durand.authorisations()
                        .recordGiven(school.dossier, asked.id(), emma, LocalDate.of(2027, 1, 18)))
                .hasMessageContaining("Ask for a new one");
    }

    @Test
    void an_adults_is_signed_by_nobody_else() {
        Authorisation asked = request(NewAuthorisation.toRecord("emma").alreadyOfAge());
        assertThatThrownBy(() ->
                        school.durand.authorisations().recordGiven(school.dossier, asked.id(), MOTHER, VosReves.TODAY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("only they themselves can sign");
    }

    @Test
    void diffusion_is_another_authorisation() {
        emmaSaysYes();
        add();
        assertThat(seen(school.emma).playable()).isTrue();
        assertThat(seen(school.emma).diffusion()).isEqualTo(Standing.REQUESTED);
        Authorisation diffusion = request(NewAuthorisation.toDiffuse("emma").alreadyOfAge());
        school.emma.authorisations().give(school.dossier, diffusion.id());
        assertThat(seen(school.emma).diffusable()).isTrue();
        school.emma.authorisations().withdraw(school.dossier, diffusion.id());
        assertThat(seen(school.emma).playable()).isTrue();
        assertThat(seen(school.emma).diffusable()).isFalse();
    }

    @Test
    void leave_to_diffuse_is_no_leave_to_record() {
        school.emma
                .authorisations()
                .give(
                        school.dossier,
                        request(NewAuthorisation.toDiffuse("emma").alreadyOfAge())
                                .id());
        refusedUnheard("not given");
    }

    @Test
    void withdrawing_takes_every_leave_for_the_project_back() {
        Authorisation one = emmaSaysYes();
        emmaSaysYes();
        add();
        school.emma.authorisations().withdraw(school.dossier, one.id());
        assertThat(seen(school.emma).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void requests_refuse_missing_terms_past_ends_and_contradicting_majorities() {
        NewAuthorisation begun = asked(NewAuthorisation.toRecord("emma").alreadyOfAge());
        requestRefused(NewAuthorisation.toRecord("emma").alreadyOfAge().forProject(PROJECT), "has a last day");
        requestRefused(begun.use(" "), "use: must not be blank");
        requestRefused(begun.recipients(""), "recipients: must not be blank");
        requestRefused(begun.forProject(""), "project: must not be blank");
        requestRefused(begun.until(LocalDate.of(2026, 9, 6)), "lies before today");
        school.durand.authorisations().request(school.dossier, begun.comingOfAgeOn(MAJORITY));
        assertThatThrownBy(() -> school.petit.authorisations().request(school.dossier, begun))
                .as("a minor cannot pass for an adult the second time")
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another date of majority");
        assertThatThrownBy(() -> school.emma.authorisations().request(school.dossier, begun))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.authorisations().request(school.dossier, begun))
                .isInstanceOf(NotFoundException.class);
    }

    private void requestRefused(NewAuthorisation input, String why) {
        assertThatThrownBy(() -> school.durand.authorisations().request(school.dossier, input))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void nobody_answers_what_is_not_theirs_to_answer() {
        Authorisation asked = request(NewAuthorisation.toRecord("emma").alreadyOfAge());
        AuthorisationId never = new AuthorisationId(VosReves.nowhere());
        for (Desk desk : List.of(school.malo, school.as("inconnu"))) {
            assertThatThrownBy(() -> desk.authorisations().give(school.dossier, asked.id()))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.authorisations().withdraw(school.dossier, asked.id()))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.authorisations().get(school.dossier, asked.id()))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.authorisations().list(school.dossier, PageRequest.first(10)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> school.durand.authorisations().withdraw(school.dossier, never))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void refuses_recordings_that_are_not_described() {
        emmaSaysYes();
        NewAttachment file = recording().file();
        NewAttachment silent = NewAttachment.of("a.ogg", "audio/ogg", file.source());
        addRefused(NewRecording.of(silent, Duration.ofMinutes(1)), "comes with its transcript");
        addRefused(NewRecording.of(file, Duration.ZERO), "lasts from one second");
        addRefused(NewRecording.of(file, Duration.ofSeconds(-5)), "lasts from one second");
        addRefused(NewRecording.of(file, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)), "is too long or negative");
        NewAttachment picture =
                NewAttachment.of("a.png", "image/png", file.source()).transcribed("…");
        addRefused(NewRecording.of(picture, Duration.ofMinutes(1)), "a photo has no duration");
        NewAttachment odd = file.captioned(() -> text("1\n00:00:00,000 --> 00:00:02,000\nSRT"));
        addRefused(NewRecording.of(odd, Duration.ofMinutes(1)), "begins with WEBVTT");
        addRefused(recording().answering("wondering"), "no question “wondering”");
        nothingIsKept();
        NewAttachment broken = NewAttachment.of("a.ogg", "audio/ogg", () -> {
                    throw new IOException("device gone");
                })
                .transcribed("…");
        addRefused(NewRecording.of(broken, Duration.ofMinutes(1)), "it broke off on the way");
        NewAttachment empty = NewAttachment.of("a.ogg", "audio/ogg", InputStream::nullInputStream)
                .transcribed("…");
        addRefused(NewRecording.of(empty, Duration.ofMinutes(1)), "the file is empty");
    }

    private void addRefused(NewRecording input, String why) {
        assertThatThrownBy(
                        () -> school.emma.recordings().add(school.dossier, reflection.id(), input.forProject(PROJECT)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void only_the_learner_records_and_takes_away() {
        emmaSaysYes();
        assertThatThrownBy(() -> school.durand.recordings().add(school.dossier, reflection.id(), recording()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.recordings().add(school.dossier, reflection.id(), recording()))
                .isInstanceOf(NotFoundException.class);
        nothingIsKept();
        Playback added = add();
        assertThatThrownBy(() -> school.durand.recordings().discard(school.dossier, added.id()))
                .isInstanceOf(DeniedException.class);
        school.emma.recordings().discard(school.dossier, added.id());
        assertThat(school.durand.recordings().of(school.dossier, reflection.id()))
                .isEmpty();
        assertThatThrownBy(() -> school.emma.recordings().download(school.dossier, added.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void no_production_gives_a_recording_out() {
        emmaSaysYes();
        Playback added = add();
        Production map = school.mindMap();
        assertThatThrownBy(() -> school.emma
                        .productions()
                        .download(school.dossier, map.id(), Objects.requireNonNull(added.content())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_recording_of_a_draft_is_the_learners_and_may_stand_for_the_written_answers() {
        emmaSaysYes();
        NewReflection unwritten = NewReflection.on("Installer le module", Given.MISSION)
                .guidedBy("explicitation@1", "fr")
                .answering("begin", "Par la documentation.");
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, unwritten);
        assertThatThrownBy(() -> school.emma.reflections().share(draft)).isInstanceOf(InvalidInputException.class);
        Playback added = school.emma
                .recordings()
                .add(school.dossier, draft.id(), recording().answering("how"));
        assertThat(school.emma.recordings().of(school.dossier, draft.id())).hasSize(1);
        assertThatThrownBy(() -> school.durand.recordings().of(school.dossier, draft.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.recordings().download(school.dossier, added.id()))
                .isInstanceOf(NotFoundException.class);
        Reflection shared = school.emma.reflections().share(draft);
        assertThat(school.durand.recordings().of(school.dossier, shared.id())).containsExactly(added);

        ReflectionDraft other = school.emma.reflections().draft(school.dossier, unwritten);
        Playback theirs = school.emma.recordings().add(school.dossier, other.id(), recording());
        school.emma.reflections().discard(other);
        assertThatThrownBy(() -> school.emma.recordings().download(school.dossier, theirs.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_withdrawal_while_the_bytes_arrive_refuses_the_recording() {
        Authorisation given = emmaSaysYes();
        NewAttachment slow = NewAttachment.of("a.ogg", "audio/ogg", () -> {
                    school.emma.authorisations().withdraw(school.dossier, given.id());
                    return new ByteArrayInputStream(new byte[] {9});
                })
                .transcribed("…");
        assertThatThrownBy(() -> school.emma
                        .recordings()
                        .add(
                                school.dossier,
                                reflection.id(),
                                NewRecording.of(slow, Duration.ofMinutes(1)).forProject(PROJECT)))
                .isInstanceOf(DeniedException.class);
        assertThat(school.emma.recordings().of(school.dossier, reflection.id())).isEmpty();
    }
}
