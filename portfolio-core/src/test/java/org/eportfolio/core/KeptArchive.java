package org.eportfolio.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
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

    /** What this one has and another one has not, rows, entries and files; keys do not travel. */
    public List<Object> without(KeptArchive other) {
        List<Object> left = new ArrayList<>(all());
        left.removeAll(new HashSet<>(other.all()));
        return left;
    }

    private List<Object> all() {
        List<Object> all = new ArrayList<>(entries);
        rows.forEach(each -> all.add(new Row(each.scope(), each.kind(), each.id(), each.json(), Set.of())));
        all.addAll(contents.keySet());
        return all;
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
