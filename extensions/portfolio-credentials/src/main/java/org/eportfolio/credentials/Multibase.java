package org.eportfolio.credentials;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Bytes as text by a letter that says how: {@code z} for base58btc, {@code u} for base64url without padding. */
final class Multibase {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);

    /** The longest that base58 is read: reading it takes time with the square of the length. */
    private static final int LONGEST = 1_000;

    private Multibase() {}

    static String base58(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        BigInteger number = new BigInteger(1, bytes);
        while (number.signum() > 0) {
            BigInteger[] next = number.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(next[1].intValue()));
            number = next[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) text.append('1');
        return "z" + text.reverse();
    }

    static String base64url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes; an {@link IllegalArgumentException} if it is neither of the two. */
    static byte[] decode(String text) {
        if (text.startsWith("u")) return Base64.getUrlDecoder().decode(text.substring(1));
        if (!text.startsWith("z") || text.length() > LONGEST) throw new IllegalArgumentException("not base58btc");
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 1; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) throw new IllegalArgumentException("not base58btc");
            if (digit == 0 && number.signum() == 0) zeros++;
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] rest = number.signum() == 0 ? new byte[0] : number.toByteArray();
        if (rest.length > 0 && rest[0] == 0) rest = Arrays.copyOfRange(rest, 1, rest.length);
        byte[] bytes = new byte[zeros + rest.length];
        System.arraycopy(rest, 0, bytes, zeros, rest.length);
        return bytes;
    }
}
