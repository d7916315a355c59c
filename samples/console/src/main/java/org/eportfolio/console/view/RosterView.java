package org.eportfolio.console.view;

import java.nio.file.Path;
import java.util.List;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.exchange.roster.RosterDifference;

/** What a class list changed, or would change, by kind of change. */
public record RosterView(Path file, RosterDifference difference) implements View {
    private static final int SHOWN_OF_A_KIND = 30;
    private static final ImportReport.Count NONE = new ImportReport.Count(0, 0, 0, 0);

    /** What {@code --json} writes. */
    public record RosterAnswer(ImportReport report, List<RosterChange> changes) {}

    @Override
    public Object document() {
        return new RosterAnswer(difference.report(), difference.changes());
    }

    @Override
    public void print(Screen screen, Texts texts) {
        ImportReport report = difference.report();
        if (!difference.isEmpty()) {
            String key = report.dryRun() ? "roster.would-change" : "roster.changed";
            screen.line(texts.say(key, file, texts.say("roster.format." + report.format())));
        }
        for (Kind kind : Kind.values()) {
            List<RosterChange> changes = difference.changes().stream()
                    .filter(each -> each.kind() == kind)
                    .toList();
            if (!changes.isEmpty()) print(kind, changes, screen, texts);
        }
        if (!difference.changes().isEmpty()) screen.blank();
        ImportReport.Count members = report.counts().getOrDefault("membership", NONE);
        ImportReport.Count staff = report.counts().getOrDefault("staff", NONE);
        screen.line(texts.say(
                report.dryRun() ? "roster.would" : "roster.done",
                members.added() + staff.added(),
                members.changed(),
                members.same() + staff.same()));
    }

    private void print(Kind kind, List<RosterChange> changes, Screen screen, Texts texts) {
        screen.blank();
        screen.line(StyledText.bold(texts.say("roster.kind." + kind.name(), changes.size())));
        changes.stream().limit(SHOWN_OF_A_KIND).forEach(each -> screen.line(line(each, texts)));
        int more = changes.size() - SHOWN_OF_A_KIND;
        if (more > 0) screen.line("  " + texts.count("roster.more", more));
    }

    private StyledText line(RosterChange change, Texts texts) {
        StyledText line = StyledText.of("  " + change.what().in(texts.locale()));
        Place place = change.place();
        if (place.line() == 0) return line;
        String entry = place.entry().isEmpty() ? String.valueOf(file.getFileName()) : place.entry();
        return line.and(StyledText.faint("  " + texts.say("roster.place", entry, place.line())));
    }
}
