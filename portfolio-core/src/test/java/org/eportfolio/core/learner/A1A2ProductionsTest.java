package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Confidentiality;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1, A2: « Collectionner ses réalisations », « dans & hors la classe ». */
class A1A2ProductionsTest extends Story {
    @Test
    void a_title_is_enough_to_capture_a_production() {
        Production note = add(NewProduction.titled("Idée"));
        assertThat(school.emma.productions().get(school.dossier, note.id())).isEqualTo(note);
        assertThat(note.owner()).isEqualTo(PersonId.of("emma"));
        assertThat(note.current().number()).isEqualTo(1);
        assertThat(note.revision()).isEqualTo(1);
    }

    @Test
    void a_production_keeps_files_links_texts_competencies_language_and_setting() {
        Production all = add(NewProduction.titled("Comparatif 😀")
                .describedAs("Sur deux\nlignes")
                .showing("C3.1", "C3.1/1", "C1.2")
                .in("fr-FR")
                .livedIn(new Setting.Workplace("Agence VosRêves"))
                .linking(URI.create("https://stripe.com/fr"), "Stripe")
                .writing("Mercanet est plus cher.")
                .attaching(VosReves.file("oral.txt", "son")
                        .describedAs("Un enregistrement")
                        .transcribed("Bonjour.")
                        .captioned(() -> new ByteArrayInputStream("WEBVTT".getBytes(StandardCharsets.UTF_8)))));
        Production kept = school.durand.productions().get(school.dossier, all.id());
        assertThat(kept).isEqualTo(all);
        assertThat(kept.current().setting()).isEqualTo(new Setting.Workplace("Agence VosRêves"));
        assertThat(kept.current().competencies()).hasSize(3);
        assertThat(kept.current().pieces()).hasSize(3);
        Piece.File file = (Piece.File) kept.current().pieces().get(0);
        assertThat(file.transcript()).isEqualTo("Bonjour.");
        assertThat(file.captions()).isNotNull();
        for (Setting setting : List.of(new Setting.Mission("VosRêves", "Mission 2"), new Setting.Personal())) {
            Production lived = add(NewProduction.titled("Vécu").livedIn(setting));
            assertThat(school.emma
                            .productions()
                            .get(school.dossier, lived.id())
                            .current()
                            .setting())
                    .isEqualTo(setting);
        }
    }

    @Test
    void the_same_file_is_stored_once() {
        Production first = add(NewProduction.titled("Un").attaching(VosReves.file("a.txt", "identique")));
        Production second = school.malo
                .productions()
                .add(school.malos, NewProduction.titled("Deux").attaching(VosReves.file("b.txt", "identique")));
        assertThat(content(first)).isEqualTo(content(second));
        assertThat(school.store.contents().list(null, 10)).hasSize(1);
    }

