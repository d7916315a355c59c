package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.eportfolio.credentials.BadgeVerification.Form;
import org.eportfolio.credentials.Signatures.Signed;

/**
 * Verifies badges and records of badges (CLR 2.0) without a network: JSON with a proof, JWT, and PNG or SVG that carry one of them.
 * Hostile input is answered, never thrown.
 *
 * <pre>{@code
 * BadgeVerification found = Verifier.trusting(List.of(school)).withStatusList(list).verify(bytes, clock.instant());
 * found.signature().why().in(Locale.FRENCH);
 * }</pre>
 *
 * Immutable and thread-safe.
 */
public final class Verifier {
    /** So many credentials within a record are looked at. */
    private static final int MOST_INSIDE = LearnerRecord.MOST;

    private final Signatures signatures;
    private final StatusCheck status;

    private Verifier(Signatures signatures, StatusCheck status) {
        this.signatures = signatures;
        this.status = status;
    }

    /** Trusts these issuers and no other. */
    public static Verifier trusting(List<KnownIssuer> issuers) {
        return new Verifier(new Signatures(issuers, Contexts.shipped()), StatusCheck.withoutLists());
    }

    /**
     * Looks up revocations in this list too, as its issuer published it: JSON with a proof, or a JWT. Of several with one address the
     * one that was published last counts. When a badge's list is not among them and one of them could not be read, the answer says
     * both.
     */
    public Verifier withStatusList(String credential) {
        return new Verifier(signatures, status.with(credential));
    }

    Verifier with(Contexts others) {
        return new Verifier(new Signatures(signatures.issuers(), others), status);
    }

    /** What is known of a file at that moment. */
    public BadgeVerification verify(byte[] file, Instant at) {
        try {
            if (!isPicture(file)) return text(new String(file, StandardCharsets.UTF_8), at);
            Baking.Baked baked = Baking.find(file).orElse(null);
            if (baked == null) return unknown("verify.not-baked");
            return baked.isAddress() ? claimOnly(baked.text().strip()) : text(baked.text(), at);
        } catch (InvalidInputException e) {
            return unknown(e);
        }
    }

    static boolean isPicture(byte[] file) {
        return Baking.isPng(file) || (!looksLikeText(file) && Baking.isSvg(file));
    }

    private static boolean looksLikeText(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8);
        return UntrustedJson.plain(start).startsWith("{");
    }

    private BadgeVerification text(String text, Instant at) {
        return document(CredentialDocument.parse(text), at);
    }

    private static BadgeVerification unknown(String key) {
        Check check = Check.fails(key);
        return new BadgeVerification(Form.UNKNOWN, null, check, check, check, check);
    }

    private static BadgeVerification unknown(InvalidInputException why) {
        Check check = new Check(Answer.FAILS, why.violations().get(0).rule());
        return new BadgeVerification(Form.UNKNOWN, null, check, check, check, check);
    }

    /** A badge of Open Badges 2.0. */
    private static BadgeVerification claimOnly(CredentialReading read) {
        Check check = Check.notChecked("verify.claim-only");
        return new BadgeVerification(Form.UNVERIFIED_CLAIM, read.claim(), check, check, check, check);
    }

    /** One of which a picture names only where it stands. */
    private static BadgeVerification claimOnly(String address) {
        Check check = Check.notChecked("verify.claim-address", address);
        BadgeVerification.Claim claim = new BadgeVerification.Claim(address, "", "", List.of(), "");
        return new BadgeVerification(Form.UNVERIFIED_CLAIM, claim, check, check, check, check);
    }

    private BadgeVerification document(CredentialDocument document, Instant at) {
        CredentialReading read = document.read();
        if (read.isBadgeOf2()) return claimOnly(read);
        Signed signed = signatures.of(document, at);
        return new BadgeVerification(
                document.form(),
                read.claim(),
                signed.check(),
                document.validity(at),
                status.of(read, signed, signatures, at),
                signatures.trust(read, signed),
                inside(read, signed, at));
    }

    /**
     * Each credential within a record on its own. All together take no longer than one may, because a small document can be
     * made to take years. A record within a record is refused.
     */
    private List<BadgeVerification> inside(CredentialReading read, Signed signed, Instant at) {
        List<JsonValue> held = read.inside();
        CredentialMessages.unless(held.size() <= MOST_INSIDE, "credential", "credential.too-many", MOST_INSIDE);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Statements.LONGEST);
        List<BadgeVerification> inside = new ArrayList<>();
        boolean endless = isEndless(signed.check());
        for (JsonValue each : held) {
            if (endless || System.nanoTime() - end > 0) {
                inside.add(unknown("credential.canonical"));
                break;
            }
            BadgeVerification found = inside(each, at);
            inside.add(found);
            endless = isEndless(found.signature());
        }
        return inside;
    }

    private static boolean isEndless(Check signature) {
        return signature.why().key().equals("credential.canonical");
    }

    private BadgeVerification inside(JsonValue held, Instant at) {
        Optional<CredentialDocument> document = Optional.empty();
        if (held instanceof JsonObject object) document = Optional.of(CredentialDocument.of(object));
        if (held instanceof JsonString text)
            document = Jws.parse(text.getString()).map(CredentialDocument::of);
        return document.filter(each -> each.read().inside().isEmpty())
                .map(each -> document(each, at))
                .orElseGet(() -> unknown("verify.inside"));
    }
}
