package org.eportfolio.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.Place;

/** What an importer meets on its way: bad items, remarks, counts. One for each import; not thread-safe. */
public final class Findings {
    private final String file;
    private final ImportOptions options;
    private final HeapBudget budget;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<ImportReport.Remark> remarks = new ArrayList<>();
    private final List<InvalidInputException.Violation> bad = new ArrayList<>();
    private long remarksInAll;
    private long items;

    /** @param file its name, for refusals */
    public Findings(String file, ImportOptions options) {
        this.file = file;
        this.options = options;
        this.budget = new HeapBudget(file);
    }

    /** Counts about so many bytes more that are kept until the import is over, and refuses what the program has no memory for. */
    public void hold(long bytes) {
        budget.hold(bytes);
    }

    /** Counts one more record, row or element, and refuses what is beyond the bound. */
    public void item() {
        ExchangeMessages.unless(
                ++items <= options.bounds().items(),
                "file",
                "exchange.too-many-items",
                file,
                options.bounds().items());
    }

    /** So many records, rows or elements so far. */
    public long items() {
        return items;
    }

    /** A remark for the user; nothing is wrong. */
    public void remark(Place place, String key, Object... arguments) {
        remark(place, ExchangeMessages.of(key, arguments));
    }

    /** The same in words that are there. */
    public void remark(Place place, Message what) {
        remarksInAll++;
        if (remarks.size() >= ImportReport.REMARKS_KEPT) return;
        boolean inPlainFile = place.entry().isEmpty() && place.line() > 0;
        Place named = inPlainFile ? new Place(file, place.line(), place.path()) : place;
        remarks.add(new ImportReport.Remark(named, what));
    }

    /** An item that cannot be brought in: it refuses the file, or is left out if that was asked for. */
    public void bad(String kind, Place place, String key, Object... arguments) {
        bad(kind, place, List.of(new InvalidInputException.Violation("", ExchangeMessages.of(key, arguments))));
    }

    /** An item that breaks rules of the domain. */
    public void bad(String kind, Place place, InvalidInputException refusal) {
        bad(kind, place, refusal.violations());
    }

    private void bad(String kind, Place place, List<InvalidInputException.Violation> violations) {
        leftOut(kind, 1);
        for (InvalidInputException.Violation each : violations) {
            Place exact = each.path().isEmpty() || !place.path().isEmpty()
                    ? place
                    : new Place(place.entry(), place.line(), each.path());
            remark(exact, each.rule());
            String within = exact.toString();
            String separator = within.isEmpty() || within.startsWith(":") ? "" : " ";
            if (bad.size() < ImportReport.REMARKS_KEPT) {
                bad.add(new InvalidInputException.Violation(file + separator + within, each.rule()));
            }
        }
    }

    public void added(String kind, long more) {
        count(kind, more, 0, 0, 0);
    }

    public void changed(String kind, long more) {
        count(kind, 0, more, 0, 0);
    }

    public void same(String kind, long more) {
        count(kind, 0, 0, more, 0);
    }

    public void leftOut(String kind, long more) {
        count(kind, 0, 0, 0, more);
    }

    private void count(String kind, long added, long changed, long same, long leftOut) {
        Count before = counts.getOrDefault(kind, new Count(0, 0, 0, 0));
        counts.put(
                kind,
                new Count(
                        before.added() + added,
                        before.changed() + changed,
                        before.same() + same,
                        before.leftOut() + leftOut));
    }

    /** Refuses the file for its bad items, all of them named, unless the others are to be brought in all the same. */
    public void refuseBad() {
        if (!bad.isEmpty() && !options.goodOnesOnly()) throw new InvalidInputException(bad);
    }

    /** Refuses a file of which nothing is left because every item is bad, also when the others were to be imported. */
    public void refuseAllBad() {
        if (!bad.isEmpty()) throw new InvalidInputException(bad);
    }

    public ImportReport report(String format) {
        return new ImportReport(format, options.dryRun(), counts, remarks, remarksInAll);
    }
}
