package org.eportfolio.core;

import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;

/** An archive with nothing in it, which takes in nothing. */
public final class NoArchive implements ArchiveSink, ArchiveSource {
    @Override
    public void row(Row row) {
        throw new AssertionError("handed out " + row);
    }

    @Override
    public void entry(Entry entry) {
        throw new AssertionError("handed out " + entry);
    }

    @Override
    public void content(Stored content, InputStream bytes) {
        throw new AssertionError("handed out " + content);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of();
    }

    @Override
    public Iterator<Row> rows(Kind kind) {
        return Collections.emptyIterator();
    }

    @Override
    public Iterator<Entry> entries() {
        return Collections.emptyIterator();
    }

    @Override
    public Set<Stored> contents() {
        return Set.of();
    }

    @Override
    public InputStream open(Stored content) {
        return InputStream.nullInputStream();
    }
}
