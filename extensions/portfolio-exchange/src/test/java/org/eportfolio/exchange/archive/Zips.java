package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives taken apart and put together again, as somebody would who wants to smuggle something in. */
final class Zips {
    private Zips() {}

    static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                entries.put(each.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /** Names and contents of all entries, one after another. */
    static String text(Path zip) throws IOException {
        return entries(zip).entrySet().stream()
                .map(each -> each.getKey() + "\n" + new String(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /** A ZIP of these entries, without any seal. */
    static Path packed(Path to, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        }
        return to;
    }

    /** The same entries under a manifest that names them as they are now, and a seal: a forgery without a seam. */
    static Path forged(Path to, Map<String, byte[]> entries) throws IOException {
        Map<String, Manifest.Part> parts = new LinkedHashMap<>();
        entries.forEach((name, bytes) -> {
            if (!name.equals(Layout.MANIFEST)) {
                parts.put(
                        name,
                        new Manifest.Part(
                                bytes.length,
                                java.util.HexFormat.of()
                                        .formatHex(Manifest.sha256().digest(bytes))));
            }
        });
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.put(Layout.MANIFEST, new Manifest(Layout.SCHEMA, "dossier", "", null, parts).bytes());
        return sealed(to, all);
    }

    /** The entries as they are, under a seal. */
    static Path sealed(Path to, Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                ArchiveTrailer.Output seal = new ArchiveTrailer.Output(file)) {
            ZipOutputStream out = new ZipOutputStream(seal);
            out.setLevel(java.util.zip.Deflater.BEST_SPEED);
            out.setComment(ArchiveTrailer.placeholder());
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
            out.finish();
            seal.seal();
        }
        return to;
    }
}
