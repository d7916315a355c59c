package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.access.Ground;
import org.eportfolio.access.Reader;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who can read a learner's dossiers, and why. */
@Command(name = "who")
public final class AccessWhoCommand extends Action.InSchool {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate asOf;

    public AccessWhoCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Finding finding = Finding.by(desk, school, session.texts());
        List<Part> parts = finding.dossiers(learner).stream()
                .map(Dossier::id)
                .map(each -> new Part(each, readers(each, school, desk)))
                .toList();
        List<PersonId> people = parts.stream()
                .flatMap(part -> part.readers().stream())
                .map(Reader::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        session.show(new Found(parts, desk.people().named(people), session.texts()));
    }

    private List<Reader> readers(DossierId dossier, School school, Desk desk) {
        return asOf == null
                ? desk.access().whoCanRead(dossier)
                : desk.access()
                        .whoCanRead(
                                dossier,
                                asOf.plusDays(1)
                                        .atStartOfDay(school.clock().getZone())
                                        .toInstant()
                                        .minusNanos(1_000));
    }

    record Part(DossierId dossier, List<Reader> readers) {}

    /** The readers of each dossier. */
    record Found(List<Part> parts, Map<PersonId, String> names, Texts words) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            for (Part part : parts) {
                screen.heading(texts.say("access.who", part.dossier()));
                for (Reader each : part.readers()) {
                    screen.line(Words.bold(who(each)));
                    for (Ground step : each.way().chain()) screen.line("    " + texts.say("access.step", told(step)));
                    if (!each.permissions().isEmpty()) screen.line("    " + what(each));
                }
            }
        }

        private String who(Reader reader) {
            PersonId person = reader.person();
            if (person != null) return names.getOrDefault(person, person.value()) + " (" + person.value() + ")";
            return words.say(reader.way().role() == null ? "access.bearer" : "access.reviewers");
        }

        private String told(Ground step) {
            return step.told().in(words.locale());
        }

        private String what(Reader reader) {
            return reader.permissions().stream()
                    .sorted()
                    .map(each -> Message.of("Permission." + each).in(words.locale()))
                    .collect(Collectors.joining(", "));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartArray();
            for (Part part : parts) {
                to.writeStartObject();
                to.writeStringField("dossier", part.dossier().toString());
                to.writeArrayFieldStart("readers");
                for (Reader each : part.readers()) write(each, to);
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
        }

        private void write(Reader reader, JsonGenerator to) throws IOException {
            to.writeStartObject();
            if (reader.person() != null)
                to.writeStringField("person", reader.person().value());
            to.writeStringField("name", who(reader));
            if (reader.way().role() != null) {
                to.writeStringField("role", reader.way().role().name());
            }
            to.writeArrayFieldStart("because");
            for (Ground step : reader.way().chain()) to.writeString(told(step));
            to.writeEndArray();
            to.writeArrayFieldStart("permissions");
            for (String each : reader.permissions().stream().sorted().toList()) to.writeString(each);
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
