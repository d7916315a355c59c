package org.eportfolio.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.HandoverId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.PersonId;

/**
 * What a teacher of a cohort hands over to another from a day on. What they wrote stays theirs; from that day on they
 * assess no one.
 *
 * @param on the first day of the successor
 * @param interviews open ones that the predecessor scheduled
 * @param goals those claimed and not answered yet
 * @param campaigns of peer reviews that are not closed
 * @param prompts of the predecessor that the learners have not answered
 * @param links of tutors and juries that the predecessor made and whose token they know; they stand until the successor
 *     makes them anew or takes them back
 */
public record Handover(
        HandoverId id,
        CohortId cohort,
        PersonId from,
        PersonId to,
        LocalDate on,
        List<InterviewId> interviews,
        List<GoalId> goals,
        List<CampaignId> campaigns,
        List<FeedbackId> prompts,
        List<LinkId> links,
        PersonId by,
        Instant at) {
    public Handover {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(!from.equals(to), "to", "handover.to-oneself", to);
        interviews = List.copyOf(interviews);
        goals = List.copyOf(goals);
        campaigns = List.copyOf(campaigns);
        prompts = List.copyOf(prompts);
        links = List.copyOf(links);
    }
}
