package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** Any number of values as one argument of a statement: a JSON array of hexadecimal text, which SQLite takes apart again. */
final class HexArray {
    private static final HexFormat HEX = HexFormat.of();

    private HexArray() {}

    static String ofScopes(Collection<Scope> scopes) {
        return array(scopes.stream().map(each -> hex(UuidBytes.bytes(each.id()))));
    }

    /** Each once, as an array of its name and its value. */
    static String ofKeys(Collection<Key> keys) {
        return array(keys.stream().distinct().map(each -> array(Stream.of(hex(each.name()), hex(each.value())))));
    }

    /** Each as an array of its scope, its kind's name and its id. */
    static String ofNames(Collection<RowName> names) {
        return array(names.stream()
                .distinct()
                .map(each -> array(Stream.of(
                        hex(UuidBytes.bytes(each.scope().id())),
                        hex(each.kind().name()),
                        hex(UuidBytes.bytes(each.id()))))));
    }

    private static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }

    private static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return '"' + HEX.formatHex(bytes) + '"';
    }
}
