package org.eportfolio.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eportfolio.InvalidInputException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.sqlite.SqliteStore;

/** A program with little memory: imports files, or exports matrices, and prints a line for each. */
final class SmallHeap {
    private static final int TOGETHER = 500;

    private SmallHeap() {}

    /** @param args a folder, then {@code try|import FORMAT FILE} or {@code matrix LEARNERS} as often as wanted */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (Portfolio portfolio =
                Portfolio.with(SqliteStore.open(folder.resolve("small.db"))).build()) {
            Desk head = portfolio.setUp("head");
            for (int i = 1; i < args.length; ) {
                if (args[i].equals("matrix")) {
                    matrix(folder, Integer.parseInt(args[i + 1]), head, portfolio.as(Actor.of("teacher")));
                    i += 2;
                } else {
                    Path file = Path.of(args[i + 2]);
                    System.out.println(
                            file.getFileName() + " " + brought(args[i].equals("try"), args[i + 1], file, head));
                    i += 3;
                }
            }
        }
    }

    private static String brought(boolean dry, String format, Path file, Desk head) throws IOException {
        ImportOptions options = dry ? ImportOptions.ofDefaults().dry() : ImportOptions.ofDefaults();
        try {
            return Exchange.ofDefaults()
                    .importFrom(head, file, format, options, ProgressListener.NONE)
                    .counts()
                    .toString();
        } catch (InvalidInputException e) {
            return e.violations().get(0).rule().key();
        }
    }

    private static void matrix(Path folder, int learners, Desk head, Desk teacher) throws IOException {
        AdoptionId sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < learners; i++) people.add(PersonId.of("learner-" + i));
        head.cohorts().enrol("Everybody", Members.of(Role.LEARNER, people), Members.teachers("teacher"));
        Cohort everybody = head.cohorts().find("Everybody").orElseThrow();
        for (int from = 0; from < learners; from += TOGETHER) {
            List<PersonId> some = people.subList(from, Math.min(learners, from + TOGETHER));
            head.together(joined -> {
                some.forEach(each -> joined.dossiers().open(each, sno, LearnerStatus.SCHOOL));
                return true;
            });
        }
        for (String each : List.of("C1.1", "C2.1", "C3.1")) {
            teacher.assessments()
                    .positionClass(
                            NewClassEntry.of(everybody.id(), each, "acquis").because("TP"));
        }
        for (String format : List.of("csv", "matrix-html")) {
            Path to = folder.resolve("matrix-" + learners + "." + format);
            Exchange.ofDefaults()
                    .export(
                            teacher,
                            new Extent.OfCohort(everybody.id()),
                            format,
                            to,
                            Locale.FRENCH,
                            ProgressListener.NONE);
            System.out.println(to.getFileName() + " written");
        }
        Path traces = folder.resolve("traces-" + learners + ".json");
        Exchange.ofDefaults().export(head, new Extent.OfOrganisation(), "xapi", traces);
        System.out.println(traces.getFileName() + " written");
    }
}
