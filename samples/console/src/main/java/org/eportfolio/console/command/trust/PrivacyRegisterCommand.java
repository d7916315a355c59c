package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.privacy.ProcessingRegister;
import picocli.CommandLine.Command;

/** The record of processing activities. */
@Command(name = "register")
public final class PrivacyRegisterCommand extends Action.InSchool {
    public PrivacyRegisterCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        session.show(new Sheet(desk.privacy().register()));
    }

    private record Sheet(ProcessingRegister register) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            register.document(texts.locale()).lines().forEach(screen::line);
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            var stated = register.settings();
            to.writeStartObject();
            to.writeStringField("version", register.version());
            var controller = stated.controller();
            if (controller != null) to.writeStringField("controller", controller.name());
            to.writeBooleanField("publicBody", stated.publicBody());
            to.writeArrayFieldStart("purposes");
            for (var each : stated.purposes()) {
                to.writeStartObject();
                to.writeStringField("title", each.title());
                to.writeStringField("legalBasis", each.legalBasis());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeArrayFieldStart("kept");
            for (var each : register.kept()) {
                to.writeStartObject();
                to.writeStringField("category", each.category().name());
                to.writeArrayFieldStart("people");
                for (var person : each.people().stream().sorted().toList()) to.writeString(person.name());
                to.writeEndArray();
                to.writeArrayFieldStart("kinds");
                for (String kind : each.kinds()) to.writeString(kind);
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeArrayFieldStart("without");
            for (var each : stated.without().stream().sorted().toList()) to.writeString(each.name());
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
