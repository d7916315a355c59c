package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Feeds in the shape that Mahara writes (its exporter and templates, 23.04dev, commit 0881d0f9), which is not the one that it reads:
 * files are enclosures of their entries with an empty content, descriptions of files and pages are summaries, HTML stands within two
 * {@code div}, and days of a résumé are labels.
 */
final class MaharaExport {
    private static final String HEADER = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:leap2="https://web.archive.org/web/20100503000634/http://terms.leapspecs.org"
                xmlns:categories="https://web.archive.org/web/20120819100914/http://wiki.leapspecs.org:80/2A/categories"
                xmlns:portfolio="https://mahara.example/export/leap/7/1790000000/"
                xmlns:mahara="https://wiki.mahara.org/wiki/Developer_Area/Import//Export/LEAP_Extensions"
            >
                <leap2:version>http://www.leapspecs.org/2010-07/2A/</leap2:version>
                <id>https://mahara.example/export/7/1790000000</id>
                <title>Export d'Emma</title>
                <updated>2026-09-21T14:13:20+02:00</updated>
                <generator uri="https://mahara.org/" version="2022100600">Mahara</generator>
                <author>
                    <name>Emma Exemplaire</name>
                    <email>emma@lycee.example</email>
                    <uri>portfolio:artefactinternal</uri>
                </author>
            """;

    private MaharaExport() {}

    /** A ZIP of these entries and files, the files by their names within {@code export_info/files/}. */
    static Path zip(Path to, String entries, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.putNextEntry(new ZipEntry("leap2a.xml"));
            out.write((HEADER + entries + "</feed>\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                out.putNextEntry(new ZipEntry("export_info/files/" + each.getKey()));
                out.write(each.getValue());
            }
        }
        return to;
    }

    /** @param said elements between the days and the type: summary and content */
    static String entry(String id, String title, String type, String said, String more) {
        return "<entry><title>" + title + "</title><id>portfolio:" + id + "</id>"
                + "<updated>2026-09-20T10:00:00+02:00</updated><published>2026-09-19T10:00:00+02:00</published>" + said
                + "<rdf:type rdf:resource=\"leap2:" + type + "\"/>" + more + "</entry>\n";
    }

    /** @param name within {@code export_info/files/}, as it stands there: it is not percent-encoded */
    static String file(String id, String title, String description, String type, String name) {
        return entry(
                id,
                title,
                "resource",
                (description.isEmpty() ? "" : "<summary>" + description + "</summary>") + xhtml(""),
                "<mahara:artefactplugin mahara:type=\"file\" mahara:plugin=\"file\"/>"
                        + "<link rel=\"enclosure\" type=\"" + type + "\" href=\"export_info/files/" + name + "\"/>"
                        + "<category term=\"Offline\" scheme=\"categories:resource_type#\" label=\"File\"/>");
    }

    static String xhtml(String html) {
        return "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><div>" + html
                + "</div></div></content>";
    }

    static String link(String relation, String id) {
        return "<link rel=\"" + relation + "\" href=\"portfolio:" + id + "\"/>";
    }

    /** A journal without a description, of these posts. */
    static String journal(String id, String... posts) {
        StringBuilder parts = new StringBuilder();
        for (String each : posts) parts.append(link("leap2:has_part", each));
        return entry(
                id,
                "Mon journal",
                "selection",
                xhtml(""),
                parts + "<category term=\"Blog\" scheme=\"categories:selection_type#\"/>");
    }

    /** A post of a journal with the files that are attached to it. */
    static String post(String id, String title, String html, String journal, String... files) {
        StringBuilder links = new StringBuilder(link("leap2:is_part_of", journal));
        for (String each : files) links.append(link("related", each));
        return entry(id, title, "entry", xhtml(html), links.toString());
    }

    /** A page with its description, its blocks and the things in it. */
    static String page(String id, String title, String description, String blocks, String... parts) {
        StringBuilder links = new StringBuilder();
        for (String each : parts) links.append(link("leap2:has_part", each));
        return entry(
                id,
                title,
                "selection",
                "<summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><div>" + description
                        + "</div></div></summary>" + xhtml(blocks),
                links + "<category term=\"Webpage\" scheme=\"categories:selection_type#\"/>");
    }
}
