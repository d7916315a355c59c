package org.eportfolio.exchange.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.eportfolio.exchange.Place;

/**
 * How a CSV file begins: a first line {@code sep=;}, as spreadsheets write it, and the header, which shows the separator.
 *
 * @param rest from the header on
 * @param header cut at a length that no header has
 * @param separator a semicolon, tab or comma, or what the first line states
 * @param lines so many before the header
 */
public record CsvStart(Reader rest, String header, char separator, int lines) {
    private static final int LONGEST = 32 * 1024;
    private static final String STATED = "sep=";

    /** Reads the beginning; remarks name tabs and a stated separator. */
    public static CsvStart of(Reader text, String entry, Findings findings) throws IOException {
        BufferedReader in = new BufferedReader(text, 2 * LONGEST);
        String first = peek(in);
        if (!isStated(first)) {
            char separator = separator(first);
            if (separator == '\t') findings.remark(new Place(entry, 1, ""), "exchange.tabs");
            return new CsvStart(in, first, separator, 0);
        }
        char separator = first.charAt(STATED.length());
        findings.remark(new Place(entry, 1, ""), "exchange.separator", String.valueOf(separator));
        in.readLine();
        return new CsvStart(in, peek(in), separator, 1);
    }

    /** The header among the first lines of a file. */
    public static String header(String start) {
        String first = line(start);
        if (!isStated(first)) return first;
        String rest = start.substring(first.length());
        return line(rest.startsWith("\r\n") ? rest.substring(2) : rest.isEmpty() ? rest : rest.substring(1));
    }

    /** The names in the header; none where its quotes do not close. */
    List<String> columns() {
        try (CsvReader<CsvRecord> line =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(header)) {
            return line.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException unreadable) {
            return List.of(); // reading the rows refuses it, with the line
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String peek(BufferedReader in) throws IOException {
        in.mark(LONGEST);
        char[] start = new char[LONGEST];
        int length = 0;
        for (int some = 0; some >= 0 && length < LONGEST; some = in.read(start, length, LONGEST - length)) {
            length += some;
        }
        in.reset();
        return line(new String(start, 0, length));
    }

    private static String line(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
        return text.substring(0, end);
    }

    private static boolean isStated(String line) {
        boolean stated = line.regionMatches(true, 0, STATED, 0, STATED.length());
        return stated && line.length() == STATED.length() + 1;
    }

    /** The first of these that the header has outside quotes. */
    private static char separator(String header) {
        for (char each : new char[] {';', '\t'}) {
            boolean quoted = false;
            for (int i = 0; i < header.length(); i++) {
                if (header.charAt(i) == '"') quoted = !quoted;
                else if (!quoted && header.charAt(i) == each) return each;
            }
        }
        return ',';
    }
}
