package org.eportfolio.exchange.leap2a;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A take-along as another portfolio writes it. */
public final class Leap2aFiles {
    public static final String FEED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:leap2="http://terms.leapspecs.org/" xmlns:categories="http://wiki.leapspecs.org/2A/categories/">
            <leap2:version>http://www.leapspecs.org/2010-07/2A/</leap2:version><id>https://mahara.example/1</id>
            <title>Export</title><generator>Mahara</generator><author><name>Emma</name></author>
            <entry><title>Billet</title><id>b1</id><published>2024-03-05T10:00:00Z</published>
              <content type="html">&lt;p&gt;Un &lt;a href="https://x.example/"&gt;lien&lt;/a&gt;&lt;/p&gt;</content>
              <rdf:type rdf:resource="leap2:entry"/><category term="tag"/><link rel="related" href="f1"/></entry>
            <entry><title>photo.txt</title><id>f1</id><rdf:type rdf:resource="leap2:resource"/>
              <content type="text/plain" src="files/a%20b.txt"/></entry>
            <entry><title>Journal</title><id>j1</id><rdf:type rdf:resource="leap2:selection"/>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le <b>mien</b></p></div></content>
              <category term="Blog" scheme="categories:selection_type#"/><link rel="leap2:has_part" href="b1"/></entry>
            <entry><title>Stage</title><id>s1</id><rdf:type rdf:resource="leap2:activity"/><content type="text">Boutique</content>
              <category term="Work" scheme="categories:life_area#"/><leap2:date leap2:point="start">2024-01-01</leap2:date></entry>
            </feed>
            """;

    private Leap2aFiles() {}

    /** The feed with its file. */
    public static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(Leap2aFormat.FEED));
            zip.write(FEED.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("files/a b.txt"));
            zip.write("abc".repeat(100).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
