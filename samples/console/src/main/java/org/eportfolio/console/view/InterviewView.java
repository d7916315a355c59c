package org.eportfolio.console.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.interview.Agreed;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.Minutes;
import org.eportfolio.interview.PreparationSheet;
import org.jspecify.annotations.Nullable;

/** Interviews in words. */
public final class InterviewView {
    private InterviewView() {}

    public static StyledText title(Interview interview, DossierItems own) {
        return StyledText.bold(interview.purpose())
                .and(", " + own.lookup().dayAndTime(interview.startsAt()) + " : ")
                .and(StyledText.bold(own.texts().name(interview.status())))
                .and(Selector.marked(interview.id()));
    }

    /** What is written in the interview itself. */
    public static Result brief(Interview interview, DossierItems own) {
        return Result.of(interview, (screen, texts) -> {
            screen.line(title(interview, own));
            written(interview, own, screen, texts);
        });
    }

    /** What {@code --json} writes. */
    public record InterviewAnswer(
            Interview interview,
            @Nullable PreparationSheet sheet,
            List<Agreed> opening,
            @Nullable InterviewReply reply) {}

    /** With its sheet, what it opens with, and the learner's reply. */
    public static Result whole(Interview interview, DossierItems own) {
        Optional<PreparationSheet> sheet = own.desk().interviews().sheet(own.id(), interview.id());
        Optional<InterviewReply> reply = own.desk().interviews().reply(own.id(), interview.id());
        List<Agreed> opening = own.desk().interviews().opening(own.id(), interview.id());
        return Result.of(
                new InterviewAnswer(interview, sheet.orElse(null), opening, reply.orElse(null)), (screen, texts) -> {
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
                        screen.line(describe(each, texts));
                    });
                });
    }

    public static String describe(InterviewReply reply, Texts texts) {
        String dissent = reply.dissent();
        return dissent == null ? texts.say("interview.acknowledged") : texts.say("interview.dissented", dissent);
    }

    private static void written(Interview interview, DossierItems own, Screen screen, Texts texts) {
        Interview.Cancellation cancellation = interview.cancellation();
        if (cancellation != null) screen.line("  " + texts.say("interview.cancelled", cancellation.reason()));
        Minutes minutes = interview.minutes();
        if (minutes != null) {
            PersonNames called =
                    PersonNames.of(Stream.concat(minutes.present().stream(), Stream.of(minutes.by())), own.lookup());
            screen.blank();
            screen.line(StyledText.bold(texts.say("interview.minutes", minutes.heldOn()))
                    .and(StyledText.faint("   " + texts.say("interview.written-by", called.name(minutes.by())))));
            screen.line("  " + texts.say("interview.present", called.names(minutes.present())));
            screen.line("  " + minutes.notes());
        }
        if (!interview.agreements().isEmpty()) {
            screen.blank();
            screen.line(StyledText.bold(texts.say("interview.agreements")));
            Scales scales = Scales.of(own.lookup());
            for (Agreement each : interview.agreements()) agreement(each, own, scales, screen, texts);
        }
        Interview.Closing closing = interview.closing();
        if (closing != null) {
            screen.blank();
            screen.line(
                    closing.nextOn() == null
                            ? texts.say("interview.closed", own.lookup().day(closing.at()))
                            : texts.say("interview.closed-until", own.lookup().day(closing.at()), closing.nextOn()));
        }
    }

    private static void agreement(Agreement each, DossierItems own, Scales scales, Screen screen, Texts texts) {
        screen.line(StyledText.of("  " + each.number() + ". " + each.text() + " : ")
                .and(StyledText.bold(texts.name(each.status())))
                .and(each.word() == null ? "" : " « " + each.word() + " »"));
        LocalDate due = Objects.requireNonNull(each.proposal().dueOn());
        screen.line(StyledText.of("     ")
                .and(StyledText.bold(each.proposal().competency().value()))
                .and(" → ")
                .and(scales.level(each.proposal().target(), own.dossier().adoption()))
                .and(" " + texts.say("goal.by", due)));
    }

    /** What was agreed on before, and how far it has come. */
    static void agreed(String title, List<Agreed> before, DossierItems own, Screen screen) {
        Scales scales = Scales.of(own.lookup());
        screen.line(StyledText.bold(title));
        for (Agreed each : before) {
            screen.line(
                    "  " + each.agreement().number() + ". " + each.agreement().text());
            if (each.goal() == null)
                screen.line("     " + own.texts().name(each.agreement().status()));
            else screen.line(StyledText.of("     ").and(scales.goal(each.goal())));
        }
    }
}
