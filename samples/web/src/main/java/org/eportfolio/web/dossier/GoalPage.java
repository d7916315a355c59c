package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.LevelMark;
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

/** A goal: set and claimed by the learner, confirmed or not by a teacher. */
@Controller
final class GoalPage {
    private final Words words;

    GoalPage(Words words) {
        this.words = words;
    }

    static String address(DossierId dossier, GoalId goal) {
        return Where.of(dossier) + "/goals/" + goal;
    }

    /** What was typed; {@code steps} has one a line. */
    record GoalForm(
            @Nullable String competency,
            @Nullable String level,
            @Nullable String dueOn,
            @Nullable String steps,
            @Nullable String key) {}

    @GetMapping("/dossiers/{dossier}/goal")
    String form(Desk desk, @PathVariable DossierId dossier, Model model) {
        String inTwoMonths = LocalDate.now(desk.clock()).plusMonths(2).toString();
        return shown(desk, dossier, new GoalForm("", null, inTwoMonths, "", Sending.newKey()), FormErrors.NONE, model);
    }

    private static String shown(Desk desk, DossierId dossier, GoalForm form, FormErrors errors, Model model) {
        Progress progress = desk.progress().of(dossier);
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("competencies", Choice.ofCompetencies(progress));
        model.addAttribute("levels", LevelMark.of(progress.adoption().scale()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "goal-new";
    }

    @PostMapping("/dossiers/{dossier}/goal")
    String set(
            Desk desk,
            @PathVariable DossierId dossier,
            GoalForm form,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            NewGoal input = input(form);
            Goal made = desk.once(
                    Sending.key(form.key(), form),
                    form.toString(),
                    d -> d.goals().set(dossier, input));
            next.addFlashAttribute("done", words.say("goal.set"));
            return "redirect:" + address(dossier, made.id());
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return shown(desk, dossier, form, FormErrors.of(refused), model);
        }
    }

    private static NewGoal input(GoalForm form) {
        String level = Fields.needed("level", form.level(), "level.missing");
        NewGoal input = NewGoal.of(Fields.needed("competency", form.competency(), "field.missing"), level);
        LocalDate day = Fields.day("dueOn", form.dueOn());
        if (day != null) input = input.by(day);
        String steps = form.steps() == null ? "" : form.steps();
        for (String each : steps.split("\\R", -1)) {
            if (!each.isBlank()) input = input.step(each.strip());
        }
        return input;
    }

    /** A step on the way. */
    record StepLine(int index, String text, boolean done) {}

    @GetMapping("/dossiers/{dossier}/goals/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable GoalId id, Model model) {
        Goal goal = desk.goals().get(dossier, id);
        HeldPermissions rights = desk.me().may(new Reach.OfDossier(dossier));
        Progress progress = desk.progress().of(dossier);
        boolean own = rights.has(Permission.KEEP_GOAL) && goal.status() == Goal.Status.OPEN;
        List<StepLine> steps = new ArrayList<>();
        for (int i = 0; i < goal.steps().size(); i++) {
            steps.add(new StepLine(
                    i, goal.steps().get(i).text(), goal.steps().get(i).done()));
        }
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("goal", goal.id().toString());
        model.addAttribute("revision", goal.revision());
        model.addAttribute("competency", goal.competency().toString());
        model.addAttribute("target", LevelMark.of(progress.adoption().scale().require(goal.target())));
        model.addAttribute("due", words.day(goal.dueOn()));
        model.addAttribute("status", words.say("goal." + goal.status().name()));
        model.addAttribute("steps", steps);
        Goal.Claim claim = goal.claim();
        Goal.Answer answer = goal.answer();
        model.addAttribute("claim", claim == null ? null : claim.note());
        model.addAttribute("answer", answer == null ? null : answer.note());
        model.addAttribute("own", own);
        model.addAttribute("answers", rights.has(Permission.CONFIRM_GOAL) && goal.status() == Goal.Status.CLAIMED);
        model.addAttribute(
                "learner",
                People.of(desk, List.of(progress.dossier().learner()))
                        .name(progress.dossier().learner()));
        model.addAttribute("productions", own ? Judging.productions(desk, dossier) : List.of());
        return "goal";
    }

    /** The goal as the page showed it; another since then is not changed unseen. */
    private static Goal seen(Desk desk, DossierId dossier, GoalId id, int revision) {
        Goal goal = desk.goals().get(dossier, id);
        if (goal.revision() != revision) throw ConflictException.stale("goal", revision, goal.revision());
        return goal;
    }

    @PostMapping("/dossiers/{dossier}/goals/{id}/step")
    String step(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable GoalId id,
            @RequestParam int revision,
            @RequestParam int index,
            @RequestParam String act) {
        Goal goal = seen(desk, dossier, id, revision);
        if (act.equals("reopen")) desk.goals().reopenStep(goal, index);
        else desk.goals().completeStep(goal, index);
        return "redirect:" + address(dossier, id);
    }

    @PostMapping("/dossiers/{dossier}/goals/{id}/claim")
    String claim(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable GoalId id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable List<String> evidence,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), note, next, () -> {
            Citation[] cited = Judging.cited(desk, dossier, evidence).toArray(Citation[]::new);
            desk.goals().claim(seen(desk, dossier, id, revision), note == null ? "" : note, cited);
            return words.say("goal.claimed");
        });
    }

    @PostMapping("/dossiers/{dossier}/goals/{id}/answer")
    String answer(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable GoalId id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam String act,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), note, next, () -> {
            Goal goal = seen(desk, dossier, id, revision);
            if (act.equals("confirm")) desk.goals().confirm(goal, note == null ? "" : note);
            else desk.goals().decline(goal, note == null ? "" : note);
            return words.say("goal.answered");
        });
    }

    /** The learner gives it up, once the box says so. */
    @PostMapping("/dossiers/{dossier}/goals/{id}/abandon")
    String abandon(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable GoalId id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String sure,
            RedirectAttributes next) {
        return Sent.kept(address(dossier, id), null, next, () -> {
            if (sure == null) throw InvalidInputException.because("sure", WebMessages.of("goal.sure"));
            desk.goals().abandon(seen(desk, dossier, id, revision));
            return words.say("goal.abandoned");
        });
    }
}
