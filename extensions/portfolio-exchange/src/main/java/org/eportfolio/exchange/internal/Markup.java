package org.eportfolio.exchange.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes well-formed HTML that is XML too. All text and all values are escaped; characters that reorder
 * or hide others become U+FFFD. Nothing is kept in memory but the names of the open elements. Not thread-safe.
 */
public final class Markup implements Closeable {
    private static final int REPLACEMENT = 0xFFFD;

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    private Markup(Writer out) {
        this.out = out;
    }

    /** Begins a page: its head, and its body up to the skip link. */
    public static Markup page(Path file, String language, String title, String style) throws IOException {
        Markup page = new Markup(Files.newBufferedWriter(file));
        page.out.write("<!DOCTYPE html>\n");
        page.open("html", "lang", language, "xmlns", "http://www.w3.org/1999/xhtml");
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'");
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        page.empty("meta", "name", "subject", "content", title);
        page.element("title", title);
        page.open("style");
        page.out.write(style);
        return page.end().end().open("body");
    }

    /** Begins an XML document that is no page. */
    public static Markup xml(Writer to) throws IOException {
        to.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return new Markup(to);
    }

    /** Writes what goes into an element of a page, with nothing around it. */
    public static Markup part(Writer to) {
        return new Markup(to);
    }

    /** @param attributes names and values in turn */
    public Markup open(String element, String... attributes) throws IOException {
        begin(element, attributes);
        out.write('>');
        open.push(element);
        return this;
    }

    /** Ends the element opened last. */
    public Markup end() throws IOException {
        String element = open.pop();
        out.write("</" + element + ">");
        if (!"aspanstrongtime".contains(element)) out.write('\n');
        return this;
    }

    /** An element without content. */
    public Markup empty(String element, String... attributes) throws IOException {
        begin(element, attributes);
        out.write("/>");
        return this;
    }

    /** An element with text in it. */
    public Markup element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).end();
    }

    private void begin(String element, String... attributes) throws IOException {
        out.write("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"");
            text(attributes[i + 1]);
            out.write('"');
        }
    }

    public Markup text(String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> {
                    int shown = deceives(c) ? REPLACEMENT : c;
                    if (shown < Character.MIN_SUPPLEMENTARY_CODE_POINT) out.write(shown);
                    else out.write(Character.toChars(shown));
                }
            }
        }
        return this;
    }

    private static boolean deceives(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c & 0xFFFE) == 0xFFFE;
    }

    /**
     * A person's words as they wrote them: paragraphs where they left a line empty, lists where lines begin with a dash
     * or a bullet, line ends as they are. No other markup is read into them.
     *
     * @param attributes of each paragraph and list, such as its language
     */
    public Markup prose(String words, String... attributes) throws IOException {
        String inside = "";
        for (int from = 0; from <= words.length(); ) {
            int end = words.indexOf('\n', from);
            if (end < 0) end = words.length();
            String line = words.substring(from, end).strip();
            from = end + 1;
            boolean item = line.length() > 2 && "-*•–".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
            String wanted = line.isEmpty() ? "" : item ? "ul" : "p";
            boolean goesOn = wanted.equals(inside);
            if (!goesOn && !inside.isEmpty()) end();
            if (!goesOn && !wanted.isEmpty()) begun(wanted, attributes);
            if (item) element("li", line.substring(2).strip());
            else if (!line.isEmpty()) {
                if (goesOn) empty("br");
                text(line);
            }
            inside = wanted;
        }
        return inside.isEmpty() ? this : end();
    }

    private void begun(String element, String... attributes) throws IOException {
        String[] all = new String[attributes.length + 2];
        all[0] = "dir";
        all[1] = "auto";
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        open(element, all);
    }

    /** How many elements are open. */
    public int depth() {
        return open.size();
    }

    /** Ends elements until so many are open. */
    public void endTo(int depth) throws IOException {
        while (open.size() > depth) end();
    }

    /** Ends what is open, and the file. */
    @Override
    public void close() throws IOException {
        try (out) {
            endTo(0);
        }
    }
}
