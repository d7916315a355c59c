package org.eportfolio.benchmarks.platform;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.spi.PortfolioStore;

/**
 * A small school that lives year after year through the library's front door, act by act, as people work: of each learner and
 * year {@value #PRODUCTIONS} productions with a page of text, {@value #POSITIONINGS} positionings, {@value #GOALS} goals and
 * {@value #FILES} files. These numbers are assumptions, not counts from real schools. Confined to one thread.
 */
final class ModelSchool implements AutoCloseable {
    static final int PRODUCTIONS = 12;
    static final int POSITIONINGS = 45;
    static final int GOALS = 3;
    static final int FILES = 2;
    static final int FILE_BYTES = 200_000;
    static final int ACTS = PRODUCTIONS + POSITIONINGS + GOALS;

    private static final List<String> COMPETENCIES =
            List.of("C1.1", "C1.2", "C1.3", "C2.1", "C2.2", "C2.3", "C3.1", "C3.2");
    private static final List<String> LEVELS = List.of("decouverte", "en-cours", "acquis", "maitrise");
    private static final int WORDS = 4_000;
    private static final List<String> VOCABULARY = vocabulary();
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant FIRST_DAY = Instant.parse("2026-09-07T08:00:00Z");

    private Instant now = FIRST_DAY;
    private final Random random;
    private final Portfolio portfolio;
    private final List<DossierId> dossiers = new ArrayList<>();

    ModelSchool(PortfolioStore store, int learners, long seed) {
        random = new Random(seed);
        portfolio = Portfolio.with(store).clock(clock()).build();
        Desk head = portfolio.setUp("proviseure");
        AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        String[] names =
                IntStream.range(0, learners).mapToObj(ModelSchool::learner).toArray(String[]::new);
        head.cohorts().enrol("classe", Members.learners(names), Members.teachers("m.durand"));
        for (String each : names) dossiers.add(as(each).dossiers().open(adoption));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the school has one zone");
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static String learner(int number) {
        return "eleve-" + number;
    }

    private Desk as(String person) {
        return portfolio.as(Actor.of(person));
    }

    /** A year of everybody's acts, a few minutes apart, learner after learner in turns. */
    void live() {
        for (int act = 0; act < ACTS; act++) {
            for (int i = 0; i < dossiers.size(); i++) {
                act(i, act);
                now = now.plusSeconds(300);
            }
        }
    }

    private void act(int learner, int act) {
        DossierId dossier = dossiers.get(learner);
        String competency = COMPETENCIES.get(random.nextInt(COMPETENCIES.size()));
        if (act < PRODUCTIONS) {
            NewProduction made = NewProduction.titled("Production " + act)
                    .showing(competency)
                    .writing(words(1_200));
            as(learner(learner)).productions().add(dossier, act < FILES ? made.attaching(file()) : made);
        } else if (act < PRODUCTIONS + POSITIONINGS) {
            as("m.durand")
                    .assessments()
                    .position(
                            dossier,
                            NewPositioning.of(competency, LEVELS.get(random.nextInt(LEVELS.size())))
                                    .because(words(120)));
        } else {
            LocalDate due = LocalDate.ofInstant(now, ZONE).plusDays(60);
            as(learner(learner))
                    .goals()
                    .set(dossier, NewGoal.of(competency, "acquis").by(due).step(words(60)));
        }
    }

    private NewAttachment file() {
        byte[] bytes = new byte[FILE_BYTES];
        random.nextBytes(bytes);
        return NewAttachment.of("compte-rendu.pdf", "application/pdf", () -> new ByteArrayInputStream(bytes));
    }

    /** Words of which some come often and most seldom, as in prose. */
    private String words(int letters) {
        StringBuilder text = new StringBuilder(letters + 10);
        while (text.length() < letters) {
            double rank = random.nextDouble();
            text.append(VOCABULARY.get((int) (WORDS * rank * rank * rank))).append(' ');
        }
        return text.toString();
    }

    private static List<String> vocabulary() {
        Random letters = new Random(WORDS);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            int length = Math.min(2 + i / 40, 3 + letters.nextInt(9));
            for (int at = 0; at < length; at++) word.append("eaisnrtoluédcmp".charAt(letters.nextInt(15)));
            words.add(word.toString());
        }
        return words;
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
