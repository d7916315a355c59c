package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_PRODUCTION;
import static org.eportfolio.access.Permission.KEEP_WATCH;
import static org.eportfolio.access.Permission.READ_PRODUCTION;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.ProjectKinds.WATCH_ENTRY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.dossier.FollowUpText;
import org.eportfolio.core.internal.dossier.FrozenState;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.WatchEntryId;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.spi.Scope;

/** The watch log of a dossier: the learner keeps it, the team reads it; to be judged, entries are cited. Thread-safe. */
public final class WatchDesk {
    private static final int MOST_CITED = 50;

    private final DeskContext desk;
    private final ProductionMaking productions;
    private final FrozenState frozen;

    WatchDesk(DeskContext desk, ProductionMaking productions) {
        this.desk = desk;
        this.productions = productions;
        this.frozen = new FrozenState(productions);
    }

    /** Adds an entry to the log of the actor's own dossier. */
    public WatchEntry log(DossierId dossier, NewWatchEntry input) {
        NewWatchEntry given = Inputs.checked(input);
        return desk.write(dossier, KEEP_WATCH, call -> {
            WatchEntry entry =
                    WatchEntry.of(new WatchEntryId(call.newId()), dossier, given, call.today(), call.now(), 1);
            return call.save("watch.logged", WATCH_ENTRY, entry);
        });
    }

    /**
     * Puts another content in place of an entry's; where it was cited it stays as it was.
     *
     * @param seen the entry as the caller read it; a {@link ConflictException} if it changed since
     */
    public WatchEntry revise(WatchEntry seen, NewWatchEntry input) {
        NewWatchEntry given = Inputs.checked(input);
        return desk.write(seen.dossier(), KEEP_WATCH, call -> {
            WatchEntry there = call.unchanged(WATCH_ENTRY, seen);
            WatchEntry revised =
                    WatchEntry.of(there.id(), there.dossier(), given, call.today(), call.now(), there.revision() + 1);
            return call.save("watch.revised", WATCH_ENTRY, revised);
        });
    }

    /**
     * Takes an entry out of the log; where it was cited it stays as it was.
     *
     * @param seen the entry as the caller read it; a {@link ConflictException} if it changed since
     */
    public void remove(WatchEntry seen) {
        desk.run(seen.dossier(), KEEP_WATCH, call -> call.discard("watch.removed", WATCH_ENTRY, seen));
    }

    /**
     * Makes entries citable: a new production that lists them as they stand now, links their sources, and is frozen.
     *
     * @param shown title and competencies, and captures or files to go with them
     * @param entries one to fifty, in the order in which they are to be read
     */
    public Production cite(DossierId dossier, NewProduction shown, WatchEntryId... entries) {
        Objects.requireNonNull(shown, "shown");
        Inputs.requireEach("entries", entries);
        ProductionMaking.Ready ready = productions.ready(dossier, shown);
        return desk.write(dossier, KEEP_PRODUCTION, call -> {
            InvalidInputException.unless(
                    entries.length >= 1 && entries.length <= MOST_CITED,
                    "entries",
                    "watch.cite",
                    MOST_CITED,
                    entries.length);
            Scope scope = DossierKinds.scope(dossier);
            NamedRecords<WatchEntry> named = NamedRecords.in(
                    scope,
                    WATCH_ENTRY,
                    Arrays.stream(entries).map(WatchEntryId::value).toList(),
                    call.work());
            List<WatchEntry> ordered = Arrays.stream(entries)
                    .distinct()
                    .map(each -> named.find(scope, each.value())
                            .orElseThrow(() -> new NotFoundException("watch-entry", each)))
                    .toList();
            Production cited = frozen.of(null, ready, locale -> pieces(ordered, locale), call);
            return call.save("watch.cited", PRODUCTION, cited);
        });
    }

    private List<Piece> pieces(List<WatchEntry> entries, Locale locale) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Text(new FollowUpText(locale, desk.zone()).of(entries)));
        for (WatchEntry each : entries) {
            if (each.url() != null) pieces.add(new Piece.Link(each.url(), each.title()));
        }
        return pieces;
    }

    /** One entry. */
    public WatchEntry get(DossierId dossier, WatchEntryId id) {
        return desk.read(dossier, READ_PRODUCTION, call -> call.require(WATCH_ENTRY, id.value()));
    }

    /**
     * A page of a dossier's log, the oldest entry first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<WatchEntry> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PRODUCTION, call -> call.page(WATCH_ENTRY, request));
    }
}
