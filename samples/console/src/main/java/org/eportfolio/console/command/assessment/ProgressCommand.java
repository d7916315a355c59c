package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.assessment.Progress;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Framework;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a learner stands, how they came there, and what they aim at. */
@Command(name = "progress")
public final class ProgressCommand extends Action.InSchool {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    @Option(names = "--as-of", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate asOf;

    public ProgressCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Finding finding = Finding.by(desk, school, session.texts());
        List<Dossier> dossiers = finding.dossiers(learner);
        session.show(view(dossiers, asOf, finding, school));
    }

    static ProgressView view(List<Dossier> dossiers, @Nullable LocalDate asOf, Finding finding, School school) {
        Desk desk = finding.desk();
        List<ProgressView.Part> parts = dossiers.stream()
                .map(dossier -> {
                    Progress progress = asOf == null
                            ? desk.progress().of(dossier.id())
                            : desk.progress().of(dossier.id(), asOf);
                    Framework framework =
                            desk.frameworks().get(progress.adoption().framework());
                    return new ProgressView.Part(progress, framework);
                })
                .toList();
        LocalDate day =
                asOf == null ? LocalDate.ofInstant(finding.now(), school.clock().getZone()) : asOf;
        return new ProgressView(
                dossiers.get(0).learner(), finding.name(dossiers.get(0).learner()), day, parts);
    }
}
