package org.eportfolio.web.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eportfolio.Message;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Reach;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Links;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A dossier, for its learner and for the team alike: every voice side by side, and what the voices rest upon. */
@Controller
final class LearnerPage {
    private static final int SHOWN = 30;

    private final Words words;

    LearnerPage(Words words) {
        this.words = words;
    }

    /** What a tutor said, in words; the levels stand among the voices. */
    record Answer(String question, String text) {}

    /** A time at a workplace. {@code invite} is where the team makes the tutor's link. */
    record Period(
            String employer,
            String days,
            String phase,
            List<Answer> answers,
            @Nullable String invite) {}

    /** A goal on its way. */
    record GoalLine(String text, String status, String due, String href) {}

    @GetMapping("/dossiers/{dossier}")
    String show(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Model model) {
        LocalDate today = LocalDate.now(desk.clock());
        boolean past = asOf != null && asOf.isBefore(today);
        Progress progress = past && asOf != null
                ? desk.progress().of(dossier, asOf)
                : desk.progress().of(dossier);
        HeldPermissions rights = desk.me().may(new Reach.OfDossier(dossier));
        Dossier whose = progress.dossier();
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("learner", People.of(desk, List.of(whose.learner())).name(whose.learner()));
        model.addAttribute("own", rights.has(Permission.KEEP_PRODUCTION));
        model.addAttribute("rooms", rooms(dossier, rights));
        model.addAttribute("asOf", (past && asOf != null ? asOf : today).toString());
        model.addAttribute("past", past);
        model.addAttribute("scale", LevelMark.of(progress.adoption().scale()));
        model.addAttribute("rows", Voices.of(desk, progress, rights.has(Permission.POSITION) && !past, words));
        model.addAttribute(
                "heldBack",
                progress.heldBack() == null
                        ? null
                        : words.day(progress.heldBack().until()));
        model.addAttribute(
                "goals",
                progress.goals().stream()
                        .filter(each -> each.status() != Goal.Status.ABANDONED)
                        .map(each -> goal(each, progress.adoption().scale()))
                        .toList());
        model.addAttribute(
                "productions", rights.has(Permission.READ_PRODUCTION) ? productions(desk, dossier) : List.of());
        model.addAttribute(
                "reflections", rights.has(Permission.READ_REFLECTION) ? reflections(desk, dossier) : List.of());
        model.addAttribute("interviews", rights.has(Permission.READ_INTERVIEW) ? interviews(desk, dossier) : List.of());
        model.addAttribute("invites", rights.has(Permission.CONDUCT_INTERVIEW));
        model.addAttribute(
                "periods", rights.has(Permission.READ_WORKPLACE) ? periods(desk, dossier, rights) : List.of());
        return "learner";
    }

    /** The other pages of the dossier that open to the reader. */
    private List<Line> rooms(DossierId dossier, HeldPermissions rights) {
        Map<String, Permission> all = new LinkedHashMap<>();
        all.put("missions", Permission.READ_PRODUCTION);
        all.put("projects", Permission.READ_PRODUCTION);
        all.put("watch", Permission.READ_PRODUCTION);
        all.put("showcases", Permission.READ_SHOWCASE);
        all.put("reviews", Permission.READ_REVIEWS);
        all.put("exam", Permission.READ_EXAM_FILE);
        all.put("badges", Permission.READ_BADGE);
        all.put("authorisations", Permission.READ_AUTHORISATION);
        List<Line> rooms = new ArrayList<>();
        all.forEach((name, permission) -> {
            String text = words.say(name.equals("reviews") ? "reviews.received" : name);
            if (rights.has(permission)) rooms.add(new Line(text, "", Where.of(dossier) + "/" + name));
        });
        return rooms;
    }

    private GoalLine goal(Goal goal, Scale scale) {
        LevelMark target = LevelMark.of(scale.require(goal.target()));
        return new GoalLine(
                goal.competency() + " : " + target.symbol() + " " + target.label(),
                words.say("goal." + goal.status().name()),
                words.day(goal.dueOn()),
                GoalPage.address(goal.dossier(), goal.id()));
    }

    private List<Line> productions(Desk desk, DossierId dossier) {
        ZoneId zone = desk.clock().getZone();
        return desk.productions().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Line(
                        named(each),
                        words.day(each.current().at(), zone),
                        Where.of(dossier) + "/productions/" + each.id()))
                .toList();
    }

    private static String named(Production production) {
        String codes = String.join(
                ", ",
                production.current().competencies().stream()
                        .map(Object::toString)
                        .toList());
        return codes.isEmpty() ? production.title() : production.title() + " (" + codes + ")";
    }

    private List<Line> reflections(Desk desk, DossierId dossier) {
        ZoneId zone = desk.clock().getZone();
        return desk.reflections().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map((Reflection each) -> new Line(
                        each.action(),
                        words.day(each.sharedAt(), zone),
                        Where.of(dossier) + "/reflections/" + each.id()))
                .toList();
    }

    private List<Line> interviews(Desk desk, DossierId dossier) {
        ZoneId zone = desk.clock().getZone();
        return desk.interviews().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Line(
                        each.purpose() + " ("
                                + words.say("interview." + each.status().name()) + ")",
                        words.day(each.startsAt(), zone),
                        InterviewPage.address(dossier, each.id())))
                .toList();
    }

    private List<Period> periods(Desk desk, DossierId dossier, HeldPermissions rights) {
        LocalDate today = LocalDate.now(desk.clock());
        return desk.tutoring().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> period(each, today, rights.has(Permission.OPEN_WORKPLACE)))
                .toList();
    }

    private Period period(WorkplacePeriod period, LocalDate today, boolean invites) {
        WorkplacePeriod.Phase phase = period.phase(today);
        boolean open = phase == WorkplacePeriod.Phase.OPEN || phase == WorkplacePeriod.Phase.COMING;
        return new Period(
                period.employer(),
                words.day(period.from()) + " – " + words.day(period.until()),
                words.say("period." + phase.name()),
                answers(period.answer()),
                invites && open ? Where.of(period.dossier()) + "/periods/" + period.id() + "/invite" : null);
    }

    private static List<Answer> answers(@Nullable TutorAnswer given) {
        if (given == null) return List.of();
        List<Message> questions = TutorForm.questions();
        List<String> texts = List.of(given.alone(), given.help(), given.advice());
        return IntStream.range(0, texts.size())
                .filter(each -> !texts.get(each).isBlank())
                .mapToObj(each -> new Answer(questions.get(each).in(Words.language()), texts.get(each)))
                .toList();
    }

    /** The link is shown this once, since nothing but its hash is kept. */
    @PostMapping("/dossiers/{dossier}/periods/{period}/invite")
    String invite(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable WorkplacePeriodId period,
            RedirectAttributes next) {
        IssuedLink issued = desk.tutoring().invite(dossier, period);
        next.addFlashAttribute("link", Links.address("t", issued));
        return "redirect:" + Where.of(dossier) + "#periods";
    }
}
