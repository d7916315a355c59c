package org.eportfolio.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;

/** An archive on the heap. Not thread-safe. */
public final class KeptArchive implements ArchiveSink, ArchiveSource {
    private final List<Row> rows = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Stored, byte[]> contents = new LinkedHashMap<>();

    /** Whether another one has the same rows, entries and files, in the same order. */
    public boolean sameAs(KeptArchive other) {
        return rows.equals(other.rows)
                && entries.equals(other.entries)
                && contents.keySet().equals(other.contents.keySet());
    }

    @Override
    public void row(Row row) {
        rows.add(row);
    }

    @Override
    public void entry(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void content(Stored content, InputStream bytes) throws IOException {
        contents.put(content, bytes.readAllBytes());
    }

    @Override
    public Set<Kind> kinds() {
        Set<Kind> kinds = new LinkedHashSet<>();
        rows.forEach(row -> kinds.add(row.kind()));
        return kinds;
    }

    @Override
    public Iterator<Row> rows(Kind kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).iterator();
    }

    @Override
    public Iterator<Entry> entries() {
        return entries.iterator();
    }

    @Override
    public Set<Stored> contents() {
        return contents.keySet();
    }

    @Override
    public InputStream open(Stored content) {
        byte[] bytes = contents.get(content);
        return bytes == null ? InputStream.nullInputStream() : new ByteArrayInputStream(bytes);
    }
}
