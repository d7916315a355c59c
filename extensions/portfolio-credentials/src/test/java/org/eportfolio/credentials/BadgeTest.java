package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Form;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: badges written, signed, baked, verified and revoked without a network. */
class BadgeTest {
    private static final String OLD = "{\"id\": \"urn:uuid:old\", \"type\": [\"VerifiableCredential\"]}";
    private static final Instant LATER = Badges.NOW.plusSeconds(60);

    private KeyPairSigning signing = signing();
    private Verifier verifier = Verifier.trusting(List.of());
    private String credential = "";

    private static KeyPairSigning signing() {
        try {
            return KeyPairSigning.didKey(Badges.ed25519());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void the_school_issues_a_badge() {
        verifier = Verifier.trusting(List.of(Badges.school(signing)));
        credential = Credentials.issue(Badges.emmas(Badges.issuer(signing), place(7)), signing, Badges.NOW);
    }

    private static Badge.Place place(int index) {
        return new Badge.Place(Badges.LIST, index);
    }

    private BadgeVerification verified(String text) {
        return verifier.verify(text.getBytes(StandardCharsets.UTF_8), LATER);
    }

    private String list(StatusList list) {
        return list.publish(Badges.LIST, Badges.issuer(signing), signing, Badges.NOW);
    }

    @Test
    void each_question_has_its_answer_and_reason() {
        BadgeVerification found = verifier.withStatusList(list(StatusList.empty()))
                .verify(credential.getBytes(StandardCharsets.UTF_8), LATER);

        assertThat(found.accepted()).isTrue();
        assertThat(found.form()).isEqualTo(Form.EMBEDDED_PROOF);
        assertThat(found.claim().learners()).containsExactly("Emma Exemplaire-Łukasz");
        assertThat(found.trust().why().in(Locale.FRENCH)).isEqualTo("elle a été émise par Lycée VosRêves");
        assertThat(found.status().answer()).isEqualTo(Answer.HOLDS);
        assertThat(verified(credential).status().answer()).isEqualTo(Answer.NOT_CHECKED);
    }

    @Test
    void the_official_schema_holds() throws Exception {
        Path file = Path.of(
                System.getProperty("portfolio.shared", "../../../shared"),
                "standards/ob30/ob_v3p0_achievementcredential_schema.json");
        Assumptions.assumeTrue(
                Files.isRegularFile(file), "SKIPPED: the schema of Open Badges is not beside the project");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(file));

        List<Error> errors = schema.validate(credential, InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @Test
    void a_badge_of_the_earlier_data_model_is_read_and_its_signature_is_not_checked() {
        String earlier = credential
                .replace("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1")
                .replace("\"validFrom\"", "\"issuanceDate\"")
                .replace("\"validUntil\"", "\"expirationDate\"");

        BadgeVerification found = verified(earlier);

        assertThat(found.claim().achievement()).startsWith("Mettre en œuvre");
        assertThat(found.claim().learners()).containsExactly("Emma Exemplaire-Łukasz");
        assertThat(found.validity().answer()).isEqualTo(Answer.HOLDS);
        assertThat(found.signature().answer()).isEqualTo(Answer.NOT_CHECKED);
        assertThat(found.accepted()).isFalse();
        byte[] bytes = earlier.getBytes(StandardCharsets.UTF_8);
        assertThat(verifier.verify(bytes, Badges.NOW.plusSeconds(86_400L * 366))
                        .validity()
                        .answer())
                .isEqualTo(Answer.FAILS);
    }

    @Test
    void every_alteration_that_changes_the_meaning_is_found() {
        List<Alteration> altered = Alteration.changing(credential);

        assertThat(altered).hasSize(24);
        altered.forEach(each -> {
            assertThat(each.text()).as(each.what()).isNotEqualTo(credential);
            assertThat(verified(each.text()).signature().answer())
                    .as(each.what())
                    .isEqualTo(Answer.FAILS);
            assertThat(verified(each.text()).accepted()).as(each.what()).isFalse();
        });
    }

    @Test
    void what_changes_no_statement_changes_nothing() {
        for (Alteration each : Alteration.harmless(credential)) {
            assertThat(each.text()).as(each.what()).isNotEqualTo(credential);
            assertThat(verified(each.text()).signature().answer())
                    .as(each.what())
                    .isEqualTo(Answer.HOLDS);
        }
    }

    @Test
    void a_revoked_badge_says_so_and_a_list_of_another_issuer_counts_for_nothing() throws Exception {
        StatusList revoked = StatusList.empty().revoking(7);
        KeyPairSigning other = KeyPairSigning.didKey(Badges.ed25519());
        String forged = revoked.publish(Badges.LIST, Badges.issuer(other), other, Badges.NOW);

        byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
        BadgeVerification found = verifier.withStatusList(list(revoked)).verify(bytes, LATER);

        assertThat(found.status().answer()).isEqualTo(Answer.FAILS);
        assertThat(found.signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(found.accepted()).isFalse();
        assertThat(found.status().why().in(Locale.ENGLISH)).isEqualTo("its issuer revoked it");
        assertThat(verifier.withStatusList(forged).verify(bytes, LATER).status().answer())
                .isEqualTo(Answer.NOT_CHECKED);
        assertThat(verifier.withStatusList(list(StatusList.empty().revoking(8)))
                        .verify(bytes, LATER)
                        .status()
                        .answer())
                .isEqualTo(Answer.HOLDS);
        assertThat(verifier.withStatusList("no list")
                        .verify(bytes, LATER)
                        .status()
                        .answer())
                .isEqualTo(Answer.NOT_CHECKED);
    }

    @Test
    void places_are_random_and_free() {
        BitSet taken = new BitSet();
        for (int i = 0; i < 1_000; i++) {
            int place = StatusList.freePlace(taken).orElseThrow();
            assertThat(taken.get(place)).isFalse();
            taken.set(place);
        }
        assertThat(taken.length()).isGreaterThan(100_000);
        assertThat(StatusList.empty().size()).isGreaterThanOrEqualTo(131_072);
    }

    @Test
    void days_and_trust_are_questions_of_their_own() throws Exception {
        byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
        assertThat(verifier.verify(bytes, Badges.NOW.minusSeconds(1)).validity().answer())
                .isEqualTo(Answer.FAILS);
        assertThat(verifier.verify(bytes, Badges.NOW.plusSeconds(86_400L * 366))
                        .validity()
                        .answer())
                .isEqualTo(Answer.FAILS);
        BadgeVerification unknown = Verifier.trusting(List.of()).verify(bytes, LATER);
        assertThat(unknown.signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(unknown.trust().answer()).isEqualTo(Answer.NOT_CHECKED);
        KeyPairSigning forger = KeyPairSigning.didKey(Badges.ed25519());
        String forged = Credentials.issue(Badges.emmas(Badges.issuer(signing), null), forger, Badges.NOW);
        assertThat(verified(forged).signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(verified(forged).trust().answer()).isEqualTo(Answer.FAILS);
    }

    @Test
    void a_strangers_proof_before_the_schools_hides_it_not_and_many_proofs_take_no_time() throws Exception {
        KeyPairSigning stranger = KeyPairSigning.didKey(Badges.ed25519());
        JsonObject schools = UntrustedJson.object(credential.getBytes(StandardCharsets.UTF_8));
        JsonObject unsigned = Json.createObjectBuilder(schools).remove("proof").build();
        JsonObject strangers = new Proofs(new Statements(Contexts.shipped())).signed(unsigned, stranger, Badges.NOW);
        JsonObject both = Json.createObjectBuilder(unsigned)
                .add(
                        "proof",
                        Json.createArrayBuilder(strangers.getJsonArray("proof"))
                                .addAll(Json.createArrayBuilder(schools.getJsonArray("proof"))))
                .build();
        assertThat(verified(both.toString()).accepted()).isTrue();
        assertThat(verified(strangers.toString()).trust().answer()).isEqualTo(Answer.FAILS);

        JsonArrayBuilder many = Json.createArrayBuilder();
        for (int i = 0; i < 3_000; i++) many.add(strangers.getJsonArray("proof").get(0));
        String crowded =
                Json.createObjectBuilder(unsigned).add("proof", many).build().toString();
        BadgeVerification found = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> verified(crowded));
        assertThat(found.signature().why().in(Locale.ENGLISH)).isEqualTo("it has more than 10 signatures");
    }

    @Test
    void a_key_that_was_given_up_still_holds_for_what_it_signed() throws Exception {
        KeyPairSigning web = KeyPairSigning.at("did:web:vosreves.example#key-1", Badges.ed25519());
        KnownIssuer.Key given = new KnownIssuer.Key(
                web.verificationMethod(), web.publicKey(), Badges.NOW.minusSeconds(10), Badges.NOW.plusSeconds(10));
        Verifier school =
                Verifier.trusting(List.of(new KnownIssuer("did:web:vosreves.example", "VosRêves", List.of(given))));
        Badge badge = Badges.emmas("did:web:vosreves.example", null);

        byte[] before = Credentials.issue(badge, web, Badges.NOW).getBytes(StandardCharsets.UTF_8);
        byte[] after = Credentials.issue(badge, web, Badges.NOW.plusSeconds(20)).getBytes(StandardCharsets.UTF_8);

        assertThat(school.verify(before, LATER).accepted()).isTrue();
        assertThat(school.verify(after, LATER).trust().answer()).isEqualTo(Answer.FAILS);
    }

    @Test
    void a_jwt_is_read_by_another_library_and_by_ours() throws Exception {
        KeyPairSigning web = KeyPairSigning.at("did:web:vosreves.example#key-2", Badges.p256());
        String token = Credentials.issue(Badges.emmas("did:web:vosreves.example", place(3)), web, Badges.NOW);

        JWSObject parsed = JWSObject.parse(token);
        assertThat(parsed.verify(new ECDSAVerifier((ECPublicKey) web.publicKey())))
                .isTrue();
        Verifier school = Verifier.trusting(List.of(new KnownIssuer(
                "did:web:vosreves.example",
                "VosRêves",
                List.of(new KnownIssuer.Key(web.verificationMethod(), web.publicKey(), Badges.NOW, null)))));
        assertThat(school.verify(token.getBytes(StandardCharsets.UTF_8), LATER).accepted())
                .isTrue();
        String altered = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");
        assertThat(school.verify(altered.getBytes(StandardCharsets.UTF_8), LATER)
                        .accepted())
                .isFalse();
        assertThat(school.verify(altered.getBytes(StandardCharsets.UTF_8), LATER)
                        .signature()
                        .answer())
                .isEqualTo(Answer.FAILS);
    }

    @Test
    void what_is_no_credential_is_put_into_no_picture() {
        byte[] svg = "<svg/>".getBytes(StandardCharsets.UTF_8);
        for (String each : List.of("", "Emma", "{}", "{\"type\": \"Assertion\"}", "ey.ey.ey")) {
            assertThatThrownBy(() -> Baking.bake(svg, each)).as(each).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void pictures_carry_it_and_stay_pictures() throws Exception {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0x2A6F97);
        ImageIO.write(image, "png", drawn);
        byte[] svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\"><rect/></svg>"
                .getBytes(StandardCharsets.UTF_8);

        byte[] png = Baking.bake(Baking.bake(drawn.toByteArray(), OLD), credential);
        byte[] drawing = Baking.bake(Baking.bake(svg, OLD), credential);

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getRGB(3, 3) & 0xFFFFFF)
                .isEqualTo(0x2A6F97);
        assertThat(Baking.unbake(png)).contains(credential);
        assertThat(Baking.unbake(drawing)).contains(credential);
        assertThat(new String(drawing, StandardCharsets.UTF_8))
                .doesNotContain("old")
                .contains("<rect/>");
        assertThat(verifier.verify(png, LATER).signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(verifier.verify(drawing, LATER).signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(Baking.unbake(svg)).isEmpty();
    }

    @Test
    void a_hostile_drawing_is_read_in_the_time_of_its_length() {
        // In the time of its square it would take many minutes.
        int many = 300_000;
        for (String hostile : List.of(
                "<svg ".repeat(many),
                "<svg a=\"".repeat(many),
                "<svg" + " a=\"\"".repeat(many),
                "<svg>" + "<openbadges:credential".repeat(many),
                "<svg>" + "<openbadges:credential ".repeat(many),
                "<svg>" + "<openbadges:credential>".repeat(many),
                "<svg>" + "<openbadges:credentials/>".repeat(many),
                "<svg><openbadges:credential " + "verify ".repeat(many) + "/>")) {
            byte[] bytes = hostile.getBytes(StandardCharsets.UTF_8);
            assertTimeoutPreemptively(
                    Duration.ofMinutes(1),
                    () -> assertThat(Baking.unbake(bytes)).isEmpty(),
                    hostile.substring(0, 40));
        }
        byte[] longTag = ("<svg" + " a=\"\"".repeat(12_000) + "/>").getBytes(StandardCharsets.UTF_8);
        assertThat(Baking.unbake(Baking.bake(longTag, credential))).contains(credential);
    }

    @Test
    void an_element_of_another_name_stays_in_the_drawing() {
        byte[] svg = "<svg><openbadges:credentials verify=\"other\"/></svg>".getBytes(StandardCharsets.UTF_8);

        byte[] drawing = Baking.bake(svg, credential);

        assertThat(new String(drawing, StandardCharsets.UTF_8)).contains("<openbadges:credentials verify=\"other\"/>");
        assertThat(Baking.unbake(drawing)).contains(credential);
    }

    @Test
    void a_credential_that_is_nested_too_deep_says_so() {
        String deep = "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}";

        assertThatThrownBy(() -> UntrustedJson.object(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.message(Locale.ENGLISH))
                                .contains("nested more than 64 levels deep"));
    }

    @Test
    void a_credential_of_too_many_small_values_says_so_and_takes_no_time() {
        String many = "{\"type\":[\"VerifiableCredential\"],\"tag\":[" + "\"a,{[\",".repeat(30_001) + "1]}";

        BadgeVerification found = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> verified(many));

        assertThat(found.signature().why().in(Locale.ENGLISH)).contains("more than 30000 values");
        assertThat(found.accepted()).isFalse();
    }

    @Test
    void a_qualification_cannot_be_said_and_a_learner_is_a_name_alone() {
        assertThat(Achievement.Kind.values()).extracting(Enum::name).doesNotContain("DIPLOMA", "DEGREE", "CERTIFICATE");
        for (String name : List.of("emma@lycee.example", "Emma 080112345AB", " ")) {
            assertThatThrownBy(() -> new Badge(
                            "urn:uuid:1", "did:x:y", "L", name, Badges.C31, null, List.of(), Badges.NOW, null, null))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> new Badge(
                        "urn:uuid:1",
                        "did:x:y",
                        "L",
                        "Emma",
                        Badges.C31,
                        "urn:x:16/20",
                        List.of(),
                        Badges.NOW,
                        null,
                        null))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BadgeEvidence("vitrine 1", "x", "")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void badges_of_version_2_are_claims_and_rubbish_is_an_answer() {
        String hosted =
                "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"https://x.example/1\","
                        + "\"badge\":{\"name\":\"Fait\"},\"issuedOn\":\"2020-01-01\"}";
        BadgeVerification claim = verified(hosted);
        assertThat(claim.form()).isEqualTo(Form.UNVERIFIED_CLAIM);
        assertThat(claim.claim().achievement()).isEqualTo("Fait");
        assertThat(claim.accepted()).isFalse();
        List<String> rubbish = new ArrayList<>(List.of(
                "",
                "{",
                "[]",
                "null",
                "a.b.c",
                "{\"a\":1,\"a\":2}",
                "[".repeat(5_000),
                "{\"@context\":\"https://evil.example/c\",\"type\":[\"VerifiableCredential\"],\"proof\":{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"}}",
                credential.replace("did:key:z6", "did:key:z7"),
                credential.replace("\"proofValue\": \"z", "\"proofValue\": \"u"),
                "<svg/>",
                "\u0089PNG\r\n\u001a\n"));
        for (String each : rubbish) {
            assertThat(verified(each).accepted())
                    .as(each.substring(0, Math.min(60, each.length())))
                    .isFalse();
        }
    }
}
