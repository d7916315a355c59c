package org.eportfolio.console.command.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in a file whose format is recognised. Into a new file of its own, the archive of a whole organisation. */
@Command(name = "import")
public final class ImportCommand extends Action {
    private final Exchange exchange = Exchange.ofDefaults();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable
    String format;

    @Option(names = "--dry-run")
    boolean dryRun;

    public ImportCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act() throws IOException {
        try (School school = School.open(session.standing().file())) {
            boolean restoring = school.administrator().isEmpty();
            Desk desk = restoring ? school.portfolio().as(Actor.system()) : session.desk(school);
            ImportOptions options = dryRun ? ImportOptions.ofDefaults().dry() : ImportOptions.ofDefaults();
            ImportReport report;
            try (Watched watched = new Watched("import.bar", -1, session)) {
                report = exchange.bring(desk, file, format, options, watched);
                watched.done();
            }
            session.show(new Imported(report));
        }
    }

    private record Imported(ImportReport report) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say(report.dryRun() ? "import.dry" : "import.done", report.format()));
            Table table = new Table(Stream.of("kind", "added", "changed", "same", "left-out")
                    .map(each -> Words.bold(texts.say("travel." + each)))
                    .toList());
            report.counts()
                    .forEach((kind, count) -> table.row(Stream.concat(
                                    Stream.of(kind),
                                    Stream.of(count.added(), count.changed(), count.same(), count.leftOut())
                                            .map(String::valueOf))
                            .map(Words::of)
                            .toList()));
            table.print(screen);
            for (ImportReport.Remark each : report.remarks()) {
                screen.line("- " + each.place() + " : " + each.what().in(texts.locale()));
            }
            long untold = report.remarksInAll() - report.remarks().size();
            if (untold > 0) screen.line(texts.say("import.more", untold));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeStringField("format", report.format());
            to.writeBooleanField("dryRun", report.dryRun());
            to.writeObjectFieldStart("counts");
            for (Map.Entry<String, ImportReport.Count> each : report.counts().entrySet()) {
                to.writeObjectFieldStart(each.getKey());
                to.writeNumberField("added", each.getValue().added());
                to.writeNumberField("changed", each.getValue().changed());
                to.writeNumberField("same", each.getValue().same());
                to.writeNumberField("leftOut", each.getValue().leftOut());
                to.writeEndObject();
            }
            to.writeEndObject();
            to.writeNumberField("remarksInAll", report.remarksInAll());
            to.writeArrayFieldStart("remarks");
            for (ImportReport.Remark each : report.remarks()) {
                to.writeStartObject();
                to.writeStringField("place", each.place().toString());
                to.writeStringField("what", each.what().key());
                to.writeArrayFieldStart("arguments");
                for (Object argument : each.what().arguments()) to.writeString(argument.toString());
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
