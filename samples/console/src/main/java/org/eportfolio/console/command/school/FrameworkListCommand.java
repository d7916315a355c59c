package org.eportfolio.console.command.school;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import picocli.CommandLine.Command;

/** The frameworks that ship and those of the file. Needs no file, and makes none. */
@Command(name = "list")
public final class FrameworkListCommand extends Action {
    public FrameworkListCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act() {
        List<Framework> published = List.of();
        List<Adoption> adoptions = List.of();
        if (School.isThere(session.standing().file())) {
            try (School school = session.open()) {
                Desk desk = session.desk(school);
                published = desk.frameworks().list();
                adoptions = desk.frameworks().adoptions();
            }
        }
        session.show(new Listing(lines(published, adoptions)));
    }

    private static List<Line> lines(List<Framework> published, List<Adoption> adoptions) {
        Map<FrameworkId, Framework> all = new LinkedHashMap<>();
        List<FrameworkId> bundled = new ArrayList<>();
        Arrays.stream(BundledFrameworks.values())
                .map(BundledFrameworks::framework)
                .forEach(each -> {
                    bundled.add(each.id());
                    all.put(each.id(), each);
                });
        published.forEach(each -> all.put(each.id(), each));
        List<FrameworkId> there = published.stream().map(Framework::id).toList();
        return all.values().stream()
                .map(each -> new Line(
                        each,
                        bundled.contains(each.id()),
                        there.contains(each.id()),
                        adoptions.stream()
                                .filter(adoption -> adoption.framework().equals(each.id()))
                                .map(adoption -> adoption.scale().id())
                                .toList()))
                .toList();
    }

    private record Line(Framework framework, boolean bundled, boolean published, List<String> scales) {}

    private record Listing(List<Line> lines) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            Table table = new Table(List.of(
                    Words.bold(texts.say("framework.id")),
                    Words.bold(texts.say("framework.name")),
                    Words.bold(texts.say("framework.size")),
                    Words.bold(texts.say("framework.state"))));
            for (Line line : lines) {
                table.row(List.of(
                        Words.of(line.framework().id().toString()),
                        Words.of(line.framework().title()),
                        Words.of(texts.say(
                                "framework.counts",
                                line.framework().blocs().size(),
                                line.framework().competencies().size())),
                        Words.of(state(line, texts))));
            }
            table.print(screen);
        }

        private static String state(Line line, Texts texts) {
            List<String> state = new ArrayList<>();
            if (line.bundled()) state.add(texts.say("framework.bundled"));
            if (line.published()) state.add(texts.say("framework.published"));
            if (!line.scales().isEmpty()) {
                state.add(texts.say("framework.adopted", String.join(", ", line.scales())));
            }
            return String.join(", ", state);
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeArrayFieldStart("frameworks");
            for (Line line : lines) {
                to.writeStartObject();
                to.writeStringField("id", line.framework().id().toString());
                to.writeStringField("title", line.framework().title());
                to.writeNumberField(
                        "competencies", line.framework().competencies().size());
                to.writeBooleanField("bundled", line.bundled());
                to.writeBooleanField("published", line.published());
                to.writeArrayFieldStart("adoptedWith");
                for (String scale : line.scales()) to.writeString(scale);
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
