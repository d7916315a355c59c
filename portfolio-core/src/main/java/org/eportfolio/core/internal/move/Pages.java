package org.eportfolio.core.internal.move;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Goes through a store page by page. */
final class Pages {
    private Pages() {}

    static List<Scope> scopes(PortfolioStore store, @Nullable UUID after, int size) {
        return store.read(view -> view.scopes(after, size));
    }

    static void scopes(PortfolioStore store, int size, Consumer<Scope> visitor) {
        UUID after = null;
        for (List<Scope> page = scopes(store, after, size); !page.isEmpty(); page = scopes(store, after, size)) {
            page.forEach(visitor);
            after = page.get(page.size() - 1).id();
        }
    }

    static void contents(PortfolioStore store, int size, Consumer<KeptContent> visitor) {
        Hash after = null;
        for (List<KeptContent> page = contents(store, after, size);
                !page.isEmpty();
                page = contents(store, after, size)) {
            page.forEach(visitor);
            after = page.get(page.size() - 1).content().sha256();
        }
    }

    private static List<KeptContent> contents(PortfolioStore store, @Nullable Hash after, int size) {
        return store.contents().list(after, size);
    }
}
