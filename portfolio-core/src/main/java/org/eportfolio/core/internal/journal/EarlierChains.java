package org.eportfolio.core.internal.journal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.CancelledException;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.Founding;
import org.eportfolio.core.internal.kind.LevelsCard;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Encoded;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * Brings the chains of an earlier version up to date, once: each gets an entry that covers its aliases, and cards of
 * levels are written without a secret that nothing is hashed by. What cannot be read is left for the journal to name.
 */
public final class EarlierChains {
    private static final int PAGE = 200;
    private static final int ENTRIES = 500;

    private EarlierChains() {}

    /**
     * Covers every scope.
     *
     * @return false, and nothing is done, if the founding of the organisation is not as the journal has it: then the file
     *     was altered, and is not taken for one of an earlier version
     */
    public static boolean cover(Engine engine) {
        if (!engine.store().<Boolean>read(EarlierChains::isFoundedAsJournalled)) return false;
        UUID after = null;
        for (List<Scope> page = page(after, engine); !page.isEmpty(); page = page(after, engine)) {
            CancelledException.ifInterrupted();
            List<Scope> scopes = page;
            engine.write(Scope.ORGANISATION, work -> {
                scopes.forEach(scope -> cover(scope, work));
                return true;
            });
            after = page.get(page.size() - 1).id();
        }
        return true;
    }

    private static List<Scope> page(@Nullable UUID after, Engine engine) {
        return engine.store().read(view -> view.scopes(after, PAGE));
    }

    private static boolean isFoundedAsJournalled(View view) {
        Row founding = view.find(Scope.ORGANISATION, SchoolKinds.FOUNDING.kind(), Founding.ID)
                .orElse(null);
        if (founding == null) return false;
        Hash kept = Sealing.keyed(founding);
        AtomicBoolean sameAsLast = new AtomicBoolean();
        try {
            hear(Scope.ORGANISATION, view, entry -> {
                for (JournalEntry.Item each : entry.objects()) {
                    if (each.id().equals(Founding.ID)
                            && each.kind().equals(founding.kind().name())) {
                        sameAsLast.set(Objects.equals(kept, each.hash()));
                    }
                }
            });
        } catch (PortfolioException | MalformedException e) {
            return false;
        }
        return sameAsLast.get();
    }

    private interface Ear {
        void hear(EntryBody entry);
    }

    /** Goes through a chain, and gives back where it ends. */
    private static Head hear(Scope scope, View view, Ear ear) {
        Head at = Head.EMPTY;
        for (List<Entry> page = view.entries(scope, 0, ENTRIES);
                !page.isEmpty();
                page = view.entries(scope, at.length(), ENTRIES)) {
            for (Entry entry : page) {
                ear.hear(EntryBody.of(entry, Work.json()));
                at = entry.head();
            }
        }
        return at;
    }

    private static void cover(Scope scope, Work work) {
        try {
            ToldAliases told = new ToldAliases();
            View view = work.view();
            List<Row> aliases = view.list(scope, TraceKinds.ALIAS.kind(), null, Integer.MAX_VALUE);
            List<Row> cards = view.list(scope, AssessmentKinds.LEVELS.kind(), null, Integer.MAX_VALUE);
            if (aliases.isEmpty() && cards.isEmpty()) return;
            Head head = hear(scope, view, told::hear);
            Entry covering = told.covering(scope, head, aliases).orElse(null);
            if (covering == null || !head.equals(view.head(scope))) return;
            List<LevelsCard> levels = work.decode(AssessmentKinds.LEVELS, cards);
            levels.forEach(each -> work.put(AssessmentKinds.LEVELS, each));
            work.follow(scope, head, List.of(covering));
        } catch (PortfolioException | MalformedException e) {
            return;
        }
    }

    /** How many entries a chain has, leaving out one at its end that covers it: nothing changed by that. */
    public static long lengthAsWritten(Scope scope, View view) {
        long length = view.head(scope).length();
        if (length == 0) return 0;
        boolean covered = view.entries(scope, length - 1, 1).stream()
                .anyMatch(each -> EntryBody.of(each, Work.json()).act().equals(ToldAliases.COVERED));
        return covered ? length - 1 : length;
    }

    /** Whether a card is written as this version writes it. */
    static boolean isCurrent(Row card) {
        return !Encoded.hasSecret(card);
    }
}
