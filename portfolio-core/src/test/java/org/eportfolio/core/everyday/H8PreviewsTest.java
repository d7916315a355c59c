package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Pictures;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CallArguments;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.PreviewMaker;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H8: the preview that a host's maker made is stored beside the file, and hidden, withdrawn and erased with it. */
class H8PreviewsTest extends Story {
    private static final byte[] PICTURE = Pictures.png();

    private final AtomicReference<PreviewMaker> maker = new AtomicReference<>(file -> Optional.of(PICTURE));

    @Override
    @BeforeEach
    public void theSchoolYearBegins() {
        school = VosReves.over(
                stores.open(folder),
                builder -> builder.previews(file -> maker.get().preview(file)));
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private Production made(String words) {
        return school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Plan").attaching(VosReves.file("plan.txt", words)));
    }

    private static Stored file(Production production) {
        return production.contents().findFirst().orElseThrow();
    }

    private Optional<Download> preview(Desk desk, Production production) {
        return desk.productions().preview(school.dossier, production.id(), file(production));
    }

    private static void shows(Optional<Download> preview, String name) throws IOException {
        try (Download shown = preview.orElseThrow()) {
            assertThat(shown.bytes().readAllBytes()).isEqualTo(PICTURE);
            assertThat(shown.mediaType()).isEqualTo("image/png");
            assertThat(shown.name()).isEqualTo(name);
            assertThat(shown.whole()).isTrue();
        }
    }

    private List<Stored> kept() {
        return school.store.contents().list(null, 100).stream()
                .map(KeptContent::content)
                .toList();
    }

    @Test
    void a_preview_is_given_to_those_who_may_read_the_file() throws IOException {
        Production plan = made("Baie de brassage");
        shows(preview(school.emma, plan), "plan.txt");
        shows(preview(school.durand, plan), "plan.txt");
        assertThatThrownBy(() -> preview(school.malo, plan)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> preview(school.head, plan)).isInstanceOf(DeniedException.class);
        Stored other = file(made("Autre"));
        assertThatThrownBy(() -> school.emma.productions().preview(school.dossier, plan.id(), other))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_maker_reads_the_file_as_it_is_kept_and_knows_its_type_and_size() {
        AtomicReference<String> read = new AtomicReference<>();
        maker.set(file -> {
            try (InputStream in = file.bytes().open()) {
                read.set(file.mediaType() + " " + file.content().size() + " "
                        + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return Optional.empty();
        });
        assertThat(preview(school.emma, made("Baie"))).isEmpty();
        assertThat(read).hasValue("text/plain 4 Baie");
    }

    @Test
    void whatever_a_maker_does_the_file_is_kept() throws IOException {
        List<PreviewMaker> makers = List.of(
                file -> Optional.empty(),
                file -> {
                    throw new IOException("hostile");
                },
                file -> {
                    throw new IllegalStateException("hostile");
                },
                file -> {
                    throw new StackOverflowError("hostile");
                },
                file -> {
                    throw new NoClassDefFoundError("a decoder");
                },
                file -> Optional.of(new byte[0]),
                file -> Optional.of("<svg/>".getBytes(StandardCharsets.UTF_8)),
                file -> Optional.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1}),
                file -> Optional.of(new byte[PreviewMaker.MOST_BYTES + 1]));
        for (PreviewMaker each : makers) {
            maker.set(each);
            Production plan = made("Baie " + makers.indexOf(each));
            assertThat(preview(school.durand, plan)).isEmpty();
            try (InputStream in = school.durand.productions().download(school.dossier, plan.id(), file(plan))) {
                assertThat(in.readAllBytes()).isNotEmpty();
            }
        }
        assertThat(kept()).hasSize(makers.size());
    }

    @Test
    void what_is_written_into_a_preview_beside_the_picture_is_removed() throws IOException {
        maker.set(file -> Optional.of(Pictures.photoPng(1)));
        try (Download shown = preview(school.emma, made("Baie")).orElseThrow()) {
            assertThat(new String(shown.bytes().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(Pictures.PLACE);
        }
    }

    @Test
    void nothing_is_asked_of_a_maker_before_the_right_to_keep_the_file() {
        maker.set(file -> {
            throw new AssertionError("asked");
        });
        assertThatThrownBy(() -> school.malo
                        .productions()
                        .add(school.dossier, NewProduction.titled("P").attaching(VosReves.file("a.txt", "a"))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void it_goes_with_its_production_and_is_collected() {
        Production plan = made("Baie");
        assertThat(kept()).hasSize(2);
        school.emma.productions().remove(plan);
        assertThatThrownBy(() -> preview(school.emma, plan)).isInstanceOf(NotFoundException.class);
        assertThat(school.head.privacy().collectFiles()).isEqualTo(2);
        assertThat(kept()).isEmpty();
    }

    @Test
    void it_is_planned_and_erased_with_the_person() {
        made("Baie");
        var plan = school.head.privacy().planErasure(PersonId.of("emma"));
        assertThat(plan.files()).hasSize(2).allMatch(each -> each.removed());
        school.head.privacy().erase(plan);
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_photo_of_people_has_its_preview_while_everybody_agrees() throws IOException {
        Authorisation yes = school.durand.authorisations().request(school.dossier, CallArguments.authorising("emma"));
        school.emma.authorisations().give(school.dossier, yes.id());
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Playback recording = school.emma.recordings().add(school.dossier, reflection.id(), CallArguments.recording());
        assertThat(recording.preview()).isNotNull();
        shows(school.durand.recordings().preview(school.dossier, recording.id()), recording.name());
        school.emma.authorisations().withdraw(school.dossier, yes.id());
        assertThatThrownBy(() -> school.durand.recordings().preview(school.dossier, recording.id()))
                .isInstanceOf(DeniedException.class);
        assertThat(school.durand
                        .recordings()
                        .get(school.dossier, recording.id())
                        .preview())
                .isNull();
    }

    @Test
    void the_bearer_of_a_link_sees_previews_of_what_it_shows_until_it_ends() throws IOException {
        Production plan = made("Baie");
        Stored hidden = file(made("Carnet"));
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(plan, "Ceci.")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(9));
        SharedDesk shared =
                school.portfolio.as(Actor.bearing(link.token().text())).shared();
        shows(shared.preview(file(plan)), "plan.txt");
        assertThatThrownBy(() -> shared.preview(hidden)).isInstanceOf(NotFoundException.class);
        school.emma.shares().revoke(school.dossier, link.link().id());
        assertThatThrownBy(() -> shared.preview(file(plan))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_archive_carries_it_and_a_school_without_a_maker_shows_it() throws IOException {
        Production plan = made("Baie");
        KeptArchive archive = new KeptArchive();
        school.head.archives().organisation(archive);
        try (Portfolio other =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
            Desk head = other.setUp("proviseure");
            head.archives().importFrom(archive);
            shows(other.as(Actor.of("emma")).productions().preview(school.dossier, plan.id(), file(plan)), "plan.txt");
        }
    }

    @Test
    void a_file_that_is_a_picture_may_be_its_own_preview() {
        maker.set(file -> {
            try (InputStream in = file.bytes().open()) {
                return Optional.of(in.readAllBytes());
            }
        });
        Production own = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Logo")
                                .attaching(NewAttachment.of(
                                                "logo.png", "image/png", () -> new ByteArrayInputStream(PICTURE))
                                        .showingNobody()));
        assertThat(preview(school.emma, own).orElseThrow().content()).isEqualTo(file(own));
        assertThat(kept()).hasSize(1);
    }
}
