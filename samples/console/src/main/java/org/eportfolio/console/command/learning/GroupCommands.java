package org.eportfolio.console.command.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Made;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.core.GroupDesk;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.id.GroupId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Productions made by two to four, each with their own words on what they did. */
@Command(name = "group", synopsisSubcommandLabel = "COMMAND")
public final class GroupCommands extends Commands {
    public GroupCommands(Session session) {
        super(session);
    }

    @Command(name = "start")
    int start(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--with", paramLabel = "PERSON", split = ",", required = true) List<String> others,
            @Mixin Made made)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            NewGroup group = NewGroup.of(made.titled(title, things)).with(others.toArray(String[]::new));
            return told(finding.desk().groups().start(things.id(), group), finding);
        });
    }

    /** What one is invited to and has not answered. */
    @Command(name = "invitations")
    int invitations() throws Exception {
        return show(finding -> Told.each(
                finding.desk().groups().invitations(), each -> line(each, finding), say("group.no-invitation")));
    }

    @Command(name = "accept")
    int accept(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "GROUP") String group) throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            return told(finding.desk().groups().accept(invited(group, finding), things.id()), finding);
        });
    }

    @Command(name = "decline")
    int decline(@Parameters(paramLabel = "GROUP") String group) throws Exception {
        return show(finding -> {
            GroupId declined = invited(group, finding);
            finding.desk().groups().decline(declined);
            return Told.of(declined, say("group.declined"));
        });
    }

    /** One's own part, in one's own words. */
    @Command(name = "contribute")
    int contribute(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "GROUP") String group,
            @Parameters(index = "2", paramLabel = "TEXT") String words)
            throws Exception {
        return show(finding -> {
            GroupProduction meant = joined(group, finding.of(whose));
            return Told.of(
                    finding.desk().groups().contribute(meant.id(), words), say("group.contributed", meant.title()));
        });
    }

    /** A judgement on what the group made; it reaches nobody's levels. */
    @Command(name = "appraise")
    int appraise(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "GROUP") String group,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(finding -> {
            GroupProduction meant = joined(group, finding.of(whose));
            return Told.of(finding.desk().groups().appraise(meant.id(), text), say("group.appraised", meant.title()));
        });
    }

    /** The groups of a learner, who is in each, and what was said of it. */
    @Command(name = "show")
    int show(@Mixin Whose whose) throws Exception {
        return show(finding -> Told.all(groups(finding.of(whose)), each -> lines(each, finding), say("group.none")));
    }

    private static GroupId invited(String given, Finding finding) {
        return new Pick<>(
                        finding.desk().groups().invitations(),
                        GroupProduction::id,
                        GroupProduction::title,
                        finding.texts())
                .named(given)
                .id();
    }

    private static List<GroupProduction> groups(Things things) {
        GroupDesk desk = things.finding().desk().groups();
        return things.all(desk::of).stream().map(each -> desk.get(each.group())).toList();
    }

    private static GroupProduction joined(String given, Things things) {
        return things.pick(groups(things), GroupProduction::id, GroupProduction::title)
                .named(given);
    }

    private Told told(GroupProduction group, Finding finding) {
        return Told.of(group, line(group, finding));
    }

    private Words line(GroupProduction each, Finding finding) {
        return Words.bold(each.title())
                .and("  "
                        + each.members().stream()
                                .map(member -> finding.name(member.person())
                                        + (member.joined() ? "" : " (" + say("group.invited") + ")"))
                                .collect(Collectors.joining(", ")))
                .and(Pick.marked(each.id()));
    }

    private List<Words> lines(GroupProduction each, Finding finding) {
        List<Words> lines = new ArrayList<>(List.of(line(each, finding)));
        Pages.all((after, limit) -> finding.desk().groups().appraisals(each.id(), after, limit))
                .forEach(said ->
                        lines.add(Words.faint("    " + finding.day(said.at()) + "  " + finding.name(said.by()) + "  ")
                                .and(said.text())));
        return lines;
    }
}
