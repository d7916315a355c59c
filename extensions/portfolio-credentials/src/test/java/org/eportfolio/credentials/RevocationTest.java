package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: what lists say, in each form in which a school or another issuer publishes them. */
class RevocationTest {
    private static final Instant LATER = Badges.NOW.plusSeconds(7200);

    private KeyPairSigning key;
    private Verifier verifier;

    @BeforeEach
    void a_school_has_a_key() throws Exception {
        key = KeyPairSigning.didKey(Badges.ed25519());
        verifier = Verifier.trusting(List.of(Badges.school(key)));
    }

    /** A badge with these entries beside each other. */
    private String badge(JsonObject... entries) {
        JsonArrayBuilder status = Json.createArrayBuilder();
        for (JsonObject each : entries) status.add(each);
        JsonObject badge = Json.createObjectBuilder(
                        Badges.emmas(Badges.issuer(key), null).json())
                .add("credentialStatus", status)
                .build();
        return Credentials.sign(badge, key, Badges.NOW);
    }

    private static JsonObject entry(String purpose) {
        return Json.createObjectBuilder(new Badge.Place(Badges.LIST, 7).json())
                .add("statusPurpose", purpose)
                .build();
    }

    /** A list of the school's in which these places are set. */
    private String list(JsonValue purposes, Instant from, int... set) {
        return list(purposes, from, key, Badges.issuer(key), set);
    }

