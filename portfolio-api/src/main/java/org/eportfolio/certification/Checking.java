package org.eportfolio.certification;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eportfolio.certification.SealCheck.Fault;
import org.eportfolio.certification.SealCheck.Wrong;
import org.eportfolio.certification.Wrapping.Part;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.jspecify.annotations.Nullable;

/** One check of one file. Trusts nothing in it: sizes are bounded, paths are only compared. */
final class Checking {
    private static final int LONGEST_LIST = 16 * 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    private final Path file;
    private final List<Fault> faults = new ArrayList<>();

    Checking(Path file) {
        this.file = file;
    }

    SealCheck check() throws IOException {
        if (!Files.isReadable(file)) throw new java.nio.file.NoSuchFileException(file.toString());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return check(zip);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return new SealCheck(null, null, List.of(new Fault(Wrong.UNREADABLE, String.valueOf(file.getFileName()))));
        }
    }

    private SealCheck check(ZipFile zip) throws IOException {
        byte[] list = bytes(zip, SealedFile.LIST, LONGEST_LIST);
        if (list == null) {
            faults.add(new Fault(Wrong.UNREADABLE, SealedFile.LIST));
            return new SealCheck(null, null, faults);
        }
        Hash root = SealedContents.sha256(list);
        byte[] kept = bytes(zip, SealedFile.ROOT, LONGEST_LINE);
        String expected = SealedContents.line(root, SealedFile.LIST);
        if (kept == null || !expected.equals(new String(kept, StandardCharsets.UTF_8))) {
            faults.add(new Fault(Wrong.LIST, SealedFile.LIST));
        }
        Map<String, String> listed = listed(list);
        pieces(zip, listed);
        Signature signature = signature(zip);
        if (faults.isEmpty()) wrapping(zip, listed.keySet());
        return new SealCheck(root, signature, faults);
    }

    /** Hash by path. With a line of any other shape it is no content list. */
    private Map<String, String> listed(byte[] list) {
        Map<String, String> listed = new LinkedHashMap<>();
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
            int gap = line.indexOf("  ");
            if (gap != Hash.BYTES * 2 || listed.put(line.substring(gap + 2), line.substring(0, gap)) != null) {
                faults.add(new Fault(Wrong.LIST, SealedFile.LIST));
            }
        }
        return listed;
    }

    private void pieces(ZipFile zip, Map<String, String> listed) {
        Set<String> own = Set.of(SealedFile.LIST, SealedFile.ROOT, SealedFile.SIGNATURE);
        Set<String> there = new HashSet<>();
        zip.stream().forEach(entry -> {
            String path = entry.getName();
            boolean known = listed.containsKey(path) || own.contains(path);
            if (!there.add(path) || !known) faults.add(new Fault(Wrong.ADDED, path));
        });
        listed.forEach((path, hash) -> {
            if (!there.contains(path)) faults.add(new Fault(Wrong.MISSING, path));
            else if (!hash.equals(hashOf(zip, path))) faults.add(new Fault(Wrong.ALTERED, path));
        });
    }

    private static @Nullable String hashOf(ZipFile zip, String path) {
        try {
            return Wrapping.read(() -> open(zip, path)).content().sha256().toString();
        } catch (IOException | RuntimeException e) {
            return null; // not readable any more, so not what it was
        }
    }

    private @Nullable Signature signature(ZipFile zip) throws IOException {
        byte[] bytes = bytes(zip, SealedFile.SIGNATURE, LONGEST_LINE);
        if (bytes == null) return null;
        String[] lines = new String(bytes, StandardCharsets.US_ASCII).split("\n", -1);
        if (lines.length == 3 && lines[2].isEmpty()) {
            try {
                return new Signature(lines[0], lines[1]);
            } catch (IllegalArgumentException e) {
                // named below
            }
        }
        faults.add(new Fault(Wrong.ALTERED, SealedFile.SIGNATURE));
        return null;
    }

    /** Wraps the pieces anew and compares byte by byte, so that nothing hides between them. */
    private void wrapping(ZipFile zip, Set<String> listed) throws IOException {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(SealedFile.LIST, () -> open(zip, SealedFile.LIST)));
        parts.add(new Part(SealedFile.ROOT, () -> open(zip, SealedFile.ROOT)));
        if (zip.getEntry(SealedFile.SIGNATURE) != null) {
            parts.add(new Part(SealedFile.SIGNATURE, () -> open(zip, SealedFile.SIGNATURE)));
        }
        for (String path : listed) parts.add(new Part(path, () -> open(zip, path)));
        try (InputStream actual = new BufferedInputStream(Files.newInputStream(file), LONGEST_LINE)) {
            Comparing comparing = new Comparing(actual);
            try {
                Wrapping.write(parts, comparing);
                if (actual.read() >= 0) comparing.differs();
            } catch (ZipException | EOFException e) {
                comparing.differs(); // the headers do not lead to what they name
            }
            if (comparing.difference >= 0) {
                faults.add(new Fault(Wrong.WRAPPING, Long.toString(comparing.difference)));
            }
        }
    }

    private static InputStream open(ZipFile zip, String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) throw new ZipException(path);
        return in;
    }

    /** The bytes of a small entry; {@code null} if there is none, or it cannot be read. */
    private static byte @Nullable [] bytes(ZipFile zip, String path, int longest) {
        if (zip.getEntry(path) == null) return null;
        try (InputStream in = open(zip, path)) {
            return in.readNBytes(longest);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Takes what should stand in the file and looks whether it does. */
    private static final class Comparing extends OutputStream {
        private final InputStream actual;
        private long at;
        private long difference = -1;

        Comparing(InputStream actual) {
            this.actual = actual;
        }

        @Override
        public void write(int one) throws IOException {
            if (actual.read() != (one & 0xFF)) differs();
            at++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (difference >= 0) return;
            byte[] there = actual.readNBytes(length);
            int same = java.util.Arrays.mismatch(there, 0, there.length, bytes, offset, offset + length);
            if (same >= 0) {
                at += same;
                differs();
            } else {
                at += length;
            }
        }

        void differs() {
            if (difference < 0) difference = at;
        }
    }
}
