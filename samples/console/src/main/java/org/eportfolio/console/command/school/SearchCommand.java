package org.eportfolio.console.command.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.id.PersonId;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.MarkedText;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what the acting person may read, by its words. */
@Command(name = "search")
public final class SearchCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY")
    String query = "";

    @Option(names = "--kind", paramLabel = "KIND")
    @Nullable
    List<FoundKind> kinds;

    @Option(names = "--cohort", paramLabel = "COHORT")
    @Nullable
    String cohort;

    @Option(names = "--of", paramLabel = "LEARNER")
    @Nullable
    String learner;

    @Option(names = "--since", paramLabel = "DATE")
    @Nullable
    LocalDate since;

    @Option(names = "--after", paramLabel = "PLACE")
    @Nullable
    String after;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
    int limit;

    public SearchCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            Findings found = lookup.desk().search().find(query, filters(lookup), new SearchRequest(limit, after));
            return Result.of(found, lines(found, lookup));
        });
    }

    private SearchFilters filters(Lookup lookup) {
        SearchFilters filters = SearchFilters.ALL.only(given(kinds).toArray(FoundKind[]::new));
        if (cohort != null) filters = filters.in(lookup.classroom(cohort).id());
        if (learner != null)
            filters = filters.of(lookup.dossiers(learner).get(0).learner());
        return since == null ? filters : filters.since(lookup.startOf(since));
    }

    private List<StyledText> lines(Findings found, Lookup lookup) {
        List<PersonId> learners = found.items().stream()
                .map(Found::learner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<PersonId, String> names = learners.isEmpty() ? Map.of() : lookup.names(learners);
        List<StyledText> lines = new ArrayList<>();
        for (Found each : found.items()) {
            lines.add(marked(each.title()).and(StyledText.faint("  " + where(each, names, lookup))));
            if (!each.snippet().text().isEmpty()) lines.add(StyledText.of("  ").and(marked(each.snippet())));
            lines.add(StyledText.faint("  " + each.ref() + (each.part() == null ? "" : "  " + each.part())));
        }
        if (lines.isEmpty()) lines.add(StyledText.of(say("search.nothing")));
        SearchRequest next = found.next();
        if (next != null && next.after() != null)
            lines.add(StyledText.faint(
                    say("search.more", Session.option("--after", next.after()).strip())));
        if (!found.whole()) lines.add(StyledText.of(say("search.not-whole")));
        return lines;
    }

    private String where(Found found, Map<PersonId, String> names, Lookup lookup) {
        PersonId learner = found.learner();
        String kind = texts().name(found.kind());
        String of = learner == null ? kind : say("search.of", kind, names.getOrDefault(learner, learner.value()));
        return found.at() == null ? of : say("search.at", of, lookup.day(found.at()));
    }

    private static StyledText marked(MarkedText text) {
        StyledText line = StyledText.of("");
        int at = 0;
        for (MarkedText.Span each : text.spans()) {
            line = line.and(text.text().substring(at, each.from()))
                    .and(StyledText.bold(text.text().substring(each.from(), each.to())));
            at = each.to();
        }
        return line.and(text.text().substring(at));
    }
}
