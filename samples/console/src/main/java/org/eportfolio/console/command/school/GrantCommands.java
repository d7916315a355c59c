package org.eportfolio.console.command.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.Page;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.GrantDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may do what, where, and until when. */
@Command(name = "grant", synopsisSubcommandLabel = "COMMAND")
public final class GrantCommands extends ConsoleCommand {
    public GrantCommands(Session session) {
        super(session);
    }

    /** How far a role reaches; everywhere, if nothing is said. */
    static final class Over {
        @Option(names = "--cohort", paramLabel = "COHORT")
        @Nullable
        String cohort;

        @Option(names = "--learner", paramLabel = "LEARNER")
        @Nullable
        String learner;
    }

    /** From when, until when. */
    static final class Held {
        @Option(names = "--from", paramLabel = "DATE")
        @Nullable
        LocalDate from;

        @Option(names = "--until", paramLabel = "DATE")
        @Nullable
        LocalDate until;
    }

    @Command(name = "give")
    int give(
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1", paramLabel = "ROLE") Role role,
            @ArgGroup @Nullable Over over,
            @Mixin AdoptionOptions under,
            @Mixin Held held)
            throws Exception {
        return show(lookup -> {
            Grant given = lookup.desk()
                    .grants()
                    .give(new NewGrant(PersonId.of(person), role, reach(over, under, lookup), held.from, held.until));
            return Result.of(given, line(given, lookup));
        });
    }

    @Command(name = "revoke")
    int revoke(
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1", paramLabel = "GRANT") String grant)
            throws Exception {
        return show(lookup -> {
            GrantDesk desk = lookup.desk().grants();
            Grant meant = new Selector<>(
                            desk.of(PersonId.of(person)), Grant::id, each -> texts().name(each.role()), texts())
                    .named(grant);
            desk.revoke(meant.id());
            return Result.of(meant, say("grant.revoked", meant.role(), lookup.name(meant.holder())));
        });
    }

    /** Changes until when a grant holds; without a day there is no end. */
    @Command(name = "end")
    int end(
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1", paramLabel = "GRANT") String grant,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate last)
            throws Exception {
        return show(lookup -> {
            GrantDesk desk = lookup.desk().grants();
            Grant meant = new Selector<>(
                            desk.of(PersonId.of(person)), Grant::id, each -> texts().name(each.role()), texts())
                    .named(grant);
            Grant changed = desk.endOn(meant.id(), last);
            return Result.of(changed, line(changed, lookup));
        });
    }

    /** A learner of age lets a former legal representative read their dossier again. */
    @Command(name = "open")
    int open(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERSON") String representative,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate last)
            throws Exception {
        return show(lookup -> {
            Grant given = lookup.desk()
                    .grants()
                    .openToRepresentative(lookup.of(target).id(), PersonId.of(representative), last);
            return Result.of(given, line(given, lookup));
        });
    }

    @Command(name = "close")
    int close(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERSON") String representative)
            throws Exception {
        return show(lookup -> {
            Grant closed = lookup.desk()
                    .grants()
                    .closeToRepresentative(lookup.of(target).id(), PersonId.of(representative));
            return Result.of(closed, line(closed, lookup));
        });
    }

    @Command(name = "list")
    int list(@Parameters(paramLabel = "PERSON") String person) throws Exception {
        return show(lookup -> Result.each(
                lookup.desk().grants().of(PersonId.of(person)), each -> line(each, lookup), say("grant.none")));
    }

    private static Reach reach(@Nullable Over over, AdoptionOptions under, Lookup lookup) {
        if (over == null) return new Reach.Organisation();
        if (over.cohort != null) {
            return new Reach.OfCohort(lookup.cohort(over.cohort).id());
        }
        return new Reach.OfDossier(
                lookup.of(Objects.requireNonNull(over.learner), under.named()).id());
    }

    private static String standing(Grant each, Lookup lookup) {
        return each.period().from().isAfter(lookup.now()) ? "grant.ahead" : "grant.over";
    }

    private StyledText line(Grant each, Lookup lookup) {
        Instant until = each.period().until();
        return StyledText.bold(lookup.name(each.holder()))
                .and("  " + texts().name(each.role()) + ", " + where(each.reach(), lookup) + ", ")
                .and(say("grant.from", lookup.day(each.period().from())))
                .and(until == null ? "" : " " + say("grant.until", lookup.lastDay(until)))
                .and(each.period().holdsAt(lookup.now()) ? "" : "  " + say(standing(each, lookup)))
                .and(Selector.marked(each.id()));
    }

    private String where(Reach reach, Lookup lookup) {
        if (reach instanceof Reach.OfCohort of) {
            return Page.all(lookup.desk().cohorts()::list).stream()
                    .filter(each -> each.id().equals(of.cohort()))
                    .map(Cohort::name)
                    .findFirst()
                    .orElse(of.cohort().toString());
        }
        return say("grant." + reach.getClass().getSimpleName());
    }
}
