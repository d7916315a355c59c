package org.eportfolio.core.internal.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Digesting;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;

/**
 * One hash over all that a store keeps: the journal with the places of its entries, the rows with their keys, and the files by
 * their own hashes. Two stores with the same one have the same in them.
 *
 * @param entries how many entries the journal has
 * @param rows how many rows there are
 * @param files how many files there are
 */
public record Fingerprint(Hash sha256, long entries, long rows, long files) {
    private static final int PAGE = 500;
    private static final int SCOPES = 20;
    private static final Comparator<Key> KEYS = Comparator.comparing(Key::name).thenComparing(Key::value);

    /** Of a store that takes no commits meanwhile. */
    public static Fingerprint of(PortfolioStore store) {
        Taking taking = new Taking();
        taking.journal(store);
        taking.rows(store);
        Pages.contents(store, PAGE, content -> {
            taking.files++;
            taking.add(content.content().sha256().bytes()).add(content.content().size());
        });
        return new Fingerprint(Hash.of(taking.digest.digest()), taking.entries, taking.rows, taking.files);
    }

    private static final class Taking {
        final MessageDigest digest = Digesting.sha256();
        long entries;
        long rows;
        long files;

        Taking add(byte[] bytes) {
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
            return this;
        }

        Taking add(long number) {
            digest.update(ByteBuffer.allocate(8).putLong(number).array());
            return this;
        }

        Taking add(UUID id) {
            return add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
        }

        Taking add(String text) {
            return add(text.getBytes(StandardCharsets.UTF_8));
        }

        void journal(PortfolioStore store) {
            long last = 0;
            for (List<FeedEntry> page = page(store, last); !page.isEmpty(); page = page(store, last)) {
                for (FeedEntry fed : page) {
                    entries++;
                    add(fed.position())
                            .add(fed.entry().scope().id())
                            .add(fed.entry().number());
                    add(fed.entry().hash().bytes()).add(fed.entry().body());
                }
                last = page.get(page.size() - 1).position();
            }
        }

        private static List<FeedEntry> page(PortfolioStore store, long after) {
            return store.read(view -> view.feed(after, PAGE));
        }

        void rows(PortfolioStore store) {
            UUID after = null;
            for (List<Scope> page = Pages.scopes(store, after, SCOPES);
                    !page.isEmpty();
                    page = Pages.scopes(store, after, SCOPES)) {
                List<Scope> scopes = page;
                store.<Boolean>read(view -> {
                    for (RecordKind<?> kind : Kinds.ALL)
                        view.among(scopes, kind.kind()).forEach(this::row);
                    return true;
                });
                after = page.get(page.size() - 1).id();
            }
        }

        private void row(Row row) {
            rows++;
            add(row.scope().id())
                    .add(row.kind().name())
                    .add(row.id())
                    .add(row.json().utf8());
            row.keys().stream().sorted(KEYS).forEach(key -> add(key.name()).add(key.value()));
        }
    }
}
