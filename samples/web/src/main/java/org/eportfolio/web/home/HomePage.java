package org.eportfolio.web.home;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.HeldRole;
import org.eportfolio.access.Me;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Asked;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.Opened;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.assessment.LevelChange;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spring.ActingRole;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Lines;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: a learner's ten minutes a week, a teacher's classes and what waits in them. */
@Controller
final class HomePage {
    /** Learners without a trace for so many weeks are named. */
    private static final int WEEKS = 3;

    /** How much of what waits is shown at once. */
    private static final int MOST = 8;

    /** What is asked that has a page here. */
    private static final Set<Asked.What> PAGES = EnumSet.of(
            Asked.What.PROMPT,
            Asked.What.GOAL_DUE,
            Asked.What.INTERVIEW,
            Asked.What.AGREEMENT,
            Asked.What.ACKNOWLEDGEMENT);

    private final Words words;

    HomePage(Words words) {
        this.words = words;
    }

    /** Where something moved: then and now, from one side. */
    record Moved(
            String competency,
            String side,
            @Nullable LevelMark before,
            @Nullable LevelMark now) {}

    /** A learner's page. */
    record LearnerHome(
            String dossier, String asOf, String since, Lines news, Lines asked, Lines drafts, List<Moved> moved) {}

    /** A class, with what waits in it. It opens to its teachers: a head knows that it is there, and no levels. */
    record ClassCard(
            String id,
            String name,
            @Nullable String year,
            boolean opens,
            boolean heads,
            List<Line> waiting,
            int more,
            List<String> silent) {}

    @GetMapping("/")
    String home(Desk desk, Model model) {
        Me me = desk.me().get();
        if (!me.dossiers().isEmpty()) model.addAttribute("learner", learner(desk, me.dossiers()));
        List<ClassCard> classes =
                me.roles().stream().allMatch(each -> each.role() == Role.LEARNER) ? List.of() : cards(desk);
        model.addAttribute("classes", classes);
        model.addAttribute("rooms", rooms(desk, me));
        model.addAttribute("represented", represented(desk, me));
        return "home";
    }

    /** What concerns the whole school, for those who run it, and what concerns those who learn together. */
    private List<Line> rooms(Desk desk, Me me) {
        HeldPermissions rights = desk.me().may(new Reach.Organisation());
        List<Line> rooms = new ArrayList<>();
        if (me.roles().stream().anyMatch(each -> each.role() == Role.LEARNER)) rooms.add(room("reviews", "/reviews"));
        if (rights.has(Permission.BEGIN_YEAR)) rooms.add(room("year.begin", "/school/year"));
        if (rights.has(Permission.MANAGE_COHORTS)) rooms.add(room("roster", "/school/roster"));
        if (rights.has(Permission.NAME_PEOPLE)) rooms.add(room("people", "/school/people"));
        if (rights.has(Permission.NAME_PEOPLE)) rooms.add(room("waiting", "/school/waiting"));
        if (rights.has(Permission.READ_REGISTER)) rooms.add(room("dpo", "/school/privacy"));
        if (rights.has(Permission.CLOSE_DEPARTURE)) rooms.add(room("departure", "/school/departure"));
        if (rights.has(Permission.READ_JOURNAL)) rooms.add(room("upkeep", "/school/upkeep"));
        return rooms;
    }

    private Line room(String key, String address) {
        return new Line(words.say(key), "", address);
    }

    /** The dossiers of those whom the reader represents by law. */
    private static List<Line> represented(Desk desk, Me me) {
        List<Line> lines = new ArrayList<>();
        for (HeldRole each : me.roles()) {
            if (each.role() != Role.REPRESENTATIVE || !(each.reach() instanceof Reach.OfDossier one)) continue;
            PersonId learner = desk.dossiers().get(one.dossier()).learner();
            lines.add(new Line(People.of(desk, List.of(learner)).name(learner), "", Where.of(one.dossier())));
        }
        return lines;
    }

