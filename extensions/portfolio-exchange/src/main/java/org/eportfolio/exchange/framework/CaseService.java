package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eportfolio.DeniedException;
import org.eportfolio.Page;
import org.eportfolio.core.Desk;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * The read endpoints of the 1EdTech CASE 1.1 REST binding, as a function from a path and its parameters to an answer, which a host
 * mounts under a path of its own, such as {@code /ims/case/v1p1}. It shows the published frameworks, each as the package that
 * {@code case} writes, to everyone whom the host lets in: a desk of a service with {@code READ_FRAMEWORKS} is enough. Thread-safe.
 *
 * <pre>{@code
 * CaseService service = CaseService.of(portfolio.asService("frameworks"), URI.create("https://school.example/ims/case/v1p1"));
 * CaseAnswer answer = service.get("CFDocuments", Map.of("limit", "10", "filter", "title~'numérique'"));
 * }</pre>
 */
public final class CaseService {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Endpoints that answer with a set: what was asked for, then what lies below it. */
    private static final Set<String> SETS = Set.of("CFConcepts", "CFSubjects", "CFItemTypes");

    private static final Set<String> SINGLE =
            Set.of("CFDocuments", "CFItems", "CFAssociations", "CFAssociationGroupings", "CFLicenses", "CFRubrics");

    private final Desk desk;
    private final String base;
    private final Map<FrameworkId, Held> packages = new ConcurrentHashMap<>();

    private CaseService(Desk desk, URI base) {
        this.desk = Objects.requireNonNull(desk, "desk");
        ExchangeMessages.unless(base.isAbsolute(), "base", "xapi.address", base);
        String address = base.toString();
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** @param base the address under which the host mounts it; links in the answers begin with it */
    public static CaseService of(Desk desk, URI base) {
        return new CaseService(desk, base);
    }

    /** A package that was made before, good as long as nothing that goes into it changed; frameworks never do. */
    private record Held(List<Adoption> adoptions, List<Crosswalk> crosswalks, CasePackage made) {}

    /**
     * Answers one request.
     *
     * @param path below the base, such as {@code CFDocuments} or {@code CFItems/} and an identifier; a slash before it does not matter
     * @param query parameters by name, decoded; those that the endpoint does not have are not looked at
     */
    public CaseAnswer get(String path, Map<String, String> query) {
        try {
            String[] parts = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
            if (parts.length == 1 && parts[0].equals("CFDocuments")) return documents(query);
            if (parts.length != 2) throw CaseRefusal.noEndpoint(path);
            return one(parts[0], parts[1]);
        } catch (CaseRefusal refusal) {
            return refusal.answer();
        } catch (DeniedException denied) {
            return CaseRefusal.forbidden(String.valueOf(denied.getMessage())).answer();
        }
    }

    private CaseAnswer one(String endpoint, String id) {
        boolean known = SINGLE.contains(endpoint)
                || SETS.contains(endpoint)
                || endpoint.equals("CFPackages")
                || endpoint.equals("CFItemAssociations");
        if (!known) throw CaseRefusal.noEndpoint(endpoint);
        if (!UUID.matcher(id).matches()) throw CaseRefusal.noUuid(id);
        String identifier = id.toLowerCase(Locale.ROOT);
        List<CasePackage> all = packages();
        if (endpoint.equals("CFItemAssociations")) return associations(identifier, all);
        for (CasePackage each : all) {
            if (endpoint.equals("CFPackages") && each.identifier().equals(identifier)) return ok(each.tree());
            JsonNode found = each.find(endpoint, identifier);
            if (found != null)
                return ok(SETS.contains(endpoint) ? set(endpoint, found, each) : alone(found, endpoint, each));
        }
        throw CaseRefusal.unknown(id);
    }

    private CaseAnswer documents(Map<String, String> query) {
        List<ObjectNode> all = packages().stream()
                .map(each -> alone(each.tree().path("CFDocument"), "CFDocuments", each))
                .toList();
        Set<String> fields =
                new LinkedHashSet<>(CaseElements.named("Document").fields().keySet());
        fields.addAll(List.of("CFPackageURI", "extensions"));
        CaseSelection.Found found = new CaseSelection(query, fields).of(all, base + "/CFDocuments");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        found.documents().forEach(answer.putArray("CFDocuments")::add);
        return new CaseAnswer(200, found.headers(), answer.toString());
    }

    /** An element by itself says which document or package it belongs to; within a package it does not. */
    private ObjectNode alone(JsonNode element, String endpoint, CasePackage of) {
        ObjectNode alone = element.deepCopy();
        if (endpoint.equals("CFDocuments")) alone.set("CFPackageURI", link("CFPackages", of));
        if (endpoint.equals("CFItems") || endpoint.equals("CFAssociations")) {
            alone.set("CFDocumentURI", link("CFDocuments", of));
        }
        return alone;
    }

    private ObjectNode link(String endpoint, CasePackage to) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", CaseReading.text(to.tree().path("CFDocument"), "title"))
                .put("identifier", to.identifier())
                .put("uri", base + "/" + endpoint + "/" + to.identifier());
    }

