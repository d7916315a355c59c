package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A formative interview: prepared and held by the team, answered by the learner. */
@Controller
final class InterviewPage {
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Words words;

    InterviewPage(Words words) {
        this.words = words;
    }

    static String address(DossierId dossier, InterviewId interview) {
        return Where.of(dossier) + "/interviews/" + interview;
    }

    /** What was typed. */
    record InterviewForm(
            @Nullable String purpose,
            @Nullable String startsAt,
            @Nullable String key) {}

    @GetMapping("/dossiers/{dossier}/interview")
    String form(Desk desk, @PathVariable DossierId dossier, Model model) {
        LocalDateTime nextWeek = LocalDate.now(desk.clock()).plusWeeks(1).atTime(MORNING);
        return shown(
                desk, dossier, new InterviewForm("", nextWeek.toString(), Sending.newKey()), FormErrors.NONE, model);
    }

    private static String shown(Desk desk, DossierId dossier, InterviewForm form, FormErrors errors, Model model) {
        PersonId learner = desk.dossiers().get(dossier).learner();
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("learner", People.of(desk, List.of(learner)).name(learner));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "interview-new";
    }

    @PostMapping("/dossiers/{dossier}/interview")
    String schedule(
            Desk desk,
            @PathVariable DossierId dossier,
            InterviewForm form,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            NewInterview input = NewInterview.about(Fields.needed("purpose", form.purpose(), "field.missing"))
                    .at(start(desk, form.startsAt()));
            Interview made = desk.once(
                    Sending.key(form.key(), form),
                    form.toString(),
                    d -> d.interviews().schedule(dossier, input));
            next.addFlashAttribute("done", words.say("interview.scheduled"));
            return "redirect:" + address(dossier, made.id());
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return shown(desk, dossier, form, FormErrors.of(refused), model);
        }
    }

    private static Instant start(Desk desk, @Nullable String text) {
        try {
            return LocalDateTime.parse(text == null ? "" : text)
                    .atZone(desk.clock().getZone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidInputException.because("startsAt", WebMessages.of("field.time"));
        }
    }

    @GetMapping("/dossiers/{dossier}/interviews/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable InterviewId id, Model model) {
        model.addAttribute("i", InterviewView.of(desk, dossier, id, words));
        return "interview";
    }

    /** The interview as the page showed it; another since then is not changed unseen. */
    private static Interview seen(Desk desk, DossierId dossier, InterviewId id, int revision) {
        Interview interview = desk.interviews().get(dossier, id);
        if (interview.revision() != revision) {
            throw ConflictException.stale("interview", revision, interview.revision());
        }
        return interview;
    }

    @PostMapping("/dossiers/{dossier}/interviews/{id}/prepare")
    String prepare(Desk desk, @PathVariable DossierId dossier, @PathVariable InterviewId id, RedirectAttributes next) {
        return Sent.kept(address(dossier, id), null, next, () -> {
            desk.interviews().prepare(dossier, id);
            return words.say("interview.prepared");
        });
    }

    /** The teacher who writes and the learner were there. */
    @PostMapping("/dossiers/{dossier}/interviews/{id}/conduct")
    String conduct(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable InterviewId id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String notes,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), notes, next, () -> {
            Interview seen = seen(desk, dossier, id, revision);
            NewMinutes minutes = NewMinutes.of(notes == null ? "" : notes)
                    .present(
                            desk.dossiers().get(dossier).learner().value(),
                            desk.actor().person().orElseThrow().value());
            if (seen.minutes() == null) desk.interviews().conduct(seen, minutes);
            else desk.interviews().amend(seen, minutes);
            return words.say("interview.conducted");
        });
    }

    @PostMapping("/dossiers/{dossier}/interviews/{id}/cancel")
    String cancel(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable InterviewId id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), reason, next, () -> {
            desk.interviews().cancel(dossier, id, reason == null ? "" : reason);
            return words.say("interview.cancelled");
        });
    }

    @PostMapping("/dossiers/{dossier}/interviews/{id}/propose")
    String propose(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable InterviewId id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String competency,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String dueOn,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), text, next, () -> {
            NewGoal goal = NewGoal.of(
                    Fields.needed("competency", competency, "field.missing"),
                    Fields.needed("level", level, "level.missing"));
            LocalDate day = Fields.day("dueOn", dueOn);
            if (day != null) goal = goal.by(day);
            String agreed = Fields.needed("text", text, "field.missing");
            desk.interviews().propose(dossier, id, NewAgreement.of(agreed, goal));
            return words.say("interview.proposed");
        });
    }

    /** What becomes of an agreement: the learner accepts or declines it, the team takes it back. */
    @PostMapping("/dossiers/{dossier}/interviews/{id}/agreements/{number}")
    String settle(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable InterviewId id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String word,
            @RequestParam String act,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), null, next, () -> {
            switch (act) {
                case "accept" -> desk.interviews().accept(dossier, id, number);
                case "withdraw" -> desk.interviews().withdraw(dossier, id, number);
                default -> desk.interviews().decline(dossier, id, number, word == null ? "" : word);
            }
            return words.say("interview.settled");
        });
    }

    /** Closed for good, once the box says so. */
    @PostMapping("/dossiers/{dossier}/interviews/{id}/close")
    String close(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable InterviewId id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String nextOn,
            @RequestParam(required = false) @Nullable String sure,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), null, next, () -> {
            if (sure == null) throw InvalidInputException.because("sure", WebMessages.of("interview.sure"));
            desk.interviews().close(seen(desk, dossier, id, revision), Fields.day("nextOn", nextOn));
            return words.say("interview.closed");
        });
    }

    /** The learner takes note of a closed interview, or says in what they disagree. */
    @PostMapping("/dossiers/{dossier}/interviews/{id}/reply")
    String reply(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable InterviewId id,
            @RequestParam(required = false) @Nullable String word,
            @RequestParam String act,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), word, next, () -> {
            if (act.equals("acknowledge")) desk.interviews().acknowledge(dossier, id);
            else desk.interviews().dissent(dossier, id, word == null ? "" : word);
            return words.say("interview.replied");
        });
    }
}
