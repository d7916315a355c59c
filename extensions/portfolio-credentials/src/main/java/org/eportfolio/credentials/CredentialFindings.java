package org.eportfolio.credentials;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eportfolio.Line;
import org.eportfolio.Message;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.eportfolio.credentials.BadgeVerification.Claim;
import org.eportfolio.credentials.BadgeVerification.Form;

/**
 * What was found of a credential that a learner brings, in words: each answer with its reason, and who says what.
 *
 * @param credential as it was in the file or in the picture
 */
record CredentialFindings(BadgeVerification found, String credential, Instant at) {
    private static final int LONGEST = 300;

    /** Why it does not come in; empty if it does. One that was over by now still shows what was achieved. */
    Optional<Message> refusal() {
        if (found.form() == Form.UNKNOWN) return Optional.of(found.signature().why());
        return refusal(found);
    }

    private static Optional<Message> refusal(BadgeVerification one) {
        for (Check each : List.of(one.signature(), one.validity(), one.status(), one.trust())) {
            boolean over = each.why().key().equals("verify.over");
            if (each.answer() == Answer.FAILS && !over) return Optional.of(each.why());
        }
        return one.inside().stream().flatMap(each -> refusal(each).stream()).findFirst();
    }

    /** What the credential is called; empty for one without a name. */
    String title() {
        return line(claim().achievement());
    }

    /** The bytes that are kept. */
    byte[] bytes() {
        return credential.getBytes(StandardCharsets.UTF_8);
    }

    private String plain() {
        return UntrustedJson.plain(credential);
    }

    /** What the file is called that is kept: JSON, a token, or the address of a badge of Open Badges 2.0. */
    String fileName() {
        if (plain().startsWith("{")) return "badge.json";
        return Jws.looksLike(plain()) ? "badge.jwt" : "badge.txt";
    }

    String mediaType() {
        if (plain().startsWith("{")) return "application/json";
        return Jws.looksLike(plain()) ? "application/jwt" : "text/plain";
    }

    private Claim claim() {
        Claim claim = found.claim();
        return claim == null ? new Claim("", "", "", List.of(), "") : claim;
    }

    /** A sentence each, in the order in which they are to be read. */
    List<Message> sentences() {
        List<Message> said = new ArrayList<>();
        boolean claimed = found.form() == Form.UNVERIFIED_CLAIM;
        said.add(CredentialMessages.of(claimed ? "brought.claim" : "brought.checked", at));
        if (found.signature().why().key().equals("verify.claim-address")) {
            said.add(CredentialMessages.of("brought.address", line(claim().id())));
            return said;
        }
        said.add(CredentialMessages.of("brought.by", orNone(claim().issuer()), orNone(claim().from())));
        if (!claim().learners().isEmpty()) {
            said.add(CredentialMessages.of("brought.names", line(String.join(", ", claim().learners()))));
        }
        if (!claimed) {
            said.add(answer("brought.signature", found.signature()));
            said.add(answer("brought.validity", found.validity()));
            said.add(answer("brought.status", found.status()));
            said.add(answer("brought.trust", found.trust()));
        }
        for (BadgeVerification each : found.inside()) {
            Claim inner = each.claim();
            String title = inner == null ? "" : line(inner.achievement());
            said.add(CredentialMessages.of(each.accepted() ? "brought.inside" : "brought.inside-open", orNone(title)));
        }
        return said;
    }

    private static Message answer(String question, Check check) {
        String answer = switch (check.answer()) {
            case HOLDS -> "brought.holds";
            case FAILS -> "brought.fails";
            case NOT_CHECKED -> "brought.not-checked";
        };
        return CredentialMessages.of(question, CredentialMessages.of(answer), check.why());
    }

    private static Object orNone(String text) {
        String line = line(text);
        return line.isEmpty() ? CredentialMessages.of("brought.unsaid") : line;
    }

    private static String line(String text) {
        return line(text, LONGEST);
    }

    /** Any text on one line of at most so many characters. */
    static String line(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .filter(c -> Line.Check.harmless(Character.toString(c)))
                .limit(longest)
                .forEach(line::appendCodePoint);
        String plain = line.toString().replaceAll(" +", " ").strip();
        int most = Math.min(plain.length(), longest);
        boolean half = most > 0 && most < plain.length() && Character.isHighSurrogate(plain.charAt(most - 1));
        return plain.substring(0, half ? most - 1 : most);
    }
}