    private static ObjectNode set(String endpoint, JsonNode found, CasePackage in) {
        String above = CaseReading.text(found, "hierarchyCode");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode set = answer.putArray(endpoint).add(found);
        for (JsonNode each : in.tree().path("CFDefinitions").path(endpoint)) {
            String code = CaseReading.text(each, "hierarchyCode");
            if (!above.isEmpty() && code.startsWith(above + ".")) set.add(each);
        }
        return answer;
    }

    /** Those that lead from an item and to it, in whichever package they stand. */
    private CaseAnswer associations(String item, List<CasePackage> all) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (CasePackage each : all) {
            JsonNode found = each.find("CFItems", item);
            if (found != null) answer.set("CFItem", alone(found, "CFItems", each));
        }
        if (answer.isEmpty()) throw CaseRefusal.unknown(item);
        ArrayNode associations = answer.putArray("CFAssociations");
        for (CasePackage each : all) {
            for (JsonNode association : each.tree().path("CFAssociations")) {
                boolean from = item.equals(
                        CaseReading.id(association.path("originNodeURI").path("identifier")));
                boolean to = item.equals(
                        CaseReading.id(association.path("destinationNodeURI").path("identifier")));
                if (from || to) associations.add(association);
            }
        }
        return new CaseAnswer(200, Map.of("X-Total-Count", String.valueOf(associations.size())), answer.toString());
    }

    private static CaseAnswer ok(JsonNode body) {
        return new CaseAnswer(200, Map.of(), body.toString());
    }

    private List<CasePackage> packages() {
        FrameworkDesk frameworks = desk.frameworks();
        List<Adoption> adoptions = frameworks.adoptions();
        List<CasePackage> all = new ArrayList<>();
        for (Framework each : Page.all(frameworks::list)) {
            List<Adoption> own = adoptions.stream()
                    .filter(one -> one.framework().equals(each.id()))
                    .toList();
            List<Crosswalk> crosswalks = frameworks.crosswalks(each.id());
            Held held = packages.get(each.id());
            if (held == null
                    || !held.adoptions().equals(own)
                    || !held.crosswalks().equals(crosswalks)) {
                CasePackage made = CasePackage.of(CasePackages.of(each, frameworks, new ArrayList<>()));
                held = new Held(own, crosswalks, made);
                packages.put(each.id(), held);
            }
            all.add(held.made());
        }
        return all;
    }

    /**
     * A package and what is in it, by its identifiers.
     *
     * @param elements by endpoint and identifier
     */
    private record CasePackage(String identifier, ObjectNode tree, Map<String, Map<String, JsonNode>> elements) {
        static CasePackage of(ObjectNode tree) {
            Map<String, Map<String, JsonNode>> elements = new LinkedHashMap<>();
            JsonNode document = tree.path("CFDocument");
            String identifier = CaseReading.id(document.path("identifier"));
            elements.put("CFDocuments", Map.of(identifier, document));
            for (String each : List.of("CFItems", "CFAssociations", "CFRubrics")) {
                elements.put(each, byIdentifier(tree.path(each)));
            }
            tree.path("CFDefinitions")
                    .fields()
                    .forEachRemaining(each -> elements.put(each.getKey(), byIdentifier(each.getValue())));
            return new CasePackage(identifier, tree, elements);
        }

        private static Map<String, JsonNode> byIdentifier(JsonNode array) {
            Map<String, JsonNode> found = new LinkedHashMap<>();
            array.forEach(each -> found.putIfAbsent(CaseReading.id(each.path("identifier")), each));
            return found;
        }

        @Nullable
        JsonNode find(String endpoint, String id) {
            return elements.getOrDefault(endpoint, Map.of()).get(id);
        }
    }
}
