package org.eportfolio.exchange.leap2a;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What Mahara's importer asks of a file (Mahara 23.04dev, commit 0881d0f9), restated from what it did with 27 files:
 * docs/exchange.md has the list. A file that passes loses nothing there without a word.
 */
final class MaharaRules {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String LEAP = "http://terms.leapspecs.org/";

    private final Document feed;
    private final Set<String> files = new HashSet<>();
    private final Map<String, Element> entries = new HashMap<>();

    private MaharaRules(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(each -> files.add(each.getName()));
            byte[] xml = zip.getInputStream(zip.getEntry("leap2a.xml")).readAllBytes();
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            feed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        }
    }

    /** The feed, once every rule was found to hold. */
    static Document hold(Path file) throws Exception {
        MaharaRules rules = new MaharaRules(file);
        rules.head();
        for (Element each : children(rules.feed.getDocumentElement(), "entry")) rules.identified(each);
        for (Element each : rules.entries.values()) rules.entry(each);
        rules.selections();
        return rules.feed;
    }

    private void head() {
        Element root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.lookupNamespaceURI("leap2")).isEqualTo(LEAP);
        assertThat(root.lookupNamespaceURI("categories")).isEqualTo("http://wiki.leapspecs.org/2A/categories/");
        assertThat(feed.getElementsByTagNameNS(LEAP, "version").item(0).getTextContent())
                .isEqualTo("http://www.leapspecs.org/2010-07/2A/");
        Element author = children(root, "author").get(0);
        assertThat(children(author, "name")).hasSize(1);
        assertThat(children(author, "uri")).as("names are left empty with it").isEmpty();
    }

    private void identified(Element entry) {
        String id = text(entry, "id");
        assertThat(id)
                .as("an id ends the import without it, or with an apostrophe")
                .isNotBlank()
                .doesNotContain("'");
        assertThat(entries.put(id, entry)).as("the id %s is there twice", id).isNull();
    }

    private void entry(Element entry) {
        String type = type(entry);
        assertThat(type).startsWith("leap2:").isNotEqualTo("leap2:person");
        Element content = children(entry, "content").get(0);
        boolean file = content.hasAttribute("src");
        if (file) {
            assertThat(type).isEqualTo("leap2:resource");
            assertThat(content.getAttribute("src")).matches("[A-Za-z0-9._/-]+");
            assertThat(files).contains(content.getAttribute("src"));
            assertThat(content.getAttribute("type")).contains("/");
        } else {
            assertThat(content.getAttribute("type")).isEqualTo("html");
        }
        for (String each : List.of("published", "updated")) {
            assertThat(text(entry, each)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }
        for (Element link : children(entry, "link")) {
            assertThat(link.getAttribute("rel")).isNotEqualTo("enclosure");
            if (link.getAttribute("rel").equals("related")) {
                Element to = entries.get(link.getAttribute("href"));
                assertThat(to).as("related to %s", link.getAttribute("href")).isNotNull();
                assertThat(type(to)).isEqualTo("leap2:resource");
            }
        }
    }

    private void selections() {
        Map<String, String> sitsIn = new HashMap<>();
        for (Element selection : entries.values()) {
            if (!type(selection).equals("leap2:selection")) continue;
            assertThat(children(selection, "category"))
                    .anyMatch(each -> each.getAttribute("scheme").equals("categories:selection_type#")
                            && each.getAttribute("term").equals("Blog"));
            for (Element link : children(selection, "link")) {
                if (!link.getAttribute("rel").equals("leap2:has_part")) continue;
                String part = link.getAttribute("href");
                assertThat(entries).containsKey(part);
                assertThat(sitsIn.put(part, text(selection, "id")))
                        .as("%s sits in two selections", part)
                        .isNull();
                assertThat(links(entries.get(part), "leap2:is_part_of")).containsExactly(text(selection, "id"));
            }
        }
        for (Element each : entries.values()) {
            for (String whole : links(each, "leap2:is_part_of")) {
                assertThat(links(entries.get(whole), "leap2:has_part")).contains(text(each, "id"));
            }
        }
    }

    static List<String> links(Element entry, String relation) {
        return children(entry, "link").stream()
                .filter(each -> each.getAttribute("rel").equals(relation))
                .map(each -> each.getAttribute("href"))
                .toList();
    }

    static String type(Element entry) {
        return ((Element) entry.getElementsByTagNameNS(RDF, "type").item(0)).getAttributeNS(RDF, "resource");
    }

    static String text(Element entry, String name) {
        return children(entry, name).get(0).getTextContent();
    }

    static List<Element> children(Element of, String name) {
        List<Element> children = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getLocalName().equals(name)) children.add(element);
        }
        return children;
    }
}
