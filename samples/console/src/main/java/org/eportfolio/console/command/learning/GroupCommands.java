package org.eportfolio.console.command.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.ProductionOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.GroupDesk;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.id.GroupId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Productions made by two to four, each with their own words on what they did. */
@Command(name = "group", synopsisSubcommandLabel = "COMMAND")
public final class GroupCommands extends ConsoleCommand {
    public GroupCommands(Session session) {
        super(session);
    }

    @Command(name = "start")
    int start(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--with", paramLabel = "PERSON", split = ",", required = true) List<String> others,
            @Mixin ProductionOptions made)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            NewGroup group = NewGroup.of(made.titled(title, items)).with(others.toArray(String[]::new));
            return describe(lookup.desk().groups().start(items.id(), group), lookup);
        });
    }

    /** What one is invited to and has not answered. */
    @Command(name = "invitations")
    int invitations() throws Exception {
        return show(lookup -> Result.each(
                lookup.desk().groups().invitations(), each -> line(each, lookup), say("group.no-invitation")));
    }

    @Command(name = "accept")
    int accept(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "GROUP") String group)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            return describe(lookup.desk().groups().accept(invited(group, lookup), items.id()), lookup);
        });
    }

    @Command(name = "decline")
    int decline(@Parameters(paramLabel = "GROUP") String group) throws Exception {
        return show(lookup -> {
            GroupId declined = invited(group, lookup);
            lookup.desk().groups().decline(declined);
            return Result.of(declined, say("group.declined"));
        });
    }

    /** One's own part, in one's own words. */
    @Command(name = "contribute")
    int contribute(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "GROUP") String group,
            @Parameters(index = "2", paramLabel = "TEXT") String words)
            throws Exception {
        return show(lookup -> {
            GroupProduction meant = joined(group, lookup.of(target));
            GroupContribution own = lookup.desk().groups().part(meant.id());
            return Result.of(lookup.desk().groups().contribute(own, words), say("group.contributed", meant.title()));
        });
    }

    /** A judgement on what the group made; it changes no level. */
    @Command(name = "appraise")
    int appraise(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "GROUP") String group,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(lookup -> {
            GroupProduction meant = joined(group, lookup.of(target));
            return Result.of(lookup.desk().groups().appraise(meant.id(), text), say("group.appraised", meant.title()));
        });
    }

    /** The groups of a learner, who is in each, and what was said of it. */
    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(lookup -> Result.all(groups(lookup.of(target)), each -> lines(each, lookup), say("group.none")));
    }

    private static GroupId invited(String given, Lookup lookup) {
        return new Selector<>(
                        lookup.desk().groups().invitations(),
                        GroupProduction::id,
                        GroupProduction::title,
                        lookup.texts())
                .named(given)
                .id();
    }

    private static List<GroupProduction> groups(DossierItems items) {
        GroupDesk desk = items.lookup().desk().groups();
        return items.all(desk::of).stream().map(each -> desk.get(each.group())).toList();
    }

    private static GroupProduction joined(String given, DossierItems items) {
        return items.pick(groups(items), GroupProduction::id, GroupProduction::title)
                .named(given);
    }

    private Result describe(GroupProduction group, Lookup lookup) {
        return Result.of(group, line(group, lookup));
    }

    private StyledText line(GroupProduction each, Lookup lookup) {
        return StyledText.bold(each.title())
                .and("  "
                        + each.members().stream()
                                .map(member -> lookup.name(member.person())
                                        + (member.joined() ? "" : " (" + say("group.invited") + ")"))
                                .collect(Collectors.joining(", ")))
                .and(Selector.marked(each.id()));
    }

    private List<StyledText> lines(GroupProduction each, Lookup lookup) {
        List<StyledText> lines = new ArrayList<>(List.of(line(each, lookup)));
        Page.all(next -> lookup.desk().groups().appraisals(each.id(), next))
                .forEach(said -> lines.add(
                        StyledText.faint("    " + lookup.day(said.at()) + "  " + lookup.name(said.by()) + "  ")
                                .and(said.text())));
        return lines;
    }
}
