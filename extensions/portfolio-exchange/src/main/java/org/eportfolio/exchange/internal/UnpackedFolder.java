package org.eportfolio.exchange.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.exchange.Bounds;

/** A ZIP that was unpacked: the files of a folder and of the folders in it. Links are passed over. Not thread-safe. */
public final class UnpackedFolder implements Entries {
    private static final int DEPTH = 2;
    private static final int MOST = 10_000;

    private final Path folder;
    private final Set<String> names;
    private final long most;

    private UnpackedFolder(Path folder, Set<String> names, long most) {
        this.folder = folder;
        this.names = names;
        this.most = most;
    }

    static UnpackedFolder open(Path folder, Bounds bounds) throws IOException {
        return new UnpackedFolder(folder, names(folder), bounds.entryBytes());
    }

    /** The names of the files in a folder, such as {@code export/manifest.csv}; it refuses more than 10,000. */
    public static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            Set<String> names = files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST + 1L)
                    .map(each -> folder.relativize(each).toString().replace(File.separatorChar, '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            ExchangeMessages.unless(names.size() <= MOST, "file", "zip.entries", folder.getFileName(), MOST);
            return Collections.unmodifiableSet(names);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        ExchangeMessages.unless(names.contains(name), name, "folder.missing", name);
        return new BoundedStream(Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS), name, most);
    }

    @Override
    public void close() {}
}
