package org.eportfolio.benchmarks.side;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;

/** A class in memory whose dossiers hold positionings and, if asked for, files: one that packs well and one that does not. */
final class ArchivedSchool {
    private static final int FILE = 512 * 1024;

    private ArchivedSchool() {}

    static Portfolio of(int learners, int positionings, boolean files) {
        Portfolio school = Portfolio.with(new InMemoryStore()).build();
        Desk head = school.setUp("head");
        AdoptionId sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        String[] people =
                IntStream.range(0, learners).mapToObj(each -> "learner-" + each).toArray(String[]::new);
        head.cohorts().enrol("CS", learners(people), teachers("teacher"));
        Random random = new Random(6);
        for (String each : people) {
            Desk learner = school.as(Actor.of(each));
            DossierId dossier = learner.dossiers().open(sno);
            if (files) {
                learner.productions()
                        .add(
                                dossier,
                                NewProduction.titled("Des mesures").attaching(file("mesures.bin", noise(random))));
                learner.productions()
                        .add(dossier, NewProduction.titled("Un texte").attaching(file("texte.txt", prose(random))));
            }
            for (int j = 0; j < positionings; j++) {
                school.as(Actor.of("teacher"))
                        .assessments()
                        .position(dossier, NewPositioning.of("C3.1", "acquis").because("Vu en TP, séance " + j + "."));
            }
        }
        return school;
    }

    private static NewAttachment file(String name, byte[] bytes) {
        return NewAttachment.of(name, "application/octet-stream", () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[FILE];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] prose(Random random) {
        String[] words = {"le ", "module ", "de ", "paiement ", "installé ", "comparer ", "offres ", "client ", "site "
        };
        StringBuilder text = new StringBuilder(FILE);
        while (text.length() < FILE)
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(100));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
