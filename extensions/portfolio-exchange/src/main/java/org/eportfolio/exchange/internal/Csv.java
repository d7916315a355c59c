package org.eportfolio.exchange.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;

/** CSV within bounds, row by row: quotes may hold separators, line ends and doubled quotes. */
public final class Csv {
    private static final int MOST_FIELDS = 1_000;

    private Csv() {}

    /** Takes one row; the number of its first line comes with it. */
    public interface Rows {
        void row(Row row);
    }

    /** One row below a header. */
    public static final class Row implements SheetRow {
        private final CsvRecord record;
        private final Map<String, Integer> columns;
        private final int header;
        private final String entry;
        private final int before;

        private Row(CsvRecord record, Map<String, Integer> columns, int header, String entry, int before) {
            this.before = before;
            this.record = record;
            this.columns = columns;
            this.header = header;
            this.entry = entry;
        }

        /** The field in this column, without blanks around it; empty when the row or the file has none. */
        @Override
        public String get(String column) {
            Integer at = columns.get(column.toLowerCase(Locale.ROOT));
            return at == null ? "" : get(at).strip();
        }

        /** Whether the file has such a column. */
        @Override
        public boolean has(String column) {
            return columns.containsKey(column.toLowerCase(Locale.ROOT));
        }

        /** The field at this position, from 0; empty when the row has none. */
        public String get(int at) {
            return at < record.getFieldCount() ? record.getField(at) : "";
        }

        public int size() {
            return record.getFieldCount();
        }

        /** The characters of all its fields. */
        public int length() {
            int length = 0;
            for (String each : record.getFields()) length += each.length();
            return length;
        }

        /** So many fields as the header has. */
        public int columns() {
            return header;
        }

        /** Where it begins. */
        @Override
        public Place place() {
            return place("");
        }

        /** Where one of its fields stands. */
        @Override
        public Place place(String column) {
            return new Place(entry, before + record.getStartingLineNumber(), column);
        }
    }

    /**
     * Reads all rows below the header.
     *
     * @param entry of an archive; empty for a plain file
     * @param known by which names each column goes, the first its own; the header may have them in any case and order
     * @return the number of columns in the header; 0 for a file without any
     */
    public static int read(
            CsvStart start, String entry, List<List<String>> known, Bounds bounds, Findings findings, Rows rows)
            throws IOException {
        long last = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(start.separator())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(false)
                .maxBufferSize((int) Math.min(1 << 30, Math.max(1 << 16, bounds.textLength() * 2L)))
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_FIELDS)
                                .maxFieldSize(bounds.textLength())
                                .maxRecordSize(Math.max(bounds.textLength(), 1 << 20))
                                .build(),
                        start.rest())) {
            Iterator<CsvRecord> each = records.iterator();
            if (!each.hasNext()) return 0;
            CsvRecord header = each.next();
            last = header.getStartingLineNumber();
            Map<String, Integer> columns = columns(header.getFields(), known);
            while (each.hasNext()) {
                CsvRecord record = each.next();
                last = record.getStartingLineNumber();
                if (record.getFields().stream().allMatch(String::isBlank)) continue;
                findings.item();
                rows.row(new Row(record, columns, header.getFieldCount(), entry, start.lines()));
            }
            return header.getFieldCount();
        } catch (CsvParseException e) {
            throw ExchangeMessages.because(new Place(entry, start.lines() + last + 1, "").toString(), "exchange.csv");
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** The names in a header that {@link #read} passes over: not known, or of a column that is there already. */
    public static List<String> unread(CsvStart start, List<List<String>> known) {
        List<String> header = start.columns();
        Collection<Integer> read = columns(header, known).values();
        return IntStream.range(0, header.size())
                .filter(each -> !read.contains(each))
                .mapToObj(each -> header.get(each).strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Map<String, Integer> columns(List<String> header, List<List<String>> known) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = Composed.of(header.get(i).strip().toLowerCase(Locale.ROOT));
            for (List<String> names : known) {
                if (names.stream().map(each -> each.toLowerCase(Locale.ROOT)).anyMatch(name::equals)) {
                    columns.putIfAbsent(names.get(0).toLowerCase(Locale.ROOT), i);
                }
            }
        }
        return columns;
    }
}
