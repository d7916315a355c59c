package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.Page;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.framework.CaseReading.Match;
import org.eportfolio.exchange.framework.CaseWriting.Link;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Crosswalk.Mapping;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;

/** Associations between items of two packages, and crosswalks between two published versions. */
final class CaseMatches {
    private CaseMatches() {}

    private record Target(FrameworkId framework, Code code) {}

    /**
     * The crosswalks that the matches make with what is published; what leads elsewhere stays in the package and is reported.
     */
    static List<Crosswalk> read(FrameworkId from, List<Match> matches, FrameworkDesk desk, Findings findings) {
        if (matches.isEmpty()) return List.of();
        Map<String, Target> known = new HashMap<>();
        for (Framework each : Page.all(desk::list)) {
            if (each.id().equals(from)) continue;
            links(each, desk).forEach((code, link) -> known.put(link.identifier(), new Target(each.id(), code)));
        }
        Map<FrameworkId, Map<Code, Mapping>> tables = new LinkedHashMap<>();
        for (Match match : matches) {
            Target target = known.get(CaseValues.uuid(match.target()));
            if (target == null) {
                findings.remark(match.place(), "case.no-target", match.code(), match.shown());
                continue;
            }
            tables.computeIfAbsent(target.framework(), to -> new LinkedHashMap<>())
                    .merge(
                            match.code(),
                            new Mapping(match.code(), List.of(target.code()), match.sources(), match.note()),
                            CaseMatches::together);
        }
        List<Crosswalk> crosswalks = new ArrayList<>();
        tables.forEach((to, table) -> crosswalks.add(new Crosswalk(from, to, List.copyOf(table.values()), null)));
        return crosswalks;
    }

    private static Mapping together(Mapping one, Mapping other) {
        Set<Code> targets = new java.util.LinkedHashSet<>(one.targets());
        targets.addAll(other.targets());
        return new Mapping(one.code(), List.copyOf(targets), one.sources(), one.note());
    }

    /** Adds what the crosswalks say, unless the package says something of the same two items already. */
    static void write(Framework framework, FrameworkDesk desk, ObjectNode tree, List<Loss> lost) {
        List<Crosswalk> crosswalks = desk.crosswalks(framework.id());
        if (crosswalks.isEmpty()) return;
        Map<Code, Link> origins = links(framework, desk);
        ArrayNode associations = tree.withArrayProperty("CFAssociations");
        Set<List<String>> there = new HashSet<>();
        for (JsonNode each : associations) {
            there.add(List.of(
                    CaseReading.id(each.path("originNodeURI").path("identifier")),
                    CaseReading.id(each.path("destinationNodeURI").path("identifier"))));
        }
        for (Crosswalk crosswalk : crosswalks) {
            Map<Code, Link> targets = links(desk.get(crosswalk.to()), desk);
            if (crosswalk.note() != null) lost.add(lost(crosswalk, "", "note"));
            for (Mapping mapping : crosswalk.mappings()) {
                if (mapping.targets().isEmpty())
                    lost.add(lost(crosswalk, mapping.code().value(), "targets"));
                for (Code code : mapping.targets()) {
                    Link origin = origins.get(mapping.code());
                    Link target = targets.get(code);
                    if (origin == null || target == null) {
                        lost.add(lost(crosswalk, mapping.code().value(), "targets"));
                    } else if (there.add(List.of(origin.identifier(), target.identifier()))) {
                        ObjectNode made = CaseWriting.association(CaseReading.RELATED, origin, target);
                        if (mapping.note() != null) made.put("notes", mapping.note());
                        Extension.strings(mapping.sources(), "sources", Extension.in(made));
                        associations.add(made);
                    }
                }
            }
        }
    }

    private static Loss lost(Crosswalk crosswalk, String code, String field) {
        String item = crosswalk.from() + " → " + crosswalk.to() + (code.isEmpty() ? "" : " " + code);
        return new Loss("crosswalk", item, field, ExchangeMessages.of("case.lost-crosswalk"));
    }

    /** How packages call the items of a framework: by the identifiers of its original, else by ours. */
    static Map<Code, Link> links(Framework framework, FrameworkDesk desk) {
        Map<Code, Link> links = new HashMap<>();
        Optional<JsonNode> original = CaseFormat.original(framework.id(), desk);
        if (original.isEmpty()) {
            framework
                    .items()
                    .map(Item.class::cast)
                    .forEach(each ->
                            links.put(each.code(), Link.to(CaseWriting.id(framework, each.code()), each.label())));
            return links;
        }
        Map<String, Code> codes = CaseFormat.read(original.get()).codes();
        for (JsonNode item : original.get().path("CFItems")) {
            String id = CaseReading.id(item.path("identifier"));
            Code code = codes.get(id);
            if (code == null) continue;
            links.put(
                    code,
                    new Link(
                            CaseValues.uuid(id),
                            CaseReading.text(item, "uri"),
                            CaseReading.text(item, "fullStatement")));
        }
        return links;
    }
}
