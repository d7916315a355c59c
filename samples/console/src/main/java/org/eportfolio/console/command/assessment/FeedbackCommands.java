package org.eportfolio.console.command.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.console.command.Beside;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What staff ask and say beside a learner's work, and what the learner answers; the work itself stays as it is. */
@Command(name = "feedback", synopsisSubcommandLabel = "COMMAND")
public final class FeedbackCommands extends Commands {
    public FeedbackCommands(Session session) {
        super(session);
    }

    @Command(name = "prompt")
    int prompt(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "TEXT") String text, @Mixin Beside beside)
            throws Exception {
        return show(finding ->
                kept(finding.desk().feedback().prompt(beside.subject(finding.of(whose)), text), "feedback.prompted"));
    }

    @Command(name = "comment")
    int comment(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "TEXT") String text, @Mixin Beside beside)
            throws Exception {
        return show(finding ->
                kept(finding.desk().feedback().comment(beside.subject(finding.of(whose)), text), "feedback.commented"));
    }

    @Command(name = "reply")
    int reply(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "FEEDBACK") String to,
            @Parameters(index = "2", paramLabel = "TEXT") String text,
            @Mixin Beside beside)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Feedback meant = opener(to, beside.subject(things), things);
            return kept(finding.desk().feedback().reply(things.id(), meant.id(), text), "feedback.replied");
        });
    }

    @Command(name = "show")
    int show(@Mixin Whose whose, @Mixin Beside beside) throws Exception {
        return show(finding -> Told.all(
                threads(beside.subject(finding.of(whose)), finding),
                thread -> Stream.concat(Stream.of(thread.opener()), thread.replies().stream())
                        .map(each -> line(each, finding))
                        .toList(),
                say("feedback.none")));
    }

    /** A note among staff, which the learner sees on request only. */
    @Command(name = "note")
    int note(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "TEXT") String text, @Mixin Beside beside)
            throws Exception {
        return show(finding -> Told.of(
                finding.desk().feedback().note(beside.subject(finding.of(whose)), text), say("feedback.noted")));
    }

    @Command(name = "notes")
    int notes(@Mixin Whose whose, @Mixin Beside beside) throws Exception {
        return show(finding -> {
            Subject subject = beside.subject(finding.of(whose));
            return Told.each(
                    Pages.all((after, limit) -> finding.desk().feedback().notes(subject, after, limit)),
                    each -> Words.faint(finding.day(each.at()) + "  " + finding.name(each.author()) + "  ")
                            .and(each.text()),
                    say("feedback.no-note"));
        });
    }

    private static List<FeedbackThread> threads(Subject subject, Finding finding) {
        return Pages.all((after, limit) -> finding.desk().feedback().on(subject, after, limit));
    }

    private static Feedback opener(String given, Subject subject, Things things) {
        return things.pick(
                        threads(subject, things.finding()).stream()
                                .map(FeedbackThread::opener)
                                .toList(),
                        Feedback::id,
                        Feedback::text)
                .named(given);
    }

    private Told kept(Feedback feedback, String key) {
        return Told.of(feedback, Words.of(say(key)).and(Pick.marked(feedback.id())));
    }

    private Words line(Feedback each, Finding finding) {
        boolean reply = each.thread() != null;
        return Words.faint((reply ? "    " : "") + finding.day(each.at()) + "  " + finding.name(each.author()) + "  ")
                .and(each.withdrawnAt() == null ? each.text() : say("feedback.withdrawn"))
                .and(reply ? Words.of("") : Pick.marked(each.id()));
    }
}
