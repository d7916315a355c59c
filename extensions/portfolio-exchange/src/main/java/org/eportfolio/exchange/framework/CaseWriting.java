package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.SubCompetency;

/** A framework as a CFPackage of CASE 1.1. Everybody who writes the same framework writes the same identifiers. */
final class CaseWriting {
    static final String KNOWLEDGE = "Knowledge";
    /** What stands where CASE asks for a date of change and the portfolio keeps none. */
    static final String UNKNOWN_DATE = "1970-01-01T00:00:00Z";

    private final Framework framework;
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final ObjectNode document = tree.putObject("CFDocument");
    private final ArrayNode items = tree.putArray("CFItems");
    private final ArrayNode associations = tree.putArray("CFAssociations");

    private CaseWriting(Framework framework) {
        this.framework = framework;
    }

    static ObjectNode write(Framework framework) {
        CaseWriting writing = new CaseWriting(framework);
        writing.document();
        int number = 1;
        for (Bloc bloc : framework.blocs()) writing.bloc(bloc, number++);
        return writing.tree;
    }

    /** The identifier of an item, or of the framework itself. */
    static UUID id(Framework framework, Object... of) {
        Object[] words = new Object[of.length + 2];
        words[0] = framework.uri();
        words[1] = framework.id();
        System.arraycopy(of, 0, words, 2, of.length);
        return Naming.uuid(words);
    }

    static UUID id(Framework framework, Code code) {
        return id(framework, "item", code);
    }

    private void document() {
        document.put("identifier", id(framework).toString());
        document.put("uri", framework.uri().toString());
        document.put("caseVersion", "1.1");
        document.put("creator", creator());
        document.put("title", framework.title());
        document.put("lastChangeDateTime", UNKNOWN_DATE);
        document.put("language", framework.language());
        document.put("version", framework.id().version());
        String licence = framework.licence();
        if (licence != null) {
            UUID id = id(framework, "licence");
            link("licenseURI", Link.to(id, licence), document);
            ObjectNode definition =
                    tree.putObject("CFDefinitions").putArray("CFLicenses").addObject();
            definition.put("identifier", id.toString()).put("uri", "urn:uuid:" + id);
            definition.put("title", licence).put("licenseText", licence).put("lastChangeDateTime", UNKNOWN_DATE);
        }
        ObjectNode ours = Extension.in(document);
        ours.put("id", framework.id().toString());
        Extension.strings(framework.notes(), "notes", ours);
        if (!framework.sources().isEmpty()) {
            ObjectNode sources = ours.putObject("sources");
            framework.sources().forEach((key, source) -> {
                ObjectNode each = sources.putObject(key);
                if (source.what() != null) each.put("what", source.what());
                if (source.url() != null) each.put("url", source.url());
            });
        }
    }

    /** CASE asks who made it; the portfolio knows the documents it was taken from. */
    private String creator() {
        return framework.sources().values().stream()
                .map(each -> each.what() == null ? each.url() : each.what())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(each -> Naming.line(each, Outline.LONGEST_LABEL))
                .orElse("unknown");
    }

    private void bloc(Bloc bloc, int number) {
        Link top = new Link(id(framework).toString(), framework.uri().toString(), framework.title());
        UUID id = item(bloc, "Bloc", top, number);
        int next = 1;
        for (Competency each : bloc.competencies()) {
            UUID above = item(each, "Competency", Link.to(id, bloc.label()), next++);
            int part = 1;
            for (SubCompetency sub : each.subCompetencies()) {
                item(sub, "Sub-competency", Link.to(above, each.label()), part++);
            }
        }
        for (Knowledge each : bloc.knowledge()) {
            UUID knowledge = item(each, KNOWLEDGE, Link.to(id, bloc.label()), next++);
            for (Code code : each.competencies()) {
                Item served = framework.find(code).orElseThrow();
                associations.add(association(
                        CaseReading.RELATED,
                        Link.to(knowledge, each.label()),
                        Link.to(id(framework, code), served.label())));
            }
        }
    }

    private UUID item(Item item, String type, Link above, int number) {
        UUID id = id(framework, item.code());
        ObjectNode node = items.addObject();
        node.put("identifier", id.toString());
        node.put("uri", "urn:uuid:" + id);
        node.put("fullStatement", item.label());
        node.put("humanCodingScheme", item.code().value());
        node.put("CFItemType", type);
        if (item instanceof Competency competency && competency.note() != null) node.put("notes", competency.note());
        node.put("language", framework.language());
        node.put("lastChangeDateTime", UNKNOWN_DATE);
        Extension.write(item, node);
        associations.add(
                association(CaseReading.CHILD, Link.to(id, item.label()), above).put("sequenceNumber", number));
        return id;
    }

    /** One end of an association. */
    record Link(String identifier, String uri, String title) {
        static Link to(UUID id, String title) {
            return new Link(id.toString(), "urn:uuid:" + id, title);
        }
    }

    static ObjectNode association(String type, Link from, Link to) {
        UUID id = Naming.uuid("association", type, from.identifier(), to.identifier());
        ObjectNode association = JsonNodeFactory.instance.objectNode();
        association.put("identifier", id.toString()).put("uri", "urn:uuid:" + id);
        association.put("associationType", type);
        link("originNodeURI", from, association);
        link("destinationNodeURI", to, association);
        return association.put("lastChangeDateTime", UNKNOWN_DATE);
    }

    private static void link(String field, Link to, ObjectNode into) {
        into.putObject(field)
                .put("title", to.title())
                .put("identifier", to.identifier())
                .put("uri", to.uri());
    }
}
