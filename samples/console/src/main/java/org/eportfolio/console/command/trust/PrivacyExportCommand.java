package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PersonExport;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that is kept about somebody, as a folder. */
@Command(name = "export")
public final class PrivacyExportCommand extends Action.InSchool {
    @Parameters(index = "0", paramLabel = "PERSON")
    String person = "";

    @Parameters(index = "1", paramLabel = "FOLDER")
    Path folder = Path.of("");

    @Option(names = "--portable")
    boolean portable;

    public PrivacyExportCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        PersonExport all =
                desk.privacy().export(PersonId.of(person), session.texts().locale());
        PersonExport export = portable ? all.portable() : all;
        export.writeTo(folder);
        AtomicInteger records = new AtomicInteger();
        export.forEach(each -> records.incrementAndGet());
        session.show(new Written(records.get(), export.files().size(), folder));
    }

    private record Written(int records, int files, Path folder) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say("privacy.exported", records, files, folder.resolve("index.html")));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeNumberField("records", records);
            to.writeNumberField("files", files);
            to.writeStringField("page", folder.resolve("index.html").toString());
            to.writeEndObject();
        }
    }
}
