package org.eportfolio.benchmarks.side;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;

/** Acts of one dossier, one after the other: a positioning with a key, the card of levels anew, an entry. */
public interface Acts {
    String ASSESSMENT = "{\"competency\":\"C3.1\",\"level\":\"en-cours\",\"because\":\"" + "x".repeat(220) + "\"}";
    String CARD = "{\"levels\":{" + "\"C3.1\":\"en-cours\",".repeat(20) + "\"C\":\"\"}}";
    String ENTRY = "{\"act\":\"positioning.made\",\"who\":\"" + "a".repeat(120) + "\"}";
    UUID CARD_ID = new UUID(0x0190_0000_0000_7000L, 1);
    Key AUTHOR = new Key("assessment.author", "m.durand");

    void next() throws Exception;

    static Hash hash(long number, UUID scope) {
        return Hash.of(ByteBuffer.allocate(Hash.BYTES)
                .putLong(number)
                .putLong(scope.getMostSignificantBits())
                .array());
    }

    static Acts of(PortfolioStore store) {
        Scope scope = new Scope(UUID.randomUUID());
        Kind assessment = new Kind("assessment");
        Kind card = new Kind("levels");
        Head[] head = {Head.EMPTY};
        return () -> {
            Entry entry = new Entry(scope, head[0].length() + 1, hash(head[0].length() + 1, scope.id()), ENTRY);
            UUID id = new UUID(0x0190_0000_0000_7000L, entry.number());
            List<org.eportfolio.spi.Row> rows = List.of(
                    new org.eportfolio.spi.Row(scope, assessment, id, ASSESSMENT, Set.of(AUTHOR)),
                    new org.eportfolio.spi.Row(scope, card, CARD_ID, CARD, Set.of()));
            store.commit(new Change(Map.of(scope, head[0]), List.of(), rows, List.of(entry)));
            head[0] = entry.head();
        };
    }
}
