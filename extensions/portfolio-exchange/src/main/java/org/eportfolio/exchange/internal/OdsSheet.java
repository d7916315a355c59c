package org.eportfolio.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;

/**
 * The first table of an OpenDocument spreadsheet (ISO/IEC 26300), within bounds and row by row: what its cells show as text,
 * days as {@code 2026-09-01}. Nothing is calculated, and other tables are not read.
 */
public final class OdsSheet {
    private static final String CONTENT = "content.xml";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final int MOST_FIELDS = 1_000;
    private static final int MOST_REPEATED = 10_000;
    private static final int MOST_BLANKS = 1_000;
    private static final int DAY = 10;

    private final XMLStreamReader in;
    private final Bounds bounds;
    private final Findings findings;
    private final List<List<String>> known;
    private final Rows rows;
    private Map<String, Integer> columns = Map.of();
    private boolean headed;
    private long line = 1;

    private OdsSheet(XMLStreamReader in, List<List<String>> known, Bounds bounds, Findings findings, Rows rows) {
        this.in = in;
        this.known = known;
        this.bounds = bounds;
        this.findings = findings;
        this.rows = rows;
    }

    /** Takes one row below the header. */
    public interface Rows {
        void row(SheetRow row);
    }

    /** Whether a file begins as a spreadsheet does. */
    public static boolean isOne(byte[] start) {
        return Zipped.isZip(start)
                && new String(start, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("application/vnd.oasis.opendocument.spreadsheet");
    }

    /**
     * Reads all rows below the header.
     *
     * @param known by which names each column goes, the first its own; the header may have them in any case and order
     * @return the names of the columns that are there
     */
    public static java.util.Set<String> read(
            Path file, List<List<String>> known, Bounds bounds, Findings findings, Rows rows) throws IOException {
        try (SafeZip zip = SafeZip.open(file, bounds, findings);
                InputStream in = new BoundedStream(zip.open(CONTENT), CONTENT, bounds.entryBytes())) {
            OdsSheet sheet = new OdsSheet(SafeXml.reader(in), known, bounds, findings, rows);
            sheet.table();
            return sheet.columns.keySet();
        } catch (XMLStreamException | CharacterCodingException e) {
            throw ExchangeMessages.because(CONTENT, "exchange.xml");
        }
    }

    private void table() throws XMLStreamException {
        int depth = 0;
        while (in.hasNext()) {
            int event = in.next();
            refuseDtd(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth = deeper(depth);
                if (is(TABLE, "table-row")) {
                    row(depth);
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (is(TABLE, "table")) return;
            }
        }
    }

    private void refuseDtd(int event) {
        boolean foreign = event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE;
        ExchangeMessages.unless(!foreign, CONTENT, "exchange.dtd");
    }

    private int deeper(int depth) {
        ExchangeMessages.unless(depth < bounds.depth(), CONTENT, "exchange.too-deep-file", bounds.depth());
        return depth + 1;
    }

    private boolean is(String namespace, String name) {
        return name.equals(in.getLocalName()) && namespace.equals(in.getNamespaceURI());
    }

    private void row(int above) throws XMLStreamException {
        long repeated = repeated("number-rows-repeated");
        List<String> cells = new ArrayList<>();
        int depth = above;
        while (in.hasNext()) {
            int event = in.next();
            refuseDtd(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth = deeper(depth);
                if (is(TABLE, "table-cell") || is(TABLE, "covered-table-cell")) {
                    cell(cells, depth);
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == above) break;
                depth--;
            }
        }
        boolean blank = cells.stream().allMatch(String::isBlank);
        ExchangeMessages.unless(
                blank || repeated <= MOST_REPEATED,
                Place.line(line).toString(),
                "exchange.too-many-items",
                CONTENT,
                MOST_REPEATED);
        for (long i = 0; i < repeated && !blank; i++) take(cells, line + i);
        line += repeated;
    }

    private void take(List<String> cells, long at) {
        if (!headed) {
            headed = true;
            columns = named(cells);
            return;
        }
        findings.item();
        rows.row(new Row(cells, columns, at));
    }

    private long repeated(String attribute) {
        return repeated(TABLE, attribute);
    }

    private long repeated(String namespace, String attribute) {
        String many = in.getAttributeValue(namespace, attribute);
        if (many == null) return 1;
        try {
            return Math.max(1, Integer.parseInt(many.strip()));
        } catch (NumberFormatException e) {
            throw ExchangeMessages.because(CONTENT, "exchange.xml");
        }
    }

    private void cell(List<String> cells, int above) throws XMLStreamException {
        long repeated = repeated("number-columns-repeated");
        String day = in.getAttributeValue(OFFICE, "date-value");
        StringBuilder text = new StringBuilder();
        int depth = above;
        int paragraphs = 0;
        boolean inside = false;
        while (in.hasNext()) {
            int event = in.next();
            refuseDtd(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth = deeper(depth);
                if (is(TEXT, "p") && depth == above + 1) {
                    if (paragraphs++ > 0) text.append('\n');
                    inside = true;
                } else {
                    text.append(blanks());
                }
                requireShort(text.length());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (inside) text.append(in.getText());
                requireShort(text.length());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == above) break;
                if (depth == above + 1) inside = false;
                depth--;
            }
        }
        String shown = day == null ? text.toString() : day.substring(0, Math.min(DAY, day.length()));
        if (shown.isBlank()) {
            // What is blank up to the end of the sheet is said by one cell, repeated thousands of times.
            for (long i = 0; i < repeated && cells.size() < MOST_FIELDS; i++) cells.add("");
            return;
        }
        ExchangeMessages.unless(
                cells.size() + repeated <= MOST_FIELDS, Place.line(line).toString(), "exchange.csv");
        for (long i = 0; i < repeated; i++) cells.add(shown);
    }

    /** What an element within a text stands for (OpenDocument 1.2, 6.1). */
    private String blanks() {
        if (is(TEXT, "s")) return " ".repeat((int) Math.min(MOST_BLANKS, repeated(TEXT, "c")));
        return is(TEXT, "tab") || is(TEXT, "line-break") ? " " : "";
    }

    private void requireShort(int characters) {
        ExchangeMessages.unless(
                characters <= bounds.textLength(),
                Place.line(line).toString(),
                "text.too-long",
                bounds.textLength(),
                characters);
    }

    private Map<String, Integer> named(List<String> header) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = Composed.of(header.get(i).strip().toLowerCase(Locale.ROOT));
            for (List<String> names : known) {
                if (names.contains(name)) found.putIfAbsent(names.get(0), i);
            }
        }
        return found;
    }

    private record Row(List<String> cells, Map<String, Integer> columns, long line) implements SheetRow {
        @Override
        public String get(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at).strip();
        }

        @Override
        public boolean has(String column) {
            return columns.containsKey(column);
        }

        @Override
        public Place place() {
            return place("");
        }

        @Override
        public Place place(String column) {
            return new Place("", line, column);
        }
    }
}
