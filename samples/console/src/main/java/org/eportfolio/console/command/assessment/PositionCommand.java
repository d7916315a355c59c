package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Symbols;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A teacher's or a tutor's judgement. */
@Command(name = "position")
public final class PositionCommand extends Action.InSchool {
    private static final String NOT_APPLICABLE = "n/a";

    @Parameters(index = "0", paramLabel = "LEARNER")
    String learner = "";

    @Parameters(index = "1", paramLabel = "COMPETENCY")
    String competency = "";

    @Parameters(index = "2", paramLabel = "LEVEL")
    String level = "";

    @Option(names = "--because", paramLabel = "TEXT")
    @Nullable
    String because;

    @Option(names = "--observed-on", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate observedOn;

    public PositionCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act(School school, Desk desk) {
        Finding finding = Finding.by(desk, school, session.texts());
        Dossier dossier = dossier(finding.dossiers(learner), desk);
        Assessment given = desk.assessments()
                .position(
                        dossier.id(),
                        new NewPositioning(
                                Code.of(competency),
                                level.equals(NOT_APPLICABLE) ? null : LevelId.of(level),
                                because,
                                List.of(),
                                observedOn,
                                null));
        Adoption adoption = desk.progress().of(dossier.id()).adoption();
        session.screen()
                .line(Words.of(say("position.done", finding.name(dossier.learner()), given.competency()) + " ")
                        .and(Symbols.told(
                                given.outcome(),
                                given.level() == null ? null : adoption.scale().require(given.level()),
                                session.texts()))
                        .and(" " + say("position.observed", given.observedOn())));
    }

    /** Of several, the one whose framework knows the competency. */
    private Dossier dossier(List<Dossier> dossiers, Desk desk) {
        if (dossiers.size() == 1) return dossiers.get(0);
        return dossiers.stream()
                .filter(each -> desk.progress().of(each.id()).on(competency).isPresent())
                .findFirst()
                .orElse(dossiers.get(0));
    }
}
