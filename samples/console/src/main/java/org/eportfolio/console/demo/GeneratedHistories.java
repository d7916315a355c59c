package org.eportfolio.console.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.PastAssessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.school.Role;

/** Made-up histories, the same for the same seed and learner: levels rise over the year, learners judge themselves too. */
record GeneratedHistories(
        AdoptionId adoption, List<Competency> competencies, Scale scale, Clock clock, long seed, int assessments) {
    private static final int DAYS = 300;
    private static final int ONE_IN_SELF = 3;
    private static final int PRODUCTIONS = 3;

    LearnerHistory of(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        List<Code> codes = codes();
        Instant end = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.DAYS);
        List<PastAssessment> past = new ArrayList<>(assessments);
        for (int i = 0; i < assessments; i++) {
            long day = (long) DAYS * i / assessments;
            Instant recorded = end.minus(DAYS - day, ChronoUnit.DAYS).plus(random.nextInt(600), ChronoUnit.MINUTES);
            boolean self = random.nextInt(ONE_IN_SELF) == 0;
            Code code = codes.get(random.nextInt(codes.size()));
            past.add(new PastAssessment(
                    code,
                    self ? Perspective.SELF : Perspective.TEACHER,
                    scale.levels().get(level(i, random)).id(),
                    self ? LoadGenerator.learner(number) : LoadGenerator.teacher(number),
                    self ? Role.LEARNER : Role.TEACHER,
                    LocalDate.ofInstant(recorded, clock.getZone()).minusDays(random.nextInt(4)),
                    recorded,
                    self ? "Je m'appuie sur le TP de la semaine." : "Observé en travaux pratiques, sur " + code + "."));
        }
        List<NewProduction> productions = new ArrayList<>();
        for (int i = 1; i <= PRODUCTIONS; i++) {
            productions.add(NewProduction.titled("Compte rendu " + i)
                    .showing(codes.get(random.nextInt(codes.size())).value())
                    .writing("Ce que j'ai fait, ce qui a marché, ce qui reste à apprendre."));
        }
        return new LearnerHistory(LoadGenerator.learner(number), adoption, LearnerStatus.SCHOOL, productions, past);
    }

    /** Rises with the year, a step up or down by chance. */
    private int level(int i, SplittableRandom random) {
        int highest = scale.levels().size() - 1;
        int expected = highest * i / Math.max(1, assessments - 1);
        return Math.max(0, Math.min(highest, expected + random.nextInt(3) - 1));
    }

    private List<Code> codes() {
        List<Code> codes = new ArrayList<>();
        for (Competency each : competencies) {
            codes.add(each.code());
            each.subCompetencies().stream().map(Item::code).forEach(codes::add);
        }
        return codes;
    }
}
