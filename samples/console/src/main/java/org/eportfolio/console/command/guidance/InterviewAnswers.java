package org.eportfolio.console.command.guidance;

import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.InterviewView;
import org.eportfolio.console.view.Scales;
import org.eportfolio.console.view.Told;
import org.eportfolio.guidance.Goal;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formative interviews: what the learner answers, what both read, what the team notes for itself. */
public abstract class InterviewAnswers extends Commands {
    public InterviewAnswers(Session session) {
        super(session);
    }

    /** Which interview with whom. */
    static final class Which {
        @Mixin
        Whose whose = new Whose();

        @Parameters(index = "1", paramLabel = "INTERVIEW")
        String interview = "";

        Interview in(Things own) {
            return own.interview(interview);
        }
    }

    /** What becomes of an interview. */
    interface Move {
        Interview of(Interview seen, Things own);
    }

    public final int moved(Which which, Move move) throws Exception {
        return show(which.whose, own -> InterviewView.brief(move.of(which.in(own), own), own));
    }

    @Command(name = "accept")
    public int accept(@Mixin Which which, @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement)
            throws Exception {
        return show(which.whose, own -> {
            Goal goal = own.desk().interviews().accept(own.id(), which.in(own).id(), agreement);
            return Told.of(
                    goal,
                    Words.of(say("interview.was-accepted")),
                    Words.of("  ").and(Scales.of(own.finding()).goal(goal)));
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
                which.whose,
                own -> reply(own.desk()
                        .interviews()
                        .acknowledge(own.id(), which.in(own).id())));
    }

    @Command(name = "dissent")
    public int dissent(@Mixin Which which, @Parameters(index = "2", paramLabel = "TEXT") String words)
            throws Exception {
        return show(
                which.whose,
                own -> reply(
                        own.desk().interviews().dissent(own.id(), which.in(own).id(), words)));
    }

    private Told reply(InterviewReply reply) {
        return Told.of(reply, InterviewView.told(reply, texts()));
    }

    @Command(name = "show")
    public int show(@Mixin Which which) throws Exception {
        return show(which.whose, own -> InterviewView.whole(which.in(own), own));
    }

    @Command(name = "list")
    public int list(@Mixin Whose whose) throws Exception {
        return show(whose, own -> {
            List<Interview> interviews = own.all(own.desk().interviews()::list);
            return Told.each(interviews, each -> InterviewView.title(each, own), say("interview.none"));
        });
    }

    @Command(name = "note")
    public int note(@Mixin Which which, @Parameters(index = "2", paramLabel = "TEXT") String text) throws Exception {
        return show(
                which.whose,
                own -> notes(
                        List.of(own.desk()
                                .interviews()
                                .note(own.id(), which.in(own).id(), text)),
                        own));
    }

    @Command(name = "notes")
    public int notes(@Mixin Whose whose) throws Exception {
        return show(whose, own -> notes(own.all(own.desk().interviews()::staffNotes), own));
    }

    private Told notes(List<InterviewNote> notes, Things own) {
        Called called = Called.of(notes.stream().map(InterviewNote::by), own.finding());
        return Told.each(
                notes,
                each -> Words.of(Moments.told(each.at(), own.finding()) + "  ")
                        .and(Words.faint(called.name(each.by()) + " : "))
                        .and(each.text()),
                say("interview.no-notes"));
    }
}
