package org.eportfolio.console.command.school;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Shelf;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.SubCompetency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One framework with its blocs and competencies. */
@Command(name = "show")
public final class FrameworkShowCommand extends Action {
    @Parameters(paramLabel = "ID")
    String id = "";

    public FrameworkShowCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act() {
        List<Framework> published = List.of();
        if (School.isThere(session.standing().file())) {
            try (School school = session.open()) {
                published = session.desk(school).frameworks().list();
            }
        }
        session.show(new Content(new Shelf(published, session.texts()).find(id)));
    }

    private record Content(Framework framework) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(Words.bold(framework.title()).and(Words.faint("   " + framework.id())));
            for (Bloc bloc : framework.blocs()) {
                screen.blank();
                screen.line(Words.bold(bloc.code() + "  " + bloc.label()));
                for (Competency competency : bloc.competencies()) {
                    screen.line("  " + competency.code() + "  " + competency.label());
                    for (SubCompetency part : competency.subCompetencies()) {
                        screen.line("      " + part.code() + "  " + part.label());
                    }
                }
                if (!bloc.knowledge().isEmpty()) {
                    screen.line(Words.faint("  "
                            + texts.count(
                                    "framework.knowledge", bloc.knowledge().size())));
                }
            }
            if (!framework.notes().isEmpty()) {
                screen.blank();
                screen.line(Words.bold(texts.say("framework.notes")));
                framework.notes().forEach(note -> screen.line("  - " + note));
            }
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeStringField("id", framework.id().toString());
            to.writeStringField("title", framework.title());
            to.writeStringField("uri", framework.uri().toString());
            to.writeArrayFieldStart("blocs");
            for (Bloc bloc : framework.blocs()) {
                to.writeStartObject();
                to.writeStringField("code", bloc.code().value());
                to.writeStringField("label", bloc.label());
                to.writeArrayFieldStart("competencies");
                for (Competency competency : bloc.competencies()) {
                    to.writeStartObject();
                    to.writeStringField("code", competency.code().value());
                    to.writeStringField("label", competency.label());
                    to.writeArrayFieldStart("subCompetencies");
                    for (SubCompetency part : competency.subCompetencies()) Json.item(part, to);
                    to.writeEndArray();
                    to.writeEndObject();
                }
                to.writeEndArray();
                to.writeArrayFieldStart("knowledge");
                for (Knowledge knowledge : bloc.knowledge()) Json.item(knowledge, to);
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