    @Test
    void a_file_is_downloaded_by_those_who_may_read_the_production() throws IOException {
        Production map = add(NewProduction.titled("Carte").attaching(VosReves.file("carte.txt", "Mercanet")));
        try (InputStream in = school.durand.productions().download(school.dossier, map.id(), content(map))) {
            assertThat(in).hasContent("Mercanet");
        }
        assertThatThrownBy(() -> school.malo.productions().download(school.dossier, map.id(), content(map)))
                .isInstanceOf(NotFoundException.class);
        Production other = add(NewProduction.titled("Autre"));
        assertThatThrownBy(() -> school.emma.productions().download(school.dossier, other.id(), content(map)))
                .as("a hash alone opens nothing")
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "/etc/passwd", "C:\\Windows\\a.txt", "..", ".", "", "  ", "a\u0000b", "a\nb"
            })
    void a_path_as_an_attachments_name_is_refused_and_nothing_is_kept(String name) {
        refused(() -> add(NewProduction.titled("Piège").attaching(VosReves.file(name, "x"))), "attachments 1, name");
        assertThat(school.store.contents().list(null, 10)).isEmpty();
    }

    @Test
    void a_source_that_breaks_leaves_nothing() {
        NewProduction broken = NewProduction.titled("Cassé").attaching(NewAttachment.of("a.bin", "x/y", () -> {
            return new InputStream() {
                private int left = 1_000;

                @Override
                public int read(byte[] into, int from, int count) throws IOException {
                    into[from] = (byte) read();
                    return 1;
                }

                @Override
                public int read() throws IOException {
                    if (left-- <= 0) throw new IOException("la clé USB a été retirée");
                    return 7;
                }
            };
        }));
        refused(() -> add(broken), "it broke off on the way");
        assertThat(list()).isEmpty();
        assertThat(school.store.contents().list(null, 10)).isEmpty();
    }

    @Test
    void a_link_is_http_https_or_mailto_and_nothing_else() {
        for (String bad : List.of("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "relatif")) {
            refused(() -> add(NewProduction.titled("Lien").linking(URI.create(bad), null)), bad);
        }
        add(NewProduction.titled("Lien").linking(URI.create("HTTPS://vosreves.example"), null));
    }

    @Test
    void a_10_mb_title_is_refused_in_one_line_that_names_the_limit_in_french_and_english() {
        String title = "é".repeat(10_000_000);
        assertThatThrownBy(() -> add(NewProduction.titled(title)))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                    assertThat(refusal.message(Locale.ENGLISH))
                            .isEqualTo("title: at most 300 characters; this has 10000000");
                    assertThat(refusal.message(Locale.FRENCH))
                            .contains("300")
                            .startsWith("titre : ")
                            .isNotEqualTo(refusal.getMessage())
                            .hasSizeLessThan(200);
                });
        assertThat(list()).isEmpty();
    }

    @Test
    void control_characters_and_halves_of_characters_are_refused_wherever_text_is_taken() {
        for (String bad : List.of("a\u0007b", "a\u0000b", "a\u009Fb", "a\uD800b")) {
            refused(() -> add(NewProduction.titled(bad)), "title");
            refused(() -> add(NewProduction.titled("T").describedAs(bad)), "description");
            refused(() -> add(NewProduction.titled("T").writing(bad)), "texts");
            refused(() -> add(NewProduction.titled("T").livedIn(new Setting.Workplace(bad))), "place");
            refused(() -> add(NewProduction.titled("T").livedIn(new Setting.Mission(bad, "m"))), "scenario");
            refused(() -> add(NewProduction.titled("T").linking(URI.create("https://a.example"), bad)), "title");
            refused(
                    () -> add(NewProduction.titled("T")
                            .attaching(VosReves.file("a", "x").describedAs(bad))),
                    "description of the file");
        }
        assertThat(list()).isEmpty();
    }

    @Test
    void several_faults_are_all_told_each_with_its_place() {
        assertThatThrownBy(() -> add(NewProduction.titled(" ").in("français").attaching(VosReves.file("a/b", "x"))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(InvalidInputException.Violation::path)
                                .containsExactly("attachments[0].name", "language", "title"));
    }

    @Test
    void a_code_that_the_framework_does_not_have_is_refused() {
        refused(() -> add(NewProduction.titled("T").showing("C9.9")), "C9.9");
        refused(() -> add(NewProduction.titled("T").showing("Bloc 1")), "Bloc 1");
    }

    @Test
    void a_production_may_show_a_competency_of_a_companion() {
        AdoptionId crcn =
                school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        refused(() -> add(NewProduction.titled("T").showing("2.1")), "2.1");
        school.emma.dossiers().accompany(school.dossier, crcn);
        assertThat(add(NewProduction.titled("T").showing("2.1", "C3.1"))
                        .current()
                        .competencies())
                .hasSize(2);
    }

    @Test
    void revising_replaces_the_content_until_somebody_cites_it() {
        Production map = school.mindMap();
        Production revised = school.emma.productions().revise(map, NewProduction.titled("Carte, v2"));
        assertThat(revised.versions()).hasSize(1);
        assertThat(revised.title()).isEqualTo("Carte, v2");
    }

    @Test
    void extending_keeps_the_version_before_to_be_compared() {
        Production map = school.mindMap();
        Production extended = school.emma.productions().extend(map, NewProduction.titled("Après"));
        assertThat(extended.versions())
                .extracting(each -> each.title())
                .containsExactly("Carte mentale des modules de paiement", "Après");
        assertThat(extended.versions()).extracting(each -> each.number()).containsExactly(1, 2);
    }

    @Test
    void a_cited_version_is_frozen_and_revising_it_adds_another() {
        Production map = school.mindMap();
        Assessment assessment = school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").citing(map));
        Production cited = school.emma.productions().get(school.dossier, map.id());
        assertThat(cited.current().frozen())
                .isEqualTo(map.current().contentHash())
                .isEqualTo(assessment.evidence().get(0).content());

        Production revised = school.emma.productions().revise(cited, NewProduction.titled("Tout autre chose"));
        assertThat(revised.versions()).hasSize(2);
        assertThat(revised.version(1)).isEqualTo(cited.version(1));
        assertThat(revised.version(1).contentHash()).isEqualTo(cited.version(1).frozen());
        assertThat(revised.current().frozen()).isNull();
        assertThat(revised.current().contentHash())
                .isNotEqualTo(revised.version(1).contentHash());

        school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "en-cours").citing(Citation.of(cited)));
        assertThat(school.emma.productions().get(school.dossier, map.id()))
                .as("citing what is frozen changes nothing")
                .isEqualTo(revised);
    }

    @Test
    void the_content_hash_speaks_of_everything_a_reader_sees_and_of_nothing_else() {
        NewProduction base = NewProduction.titled("T");
        List<Production> different = new ArrayList<>();
        for (NewProduction each : List.of(
                base,
                NewProduction.titled("T2"),
                base.describedAs("d"),
                base.showing("C1.1"),
                base.in("fr"),
                base.livedIn(new Setting.Personal()),
                base.writing(""),
                base.writing("x"),
                base.attaching(VosReves.file("a", "x")),
                base.attaching(VosReves.file("a", "y")),
                base.attaching(VosReves.file("b", "x")),
                base.linking(URI.create("https://a.example"), null))) {
            different.add(add(each));
        }
        assertThat(different).extracting(each -> each.current().contentHash()).doesNotHaveDuplicates();
        school.clock.advance(java.time.Duration.ofDays(1));
        assertThat(add(base).current().contentHash())
                .isEqualTo(different.get(0).current().contentHash());
    }

    @Test
    void what_somebody_changed_meanwhile_is_a_conflict_with_both_revisions() {
        Production map = school.mindMap();
        school.emma.productions().revise(map, NewProduction.titled("Plus vite"));
        for (ThrowingCallable stale : List.<ThrowingCallable>of(
                () -> school.emma.productions().revise(map, NewProduction.titled("Trop tard")),
                () -> school.emma.productions().extend(map, NewProduction.titled("Trop tard")))) {
            assertThatThrownBy(stale).isInstanceOfSatisfying(ConflictException.class, conflict -> {
                assertThat(conflict.expected()).isEqualTo(1);
                assertThat(conflict.actual()).isEqualTo(2);
            });
        }
        assertThat(school.emma.productions().get(school.dossier, map.id()).title())
                .isEqualTo("Plus vite");
    }

    @Test
    void a_production_that_shows_a_companys_matters_stays_confidential_until_somebody_clears_it() {
        Production secret = add(NewProduction.titled("Base clients").confidentialToTheCompany());
        assertThat(secret.confidentiality()).isNotNull();
        assertThat(secret.confidentiality().cleared()).isFalse();
        assertThatThrownBy(() -> school.emma.productions().clear(school.dossier, secret.id()))
                .isInstanceOf(org.eportfolio.DeniedException.class);
        Production cleared = school.durand.productions().clear(school.dossier, secret.id());
        assertThat(cleared.confidentiality())
                .isEqualTo(new Confidentiality(PersonId.of("m.durand"), VosReves.BEGINNING));
        assertThat(school.petit.productions().clear(school.dossier, secret.id()))
                .isEqualTo(cleared);
        Production open = school.mindMap();
        assertThatThrownBy(() -> school.durand.productions().clear(school.dossier, open.id()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void a_revision_marked_confidential_is_so_even_after_a_clearance() {
        Production map = school.mindMap();
        Production marked = school.emma
                .productions()
                .revise(map, NewProduction.titled("Avec les prix").confidentialToTheCompany());
        assertThat(marked.confidentiality()).isNotNull();
        Production cleared = school.durand.productions().clear(school.dossier, map.id());
        Production again = school.emma
                .productions()
                .extend(cleared, NewProduction.titled("Avec les clients").confidentialToTheCompany());
        assertThat(again.confidentiality()).isNotNull();
        assertThat(again.confidentiality().cleared()).isFalse();
        assertThat(school.emma
                        .productions()
                        .revise(again, NewProduction.titled("Sans rien dire"))
                        .confidentiality())
                .as("a learner does not clear by leaving the mark out")
                .isNotNull();
    }

    @Test
    void a_production_may_be_cited_in_each_of_the_learners_dossiers_and_in_nobody_elses() {
        AdoptionId crcn =
                school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        DossierId second = school.emma.dossiers().open(crcn);
        Production map = school.mindMap();
        Assessment cited = school.emma
                .assessments()
                .publish(second, NewSelfAssessment.of("2.1", "seul").citing(map));
        assertThat(cited.evidence()).extracting(each -> each.dossier()).containsExactly(school.dossier);
        assertThatThrownBy(() -> school.malo
                        .assessments()
                        .publish(
                                school.malos,
                                NewSelfAssessment.of("C3.1", "acquis").citing(map)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand
                        .assessments()
                        .position(
                                school.malos,
                                NewPositioning.of("C3.1", "acquis").citing(map)))
                .as("a colleague may read it, but it is not Malo's")
                .isInstanceOf(NotFoundException.class);
        refused(
                () -> school.emma
                        .assessments()
                        .publish(
                                school.dossier,
                                NewSelfAssessment.of("C3.1", "acquis")
                                        .citing(new Citation(school.dossier, map.id(), 7))),
                "7");
    }

    @Test
    void productions_come_in_pages_in_the_order_of_creation() {
        List<Production> added = new ArrayList<>();
        for (int i = 0; i < 7; i++) added.add(add(NewProduction.titled("P" + i)));
        List<Production> read = new ArrayList<>();
        for (PageRequest next = PageRequest.first(3); next != null; ) {
            Page<Production> page = school.emma.productions().list(school.dossier, next);
            read.addAll(page.items());
            next = page.next();
        }
        assertThat(read).isEqualTo(added);
        List<Production> backwards = new ArrayList<>();
        for (PageRequest next = PageRequest.newest(3); next != null; ) {
            Page<Production> page = school.emma.productions().list(school.dossier, next);
            backwards.addAll(page.items());
            next = page.next();
        }
        java.util.Collections.reverse(added);
        assertThat(backwards).isEqualTo(added);
        refused(() -> school.emma.productions().list(school.dossier, PageRequest.first(0)), "1000");
        refused(() -> school.emma.productions().list(school.dossier, PageRequest.first(1_001)), "1000");
    }

    private Production add(NewProduction input) {
        return school.emma.productions().add(school.dossier, input);
    }

    private List<Production> list() {
        return school.emma
                .productions()
                .list(school.dossier, PageRequest.first(100))
                .items();
    }

    private static Stored content(Production production) {
        return production.contents().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"oral.bin,audio/ogg", "film.bin,Video/MP4;codecs=avc1", "film.mp4,application/octet-stream"})
    void audio_and_video_of_people_are_recordings_and_not_a_byte_is_kept_here(String name, String type) {
        NewAttachment film = NewAttachment.of(name, type, () -> {
            throw new AssertionError("was opened");
        });
        refused(() -> add(NewProduction.titled("Film").attaching(film)), "attachments");
        assertThatThrownBy(() -> add(NewProduction.titled("Film").attaching(film)))
                .hasMessageContaining("nothing was stored")
                .hasMessageContaining("recording of a reflection");
        assertThatThrownBy(() -> school.emma
                        .groups()
                        .start(
                                school.dossier,
                                NewGroup.of(NewProduction.titled("Film").attaching(film))
                                        .with("malo")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(school.store.contents().list(null, 10)).isEmpty();

        NewAttachment screencast = NewAttachment.of(name, type, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}))
                .describedAs("L'installation du module")
                .showingNobody();
        Production kept = add(NewProduction.titled("Démonstration").attaching(screencast));
        assertThat(kept.current().pieces())
                .singleElement()
                .isInstanceOfSatisfying(
                        Piece.File.class, file -> assertThat(file.showsNobody()).isTrue());
    }
}
