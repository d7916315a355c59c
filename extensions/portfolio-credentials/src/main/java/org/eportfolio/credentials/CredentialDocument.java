package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.eportfolio.credentials.BadgeVerification.Form;
import org.jspecify.annotations.Nullable;

/**
 * A credential of another issuer, in the form in which it came.
 *
 * @param read of a token: what its claims complete
 * @param token {@code null} for JSON with proofs in it
 */
record CredentialDocument(CredentialReading read, @Nullable Jws token) {
    static CredentialDocument of(JsonObject json) {
        return new CredentialDocument(new CredentialReading(json), null);
    }

    static CredentialDocument of(Jws token) {
        return new CredentialDocument(new CredentialReading(token.claims().credential()), token);
    }

    /**
     * A text of either form.
     *
     * @throws org.eportfolio.InvalidInputException if it is of none
     */
    static CredentialDocument parse(String text) {
        String plain = UntrustedJson.plain(text);
        if (!Jws.looksLike(plain)) return of(UntrustedJson.object(plain.getBytes(StandardCharsets.UTF_8)));
        return of(Jws.parse(plain).orElseThrow(() -> CredentialMessages.because("credential", "verify.unreadable")));
    }

    Form form() {
        return token == null ? Form.EMBEDDED_PROOF : Form.JWT;
    }

    /** Whether its form and its days hold. */
    Check validity(Instant at) {
        if (!read.isCredential()) return Check.fails("verify.no-credential", read.types());
        if (!read.isEarlier()) {
            boolean first = !read.contexts().isEmpty() && read.contexts().get(0).equals(Contexts.CREDENTIALS);
            if (!first) return Check.fails("verify.first-context", Contexts.CREDENTIALS);
        }
        return token == null ? days(at) : token.claims().fault().orElseGet(() -> days(at));
    }

    private Check days(Instant at) {
        Instant from = CredentialReading.time(read.from());
        if (from == null) return Check.fails("verify.time", read.from());
        if (at.isBefore(from)) return Check.fails("verify.not-yet", from);
        if (read.until().isEmpty()) return Check.holds("verify.since", from);
        Instant until = CredentialReading.time(read.until());
        if (until == null) return Check.fails("verify.time", read.until());
        return at.isBefore(until) ? Check.holds("verify.since", from) : Check.fails("verify.over", until);
    }
}
