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
abstract class InterviewAnswers extends Family {
    InterviewAnswers(Console console) {
        super(console);
    }

    @Command(name = "accept")
    public int accept(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement)
            throws Exception {
        return in(whose, own -> {
            Goal goal = own.desk()
                    .interviews()
                    .accept(own.id(), InterviewView.pick(interview, own).id(), agreement);
            return new Shown(Facts.of("goal", goal), (screen, texts) -> {
                screen.line(texts.say("interview.was-accepted"));
                screen.line(Words.of("  ").and(own.told(goal)));
            });
        });
    }

    @Command(name = "decline")
    public int decline(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String why)
            throws Exception {
        return in(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .decline(
                                        own.id(),
                                        InterviewView.pick(interview, own).id(),
                                        agreement,
                                        why),
                        own));
    }

    @Command(name = "acknowledge")
    public int acknowledge(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "INTERVIEW") String interview)
            throws Exception {
        return in(
                whose,
                own -> reply(own.desk()
                        .interviews()
                        .acknowledge(
                                own.id(), InterviewView.pick(interview, own).id())));
    }

    @Command(name = "dissent")
    public int dissent(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "TEXT") String words)
            throws Exception {
        return in(
                whose,
                own -> reply(own.desk()
                        .interviews()
                        .dissent(own.id(), InterviewView.pick(interview, own).id(), words)));
    }

    private static Shown reply(InterviewReply reply) {
        return new Shown(
                Facts.of("reply", reply), (screen, texts) -> screen.line(InterviewView.told(reply, texts)));
    }

    @Command(name = "show")
    public int show(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "INTERVIEW") String interview)
            throws Exception {
        return in(whose, own -> InterviewView.whole(InterviewView.pick(interview, own), own));
    }

    @Command(name = "list")
    public int list(@Mixin Whose whose) throws Exception {
        return in(whose, own -> {
            List<Interview> interviews = InterviewView.all(own);
            return new Shown(Facts.of("interviews", interviews), (screen, texts) -> {
                screen.line(Words.bold(texts.say("interviews.of", own.learner())));
                if (interviews.isEmpty()) screen.line("  " + texts.say("interview.none"));
                for (int i = 0; i < interviews.size(); i++) {
                    screen.line(Words.of("  " + (i + 1) + ". ").and(InterviewView.title(interviews.get(i), own)));
                }
            });
        });
    }

    @Command(name = "note")
    public int note(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "TEXT") String text)
            throws Exception {
        return in(whose, own -> {
            InterviewNote note = own.desk()
                    .interviews()
                    .note(own.id(), InterviewView.pick(interview, own).id(), text);
            return notes(List.of(note), own);
        });
    }

    @Command(name = "notes")
    public int notes(@Mixin Whose whose) throws Exception {
        return in(
                whose,
                own -> notes(
                        Pages.all(last -> own.desk().interviews().staffNotes(own.id(), last, Pages.SIZE)), own));
    }

    private static Shown notes(List<InterviewNote> notes, InDossier own) {
        AtDesk.Called called = own.at().called(notes.stream().map(InterviewNote::by));
        return new Shown(Facts.of("notes", notes), (screen, texts) -> {
            screen.line(Words.bold(texts.say("interview.notes")));
            if (notes.isEmpty()) screen.line("  " + texts.say("interview.no-notes"));
            for (InterviewNote each : notes) {
                screen.line(Words.of("  " + own.at().moment(each.at()) + "  ")
                        .and(Words.faint(called.name(each.by()) + " : "))
                        .and(each.text()));
            }
        });
    }
}
