package org.eportfolio.console.command.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.school.SchoolClass;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cohorts and who learns in them. */
@Command(name = "cohort", synopsisSubcommandLabel = "COMMAND")
public final class CohortCommands extends ConsoleCommand {
    public CohortCommands(Session session) {
        super(session);
    }

    /** Those of today; with {@code --all} also those that are closed, and those of past years. */
    @Command(name = "list")
    int list(@Option(names = "--all") boolean all) throws Exception {
        return show(lookup -> Result.each(
                all ? lookup.cohorts() : lookup.desk().cohorts().current(),
                each -> line(each, lookup),
                say("cohort.none")));
    }

    private StyledText line(Cohort cohort, Lookup lookup) {
        LocalDate closed = cohort.closedOn();
        return StyledText.of(lookup.label(cohort)).and(closed == null ? "" : "  " + say("cohort.closed-on", closed));
    }

    /** Gives a cohort another name. */
    @Command(name = "rename")
    int rename(
            @Parameters(index = "0", paramLabel = "COHORT") String cohort,
            @Parameters(index = "1", paramLabel = "CALLED") String name)
            throws Exception {
        return show(lookup -> {
            Cohort before = lookup.cohort(cohort);
            Cohort renamed = lookup.desk().cohorts().rename(before.id(), name);
            return Result.of(renamed, say("cohort.renamed", before.name(), renamed.name()));
        });
    }

    /** Closes a cohort: no one can join it from then on, and lists of today leave it out. */
    @Command(name = "close")
    int close(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(lookup -> {
            Cohort closed = lookup.desk().cohorts().close(lookup.cohort(cohort).id());
            return Result.of(closed, say("cohort.closed", lookup.label(closed)));
        });
    }

    /** Opens a cohort again. */
    @Command(name = "reopen")
    int reopen(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(lookup -> {
            Cohort open = lookup.desk().cohorts().reopen(lookup.cohort(cohort).id());
            return Result.of(open, say("cohort.reopened", lookup.label(open)));
        });
    }

    /** Moves a learner to another cohort, from a day on. */
    @Command(name = "move")
    int move(
            @Parameters(index = "0", paramLabel = "LEARNER") String learner,
            @Parameters(index = "1", paramLabel = "OLD") String from,
            @Parameters(index = "2", paramLabel = "NEW") String to,
            @Option(names = "--from", paramLabel = "DATE") @Nullable LocalDate first)
            throws Exception {
        return show(lookup -> {
            Cohort left = lookup.cohort(from);
            Cohort joined = lookup.cohort(to);
            PersonId person = learner(learner, left, lookup);
            Membership made = lookup.desk().cohorts().move(person, left.id(), joined.id(), first);
            return Result.of(
                    made,
                    say(
                            "cohort.moved",
                            lookup.name(person),
                            left.name(),
                            joined.name(),
                            lookup.day(made.period().from())));
        });
    }

    /** Changes until when a learner belongs to a cohort; without a day there is no end. */
    @Command(name = "end")
    int end(
            @Parameters(index = "0", paramLabel = "LEARNER") String learner,
            @Parameters(index = "1", paramLabel = "COHORT") String cohort,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate last)
            throws Exception {
        return show(lookup -> {
            Cohort found = lookup.cohort(cohort);
            PersonId person = learner(learner, found, lookup);
            Membership changed = lookup.desk().cohorts().endOn(found.id(), person, last);
            return Result.of(
                    changed,
                    last == null
                            ? say("cohort.no-end", lookup.name(person), found.name())
                            : say("cohort.ends", lookup.name(person), found.name(), last));
        });
    }

    private static PersonId learner(String given, Cohort cohort, Lookup lookup) {
        return SchoolClass.of(lookup.label(cohort), lookup).learner(given);
    }

    /** Who learns in it, now and before. */
    @Command(name = "show")
    int show(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(lookup -> {
            CohortId id = lookup.cohort(cohort).id();
            List<Membership> members = Page.all(next -> lookup.desk().cohorts().members(id, next));
            Map<PersonId, String> names =
                    lookup.sorted(members.stream().map(Membership::learner).toList());
            List<Membership> sorted = NamedLines.inOrder(members, Membership::learner, names);
            return Result.each(sorted, each -> line(each, names, lookup), say("cohort.empty"));
        });
    }

    private StyledText line(Membership each, Map<PersonId, String> names, Lookup lookup) {
        Instant until = each.period().until();
        return StyledText.bold(names.getOrDefault(each.learner(), each.learner().value()))
                .and("  " + each.learner() + "  ")
                .and(say("grant.from", lookup.day(each.period().from())))
                .and(until == null ? "" : " " + say("grant.until", lookup.lastDay(until)));
    }
}
