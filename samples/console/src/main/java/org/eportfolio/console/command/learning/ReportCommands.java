package org.eportfolio.console.command.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.Citing;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
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
public final class ReportCommands extends Commands {
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
        Citing citing = new Citing();

        NewMissionReport content(PublishedMission mission, Things things) {
            NewMissionReport content = NewMissionReport.of(mission.title(), mission.setting())
                    .asked(asked)
                    .done(done)
                    .help(helped)
                    .next(next);
            for (String each : met) content = content.met(each);
            for (Map.Entry<String, String> each : gaps.entrySet()) {
                content = content.notMet(each.getKey(), each.getValue());
            }
            for (String each : citing.productions) content = content.citing(things.production(each));
            return content;
        }
    }

    @Command(name = "draft")
    int draft(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "MISSION") String mission, @Mixin Said said)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            PublishedMission meant = things.mission(mission).mission();
            MissionReportDraft kept = finding.desk().reports().draft(things.id(), said.content(meant, things));
            return Told.of(kept, Words.of(say("report.draft", meant.title())).and(Pick.marked(kept.id())));
        });
    }

    @Command(name = "share")
    int share(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "REPORT") String report) throws Exception {
        return show(finding -> {
            MissionReport shared =
                    finding.desk().reports().share(finding.of(whose).reportDraft(report));
            return Told.of(shared, say("report.shared", shared.mission()));
        });
    }

    @Command(name = "show")
    int show(
            @Mixin Whose whose, @Parameters(index = "1", paramLabel = "REPORT", arity = "0..1") @Nullable String report)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            if (report == null) {
                return Told.each(
                        things.all(finding.desk().reports()::list), each -> title(each, finding), say("report.none"));
            }
            MissionReport found = things.report(report);
            return new Told(found, told(found, finding));
        });
    }

    private static Words title(MissionReport each, Finding finding) {
        return Words.faint(finding.day(each.current().at()) + "  ")
                .and(Words.bold(each.mission()))
                .and(Pick.marked(each.id()));
    }

    private List<Words> told(MissionReport report, Finding finding) {
        MissionReport.Version told = report.current();
        List<Words> lines = new ArrayList<>(List.of(title(report, finding)));
        lines.add(part("report.asked", told.asked()));
        lines.add(part("report.done", told.done()));
        for (Comparison each : told.comparisons()) {
            lines.add(part(
                    each.met() ? "report.met" : "report.gap",
                    each.expected() + (each.met() ? "" : " : " + each.gap())));
        }
        lines.add(part("report.help", told.help()));
        lines.add(part("report.next", told.next()));
        return lines;
    }

    private Words part(String key, String text) {
        return Words.faint("  " + say(key) + "  ").and(text);
    }
}
