package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.jspecify.annotations.Nullable;

/**
 * Whether a credential is what was signed, and whose the key is: one that is known of its issuer, or one that the credential brings
 * along, which says nothing of whose it is. Immutable.
 */
record Signatures(List<KnownIssuer> issuers, Contexts contexts) {
    private static final String DID_KEY = "did:key:";
    private static final String DID_JWK = "did:jwk:";
    /** So many proofs of one document are looked at: each takes as long as the document is. */
    private static final int MOST_PROOFS = 10;

    /**
     * A signature that was looked at.
     *
     * @param method by which key it says that it was made
     * @param created when it says that it was made
     */
    record Signed(
            Check check,
            String method,
            @Nullable PublicKey key,
            @Nullable Instant created) {
        boolean holds() {
            return check.answer() == Answer.HOLDS;
        }

        Signed failing(Check why) {
            return new Signed(why, method, key, created);
        }
    }

    Signatures {
        issuers = List.copyOf(issuers);
    }

    Signed of(CredentialDocument document, Instant at) {
        Jws token = document.token();
        return token == null ? proof(document.read(), at) : token(token, document.read());
    }

    private Signed token(Jws token, CredentialReading read) {
        String method = CredentialReading.text(token.header(), "kid");
        String algorithm = CredentialReading.text(token.header(), "alg");
        // A token of an earlier build does not say when it was signed.
        Instant signed = token.claims().issuedAt();
        Instant created = signed == null ? CredentialReading.time(read.from()) : signed;
        PublicKey key = known(read.issuer(), method)
                .map(KnownIssuer.Key::key)
                .or(() -> isKey(method) ? p256(method) : token.ownKey())
                .orElse(null);
        Check check;
        if (!algorithm.equals(Jws.ALGORITHM)) {
            check = Check.notChecked("verify.algorithm", algorithm);
        } else if (key == null) {
            check = Check.notChecked("verify.no-key", method);
        } else {
            check = token.holds(key) ? unchanged(read, method) : Check.fails("verify.altered");
        }
        return new Signed(check, method, key, created);
    }

    /** Whether a proof says that it holds no more, or says it in words that are no time. */
    private static boolean isOver(JsonObject proof, Instant at) {
        if (!proof.containsKey("expires")) return false;
        Instant expires = CredentialReading.time(CredentialReading.text(proof, "expires"));
        return expires == null || !at.isBefore(expires);
    }

    /** The first proof that holds and is known to be the issuer's, else the first that holds, else the last one's failure. */
    private Signed proof(CredentialReading read, Instant at) {
        List<JsonObject> proofs = CredentialReading.objects(Proofs.of(read.json()));
        Signed best = new Signed(Check.fails("verify.no-proof"), "", null, null);
        if (proofs.size() > MOST_PROOFS) return best.failing(Check.fails("verify.too-many-proofs", MOST_PROOFS));
        List<String> unknown =
                read.contexts().stream().filter(each -> !contexts.knows(each)).toList();
        for (JsonObject proof : proofs) {
            Signed one = proof(read, proof, unknown);
            if (isOver(proof, at)) one = one.failing(Check.fails("verify.proof-over"));
            if (one.holds() && trust(read, one).answer() == Answer.HOLDS) return one;
            if (!best.holds()) best = one;
        }
        return best;
    }

    private Signed proof(CredentialReading read, JsonObject proof, List<String> unknown) {
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
                .or(() -> didKey(method, Ed25519Key::of))
                .orElse(null);
        if (key == null) return new Signed(Check.notChecked("verify.no-key", method), method, null, created);
        try {
            boolean holds = new Proofs(new Statements(contexts)).holds(read.json(), proof, key);
            Check check = holds ? unchanged(read, method) : Check.fails("verify.altered");
            return new Signed(check, method, key, created);
        } catch (InvalidInputException e) {
            return new Signed(new Check(Answer.FAILS, e.violations().get(0).rule()), method, key, created);
        }
    }

    /** Of a key that came with the credential nothing is said but that it signed it. */
    private Check unchanged(CredentialReading read, String method) {
        boolean theirs =
                known(read.issuer(), method).isPresent() || (isKey(method) && !isOfAnother(method, read.issuer()));
        return Check.holds(theirs ? "verify.signed" : "verify.signed-by-some-key");
    }

    /** The key that a method is itself, as a multikey; empty for one that is an address, or a key of another kind. */
    private static Optional<PublicKey> didKey(String method, Function<String, PublicKey> keys) {
        if (!method.startsWith(DID_KEY + "z")) return Optional.empty();
        String key = method.substring(DID_KEY.length());
        int fragment = key.indexOf('#');
        if (fragment >= 0 && !key.substring(fragment + 1).equals(key.substring(0, fragment))) return Optional.empty();
        try {
            return Optional.of(keys.apply(fragment < 0 ? key : key.substring(0, fragment)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The P-256 key that a method is itself, as a multikey or a JWK. */
    private static Optional<PublicKey> p256(String method) {
        String did = method.replaceAll("#.*", "");
        if (!did.startsWith(DID_JWK)) return didKey(method, P256Key::of);
        try {
            return P256Key.ofJwk(UntrustedJson.object(Base64.getUrlDecoder().decode(did.substring(DID_JWK.length()))));
        } catch (IllegalArgumentException | InvalidInputException e) {
            return Optional.empty();
        }
    }

    private Optional<KnownIssuer> known(String issuer) {
        return issuers.stream().filter(each -> each.id().equals(issuer)).findFirst();
    }

    private Optional<KnownIssuer.Key> known(String issuer, String method) {
        return issuers.stream()
                .filter(each -> each.id().equals(issuer))
                .flatMap(each -> each.keys().stream())
                .filter(each -> each.verificationMethod().equals(method))
                .findFirst();
    }

    /** Whether the issuer is known and the key is theirs. */
    Check trust(CredentialReading read, Signed signed) {
        KnownIssuer issuer = known(read.issuer()).orElse(null);
        if (issuer == null) {
            return isOfAnother(signed.method(), read.issuer())
                    ? Check.fails("verify.not-their-key", read.issuer(), signed.method())
                    : Check.notChecked("verify.unknown-issuer", read.issuer());
        }
        KnownIssuer.Key key = known(issuer.id(), signed.method()).orElse(null);
        if (key == null) return Check.fails("verify.not-their-key", issuer.name(), signed.method());
        // With the key that the issuer has under that address, not with one that the credential brought.
        boolean theirs = signed.key() != null && key.key().equals(signed.key());
        if (!signed.holds() || !theirs) return Check.notChecked("verify.unsigned");
        Instant created = signed.created();
        if (created == null || !key.heldAt(created)) return Check.fails("verify.key-over", issuer.name());
        return Check.holds("verify.trusted", issuer.name());
    }

    /** A DID that is a key belongs to itself alone, which can be told without a network. */
    private static boolean isOfAnother(String method, String issuer) {
        return isKey(method) && !method.replaceAll("#.*", "").equals(issuer);
    }

    private static boolean isKey(String method) {
        return method.startsWith(DID_KEY) || method.startsWith(DID_JWK);
    }

    /**
     * Whether a list is of the issuer of a badge that names it: signed with a key that is known of them, or, of an issuer who is not
     * known here, with the key that signed the badge.
     */
    boolean isListOf(Signed badge, CredentialDocument list, Signed signed) {
        if (!signed.holds()) return false;
        if (known(list.read().issuer()).isPresent()) {
            return trust(list.read(), signed).answer() == Answer.HOLDS;
        }
        return signed.key() != null && Objects.equals(signed.key(), badge.key());
    }
}
