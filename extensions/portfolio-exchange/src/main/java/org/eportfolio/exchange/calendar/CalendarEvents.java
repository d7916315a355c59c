package org.eportfolio.exchange.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.DeniedException;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.Pages;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Level;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.project.Milestone;
import org.eportfolio.project.Project;
import org.eportfolio.project.Task;
import org.eportfolio.project.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The events of dossiers and cohorts, one after the other. Not thread-safe. */
final class CalendarEvents {
    private final Desk desk;
    private final CalendarLines out;
    private final Wording words;
    private final List<Loss> losses;
    private final Instant now;
    private boolean empty = true;
    private final Map<AdoptionId, Adoption> adoptions = new HashMap<>();

    CalendarEvents(Desk desk, CalendarLines out, Wording words, List<Loss> losses) {
        this.desk = desk;
        this.out = out;
        this.words = words;
        this.losses = losses;
        this.now = desk.clock().instant();
        desk.frameworks().adoptions().forEach(each -> adoptions.put(each.id(), each));
    }

    /** Whether there was none. */
    boolean isEmpty() {
        return empty;
    }

    /** All items; a kind that the reader may not see is reported. */
    private <T> void each(String kind, Pages<T> pages, Pages.Each<T> each) throws IOException {
        try {
            Pages.each(pages, each);
        } catch (DeniedException e) {
            losses.add(new Loss(kind, "", "", e.reason()));
        }
    }

    /** @param of the learner's name, where several learners' events stand in one calendar */
    void of(DossierId id, String of) throws IOException {
        each("goal", next -> desk.goals().list(id, next), goal -> goal(goal, of));
        each("interview", next -> desk.interviews().list(id, next), interview -> interview(interview, of));
        each("workplace", next -> desk.tutoring().list(id, next), period -> period(period, of));
        steps(id, of);
        each("project", next -> desk.projects().list(id, next), project -> project(project, of));
    }

    private void goal(Goal goal, String of) throws IOException {
        String target = words.say("booklet.target", goal.competency(), level(goal));
        begin(goal.id().value(), goal.revision(), goal.status() == Goal.Status.ABANDONED);
        days(goal.dueOn(), goal.dueOn(), false);
        summary(words.say("ics.goal", target), of);
        end();
    }

    private String level(Goal goal) {
        Adoption under = adoptions.get(goal.adoption());
        Level level = under == null ? null : under.scale().find(goal.target()).orElse(null);
        return level == null ? goal.target().value() : words.level(null, level);
    }

    private void interview(Interview interview, String of) throws IOException {
        begin(interview.id().value(), interview.revision(), interview.status() == InterviewStatus.CANCELLED);
        out.moment("DTSTART", interview.startsAt());
        summary(words.say("ics.interview", interview.purpose()), of);
        end();
        LocalDate next =
                interview.closing() == null ? null : interview.closing().nextOn();
        if (next == null) return;
        begin(part(interview.id().value(), "next"), interview.revision(), false);
        days(next, next, false);
        summary(words.say("ics.next-interview", interview.purpose()), of);
        end();
    }

    private void period(WorkplacePeriod period, String of) throws IOException {
        begin(period.id().value(), period.revision(), false);
        days(period.from(), period.until(), true);
        summary(words.say("ics.workplace", period.employer()), of);
        end();
    }

    /** A step keeps its number for ever, and a pathway counts its changes. */
    private void steps(DossierId id, String of) throws IOException {
        Pathway pathway;
        try {
            pathway = desk.pathways().get(id);
        } catch (DeniedException e) {
            losses.add(new Loss("pathway", "", "", e.reason()));
            return;
        }
        for (PathwayStep each : pathway.steps()) {
            if (each.dueOn() == null || each.doneAt() != null) continue;
            begin(part(id.value(), "step " + each.number()), pathway.revision(), each.dropped() != null);
            days(each.dueOn(), each.dueOn(), false);
            summary(words.say("ics.step", each.competency()), of);
            end();
        }
    }

    private void project(Project project, String of) throws IOException {
        for (Task each : project.tasks()) {
            due(project, "task " + each.number(), each.dueOn(), each.status() == TaskStatus.DONE, each.label(), of);
        }
        for (Milestone each : project.milestones()) {
            due(project, "milestone " + each.number(), each.plannedOn(), false, each.label(), of);
        }
    }

    private void due(Project project, String part, @Nullable LocalDate day, boolean done, String label, String of)
            throws IOException {
        if (day == null || done) return;
        begin(part(project.id().value(), part), project.revision(), false);
        days(day, day, false);
        summary(words.say("ics.project", project.title(), label), of);
        end();
    }

    /** The reviews that the actor is to write, when the dossier is their own. */
    void reviews(Dossier own) throws IOException {
        boolean theirs = desk.actor().person().filter(own.learner()::equals).isPresent();
        if (!theirs) return;
        each("review", desk.reviews()::assigned, this::review);
    }

    private void review(ReviewAssignment assignment) throws IOException {
        if (assignment.submitted()) return;
        Campaign campaign = desk.campaigns().get(assignment.campaign());
        begin(assignment.id().value(), campaign.revision(), campaign.closedAt() != null);
        out.moment("DTSTART", campaign.deadline());
        summary(words.say("ics.review", campaign.title()), "");
        end();
    }

    void campaigns(CohortId cohort) throws IOException {
        each("campaign", next -> desk.campaigns().list(cohort, next), campaign -> {
            begin(campaign.id().value(), campaign.revision(), campaign.closedAt() != null);
            out.moment("DTSTART", campaign.deadline());
            summary(words.say("ics.campaign", campaign.title()), "");
            end();
        });
    }

    private static UUID part(UUID record, String part) {
        return UUID.nameUUIDFromBytes((record + " " + part).getBytes(StandardCharsets.UTF_8));
    }

    private void begin(UUID uid, int revision, boolean cancelled) throws IOException {
        empty = false;
        out.line("BEGIN", "VEVENT").line("UID", uid.toString()).moment("DTSTAMP", now);
        out.line("SEQUENCE", Integer.toString(Math.max(0, revision - 1)));
        out.line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
    }

    /** Whole days: the end is the day after the last (RFC 5545, 3.6.1). */
    private void days(LocalDate first, LocalDate last, boolean busy) throws IOException {
        out.day("DTSTART", first).day("DTEND", last.plusDays(1));
        out.line("TRANSP", busy ? "OPAQUE" : "TRANSPARENT");
    }

    private void summary(String what, String of) throws IOException {
        out.text("SUMMARY", of.isEmpty() ? what : words.say("ics.of", what, of));
    }

    private void end() throws IOException {
        out.line("END", "VEVENT");
    }
}
