package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.BoundedStream;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.SafeXml;

/**
 * Reads a feed of any of the three generations: 2009-03, 2010-07, and the archived copies of their addresses as Mahara 22.10
 * and later writes them. A feed without a version is of 2009-03. It holds the texts of all entries in memory, so it is at
 * most {@value #MOST} bytes.
 */
final class LeapFeed {
    /** The largest feed that is read, in bytes; files are not part of it. */
    static final long MOST = 16L << 20;

    private static final int MOST_OF_AN_ENTRY = 10_000;

    /** Bytes that an entry takes with all that is made of it, except its texts and links. */
    private static final int HELD_PER_ENTRY = 1_500;

    /** Bytes for each of its links, categories and days. */
    private static final int HELD_PER_LINK = 120;

    private static final int HELD_PER_CHARACTER = 4;

    /** The attributes of XHTML that are read. */
    private static final Map<String, List<String>> KEPT = Map.of("a", List.of("href"), "img", List.of("href", "alt"));

    private final XMLStreamReader xml;
    private final String entry;
    private final Bounds bounds;
    private final Findings findings;
    private final Map<String, ReadEntry> entries = new LinkedHashMap<>();
    private String author = "";
    private String generator = "";
    private String version = "";
    private String id = "";
    private boolean leap;

    private LeapFeed(XMLStreamReader xml, String entry, Bounds bounds, Findings findings) {
        this.xml = xml;
        this.entry = entry;
        this.bounds = bounds;
        this.findings = findings;
    }

