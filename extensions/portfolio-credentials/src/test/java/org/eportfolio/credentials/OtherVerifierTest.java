package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E6: ours beside {@code @digitalbazaar/vc} and {@code @digitalcredentials/verifier-core}: they accept what ours issued and
 * refuse what was altered, ours accepts what the first issued, and the contexts that we write from facts state the same as the
 * official ones. What each says of each alteration is written to {@code docs/badge-verifiers.md}.
 */
@Tag("long")
class OtherVerifierTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "badge-verifiers.md");
    private static final String EMPTY = "list.json";
    private static final String REVOKED = "list-revoked.json";
    private static final String FORGED = "list-forged.json";
    private static final Instant LATER = Badges.NOW.plusSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private OtherVerifiers others;
    private KeyPairSigning signing;
    private String issuer;
    private String plain;
    private final List<Shown> shown = new ArrayList<>();

    @BeforeEach
    void the_school_issues_badges() throws Exception {
        others = new OtherVerifiers(folder);
        signing = KeyPairSigning.didKey(Badges.ed25519());
        issuer = Badges.issuer(signing);
        plain = Credentials.issue(Badges.emmas(issuer, new Badge.Place(Badges.LIST, 7)), signing, Badges.NOW);
    }

    private String list(StatusList list) {
        return list.publish(Badges.LIST, issuer, signing, Badges.NOW);
    }

    /** What was done, and the credential and the list that all three are shown. */
    private record Shown(String what, String file, @Nullable String list) {}

    private void show(String what, String text, @Nullable String list) throws IOException {
        String file = "badge-" + shown.size() + ".json";
        others.write(file, text);
        others.show(file, list);
        shown.add(new Shown(what, file, list));
    }

    private void show(String what, String text) throws IOException {
        show(what, text, EMPTY);
    }

    private static Badge holding(Badge badge, Instant from, Instant until) {
        return new Badge(
                badge.id(),
                badge.issuer(),
                badge.issuerName(),
                badge.learner(),
                badge.achievement(),
                badge.level(),
                badge.evidence(),
                from,
                until,
                badge.place());
    }

    private void showAll() throws Exception {
        others.write(EMPTY, list(StatusList.empty()));
        others.write(REVOKED, list(StatusList.empty().revoking(7)));
        others.write("unsigned.json", Badges.emmas("did:key:z6Mk", null).json().toString());
        KeyPairSigning stranger = KeyPairSigning.didKey(Badges.ed25519());
        others.write(FORGED, StatusList.empty().publish(Badges.LIST, issuer, stranger, Badges.NOW));
        Badge badge = Badges.emmas(issuer, null);
        String emmas = Credentials.issue(Badges.record(issuer), signing, Badges.NOW);
        show("nothing; the badge has a place in a status list", plain);
        show("nothing; the badge has no place in a status list", issued(badge));
        show("nothing; a record of badges (CLR 2.0)", emmas);
        for (Alteration each : Alteration.of(plain)) show(each.what(), each.text());
        show("the id stands twice, the right one last", plain.replaceFirst("\\{", "{\"id\": \"urn:uuid:1\","));
        show("the verifiers do not get the status list", plain, null);
        show("the status list was signed with another key than the issuer's", plain, FORGED);
        show("the issuer revoked the badge", plain, REVOKED);
        show("the issuer revoked a badge inside the record", emmas, REVOKED);
        Instant before = Badges.NOW.minusSeconds(86_400);
        show("the badge ended yesterday", issued(holding(badge, before.minusSeconds(60), before)));
        show("the badge begins tomorrow", issued(holding(badge, Badges.NOW.plusSeconds(86_400), badge.until())));
        show("the badge was signed with another key than the issuer's", Credentials.issue(badge, stranger, Badges.NOW));
        show("the issuer signed a first day without an hour", signedFrom("2026-09-07"));
        show("the issuer signed a first day without a time zone", signedFrom("2026-09-07T08:00:00"));
        show("the proof says that it ended yesterday", SignedOtherwise.until(badge, signing, before));
    }

    private String signedFrom(String day) {
        JsonObject badge = Json.createObjectBuilder(Badges.emmas(issuer, null).json())
                .add("validFrom", day)
                .build();
        return Credentials.sign(badge, signing, Badges.NOW);
    }

    private String issued(Badge badge) {
        return Credentials.issue(badge, signing, Badges.NOW);
    }

    private String ours(Shown badge) throws IOException {
        Verifier verifier = Verifier.trusting(List.of(Badges.school(signing)));
        if (badge.list() != null) {
            verifier = verifier.withStatusList(new String(others.bytes(badge.list()), StandardCharsets.UTF_8));
        }
        BadgeVerification found = verifier.verify(others.bytes(badge.file()), LATER);
        if (found.accepted()) return "accepted";
        Map<String, Check> questions = new LinkedHashMap<>();
        questions.put("signature", found.signature());
        questions.put("validity", found.validity());
        questions.put("status", found.status());
        questions.put("trust", found.trust());
        return questions.entrySet().stream()
                .filter(each -> each.getValue().answer() == Answer.FAILS)
                .map(each -> "refused: " + each.getKey())
                .findFirst()
                .orElse("refused: inside");
    }

    @Test
    void each_verifies_the_other_and_every_difference_is_explained() throws Exception {
        showAll();
        JsonObject answers = others.ask(LATER);

        DifferencesPage page = new DifferencesPage();
        for (Shown each : shown) {
            page.add(each.what(), ours(each), OtherVerifiers.said(answers, each.file(), each.list()));
        }
        assertThat(page.unexplained()).as("differences without a reason").isEmpty();
        assertThat(page.acceptedByAll())
                .contains(
                        "nothing; the badge has a place in a status list",
                        "nothing; the badge has no place in a status list");
        Alteration.changing(plain)
                .forEach(each -> assertThat(page.acceptedByOurs()).doesNotContain(each.what()));
        if (Boolean.getBoolean("portfolio.regenerate")) Files.writeString(PAGE, page.markdown());
        assertThat(PAGE).hasContent(page.markdown());

        byte[] theirs = others.bytes("theirs.json");
        Verifier verifier = Verifier.trusting(List.of());
        assertThat(verifier.verify(theirs, LATER).signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(verifier.verify(theirs, LATER).validity().answer()).isEqualTo(Answer.HOLDS);
        String stranger = new String(theirs, StandardCharsets.UTF_8).replace("Exemplaire-Łukasz", "Exemplaire");
        assertThat(verifier.verify(stranger.getBytes(StandardCharsets.UTF_8), LATER)
                        .signature()
                        .answer())
                .isEqualTo(Answer.FAILS);
        statesTheSame(UntrustedJson.object(plain.getBytes(StandardCharsets.UTF_8)));
        statesTheSame(others.json(REVOKED));
        statesTheSame(others.json(shown.get(2).file()));
        statesTheSame(full());
    }

    /** With the proof in it, which has terms of its own; the context of CLR is ours either way, as no package has the official one. */
    private void statesTheSame(JsonObject document) throws IOException {
        Contexts official = Contexts.shipped()
                .with(Contexts.CREDENTIALS, others.json("context-v2.json"))
                .with(Contexts.BADGES, others.json("context-ob.json"));
        String ours = new Statements(Contexts.shipped()).of(document);
        assertThat(ours).isNotBlank().isEqualTo(new Statements(official).of(document));
    }

    /** A credential with most of what Open Badges 3.0 has a word for. */
    private static JsonObject full() {
        String text = """
                {"@context": ["%s", "%s"], "id": "urn:uuid:1", "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "name": "n", "description": "d", "image": {"id": "https://x.example/i.png", "type": "Image", "caption": "c"},
                 "awardedDate": "2026-01-01T00:00:00Z", "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2027-01-01T00:00:00Z",
                 "issuer": {"id": "did:web:x.example", "type": ["Profile"], "name": "École", "url": "https://x.example", "phone": "1",
                   "email": "e", "description": "d", "official": "o", "familyName": "f", "givenName": "g", "dateOfBirth": "1990-01-01",
                   "parentOrg": {"id": "did:web:y.example", "type": ["Profile"], "name": "Académie"},
                   "address": {"id": "urn:uuid:8", "type": ["Address"], "addressCountry": "FR", "addressCountryCode": "FR", "postalCode": "75001",
                     "streetAddress": "1 rue", "geo": {"type": "GeoCoordinates", "latitude": 48.5, "longitude": 2.25}},
                   "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "x", "identifierType": "identifier"}]},
                 "credentialSubject": {"id": "did:example:a", "type": ["AchievementSubject"], "activityStartDate": "2026-01-01T00:00:00Z",
                   "activityEndDate": "2026-02-01T00:00:00Z", "creditsEarned": 2.5, "licenseNumber": "l", "role": "r", "term": "t", "narrative": "n",
                   "source": {"id": "did:web:x.example", "type": ["Profile"], "name": "x"},
                   "identifier": [{"type": "IdentityObject", "hashed": true, "identityHash": "h", "identityType": "name", "salt": "s"}],
                   "result": [{"type": ["Result"], "resultDescription": "urn:uuid:3", "achievedLevel": "urn:uuid:4", "status": "Completed", "value": "v"}],
                   "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "achievementType": "Competency", "name": "n", "description": "d",
                     "criteria": {"id": "https://x.example/c", "type": "Criteria", "narrative": "n"}, "creditsAvailable": 3, "fieldOfStudy": "f",
                     "humanCode": "h", "inLanguage": "fr", "specialization": "s", "tag": ["a", "b"], "version": "1",
                     "creator": {"id": "did:web:x.example", "type": ["Profile"]},
                     "alignment": [{"type": ["Alignment"], "targetName": "n", "targetUrl": "https://x.example/t", "targetCode": "c",
                       "targetDescription": "d", "targetFramework": "f", "targetType": "CFItem"}],
                     "related": [{"id": "urn:uuid:9", "type": ["Related"], "inLanguage": "en", "version": "2"}],
                     "resultDescription": [{"id": "urn:uuid:3", "type": ["ResultDescription"], "name": "n", "resultType": "RubricCriterionLevel",
                       "allowedValue": ["b", "a"], "requiredLevel": "urn:uuid:4", "requiredValue": "r", "valueMin": "0", "valueMax": "9",
                       "rubricCriterionLevel": [{"id": "urn:uuid:4", "type": ["RubricCriterionLevel"], "name": "n", "level": "l", "points": "p",
                         "description": "d"}]}]}},
                 "evidence": [{"id": "https://x.example/e", "type": ["Evidence"], "name": "n", "narrative": "n", "genre": "g", "audience": "a"}],
                 "credentialSchema": [{"id": "https://x.example/s.json", "type": "JsonSchema"}],
                 "credentialStatus": {"id": "https://x.example/l#1", "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                   "statusListIndex": "1", "statusListCredential": "https://x.example/l"}}
                """;
        return UntrustedJson.object(
                text.formatted(Contexts.CREDENTIALS, Contexts.BADGES).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_term_that_no_context_defines_is_refused() {
        JsonObject more =
                Json.createObjectBuilder(full()).add("certified", true).build();
        assertThatThrownBy(() -> new Statements(Contexts.shipped()).of(more)).isInstanceOf(InvalidInputException.class);
    }
}
