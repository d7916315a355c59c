package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CallArguments;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** H8: a file is read from any place on, with what a browser is told of it. */
class H8RangesTest extends Story {
    private static final int SIZE = 700_000;

    private static byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        new Random(8).nextBytes(bytes);
        return bytes;
    }

    private Production made(byte[] bytes) {
        return school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Film")
                                .attaching(NewAttachment.of(
                                        "plan.bin",
                                        "application/octet-stream",
                                        () -> new ByteArrayInputStream(bytes))));
    }

    private static Stored file(Production production) {
        return production.contents().findFirst().orElseThrow();
    }

    private Download part(Desk desk, Production production, ByteRange range) {
        return desk.productions().download(school.dossier, production.id(), file(production), range);
    }

    @Test
    void each_range_gives_its_bytes_and_what_is_said_of_them() throws IOException {
        byte[] bytes = bytes();
        Production film = made(bytes);
        long end = SIZE - 1;
        for (List<Long> each : List.of(
                List.of(0L, end),
                List.of(0L, 0L),
                List.of(end, end),
                List.of(262_143L, 262_145L),
                List.of(262_144L, 524_287L),
                List.of(300_000L, 699_998L))) {
            long first = each.get(0);
            long last = each.get(1);
            try (Download part = part(school.durand, film, ByteRange.of(first, last))) {
                assertThat(part.bytes().readAllBytes())
                        .as("%s", each)
                        .isEqualTo(Arrays.copyOfRange(bytes, (int) first, (int) last + 1));
                assertThat(part.first()).isEqualTo(first);
                assertThat(part.length()).isEqualTo(last - first + 1);
                assertThat(part.contentRange()).isEqualTo("bytes " + first + "-" + last + "/" + SIZE);
                assertThat(part.whole()).isEqualTo(last - first == end);
                assertThat(part.name()).isEqualTo("plan.bin");
                assertThat(part.mediaType()).isEqualTo("application/octet-stream");
                assertThat(part.content()).isEqualTo(file(film));
                assertThat(part.etag()).isEqualTo("\"" + file(film).sha256() + "\"");
            }
        }
        try (Download rest = part(school.durand, film, ByteRange.from(699_000));
                Download tail = part(school.durand, film, ByteRange.ofTheLast(1_000));
                Download all = part(school.durand, film, ByteRange.ALL);
                Download beyond = part(school.durand, film, ByteRange.of(699_000, 9_000_000));
                Download more = part(school.durand, film, ByteRange.ofTheLast(9_000_000))) {
            byte[] last = Arrays.copyOfRange(bytes, 699_000, SIZE);
            assertThat(rest.bytes().readAllBytes()).isEqualTo(last);
            assertThat(tail.bytes().readAllBytes()).isEqualTo(last);
            assertThat(beyond.bytes().readAllBytes()).isEqualTo(last);
            assertThat(all.bytes().readAllBytes()).isEqualTo(bytes);
            assertThat(more.bytes().readAllBytes()).isEqualTo(bytes);
            assertThat(all.whole()).isTrue();
        }
        try (InputStream whole = school.durand.productions().download(school.dossier, film.id(), file(film))) {
            assertThat(whole.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void a_range_outside_the_file_is_refused() throws IOException {
        Production film = made(bytes());
        for (ByteRange outside : List.of(ByteRange.from(SIZE), ByteRange.of(SIZE, SIZE + 9), ByteRange.ofTheLast(0))) {
            refused(
                    InvalidInputException.class,
                    "holds no byte of the file",
                    "l'intervalle demandé ne contient aucun octet",
                    () -> part(school.durand, film, outside));
        }
        Production empty = made(new byte[0]);
        try (Download nothing = part(school.durand, empty, ByteRange.ALL)) {
            assertThat(nothing.bytes().readAllBytes()).isEmpty();
            assertThat(nothing.whole()).isTrue();
            assertThat(nothing.contentRange()).isEqualTo("bytes */0");
        }
        assertThatThrownBy(() -> part(school.durand, empty, ByteRange.from(0)))
                .isInstanceOf(InvalidInputException.class);
        refused(InvalidInputException.class, "not from 7 to 3", "pas de 7 à 3", () -> ByteRange.of(7, 3));
        assertThatThrownBy(() -> ByteRange.from(-1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_field_of_a_request_is_read_as_http_says_and_ignored_where_it_is_something_else() {
        assertThat(ByteRange.ofHeader("bytes=0-99")).isEqualTo(ByteRange.of(0, 99));
        assertThat(ByteRange.ofHeader("bytes=500-")).isEqualTo(ByteRange.from(500));
        assertThat(ByteRange.ofHeader("bytes=-500")).isEqualTo(ByteRange.ofTheLast(500));
        assertThat(ByteRange.ofHeader("Bytes= 1-2 ")).isEqualTo(ByteRange.of(1, 2));
        for (String other : List.of(
                "",
                "bytes=",
                "bytes=-",
                "items=0-9",
                "bytes=9-1",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "bytes=0-99999999999999999999")) {
            assertThat(ByteRange.ofHeader(other)).as(other).isEqualTo(ByteRange.ALL);
        }
        assertThat(ByteRange.ofHeader(null)).isEqualTo(ByteRange.ALL);
    }

    @Test
    void a_range_takes_the_right_of_the_whole_and_another_file_is_not_found() {
        Production film = made(bytes());
        Stored other = file(made("Autre".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> part(school.malo, film, ByteRange.from(5))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> part(school.head, film, ByteRange.from(5))).isInstanceOf(DeniedException.class);
        assertThatThrownBy(
                        () -> school.durand.productions().download(school.dossier, film.id(), other, ByteRange.from(1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_recording_is_asked_anew_for_each_range_and_a_withdrawal_ends_them() throws IOException {
        Authorisation yes = school.durand.authorisations().request(school.dossier, CallArguments.authorising("emma"));
        school.emma.authorisations().give(school.dossier, yes.id());
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Playback recording = school.emma.recordings().add(school.dossier, reflection.id(), CallArguments.recording());
        try (Download part = school.durand.recordings().download(school.dossier, recording.id(), ByteRange.of(1, 5))) {
            assertThat(part.bytes().readAllBytes()).hasSize(2);
            assertThat(part.name()).isEqualTo(recording.name());
            assertThat(part.mediaType()).isEqualTo(recording.mediaType());
        }
        school.emma.authorisations().withdraw(school.dossier, yes.id());
        assertThatThrownBy(() -> school.durand.recordings().download(school.dossier, recording.id(), ByteRange.from(1)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void the_bearer_of_a_link_reads_ranges_of_what_it_shows_and_each_is_logged() throws IOException {
        byte[] bytes = bytes();
        Production film = made(bytes);
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(film, "Ceci.")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(9));
        SharedDesk shared =
                school.portfolio.as(Actor.bearing(link.token().text())).shared();
        try (Download part = shared.download(file(film), ByteRange.of(10, 19))) {
            assertThat(part.bytes().readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
            assertThat(part.name()).isEqualTo("plan.bin");
        }
        assertThatThrownBy(() -> shared.download(file(film), ByteRange.from(SIZE)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(school.emma
                        .shares()
                        .readings(school.dossier, link.link().id(), PageRequest.first(10))
                        .items())
                .hasSize(1);
    }
}