    /** @param entry of the ZIP, for places; empty for a plain file */
    static LeapFeed read(InputStream in, String entry, Bounds bounds, Findings findings) throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = SafeXml.reader(new BoundedStream(in, entry, Math.min(MOST, bounds.entryBytes())));
            LeapFeed feed = new LeapFeed(xml, entry, bounds, findings);
            feed.read();
            return feed;
        } catch (XMLStreamException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw ExchangeMessages.because(new Place(entry, line, "").toString(), "leap2a.xml");
        } catch (java.nio.charset.CharacterCodingException e) {
            throw ExchangeMessages.because(new Place(entry, 0, "").toString(), "leap2a.xml");
        }
    }

    /** All entries by their ids, in the order of the file. */
    Map<String, ReadEntry> entries() {
        return entries;
    }

    /** The name of whose feed it is; empty when it does not say. */
    String author() {
        return author;
    }

    String generator() {
        return generator;
    }

    String id() {
        return id;
    }

    private void read() throws XMLStreamException, IOException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            requirePlain(event);
            event = xml.next();
        }
        if (!xml.getLocalName().equals("feed")) throw ExchangeMessages.because(place("feed"), "leap2a.no-feed");
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "entry" -> add(entry());
                case "author" -> author = name();
                case "generator" -> generator = text().strip();
                case "id" -> id = text().strip();
                case "version" -> {
                    leap |= LeapNames.isLeap(namespace());
                    version = text();
                }
                default -> skip();
            }
        }
        ExchangeMessages.unless(leap || !version.isEmpty(), place(""), "leap2a.no-feed");
        if (version.isEmpty()) findings.remark(new Place(entry, 0, ""), "leap2a.earlier");
    }

    private void add(ReadEntry read) {
        findings.item();
        findings.hold(HELD_PER_ENTRY);
        if (read.id.isEmpty()) read.id = "line " + read.line;
        if (entries.putIfAbsent(read.id, read) != null) {
            findings.bad("entry", new Place(entry, read.line, "id"), "leap2a.id-twice", read.id);
        }
    }

    private ReadEntry entry() throws XMLStreamException, IOException {
        ReadEntry read = new ReadEntry(xml.getLocation().getLineNumber());
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "id" -> read.id = text().strip();
                case "title" -> read.title = text();
                case "published" -> read.published = text().strip();
                case "updated" -> {
                    String updated = text().strip();
                    if (read.published.isEmpty()) read.published = updated;
                }
                case "author" -> read.author = name();
                case "summary" -> read.summary = words();
                case "subtitle" -> read.instructions = words();
                case "content" -> {
                    read.source = attribute("src");
                    read.content = words();
                }
                case "type" -> {
                    read.types.add(type());
                    skip();
                }
                case "link" -> {
                    read.links.add(new ReadEntry.Link(attribute("rel"), attribute("href"), attribute("type")));
                    requireFew(read.links.size());
                    skip();
                }
                case "category" -> {
                    read.categories.add(
                            new ReadEntry.Category(attribute("scheme"), attribute("term"), attribute("label")));
                    requireFew(read.categories.size());
                    skip();
                }
                case "date" -> {
                    String point = attribute("point");
                    String label = attribute("label");
                    String day = text().strip();
                    read.days.put(point, day.isEmpty() ? label : day);
                    requireFew(read.days.size());
                }
                case "myrole" -> read.role = text().strip();
                case "status" -> {
                    read.completed = attribute("stage").equals("completed");
                    skip();
                }
                default -> skip();
            }
        }
        return read;
    }

    /** Counts one more link, category or day of an entry. */
    private void requireFew(int soFar) {
        ExchangeMessages.unless(soFar <= MOST_OF_AN_ENTRY, place(""), "leap2a.too-many", MOST_OF_AN_ENTRY);
        findings.hold(HELD_PER_LINK);
    }

    private String type() {
        String resource = attribute("resource");
        leap |= LeapNames.isType(resource);
        return LeapNames.local(resource);
    }

    private ReadEntry.Words words() throws XMLStreamException {
        String type = attribute("type").isEmpty() ? "text" : attribute("type");
        return new ReadEntry.Words(type, type.equals("xhtml") ? markup() : text());
    }

    private String name() throws XMLStreamException, IOException {
        String name = "";
        while (nextChild()) {
            if (xml.getLocalName().equals("name")) name = text().strip();
            else skip();
        }
        return name;
    }

    /** Goes to the next element within the current one; false at its end. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) return true;
            if (event == XMLStreamConstants.END_ELEMENT) return false;
            requirePlain(event);
        }
    }

    private void requirePlain(int event) {
        boolean foreign = event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE;
        ExchangeMessages.unless(!foreign, place(""), "exchange.dtd");
    }

    /** The text of the current element and of all within it. */
    private String text() throws XMLStreamException {
        return inner(false);
    }

    /** The same with the elements within, as HTML without attributes but the addresses of links and what stands for pictures. */
    private String markup() throws XMLStreamException {
        return inner(true);
    }

    private String inner(boolean withElements) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            requirePlain(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                requireDepth(depth);
                if (withElements) text.append(opening());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (withElements && depth > 0)
                    text.append("</").append(xml.getLocalName()).append('>');
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(withElements ? escaped(xml.getText()) : xml.getText());
            }
            ExchangeMessages.unless(
                    text.length() <= bounds.textLength(),
                    place(""),
                    "text.too-long",
                    bounds.textLength(),
                    text.length());
        }
        findings.hold((long) HELD_PER_CHARACTER * text.length());
        return text.toString();
    }

    private String opening() {
        StringBuilder tag = new StringBuilder("<").append(xml.getLocalName());
        for (String each : KEPT.getOrDefault(xml.getLocalName(), List.of())) {
            String value = attribute(each);
            if (!value.isEmpty())
                tag.append(' ')
                        .append(each)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
        }
        return tag.append('>').toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            requirePlain(event);
            if (event == XMLStreamConstants.START_ELEMENT) requireDepth(++depth);
            else if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }

    private void requireDepth(int depth) {
        ExchangeMessages.unless(depth <= bounds.depth(), place(""), "leap2a.depth", bounds.depth());
    }

    /** An attribute by its local name, whatever its namespace; empty when it is not there. */
    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name))
                return xml.getAttributeValue(i).strip();
        }
        return "";
    }

    private String namespace() {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private String place(String path) {
        return new Place(entry, xml.getLocation().getLineNumber(), path).toString();
    }
}
