package org.eportfolio.console.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.interview.Agreed;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.Minutes;
import org.eportfolio.interview.PreparationSheet;

/** Interviews in words. */
public final class InterviewView {
    private InterviewView() {}

    public static Words title(Interview interview, Things own) {
        return Words.bold(interview.purpose())
                .and(", " + Moments.told(interview.startsAt(), own.finding()) + " : ")
                .and(Words.bold(own.texts().name(interview.status())))
                .and(Pick.marked(interview.id()));
    }

    /** What is written in the interview itself. */
    public static Shown brief(Interview interview, Things own) {
        return new Shown(interview, (screen, texts) -> {
            screen.line(title(interview, own));
            written(interview, own, screen, texts);
        });
    }

    /** With its sheet, what it opens with, and the learner's reply. */
    public static Shown whole(Interview interview, Things own) {
        Optional<PreparationSheet> sheet = own.desk().interviews().sheet(own.id(), interview.id());
        Optional<InterviewReply> reply = own.desk().interviews().reply(own.id(), interview.id());
        List<Agreed> opening = own.desk().interviews().opening(own.id(), interview.id());
        return new Shown(
                Fields.of("interview", interview, "sheet", sheet, "opening", opening, "reply", reply),
                (screen, texts) -> {
                    screen.line(title(interview, own));
                    if (!opening.isEmpty()) {
                        screen.blank();
                        agreed(texts.say("interview.opens-with"), opening, own, screen);
                    }
                    sheet.ifPresent(each -> {
                        screen.blank();
                        SheetView.of(each, own).print(screen, texts);
                    });
                    written(interview, own, screen, texts);
                    reply.ifPresent(each -> {
                        screen.blank();
                        screen.line(told(each, texts));
                    });
                });
    }

    public static String told(InterviewReply reply, Texts texts) {
        String dissent = reply.dissent();
        return dissent == null ? texts.say("interview.acknowledged") : texts.say("interview.dissented", dissent);
    }

    private static void written(Interview interview, Things own, Screen screen, Texts texts) {
        Interview.Cancellation cancellation = interview.cancellation();
        if (cancellation != null) screen.line("  " + texts.say("interview.cancelled", cancellation.reason()));
        Minutes minutes = interview.minutes();
        if (minutes != null) {
            Called called =
                    Called.of(Stream.concat(minutes.present().stream(), Stream.of(minutes.by())), own.finding());
            screen.blank();
            screen.line(Words.bold(texts.say("interview.minutes", minutes.heldOn()))
                    .and(Words.faint("   " + texts.say("interview.written-by", called.name(minutes.by())))));
            screen.line("  " + texts.say("interview.present", called.names(minutes.present())));
            screen.line("  " + minutes.notes());
        }
        if (!interview.agreements().isEmpty()) {
            screen.blank();
            screen.line(Words.bold(texts.say("interview.agreements")));
            Scales scales = Scales.of(own.finding());
            for (Agreement each : interview.agreements()) agreement(each, own, scales, screen, texts);
        }
        Interview.Closing closing = interview.closing();
        if (closing != null) {
            screen.blank();
            screen.line(
                    closing.nextOn() == null
                            ? texts.say("interview.closed", own.finding().day(closing.at()))
                            : texts.say("interview.closed-until", own.finding().day(closing.at()), closing.nextOn()));
        }
    }

    private static void agreement(Agreement each, Things own, Scales scales, Screen screen, Texts texts) {
        screen.line(Words.of("  " + each.number() + ". " + each.text() + " : ")
                .and(Words.bold(texts.name(each.status())))
                .and(each.word() == null ? "" : " « " + each.word() + " »"));
        LocalDate due = Objects.requireNonNull(each.proposal().dueOn());
        screen.line(Words.of("     ")
                .and(Words.bold(each.proposal().competency().value()))
                .and(" → ")
                .and(scales.level(each.proposal().target(), own.dossier().adoption()))
                .and(" " + texts.say("goal.by", due)));
    }

    /** What was agreed on before, and how far it has come. */
    static void agreed(String title, List<Agreed> before, Things own, Screen screen) {
        Scales scales = Scales.of(own.finding());
        screen.line(Words.bold(title));
        for (Agreed each : before) {
            screen.line(
                    "  " + each.agreement().number() + ". " + each.agreement().text());
            if (each.goal() == null)
                screen.line("     " + own.texts().name(each.agreement().status()));
            else screen.line(Words.of("     ").and(scales.goal(each.goal())));
        }
    }
}
