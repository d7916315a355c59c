package org.eportfolio.core.internal.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.spi.Row;

/**
 * Which of many ids a body names: all are looked for in one pass over its bytes, however many there are. Confined to one
 * thread while ids are added.
 *
 * @param <T> what an id stands for
 */
public final class Mentions<T> {
    /** So many bits that few texts that are no id of ours pass the first look. */
    private static final int BITS = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private final BitSet first = new BitSet(BITS);
    private final Map<Integer, List<Wanted<T>>> byHash = new HashMap<>();

    private record Wanted<T>(byte[] text, T value) {
        boolean is(byte[] body, int from, int to) {
            return Arrays.equals(text, 0, text.length, body, from, to);
        }
    }

    /** Has the id stand for this too. */
    public void add(String id, T value) {
        byte[] text = JsonStringEncoder.getInstance().quoteAsUTF8(id);
        int hash = hash(text);
        first.set(bit(hash));
        byHash.computeIfAbsent(hash, each -> new ArrayList<>()).add(new Wanted<>(text, value));
    }

    /** What the ids stand for that are whole texts of the body, field names included. */
    public Set<T> in(Row row) {
        if (byHash.isEmpty()) return Set.of();
        Set<T> found = Set.of();
        byte[] body = row.json().utf8();
        for (int i = 0; i < body.length; i++) {
            if (body[i] != '"') continue;
            int from = i + 1;
            int hash = 0;
            boolean foreign = false;
            for (i = from; i < body.length && body[i] != '"'; i++) {
                if (body[i] == '\\' && i + 1 < body.length) {
                    foreign |= isForeign(body[i + 1]);
                    hash = next(hash, body[i++]);
                }
                hash = next(hash, body[i]);
            }
            if (foreign) {
                byte[] own = ownForm(body, from, i);
                found = with(found, hash(own), own, 0, own.length);
            } else if (first.get(bit(hash))) {
                found = with(found, hash, body, from, i);
            }
        }
        return found;
    }

    private Set<T> with(Set<T> found, int hash, byte[] body, int from, int to) {
        Set<T> all = found;
        for (Wanted<T> each : byHash.getOrDefault(hash, List.of())) {
            if (!each.is(body, from, to)) continue;
            if (all.isEmpty()) all = new LinkedHashSet<>();
            all.add(each.value());
        }
        return all;
    }

    /** Whether a character is escaped that core writes as it is: an archive of another program may have such bodies. */
    private static boolean isForeign(byte escaped) {
        return escaped == 'u' || escaped == '/';
    }

    /** A text of a body as core writes it. */
    private static byte[] ownForm(byte[] body, int from, int to) {
        try (JsonParser text = JSON.createParser(body, from - 1, to - from + 2)) {
            text.nextToken();
            return JsonStringEncoder.getInstance().quoteAsUTF8(text.getText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int hash(byte[] text) {
        int hash = 0;
        for (byte each : text) hash = next(hash, each);
        return hash;
    }

    private static int next(int hash, byte each) {
        return 31 * hash + each;
    }

    private static int bit(int hash) {
        return (hash ^ hash >>> 16) & BITS - 1;
    }
}
