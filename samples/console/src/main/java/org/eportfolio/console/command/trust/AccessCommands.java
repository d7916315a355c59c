package org.eportfolio.console.command.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eportfolio.Message;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Decision;
import org.eportfolio.access.DossierReading;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.ReadersView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.AccessDesk;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may see and do what, and why. */
@Command(name = "access", synopsisSubcommandLabel = "COMMAND")
public final class AccessCommands extends ConsoleCommand {
    private static final int READINGS = 200;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public AccessCommands(Session session) {
        super(session);
    }

    /** Who can read a learner's dossiers, and why. */
    @Command(name = "who")
    int who(
            @Parameters(paramLabel = "LEARNER") String learner,
            @Option(names = "--as-of", paramLabel = "DATE") @Nullable LocalDate asOf)
            throws Exception {
        return show(lookup -> ReadersView.of(
                lookup.dossiers(learner).stream()
                        .map(each -> ReadersView.DossierReaders.of(each, readers(each.id(), asOf, lookup), lookup))
                        .toList(),
                lookup));
    }

    /** On a day: as it was at its end. */
    private static List<Reader> readers(DossierId dossier, @Nullable LocalDate asOf, Lookup lookup) {
        AccessDesk desk = lookup.desk().access();
        if (asOf == null) return desk.whoCanRead(dossier);
        return desk.whoCanRead(dossier, lookup.startOf(asOf.plusDays(1)).minusNanos(1_000));
    }

    /** What an action would be done to; the organisation, if nothing is said. */
    static final class ActionObject {
        @Option(names = "--learner", paramLabel = "LEARNER")
        @Nullable
        String learner;

        @Option(names = "--cohort", paramLabel = "COHORT")
        @Nullable
        String cohort;

        List<Reach> in(Lookup lookup) {
            if (learner != null) {
                return lookup.dossiers(learner).stream()
                        .<Reach>map(each -> new Reach.OfDossier(each.id()))
                        .toList();
            }
            if (cohort != null) {
                return List.of(new Reach.OfCohort(lookup.cohort(cohort).id()));
            }
            return List.of(new Reach.Organisation());
        }
    }

    /** Why a person may do something, or may not: one decision for each dossier. */
    @Command(name = "why")
    int why(
            @Parameters(paramLabel = "PERSON", index = "0") String person,
            @Parameters(paramLabel = "ACTION", index = "1") String action,
            @Option(names = "--acting", paramLabel = "ROLE") @Nullable Role acting,
            @Mixin ActionObject object)
            throws Exception {
        return show(lookup -> {
            Actor actor = acting == null ? Actor.of(person) : Actor.of(person).acting(acting);
            Permission permission =
                    Permission.of(action.toUpperCase(Locale.ROOT).replace('-', '_'));
            List<Decision> decisions = object.in(lookup).stream()
                    .map(each -> lookup.desk().access().why(actor, permission, each))
                    .toList();
            return Result.all(
                    decisions,
                    each -> List.of(
                            StyledText.bold(say(each.allowed() ? "access.yes" : "access.no")),
                            StyledText.of("  " + each.reason().in(texts().locale()))),
                    "");
        });
    }

    /** Opens one dossier to the head who acts, for a stated reason. */
    @Command(name = "open")
    int open(
            @Mixin DossierArguments target,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason,
            @Option(names = "--hours", paramLabel = "NUMBER", required = true) int hours)
            throws Exception {
        return show(target, own -> {
            ExceptionalAccess opened = own.desk().access().openForReason(own.id(), reason, hours);
            return Result.of(opened, lines(opened, own.lookup()));
        });
    }

    /** Closes it again before its hours are over. */
    @Command(name = "close")
    int close(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> {
            Instant now = own.lookup().now();
            ExceptionalAccess open = own.all(own.desk().access()::openings).stream()
                    .filter(each -> each.runsAt(now))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(say("access.not-open")));
            ExceptionalAccess closed = own.desk().access().endEarly(open);
            return Result.of(closed, lines(closed, own.lookup()));
        });
    }

    /** When a dossier was opened so, by whom and why. */
    @Command(name = "openings")
    int openings(@Mixin DossierArguments target) throws Exception {
        return show(
                target,
                own -> Result.all(
                        own.all(own.desk().access()::openings),
                        each -> lines(each, own.lookup()),
                        say("access.never-opened")));
    }

    /** Who read something of a dossier, the last one first; the DPO, who finds no dossiers, names it by its id. */
    @Command(name = "readers")
    int readers(@Mixin DossierArguments target) throws Exception {
        return show(lookup -> {
            DossierId dossier =
                    id(target.learner).orElseGet(() -> lookup.of(target).id());
            List<DossierReading> all = new ArrayList<>();
            for (PageRequest next = PageRequest.newest(READINGS); next != null; ) {
                Page<DossierReading> page = lookup.desk().access().readers(dossier, next);
                all.addAll(page.items());
                next = page.next();
            }
            PersonNames names = PersonNames.of(all.stream().map(DossierReading::reader), lookup);
            return Result.each(all, each -> line(each, names, lookup), say("access.never-read"));
        });
    }

    private static Optional<DossierId> id(String given) {
        return UUID.matcher(given).matches() ? Optional.of(DossierId.of(given)) : Optional.empty();
    }

    private StyledText line(DossierReading reading, PersonNames names, Lookup lookup) {
        return StyledText.of(lookup.dayAndTime(reading.at()) + "  ")
                .and(StyledText.bold(names.name(reading.reader())))
                .and("  " + texts().name(reading.role()) + "  "
                        + Message.of("kind." + reading.kind()).in(texts().locale()));
    }

    private List<StyledText> lines(ExceptionalAccess access, Lookup lookup) {
        return List.of(
                StyledText.bold(lookup.name(access.openedBy())),
                StyledText.of("    "
                        + say(
                                "access.opened",
                                lookup.dayAndTime(access.openedAt()),
                                lookup.dayAndTime(access.closedFrom()))),
                StyledText.of("    " + say("access.step", access.reason())));
    }
}
