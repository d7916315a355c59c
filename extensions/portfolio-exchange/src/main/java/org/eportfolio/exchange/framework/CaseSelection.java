package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which documents a request asks for: {@code filter}, {@code sort} with {@code orderBy}, {@code limit} and {@code offset},
 * {@code fields}, as the CASE 1.1 REST binding has them.
 */
final class CaseSelection {
    private static final int USUAL = 100;
    private static final int LONGEST_FILTER = 1_000;
    private static final Set<String> PARAMETERS = Set.of("limit", "offset", "sort", "orderBy", "filter", "fields");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)(!=|>=|<=|=|>|<|~)'([^']*)'");
    private static final Pattern LINK = Pattern.compile(" (AND|OR) ");

    private final Map<String, String> query;
    private final Set<String> known;

    /**
     * @param query by name; others than these parameters are not looked at
     * @param known the fields that documents may have
     */
    CaseSelection(Map<String, String> query, Set<String> known) {
        this.query = new LinkedHashMap<>(query);
        this.query.keySet().retainAll(PARAMETERS);
        this.known = known;
    }

    /**
     * One page.
     *
     * @param total so many match, on all pages
     */
    record Found(List<ObjectNode> documents, int total, Map<String, String> headers) {}

    /** @param address of the list, for links to other pages */
    Found of(List<ObjectNode> all, String address) {
        int limit = number("limit", USUAL, 1);
        int offset = number("offset", 0, 0);
        List<String> fields = fields();
        List<ObjectNode> found = new ArrayList<>(all.stream().filter(filter()).toList());
        found.sort(order());
        List<ObjectNode> page = found.stream()
                .skip(offset)
                .limit(limit)
                .map(each -> fields.isEmpty() ? each : each.deepCopy().retain(fields))
                .toList();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Total-Count", String.valueOf(found.size()));
        String links = links(address, limit, offset, found.size());
        if (!links.isEmpty()) headers.put("Link", links);
        return new Found(page, found.size(), headers);
    }

    private int number(String parameter, int usual, int least) {
        String text = query.get(parameter);
        if (text == null) return usual;
        try {
            int number = Integer.parseInt(text);
            if (number >= least) return number;
        } catch (NumberFormatException e) {
            // refused below
        }
        throw CaseRefusal.selection(parameter, parameter + " is a whole number from " + least + " on: " + text);
    }

    private List<String> fields() {
        String text = query.getOrDefault("fields", "");
        if (text.isBlank()) return List.of();
        List<String> fields =
                List.of(text.split(",")).stream().map(String::strip).toList();
        for (String each : fields) {
            if (!known.contains(each)) throw CaseRefusal.selection("fields", "Documents have no field " + each);
        }
        return fields;
    }

    private Comparator<ObjectNode> order() {
        String by = query.get("sort");
        String direction = query.getOrDefault("orderBy", "asc").toLowerCase(Locale.ROOT);
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw CaseRefusal.selection("orderBy", "orderBy is asc or desc: " + direction);
        }
        Comparator<ObjectNode> stable = Comparator.comparing(each -> text(each, "identifier"));
        if (by == null) return stable;
        if (!known.contains(by)) throw CaseRefusal.sort("Documents have no field " + by);
        Comparator<ObjectNode> order = Comparator.comparing(each -> text(each, by));
        return (direction.equals("asc") ? order : order.reversed()).thenComparing(stable);
    }

    /** Conditions that all hold, or of which one does; the two are not mixed. */
    private Predicate<ObjectNode> filter() {
        String text = query.getOrDefault("filter", "").strip();
        if (text.isEmpty()) return each -> true;
        if (text.length() > LONGEST_FILTER) throw CaseRefusal.selection("filter", "the filter is too long");
        List<Predicate<ObjectNode>> conditions = new ArrayList<>();
        String link = "";
        int at = 0;
        Matcher condition = CONDITION.matcher(text);
        while (condition.region(at, text.length()).lookingAt()) {
            conditions.add(condition(condition.group(1), condition.group(2), condition.group(3)));
            at = condition.end();
            Matcher next = LINK.matcher(text).region(at, text.length());
            if (!next.lookingAt()) break;
            if (!link.isEmpty() && !link.equals(next.group(1))) {
                throw CaseRefusal.selection("filter", "AND and OR are not mixed");
            }
            link = next.group(1);
            at = next.end();
        }
        if (at < text.length() || conditions.isEmpty()) {
            throw CaseRefusal.selection("filter", "a condition is written like title='Name': " + text);
        }
        boolean any = link.equals("OR");
        return each -> any
                ? conditions.stream().anyMatch(one -> one.test(each))
                : conditions.stream().allMatch(one -> one.test(each));
    }

    private Predicate<ObjectNode> condition(String field, String predicate, String value) {
        if (!known.contains(field)) throw CaseRefusal.selection("filter", "Documents have no field " + field);
        return each -> {
            String is = text(each, field);
            int order = is.compareTo(value);
            return switch (predicate) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                default -> is.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            };
        };
    }

    private static String text(JsonNode document, String field) {
        JsonNode value = document.path(field);
        return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
    }

    /** To the first, previous, next and last page, as RFC 8288 writes links. */
    private String links(String address, int limit, int offset, int total) {
        List<String> links = new ArrayList<>();
        int last = total == 0 ? 0 : (total - 1) / limit * limit;
        if (offset > 0) {
            links.add(link(address, limit, 0, "first"));
            links.add(link(address, limit, Math.max(0, offset - limit), "prev"));
        }
        if ((long) offset + limit < total) {
            links.add(link(address, limit, offset + limit, "next"));
            links.add(link(address, limit, last, "last"));
        }
        return String.join(", ", links);
    }

    private String link(String address, int limit, int offset, String relation) {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        parameters.put("limit", String.valueOf(limit));
        parameters.put("offset", String.valueOf(offset));
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, value) -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "<" + address + "?" + String.join("&", parts) + ">; rel=\"" + relation + "\"";
    }
}
