package org.eportfolio.console;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
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
final class InterviewCommands extends InterviewAnswers {
    InterviewCommands(Console console) {
        super(console);
    }

    @Command(name = "schedule")
    int schedule(
            @Mixin Whose whose,
            @Option(names = "--about", paramLabel = "TEXT", required = true) String purpose,
            @Option(names = "--at", paramLabel = "TIME", required = true, converter = Moments.class) LocalDateTime at)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                                own.desk()
                                        .interviews()
                                        .schedule(
                                                own.id(),
                                                NewInterview.about(purpose).at(Moments.at(at, own.finding()))),
                                own)
                        .after(say("interview.was-scheduled", own.learner())));
    }

    @Command(name = "reschedule")
    int reschedule(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Option(names = "--at", paramLabel = "TIME", required = true, converter = Moments.class) LocalDateTime at)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .reschedule(own.id(), own.interview(interview).id(), Moments.at(at, own.finding())),
                        own));
    }

    @Command(name = "cancel")
    int cancel(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .cancel(own.id(), own.interview(interview).id(), reason),
                        own));
    }

    @Command(name = "prepare")
    int prepare(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "INTERVIEW") String interview)
            throws Exception {
        return show(
                whose,
                own -> SheetView.of(
                        own.desk()
                                .interviews()
                                .prepare(own.id(), own.interview(interview).id()),
                        own));
    }

    /** Minutes may be written again until the interview is closed. */
    @Command(name = "conduct")
    int conduct(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String called,
            @Option(names = "--notes", paramLabel = "TEXT", required = true) String notes,
            @Option(names = "--present", paramLabel = "PERSON", required = true, split = ",") List<String> present,
            @Option(names = "--on", paramLabel = "DATE", converter = Days.class) @Nullable LocalDate on)
            throws Exception {
        return show(whose, own -> {
            Interview interview = own.interview(called);
            NewMinutes minutes =
                    new NewMinutes(notes, present.stream().map(PersonId::of).toList(), on);
            Interview conducted = interview.minutes() == null
                    ? own.desk().interviews().conduct(own.id(), interview.id(), minutes)
                    : own.desk().interviews().amend(interview, minutes);
            return InterviewView.brief(conducted, own);
        });
    }

    @Command(name = "propose")
    int propose(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "TEXT") String text,
            @Option(names = "--on", paramLabel = "COMPETENCY", required = true) String competency,
            @Option(names = "--target", paramLabel = "TARGET", required = true) String target,
            @Option(names = "--by", paramLabel = "DATE", required = true, converter = Days.class) LocalDate by)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .propose(
                                        own.id(),
                                        own.interview(interview).id(),
                                        NewAgreement.of(
                                                text,
                                                NewGoal.of(competency, target).by(by))),
                        own));
    }

    @Command(name = "withdraw")
    int withdraw(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Parameters(index = "2", paramLabel = "AGREEMENT") int agreement)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .withdraw(own.id(), own.interview(interview).id(), agreement),
                        own));
    }

    @Command(name = "close")
    int close(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "INTERVIEW") String interview,
            @Option(names = "--next", paramLabel = "DATE", converter = Days.class) @Nullable LocalDate next)
            throws Exception {
        return show(
                whose,
                own -> InterviewView.brief(
                        own.desk()
                                .interviews()
                                .close(own.id(), own.interview(interview).id(), next),
                        own));
    }
}
