package org.eportfolio.web.home;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.PageRequest;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.DossierReading;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.access.Me;
import org.eportfolio.access.Reader;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PersonExport;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Who can read my dossier and why, who did, and everything about me to take along. */
@Controller
final class PrivacyPage {
    private static final int SHOWN = 50;

    private final Words words;

    PrivacyPage(Words words) {
        this.words = words;
    }

    /** Who can read, by which way, and what. */
    record ReaderRow(String name, String role, List<String> why, List<String> what) {}

    /** Who did read. */
    record ReadingRow(String name, String role, String when, String what) {}

    /** One dossier of the person's. */
    record DossierView(String since, List<ReaderRow> readers, List<ReadingRow> readings, List<OpeningRow> openings) {}

    /** That the head opened it for a reason. */
    record OpeningRow(String name, String from, String until, String reason) {}

    @GetMapping("/privacy")
    String show(Desk desk, Model model) {
        Me me = desk.me().get();
        model.addAttribute(
                "dossiers",
                me.dossiers().stream().map(each -> dossier(desk, me, each)).toList());
        return "privacy";
    }

    private DossierView dossier(Desk desk, Me me, Dossier dossier) {
        List<Reader> readers = desk.access().whoCanRead(dossier.id());
        List<DossierReading> readings =
                desk.access().readers(dossier.id(), PageRequest.newest(SHOWN)).items();
        ZoneId zone = desk.clock().getZone();
        List<ExceptionalAccess> openings =
                desk.access().openings(dossier.id(), PageRequest.newest(SHOWN)).items();
        Map<Object, String> names = names(desk, me, dossier, readers, readings);
        names.putAll(People.of(
                        desk, openings.stream().map(ExceptionalAccess::openedBy).toList())
                .names());
        return new DossierView(
                words.day(dossier.openedAt(), zone),
                readers.stream()
                        .filter(each -> !me.person().equals(each.person()))
                        .map(each -> reader(each, names, zone))
                        .toList(),
                readings.stream().map(each -> reading(each, names, zone)).toList(),
                openings.stream()
                        .map(each -> new OpeningRow(
                                names.getOrDefault(
                                        each.openedBy(), each.openedBy().value()),
                                words.moment(each.openedAt(), zone),
                                words.moment(each.closedFrom(), zone),
                                each.reason()))
                        .toList());
    }

    private ReaderRow reader(Reader reader, Map<Object, String> names, ZoneId zone) {
        PersonId person = reader.person();
        boolean link = reader.path().role() == null;
        String unnamed = words.say(link ? "privacy.bearer" : "privacy.reviewers");
        return new ReaderRow(
                person == null ? unnamed : names.getOrDefault(person, person.value()),
                link ? "" : Words.name(Objects.requireNonNull(reader.path().role())),
                reader.path().steps().stream()
                        .map(AccessStep::message)
                        .map(each -> Words.of(named(each, names), zone))
                        .toList(),
                reader.permissions().stream().map(Words::name).toList());
    }

    private ReadingRow reading(DossierReading reading, Map<Object, String> names, ZoneId zone) {
        return new ReadingRow(
                names.getOrDefault(reading.reader(), reading.reader().value()),
                Words.name(reading.role()),
                words.moment(reading.at(), zone),
                Message.of("kind." + reading.kind()).in(Words.language()));
    }

    /** What the library knows by an id alone, by its name: people, classes, the dossier. */
    private static Map<Object, String> names(
            Desk desk, Me me, Dossier dossier, List<Reader> readers, List<DossierReading> readings) {
        List<PersonId> people = new ArrayList<>(List.of(me.person()));
        Stream.concat(readers.stream().map(Reader::person), readings.stream().map(DossierReading::reader))
                .filter(Objects::nonNull)
                .forEach(people::add);
        Map<Object, String> names = new HashMap<>(People.of(desk, people).names());
        for (Cohort each : me.cohorts()) names.put(each.id(), each.name());
        DossierId id = dossier.id();
        names.put(id, names.getOrDefault(me.person(), me.person().value()));
        return names;
    }

    private static Message named(Message message, Map<Object, String> names) {
        return new Message(
                message.owner(),
                message.key(),
                message.arguments().stream()
                        .map(each -> each instanceof Message inner ? named(inner, names) : named(each, names))
                        .toList());
    }

    private static Object named(Object argument, Map<Object, String> names) {
        boolean id = argument instanceof PersonId || argument instanceof CohortId || argument instanceof DossierId;
        return id ? names.getOrDefault(argument, argument.toString()) : argument;
    }

    /** Everything that is kept about the person, with a page to read offline. */
    @PostMapping("/privacy/export")
    void export(Desk desk, HttpServletResponse response) throws IOException {
        PersonExport export = desk.privacy().export(desk.me().get().person(), Words.language());
        String name = words.say("privacy.file", LocalDate.now(desk.clock()));
        Headers.toSave(name, "application/zip", response);
        export.zipTo(response.getOutputStream());
    }
}
