package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: a record of several badges (CLR 2.0): signed as a whole and badge by badge, and read with both. */
class LearnerRecordTest {
    private static final Instant LATER = Badges.NOW.plusSeconds(60);

    private KeyPairSigning signing;
    private Verifier verifier;

    @BeforeEach
    void a_school_has_a_key() throws Exception {
        signing = KeyPairSigning.didKey(Badges.ed25519());
        verifier = Verifier.trusting(List.of(Badges.school(signing)));
    }

    private String emmas() {
        return Credentials.issue(Badges.record(Badges.issuer(signing)), signing, Badges.NOW);
    }

    private BadgeVerification verified(String text) {
        return verifier.verify(text.getBytes(StandardCharsets.UTF_8), LATER);
    }

    @Test
    void the_record_and_each_badge_in_it_are_verified_on_their_own() {
        BadgeVerification found = verified(emmas());

        assertThat(found.accepted()).as("%s", found).isTrue();
        assertThat(found.claim().achievement()).isEqualTo("Mes badges « été »");
        assertThat(found.claim().learners()).containsExactly("Emma Exemplaire-Łukasz");
        assertThat(found.inside()).hasSize(2).allMatch(BadgeVerification::accepted);
        assertThat(found.inside().get(1).claim().achievement()).isEqualTo("Site de la promotion");
    }

    @Test
    void a_badge_in_it_that_is_revoked_is_not_accepted_and_the_record_with_it() {
        String list = StatusList.empty().revoking(8).publish(Badges.LIST, Badges.issuer(signing), signing, Badges.NOW);
        BadgeVerification found = verifier.withStatusList(list).verify(emmas().getBytes(StandardCharsets.UTF_8), LATER);

        assertThat(found.signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(found.inside()).extracting(BadgeVerification::accepted).containsExactly(true, false);
        assertThat(found.accepted()).isFalse();
    }

    @Test
    void what_is_altered_outside_or_inside_is_found() {
        String credential = emmas();
        Map<String, String> altered = new TreeMap<>();
        altered.put("name", credential.replace("Mes badges", "Mes diplômes"));
        altered.put("a badge", credential.replace("Site de la promotion", "Site du lycée"));
        altered.put("link", credential.replace("isRelatedTo", "isChildOf"));
        altered.put("whole", credential.replace("\"partial\": true", "\"partial\": false"));
        altered.put("learner", credential.replaceFirst("Emma Exemplaire", "Lina Exemplaire"));
        altered.forEach((what, text) -> {
            assertThat(text).as(what).isNotEqualTo(credential);
            assertThat(verified(text).signature().answer()).as(what).isEqualTo(Answer.FAILS);
        });
        assertThat(verified(altered.get("a badge")).inside())
                .extracting(each -> each.signature().answer())
                .containsExactly(Answer.HOLDS, Answer.FAILS);
    }

    @Test
    void what_it_holds_that_is_no_credential_is_an_answer() {
        String one = "{\"@context\":[],\"type\":[\"VerifiableCredential\",\"ClrCredential\"],\"credentialSubject\":"
                + "{\"verifiableCredential\":%s}}";
        String nested = one.formatted("{\"type\":\"x\"}");
        for (String inside : List.of("1", "\"a.b.c\"", "[[]]", nested)) {
            BadgeVerification found = verified(one.formatted(inside));
            assertThat(found.accepted()).as(inside).isFalse();
            assertThat(found.inside())
                    .as(inside)
                    .singleElement()
                    .satisfies(each -> assertThat(each.signature().answer()).isEqualTo(Answer.FAILS));
        }
        String many = one.formatted("[" + String.join(",", Collections.nCopies(101, "{}")) + "]");
        assertThat(verified(many).signature().why().in(Locale.ENGLISH)).contains("more than 100");
    }

    @Test
    void it_holds_each_badge_once_and_links_only_what_is_in_it() throws Exception {
        LearnerRecord emmas = Badges.record(Badges.issuer(signing));
        Badge one = emmas.badges().get(0);
        for (List<Badge> badges : List.of(List.<Badge>of(), List.of(one, one), Collections.nCopies(101, one))) {
            assertThatThrownBy(() -> new LearnerRecord(
                            emmas.id(),
                            emmas.issuer(),
                            emmas.issuerName(),
                            emmas.name(),
                            badges,
                            List.of(),
                            List.of(),
                            emmas.from()))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> new LearnerRecord(
                        emmas.id(),
                        emmas.issuer(),
                        emmas.issuerName(),
                        emmas.name(),
                        List.of(one),
                        List.of(),
                        emmas.links(),
                        emmas.from()))
                .isInstanceOf(InvalidInputException.class);
        Signing other = KeyPairSigning.didKey(Badges.ed25519());
        Signing p256 = KeyPairSigning.at("did:web:school.example#key-2", Badges.p256());
        assertThat(Credentials.issue(emmas, other, Badges.NOW)).contains("ClrCredential");
        assertThatThrownBy(() -> Credentials.issue(emmas, p256, Badges.NOW)).isInstanceOf(InvalidInputException.class);
    }

    /**
     * The figure of 1EdTech's implementation guide of Open Badges 3.0 (test vector for CLR 2.0): what the published contexts
     * of CLR 2.0.1 and Open Badges 3.0.3 make of its example is what ours make of it.
     */
    @Test
    void the_hash_is_that_of_the_implementation_guide() throws Exception {
        String extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
        String schema = "1EdTechJsonSchemaValidator2019";
        Contexts contexts = Contexts.shipped()
                .with(
                        extensions,
                        Json.createObjectBuilder()
                                .add(
                                        "@context",
                                        Json.createObjectBuilder()
                                                .add(
                                                        schema,
                                                        "https://purl.imsglobal.org/spec/vccs/v1p0/context.json#"
                                                                + schema))
                                .build());
        JsonObject document = GuidesRecord.document(extensions, schema);

        assertThat(HexFormat.of().formatHex(new Statements(contexts).hash(document)))
                .isEqualTo("768d7015ae69e0210e1c2a45194d9c1d15d7a6022e52b946574a2a27f6fa85fe");

        EdECPublicKey key = (EdECPublicKey) Ed25519Key.of("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
        JsonObject proof = GuidesRecord.proof(
                "zF52sU1nfPAjcwCqtgxPNSor6SJnAzRBwZW5VNQXPt8xXCHkd39sgqj32DnMjhFCzbyHsLkhQ8HpBqQTkMgXy329");
        assertThat(new Proofs(new Statements(contexts)).holds(document, proof, key))
                .isTrue();
    }
}
