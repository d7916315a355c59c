package org.eportfolio.credentials;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.jspecify.annotations.Nullable;

/**
 * What a token says beside its credential: {@code iss}, {@code sub}, {@code jti}, {@code nbf} and {@code exp} each stand for a part of
 * it (Open Badges 3.0, 8.2; VC Data Model 1.1, 6.3.1). A credential that leaves a part to its claim is completed by it, but for {@code sub}, which is only compared. One that has
 * the part may not be contradicted; of two ends the earlier counts.
 */
record JwtClaims(JsonObject payload) {
    private static final List<String> TIMES = List.of("nbf", "exp", "iat");
    /** The end of the year 9999, beyond which times are not written alike. */
    private static final double LAST = 253_402_300_799d;

    /** The credential as it stands in the token: the whole payload, or what is under {@code vc}. */
    private JsonObject held() {
        return payload.get("vc") instanceof JsonObject inside ? inside : payload;
    }

    /** The credential, completed. */
    JsonObject credential() {
        JsonObject held = held();
        CredentialReading read = new CredentialReading(held);
        JsonObjectBuilder whole = JsonTrees.object(held);
        String issuer = CredentialReading.text(payload, "iss");
        if (read.issuer().isEmpty() && !issuer.isEmpty()) {
            JsonValue profile = held.get("issuer");
            if (profile instanceof JsonObject named) {
                whole.add("issuer", JsonTrees.object(named).add("id", issuer));
            } else {
                whole.add("issuer", issuer);
            }
        }
        String id = CredentialReading.text(payload, "jti");
        if (!held.containsKey("id") && !id.isEmpty()) whole.add("id", id);
        Instant from = time("nbf");
        if (read.from().isEmpty() && from != null) whole.add(read.fromName(), from.toString());
        Instant until = time("exp");
        if (until != null && endsBefore(until, read)) whole.add(read.untilName(), until.toString());
        return whole.build();
    }

    private static boolean endsBefore(Instant until, CredentialReading read) {
        if (read.until().isEmpty()) return true;
        Instant said = CredentialReading.time(read.until());
        return said != null && until.isBefore(said);
    }

    /** When the token was signed; {@code null} if it does not say. */
    @Nullable
    Instant issuedAt() {
        return time("iat");
    }

    /** A claim that is no time, or that contradicts the credential; empty for none. */
    Optional<Check> fault() {
        CredentialReading read = new CredentialReading(held());
        return Stream.of(
                        TIMES.stream().flatMap(each -> notATime(each).stream()),
                        contradiction("iss", read.issuer()).stream(),
                        contradiction("sub", read.subject()).stream(),
                        contradiction("jti", CredentialReading.text(held(), "id")).stream(),
                        otherFirstDay(read).stream())
                .flatMap(each -> each)
                .findFirst();
    }

    private Optional<Check> notATime(String claim) {
        boolean fails = payload.containsKey(claim) && time(claim) == null;
        return fails ? Optional.of(Check.fails("verify.claim-time", claim)) : Optional.empty();
    }

    private Optional<Check> contradiction(String claim, String said) {
        JsonValue value = payload.get(claim);
        if (value == null || said.isEmpty()) return Optional.empty();
        String claimed = value instanceof JsonString text ? text.getString() : value.toString();
        return claimed.equals(said) ? Optional.empty() : Optional.of(Check.fails("verify.claim", claim, claimed, said));
    }

    /** The claim is a number of seconds: less than one second apart is the same. */
    private Optional<Check> otherFirstDay(CredentialReading read) {
        Instant claimed = time("nbf");
        Instant said = CredentialReading.time(read.from());
        if (claimed == null || said == null) return Optional.empty();
        Duration apart = Duration.between(claimed, said).abs();
        if (apart.compareTo(Duration.ofSeconds(1)) < 0) return Optional.empty();
        return Optional.of(Check.fails("verify.claim", "nbf", claimed.toString(), read.from()));
    }

    /** A number of seconds (RFC 7519, 2: NumericDate); {@code null} for none. */
    private @Nullable Instant time(String claim) {
        if (!(payload.get(claim) instanceof JsonNumber number)) return null;
        double seconds = number.doubleValue();
        return seconds >= 0 && seconds <= LAST ? Instant.ofEpochMilli((long) (seconds * 1_000)) : null;
    }
}
