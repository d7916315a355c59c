package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.eportfolio.CancelledException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: a learner brings in a badge of another issuer as evidence of their own, with what the verification found. */
class CredentialImportTest extends Story {
    private static final String EN_LIGNE = "Mettre en œuvre le commerce en ligne « été » \uD83D\uDE00";

    private KeyPairSigning club;
    private String badge;
    private Exchange exchange;

    @BeforeEach
    void a_club_issued_a_badge() throws Exception {
        club = KeyPairSigning.didKey(Badges.ed25519());
        badge = Credentials.issue(
                Badges.emmas(Badges.issuer(club), new Badge.Place(Badges.LIST, 7)), club, Badges.NOW.minusSeconds(60));
        exchange = trusting(Verifier.trusting(List.of(Badges.school(club))));
        school.clock.set("2026-09-08T08:00:00Z");
    }

    private Exchange trusting(Verifier verifier) {
        return trusting(verifier, school.clock);
    }

    private static Exchange trusting(Verifier verifier, Clock clock) {
        return Exchange.withShippedFormats()
                .importer(new CredentialImport(verifier, clock))
                .build();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport brought(Path file) throws IOException {
        return exchange.importFrom(school.emma, file, ImportOptions.ofDefaults());
    }

    private List<Production> productions(Desk desk) {
        return Page.all(next -> desk.productions().list(school.dossier, next));
    }

    private static String words(Production production) {
        return production.current().pieces().stream()
                .filter(Piece.Text.class::isInstance)
                .map(each -> ((Piece.Text) each).text())
                .findFirst()
                .orElseThrow();
    }

    private byte[] kept(Production production) throws IOException {
        Piece.File file = (Piece.File) production.current().pieces().get(0);
        try (InputStream in = school.durand.productions().download(school.dossier, production.id(), file.content())) {
            return in.readAllBytes();
        }
    }

    @Test
    void it_is_a_production_with_the_file_and_with_what_was_found() throws IOException {
        ImportReport report = brought(file("badge.json", badge));

        assertThat(report.format()).isEqualTo("open-badge");
        assertThat(report.counts()).isEqualTo(Map.of("production", new Count(1, 0, 0, 0)));
        Production production = productions(school.durand).get(0);
        assertThat(production.title()).isEqualTo(EN_LIGNE);
        assertThat(words(production))
                .contains(
                        "n'est pas l'établissement qui l'écrit",
                        "Emma Exemplaire-Łukasz",
                        "Signature, tient : c'est ce que son émetteur a signé",
                        "État, non vérifiée : la liste " + Badges.LIST + " n'a pas été fournie",
                        "Confiance, tient : elle a été émise par Lycée VosRêves");
        assertThat(kept(production)).isEqualTo(badge.getBytes(StandardCharsets.UTF_8));
        BadgeVerification again =
                Verifier.trusting(List.of(Badges.school(club))).verify(kept(production), school.clock.instant());
        assertThat(again.accepted()).isTrue();
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing_and_once_is_enough() throws IOException {
        Path file = file("badge.json", badge);
        long before = school.journalLength();
        ImportReport dry = exchange.importFrom(
                school.emma, file, ImportOptions.ofDefaults().dry());
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(productions(school.emma)).isEmpty();

        ImportReport real = brought(file);
        assertThat(dry.counts()).isEqualTo(real.counts());
        assertThat(dry.remarks()).isEqualTo(real.remarks());
        Production production = productions(school.emma).get(0);
        school.emma
                .productions()
                .extend(production, NewProduction.titled("Mon badge").writing("Je l'ai eu au club."));
        assertThat(brought(file).counts())
                .as("whatever became of the words")
                .isEqualTo(Map.of("production", new Count(0, 0, 1, 0)));
        assertThat(productions(school.emma)).hasSize(1);
    }

    @Test
    void each_form_is_read_and_a_picture_stays_behind() throws Exception {
        KeyPairSigning p256 = KeyPairSigning.at("did:web:club.example#key-2", Badges.p256());
        String token = Credentials.issue(Badges.emmas("did:web:club.example", null), p256, Badges.NOW);
        KeyPairSigning other = KeyPairSigning.didKey(Badges.ed25519());
        String second = Credentials.issue(Badges.emmas(Badges.issuer(other), null), other, Badges.NOW);
        String third = Credentials.issue(Badges.record(Badges.issuer(club)), club, Badges.NOW);
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", drawn);
        Map<String, byte[]> files = new TreeMap<>();
        files.put("1.png", Baking.bake(drawn.toByteArray(), badge));
        files.put("2.svg", Baking.bake("<svg/>".getBytes(StandardCharsets.UTF_8), second));
        files.put("3.jwt", token.getBytes(StandardCharsets.UTF_8));
        files.put("4.json", third.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            assertThat(brought(file(each.getKey(), each.getValue())).counts())
                    .as(each.getKey())
                    .isEqualTo(Map.of("production", new Count(1, 0, 0, 0)));
        }

        List<Production> all = productions(school.emma);
        assertThat(all)
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.contents()).hasSize(1));
        assertThat(all.stream().map(each -> text(each)).toList()).containsExactly(badge, second, token, third);
        assertThat(words(all.get(1))).contains("Confiance, non vérifiée : l'émetteur did:key:");
        assertThat(all.get(3).title()).isEqualTo("Mes badges « été »");
        assertThat(words(all.get(3))).contains("Site de la promotion");
    }

