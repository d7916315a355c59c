package org.eportfolio.exchange.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the elements of a CFPackage hold, by the schema of CASE 1.1.
 *
 * @param fields each with what it holds: empty for text, {@code #} a number, {@code %} an integer, {@code []} texts,
 *     {@code uuid}, {@code instant}, {@code date}, the name of an element, or that with {@code []} for several
 * @param required those that must be there
 */
record CaseElements(Map<String, String> fields, List<String> required) {
    /** An element on each line; an exclamation mark says that the field must be there. Extensions go without saying. */
    private static final String TABLE = """
            Link identifier! title! uri!
            Node identifier! title! uri! targetType
            Package CFDocument!:Document CFItems:Item[] CFAssociations:Association[] CFDefinitions:Definitions \
            CFRubrics:Rubric[]
            Document identifier! uri! creator! title! lastChangeDateTime! frameworkType caseVersion officialSourceURL \
            publisher description subject:[] subjectURI:Link[] language version adoptionStatus statusStartDate \
            statusEndDate licenseURI:Link notes
            Item identifier! fullStatement! uri! lastChangeDateTime! alternativeLabel CFItemType humanCodingScheme \
            listEnumeration abbreviatedStatement conceptKeywords:[] conceptKeywordsURI:Link notes subject:[] \
            subjectURI:Link[] language educationLevel:[] CFItemTypeURI:Link licenseURI:Link statusStartDate statusEndDate
            Association identifier! associationType! uri! originNodeURI!:Node destinationNodeURI!:Node \
            lastChangeDateTime! sequenceNumber:% CFAssociationGroupingURI:Link notes
            Definitions CFConcepts:Concept[] CFSubjects:Subject[] CFLicenses:License[] CFItemTypes:ItemType[] \
            CFAssociationGroupings:Grouping[]
            Concept identifier! uri! title! hierarchyCode! lastChangeDateTime! keywords description
            Subject identifier! uri! title! hierarchyCode! lastChangeDateTime! description
            License identifier! uri! title! licenseText! lastChangeDateTime! description
            ItemType identifier! uri! title! description! hierarchyCode! lastChangeDateTime! typeCode
            Grouping identifier! uri! title! lastChangeDateTime! description
            Rubric identifier! uri! lastChangeDateTime! title description CFRubricCriteria:Criterion[]
            Criterion identifier! uri! lastChangeDateTime! category description CFItemURI:Link weight:# position:% \
            rubricId CFRubricCriterionLevels:Level[]
            Level identifier! uri! lastChangeDateTime! description quality score:# feedback position:% rubricCriterionId
            """;

    /** What is no plain text, wherever it stands. */
    private static final Map<String, String> EVERYWHERE = Map.of(
            "identifier", "uuid",
            "rubricId", "uuid",
            "rubricCriterionId", "uuid",
            "lastChangeDateTime", "instant",
            "statusStartDate", "date",
            "statusEndDate", "date");

    private static final Map<String, CaseElements> ALL = all();

    private static Map<String, CaseElements> all() {
        Map<String, CaseElements> all = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.split(" ");
            Map<String, String> fields = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                String name = colon < 0 ? words[i] : words[i].substring(0, colon);
                String field = name.replace("!", "");
                if (!field.equals(name)) required.add(field);
                fields.put(field, colon < 0 ? EVERYWHERE.getOrDefault(field, "") : words[i].substring(colon + 1));
            }
            all.put(words[0], new CaseElements(fields, required));
        });
        return all;
    }

    static CaseElements named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }
}
