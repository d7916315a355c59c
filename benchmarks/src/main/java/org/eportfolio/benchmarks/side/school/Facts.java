package org.eportfolio.benchmarks.side.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.school.Role;

/** What is kept by every variant: the same for the same learner in every variant. */
public final class Facts {
    static final Instant END = Instant.parse("2026-06-01T12:00:00Z");
    public static final String TEACHER = "m.durand";
    static final List<String> COMPETENCIES =
            List.of("C1.1", "C1.2", "C1.3", "C2.1", "C2.2", "C2.3", "C3.1", "C3.2", "C3.3");
    static final List<String> LEVELS = List.of("decouverte", "en-cours", "acquis", "maitrise");

    private static final int DAYS = 270;
    private static final int MINUTES = 500;

    private Facts() {}

    record Work(String title, String competency, String text) {}

    record Judgement(
            String competency,
            Perspective perspective,
            String level,
            String author,
            Role role,
            LocalDate observedOn,
            Instant recordedAt,
            String because) {}

    record Aim(String competency, String level, LocalDate dueOn, List<String> steps) {}

    public static String learner(int number) {
        return String.format("l%07d", number);
    }

    static List<Work> productions(int learner, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Work(
                        "Compte rendu " + (i + 1) + " de " + learner(learner),
                        COMPETENCIES.get((learner + i) % COMPETENCIES.size()),
                        "Ce que j'ai fait, ce qui a marché, ce qui reste à apprendre ; séance " + (i + 1) + "."))
                .toList();
    }

    static List<Judgement> judgements(int learner, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> judgement(learner, i, count))
                .toList();
    }

    /** The learner's i-th of so many, without those before it: what arrives in the order of time comes one by one. */
    static Judgement judgement(int learner, int i, int count) {
        SplittableRandom random = new SplittableRandom(learner * 10_007L + i);
        Instant recorded = END.minus(DAYS - (long) DAYS * i / count, ChronoUnit.DAYS)
                .plus(random.nextInt(MINUTES), ChronoUnit.MINUTES);
        boolean self = random.nextInt(3) == 0;
        return new Judgement(
                COMPETENCIES.get(random.nextInt(COMPETENCIES.size())),
                self ? Perspective.SELF : Perspective.TEACHER,
                LEVELS.get(Math.min(LEVELS.size() - 1, i * LEVELS.size() / count + random.nextInt(2))),
                self ? learner(learner) : TEACHER,
                self ? Role.LEARNER : Role.TEACHER,
                LocalDate.ofInstant(recorded, ZoneOffset.UTC),
                recorded,
                self ? "Je m'appuie sur le TP de la semaine." : "Observé en travaux pratiques, poste " + i + ".");
    }

    /** What a teacher writes down now, again and again. */
    static Judgement positioning(int number) {
        Instant now = Instant.now();
        return new Judgement(
                COMPETENCIES.get(number % COMPETENCIES.size()),
                Perspective.TEACHER,
                LEVELS.get(number % LEVELS.size()),
                TEACHER,
                Role.TEACHER,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                "Observé en travaux pratiques, poste " + number + ".");
    }

    static List<Aim> goals(int learner, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Aim(
                        COMPETENCIES.get((learner + i) % COMPETENCIES.size()),
                        "acquis",
                        LocalDate.of(2027, 12, 1).plusDays(i),
                        List.of("relire la procédure", "refaire seul")))
                .toList();
    }
}
