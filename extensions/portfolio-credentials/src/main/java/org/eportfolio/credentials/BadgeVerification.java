package org.eportfolio.credentials;

import java.util.List;
import org.eportfolio.Message;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a credential, question by question. There is no single verdict but {@link #accepted}.
 *
 * @param form as what it was read
 * @param claim what it says, believed or not; {@code null} when not even that could be read
 * @param signature whether it is what its signer signed
 * @param validity whether its form and its days hold
 * @param status whether it is revoked
 * @param trust whether its issuer is known and the key is theirs
 * @param inside the same of each credential that a record (CLR 2.0) holds; empty for a badge
 */
public record BadgeVerification(
        Form form,
        @Nullable Claim claim,
        Check signature,
        Check validity,
        Check status,
        Check trust,
        List<BadgeVerification> inside) {
    BadgeVerification(Form form, @Nullable Claim claim, Check signature, Check validity, Check status, Check trust) {
        this(form, claim, signature, validity, status, trust, List.of());
    }

    public BadgeVerification {
        inside = List.copyOf(inside);
    }

    /** The forms that are read. */
    public enum Form {
        /** Open Badges 3.0 or CLR 2.0 with a proof. */
        EMBEDDED_PROOF,
        /** Open Badges 3.0 or CLR 2.0 as a JWT. */
        JWT,
        /** Open Badges 2.0, hosted or signed: only what it claims is read. */
        UNVERIFIED_CLAIM,
        UNKNOWN
    }

    /** The answer to one question. */
    public enum Answer {
        HOLDS,
        FAILS,
        /** It cannot be told here, without a network or with what was given. */
        NOT_CHECKED
    }

    /** An answer and its reason. */
    public record Check(Answer answer, Message why) {
        static Check holds(String key, Object... arguments) {
            return new Check(Answer.HOLDS, CredentialMessages.of(key, arguments));
        }

        static Check fails(String key, Object... arguments) {
            return new Check(Answer.FAILS, CredentialMessages.of(key, arguments));
        }

        static Check notChecked(String key, Object... arguments) {
            return new Check(Answer.NOT_CHECKED, CredentialMessages.of(key, arguments));
        }
    }

    /**
     * What a credential says.
     *
     * @param learners the names in it
     */
    public record Claim(String id, String issuer, String achievement, List<String> learners, String from) {
        public Claim {
            learners = List.copyOf(learners);
        }
    }

    /** Whether signature, validity and trust hold and it is not known to be revoked; of a record also all that is inside. */
    public boolean accepted() {
        return signature.answer() == Answer.HOLDS
                && validity.answer() == Answer.HOLDS
                && trust.answer() == Answer.HOLDS
                && status.answer() != Answer.FAILS
                && inside.stream().allMatch(BadgeVerification::accepted);
    }
}
