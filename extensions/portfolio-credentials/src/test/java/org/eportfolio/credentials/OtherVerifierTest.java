package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E6: ours beside {@code @digitalbazaar/vc} 7.3.0: each accepts what the other issued and refuses what was altered, and the
 * contexts that we write from facts state the same as the official ones. Needs Node and npm; with {@code CI=true} their
 * absence is a failure.
 */
@Tag("long")
class OtherVerifierTest {
    private static final Path PROGRAM = Path.of("src", "test", "npm");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static boolean run(Path in, String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(in.resolve("said.txt").toFile())
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** A folder with the packages: the one that is named, or a new one that npm fills. */
    private Path packages() throws Exception {
        String there = System.getProperty("portfolio.npm", "");
        Path packages = there.isEmpty() ? folder.resolve("npm") : Path.of(there);
        Files.createDirectories(packages);
        for (String each : List.of("package.json", "verify.mjs")) {
            Files.write(packages.resolve(each), Files.readAllBytes(PROGRAM.resolve(each)));
        }
        boolean ready = !there.isEmpty() || run(packages, "npm", "install", "--no-audit", "--no-fund", "--silent");
        if ("true".equals(System.getenv("CI")))
            assertThat(ready).as("npm install").isTrue();
        Assumptions.assumeTrue(ready, "SKIPPED: there is no npm, or no registry");
        return packages;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static JsonObject json(Path file) throws IOException {
        return UntrustedJson.object(Files.readAllBytes(file));
    }

    @Test
    void each_verifies_the_other() throws Exception {
        KeyPairSigning signing = KeyPairSigning.didKey(Badges.ed25519());
        String issuer = Badges.issuer(signing);
        String plain = Credentials.issue(Badges.emmas(issuer, new Badge.Place(Badges.LIST, 7)), signing, Badges.NOW);
        Map<String, String> altered = new TreeMap<>();
        altered.put("ours-altered-learner.json", plain.replace("Emma Exemplaire", "Lina Exemplaire"));
        altered.put("ours-altered-name.json", plain.replace("commerce en ligne", "commerce"));
        altered.put(
                "ours-altered-day.json", plain.replace("\"validFrom\": \"2026-09-07", "\"validFrom\": \"2026-09-06"));
        altered.put(
                "ours-altered-level.json",
                plain.replace(
                        "\"achievedLevel\": \"urn:uuid:0198f1a0-0000-7000-8000-000000000003",
                        "\"achievedLevel\": \"urn:uuid:0198f1a0-0000-7000-8000-000000000002"));
        altered.put(
                "ours-altered-type.json",
                plain.replace("\"OpenBadgeCredential\"", "\"OpenBadgeCredential\", \"Diploma\""));
        write("ours-plain.json", plain);
        write("ours-without-list.json", Credentials.issue(Badges.emmas(issuer, null), signing, Badges.NOW));
        for (Map.Entry<String, String> each : altered.entrySet()) write(each.getKey(), each.getValue());
        write("list.json", StatusList.empty().publish(Badges.LIST, issuer, signing, Badges.NOW));
        write("list-revoked.json", StatusList.empty().revoking(7).publish(Badges.LIST, issuer, signing, Badges.NOW));
        write("unsigned.json", Badges.emmas("did:key:z6Mk", null).json().toString());
        Path packages = packages();

        assertThat(run(packages, "node", "verify.mjs", folder.toString()))
                .as(() -> said(packages))
                .isTrue();

        JsonObject answers = json(packages.resolve("said.txt"));
        assertThat(answers.getBoolean("ours-plain.json")).isTrue();
        assertThat(answers.getBoolean("ours-without-list.json")).isTrue();
        assertThat(answers.getBoolean("revoked")).isFalse();
        Verifier ours = Verifier.trusting(List.of(Badges.school(signing)));
        Instant now = Badges.NOW.plusSeconds(60);
        for (Map.Entry<String, String> each : altered.entrySet()) {
            assertThat(answers.getBoolean(each.getKey())).as(each.getKey()).isFalse();
            assertThat(ours.verify(each.getValue().getBytes(StandardCharsets.UTF_8), now)
                            .accepted())
                    .as(each.getKey())
                    .isFalse();
        }
        byte[] theirs = Files.readAllBytes(folder.resolve("theirs.json"));
        assertThat(ours.verify(theirs, now).signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(ours.verify(theirs, now).validity().answer()).isEqualTo(Answer.HOLDS);
        String stranger = new String(theirs, StandardCharsets.UTF_8).replace("Exemplaire-Łukasz", "Exemplaire");
        assertThat(ours.verify(stranger.getBytes(StandardCharsets.UTF_8), now)
                        .signature()
                        .answer())
                .isEqualTo(Answer.FAILS);
        statesTheSame(UntrustedJson.object(plain.getBytes(StandardCharsets.UTF_8)));
        statesTheSame(json(folder.resolve("list-revoked.json")));
        statesTheSame(full());
    }

    private static String said(Path packages) {
        try {
            return Files.readString(packages.resolve("said.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** With the proof in it, which has terms of its own. */
    private void statesTheSame(JsonObject document) throws IOException {
        Contexts official = Contexts.shipped()
                .with(Contexts.CREDENTIALS, json(folder.resolve("context-v2.json")))
                .with(Contexts.BADGES, json(folder.resolve("context-ob.json")));
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
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Statements(Contexts.shipped()).of(more))
                .isInstanceOf(org.eportfolio.InvalidInputException.class);
    }
}
