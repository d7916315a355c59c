package org.eportfolio.console.command.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.FeedbackSubject;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What staff ask and say beside a learner's work, and what the learner answers; the work itself stays as it is. */
@Command(name = "feedback", synopsisSubcommandLabel = "COMMAND")
public final class FeedbackCommands extends ConsoleCommand {
    public FeedbackCommands(Session session) {
        super(session);
    }

    @Command(name = "prompt")
    int prompt(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TEXT") String text,
            @Mixin FeedbackSubject beside)
            throws Exception {
        return show(lookup ->
                kept(lookup.desk().feedback().prompt(beside.subject(lookup.of(target)), text), "feedback.prompted"));
    }

    @Command(name = "comment")
    int comment(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TEXT") String text,
            @Mixin FeedbackSubject beside)
            throws Exception {
        return show(lookup ->
                kept(lookup.desk().feedback().comment(beside.subject(lookup.of(target)), text), "feedback.commented"));
    }

    @Command(name = "reply")
    int reply(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "FEEDBACK") String to,
            @Parameters(index = "2", paramLabel = "TEXT") String text,
            @Mixin FeedbackSubject beside)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Feedback meant = opener(to, beside.subject(items), items);
            return kept(lookup.desk().feedback().reply(items.id(), meant.id(), text), "feedback.replied");
        });
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target, @Mixin FeedbackSubject beside) throws Exception {
        return show(lookup -> Result.all(
                threads(beside.subject(lookup.of(target)), lookup),
                thread -> Stream.concat(Stream.of(thread.opener()), thread.replies().stream())
                        .map(each -> line(each, lookup))
                        .toList(),
                say("feedback.none")));
    }

    /** A note among staff, which the learner sees on request only. */
    @Command(name = "note")
    int note(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TEXT") String text,
            @Mixin FeedbackSubject beside)
            throws Exception {
        return show(lookup -> Result.of(
                lookup.desk().feedback().note(beside.subject(lookup.of(target)), text), say("feedback.noted")));
    }

    @Command(name = "notes")
    int notes(@Mixin DossierArguments target, @Mixin FeedbackSubject beside) throws Exception {
        return show(lookup -> {
            Subject subject = beside.subject(lookup.of(target));
            return Result.each(
                    Page.all(next -> lookup.desk().feedback().notes(subject, next)),
                    each -> StyledText.faint(lookup.day(each.at()) + "  " + lookup.name(each.author()) + "  ")
                            .and(each.text()),
                    say("feedback.no-note"));
        });
    }

    private static List<FeedbackThread> threads(Subject subject, Lookup lookup) {
        return Page.all(next -> lookup.desk().feedback().on(subject, next));
    }

    private static Feedback opener(String given, Subject subject, DossierItems items) {
        return items.pick(
                        threads(subject, items.lookup()).stream()
                                .map(FeedbackThread::opener)
                                .toList(),
                        Feedback::id,
                        Feedback::text)
                .named(given);
    }

    private Result kept(Feedback feedback, String key) {
        return Result.of(feedback, StyledText.of(say(key)).and(Selector.marked(feedback.id())));
    }

    private StyledText line(Feedback each, Lookup lookup) {
        boolean reply = each.thread() != null;
        return StyledText.faint(
                        (reply ? "    " : "") + lookup.day(each.at()) + "  " + lookup.name(each.author()) + "  ")
                .and(each.withdrawnAt() == null ? each.text() : say("feedback.withdrawn"))
                .and(reply ? StyledText.of("") : Selector.marked(each.id()));
    }
}
