package org.eportfolio.web.school;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.Inspection;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** For those who keep the school's portfolio running: a copy of everything, what was done and by which role, whether it is whole. */
@Controller
final class UpkeepPage {
    private static final String HERE = "/school/upkeep";
    private static final int SHOWN = 50;

    private final Words words;

    UpkeepPage(Words words) {
        this.words = words;
    }

    @GetMapping("/school/upkeep")
    String show(Desk desk, Model model) {
        HeldPermissions rights = desk.me().may(new Reach.Organisation());
        Sheet sheet = Sheet.titled(words.say("upkeep")).lead(words.say("upkeep.lead"));
        if (rights.has(Permission.BACK_UP)) {
            sheet = sheet.with(Section.of("backup", words.say("upkeep.backup"))
                    .text(words.say("upkeep.backup.lead"))
                    .form(Form.to("backup", HERE + "/backup", words.say("upkeep.backup.do"))));
        }
        if (rights.has(Permission.READ_JOURNAL)) {
            sheet = sheet.with(Section.of("check", words.say("upkeep.check"))
                    .text(words.say("upkeep.check.lead"))
                    .form(Form.to("check", HERE + "/check", words.say("upkeep.check.do")))
                    .lines(List.of(new Line(words.say("journal"), "", "/school/journal"))));
        }
        if (sheet.sections().isEmpty()) throw new NotFoundException("page", "");
        return sheet.show(model);
    }

    @PostMapping("/school/upkeep/backup")
    void backup(Desk desk, HttpServletResponse response) throws IOException {
        Path folder = Files.createTempDirectory("backup-");
        Path copy = folder.resolve("school.db");
        try {
            desk.safekeeping().backup(copy);
            Headers.toSave(
                    words.say("upkeep.backup.file", LocalDate.now(desk.clock())) + ".db",
                    "application/octet-stream",
                    response);
            response.setContentLengthLong(Files.size(copy));
            Files.copy(copy, response.getOutputStream());
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    @PostMapping("/school/upkeep/check")
    String check(Desk desk, RedirectAttributes next) {
        return new Sent("check", next).then(HERE, form -> {
            Inspection found = desk.safekeeping().check();
            if (found.sound())
                return words.say(
                        "upkeep.sound",
                        found.journal().entries(),
                        found.journal().records());
            List<String> wrong = new ArrayList<>();
            found.journal().faults().forEach(each -> wrong.add(each.what().in(Words.language())));
            found.storage().forEach(each -> wrong.add(each.in(Words.language())));
            found.references().forEach(each -> wrong.add(each.in(Words.language())));
            throw InvalidInputException.because("", WebMessages.of("upkeep.unsound", String.join(" ; ", wrong)));
        });
    }

    @GetMapping("/school/journal")
    String journal(Desk desk, @RequestParam(required = false) @Nullable String after, Model model) {
        Cursor from = after == null ? Cursor.START : Cursor.parse(after);
        Feed feed = desk.changes().after(from, SHOWN);
        ZoneId zone = desk.clock().getZone();
        List<Table.Row> rows = feed.entries().stream()
                .map(each -> Table.row(words.moment(each.at(), zone), by(each), each.act(), objects(each)))
                .toList();
        String next = feed.entries().size() < SHOWN
                ? null
                : "/school/journal?after="
                        + UriUtils.encodeQueryParam(feed.next().toString(), StandardCharsets.UTF_8);
        return Sheet.titled(words.say("journal"))
                .up(HERE, words.say("upkeep"))
                .lead(words.say("journal.lead"))
                .with(Section.of("entries", words.say("journal.entries"))
                        .table(Table.under(
                                        words.say("journal.when"),
                                        words.say("journal.by"),
                                        words.say("journal.act"),
                                        words.say("journal.what"))
                                .rows(rows))
                        .none(words.say("journal.none"))
                        .next(next))
                .show(model);
    }

    private String by(JournalEntry entry) {
        if (entry.service() != null) return entry.service();
        Role role = entry.role();
        return role == null ? words.say("journal.nobody") : Words.name(role);
    }

    /** What was touched, each kind once. */
    private static String objects(JournalEntry entry) {
        return String.join(
                ", ",
                entry.objects().stream()
                        .map(each -> Message.of("kind." + each.kind()).in(Words.language()))
                        .distinct()
                        .toList());
    }
}
