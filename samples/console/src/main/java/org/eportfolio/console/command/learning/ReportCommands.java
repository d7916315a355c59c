package org.eportfolio.console.command.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.CitedProductions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.HelpOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.Result;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.reflection.Comparison;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.scenario.PublishedMission;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A mission's report: what was asked, what was done, what is missing from it, the help received, the next step. */
@Command(name = "report", synopsisSubcommandLabel = "COMMAND")
public final class ReportCommands extends ConsoleCommand {
    public ReportCommands(Session session) {
        super(session);
    }

    /** What the learner reports. */
    static final class Said {
        @Option(names = "--asked", paramLabel = "TEXT", defaultValue = "")
        String asked = "";

        @Option(names = "--done", paramLabel = "TEXT", defaultValue = "")
        String done = "";

        @Option(names = "--met", paramLabel = "EXPECTED")
        List<String> met = new ArrayList<>();

        @Option(names = "--gap", paramLabel = "EXPECTED=GAP")
        Map<String, String> gaps = new LinkedHashMap<>();

        @Option(names = "--helped", paramLabel = "TEXT", defaultValue = "")
        String helped = "";

        @Option(names = "--next", paramLabel = "TEXT", defaultValue = "")
        String next = "";

        @Mixin
        CitedProductions citing = new CitedProductions();

        @Mixin
        HelpOptions stated = new HelpOptions();

        NewMissionReport content(PublishedMission mission, DossierItems items) {
            NewMissionReport content = NewMissionReport.of(mission.title(), mission.setting())
                    .asked(asked)
                    .done(done)
                    .help(helped)
                    .next(next);
            for (String each : met) content = content.met(each);
            for (Map.Entry<String, String> each : gaps.entrySet()) {
                content = content.notMet(each.getKey(), each.getValue());
            }
            for (String each : citing.productions) content = content.citing(items.production(each));
            HelpStatement help = stated.statement(items.lookup().texts());
            return help == null ? content : content.stating(help);
        }
    }

    @Command(name = "draft")
    int draft(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Mixin Said said)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            PublishedMission meant = items.mission(mission).mission();
            MissionReportDraft kept = lookup.desk().reports().draft(items.id(), said.content(meant, items));
            return Result.of(
                    kept, StyledText.of(say("report.draft", meant.title())).and(Selector.marked(kept.id())));
        });
    }

    @Command(name = "share")
    int share(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "REPORT") String report)
            throws Exception {
        return show(lookup -> {
            MissionReport shared =
                    lookup.desk().reports().share(lookup.of(target).reportDraft(report));
            return Result.of(shared, say("report.shared", shared.mission()));
        });
    }

    @Command(name = "show")
    int show(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REPORT", arity = "0..1") @Nullable String report)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            if (report == null) {
                return Result.each(
                        items.all(lookup.desk().reports()::list), each -> title(each, lookup), say("report.none"));
            }
            MissionReport found = items.report(report);
            return Result.of(found, describe(found, lookup));
        });
    }

    private static StyledText title(MissionReport each, Lookup lookup) {
        return StyledText.faint(lookup.day(each.current().at()) + "  ")
                .and(StyledText.bold(each.mission()))
                .and(Selector.marked(each.id()));
    }

    private List<StyledText> describe(MissionReport report, Lookup lookup) {
        MissionReport.Version version = report.current();
        List<StyledText> lines = new ArrayList<>(List.of(title(report, lookup)));
        lines.add(part("report.asked", version.asked()));
        lines.add(part("report.done", version.done()));
        for (Comparison each : version.comparisons()) {
            lines.add(part(
                    each.met() ? "report.met" : "report.gap",
                    each.expected() + (each.met() ? "" : " : " + each.gap())));
        }
        lines.add(part("report.help", version.help()));
        lines.addAll(DossierView.help(version.helpStated(), texts()));
        lines.add(part("report.next", version.next()));
        return lines;
    }

    private StyledText part(String key, String text) {
        return StyledText.faint("  " + say(key) + "  ").and(text);
    }
}
