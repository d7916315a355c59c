package org.eportfolio.core.internal.privacy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.eportfolio.core.internal.work.Digesting;
import org.eportfolio.spi.Stored;

/** Reads a package back as its reader will: byte for byte what was written, every entry to its end, every file whole. */
public final class PackageCheck {
    /** In the package that the library writes; a host's own may be laid out otherwise. */
    private static final String RECORDS = "records.jsonl";

    private PackageCheck() {}

    /**
     * Whether it is whole.
     *
     * @param written what was written
     * @param files what must be in it, if it is laid out as the library does
     */
    public static boolean isWhole(PassingFile kept, Stored written, Set<Stored> files) throws IOException {
        Digesting read = new Digesting(OutputStream.nullOutputStream());
        try (InputStream in = kept.read()) {
            in.transferTo(read);
        }
        if (!read.stored().equals(written)) return false;
        try (InputStream in = kept.read()) {
            return isWhole(new ZipInputStream(in), files);
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    private static boolean isWhole(ZipInputStream zip, Set<Stored> files) throws IOException {
        Map<String, Stored> missing = new HashMap<>();
        files.forEach(each -> missing.put(ExportPage.path(each), each));
        Set<String> names = new HashSet<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Digesting bytes = new Digesting(OutputStream.nullOutputStream());
            zip.transferTo(bytes);
            names.add(entry.getName());
            Stored expected = missing.remove(entry.getName());
            if (expected != null && !expected.equals(bytes.stored())) return false;
        }
        return !names.contains(RECORDS) || missing.isEmpty();
    }
}
