package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.eportfolio.credentials.BadgeVerification.Form;
import org.jspecify.annotations.Nullable;

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

    private final List<KnownIssuer> issuers;
    private final List<JsonObject> lists;
    private final Contexts contexts;

    private Verifier(List<KnownIssuer> issuers, List<JsonObject> lists, Contexts contexts) {
        this.issuers = List.copyOf(issuers);
        this.lists = List.copyOf(lists);
        this.contexts = contexts;
    }

    /** Trusts these issuers and no other. */
    public static Verifier trusting(List<KnownIssuer> issuers) {
        return new Verifier(issuers, List.of(), Contexts.shipped());
    }

    /** Looks up revocations in this list too, as its issuer published it. One that cannot be read counts as none. */
    public Verifier withStatusList(String credential) {
        List<JsonObject> more = new ArrayList<>(lists);
        try {
            more.add(UntrustedJson.object(credential.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidInputException unreadable) {
            return this;
        }
        return new Verifier(issuers, more, contexts);
    }

    Verifier with(Contexts others) {
        return new Verifier(issuers, lists, others);
    }

    /** What is known of a file at that moment. */
    public BadgeVerification verify(byte[] file, Instant at) {
        try {
            if (isPicture(file)) {
                String baked = Baking.unbake(file).orElse(null);
                return baked == null ? unknown("verify.not-baked") : text(baked, at);
            }
            return text(new String(file, StandardCharsets.UTF_8), at);
        } catch (InvalidInputException e) {
            return unknown(e);
        }
    }

    static boolean isPicture(byte[] file) {
        return Baking.isPng(file) || (!looksLikeText(file) && Baking.isSvg(file));
    }

    private static boolean looksLikeText(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8).strip();
        return start.startsWith("{");
    }

    private BadgeVerification text(String text, Instant at) {
        String credential = text.strip();
        if (Jws.looksLike(credential)) {
            return Jws.parse(credential).map(each -> token(each, at)).orElseGet(() -> unknown("verify.unreadable"));
        }
        return json(UntrustedJson.object(credential.getBytes(StandardCharsets.UTF_8)), at);
    }

    private static BadgeVerification unknown(String key) {
        Check check = Check.fails(key);
        return new BadgeVerification(Form.UNKNOWN, null, check, check, check, check);
    }

    private static BadgeVerification unknown(InvalidInputException why) {
        Check check = new Check(Answer.FAILS, why.violations().get(0).rule());
        return new BadgeVerification(Form.UNKNOWN, null, check, check, check, check);
    }

    private static BadgeVerification claimOnly(CredentialReading read) {
        Check check = Check.notChecked("verify.claim-only");
        return new BadgeVerification(Form.UNVERIFIED_CLAIM, read.claim(), check, check, check, check);
    }

    private BadgeVerification json(JsonObject json, Instant at) {
        CredentialReading read = new CredentialReading(json);
        if (read.isBadgeOf2()) return claimOnly(read);
        Signed signed = proof(json, read, at);
        return answer(Form.EMBEDDED_PROOF, read, signed, at);
    }

    private BadgeVerification token(Jws jws, Instant at) {
        CredentialReading read = new CredentialReading(jws.credential());
        if (read.isBadgeOf2()) return claimOnly(read);
        String method = CredentialReading.text(jws.header(), "kid");
        PublicKey key = known(read.issuer(), method).map(KnownIssuer.Key::key).orElse(null);
        if (key == null) key = jws.ownKey().orElse(null);
        Check check;
        if (!CredentialReading.text(jws.header(), "alg").equals("ES256")) {
            check = Check.notChecked("verify.algorithm", CredentialReading.text(jws.header(), "alg"));
        } else if (key == null) {
            check = Check.notChecked("verify.no-key", method);
        } else {
            check = jws.holds(key) ? Check.holds("verify.signed") : Check.fails("verify.altered");
        }
        return answer(Form.JWT, read, new Signed(check, method, key, CredentialReading.time(read.from())), at);
    }

    /** A signature that was looked at: by which key, and when it says it was made. */
    private record Signed(
            Check check,
            String method,
            @Nullable PublicKey key,
            @Nullable Instant created) {
        Signed failing(String why) {
            return new Signed(Check.fails(why), method, key, created);
        }
    }

    /** Whether a proof says that it holds no more, or says it in words that are no time. */
    private static boolean isOver(JsonObject proof, Instant at) {
        if (!proof.containsKey("expires")) return false;
        Instant expires = CredentialReading.time(CredentialReading.text(proof, "expires"));
        return expires == null || !at.isBefore(expires);
    }

    /** The first proof that holds, else the last one's failure. */
    private Signed proof(JsonObject json, CredentialReading read, Instant at) {
        Signed last = new Signed(Check.fails("verify.no-proof"), "", null, null);
        List<String> unknown =
                read.contexts().stream().filter(each -> !contexts.knows(each)).toList();
        for (JsonObject proof : CredentialReading.objects(Proofs.of(json))) {
            last = proof(json, read, proof, unknown);
            if (isOver(proof, at)) last = last.failing("verify.proof-over");
            if (last.check().answer() == Answer.HOLDS) break;
        }
        return last;
    }

    private Signed proof(JsonObject json, CredentialReading read, JsonObject proof, List<String> unknown) {
        String method = CredentialReading.text(proof, "verificationMethod");
        Instant created = CredentialReading.time(CredentialReading.text(proof, "created"));
        String suite = CredentialReading.text(proof, "cryptosuite");
        if (!CredentialReading.text(proof, "type").equals(Proofs.TYPE) || !suite.equals(Proofs.SUITE)) {
            String named = suite.isEmpty() ? CredentialReading.text(proof, "type") : suite;
            return new Signed(Check.notChecked("verify.algorithm", named), method, null, created);
        }
        if (!unknown.isEmpty()) return new Signed(Check.notChecked("verify.context", unknown), method, null, created);
        if (!CredentialReading.text(proof, "proofPurpose").equals("assertionMethod")) {
            return new Signed(Check.fails("verify.purpose"), method, null, created);
        }
        PublicKey key = known(read.issuer(), method)
                .map(KnownIssuer.Key::key)
                .or(() -> didKey(method))
                .orElse(null);
        if (key == null) return new Signed(Check.notChecked("verify.no-key", method), method, null, created);
        try {
            boolean holds = new Proofs(new Statements(contexts)).holds(json, proof, key);
            Check check = holds ? Check.holds("verify.signed") : Check.fails("verify.altered");
            return new Signed(check, method, key, created);
        } catch (InvalidInputException e) {
            return new Signed(new Check(Answer.FAILS, e.violations().get(0).rule()), method, key, created);
        }
    }

    private static Optional<PublicKey> didKey(String method) {
        if (!method.startsWith("did:key:z")) return Optional.empty();
        String key = method.substring("did:key:".length());
        int fragment = key.indexOf('#');
        if (fragment >= 0 && !key.substring(fragment + 1).equals(key.substring(0, fragment))) return Optional.empty();
        try {
            return Optional.of(Ed25519Key.of(fragment < 0 ? key : key.substring(0, fragment)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<KnownIssuer.Key> known(String issuer, String method) {
        return issuers.stream()
                .filter(each -> each.id().equals(issuer))
                .flatMap(each -> each.keys().stream())
                .filter(each -> each.verificationMethod().equals(method))
                .findFirst();
    }

    private BadgeVerification answer(Form form, CredentialReading read, Signed signed, Instant at) {
        return new BadgeVerification(
                form,
                read.claim(),
                signed.check(),
                validity(read, at),
                status(read, at),
                trust(read, signed),
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
        if (held instanceof JsonObject object) {
            return isRecord(object) ? unknown("verify.inside") : json(object, at);
        }
        Optional<Jws> token = held instanceof JsonString text ? Jws.parse(text.getString()) : Optional.empty();
        return token.filter(each -> !isRecord(each.credential()))
                .map(each -> token(each, at))
                .orElseGet(() -> unknown("verify.inside"));
    }

    private static boolean isRecord(JsonObject credential) {
        return !new CredentialReading(credential).inside().isEmpty();
    }

    private static Check validity(CredentialReading read, Instant at) {
        if (!read.isCredential()) return Check.fails("verify.no-credential", read.types());
        if (!read.isEarlier()) {
            boolean first = !read.contexts().isEmpty() && read.contexts().get(0).equals(Contexts.CREDENTIALS);
            if (!first) return Check.fails("verify.first-context", Contexts.CREDENTIALS);
        }
        Instant from = CredentialReading.time(read.from());
        if (from == null) return Check.fails("verify.time", read.from());
        if (at.isBefore(from)) return Check.fails("verify.not-yet", from);
        if (read.until().isEmpty()) return Check.holds("verify.since", from);
        Instant until = CredentialReading.time(read.until());
        if (until == null) return Check.fails("verify.time", read.until());
        return at.isBefore(until) ? Check.holds("verify.since", from) : Check.fails("verify.over", until);
    }

    private Check trust(CredentialReading read, Signed signed) {
        KnownIssuer issuer = issuers.stream()
                .filter(each -> each.id().equals(read.issuer()))
                .findFirst()
                .orElse(null);
        if (issuer == null) return Check.notChecked("verify.unknown-issuer", read.issuer());
        KnownIssuer.Key key = known(issuer.id(), signed.method()).orElse(null);
        if (key == null) return Check.fails("verify.not-their-key", issuer.name(), signed.method());
        // With the key that the issuer has under that address, not with one that the credential brought.
        boolean theirs = signed.key() != null && key.key().equals(signed.key());
        if (signed.check().answer() != Answer.HOLDS || !theirs) return Check.notChecked("verify.unsigned");
        Instant created = signed.created();
        if (created == null || !key.heldAt(created)) return Check.fails("verify.key-over", issuer.name());
        return Check.holds("verify.trusted", issuer.name());
    }

    private Check status(CredentialReading read, Instant at) {
        List<JsonObject> entries = CredentialReading.objects(read.json().get("credentialStatus"));
        if (!read.json().containsKey("credentialStatus")) return Check.holds("verify.no-status");
        Check answer = Check.notChecked("verify.status-kind");
        for (JsonObject each : entries) {
            if (!CredentialReading.text(each, "type").equals("BitstringStatusListEntry")) continue;
            answer = status(each, read, at);
            if (answer.answer() != Answer.HOLDS) return answer;
        }
        return answer;
    }

    private Check status(JsonObject entry, CredentialReading read, Instant at) {
        String address = CredentialReading.text(entry, "statusListCredential");
        for (JsonObject each : lists) {
            if (CredentialReading.text(each, "id").equals(address)) return status(entry, read, each, at);
        }
        return Check.notChecked("verify.no-list", address);
    }

    private Check status(JsonObject entry, CredentialReading read, JsonObject list, Instant at) {
        CredentialReading listed = new CredentialReading(list);
        boolean sound = proof(list, listed, at).check().answer() == Answer.HOLDS
                && validity(listed, at).answer() == Answer.HOLDS
                && listed.types().contains("BitstringStatusListCredential")
                && listed.issuer().equals(read.issuer());
        JsonObject subject =
                list.get("credentialSubject") instanceof JsonObject one ? one : JsonObject.EMPTY_JSON_OBJECT;
        String purpose = CredentialReading.text(entry, "statusPurpose");
        sound &= purpose.equals(CredentialReading.text(subject, "statusPurpose"));
        StatusList bits =
                StatusList.of(CredentialReading.text(subject, "encodedList")).orElse(null);
        if (!sound || bits == null) return Check.notChecked("verify.list-unsound");
        int index;
        try {
            index = Integer.parseInt(CredentialReading.text(entry, "statusListIndex"));
        } catch (NumberFormatException e) {
            return Check.fails("verify.list-index");
        }
        if (index < 0 || index >= bits.size()) return Check.fails("verify.list-index");
        return bits.isRevoked(index)
                ? Check.fails("verify.revoked")
                : Check.holds(
                        "verify.not-revoked", Objects.requireNonNullElse(CredentialReading.time(listed.from()), at));
    }
}
