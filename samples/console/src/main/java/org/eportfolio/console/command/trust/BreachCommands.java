package org.eportfolio.console.command.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.BreachSheet;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.NewBreach;
import org.eportfolio.privacy.NewBreachSettlement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaches of personal data: whom they reached, and the school's documentation of them. */
@Command(name = "breach", synopsisSubcommandLabel = "COMMAND")
public final class BreachCommands extends ConsoleCommand {
    public BreachCommands(Session session) {
        super(session);
    }

    /** The people and data concerned by a breach. */
    @Command(name = "sheet")
    int sheet(
            @Option(names = "--persons", paramLabel = "PERSON", split = ",", required = true) List<String> persons,
            @Option(names = "--since", paramLabel = "DATE", required = true) LocalDate since)
            throws Exception {
        return show(lookup -> {
            List<PersonId> ids = persons.stream().map(PersonId::of).toList();
            BreachSheet sheet = lookup.desk().breaches().sheet(ids, since, texts().locale());
            return Result.of(sheet, (screen, texts) -> PrivacyCommands.print(sheet.document(), screen));
        });
    }

    /** What is known of a breach. */
    static final class Known {
        @Option(names = "--since", paramLabel = "DATE", required = true)
        @Nullable
        LocalDate since;

        @Option(names = "--noticed", paramLabel = "TIME")
        @Nullable
        LocalDateTime noticed;

        @Option(names = "--data", paramLabel = "CATEGORY", split = ",", required = true)
        List<DataCategory> categories = List.of();

        @Option(names = "--people", paramLabel = "N", required = true)
        int people;

        NewBreach said(String facts, Lookup lookup) {
            Instant at = noticed == null
                    ? lookup.now()
                    : noticed.atZone(lookup.clock().getZone()).toInstant();
            return new NewBreach(Objects.requireNonNull(since), at, facts, Set.copyOf(categories), people);
        }
    }

    /** Records a breach. */
    @Command(name = "record")
    int record(@Parameters(index = "0", paramLabel = "FACTS") String facts, @Mixin Known known) throws Exception {
        return show(lookup -> {
            Breach breach = lookup.desk().breaches().record(known.said(facts, lookup));
            return Result.of(breach, say("breach.recorded", time(breach.notifyBy(), lookup)));
        });
    }

    /** How a breach ended. */
    static final class Ended {
        @Option(names = "--effects", paramLabel = "TEXT", defaultValue = "")
        String effects = "";

        @Option(names = "--measures", paramLabel = "TEXT", required = true)
        String measures = "";

        @Option(names = "--notified", paramLabel = "TIME")
        @Nullable
        LocalDateTime notified;

        @Option(names = "--informed", paramLabel = "DATE")
        @Nullable
        LocalDate informed;

        @Option(names = "--because", paramLabel = "TEXT", defaultValue = "")
        String because = "";

        NewBreachSettlement said(Lookup lookup) {
            Instant at = notified == null
                    ? null
                    : notified.atZone(lookup.clock().getZone()).toInstant();
            return new NewBreachSettlement(effects, measures, at, informed, because);
        }
    }

    /** Records how a breach ended. */
    @Command(name = "settle")
    int settle(@Parameters(index = "0", paramLabel = "BREACH") String breach, @Mixin Ended ended) throws Exception {
        return show(lookup -> {
            List<Breach> all = Page.all(next -> lookup.desk().breaches().list(next));
            Breach seen = new Selector<>(all, Breach::id, Breach::facts, texts()).named(breach);
            Breach settled = lookup.desk().breaches().settle(seen, ended.said(lookup));
            return Result.of(settled, say("breach.settled-now", settled.facts()));
        });
    }

    /** All breaches that were recorded. */
    @Command(name = "list")
    int list() throws Exception {
        return show(lookup -> Result.each(
                Page.all(next -> lookup.desk().breaches().list(next)), each -> line(each, lookup), say("breach.none")));
    }

    private StyledText line(Breach each, Lookup lookup) {
        Breach.Settlement settlement = each.settlement();
        String state = settlement == null
                ? say("breach.open", time(each.notifyBy(), lookup))
                : say("breach.closed", time(settlement.at(), lookup), settlement.measures());
        return StyledText.bold(each.facts())
                .and("  " + say("breach.line", each.since(), each.people()))
                .and("  " + state)
                .and(Selector.marked(each.id()));
    }

    private String time(Instant at, Lookup lookup) {
        return texts().dayAndTime(LocalDateTime.ofInstant(at, lookup.clock().getZone()));
    }
}
