package org.eportfolio.console.command.school;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.HeldRole;
import org.eportfolio.access.Me;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Opened;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who the acting person is, what they may do, and what a reference leads to. */
@Command(name = "me", synopsisSubcommandLabel = "COMMAND")
public final class MeCommands extends ConsoleCommand {
    public MeCommands(Session session) {
        super(session);
    }

    /** Name, roles, cohorts and dossiers. */
    @Command(name = "show")
    int show() throws Exception {
        return show(lookup -> {
            Me me = lookup.desk().me().get();
            List<StyledText> lines = new ArrayList<>();
            lines.add(StyledText.bold(me.name().display()).and("  " + me.person()));
            me.roles().forEach(each -> lines.add(role(each, me, lookup)));
            me.coming().forEach(each -> lines.add(role(each, me, lookup).and("  " + say("grant.ahead"))));
            if (me.readableUntil() != null)
                lines.add(StyledText.of("  " + say("me.readable-until", me.readableUntil())));
            if (!me.cohorts().isEmpty()) {
                lines.add(StyledText.of("  "
                        + say(
                                "me.cohorts",
                                me.cohorts().stream().map(lookup::label).collect(Collectors.joining(", ")))));
            }
            for (Dossier each : me.dossiers()) {
                lines.add(StyledText.of("  "
                        + say(
                                "me.dossier",
                                lookup.adoptionName(each.adoption())
                                        .orElse(each.adoption().toString()))));
            }
            return Result.of(me, lines);
        });
    }

    private StyledText role(HeldRole held, Me me, Lookup lookup) {
        Instant until = held.period().until();
        return StyledText.of("  " + texts().name(held.role()) + ", " + where(held.reach(), me, lookup) + ", ")
                .and(say("grant.from", lookup.day(held.period().from())))
                .and(until == null ? "" : " " + say("grant.until", lookup.lastDay(until)));
    }

    private String where(Reach reach, Me me, Lookup lookup) {
        if (!(reach instanceof Reach.OfCohort of))
            return say("grant." + reach.getClass().getSimpleName());
        return me.cohorts().stream()
                .filter(each -> each.id().equals(of.cohort()))
                .findFirst()
                .map(lookup::label)
                .orElseGet(() -> {
                    Cohort cohort = lookup.desk().cohorts().get(of.cohort());
                    return lookup.label(cohort);
                });
    }

    /** Over what; the organisation, if nothing is said. */
    static final class Over {
        @Option(names = "--learner", paramLabel = "LEARNER")
        @Nullable
        String learner;

        @Option(names = "--cohort", paramLabel = "COHORT")
        @Nullable
        String cohort;
    }

    /** What the acting person may do over a learner's dossiers, a cohort or the organisation. */
    @Command(name = "may")
    int may(@ArgGroup @Nullable Over over) throws Exception {
        return show(lookup -> {
            List<HeldPermissions> held = over(over, lookup).stream()
                    .map(each -> lookup.desk().me().may(each))
                    .toList();
            return Result.all(held, this::lines, "");
        });
    }

    private static List<Reach> over(@Nullable Over over, Lookup lookup) {
        if (over == null) return List.of(new Reach.Organisation());
        if (over.cohort != null)
            return List.of(new Reach.OfCohort(lookup.classroom(over.cohort).id()));
        return lookup.dossiers(String.valueOf(over.learner)).stream()
                .<Reach>map(each -> new Reach.OfDossier(each.id()))
                .toList();
    }

    private List<StyledText> lines(HeldPermissions held) {
        List<StyledText> lines = new ArrayList<>();
        for (Permission each : held.held()) lines.add(StyledText.of("  " + name(each)));
        held.byRole()
                .forEach((permission, roles) -> lines.add(StyledText.of("  " + name(permission))
                        .and(StyledText.faint("  " + say("me.by-role", names(roles))))));
        if (lines.isEmpty()) lines.add(StyledText.of(say("me.nothing")));
        return lines;
    }

    private String name(Permission permission) {
        return Message.of("Permission." + permission.name()).in(texts().locale());
    }

    private String names(Set<Role> roles) {
        return roles.stream().sorted().map(texts()::name).collect(Collectors.joining(", "));
    }

    /**
     * What a reference leads to.
     *
     * @param learner {@code null} for what lies in no dossier
     */
    public record OpenedAnswer(
            Ref ref, @Nullable PersonId learner, @Nullable String name, String type) {}

    /** Opens what a reference names, and says whose it is. */
    @Command(name = "open")
    int open(@Parameters(paramLabel = "REF") String ref) throws Exception {
        return show(lookup -> {
            Opened opened = lookup.desk().refs().open(Ref.of(ref));
            PersonId learner = opened.learner();
            OpenedAnswer answer = new OpenedAnswer(
                    opened.ref(),
                    learner,
                    learner == null ? null : lookup.name(learner),
                    opened.record().getClass().getSimpleName());
            return Result.of(
                    answer,
                    answer.name() == null
                            ? say("me.opened", answer.type(), opened.ref())
                            : say("me.opened.of", answer.type(), answer.name(), opened.ref()));
        });
    }
}