    private String text(Production production) {
        try {
            return new String(kept(production), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void an_open_badge_2_is_a_claim_that_was_not_verified() throws IOException {
        brought(file(
                "badge2.json",
                "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"https://x.example/1\","
                        + "\"badge\":{\"name\":\"Fait\"},\"issuedOn\":\"2020-01-01\"}"));
        Production production = productions(school.durand).get(0);
        assertThat(production.title()).isEqualTo("Fait");
        assertThat(words(production))
                .contains("Il n'a pas été vérifié : c'est une affirmation")
                .doesNotContain("Signature");
    }

    @Test
    void a_picture_with_an_open_badge_2_comes_in_as_the_claim_or_as_its_address() throws Exception {
        brought(file("1.png", Pictures.png("openbadges", BadgeOf2Test.ASSERTION)));
        brought(file("2.svg", Pictures.svg(BadgeOf2Test.ADDRESS.replace("&", "&amp;"), "")));

        List<Production> all = productions(school.emma);
        assertThat(all).hasSize(2);
        assertThat(all.get(0).title()).isEqualTo("Été");
        assertThat(words(all.get(0))).contains("Il dit avoir été émis par Le club");
        assertThat(text(all.get(0))).isEqualTo(BadgeOf2Test.ASSERTION);
        assertThat(words(all.get(1)))
                .contains(
                        "Il n'a pas été vérifié",
                        "L'image ne nomme que l'endroit où se trouve le badge : " + BadgeOf2Test.ADDRESS)
                .doesNotContain("Il dit avoir été émis");
        assertThat(text(all.get(1))).isEqualTo(BadgeOf2Test.ADDRESS);
        assertThat(((Piece.File) all.get(1).current().pieces().get(0)).name()).isEqualTo("badge.txt");
    }

    @Test
    void a_badge_with_a_byte_order_mark_is_read_and_kept_with_it() throws IOException {
        String marked = "\uFEFF" + badge;
        assertThat(brought(file("badge.json", marked)).counts()).isEqualTo(Map.of("production", new Count(1, 0, 0, 0)));
        assertThat(text(productions(school.emma).get(0))).isEqualTo(marked);
    }

    @Test
    void a_badge_in_the_name_of_an_issuer_whose_key_it_was_not_signed_with_is_refused() throws Exception {
        KeyPairSigning forger = KeyPairSigning.didKey(Badges.ed25519());
        Path file = file(
                "ministere.json",
                Credentials.issue(Badges.emmas("did:web:ministere.example", null), forger, Badges.NOW));
        assertThatThrownBy(() -> brought(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        why -> assertThat(why.message(Locale.ENGLISH))
                                .contains("is not one of did:web:ministere.example"));
        assertThat(productions(school.emma)).isEmpty();
    }

    @Test
    void a_badge_that_was_over_comes_in_and_says_so() throws IOException {
        school.clock.set("2028-01-01T08:00:00Z");
        brought(file("badge.json", badge));
        assertThat(words(productions(school.emma).get(0))).contains("Validité, ne tient pas : elle a pris fin le");
    }

    @Test
    void what_is_altered_revoked_forged_too_early_or_no_badge_is_refused_with_the_reason_and_nothing_comes_in()
            throws Exception {
        String issuer = Badges.issuer(club);
        KeyPairSigning forger = KeyPairSigning.didKey(Badges.ed25519());
        String list = StatusList.empty().revoking(7).publish(Badges.LIST, issuer, club, Badges.NOW);
        exchange = trusting(Verifier.trusting(List.of(Badges.school(club))).withStatusList(list));
        String inRecord = Credentials.issue(Badges.record(issuer), club, Badges.NOW);
        Map<String, String> refused = new TreeMap<>();
        refused.put(badge.replace("Emma", "Lina"), "altered");
        refused.put(badge, "revoked");
        refused.put(inRecord, "revoked");
        refused.put(Credentials.issue(Badges.emmas(issuer, null), forger, Badges.NOW), "is not one of");
        refused.put(badge.replaceFirst("\\{", "{\"a\": 1, \"a\": 2,"), "not JSON that can be read");
        refused.put("{\"VerifiableCredential\": [", "not JSON that can be read");
        for (Map.Entry<String, String> each : refused.entrySet()) {
            Path file = file("refused.json", each.getKey());
            for (ImportOptions options : List.of(ImportOptions.ofDefaults().dry(), ImportOptions.ofDefaults())) {
                assertThatThrownBy(() -> exchange.importFrom(school.emma, file, options))
                        .as(each.getValue())
                        .isInstanceOfSatisfying(
                                InvalidInputException.class,
                                why -> assertThat(why.message(Locale.ENGLISH)).contains(each.getValue()));
            }
        }
        exchange = trusting(
                Verifier.trusting(List.of(Badges.school(club))),
                Clock.fixed(Instant.parse("2026-09-01T08:00:00Z"), ZoneOffset.UTC));
        Path early = file("early.json", badge);
        assertThatThrownBy(() -> brought(early)).isInstanceOf(InvalidInputException.class);
        assertThat(productions(school.emma)).isEmpty();
    }

    @Test
    void words_of_a_hostile_file_do_no_harm() throws Exception {
        String hostile =
                "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"x\\n[Open Badges y]\","
                        + "\"badge\":{\"name\":\"<script>\\u0000\\u202e\\ud800" + "A".repeat(5_000)
                        + "\"},\"issuedOn\":\"\\u0007\"}";
        brought(file("hostile.json", hostile));
        Production production = productions(school.emma).get(0);
        assertThat(production.title()).startsWith("<script>").hasSizeLessThanOrEqualTo(300);
        assertThat(words(production).lines()).hasSize(2);
        assertThat(kept(production)).isEqualTo(hostile.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void it_reads_no_more_than_the_bounds_and_a_cancelled_one_writes_nothing() throws IOException {
        Path file = file("badge.json", badge);
        Bounds small = new Bounds(1, 1_000, 1_000, 1, 64, 1_000, 1);
        assertThatThrownBy(() -> exchange.importFrom(
                        school.emma, file, ImportOptions.ofDefaults().within(small)))
                .isInstanceOf(InvalidInputException.class);
        ProgressListener cancel = (done, total) -> false;
        assertThatThrownBy(() -> exchange.importFrom(school.emma, file, null, ImportOptions.ofDefaults(), cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(productions(school.emma)).isEmpty();
    }

    @Test
    void only_a_learner_brings_one_into_a_dossier_of_their_own() throws IOException {
        Path file = file("badge.json", badge);
        for (Desk other : List.of(school.durand, school.head)) {
            assertThatThrownBy(() -> exchange.importFrom(other, file, ImportOptions.ofDefaults()))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> exchange.importFrom(
                        school.emma, file, ImportOptions.ofDefaults().into(school.malos)))
                .isInstanceOf(org.eportfolio.PortfolioException.class);
        assertThat(Page.all(next -> school.malo.productions().list(school.malos, next)))
                .isEmpty();
    }
}
