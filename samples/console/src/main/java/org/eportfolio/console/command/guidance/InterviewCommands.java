package org.eportfolio.console.command.guidance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.view.InterviewView;
import org.eportfolio.console.view.SheetView;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formative interviews, as the team conducts them. */
@Command(name = "interview", synopsisSubcommandLabel = "COMMAND")
public final class InterviewCommands extends InterviewAnswers {
    public InterviewCommands(Session session) {
        super(session);
    }

    @Command(name = "schedule")
    int schedule(
            @Mixin DossierArguments target,
            @Option(names = "--about", paramLabel = "TEXT", required = true) String purpose,
            @Option(names = "--at", paramLabel = "TIME", required = true) LocalDateTime at)
            throws Exception {
        return show(target, own -> {
            NewInterview input = NewInterview.about(purpose).at(own.lookup().instant(at));
            return InterviewView.brief(own.desk().interviews().schedule(own.id(), input), own)
                    .after(say("interview.was-scheduled", own.learner()));
        });
    }

    @Command(name = "reschedule")
    int reschedule(@Mixin Which which, @Option(names = "--at", paramLabel = "TIME", required = true) LocalDateTime at)
            throws Exception {
        return moved(
                which,
                (seen, own) ->
                        own.desk().interviews().reschedule(seen, own.lookup().instant(at)));
    }

    @Command(name = "cancel")
    int cancel(@Mixin Which which, @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return moved(which, (seen, own) -> own.desk().interviews().cancel(own.id(), seen.id(), reason));
    }

    @Command(name = "prepare")
    int prepare(@Mixin Which which) throws Exception {
        return show(
                which.target,
                own -> SheetView.of(
                        own.desk().interviews().prepare(own.id(), which.in(own).id()), own));
    }

    /** Minutes may be written again until the interview is closed. */
    @Command(name = "conduct")
    int conduct(
            @Mixin Which which,
            @Option(names = "--notes", paramLabel = "TEXT", required = true) String notes,
            @Option(names = "--present", paramLabel = "PERSON", required = true, split = ",") List<String> present,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on)
            throws Exception {
        NewMinutes minutes =
                new NewMinutes(notes, present.stream().map(PersonId::of).toList(), on);
        return moved(
                which,
                (seen, own) -> seen.minutes() == null
                        ? own.desk().interviews().conduct(seen, minutes)
                        : own.desk().interviews().amend(seen, minutes));
    }

    @Command(name = "propose")
    int propose(
            @Mixin Which which,
            @Parameters(index = "2", paramLabel = "TEXT") String text,
            @Option(names = "--on", paramLabel = "COMPETENCY", required = true) String competency,
            @Option(names = "--target", paramLabel = "TARGET", required = true) String target,
            @Option(names = "--by", paramLabel = "DATE", required = true) LocalDate by)
            throws Exception {
        return moved(which, (seen, own) -> {
            NewGoal goal = NewGoal.of(competency, target).by(by);
            return own.desk().interviews().propose(own.id(), seen.id(), NewAgreement.of(text, goal));
        });
    }

    @Command(name = "withdraw")
    int withdraw(@Mixin Which which, @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement)
            throws Exception {
        return moved(which, (seen, own) -> own.desk().interviews().withdraw(own.id(), seen.id(), agreement));
    }

    @Command(name = "close")
    int close(@Mixin Which which, @Option(names = "--next", paramLabel = "DATE") @Nullable LocalDate next)
            throws Exception {
        return moved(which, (seen, own) -> own.desk().interviews().close(seen, next));
    }
}
