package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.ShowcaseDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** A9: the learner shows what they choose, to whom they choose, for as long as they choose. */
class A9ShowcasesTest extends Story {
    private static final LocalDate END = VosReves.TODAY.plusDays(30);

    private Production map() {
        return school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale").attaching(VosReves.file("carte.txt", "Mercanet")));
    }

    private Showcase published(Production... productions) {
        NewShowcase content = NewShowcase.titled("Mon parcours").telling("De la carte au site.");
        for (Production each : productions) content = content.showing(each, "J'en suis fière.");
        return school.emma.showcases().publish(school.emma.showcases().begin(school.dossier, content));
    }

    private IssuedLink shared(Showcase showcase) {
        return school.emma.shares().share(school.dossier, showcase.id(), END);
    }

    private SharedDesk bearing(IssuedLink issued) {
        return school.portfolio.as(Actor.bearing(issued.token().text())).shared();
    }

    private static Stored fileOf(Production production) {
        return production.contents().findFirst().orElseThrow();
    }

    @Test
    void whoever_bears_the_link_reads_the_narrative_and_the_versions_chosen() throws IOException {
        Production map = map();
        Production better = school.emma
                .productions()
                .extend(
                        map,
                        NewProduction.titled("Carte mentale, deuxième version").writing("Avec les sources"));
        school.head.people().name(better.owner(), "Emma Exemple");
        Showcase showcase = school.emma
                .showcases()
                .begin(
                        school.dossier,
                        NewShowcase.titled("Mes progrès")
                                .telling("J'ai appris à citer.")
                                .beforeAfter(better, 1, 2, "Avant, après."));
        school.emma.showcases().publish(showcase);

        SharedDesk visitor = bearing(shared(showcase));
        Displayed seen = visitor.showcase();

        assertThat(seen.title()).isEqualTo("Mes progrès");
        assertThat(seen.learner()).isEqualTo("Emma Exemple");
        assertThat(seen.narrative()).isEqualTo("J'ai appris à citer.");
        assertThat(seen.items()).singleElement().satisfies(item -> {
            assertThat(item.words()).isEqualTo("Avant, après.");
            assertThat(item.versions())
                    .extracting(version -> version.title())
                    .containsExactly("Carte mentale", "Carte mentale, deuxième version");
        });
        try (InputStream in = visitor.download(fileOf(map))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Mercanet");
        }
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void a_link_downloads_nothing_that_the_showcase_does_not_show() {
        Production hidden = school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Brouillon").attaching(VosReves.file("b.txt", "secret")));
        SharedDesk visitor = bearing(shared(published(map())));

        assertThatThrownBy(() -> visitor.download(fileOf(hidden))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> visitor.workplace()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> visitor.sealed()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void wrong_altered_revoked_and_ended_links_cannot_be_told_apart() {
        Showcase showcase = published(map());
        String good = shared(showcase).token().text();
        IssuedLink revoked = shared(showcase);
        school.emma.shares().revoke(school.dossier, revoked.link().id());
        String ended = school.emma
                .shares()
                .share(school.dossier, showcase.id(), VosReves.TODAY)
                .token()
                .text();
        String withdrawn = good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A");
        school.clock.advance(Duration.ofDays(1));

        List<String> told = new ArrayList<>();
        for (String token :
                List.of("", "x", withdrawn, revoked.token().text(), ended, good + "=", good.toUpperCase(Locale.ROOT))) {
            Throwable refusal = org.assertj.core.api.Assertions.catchThrowable(
                    () -> school.portfolio.as(Actor.bearing(token)).shared().showcase());
            assertThat(refusal).isExactlyInstanceOf(NotFoundException.class);
            NotFoundException found = (NotFoundException) refusal;
            assertThat(found.message(Locale.FRENCH)).startsWith("Ce lien n'ouvre rien");
            if (!token.isEmpty() && token.length() > 1)
                assertThat(found.getMessage()).doesNotContain(token);
            told.add(found.what() + found.id() + found.getMessage() + found.reason());
        }
        assertThat(told).hasSize(7).containsOnly(told.get(0));
        assertThat(school.portfolio.as(Actor.bearing(good)).shared().showcase().items())
                .hasSize(1);
    }

    @Test
    void a_link_ends_at_the_end_of_its_last_day_in_the_schools_time_zone() {
        IssuedLink link =
                school.emma.shares().share(school.dossier, published(map()).id(), VosReves.TODAY);
        school.clock.set("2026-09-07T21:59:59.999999Z");
        bearing(link).showcase();
        school.clock.set("2026-09-07T22:00:00Z");
        assertThatThrownBy(() -> bearing(link).showcase()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_link_that_is_taken_back_opens_nothing_on_the_next_call() {
        IssuedLink link = shared(published(map()));
        bearing(link).showcase();
        school.emma.shares().revoke(school.dossier, link.link().id());
        long before = school.journalLength();
        assertThatThrownBy(() -> bearing(link).showcase()).isInstanceOf(NotFoundException.class);
        school.emma.shares().revoke(school.dossier, link.link().id());
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void the_token_is_kept_nowhere_and_nothing_prints_it() {
        IssuedLink link = shared(published(map()));
        String token = link.token().text();

        assertThat(token).hasSizeGreaterThanOrEqualTo(22);
        assertThat(link.toString() + Actor.bearing(token)).doesNotContain(token);
        List<Row> rows = school.store.read(
                view -> view.list(VosReves.scope(school.dossier), new org.eportfolio.spi.Kind("link"), null, 10));
        assertThat(rows).hasSize(1).allSatisfy(row -> {
            assertThat(row.body())
                    .doesNotContain(token)
                    .contains(link.token().hash().toString());
            assertThat(row.keys().toString()).doesNotContain(token);
        });
        assertThat(school.entries().toString()).doesNotContain(token);
        assertThat(shared(published(map())).token().text()).isNotEqualTo(token);
    }

    @Test
    void each_reading_is_logged_with_its_link_and_time_and_nothing_else() throws IOException {
        Production map = map();
        IssuedLink link = shared(published(map));
        bearing(link).showcase();
        school.clock.advance(Duration.ofHours(1));
        bearing(link).download(fileOf(map)).close();

        var readings = school.emma
                .shares()
                .readings(school.dossier, link.link().id(), PageRequest.first(10))
                .items();
        assertThat(readings)
                .extracting(each -> each.at().toString())
                .containsExactly("2026-09-07T08:00:00Z", "2026-09-07T09:00:00Z");
        assertThat(readings.get(0).file()).isNull();
        assertThat(readings.get(1).file()).isEqualTo(fileOf(map).sha256());
        assertThat(org.eportfolio.sharing.LinkReading.class.getRecordComponents())
                .extracting(each -> each.getName())
                .containsExactly("id", "dossier", "link", "at", "file");
        assertThat(school.emma
                        .shares()
                        .readings(school.dossier, link.link().id(), PageRequest.first(1))
                        .next())
                .isNotNull();
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void a_draft_is_its_learners_only_and_is_not_shared() {
        Showcase draft = school.emma
                .showcases()
                .begin(school.dossier, NewShowcase.titled("Brouillon").showing(map(), ""));

        assertThatThrownBy(() -> school.durand.showcases().get(school.dossier, draft.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.durand
                        .showcases()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> shared(draft))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Publish it first");
    }

    @Test
    void withdrawing_closes_the_links_until_it_is_published_again() {
        Showcase showcase = published(map());
        IssuedLink link = shared(showcase);
        Showcase draft = school.emma.showcases().withdraw(showcase);
        assertThatThrownBy(() -> bearing(link).showcase()).isInstanceOf(NotFoundException.class);
        school.emma.showcases().publish(draft);
        assertThat(bearing(link).showcase().items()).hasSize(1);
    }

    @Test
    void nothing_is_published_that_shows_nothing() {
        Showcase empty = school.emma.showcases().begin(school.dossier, NewShowcase.titled("Vide"));
        assertThatThrownBy(() -> school.emma.showcases().publish(empty))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("shows nothing yet");
    }

    @Test
    void a_confidential_production_is_not_shared_until_somebody_cleared_it() {
        Production secret = school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Tarifs du client").confidentialToTheCompany());
        Showcase showcase = published(map(), secret);

        assertThatThrownBy(() -> shared(showcase))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Tarifs du client");

        school.durand.productions().clear(school.dossier, secret.id());
        assertThat(bearing(shared(showcase)).showcase().items()).hasSize(2);
    }

    @Test
    void a_production_marked_confidential_later_disappears_from_the_next_reading() {
        Production map = map();
        Showcase showcase = published(map);
        IssuedLink link = shared(showcase);
        assertThat(bearing(link).showcase().items()).hasSize(1);

        school.emma.productions().mark(school.dossier, map.id());

        assertThat(bearing(link).showcase().items()).isEmpty();
        assertThatThrownBy(() -> bearing(link).download(fileOf(map))).isInstanceOf(NotFoundException.class);
        assertThat(school.emma
                        .showcases()
                        .display(school.dossier, showcase.id())
                        .items())
                .isEmpty();
    }

    @Test
    void revising_a_production_as_confidential_marks_it() {
        Production map = map();
        Production revised = school.emma
                .productions()
                .extend(map, NewProduction.titled("Avec les prix").confidentialToTheCompany());
        assertThat(revised.withheld()).isTrue();
    }

    @Test
    void leaving_a_production_out_of_a_showcase_breaks_no_citation() {
        Production map = map();
        Showcase showcase = published(map);
        IssuedLink link = shared(showcase);
        var positioning = school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "acquis").citing(Citation.of(map)));

        Showcase without = school.emma
                .showcases()
                .revise(showcase, NewShowcase.of(showcase).without(map));
        assertThat(bearing(link).showcase().items()).isEmpty();
        school.emma.showcases().remove(without);

        assertThatThrownBy(() -> bearing(link).showcase()).isInstanceOf(NotFoundException.class);
        Production cited = school.durand.productions().get(school.dossier, map.id());
        assertThat(cited.version(1).frozen())
                .isEqualTo(positioning.evidence().get(0).content());
        assertThat(cited.version(1).contentHash()).isEqualTo(cited.version(1).frozen());
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void only_the_learner_curates_and_shares() {
        Showcase showcase = published(map());
        assertThatThrownBy(() -> school.durand.showcases().withdraw(showcase)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.showcases().revise(showcase, NewShowcase.titled("Autre")))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.shares().share(school.dossier, showcase.id(), END))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.showcases().get(school.dossier, showcase.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_head_may_take_back_a_link_and_a_teacher_of_the_class_may_not() {
        IssuedLink link = shared(published(map()));
        assertThatThrownBy(() -> school.durand
                        .shares()
                        .revoke(school.dossier, link.link().id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() ->
                        school.malo.shares().revoke(school.dossier, link.link().id()))
                .isInstanceOf(NotFoundException.class);
        school.head.shares().revoke(school.dossier, link.link().id());
        assertThatThrownBy(() -> bearing(link).showcase()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_showcase_shows_only_what_is_the_learners_in_versions_that_exist() {
        Production malos = school.malo.productions().add(school.malos, NewProduction.titled("De Malo"));
        Production map = map();
        ShowcaseDesk desk = school.emma.showcases();
        assertThatThrownBy(
                        () -> desk.begin(school.dossier, NewShowcase.titled("T").showing(malos, "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.begin(
                        school.dossier, NewShowcase.titled("T").showing(new Citation(school.dossier, map.id(), 2), "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> NewShowcase.titled("T").beforeAfter(map, 2, 1, ""))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.begin(
                        school.dossier, NewShowcase.titled("T").showing(map, "").showing(map, "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() ->
                        desk.begin(school.dossier, NewShowcase.titled("T").showing(map, "x".repeat(5_001))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("what is shown 1, words");
    }

    @Test
    void a_link_always_ends_and_not_in_the_past() {
        ShowcaseId id = published(map()).id();
        assertThatThrownBy(() -> school.emma.shares().share(school.dossier, id, VosReves.TODAY.minusDays(1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.emma.shares().share(school.dossier, id, VosReves.TODAY.plusYears(20)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1500 days");
    }

    @Test
    void a_bearer_has_no_other_desk_and_a_person_is_no_bearer() {
        String token = shared(published(map())).token().text();
        Desk bearer = school.portfolio.as(Actor.bearing(token));
        assertThatThrownBy(() -> bearer.productions().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("only what it was made for");
        assertThatThrownBy(() -> school.emma.shared().showcase())
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("bearer");
    }

    @Test
    void what_a_link_shows_has_no_place_for_anything_of_the_staff() {
        school.positioned(school.durand, "C3.1", "acquis");
        Production map = map();
        assertThat(bearing(shared(published(map))).showcase().toString())
                .doesNotContain("m.durand", "acquis", "Vu en TP.");
    }

    @Test
    void somebody_elses_change_is_not_overwritten() {
        Showcase showcase = published(map());
        school.emma.showcases().revise(showcase, NewShowcase.titled("Un"));
        assertThatThrownBy(() -> school.emma.showcases().revise(showcase, NewShowcase.titled("Deux")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("revision");
    }

    @Test
    void a_production_that_is_gone_is_no_longer_shown() {
        Production map = map();
        Showcase showcase = published(map);
        IssuedLink link = shared(showcase);
        school.emma.productions().remove(map);
        assertThat(bearing(link).showcase().items()).isEmpty();
        assertThat(showcase.exhibits()).hasOnlyElementsOfType(Exhibit.class);
        assertThat(map.current().pieces()).hasOnlyElementsOfType(Piece.class);
        assertThat(school.store.<Boolean>read(
                        view -> view.scopes(null, 10).contains(new Scope(school.dossier.value()))))
                .isTrue();
    }

    @Test
    void a_member_shows_their_groups_production_with_their_own_part_and_nobody_elses_words() {
        Production site = school.madeTogether();
        Showcase showcase = school.malo
                .showcases()
                .begin(school.malos, NewShowcase.titled("Malo").showing(site, "Notre site."));
        school.malo.showcases().publish(showcase);
        IssuedLink link = school.malo.shares().share(school.malos, showcase.id(), END);

        Displayed seen = bearing(link).showcase();

        assertThat(seen.items())
                .singleElement()
                .isInstanceOfSatisfying(
                        Displayed.Made.class,
                        item -> assertThat(item.part()).isEqualTo(new Displayed.Part(1, "MALO-A-CHOISI-LES-IMAGES")));
        assertThat(seen.toString()).contains("Maquette").doesNotContain("EMMA", "emma", "APPRECIATION");

        Showcase emmas = published(site);
        Displayed byEmma = bearing(shared(emmas)).showcase();
        assertThat(byEmma.toString()).contains("EMMA-A-FAIT-LE-PLAN").doesNotContain("MALO", "malo", "APPRECIATION");
        assertThat(school.durand.showcases().display(school.dossier, emmas.id()))
                .as("the team sees what a link shows")
                .isEqualTo(byEmma);
    }

    @Test
    void who_is_not_in_the_group_or_left_it_shows_it_no_more() {
        Production site = school.madeTogether();
        Showcase showcase = school.malo
                .showcases()
                .begin(school.malos, NewShowcase.titled("Malo").telling("…").showing(site, ""));
        school.malo.showcases().publish(showcase);
        SharedDesk visitor = bearing(school.malo.shares().share(school.malos, showcase.id(), END));
        assertThat(visitor.showcase().items()).hasSize(1);
        school.malo
                .groups()
                .leave(school.malo
                        .groups()
                        .of(school.malos, PageRequest.first(1))
                        .items()
                        .get(0)
                        .group());
        assertThat(visitor.showcase().items()).isEmpty();

        Desk lina = school.as("lina");
        DossierId linas = lina.dossiers().open(school.sno);
        assertThatThrownBy(() ->
                        lina.showcases().begin(linas, NewShowcase.titled("Lina").showing(site, "")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_recording_is_shown_only_while_its_diffusion_is_authorised_and_the_link_asks_each_time() throws IOException {
        Playback recording = school.recorded();
        NewShowcase content = NewShowcase.titled("Ma voix").showing(recording, "J'explique.");
        Showcase showcase =
                school.emma.showcases().publish(school.emma.showcases().begin(school.dossier, content));
        refused(
                ConflictException.class,
                "Nothing of these recordings may be shown outside: explicitation.ogg",
                "Rien de ces enregistrements ne peut être montré au-dehors",
                () -> shared(showcase));
        Authorisation diffusion =
                school.authorised(NewAuthorisation.toDiffuse("emma").alreadyOfAge());
        SharedDesk visitor = bearing(shared(showcase));
        Stored bytes = visitor.showcase().contents().findFirst().orElseThrow();
        try (InputStream in = visitor.download(bytes)) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }

        school.emma.authorisations().withdrawLeavingTranscript(school.dossier, diffusion.id());

        assertThat(visitor.showcase().items())
                .as("the transcript stands in")
                .singleElement()
                .isInstanceOfSatisfying(Displayed.Spoken.class, item -> {
                    assertThat(item.content()).isNull();
                    assertThat(item.transcript()).startsWith("J'ai d'abord");
                });
        assertThatThrownBy(() -> visitor.download(bytes)).isInstanceOf(NotFoundException.class);
        Authorisation again =
                school.authorised(NewAuthorisation.toDiffuse("emma").alreadyOfAge());
        assertThat(visitor.showcase().contents()).startsWith(bytes).hasSize(2);
        school.emma.authorisations().withdraw(school.dossier, again.id());
        assertThat(visitor.showcase().items()).as("nor the transcript").isEmpty();
        assertThat(school.durand.recordings().of(school.dossier, recording.reflection()))
                .as("the team still hears it")
                .allMatch(Playback::playable);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void only_ones_own_recordings_of_shared_reflections_are_shown_each_once() {
        Playback recording = school.recorded();
        NewShowcase content = NewShowcase.titled("Ma voix").showing(recording, "");
        assertThatThrownBy(() -> school.malo.showcases().begin(school.malos, content))
                .isInstanceOf(NotFoundException.class);
        refused(
                InvalidInputException.class,
                "comes twice",
                "figure deux fois",
                () -> school.emma.showcases().begin(school.dossier, content.showing(recording, "Encore.")));
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        Playback unshared = school.emma
                .recordings()
                .add(
                        school.dossier,
                        draft.id(),
                        NewRecording.of(VosReves.spoken("Entre nous."), Duration.ofSeconds(9))
                                .forProject("Explicitations"));
        assertThatThrownBy(() -> school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Trop tôt").showing(unshared, "")))
                .isInstanceOf(NotFoundException.class);
        assertThat(content.without(recording).exhibits()).isEmpty();
    }
}
