package org.eportfolio.credentials;

import java.util.Set;
import org.eportfolio.tck.WordsContract;

/** The sentences about badges. */
class WordsTest extends WordsContract {
    WordsTest() {
        super(CredentialMessages.class, "/org/eportfolio/credentials/messages");
    }

    @Override
    protected Set<String> bounds() {
        return Set.of(
                "credential.too-deep",
                "credential.too-long",
                "credential.too-many",
                "credential.too-many-values",
                "credential.record-size",
                "verify.too-many-proofs",
                "brought.which-dossier");
    }
}
