package org.eportfolio.web.unsent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form that was not sent, with what was typed. Immutable.
 *
 * @param id names it among those of a session
 * @param address to which it goes, within this application
 * @param fields all that it says, hidden fields too
 * @param files the names of fields in which a file was chosen, which has to be chosen again
 */
public record Unsent(String id, String address, Map<String, List<String>> fields, List<String> files) {
    Unsent(String address, Map<String, List<String>> fields, List<String> files) {
        this(UUID.randomUUID().toString(), address, fields, files);
    }

    /** In characters. */
    int size() {
        return fields.entrySet().stream()
                .mapToInt(each -> each.getKey().length()
                        + each.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }
}
