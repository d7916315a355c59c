package org.eportfolio.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;

/** A folder in which each school has a file, named by its id. Thread-safe. */
final class SchoolFolder implements SchoolStores {
    static final String ENDING = ".db";

    /** Nothing that leads out of the folder, and nothing that two file systems would read differently. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private static final Object NOTHING = new Object();

    private final Path folder;
    private final SqliteOptions options;
    private final Map<PortfolioStore, Object> files = new WeakHashMap<>();

    SchoolFolder(Path folder, SqliteOptions options) {
        this.folder = folder;
        this.options = options;
    }

    @Override
    public PortfolioStore open(String school) {
        Path file = file(school);
        Object before = identity(file);
        if (before.equals(NOTHING)) throw SchoolStores.unknown(school);
        PortfolioStore store = SqliteStore.open(file, options);
        synchronized (files) {
            files.put(store, before);
        }
        return store;
    }

    private Path file(String school) {
        if (!ID.matcher(school).matches()) throw SchoolStores.unknown(school);
        return folder.resolve(school + ENDING);
    }

    @Override
    public boolean isCurrent(String school, PortfolioStore store) {
        synchronized (files) {
            return identity(file(school)).equals(files.get(store));
        }
    }

    /** What tells a file from another that takes its name; the same for all where the file system has nothing of the kind. */
    private static Object identity(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) return NOTHING;
            Object key = found.fileKey();
            return key == null ? file : key;
        } catch (IOException notThere) {
            return NOTHING;
        }
    }

    @Override
    public void close() {}
}
