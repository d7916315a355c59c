package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.MatrixView;
import org.eportfolio.core.Desk;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A cohort at a glance. */
@Command(name = "matrix")
public final class MatrixCommand extends Action.InSchool {
    @Parameters(paramLabel = "COHORT")
    String cohort = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate asOf;

    public MatrixCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Cohort found = Finding.by(desk, school, session.texts()).cohort(cohort);
        session.show(view(found, asOf, desk, school.clock().getZone()));
    }

    public static MatrixView view(Cohort cohort, @Nullable LocalDate asOf, Desk desk, ZoneId zone) {
        Matrix matrix = asOf == null
                ? desk.progress().matrix(cohort.id())
                : desk.progress().matrix(cohort.id(), null, asOf);
        return new MatrixView(
                matrix,
                asOf == null ? LocalDate.ofInstant(matrix.asOf(), zone) : asOf,
                desk.people().named(MatrixView.people(matrix).toList()));
    }
}
