package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.Stored;

/** The files of a feed, each once, under names made of their hash: nothing in them has to be percent-encoded. */
final class LeapFiles {
    private static final Set<String> PACKED = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "mp3", "m4a", "mp4", "ogg", "webm", "zip", "docx", "xlsx", "pptx",
            "odt", "ods", "odp");

    private record Source(Supplier<InputStream> bytes, boolean packed) {}

    private final Map<String, Source> sources = new LinkedHashMap<>();

    /** @return the path of the file, from the feed */
    String path(Stored content, String name, Supplier<InputStream> bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.indexOf('.') < 0 || !ending.matches("[a-z0-9]{1,8}")) ending = "bin";
        String path = "files/" + content.sha256() + "." + ending;
        sources.putIfAbsent(path, new Source(bytes, PACKED.contains(ending)));
        return path;
    }

    /** Copies all of them; what is packed already is not packed again. */
    void write(ZipOutputStream zip, ProgressListener progress) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long done = 0;
        for (Map.Entry<String, Source> each : sources.entrySet()) {
            zip.setLevel(each.getValue().packed() ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(each.getKey()));
            try (InputStream in = each.getValue().bytes().get()) {
                for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                    zip.write(buffer, 0, some);
                    done += some;
                    progress.at(done, -1);
                }
            }
            zip.closeEntry();
        }
    }
}
