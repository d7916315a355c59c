package org.eportfolio.exchange.leap2a;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.SafeZip;
import org.eportfolio.exchange.internal.Zipped;
import org.jspecify.annotations.Nullable;

/** Where a feed and its files are read from: a ZIP with the feed at its root or in its one folder, or the feed alone. */
final class LeapSource implements Closeable {
    private final Path file;
    private final @Nullable SafeZip zip;
    private final String feed;

    private LeapSource(Path file, @Nullable SafeZip zip, String feed) {
        this.file = file;
        this.zip = zip;
        this.feed = feed;
    }

    static LeapSource open(Path file, Bounds bounds, Findings findings) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (!Zipped.isZip(start)) return new LeapSource(file, null, "");
        SafeZip zip = SafeZip.open(file, bounds, findings);
        List<String> feeds = zip.names().stream()
                .filter(each -> each.equals(Leap2aFormat.FEED) || each.endsWith("/" + Leap2aFormat.FEED))
                .sorted(java.util.Comparator.comparingInt(String::length))
                .toList();
        if (feeds.isEmpty()) {
            zip.close();
            throw ExchangeMessages.because("file", "leap2a.no-entry", file.getFileName(), Leap2aFormat.FEED);
        }
        return new LeapSource(file, zip, feeds.get(0));
    }

    /** The name of the feed in the ZIP; empty for a plain file. */
    String feedName() {
        return feed;
    }

    InputStream feed() throws IOException {
        return zip == null ? Files.newInputStream(file) : zip.open(feed);
    }

    /** The name in the ZIP that an address in the feed stands for; empty when there is no such file. */
    Optional<String> find(String address) {
        if (zip == null || address.isEmpty()) return Optional.empty();
        String folder = feed.substring(0, feed.length() - Leap2aFormat.FEED.length());
        String path = address.startsWith("./") ? address.substring(2) : address;
        return Stream.of(path, decoded(path.replace("+", "%2B")), decoded(path))
                .map(each -> folder + each)
                .filter(each ->
                        !each.equals(feed) && !each.endsWith("/") && zip.names().contains(each))
                .findFirst();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** The bytes of a file that was found. */
    InputStream open(String name) throws IOException {
        if (zip == null) throw new IOException(name);
        return zip.open(name);
    }

    @Override
    public void close() throws IOException {
        if (zip != null) zip.close();
    }
}
