package org.eportfolio.web.school;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange;
import org.eportfolio.exchange.roster.RosterDifference;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists of a whole school from a file (CSV, SIECLE, OneRoster, AAF): first what it would change, then just that. */
@Controller
final class RosterPage {
    private static final String HERE = "/school/roster";

    private static final List<String> FORMATS = List.of("roster", "siecle", "oneroster", "aaf");

    /** A last day ahead, such as the end of the year, is no departure. */
    private static final Set<RosterChange.Kind> LEAVING =
            EnumSet.of(RosterChange.Kind.LEFT, RosterChange.Kind.ABSENT_LEAVES);

    /** How many changes of a kind are named. */
    private static final int SHOWN = 100;

    private final Words words;

    RosterPage(Words words) {
        this.words = words;
    }

    @GetMapping(HERE)
    String show(Desk desk, Model model) {
        forThoseWhoMay(desk);
        return Sheet.titled(words.say("roster"))
                .up("/", words.say("nav.home"))
                .lead(words.say("roster.lead"))
                .with(Section.of("file", words.say("roster.file"))
                        .form(Form.to("roster", HERE + "/preview", words.say("year.preview"))
                                .files()
                                .field(
                                        Field.file("file", words.say("roster.file"))
                                                .hint(words.say("roster.file.hint")),
                                        Field.choice("format", words.say("roster.format"), formats(), ""),
                                        Field.choice(
                                                "absent",
                                                words.say("roster.absent"),
                                                List.of(
                                                        new Choice("stay", words.say("roster.absent.stay")),
                                                        new Choice("leave", words.say("roster.absent.leave"))),
                                                "stay"),
                                        Field.line("issuer", words.say("roster.issuer"), null)
                                                .hint(words.say("roster.issuer.hint")),
                                        Field.line("uai", words.say("roster.uai"), null)
                                                .hint(words.say("roster.uai.hint")))))
                .show(model);
    }

    private List<Choice> formats() {
        List<Choice> formats = new ArrayList<>(List.of(new Choice("", words.say("roster.format.told"))));
        FORMATS.forEach(each -> formats.add(new Choice(each, words.say("roster.format." + each))));
        return formats;
    }

    /** No file is kept for others. */
    private static void forThoseWhoMay(Desk desk) {
        if (!desk.me().may(new Reach.Organisation()).has(Permission.MANAGE_COHORTS))
            throw new NotFoundException("page", "");
    }

    /** Where the page that only the form leads to is loaded again, or in the other language. */
    @GetMapping(HERE + "/preview")
    String lookedAt(Desk desk, HttpSession session, RedirectAttributes next, Model model) {
        forThoseWhoMay(desk);
        if (!(session.getAttribute(RosterUpload.KEY) instanceof RosterUpload upload)) return "redirect:" + HERE;
        return would(desk, new Sent("roster", next), session, () -> upload, model);
    }

    @PostMapping(HERE + "/preview")
    String preview(
            Desk desk,
            @RequestParam MultiValueMap<String, String> typed,
            @Nullable MultipartFile file,
            HttpSession session,
            RedirectAttributes next,
            Model model) {
        Sent form = new Sent("roster", typed, next);
        forThoseWhoMay(desk);
        Supplier<RosterUpload> sent = () -> {
            if (file == null || file.isEmpty())
                throw InvalidInputException.because("file", WebMessages.of("field.missing"));
            String format = FORMATS.contains(form.orEmpty("format")) ? form.text("format") : null;
            RosterUpload upload = RosterUpload.of(
                    file, format, form.orEmpty("absent").equals("leave"), form.text("issuer"), form.text("uai"));
            session.setAttribute(RosterUpload.KEY, upload);
            return upload;
        };
        return would(desk, form, session, sent, model);
    }

    private String would(Desk desk, Sent form, HttpSession session, Supplier<RosterUpload> upload, Model model) {
        return form.shows(HERE, sent -> {
            try {
                return would(upload.get().difference(desk)).show(model);
            } catch (PortfolioException refused) {
                session.removeAttribute(RosterUpload.KEY);
                throw refused;
            }
        });
    }

    private Sheet would(RosterDifference difference) {
        Sheet sheet = Sheet.titled(words.say("roster.would"))
                .up(HERE, words.say("roster"))
                .lead(words.say("year.preview.lead"));
        for (RosterChange.Kind kind : RosterChange.Kind.values()) {
            List<Line> lines = difference.changes().stream()
                    .filter(each -> each.kind() == kind)
                    .map(this::line)
                    .toList();
            if (lines.isEmpty()) continue;
            String id = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Section section = Section.of(id, words.say("roster.kind." + kind.name(), lines.size()))
                    .lines(lines.stream().limit(SHOWN).toList());
            if (lines.size() > SHOWN) section = section.text(words.say("roster.more", lines.size() - SHOWN));
            sheet = sheet.with(section);
        }
        List<Line> remarks = difference.readingRemarks().stream()
                .map(each ->
                        new Line(each.what().in(Words.language()), each.place().toString(), null))
                .toList();
        if (!remarks.isEmpty())
            sheet = sheet.with(Section.of("read", words.say("roster.read")).lines(remarks));
        Section todo = Section.of("do", words.say("roster.do"));
        return sheet.with(difference.isEmpty() ? todo.text(words.say("year.nothing")) : todo.form(doing(difference)));
    }

    private Form doing(RosterDifference difference) {
        Form form = Form.to("roster", HERE, words.say("roster.do")).field(Field.hidden("seen", mark(difference)));
        long leaving = leaving(difference);
        return leaving == 0 ? form : form.last(words.say("roster.sure", leaving));
    }

    /** How many learners would be in a class no more and go to no other. */
    private static long leaving(RosterDifference difference) {
        return difference.changes().stream()
                .filter(each -> LEAVING.contains(each.kind()))
                .count();
    }

    private Line line(RosterChange change) {
        Place place = change.place();
        String where = place.line() == 0 ? "" : words.say("roster.line", place.entry(), place.line());
        return new Line(change.what().in(Words.language()), where.strip(), null);
    }

    /** By which it is told whether something else would be changed by now. */
    private static String mark(RosterDifference difference) {
        List<String> all = new ArrayList<>();
        difference
                .changes()
                .forEach(each -> all.add(each.kind() + " " + each.place() + " " + each.person() + " " + each.before()
                        + " " + each.after()));
        return Sending.mark(String.join("\n", all));
    }

    @PostMapping(HERE)
    String bringIn(
            Desk desk,
            @RequestParam MultiValueMap<String, String> typed,
            HttpSession session,
            RedirectAttributes next) {
        String back = session.getAttribute(RosterUpload.KEY) == null ? HERE : HERE + "/preview";
        return new Sent("roster", typed, next).then(back, form -> {
            if (!(session.getAttribute(RosterUpload.KEY) instanceof RosterUpload upload))
                throw InvalidInputException.because("file", WebMessages.of("roster.gone"));
            RosterDifference difference = upload.difference(desk);
            if (!mark(difference).equals(form.orEmpty("seen")))
                throw InvalidInputException.because("", WebMessages.of("year.moved"));
            if (leaving(difference) > 0) form.sure();
            difference.apply(desk);
            session.removeAttribute(RosterUpload.KEY);
            form.leadsTo("/");
            return words.say(
                    "roster.done",
                    difference.changes().stream()
                            .filter(each -> each.kind().isChange())
                            .count());
        });
    }
}
