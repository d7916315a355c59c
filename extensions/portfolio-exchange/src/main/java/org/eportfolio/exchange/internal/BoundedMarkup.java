package org.eportfolio.exchange.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses XML in which a tag, a comment, a processing instruction or a CDATA section is longer than a megabyte: the JDK's
 * parser takes each of them into memory whole.
 */
final class BoundedMarkup extends FilterReader {
    private static final int LONGEST = 1 << 20;
    private static final String COMMENT = "<!--";
    private static final String CDATA = "<![CDATA[";
    private static final String INSTRUCTION = "<?";

    private final StringBuilder opening = new StringBuilder(CDATA.length());
    private int length;
    private char quote;
    private char last;
    private char beforeLast;

    BoundedMarkup(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) see((char) one);
        return one;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int some = super.read(into, from, most);
        for (int i = 0; i < some; i++) see(into[from + i]);
        return some;
    }

    private void see(char next) {
        if (length == 0 && next != '<') return;
        if (length == 0) opening.setLength(0);
        length++;
        if (opening.length() < CDATA.length()) opening.append(next);
        ExchangeMessages.unless(length <= LONGEST, "file", "exchange.markup-too-long", LONGEST);
        if (ends(next)) {
            length = 0;
            quote = 0;
        }
        beforeLast = last;
        last = next;
    }

    private boolean ends(char next) {
        if (begins(COMMENT)) return next == '>' && last == '-' && beforeLast == '-' && length > COMMENT.length() + 2;
        if (begins(CDATA)) return next == '>' && last == ']' && beforeLast == ']';
        if (begins(INSTRUCTION)) return next == '>' && last == '?';
        if (quote != 0) {
            if (next == quote) quote = 0;
            return false;
        }
        if (next == '"' || next == '\'') quote = next;
        return next == '>';
    }

    private boolean begins(String with) {
        return opening.length() >= with.length() && opening.indexOf(with) == 0;
    }
}
