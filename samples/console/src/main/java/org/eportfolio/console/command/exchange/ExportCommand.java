package org.eportfolio.console.command.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Writes a learner's dossier, a cohort, a framework or everything, in any format that is installed. */
@Command(name = "export")
public final class ExportCommand extends Action.InSchool {
    private final Exchange exchange = Exchange.ofDefaults();

    @Parameters(paramLabel = "WHAT", arity = "0..1")
    @Nullable
    String what;

    @Option(names = "--all")
    boolean all;

    @Option(names = "--framework", paramLabel = "FRAMEWORK")
    @Nullable
    String framework;

    @Option(names = "--format", paramLabel = "FORMAT", required = true)
    String format = "";

    @Option(names = "--out", paramLabel = "PATH", required = true)
    Path out = Path.of("");

    public ExportCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        Extent extent = extent(Finding.by(desk, school, session.texts()));
        LossReport lost;
        try (Watched watched = new Watched("export.bar", -1, session)) {
            lost = exchange.export(desk, extent, format, out, session.texts().locale(), watched);
            watched.done();
        }
        session.show(new Exported(lost, out));
    }

    private Extent extent(Finding finding) {
        if (all == (what != null)) {
            throw new ParameterException(spec.commandLine(), say("wrong.missing", "LEARNER|COHORT|FRAMEWORK|--all"));
        }
        if (what == null) return new Extent.OfOrganisation();
        String named = what;
        Desk desk = finding.desk();
        Optional<Extent> found = Stream.<Stream<Extent>>of(
                        desk.frameworks().list().stream()
                                .map(Framework::id)
                                .filter(id -> id.toString().equals(named))
                                .map(Extent.OfFramework::new),
                        desk.cohorts().find(named).stream().map(cohort -> new Extent.OfCohort(cohort.id())))
                .flatMap(each -> each)
                .findFirst();
        return found.orElseGet(() ->
                new Extent.OfDossier(dossier(finding.dossiers(named), desk).id()));
    }

    private Dossier dossier(List<Dossier> dossiers, Desk desk) {
        List<Adoption> adoptions = desk.frameworks().adoptions();
        List<Dossier> meant = dossiers.stream()
                .filter(dossier -> framework == null
                        || adoptions.stream()
                                .filter(each -> each.id().equals(dossier.adoption()))
                                .anyMatch(each -> each.framework().toString().equals(framework)))
                .toList();
        if (meant.size() != 1) {
            throw new Refusal(say(
                    "refused.which-adoption",
                    String.join(
                            ", ",
                            adoptions.stream()
                                    .map(each -> each.framework().toString())
                                    .distinct()
                                    .toList())));
        }
        return meant.get(0);
    }

    private record Exported(LossReport lost, Path out) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say("export.done", out.toString()));
            if (lost.losses().isEmpty()) return;
            screen.line(texts.count("export.lost", lost.losses().size()));
            Table table = new Table(List.of(
                    Words.bold(texts.say("travel.kind")),
                    Words.bold(texts.say("travel.item")),
                    Words.bold(texts.say("travel.why"))));
            for (LossReport.Loss each : lost.losses()) {
                table.row(List.of(
                        Words.of(each.kind()),
                        Words.of((each.item() + " " + each.field()).strip()),
                        Words.of(each.why().in(texts.locale()))));
            }
            table.print(screen);
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeStringField("format", lost.format());
            to.writeStringField("out", out.toString());
            to.writeArrayFieldStart("losses");
            for (LossReport.Loss each : lost.losses()) {
                to.writeStartObject();
                to.writeStringField("kind", each.kind());
                to.writeStringField("item", each.item());
                to.writeStringField("field", each.field());
                to.writeStringField("why", each.why().key());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
