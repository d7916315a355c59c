package org.eportfolio.console.shell;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line as words. Quotes hold a word together where they begin it, or its value after {@code =}; an apostrophe within a
 * word is an apostrophe. Within double quotes {@code \"} is a quote. After the quote that ends it a word ends, or has its
 * {@code =}.
 *
 * @param wordIndex the word in which the cursor is
 * @param wordCursor how much of that word stands before the cursor
 * @param rawWordCursor the same with quotes
 * @param rawWordLength how long that word is as it is typed
 * @param open whether a quote is missing at the end
 * @param overrun whether a word goes on after the quote that should end it, so that the text is not what was meant
 */
record ShellLine(
        String line,
        int cursor,
        List<String> words,
        int wordIndex,
        int wordCursor,
        int rawWordCursor,
        int rawWordLength,
        boolean open,
        boolean overrun)
        implements CompletingParsedLine {
    ShellLine {
        words = List.copyOf(words);
    }

    /** @param cursor at the end of the line where words alone are asked for */
    static ShellLine of(String line, int cursor) {
        Reading reading = new Reading(line, cursor);
        return reading.all();
    }

    static ShellLine of(String line) {
        return of(line, line.length());
    }

    @Override
    public String word() {
        return words.get(wordIndex);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        String text = candidate.toString();
        int value = text.startsWith("--") ? text.indexOf('=') + 1 : 0;
        if (text.chars().noneMatch(each -> Character.isWhitespace(each) || each == '"')) return text;
        return text.substring(0, value) + '"' + text.substring(value).replace("\"", "\\\"") + '"';
    }

    /** Reads a line once, from left to right. */
    private static final class Reading {
        private final String line;
        private final int cursor;
        private final List<String> words = new ArrayList<>();
        private int at;
        private int index = -1;
        private int before;
        private int within;
        private int rawWithin;
        private int rawLength;
        private boolean open;
        private boolean overrun;

        private Reading(String line, int cursor) {
            this.line = line;
            this.cursor = cursor;
        }

        private ShellLine all() {
            while (at < line.length()) {
                if (Character.isWhitespace(line.charAt(at))) at++;
                else word();
            }
            if (index < 0) {
                // Between words: the cursor begins one of its own.
                index = before;
                words.add(index, "");
            }
            return new ShellLine(line, cursor, words, index, within, rawWithin, rawLength, open, overrun);
        }

        private void word() {
            int begin = at;
            StringBuilder word = new StringBuilder();
            char quote = 0;
            boolean here = false;
            while (at < line.length() && (quote != 0 || !Character.isWhitespace(line.charAt(at)))) {
                if (at == cursor) here = marked(word, begin);
                char c = line.charAt(at++);
                boolean begins = at - 1 == begin || line.charAt(at - 2) == '=';
                if (quote == 0 && begins && (c == '"' || c == '\'')) quote = c;
                else if (quote == '"' && c == '\\' && at < line.length() && line.charAt(at) == '"') {
                    word.append(line.charAt(at++));
                } else if (quote != 0 && c == quote) {
                    quote = 0;
                    overrun |= at < line.length() && !Character.isWhitespace(line.charAt(at)) && line.charAt(at) != '=';
                } else word.append(c);
            }
            if (at == cursor && !here) here = marked(word, begin);
            if (here) {
                index = words.size();
                rawLength = at - begin;
            }
            open |= quote != 0;
            words.add(word.toString());
            if (at < cursor) before = words.size();
        }

        private boolean marked(StringBuilder word, int begin) {
            within = word.length();
            rawWithin = at - begin;
            return true;
        }
    }
}
