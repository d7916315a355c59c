package org.eportfolio.console.school;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.credentials.KeyPairSigning;
import org.eportfolio.credentials.Signing;
import org.jspecify.annotations.Nullable;

/** An Ed25519 pair in a file, as PEM: the private key (PKCS 8) and the public one (X.509), in either order. */
public record KeyFile(String text, String issuer) {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]{1,400})-----END \\1 KEY-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** A new pair, whose issuer is the key itself ({@code did:key:…}). */
    public static KeyFile random() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String text = block("PRIVATE", pair.getPrivate().getEncoded())
                    + block("PUBLIC", pair.getPublic().getEncoded());
            String method = KeyPairSigning.didKey(pair).verificationMethod();
            return new KeyFile(text, method.replaceAll("#.*", ""));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK from 15 on has it
        }
    }

    private static String block(String which, byte[] encoded) {
        return "-----BEGIN " + which + " KEY-----\n" + LINES.encodeToString(encoded) + "\n-----END " + which
                + " KEY-----\n";
    }

    /**
     * What signs with the pair in this text; empty if it holds none.
     *
     * @param method the address of the key; {@code null} for the key itself
     */
    public static Optional<Signing> signing(String text, @Nullable String method) {
        byte[] secret = null;
        byte[] open = null;
        Matcher blocks = BLOCK.matcher(text);
        try {
            while (blocks.find()) {
                byte[] encoded = Base64.getMimeDecoder().decode(blocks.group(2));
                if (blocks.group(1).equals("PRIVATE")) secret = encoded;
                else open = encoded;
            }
            if (secret == null || open == null) return Optional.empty();
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            KeyPair pair = new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(open)),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(secret)));
            return Optional.of(method == null ? KeyPairSigning.didKey(pair) : KeyPairSigning.at(method, pair));
        } catch (GeneralSecurityException | IllegalArgumentException noKeys) {
            return Optional.empty();
        }
    }
}