    private LearnerHome learner(Desk desk, List<Dossier> dossiers) {
        DossierId dossier = dossiers.get(dossiers.size() - 1).id();
        Home home = desk.home().of(dossier);
        ZoneId zone = desk.clock().getZone();
        List<Line> news = home.news().items().stream()
                .map(each -> new Line(
                        Words.of(each.text(), zone), words.day(each.at(), zone), Where.of(each.ref(dossier), dossier)))
                .toList();
        List<Line> asked = home.asked().items().stream()
                .map(each -> {
                    Instant due = each.due();
                    String when = due == null ? "" : words.say("home.due", words.day(due, zone));
                    String href = PAGES.contains(each.what()) ? Where.of(each.ref(dossier)) : null;
                    return new Line(Words.of(each.text(), zone), when, href);
                })
                .toList();
        List<Line> drafts = home.drafts().items().stream()
                .map(each -> new Line(
                        words.say("draft." + each.what().name()) + " : " + each.title(),
                        words.day(each.savedAt(), zone),
                        Where.of(each.ref(dossier))))
                .toList();
        return new LearnerHome(
                dossier.toString(),
                home.asOf().toString(),
                words.day(home.since(), zone),
                new Lines(news, home.news().more()),
                new Lines(asked, home.asked().more()),
                new Lines(drafts, home.drafts().more()),
                home.moved().stream().flatMap(each -> moved(each).stream()).toList());
    }

    private static List<Moved> moved(LevelChange change) {
        return change.views().stream()
                .filter(LevelChange.View::moved)
                .map(each -> new Moved(
                        change.item().code() + " " + change.item().label(),
                        Words.name(each.perspective()),
                        each.before() == null ? null : LevelMark.of(each.before()),
                        each.now() == null ? null : LevelMark.of(each.now())))
                .toList();
    }

    /** Whether the reader heads the school, and so may open a dossier for a stated reason. */
    private static boolean heads(Desk desk) {
        return desk.me().may(new Reach.Organisation()).has(Permission.MANAGE_COHORTS);
    }

    private List<ClassCard> cards(Desk desk) {
        boolean heads = heads(desk);
        return desk.cohorts().current().stream()
                .map(each -> card(desk, each, heads))
                .toList();
    }

    private ClassCard card(Desk desk, Cohort cohort, boolean heads) {
        String year = cohort.schoolYear() == null ? null : cohort.schoolYear().toString();
        String id = cohort.id().toString();
        if (!desk.me().may(new Reach.OfCohort(cohort.id())).has(Permission.KEEP_QUEUE)) {
            return new ClassCard(id, cohort.name(), year, false, heads, List.of(), 0, List.of());
        }
        Queue queue = desk.queue().of(cohort.id(), WEEKS);
        List<Excerpt<Waiting>> parts =
                List.of(queue.owed(), queue.claims(), queue.interviews(), queue.reviews(), queue.productions());
        List<Waiting> all =
                parts.stream().flatMap(each -> each.items().stream()).toList();
        List<Waiting> shown = all.stream().limit(MOST).toList();
        int total = parts.stream().mapToInt(Excerpt::total).sum();
        People people = People.of(
                desk,
                Stream.concat(
                                shown.stream().map(Waiting::learner),
                                queue.silent().items().stream().map(Queue.Silent::learner))
                        .toList());
        ZoneId zone = desk.clock().getZone();
        return new ClassCard(
                id,
                cohort.name(),
                year,
                true,
                false,
                shown.stream()
                        .map(each -> new Line(
                                people.name(each.learner()) + " : "
                                        + words.say("waiting." + each.what().name()) + " « " + each.title() + " »",
                                words.day(each.at(), zone),
                                Where.of(each.ref(), each.dossier())))
                        .toList(),
                total - shown.size(),
                queue.silent().items().stream()
                        .map(each -> people.name(each.learner()))
                        .toList());
    }

    /** What the learner has seen is no news the next time. */
    @PostMapping("/dossiers/{dossier}/seen")
    String seen(Desk desk, @PathVariable DossierId dossier, @RequestParam Instant asOf) {
        desk.home().visited(dossier, asOf); // as the person who is signed in
        return "redirect:/";
    }

    /** Whatever an address of the library names. */
    @GetMapping("/open/{ref}")
    String open(Desk desk, @PathVariable Ref ref) {
        Opened opened = desk.refs().open(ref);
        if (opened.record() instanceof FeedbackThread thread) {
            return "redirect:" + Where.of(thread.opener().subject());
        }
        return "redirect:" + Where.of(ref);
    }

    /** From now on the person acts in this role; an empty one leaves the choice to each call. */
    @PostMapping("/role")
    String role(HttpServletRequest request, @RequestParam(required = false) @Nullable Role role) {
        ActingRole.choose(request, role);
        return "redirect:/";
    }
}
