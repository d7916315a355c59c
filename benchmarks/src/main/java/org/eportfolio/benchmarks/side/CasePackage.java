package org.eportfolio.benchmarks.side;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;

/** A large framework as a CASE package. */
final class CasePackage {
    private CasePackage() {}

    /** Ten blocs, a tenth of the items competencies, the rest below them. */
    static String of(int items) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode tree = json.createObjectNode();
        identified(tree.putObject("CFDocument"), 0)
                .put("creator", "nobody")
                .put("title", "Grand référentiel")
                .put("version", "1")
                .put("language", "fr");
        tree.putArray("CFItems");
        tree.putArray("CFAssociations");
        for (int i = 1; i <= items; i++) {
            identified(tree.withArray("CFItems").addObject(), i)
                    .put("fullStatement", "Énoncé de la compétence numéro " + i + ", tel que le référentiel le donne")
                    .put("humanCodingScheme", "C" + i)
                    .put("CFItemType", "Competency")
                    .put("language", "fr");
            int competencies = 10 + items / 10;
            int above = i <= 10 ? 0 : i <= competencies ? 1 + i % 10 : 11 + i % (competencies - 10);
            ObjectNode association = identified(tree.withArray("CFAssociations").addObject(), items + i);
            association.put("associationType", "isChildOf").put("sequenceNumber", i);
            end(association.putObject("originNodeURI"), i);
            end(association.putObject("destinationNodeURI"), above);
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    private static ObjectNode identified(ObjectNode element, int number) {
        return end(element, number).put("lastChangeDateTime", "2026-01-01T00:00:00Z");
    }

    private static ObjectNode end(ObjectNode link, int number) {
        UUID id = new UUID(0x4000, 0x8000000000000000L | number);
        return link.put("title", "n° " + number)
                .put("identifier", id.toString())
                .put("uri", "urn:uuid:" + id);
    }
}
