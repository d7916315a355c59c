package org.eportfolio.tck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** What the contracts share: a few dossiers and kinds, and changes made as core makes them. */
final class Examples {
    static final Scope ANNA = new Scope(id(0xA));
    static final Scope BRUNO = new Scope(id(0xB));
    static final Scope CHLOE = new Scope(id(0xC));
    static final List<Scope> EVERYBODY = List.of(Scope.ORGANISATION, ANNA, BRUNO, CHLOE);

    static final Kind ASSESSMENT = new Kind("assessment");
    static final Kind GOAL = new Kind("goal");

    static final Key PENDING = new Key("review.pending", "yes");

    static final Instant MONDAY = Instant.parse("2026-09-07T08:00:00.123456Z");

    private Examples() {}

    /** Ids in the shape of UUIDv7; they sort like their numbers. */
    static UUID id(int number) {
        return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static Row row(Scope scope, Kind kind, UUID id, String body, Key... keys) {
        return new Row(scope, kind, id, body, Set.of(keys));
    }

    static Row assessment(Scope scope, int number, Key... keys) {
        return row(scope, ASSESSMENT, id(number), "{\"number\":" + number + "}", keys);
    }

    /** An entry as core would append it to this head. */
    static Entry entry(Scope scope, Head before, String body) {
        MessageDigest sha256 = sha256();
        sha256.update(before.hash().bytes());
        sha256.update(body.getBytes(StandardCharsets.UTF_8));
        return new Entry(scope, before.length() + 1, Hash.of(sha256.digest()), body);
    }

    /** Rows and one entry in a scope that stands at {@code before}. */
    static Change act(Scope scope, Head before, Row... puts) {
        String body = "{\"act\":" + (before.length() + 1) + "}";
        return new Change(Map.of(scope, before), List.of(), List.of(puts), List.of(entry(scope, before, body)));
    }

    /** Rows alone, decided upon nothing. */
    static Change puts(List<Row> rows) {
        return new Change(Map.of(), List.of(), rows, List.of());
    }

    static Change removes(Row... rows) {
        return new Change(Map.of(), List.of(rows).stream().map(RowName::of).toList(), List.of(), List.of());
    }

    static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Hash hashOf(byte[] bytes) {
        return Hash.of(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
