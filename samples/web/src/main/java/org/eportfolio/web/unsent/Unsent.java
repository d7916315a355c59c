package org.eportfolio.web.unsent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A form that was not sent, with what was typed. Immutable.
 *
 * @param id names it among those of a session
 * @param address to which it goes, within this application
 * @param fields all that it says, hidden fields too
 * @param files the names of fields in which a file was chosen, which has to be chosen again
 */
public record Unsent(String id, String address, Map<String, List<String>> fields, List<String> files) {
    private static final int BESIDES = 100;

    Unsent(String address, Map<String, List<String>> fields, List<String> files) {
        this(UUID.randomUUID().toString(), address, fields, files);
    }

    /** In characters, with what each text takes besides. */
    int size() {
        Stream<String> typed = fields.entrySet().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.getKey()), each.getValue().stream()));
        return Stream.concat(Stream.concat(Stream.of(address), files.stream()), typed)
                .mapToInt(each -> each.length() + BESIDES)
                .sum();
    }

    /** Whether it says the same, whatever it is called. */
    boolean isLike(Unsent other) {
        return address.equals(other.address) && fields.equals(other.fields) && files.equals(other.files);
    }
}
