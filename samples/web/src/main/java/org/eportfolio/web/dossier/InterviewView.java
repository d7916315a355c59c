package org.eportfolio.web.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.interview.Minutes;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of an interview.
 *
 * @param minutes what was said; {@code null} before it was held
 * @param prepares whether the reader may prepare it now, and so on for the other steps
 * @param reply what the learner said of it once it was closed; {@code null} before
 */
record InterviewView(
        String address,
        String dossier,
        String learner,
        String purpose,
        String when,
        String status,
        int revision,
        List<Part> sheet,
        @Nullable String minutes,
        @Nullable String closing,
        List<AgreementLine> agreements,
        @Nullable String reply,
        boolean prepares,
        boolean conducts,
        boolean amends,
        boolean closes,
        boolean replies,
        List<Choice> competencies,
        List<LevelMark> levels,
        String inTwoMonths) {
    /** A part of the preparation sheet. */
    record Part(String title, List<String> lines) {}

    /** An agreement, with what the reader may do. */
    record AgreementLine(
            int number,
            String text,
            String status,
            @Nullable String word,
            boolean answers,
            boolean withdraws) {}

    static InterviewView of(Desk desk, DossierId dossier, InterviewId id, Words words) {
        Interview interview = desk.interviews().get(dossier, id);
        HeldPermissions rights = desk.me().may(new Reach.OfDossier(dossier));
        Progress progress = desk.progress().of(dossier);
        PersonId learner = progress.dossier().learner();
        ZoneId zone = desk.clock().getZone();
        boolean team = rights.has(Permission.CONDUCT_INTERVIEW);
        boolean own = rights.has(Permission.ANSWER_INTERVIEW);
        InterviewStatus status = interview.status();
        boolean held = status == InterviewStatus.CONDUCTED;
        PreparationSheet sheet = desk.interviews().sheet(dossier, id).orElse(null);
        InterviewReply reply = desk.interviews().reply(dossier, id).orElse(null);
        Minutes minutes = interview.minutes();
        return new InterviewView(
                InterviewPage.address(dossier, id),
                dossier.toString(),
                People.of(desk, List.of(learner)).name(learner),
                interview.purpose(),
                words.moment(interview.startsAt(), zone),
                words.say("interview." + status.name()),
                interview.revision(),
                sheet == null ? List.of() : parts(sheet, progress.adoption().scale(), words),
                minutes == null ? null : minutes.notes(),
                closing(interview, words),
                interview.agreements().stream()
                        .map(each -> line(each, progress.adoption().scale(), held && own, held && team, words))
                        .toList(),
                reply == null ? null : said(reply, words),
                team && status == InterviewStatus.SCHEDULED,
                team && status == InterviewStatus.SCHEDULED && sheet != null,
                team && held,
                team && held,
                own && status == InterviewStatus.CLOSED && reply == null,
                Choice.ofCompetencies(progress),
                LevelMark.of(progress.adoption().scale()),
                LocalDate.now(desk.clock()).plusMonths(2).toString());
    }

    private static @Nullable String closing(Interview interview, Words words) {
        Interview.Closing closing = interview.closing();
        if (closing != null) {
            LocalDate next = closing.nextOn();
            return next == null ? words.say("interview.no-next") : words.say("interview.next", words.day(next));
        }
        Interview.Cancellation cancelled = interview.cancellation();
        return cancelled == null ? null : cancelled.reason();
    }

    private static String said(InterviewReply reply, Words words) {
        String dissent = reply.dissent();
        return dissent == null ? words.say("interview.acknowledged") : words.say("interview.dissent", dissent);
    }

    private static AgreementLine line(Agreement each, Scale scale, boolean own, boolean team, Words words) {
        boolean open = each.status() == AgreementStatus.PROPOSED;
        LevelMark target = LevelMark.of(scale.require(each.proposal().target()));
        LocalDate due = each.proposal().dueOn();
        return new AgreementLine(
                each.number(),
                each.text() + " (" + each.proposal().competency() + " : " + target.symbol() + " " + target.label()
                        + (due == null ? "" : ", " + words.day(due)) + ")",
                words.say("agreement." + each.status().name()),
                each.word(),
                own && open,
                team && open);
    }

    private static List<Part> parts(PreparationSheet sheet, Scale scale, Words words) {
        List<Part> parts = new ArrayList<>();
        add(
                parts,
                words.say("class.differ"),
                sheet.divergences().stream()
                        .map(each -> each.competency() + " : "
                                + Words.name(each.lower().perspective()) + " "
                                + each.lower().level().symbol() + " / "
                                + Words.name(each.higher().perspective()) + " "
                                + each.higher().level().symbol())
                        .toList());
        add(
                parts,
                words.say("goals"),
                sheet.openGoals().stream()
                        .map(each -> each.competency() + " : "
                                + scale.require(each.target()).label() + ", " + words.day(each.dueOn()))
                        .toList());
        add(
                parts,
                words.say("productions"),
                sheet.evidence().stream()
                        .map(PreparationSheet.RecentEvidence::title)
                        .toList());
        add(
                parts,
                words.say("interview.uncovered"),
                sheet.uncovered().stream()
                        .map(each -> each.competency() + " " + each.label())
                        .toList());
        add(
                parts,
                words.say("interview.before"),
                sheet.agreed().stream()
                        .map(each -> Objects.requireNonNull(each.agreement()).text())
                        .toList());
        return parts;
    }

    private static void add(List<Part> parts, String title, List<String> lines) {
        if (!lines.isEmpty()) parts.add(new Part(title, lines));
    }
}