    private static String list(JsonValue purposes, Instant from, Signing signing, String issuer, int... set) {
        StatusList list = StatusList.empty();
        for (int each : set) list = list.revoking(each);
        KeyPairSigning other;
        try {
            other = KeyPairSigning.didKey(Badges.ed25519());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        JsonObject published = UntrustedJson.object(
                list.publish(Badges.LIST, issuer, other, from).getBytes(StandardCharsets.UTF_8));
        JsonObject subject = Json.createObjectBuilder(published.getJsonObject("credentialSubject"))
                .add("statusPurpose", purposes)
                .build();
        JsonObjectBuilder unsigned =
                Json.createObjectBuilder(published).remove("proof").add("credentialSubject", subject);
        return Credentials.sign(unsigned.build(), signing, from);
    }

    private static JsonValue texts(String... each) {
        return Json.createArrayBuilder(List.of(each)).build();
    }

    private Check status(String badge, String... lists) {
        return status(verifier, badge, lists);
    }

    private static Check status(Verifier verifier, String badge, String... lists) {
        Verifier with = verifier;
        for (String each : lists) with = with.withStatusList(each);
        return with.verify(badge.getBytes(StandardCharsets.UTF_8), LATER).status();
    }

    private static String said(Check check) {
        return check.answer() + ": " + check.why().in(Locale.ENGLISH);
    }

    @Test
    void a_school_that_signs_with_p256_revokes_a_badge_and_the_verifier_says_so() throws Exception {
        KeyPairSigning p256 = KeyPairSigning.at("did:web:vosreves.example#key-2", Badges.p256());
        Clock clock = Clock.fixed(Badges.NOW, ZoneOffset.UTC);
        BadgeIssuer school = BadgeIssuer.of(
                "did:web:vosreves.example", "VosRêves", p256, "https://vosreves.example/revoked-", clock);
        Badge.Place place = new Badge.Place(school.address(1), 7);
        String badge = Credentials.issue(Badges.emmas("did:web:vosreves.example", place), p256, Badges.NOW);
        Verifier trusting = Verifier.trusting(List.of(Badges.school(p256)));

        String none = school.sign(new RevokedBadges(1, List.of(8)));
        String revoked = school.sign(new RevokedBadges(1, List.of(7, 8)));

        assertThat(Jws.parse(revoked)).as("a JWT").isPresent();
        assertThat(said(status(trusting, badge, none))).startsWith("HOLDS: it was not revoked");
        assertThat(said(status(trusting, badge, revoked))).isEqualTo("FAILS: its issuer revoked it");
        assertThat(said(status(Verifier.trusting(List.of()), badge, revoked)))
                .as("of a school that is not known here, by the key that signed the badge")
                .isEqualTo("FAILS: its issuer revoked it");
    }

    @Test
    void a_list_in_a_jwt_that_a_stranger_signed_with_a_key_of_their_own_counts_for_nothing() throws Exception {
        KeyPairSigning p256 = KeyPairSigning.at("did:web:vosreves.example#key-2", Badges.p256());
        KeyPairSigning stranger = KeyPairSigning.at("did:web:vosreves.example#key-3", Badges.p256());
        Badge.Place place = new Badge.Place(Badges.LIST, 7);
        String badge = Credentials.issue(Badges.emmas("did:web:vosreves.example", place), p256, Badges.NOW);
        String forged =
                StatusList.empty().revoking(7).publish(Badges.LIST, "did:web:vosreves.example", stranger, Badges.NOW);

        for (Verifier each : List.of(Verifier.trusting(List.of()), Verifier.trusting(List.of(Badges.school(p256))))) {
            assertThat(status(each, badge, forged).answer()).isEqualTo(Answer.NOT_CHECKED);
        }
    }

    @Test
    void a_list_in_the_schools_name_that_a_strangers_key_signed_frees_no_badge() throws Exception {
        KeyPairSigning stranger = KeyPairSigning.didKey(Badges.ed25519());
        String forged = list(texts("revocation"), Badges.NOW.plusSeconds(60), stranger, Badges.issuer(key));
        String revoked = list(texts("revocation"), Badges.NOW, 7);

        assertThat(said(status(badge(entry("revocation")), forged))).startsWith("NOT_CHECKED: the list does not hold");
        assertThat(status(badge(entry("revocation")), revoked, forged).answer()).isEqualTo(Answer.FAILS);
    }

    @Test
    void a_key_signs_nothing_as_what_it_is_not() throws Exception {
        Badge badge = Badges.emmas("did:web:vosreves.example", null);
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(384);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        KeyPairSigning p256 = KeyPairSigning.at("did:web:vosreves.example#key-2", Badges.p256());
        assertThatThrownBy(() -> new Proofs(new Statements(Contexts.shipped())).signed(badge.json(), p256, Badges.NOW))
                .isInstanceOf(InvalidInputException.class);
        for (KeyPairGenerator each : List.of(p384, rsa, KeyPairGenerator.getInstance("Ed448"))) {
            var pair = each.generateKeyPair();
            assertThatThrownBy(() -> KeyPairSigning.at("did:web:vosreves.example#key-4", pair))
                    .isInstanceOf(InvalidInputException.class);
            Signing bare = new BareSigning(pair);
            assertThatThrownBy(() -> Credentials.issue(badge, bare, Badges.NOW))
                    .as(each.getAlgorithm())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> StatusList.empty().publish(Badges.LIST, "did:x:y", bare, Badges.NOW))
                    .as(each.getAlgorithm())
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    /** A host's own, which answers 64 bytes whatever its key. */
    private record BareSigning(KeyPair pair) implements Signing {
        @Override
        public String verificationMethod() {
            return "did:x:y#1";
        }

        @Override
        public PublicKey publicKey() {
            return pair.getPublic();
        }

        @Override
        public byte[] sign(byte[] message) {
            return new byte[64];
        }
    }

    @Test
    void a_list_of_several_purposes_revokes() {
        String both = list(texts("revocation", "suspension"), Badges.NOW, 7);

        assertThat(said(status(badge(entry("revocation")), both))).isEqualTo("FAILS: its issuer revoked it");
        assertThat(said(status(badge(entry("suspension")), both))).isEqualTo("FAILS: its issuer suspended it");
        assertThat(said(status(badge(entry("revocation")), list(texts("suspension"), Badges.NOW, 7))))
                .startsWith("NOT_CHECKED: the list does not hold");
    }

    @Test
    void a_badge_that_can_be_refreshed_is_not_revoked() {
        String refresh = list(texts("refresh"), Badges.NOW, 7);

        assertThat(said(status(badge(entry("refresh")), refresh))).startsWith("HOLDS: its status of the kind");
        assertThat(status(badge(entry("message"))).answer()).isEqualTo(Answer.HOLDS);
        assertThat(said(status(badge(entry("x-lost")), list(texts("x-lost"), Badges.NOW, 7))))
                .startsWith("NOT_CHECKED: a status of the kind");
    }

    @Test
    void a_type_that_stands_as_a_list_is_an_entry_all_the_same() {
        JsonObject entry = Json.createObjectBuilder(entry("revocation"))
                .add("type", Json.createArrayBuilder().add("BitstringStatusListEntry"))
                .build();

        assertThat(said(status(badge(entry), list(texts("revocation"), Badges.NOW, 7))))
                .isEqualTo("FAILS: its issuer revoked it");
    }

    @Test
    void an_entry_of_several_bits_stands_at_its_place_times_their_number() {
        JsonObject wide = Json.createObjectBuilder(entry("revocation"))
                .add("statusSize", 2)
                .build();
        String twice = wideList(14);
        String another = wideList(7);
        String second = wideList(15);

        assertThat(said(status(badge(wide), another))).startsWith("HOLDS");
        assertThat(said(status(badge(wide), twice))).startsWith("FAILS");
        assertThat(said(status(badge(wide), second))).startsWith("FAILS");
        JsonObject none = Json.createObjectBuilder(wide).add("statusSize", 0).build();
        assertThat(said(status(badge(none), twice)))
                .isEqualTo("NOT_CHECKED: 0 is no number of bits for its place in a list");
        assertThat(said(status(badge(wide), list(texts("revocation"), Badges.NOW, 14))))
                .as("too short for so many places of two bits")
                .startsWith("NOT_CHECKED");
    }

    /** Twice as long as the shortest, with one bit set. */
    private String wideList(int bit) {
        byte[] bytes = new byte[StatusList.FEWEST / 4];
        bytes[bit / 8] |= (byte) (0x80 >> (bit % 8));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject list =
                UntrustedJson.object(list(texts("revocation"), Badges.NOW).getBytes(StandardCharsets.UTF_8));
        JsonObject subject = Json.createObjectBuilder(list.getJsonObject("credentialSubject"))
                .add("encodedList", Multibase.base64url(packed.toByteArray()))
                .build();
        JsonObject unsigned = Json.createObjectBuilder(list)
                .remove("proof")
                .add("credentialSubject", subject)
                .build();
        return Credentials.sign(unsigned, key, Badges.NOW);
    }

    @Test
    void of_two_lists_of_one_address_the_later_counts() {
        String before = list(texts("revocation"), Badges.NOW);
        String after = list(texts("revocation"), Badges.NOW.plusSeconds(60), 7);
        String notYet = list(texts("revocation"), LATER.plusSeconds(60));
        String badge = badge(entry("revocation"));

        assertThat(status(badge, before).answer()).isEqualTo(Answer.HOLDS);
        assertThat(status(badge, before, after).answer()).isEqualTo(Answer.FAILS);
        assertThat(status(badge, after, before).answer()).isEqualTo(Answer.FAILS);
        assertThat(status(badge, notYet, after).answer())
                .as("one that holds later")
                .isEqualTo(Answer.FAILS);
    }

    @Test
    void one_entry_that_cannot_be_checked_hides_no_other_that_revokes() {
        JsonObject elsewhere = Json.createObjectBuilder(entry("suspension"))
                .add("statusListCredential", "https://vosreves.example/suspended.json")
                .build();
        String revoked = list(texts("revocation"), Badges.NOW, 7);

        assertThat(status(badge(elsewhere, entry("revocation")), revoked).answer())
                .isEqualTo(Answer.FAILS);
        assertThat(status(badge(entry("revocation"), elsewhere), list(texts("revocation"), Badges.NOW))
                        .answer())
                .isEqualTo(Answer.NOT_CHECKED);
    }

    @Test
    void a_badge_with_very_many_entries_takes_no_time() {
        JsonArrayBuilder many = Json.createArrayBuilder();
        for (int i = 0; i < 4_000; i++) many.add(entry("revocation"));
        String unsigned = Json.createObjectBuilder(
                        Badges.emmas(Badges.issuer(key), null).json())
                .add("credentialStatus", many)
                .build()
                .toString();
        String list = list(texts("revocation"), Badges.NOW);

        Check found = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> status(unsigned, list));

        assertThat(found.answer()).isEqualTo(Answer.HOLDS);
    }

    @Test
    void a_list_that_cannot_be_read_is_said() {
        assertThat(said(status(badge(entry("revocation")), "no list")))
                .isEqualTo("NOT_CHECKED: the list " + Badges.LIST
                        + " is not among those that could be read; 1 of those given could not");
        assertThat(said(status(badge(entry("revocation")), "\uFEFF" + list(texts("revocation"), Badges.NOW, 7))))
                .startsWith("FAILS");
    }
}
