package org.eportfolio.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PersonExport;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that is kept about somebody, as a folder. */
@Command(name = "export")
final class PrivacyExportCommand extends Action.InSchool {
    @Parameters(index = "0", paramLabel = "PERSON")
    String person = "";

    @Parameters(index = "1", paramLabel = "FOLDER")
    Path folder = Path.of("");

    @Option(names = "--portable")
    boolean portable;

    PrivacyExportCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk desk) throws IOException {
        PersonExport all =
                desk.privacy().export(PersonId.of(person), console.texts().locale());
        PersonExport export = portable ? all.portable() : all;
        export.writeTo(folder);
        AtomicInteger records = new AtomicInteger();
        export.forEach(each -> records.incrementAndGet());
        console.show(new Written(records.get(), export.files().size(), folder));
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
