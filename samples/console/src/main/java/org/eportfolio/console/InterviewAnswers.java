package org.eportfolio.console;

import java.util.List;
import org.eportfolio.guidance.Goal;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formative interviews: what the learner answers, what both read, what the team notes for itself. */
abstract class InterviewAnswers extends Commands {
    InterviewAnswers(Console console) {
        super(console);
    }

    @Command(name = "accept")
    public int accept(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement)
            throws Exception {
        return show(whose, own -> {
            Goal goal = own.desk()
                    .interviews()
                    .accept(own.id(), own.interview(interview).id(), agreement);
            return Told.of(
                    goal,
                    Words.of(say("interview.was-accepted")),
                    Words.of("  ").and(Scales.of(own.finding()).goal(goal)));
        });
    }

    @Command(name = "decline")
    public int decline(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String why)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .decline(own.id(), own.interview(interview).id(), agreement, why),
                        own));
    }

    @Command(name = "acknowledge")
    public int acknowledge(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "INTERVIEW") String interview)
            throws Exception {
        return show(
                whose,
                own -> reply(own.desk()
                        .interviews()
                        .acknowledge(own.id(), own.interview(interview).id())));
    }

    @Command(name = "dissent")
    public int dissent(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "TEXT") String words)
            throws Exception {
        return show(
                whose,
                own -> reply(own.desk()
                        .interviews()
                        .dissent(own.id(), own.interview(interview).id(), words)));
    }

    private static Shown reply(InterviewReply reply) {
        return new Shown(reply, (screen, texts) -> screen.line(InterviewView.told(reply, texts)));
    }

    @Command(name = "show")
    public int show(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "INTERVIEW") String interview)
            throws Exception {
        return show(whose, own -> InterviewView.whole(own.interview(interview), own));
    }

    @Command(name = "list")
    public int list(@Mixin Whose whose) throws Exception {
        return show(whose, own -> {
            List<Interview> interviews = own.all(own.desk().interviews()::list);
            return new Shown(interviews, (screen, texts) -> {
                screen.line(Words.bold(texts.say("interviews.of", own.learner())));
                if (interviews.isEmpty()) screen.line("  " + texts.say("interview.none"));
                interviews.forEach(each -> screen.line(Words.of("  ").and(InterviewView.title(each, own))));
            });
        });
    }

    @Command(name = "note")
    public int note(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return show(whose, own -> {
            InterviewNote note = own.desk()
                    .interviews()
                    .note(own.id(), own.interview(interview).id(), text);
            return notes(List.of(note), own);
        });
    }

    @Command(name = "notes")
    public int notes(@Mixin Whose whose) throws Exception {
        return show(whose, own -> notes(own.all(own.desk().interviews()::staffNotes), own));
    }

    private static Shown notes(List<InterviewNote> notes, Things own) {
        Called called = Called.of(notes.stream().map(InterviewNote::by), own.finding());
        return new Shown(notes, (screen, texts) -> {
            screen.line(Words.bold(texts.say("interview.notes")));
            if (notes.isEmpty()) screen.line("  " + texts.say("interview.no-notes"));
            for (InterviewNote each : notes) {
                screen.line(Words.of("  " + Moments.told(each.at(), own.finding()) + "  ")
                        .and(Words.faint(called.name(each.by()) + " : "))
                        .and(each.text()));
            }
        });
    }
}
