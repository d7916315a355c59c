package org.eportfolio.exchange.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.internal.BoundedJson;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.HeapBudget;
import org.eportfolio.exchange.internal.SafeZip;
import org.eportfolio.internal.file.Meter;
import org.eportfolio.internal.file.Metered;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/** An archive that is read: sealed, with exactly the entries that its manifest names. */
final class ArchiveFile implements ArchiveSource, Closeable {
    private static final int MANIFEST_PER_ENTRY = 1_024;
    private static final int BYTES_PER_CHARACTER = 4;
    private static final int HELD_PER_BYTE_OF_MANIFEST = 8;

    private final SafeZip zip;
    private final Manifest manifest;
    private final Bounds bounds;
    private final JsonFactory json;
    private final Meter meter;
    private final Set<Kind> kinds = new LinkedHashSet<>();
    private final Set<Stored> contents = new LinkedHashSet<>();
    private final Set<String> sound = new HashSet<>();
    private long items;

    private ArchiveFile(SafeZip zip, Bounds bounds, Meter meter) throws IOException {
        this.zip = zip;
        this.bounds = bounds;
        this.meter = meter;
        ObjectMapper mapper = BoundedJson.mapper(bounds);
        this.json = mapper.getFactory()
                .rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        requireMediaType();
        try (InputStream in = zip.open(Layout.MANIFEST)) {
            long most = (zip.names().size() + 1L) * MANIFEST_PER_ENTRY;
            ExchangeMessages.unless(
                    zip.size(Layout.MANIFEST) <= most, Layout.MANIFEST, "exchange.too-large", Layout.MANIFEST, most);
            HeapBudget.require(Layout.MANIFEST, zip.size(Layout.MANIFEST) * HELD_PER_BYTE_OF_MANIFEST);
            this.manifest = Manifest.read(in, new ObjectMapper(json));
        }
        requireNamed();
    }

    static ArchiveFile open(Path file, Bounds bounds, ProgressListener progress) throws IOException {
        Meter meter = new Meter(progress);
        ArchiveTrailer.require(file, meter);
        SafeZip zip = SafeZip.openOwn(file, bounds);
        try {
            ArchiveFile archive = new ArchiveFile(zip, bounds, meter);
            archive.expect(Files.size(file));
            return archive;
        } catch (RuntimeException | IOException e) {
            zip.close();
            throw e;
        }
    }

    /** Lines are read twice unless they come into an empty portfolio, files once. */
    private void expect(long packed) {
        long all = packed;
        for (Map.Entry<String, Manifest.Part> each : manifest.parts().entrySet()) {
            all += each.getValue().size() * (Layout.isContent(each.getKey()) ? 1 : 2);
        }
        meter.expect(all);
    }

    private void requireMediaType() throws IOException {
        try (InputStream in = zip.open(Layout.MIMETYPE)) {
            ExchangeMessages.unless(
                    Arrays.equals(in.readNBytes(Layout.MEDIA_TYPE.length + 1), Layout.MEDIA_TYPE),
                    Layout.MIMETYPE,
                    "archive.not-one");
        }
    }

    private void requireNamed() {
        for (String name : zip.names()) {
            ExchangeMessages.unless(
                    name.equals(Layout.MANIFEST) || manifest.parts().containsKey(name), name, "archive.extra", name);
        }
        manifest.parts().forEach((name, part) -> {
            ExchangeMessages.unless(zip.names().contains(name), name, "zip.missing", name);
            ExchangeMessages.unless(zip.size(name) == part.size(), name, "archive.entry-altered", name);
            if (Layout.isRecords(name)) kinds.add(kind(name));
            else if (Layout.isContent(name)) contents.add(stored(name, part));
            else {
                boolean known = name.equals(Layout.JOURNAL) || name.equals(Layout.MIMETYPE);
                ExchangeMessages.unless(known, name, "archive.extra", name);
            }
        });
    }

    private static Kind kind(String name) {
        try {
            return new Kind(Layout.kind(name));
        } catch (IllegalArgumentException e) {
            throw ExchangeMessages.because(name, "archive.extra", name);
        }
    }

    private static Stored stored(String name, Manifest.Part part) {
        ExchangeMessages.unless(Layout.hash(name).equals(part.sha256()), name, "archive.entry-altered", name);
        return new Stored(Hash.parse(part.sha256()), part.size());
    }

    /** Refuses a file that is not what its name says; for when nothing is written that would show it. */
    void requireContents() throws IOException {
        byte[] chunk = new byte[64 * 1024];
        for (Stored each : contents) {
            MessageDigest digest = Manifest.sha256();
            try (InputStream in = open(each)) {
                for (int some = in.read(chunk); some >= 0; some = in.read(chunk)) digest.update(chunk, 0, some);
            }
            String name = Layout.content(each.sha256().toString());
            ExchangeMessages.unless(
                    HexFormat.of()
                            .formatHex(digest.digest())
                            .equals(each.sha256().toString()),
                    name,
                    "archive.entry-altered",
                    name);
        }
    }

    /** Reports that all is done. */
    void over() {
        meter.over();
    }

    @Override
    public Optional<String> school() {
        return Optional.ofNullable(manifest.school());
    }

    @Override
    public Set<Kind> kinds() {
        return Collections.unmodifiableSet(kinds);
    }

    @Override
    public Iterator<Row> rows(Kind kind) {
        String name = Layout.records(kind.name());
        return new Lines<>(
                name,
                stream(name),
                part(name),
                reading(),
                line -> new Row(
                        new Scope(line.uuid("{\"scope\":\"")), kind, line.uuid("\",\"id\":\""), line.body(), Set.of()));
    }

    @Override
    public Iterator<Entry> entries() {
        items = 0;
        if (!manifest.parts().containsKey(Layout.JOURNAL)) return Collections.emptyIterator();
        return new Lines<>(Layout.JOURNAL, stream(Layout.JOURNAL), part(Layout.JOURNAL), reading(), line -> {
            Scope scope = new Scope(line.uuid("{\"scope\":\""));
            long number = line.number("\",\"number\":");
            if (number < 1) throw line.refused("number");
            Hash hash;
            try {
                hash = Hash.parse(line.word(",\"hash\":\""));
            } catch (IllegalArgumentException e) {
                throw line.refused("hash");
            }
            return new Entry(scope, number, hash, line.body().toString());
        });
    }

    private Lines.Reading reading() {
        int longest = (int) Math.min(Integer.MAX_VALUE / 2, (long) bounds.textLength() * BYTES_PER_CHARACTER);
        return new Lines.Reading(json, longest, this::count, meter, sound);
    }

    private void count() {
        ExchangeMessages.unless(++items <= bounds.items(), "", "archive.items", bounds.items());
    }

    private Manifest.Part part(String name) {
        return Objects.requireNonNull(manifest.parts().get(name), name);
    }

    private InputStream stream(String name) {
        try {
            return zip.open(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Stored> contents() {
        return Collections.unmodifiableSet(contents);
    }

    @Override
    public InputStream open(Stored content) throws IOException {
        return new Metered(zip.open(Layout.content(content.sha256().toString())), meter);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
