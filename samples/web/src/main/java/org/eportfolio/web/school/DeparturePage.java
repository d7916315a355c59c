package org.eportfolio.web.school;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Reach;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Links;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Secret;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** A learner leaves: their package is made and read back, their dossiers close, and a link with a code hands it over. */
@Controller
final class DeparturePage {
    private static final String HERE = "/school/departure";

    private final Words words;

    DeparturePage(Words words) {
        this.words = words;
    }

    private static String address(PersonId person) {
        return HERE + "?person=" + UriUtils.encodeQueryParam(person.value(), StandardCharsets.UTF_8);
    }

    @GetMapping("/school/departure")
    String show(Desk desk, @RequestParam(required = false) @Nullable String person, Model model) {
        String id = Fields.text(person);
        Sheet sheet = Sheet.titled(words.say("departure")).lead(words.say("departure.lead"));
        if (id == null) {
            boolean closes = desk.me().may(new Reach.Organisation()).has(Permission.CLOSE_DEPARTURE);
            if (!closes) throw new NotFoundException("page", "");
            return sheet.with(Section.of("who", words.say("departure.who"))
                            .form(Form.asking("who", HERE, words.say("people.open"))
                                    .field(Field.line("person", words.say("people.id"), null))))
                    .show(model);
        }
        PersonId learner = PersonId.of(id);
        List<Departure> all = desk.departures().of(learner);
        Departure last = all.isEmpty() ? null : all.get(all.size() - 1);
        sheet = sheet.up(HERE, words.say("departure"))
                .with(Section.of("standing", People.of(desk, List.of(learner)).name(learner))
                        .text(standing(desk, last)));
        LocalDate later = LocalDate.now(desk.clock()).plusMonths(6);
        Field who = Field.hidden("person", learner.value());
        if (last == null || last.closedAt() == null) {
            sheet = sheet.with(Section.of("pack", words.say("departure.pack"))
                    .form(Form.to("pack", HERE + "/pack", words.say("departure.pack.do"))
                            .field(who)));
        }
        if (last != null && last.verifiedAt() != null && last.closedAt() == null) {
            sheet = sheet.with(Section.of("close", words.say("departure.close"))
                    .form(Form.to("close", HERE + "/close", words.say("departure.close"))
                            .field(who, Field.day("until", words.say("year.until"), later))
                            .last(words.say("departure.close.sure"))));
        }
        if (last != null && last.closedAt() != null) {
            sheet = sheet.with(Section.of("hand", words.say("departure.hand"))
                    .form(Form.to("hand", HERE + "/hand", words.say("departure.hand.do"))
                            .field(who, Field.day("until", words.say("link.until"), later))));
        }
        return sheet.show(model);
    }

    private String standing(Desk desk, @Nullable Departure last) {
        ZoneId zone = desk.clock().getZone();
        if (last == null) return words.say("departure.none");
        Instant closed = last.closedAt();
        if (closed != null) return words.say("departure.closed", words.moment(closed, zone));
        Instant verified = last.verifiedAt();
        return verified == null
                ? words.say("departure.packed", words.moment(last.packedAt(), zone))
                : words.say("departure.verified", words.moment(verified, zone));
    }

    /** Made, kept for a moment, and read back from where it was kept. */
    @PostMapping("/school/departure/pack")
    String pack(Desk desk, @RequestParam String person, RedirectAttributes next) {
        PersonId learner = PersonId.of(person);
        return new Sent("pack", next).then(address(learner), form -> {
            try {
                Path kept = Files.createTempFile("package-", ".zip");
                try {
                    try (OutputStream out = Files.newOutputStream(kept)) {
                        desk.departures().pack(learner, Words.language(), out);
                    }
                    try (InputStream in = Files.newInputStream(kept)) {
                        desk.departures().verify(learner, in);
                    }
                } finally {
                    Files.deleteIfExists(kept);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words.say("departure.is.packed");
        });
    }

    @PostMapping("/school/departure/close")
    String close(
            Desk desk,
            @RequestParam String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        PersonId learner = PersonId.of(person);
        return new Sent("close", typed, next).then(address(learner), form -> {
            form.sure();
            desk.departures().close(learner, form.neededDay("until"));
            return words.say("departure.is.closed");
        });
    }

    @PostMapping("/school/departure/hand")
    String hand(
            Desk desk,
            @RequestParam String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        PersonId learner = PersonId.of(person);
        return new Sent("hand", typed, next).then(address(learner), form -> {
            HandedPackage handed = desk.departures().handOver(learner, form.neededDay("until"));
            form.reveals(new Secret(
                    List.of(
                            words.say("link.once"),
                            words.say("departure.code", handed.code().text())),
                    Links.address("p", handed.link())));
            return words.say("departure.is.handed");
        });
    }
}
