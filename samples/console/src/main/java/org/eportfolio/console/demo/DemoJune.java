package org.eportfolio.console.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.DeniedException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.core.Desk;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Members;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearEndPlan;
import org.eportfolio.year.YearEndPlan.NextStep;

/** What comes from before, and how a year ends. */
record DemoJune(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "former-level", (event, desk) -> former(event, desk),
                "end-last-year", (event, desk) -> lastYear(event, desk),
                "fetch", (event, desk) -> fetch(event),
                "plan-end", (event, desk) -> plan(event, desk));
    }

    private static Outcome former(DemoEvent event, Desk desk) {
        NewFormerLevels.Given given = NewFormerLevels.Given.of(
                event.tree().text("learner"),
                event.tree().text("wording"),
                event.tree().text("said"),
                LocalDate.parse(event.tree().text("on")));
        return Outcome.of(desk.formerLevels()
                .take(NewFormerLevels.from(event.tree().text("source")).with(given)));
    }

    /** A class of the year before, of which one learner is left. */
    private Outcome lastYear(DemoEvent event, Desk desk) {
        String learner = event.tree().text("learner");
        CohortId last = desk.cohorts().enrol(event.tree().text("class"), Members.learners(learner));
        stage.open(learner);
        DossierId dossier = stage.dossier(learner);
        stage.as(learner)
                .productions()
                .add(dossier, NewProduction.titled(event.tree().text("title")).showing("C3.1"));
        NewYearEnd end =
                NewYearEnd.of(last, LocalDate.parse(event.tree().text("until"))).leaving(learner);
        return Outcome.of(desk.year()
                .end(end, each -> {}, ProgressListener.NONE)
                .packages()
                .get(0));
    }

    /** Without an account: first with a code that is not theirs, then with the one from the strip. */
    private Outcome fetch(DemoEvent event) {
        HandedPackage handed = stage.of(HandedPackage.class, event);
        SharedDesk shared = stage.bearing(handed.link()).shared();
        try {
            shared.writePackage("BBBB-BBBB", Locale.FRENCH, OutputStream.nullOutputStream());
        } catch (DeniedException wrong) {
            write(shared, handed.code().text());
            return Outcome.of(null).with("refusal", wrong.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("a code that was never given opened the package");
    }

    private static void write(SharedDesk shared, String code) {
        try {
            shared.writePackage(code, Locale.FRENCH, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome plan(DemoEvent event, Desk desk) {
        NewYearEnd end = NewYearEnd.of(
                        stage.cohort(), LocalDate.parse(event.tree().text("until")))
                .othersLeave();
        YearEndPlan plan = desk.year().preview(end);
        return Outcome.of(null)
                .with("leaving", plan.those(NextStep.LEAVES).size())
                .with(
                        "open",
                        plan.learners().stream()
                                .filter(each -> !each.remarks().isEmpty())
                                .count());
    }
}
