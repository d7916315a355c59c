package org.eportfolio.exchange.archive;

import java.nio.charset.StandardCharsets;

/** How an archive is laid out in its ZIP. */
final class Layout {
    /** Grows when an older reader could not read what is written. */
    static final int SCHEMA = 1;

    static final String MIMETYPE = "mimetype";
    static final byte[] MEDIA_TYPE = "application/vnd.eportfolio.archive+zip".getBytes(StandardCharsets.US_ASCII);
    static final String JOURNAL = "journal.jsonl";
    static final String MANIFEST = "manifest.json";
    private static final String RECORDS = "records/";
    private static final String LINES = ".jsonl";
    private static final String CONTENTS = "contents/";

    private Layout() {}

    static String records(String kind) {
        return RECORDS + kind + LINES;
    }

    static boolean isRecords(String entry) {
        return entry.startsWith(RECORDS) && entry.endsWith(LINES);
    }

    static String kind(String records) {
        return records.substring(RECORDS.length(), records.length() - LINES.length());
    }

    static String content(String hash) {
        return CONTENTS + hash;
    }

    static boolean isContent(String entry) {
        return entry.startsWith(CONTENTS);
    }

    static String hash(String content) {
        return content.substring(CONTENTS.length());
    }
}
