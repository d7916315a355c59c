package org.eportfolio.console.command.sharing;

import java.util.List;
import java.util.Optional;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.view.ExamView;
import org.eportfolio.console.view.Result;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a candidate gathers for an exam unit. */
@Command(name = "exam", synopsisSubcommandLabel = "COMMAND")
public final class ExamCommands extends ConsoleCommand {
    public ExamCommands(Session session) {
        super(session);
    }

    /** What is named takes the place of all that was chosen before; a unit that has no file yet gets one. */
    @Command(name = "choose")
    int choose(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "UNIT") String unit,
            @Option(names = "--bloc", paramLabel = "BLOC") @Nullable List<String> blocs,
            @Option(names = "--piece", paramLabel = "PRODUCTION") @Nullable List<String> pieces,
            @Option(names = "--narrative", paramLabel = "SHOWCASE") @Nullable List<String> narratives,
            @Option(names = "--disclose", paramLabel = "COMPETENCY") @Nullable List<String> selfAssessments)
            throws Exception {
        return show(target, own -> {
            Optional<ExamFile> there = own.all(own.desk().seals()::files).stream()
                    .filter(each -> each.unit().title().equalsIgnoreCase(unit))
                    .findFirst();
            List<Code> codes = blocs == null
                    ? there.map(each -> each.unit().blocs()).orElse(List.of())
                    : blocs.stream().map(Code::of).toList();
            NewExamFile input =
                    new NewExamFile(there.map(each -> each.unit().title()).orElse(unit), codes, List.of());
            for (String each : given(pieces)) input = input.presenting(own.production(each));
            for (String each : given(narratives)) input = input.telling(own.showcase(each));
            for (String each : given(selfAssessments)) input = input.disclosing(selfAssessment(each, own));
            NewExamFile chosen = input;
            ExamFile file = there.map(seen -> own.desk().seals().choose(seen, chosen))
                    .orElseGet(() -> own.desk().seals().begin(own.id(), chosen));
            return ExamView.of(List.of(file), own);
        });
    }

    private static Assessment selfAssessment(String called, DossierItems own) {
        List<Assessment> published = own.all(own.desk().assessments()::list).stream()
                .filter(each -> each.perspective() == Perspective.SELF)
                .toList();
        return own.pick(published, Assessment::id, each -> each.competency().value())
                .named(called);
    }

    @Command(name = "advise")
    int advise(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "UNIT") String unit,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(
                target,
                own -> Result.of(
                        own.desk().seals().advise(own.id(), own.examFile(unit).id(), text),
                        say("exam.advised", own.learner())));
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> ExamView.of(own.all(own.desk().seals()::files), own));
    }
}
