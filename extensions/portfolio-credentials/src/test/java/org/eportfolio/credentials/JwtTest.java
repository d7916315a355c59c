package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: tokens, and what they say beside the credential in them (Open Badges 3.0, 8.2). */
class JwtTest {
    private static final String SCHOOL = "did:web:vosreves.example";
    private static final Instant LATER = Badges.NOW.plusSeconds(60);

    private KeyPairSigning key;
    private Verifier verifier;

    @BeforeEach
    void a_school_has_a_key() throws Exception {
        key = KeyPairSigning.at(SCHOOL + "#key-2", Badges.p256());
        verifier = Verifier.trusting(List.of(Badges.school(key)));
    }

    private static JsonObject emmas() {
        JsonObject badge = Badges.emmas(SCHOOL, null).json();
        return Json.createObjectBuilder(badge).remove("validUntil").build();
    }

    private static JsonObjectBuilder claims() {
        return Json.createObjectBuilder()
                .add("iss", SCHOOL)
                .add("jti", emmas().getString("id"))
                .add("nbf", Badges.NOW.getEpochSecond());
    }

    private String token(JsonObject payload) throws Exception {
        return token(payload, key, header -> header);
    }

    private static String token(JsonObject payload, Signing signing, UnaryOperator<JsonObjectBuilder> more)
            throws Exception {
        JsonObjectBuilder header = Json.createObjectBuilder()
                .add("alg", "ES256")
                .add("kid", signing.verificationMethod())
                .add("jwk", P256Key.jwk((ECPublicKey) signing.publicKey()));
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed =
                base64.encodeToString(more.apply(header).build().toString().getBytes(StandardCharsets.UTF_8)) + "."
                        + base64.encodeToString(payload.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64.encodeToString(signing.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The credential is the payload, as Open Badges 3.0 has it. */
    private static JsonObject whole(JsonObject credential, JsonObjectBuilder claims) {
        return Json.createObjectBuilder(credential).addAll(claims).build();
    }

    private BadgeVerification verified(String token) {
        return verifier.verify(token.getBytes(StandardCharsets.UTF_8), LATER);
    }

    private String validity(JsonObject payload) throws Exception {
        BadgeVerification found = verified(token(payload));
        assertThat(found.signature().answer()).isEqualTo(Answer.HOLDS);
        return found.validity().answer() + ": " + found.validity().why().in(Locale.ENGLISH);
    }

    @Test
    void a_jwt_that_is_over_by_its_exp_is_over() throws Exception {
        long yesterday = Badges.NOW.getEpochSecond() - 86_400;
        JsonObject dated = Badges.emmas(SCHOOL, null).json();
        assertThat(verified(token(whole(emmas(), claims()))).accepted()).isTrue();
        for (JsonObject each : List.of(emmas(), dated)) {
            JsonObject before = Json.createObjectBuilder(each)
                    .add("validFrom", "2026-08-01T00:00:00Z")
                    .build();
            JsonObjectBuilder claims = claims().add(
                            "nbf", Instant.parse("2026-08-01T00:00:00Z").getEpochSecond())
                    .add("exp", yesterday);
            assertThat(validity(whole(before, claims))).startsWith("FAILS: it was over on");
        }
        long inAYear = Badges.NOW.getEpochSecond() + 86_400L * 400;
        BadgeVerification later = verifier.verify(
                token(whole(dated, claims().add("exp", inAYear))).getBytes(StandardCharsets.UTF_8),
                Badges.NOW.plusSeconds(86_400L * 366));
        assertThat(later.validity().answer()).as("the earlier end counts").isEqualTo(Answer.FAILS);
    }

    @Test
    void a_jwt_whose_claims_contradict_the_credential_is_refused_by_name() throws Exception {
        JsonObject subject = Json.createObjectBuilder(emmas().getJsonObject("credentialSubject"))
                .add("id", "did:example:emma")
                .build();
        JsonObject emmas = Json.createObjectBuilder(emmas())
                .add("credentialSubject", subject)
                .build();
        assertThat(validity(whole(emmas, claims().add("sub", "did:example:emma"))))
                .startsWith("HOLDS");
        assertThat(validity(whole(emmas, claims().add("iss", "did:web:other.example"))))
                .contains("FAILS", "says iss");
        assertThat(validity(whole(emmas, claims().add("iss", 5)))).contains("FAILS", "says iss");
        assertThat(validity(whole(emmas, claims().add("jti", "urn:uuid:1")))).contains("FAILS", "says jti");
        assertThat(validity(whole(emmas, claims().add("sub", "did:example:lina"))))
                .contains("FAILS", "says sub");
        assertThat(validity(whole(emmas, claims().add("nbf", Badges.NOW.getEpochSecond() + 30))))
                .contains("FAILS", "says nbf");
        for (String time : List.of("nbf", "exp", "iat")) {
            assertThat(validity(whole(emmas, claims().add(time, "tomorrow")))).contains("FAILS", "says as " + time);
            assertThat(validity(whole(emmas, claims().add(time, 1e300)))).contains("FAILS", "says as " + time);
        }
    }

    @Test
    void a_first_day_with_parts_of_a_second_is_no_contradiction() throws Exception {
        JsonObject emmas = Json.createObjectBuilder(emmas())
                .add("validFrom", "2026-09-07T08:00:00.731Z")
                .build();
        assertThat(validity(whole(emmas, claims()))).startsWith("HOLDS");
        assertThat(validity(whole(emmas, claims().add("nbf", Badges.NOW.getEpochSecond() + 1))))
                .startsWith("HOLDS");
    }

    /** VC Data Model 1.1, 6.3.1: claims stand in place of what they say. */
    @Test
    void a_vc_that_leaves_its_issuer_to_iss_is_read() throws Exception {
        JsonObject earlier = Json.createObjectBuilder(emmas())
                .add("@context", Json.createArrayBuilder().add("https://www.w3.org/2018/credentials/v1"))
                .remove("issuer")
                .remove("validFrom")
                .remove("id")
                .build();
        JsonObject named = Json.createObjectBuilder(earlier)
                .add("issuer", Json.createObjectBuilder().add("name", "Lycée VosRêves"))
                .build();
        for (JsonObject vc : List.of(earlier, named)) {
            JsonObjectBuilder claims = claims().add("vc", vc);
            BadgeVerification found = verified(token(claims.build()));

            assertThat(found.accepted()).as("%s", found).isTrue();
            assertThat(found.claim().id()).isEqualTo(emmas().getString("id"));
            assertThat(found.claim().from()).isEqualTo("2026-09-07T08:00:00Z");
            assertThat(found.claim().issuer()).isEqualTo(vc == named ? "Lycée VosRêves" : SCHOOL);
            BadgeVerification over = verified(token(claims().add("vc", vc)
                    .add("nbf", 1)
                    .add("exp", Badges.NOW.getEpochSecond())
                    .build()));
            assertThat(over.validity().why().in(Locale.ENGLISH)).startsWith("it was over on");
        }
    }

    @Test
    void what_ours_says_beside_the_credential_is_what_the_standard_asks_for() throws Exception {
        Instant signed = Badges.NOW.plusSeconds(86_400);
        Badge badge = Badges.emmas(SCHOOL, null);
        var payload = JWSObject.parse(Credentials.issue(badge, key, signed))
                .getPayload()
                .toJSONObject();

        assertThat(payload)
                .containsEntry("iss", SCHOOL)
                .containsEntry("jti", badge.id())
                .containsEntry("nbf", badge.from().getEpochSecond())
                .containsEntry("exp", badge.until().getEpochSecond())
                .containsEntry("iat", signed.getEpochSecond());
    }

    private static Verifier with(Signing signing, Instant from, Instant until) {
        return Verifier.trusting(List.of(new KnownIssuer(
                SCHOOL,
                "VosRêves",
                List.of(new KnownIssuer.Key(signing.verificationMethod(), signing.publicKey(), from, until)))));
    }

    @Test
    void a_jwt_signed_with_a_new_key_about_an_older_acceptance_is_trusted() {
        Instant taken = Badges.NOW.plusSeconds(86_400);
        Instant at = Badges.NOW.plusSeconds(86_400L * 3);
        String badge = Credentials.issue(Badges.emmas(SCHOOL, null), key, taken.plusSeconds(60));

        BadgeVerification found = with(key, taken, null).verify(badge.getBytes(StandardCharsets.UTF_8), at);

        assertThat(found.accepted()).as("%s", found).isTrue();
        assertThat(with(key, Badges.NOW, taken)
                        .verify(badge.getBytes(StandardCharsets.UTF_8), at)
                        .trust()
                        .why()
                        .in(Locale.ENGLISH))
                .as("signed after the key was given up, about what was accepted before")
                .isEqualTo("VosRêves did not use that key at that time");
    }

    @Test
    void a_token_of_an_earlier_build_that_does_not_say_when_it_was_signed_still_verifies() throws Exception {
        JsonObject payload = whole(emmas(), claims());
        String badge = token(payload);

        assertThat(payload).doesNotContainKey("iat");
        assertThat(with(key, Badges.NOW, Badges.NOW.plusSeconds(1))
                        .verify(badge.getBytes(StandardCharsets.UTF_8), LATER)
                        .accepted())
                .isTrue();
    }

    @Test
    void a_key_that_a_token_brings_along_is_not_said_to_be_its_issuers() throws Exception {
        KeyPairSigning forger = KeyPairSigning.at("did:web:ministere.example#key-1", Badges.p256());
        byte[] forged = Credentials.issue(Badges.emmas("did:web:ministere.example", null), forger, Badges.NOW)
                .getBytes(StandardCharsets.UTF_8);

        BadgeVerification found = verifier.verify(forged, LATER);

        assertThat(found.signature().why().in(Locale.ENGLISH))
                .isEqualTo("nothing in it was changed since it was signed; whose key signed it is not known here");
        assertThat(found.trust().answer()).isEqualTo(Answer.NOT_CHECKED);
        assertThat(verified(token(whole(emmas(), claims()))).signature().why().in(Locale.ENGLISH))
                .isEqualTo("it is what its issuer signed");
    }

    /** {@code did:key:zDn…}, as wallets have it. */
    private static KeyPairSigning speakingForItself() throws Exception {
        return speakingForItself(Badges.p256());
    }

    private static KeyPairSigning speakingForItself(KeyPair pair) {
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        byte[] bytes = new byte[35];
        bytes[0] = (byte) 0x80;
        bytes[1] = 0x24;
        bytes[2] = (byte) (open.getW().getAffineY().testBit(0) ? 3 : 2);
        BigInteger x = open.getW().getAffineX();
        for (int i = 0; i < 32; i++) bytes[34 - i] = x.shiftRight(8 * i).byteValue();
        String multikey = Multibase.base58(bytes);
        assertThat(multikey).startsWith("zDn");
        return KeyPairSigning.at("did:key:" + multikey + "#" + multikey, pair);
    }

    /** {@code did:jwk:…}, as other wallets have it. */
    private static KeyPairSigning speakingAsJwk() throws Exception {
        KeyPair pair = Badges.p256();
        byte[] jwk = P256Key.jwk((ECPublicKey) pair.getPublic()).toString().getBytes(StandardCharsets.UTF_8);
        return KeyPairSigning.at(
                "did:jwk:" + Base64.getUrlEncoder().withoutPadding().encodeToString(jwk) + "#0", pair);
    }

    @Test
    void a_school_with_a_p256_key_is_trusted_as_it_is_typed() throws Exception {
        KeyPair pair = Badges.p256();
        KeyPairSigning own = speakingForItself(pair);
        String multikey = own.verificationMethod().replaceAll(".*#", "");
        KeyPairSigning web = KeyPairSigning.at(SCHOOL + "#key-2", pair);
        for (Signing each : List.of(own, web)) {
            String badge = Credentials.issue(Badges.emmas(Badges.issuer(each), null), each, Badges.NOW);
            String typed = each == own ? Badges.issuer(own) : SCHOOL + "#key-2=" + multikey;
            assertThat(Verifier.trusting(List.of(KnownIssuer.parse(typed)))
                            .verify(badge.getBytes(StandardCharsets.UTF_8), LATER)
                            .accepted())
                    .as(typed)
                    .isTrue();
        }
    }

    @Test
    void a_key_of_another_kind_is_not_replaced_by_what_the_token_brings() throws Exception {
        KeyPairSigning ed25519 = KeyPairSigning.didKey(Badges.ed25519());
        KeyPairSigning forger = KeyPairSigning.at(ed25519.verificationMethod(), Badges.p256());
        JsonObject badge = Badges.emmas(Badges.issuer(ed25519), null).json();

        assertThat(verified(token(badge, forger, header -> header)).signature().answer())
                .isEqualTo(Answer.NOT_CHECKED);
    }

    @Test
    void a_p256_key_that_speaks_for_itself_is_read_from_its_name_and_not_from_what_the_token_brings() throws Exception {
        for (int i = 0; i < 4; i++) {
            KeyPairSigning own = i == 0 ? speakingAsJwk() : speakingForItself();
            JsonObject badge = Badges.emmas(Badges.issuer(own), null).json();
            String bare = token(badge, own, header -> header.remove("jwk"));
            assertThat(verified(bare).signature().answer()).isEqualTo(Answer.HOLDS);

            KeyPairSigning stranger = KeyPairSigning.at(own.verificationMethod(), Badges.p256());
            assertThat(verified(token(badge, stranger, header -> header))
                            .signature()
                            .answer())
                    .isEqualTo(Answer.FAILS);
        }
    }

    @Test
    void a_key_that_speaks_for_itself_signs_for_no_other_issuer() throws Exception {
        KeyPairSigning ed25519 = KeyPairSigning.didKey(Badges.ed25519());
        KeyPairSigning other = KeyPairSigning.didKey(Badges.ed25519());
        Verifier knowsNoOne = Verifier.trusting(List.of());
        for (String issuer : List.of("did:web:ministere.example", Badges.issuer(other))) {
            for (Signing each : List.of(ed25519, speakingForItself(), speakingAsJwk())) {
                byte[] forged = Credentials.issue(Badges.emmas(issuer, null), each, Badges.NOW)
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(knowsNoOne.verify(forged, LATER).trust().why().in(Locale.ENGLISH))
                        .isEqualTo("the key " + each.verificationMethod() + " is not one of " + issuer);
            }
        }
        byte[] own = Credentials.issue(Badges.emmas(Badges.issuer(ed25519), null), ed25519, Badges.NOW)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(knowsNoOne.verify(own, LATER).trust().answer()).isEqualTo(Answer.NOT_CHECKED);
        assertThat(knowsNoOne.verify(own, LATER).signature().why().in(Locale.ENGLISH))
                .isEqualTo("it is what its issuer signed");
    }
}
