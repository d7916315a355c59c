package org.eportfolio.exchange.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;
import org.jspecify.annotations.Nullable;

/** A file that comes as it is, or as an entry of a ZIP or of the folder of an unpacked one. Not thread-safe. */
public final class Zipped implements Closeable {
    private final Path file;
    private final String entry;
    private final @Nullable Entries entries;

    private Zipped(Path file, String entry, @Nullable Entries entries) {
        this.file = file;
        this.entry = entry;
        this.entries = entries;
    }

    /** Whether these are the first bytes of a ZIP. */
    public static boolean isZip(byte[] start) {
        return start.length > 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9 && start[3] < 9;
    }

    /**
     * Opens the file. A remark names the entry that is read.
     *
     * @param ending of the entry's name, such as {@code .xml}
     * @param word in the name of the right one, where several end so; both in lower case
     */
    public static Zipped open(Path file, String ending, String word, Bounds bounds, Findings findings)
            throws IOException {
        if (!Files.isDirectory(file) && !isZip(start(file))) return new Zipped(file, "", null);
        Entries entries = Entries.open(file, bounds, findings);
        try {
            String entry = only(entries, ending, word, String.valueOf(file.getFileName()));
            String key = Files.isDirectory(file) ? "exchange.from-folder" : "exchange.from-zip";
            findings.remark(new Place(entry, 0, ""), key, entry, file.getFileName());
            return new Zipped(file, entry, entries);
        } catch (RuntimeException e) {
            entries.close();
            throw e;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static String only(Entries entries, String ending, String word, String file) {
        List<String> ones = entries.names().stream()
                .filter(each -> lastPart(each).endsWith(ending))
                .filter(each -> !lastPart(each).startsWith("."))
                .toList();
        if (ones.size() > 1) {
            ones = ones.stream().filter(each -> lastPart(each).contains(word)).toList();
        }
        ExchangeMessages.unless(ones.size() == 1, "file", "exchange.which-entry", file, ending, word);
        return ones.get(0);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name of the entry; empty for a file that is no ZIP. */
    public String entry() {
        return entry;
    }

    /** The bytes, anew at each call. */
    public InputStream bytes() throws IOException {
        return entries == null ? Files.newInputStream(file) : entries.open(entry);
    }

    @Override
    public void close() throws IOException {
        if (entries != null) entries.close();
    }
}
