package org.eportfolio.console.command.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Roles;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.core.GrantDesk;
import org.eportfolio.dossier.Dossier;
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
public final class GrantCommands extends Commands {
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
        @Option(names = "--from", paramLabel = "DATE", converter = Days.class)
        @Nullable
        LocalDate from;

        @Option(names = "--until", paramLabel = "DATE", converter = Days.class)
        @Nullable
        LocalDate until;
    }

    @Command(name = "give")
    int give(
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1", paramLabel = "ROLE", converter = Roles.class) Role role,
            @ArgGroup @Nullable Over over,
            @Mixin Held held)
            throws Exception {
        return show(finding -> {
            Grant given = finding.desk()
                    .grants()
                    .give(new NewGrant(PersonId.of(person), role, reach(over, finding), held.from, held.until));
            return Told.of(given, line(given, finding));
        });
    }

    @Command(name = "revoke")
    int revoke(
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1", paramLabel = "GRANT") String grant)
            throws Exception {
        return show(finding -> {
            GrantDesk desk = finding.desk().grants();
            Grant meant = new Pick<>(
                            desk.of(PersonId.of(person)), Grant::id, each -> texts().name(each.role()), texts())
                    .named(grant);
            desk.revoke(meant.id());
            return Told.of(meant, say("grant.revoked", meant.role(), finding.name(meant.holder())));
        });
    }

    @Command(name = "list")
    int list(@Parameters(paramLabel = "PERSON") String person) throws Exception {
        return show(finding -> Told.each(
                finding.desk().grants().of(PersonId.of(person)), each -> line(each, finding), say("grant.none")));
    }

    private static Reach reach(@Nullable Over over, Finding finding) {
        if (over == null) return new Reach.Organisation();
        if (over.cohort != null) {
            return new Reach.OfCohort(finding.cohort(over.cohort).id());
        }
        List<Dossier> open = finding.dossiers(Objects.requireNonNull(over.learner));
        return new Reach.OfDossier(open.get(open.size() - 1).id());
    }

    private Words line(Grant each, Finding finding) {
        Instant until = each.period().until();
        return Words.bold(finding.name(each.holder()))
                .and("  " + texts().name(each.role()) + ", " + where(each.reach(), finding) + ", ")
                .and(say("grant.from", finding.day(each.period().from())))
                .and(until == null ? "" : " " + say("grant.until", finding.lastDay(until)))
                .and(each.period().holdsAt(finding.now()) ? "" : "  " + say("grant.over"))
                .and(Pick.marked(each.id()));
    }

    private String where(Reach reach, Finding finding) {
        if (reach instanceof Reach.OfCohort of) {
            return finding.desk().cohorts().list().stream()
                    .filter(each -> each.id().equals(of.cohort()))
                    .map(Cohort::name)
                    .findFirst()
                    .orElse(of.cohort().toString());
        }
        return say("grant." + reach.getClass().getSimpleName());
    }
}
