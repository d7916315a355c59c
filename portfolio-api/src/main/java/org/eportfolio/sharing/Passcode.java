package org.eportfolio.sharing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eportfolio.id.LinkId;
import org.eportfolio.spi.Hash;

/**
 * A short code that opens a link together with its token, to be handed over apart from it, such as on a strip of paper. It
 * is handed out once: the store has its hash. Read with or without hyphen, spaces and capitals. Immutable;
 * {@link #toString} does not show it.
 */
public final class Passcode {
    /** How many letters and digits a code has. */
    public static final int LENGTH = 8;

    /** Without vowels, and without what is easily taken for something else. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private final String text;

    private Passcode(String text) {
        this.text = text;
    }

    /**
     * The code made of these random numbers.
     *
     * @param random {@link #LENGTH} numbers, each from 0 to {@link #choices()} - 1
     */
    public static Passcode of(int... random) {
        if (random.length != LENGTH) throw new IllegalArgumentException("a code is made of 8 random numbers");
        StringBuilder letters = new StringBuilder();
        for (int each : random) letters.append(LETTERS.charAt(each));
        return new Passcode(letters.insert(LENGTH / 2, '-').toString());
    }

    /** How many letters and digits there are to choose from. */
    public static int choices() {
        return LETTERS.length();
    }

    /** What goes on paper: two groups of four, such as {@code K7QM-4TXR}. */
    public String text() {
        return text;
    }

    /** The hash by which a link keeps its code. */
    public Hash hash(LinkId link) {
        return hashOf(text, link);
    }

    /** SHA-256 of any text that is presented as the code of a link. */
    public static Hash hashOf(String presented, LinkId link) {
        String plain = presented.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        return Hash.ofContent((link + " " + plain).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a code";
    }
}
