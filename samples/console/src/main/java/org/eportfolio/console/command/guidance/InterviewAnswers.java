package org.eportfolio.console.command.guidance;

import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.InterviewView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.Scales;
import org.eportfolio.guidance.Goal;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formative interviews: what the learner answers, what both read, what the team notes for itself. */
public abstract class InterviewAnswers extends ConsoleCommand {
    public InterviewAnswers(Session session) {
        super(session);
    }

    /** Which interview with whom. */
    static final class Which {
        @Mixin
        DossierArguments target = new DossierArguments();

        @Parameters(index = "1", paramLabel = "INTERVIEW")
        String interview = "";

        Interview in(DossierItems own) {
            return own.interview(interview);
        }
    }

    /** What becomes of an interview. */
    interface Move {
        Interview of(Interview seen, DossierItems own);
    }

    public final int moved(Which which, Move move) throws Exception {
        return show(which.target, own -> InterviewView.brief(move.of(which.in(own), own), own));
    }

    @Command(name = "accept")
    public int accept(@Mixin Which which, @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement)
            throws Exception {
        return show(which.target, own -> {
            Goal goal = own.desk().interviews().accept(own.id(), which.in(own).id(), agreement);
            return Result.of(
                    goal,
                    StyledText.of(say("interview.was-accepted")),
                    StyledText.of("  ").and(Scales.of(own.lookup()).goal(goal)));
        });
    }

    @Command(name = "decline")
    public int decline(
            @Mixin Which which,
            @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String why)
            throws Exception {
        return moved(which, (seen, own) -> own.desk().interviews().decline(own.id(), seen.id(), agreement, why));
    }

    @Command(name = "acknowledge")
    public int acknowledge(@Mixin Which which) throws Exception {
        return show(
                which.target,
                own -> reply(own.desk()
                        .interviews()
                        .acknowledge(own.id(), which.in(own).id())));
    }

    @Command(name = "dissent")
    public int dissent(@Mixin Which which, @Parameters(index = "2", paramLabel = "TEXT") String words)
            throws Exception {
        return show(
                which.target,
                own -> reply(
                        own.desk().interviews().dissent(own.id(), which.in(own).id(), words)));
    }

    private Result reply(InterviewReply reply) {
        return Result.of(reply, InterviewView.describe(reply, texts()));
    }

    @Command(name = "show")
    public int show(@Mixin Which which) throws Exception {
        return show(which.target, own -> InterviewView.whole(which.in(own), own));
    }

    @Command(name = "list")
    public int list(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> {
            List<Interview> interviews = own.all(own.desk().interviews()::list);
            return Result.each(interviews, each -> InterviewView.title(each, own), say("interview.none"));
        });
    }

    @Command(name = "note")
    public int note(@Mixin Which which, @Parameters(index = "2", paramLabel = "TEXT") String text) throws Exception {
        return show(
                which.target,
                own -> notes(
                        List.of(own.desk()
                                .interviews()
                                .note(own.id(), which.in(own).id(), text)),
                        own));
    }

    @Command(name = "notes")
    public int notes(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> notes(own.all(own.desk().interviews()::staffNotes), own));
    }

    private Result notes(List<InterviewNote> notes, DossierItems own) {
        PersonNames called = PersonNames.of(notes.stream().map(InterviewNote::by), own.lookup());
        return Result.each(
                notes,
                each -> StyledText.of(own.lookup().dayAndTime(each.at()) + "  ")
                        .and(StyledText.faint(called.name(each.by()) + " : "))
                        .and(each.text()),
                say("interview.no-notes"));
    }
}
