package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.Token;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody may send to do harm is kept exactly as it is, or refused as a whole; it never means anything. */
class HostileInputTest extends Story {
    private static final List<String> KEPT = List.of(
            "<script>alert('x')</script><img src=x onerror=alert(1)>",
            "'); DROP TABLE record; --",
            "\" OR \"\"=\"",
            "%s %n ${jndi:ldap://x} {0} {{x}} $(id) `id`",
            "\u202Egnp.exe\u2066abc\u2069",
            "Z\u0335\u0322a\u0489lgo",
            "\uFEFF\u200B\u2028\u2029\uFFFE",
            "null",
            "undefined",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67");

    @Test
    void markup_sql_formats_and_direction_are_text_and_come_back_exactly() {
        for (String text : KEPT) {
            Production made = school.emma
                    .productions()
                    .add(school.dossier, NewProduction.titled("T " + text).writing(text));
            assertThat(school.durand.productions().get(school.dossier, made.id()))
                    .isEqualTo(made);
            assertThat(made.current().title()).isEqualTo("T " + text);
            school.durand
                    .assessments()
                    .position(
                            school.dossier, NewPositioning.of("C3.1", "acquis").because(text));
        }
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(100))
                        .items())
                .extracting(each -> each.because())
                .containsExactlyElementsOf(KEPT);
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void a_name_with_a_nul_an_escape_or_half_a_character_is_refused_wherever_names_are_taken() {
        for (String name : List.of("Em\0ma", "Em\u001b[2Jma", "Em\u009bma", "Em\nma", "Em\uD800ma")) {
            for (Runnable call : List.<Runnable>of(
                    () -> school.head.people().name(PersonId.of("emma"), name),
                    () -> school.head.cohorts().enrol(name),
                    () -> PersonId.of(name),
                    () -> school.emma.productions().add(school.dossier, NewProduction.titled(name)),
                    () -> school.emma
                            .productions()
                            .add(school.dossier, NewProduction.titled("x").attaching(VosReves.file(name, "x"))))) {
                assertThat(catchThrowable(call::run)).as(name).isInstanceOfSatisfying(PortfolioException.class, e -> {
                    assertThat(e).isInstanceOf(InvalidInputException.class);
                    assertThat(e.message(Locale.FRENCH)).doesNotContain("\0", "\u001b", "\u009b");
                });
            }
        }
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void a_megabyte_of_combining_marks_is_refused_with_the_limit_and_a_long_one_within_it_comes_back() {
        String marks = "a" + "\u0301".repeat(1_000_000);
        refused(
                InvalidInputException.class,
                "300",
                "300",
                () -> school.emma.productions().add(school.dossier, NewProduction.titled(marks)));
        refused(
                InvalidInputException.class,
                "200",
                "200",
                () -> school.durand
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C3.1", "acquis").because(marks)));
        String within = marks.substring(0, 4_000);
        school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "acquis").because(within));
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(9))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.because()).isEqualTo(within));
    }

    @Test
    void an_attachment_whose_type_lies_is_kept_as_bytes_and_an_empty_one_is_a_file_of_nothing() throws IOException {
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        NewAttachment lying = NewAttachment.of("notes.pdf", "application/pdf", () -> new ByteArrayInputStream(html));
        NewAttachment empty = NewAttachment.of("vide.txt", "text/plain", InputStream::nullInputStream);
        Production made = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Pièces").attaching(lying).attaching(empty));
        List<Stored> files = made.contents().toList();
        assertThat(files).extracting(Stored::size).containsExactlyInAnyOrder((long) html.length, 0L);
        for (Stored each : files) {
            try (InputStream in = school.durand.productions().download(school.dossier, made.id(), each)) {
                assertThat(in.readAllBytes()).isEqualTo(each.size() == 0 ? new byte[0] : html);
            }
        }
        Piece.File told = (Piece.File) made.current().pieces().get(0);
        assertThat(told.mediaType())
                .as("what was declared, for hosts to distrust")
                .isEqualTo("application/pdf");
        assertThat(catchThrowable(() -> school.emma
                        .productions()
                        .add(
                                school.dossier,
                                NewProduction.titled("Type")
                                        .attaching(NewAttachment.of(
                                                "x.txt",
                                                "text/html\r\nSet-Cookie: a=b",
                                                InputStream::nullInputStream)))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void ids_and_files_of_another_organisation_are_as_if_they_never_were() throws IOException {
        try (VosReves other = VosReves.over(stores.open(Files.createDirectory(folder.resolve("other"))))) {
            Production theirs = other.emma
                    .productions()
                    .add(other.dossier, NewProduction.titled("À eux").attaching(VosReves.file("a.txt", "à eux")));
            Stored file = theirs.contents().findFirst().orElseThrow();
            Production ours = school.emma
                    .productions()
                    .add(school.dossier, NewProduction.titled("À nous").attaching(VosReves.file("b.txt", "à nous")));
            for (Runnable call : List.<Runnable>of(
                    () -> school.durand.progress().of(other.dossier),
                    () -> school.durand.productions().get(school.dossier, theirs.id()),
                    () -> school.durand.productions().get(other.dossier, theirs.id()),
                    () -> school.durand.productions().download(school.dossier, ours.id(), file),
                    () -> school.head.cohorts().members(other.cohort, PageRequest.first(9)),
                    () -> school.head.access().whoCanRead(other.dossier),
                    () -> school.head
                            .grants()
                            .give(NewGrant.of("x", Role.TEACHER).over(other.dossier)),
                    () -> school.head
                            .grants()
                            .give(NewGrant.of("x", Role.TEACHER).over(other.cohort)))) {
                assertThat(catchThrowable(call::run)).isInstanceOf(NotFoundException.class);
            }
        }
    }

    @Test
    void guessing_tokens_gets_one_answer_whatever_is_guessed_and_leaves_no_trace() {
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(school.mindMap(), "")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(7));
        String right = link.token().text();
        assertThat(right).hasSize(43);
        long before = school.journalLength();
        Random random = new Random(11);
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 500; i++) answers.add(answer(guess(random, right, i)));
        for (String odd : List.of("", " ", right + " ", right.toLowerCase(Locale.ROOT), "\0", "é".repeat(9_000))) {
            answers.add(answer(odd));
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).doesNotContain(right);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.portfolio.as(Actor.bearing(right)).shared().showcase())
                .isNotNull();
    }

    /** Another token, or the right one with one character changed. */
    private static String guess(Random random, String right, int i) {
        if (i % 2 == 0) {
            byte[] bytes = new byte[Token.BYTES];
            random.nextBytes(bytes);
            return Token.of(bytes).text();
        }
        int at = i % (right.length() - 1);
        return right.substring(0, at) + (right.charAt(at) == 'A' ? 'B' : 'A') + right.substring(at + 1);
    }

    private String answer(String token) {
        Throwable refusal = catchThrowable(
                () -> school.portfolio.as(Actor.bearing(token)).shared().showcase());
        assertThat(refusal).isInstanceOf(NotFoundException.class);
        return ((PortfolioException) refusal).message(Locale.FRENCH);
    }

    @Test
    @Tag("long")
    void an_attachment_of_two_gigabytes_streams_through_or_is_refused_by_the_store_that_takes_none() {
        long size = (2L << 30) + 1;
        NewProduction large = NewProduction.titled("Jeu de données")
                .attaching(NewAttachment.of("mesures.bin", "application/octet-stream", () -> new Zeros(size)));
        if (stores == Stores.IN_MEMORY) {
            assertThatThrownBy(() -> school.emma.productions().add(school.dossier, large))
                    .isInstanceOf(PortfolioException.class);
            return;
        }
        Production made = school.emma.productions().add(school.dossier, large);
        Stored file = made.contents().findFirst().orElseThrow();
        assertThat(file.size()).isEqualTo(size);
        try (InputStream in = school.durand.productions().download(school.dossier, made.id(), file)) {
            assertThat(in.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(size);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) return -1;
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
