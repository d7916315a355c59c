package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** E6: a record that is made to take years, in each badge of it, is answered in less than a minute. */
@Tag("long")
class PoisonedRecordTest {
    private static final int CLIQUE = 12;

    /** Nodes without names, each of which leads to all others: they can be put in order in a great many ways. */
    private static String clique() {
        return IntStream.range(0, CLIQUE)
                .mapToObj(each -> "{\"id\": \"_:n" + each + "\", \"type\": [\"Profile\"], \"parentOrg\": ["
                        + IntStream.range(0, CLIQUE)
                                .filter(other -> other != each)
                                .mapToObj(other -> "{\"id\": \"_:n" + other + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String signed(String contexts, String type, String subject, String issuer) {
        return """
                {"@context": [%s], "id": "urn:uuid:1", "type": ["VerifiableCredential", "%s"], "name": "n",
                 "issuer": {"id": "did:web:x.example", "type": ["Profile"], "parentOrg": %s},
                 "validFrom": "2026-01-01T00:00:00Z", "credentialSubject": %s,
                 "proof": [{"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-01-01T00:00:00Z",
                   "verificationMethod": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "proofPurpose": "assertionMethod",
                   "proofValue": "z%s"}]}
                """.formatted(
                contexts, type, issuer, subject, Multibase.base58(new byte[64]).substring(1));
    }

    @Test
    void it_ends() {
        String badges = "\"" + Contexts.CREDENTIALS + "\", \"" + Contexts.BADGES + "\"";
        String all = "\"" + Contexts.CREDENTIALS + "\", \"" + Contexts.RECORDS + "\", \"" + Contexts.BADGES + "\"";
        String poisoned = signed(badges, "OpenBadgeCredential", "{\"type\": [\"AchievementSubject\"]}", clique());
        String inside = String.join(",", Collections.nCopies(40, poisoned));
        String subject = "{\"type\": [\"ClrSubject\"], \"verifiableCredential\": [" + inside + "]}";
        for (String issuer : List.of("[]", clique())) {
            byte[] bytes = signed(all, "ClrCredential", subject, issuer).getBytes(StandardCharsets.UTF_8);
            BadgeVerification found = assertTimeoutPreemptively(
                    Duration.ofMinutes(2), () -> Verifier.trusting(List.of()).verify(bytes, Badges.NOW));

            assertThat(found.signature().answer()).isEqualTo(Answer.FAILS);
            assertThat(found.signature().why().key()).isEqualTo("credential.canonical");
            assertThat(found.accepted()).isFalse();
            assertThat(found.inside()).hasSizeLessThan(40);
        }
    }
}
