package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Verification;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of calls by anybody, right and wrong, in two schools at once: one in memory, one on SQLite. After each call both
 * have answered the same, a refused call has written nothing, no rule of the domain is broken, and the journal proves
 * itself. {@code -Drandom.year.seed=…} plays a year again.
 */
class RandomYearTest {
    private static final long SEED = Long.getLong("random.year.seed", System.nanoTime());
    private static final List<String> READERS =
            List.of("emma", "malo", "lina", "m.durand", "mme.petit", "proviseure", "k.tuteur", "mme.martin-mere");
    private static final List<String> STRANGERS = List.of("passant", "mme.roux");

    @TempDir
    Path folder;

    private final YearActs acts = new YearActs();
    private final Map<DossierId, List<Assessment>> known = new HashMap<>();
    private final Map<String, Version> frozen = new HashMap<>();
    private final Map<String, int[]> outcomes = new TreeMap<>();

    @Test
    void no_sequence_of_calls_breaks_a_rule_or_tells_the_stores_apart() {
        year(80);
    }

    @Test
    @Tag("long")
    void no_sequence_of_many_calls_breaks_a_rule_or_tells_the_stores_apart() {
        year(600);
    }

    private void year(int calls) {
        System.out.println("random year of " + calls + " calls: -Drandom.year.seed=" + SEED);
        try (LivedYear one = new LivedYear(Stores.IN_MEMORY.open(folder));
                LivedYear other = new LivedYear(Stores.SQLITE.open(folder))) {
            Random dice = new Random(SEED);
            for (int call = 0; call < calls; call++) {
                // The rules are looked at as the head sees them, who opens the dossiers in both years alike.
                for (LivedYear each : List.of(one, other)) {
                    each.school.headReading();
                    each.school.headReading(each.school.malos);
                }
                String act = acts.names().get(dice.nextInt(acts.names().size()));
                String actor = acts.actor(act, dice);
                long throwOfDice = dice.nextLong();
                Duration pause = Duration.ofMinutes(dice.nextInt(6) == 0 ? dice.nextInt(10_000) : dice.nextInt(60));
                String what = "seed " + SEED + ", call " + call + ": " + actor + " " + act;
                String answer = called(act, actor, throwOfDice, one);
                assertThat(called(act, actor, throwOfDice, other)).as(what).isEqualTo(answer);
                assertThat(other.school.journalLength()).as(what).isEqualTo(one.school.journalLength());
                String reader = READERS.get(dice.nextInt(READERS.size()));
                boolean emmas = dice.nextBoolean();
                String seen = seen(reader, emmas, one);
                assertThat(seen(reader, emmas, other))
                        .as(what + ", as " + reader + " reads")
                        .isEqualTo(seen);
                theJournalIsSound(what, one);
                if (call % 8 == 0) theJournalIsSound(what, other);
                theRulesHold(what, one, dice);
                one.school.clock.advance(pause);
                other.school.clock.advance(pause);
            }
            theJournalIsSound("at the end, seed " + SEED, other);
            for (String reader : READERS) {
                for (boolean emmas : new boolean[] {true, false}) {
                    assertThat(seen(reader, emmas, other)).isEqualTo(seen(reader, emmas, one));
                }
            }
        }
        enoughSucceeded(calls);
    }

    /** What the call answered or why it was refused; a refusal leaves no trace. */
    private String called(String act, String actor, long throwOfDice, LivedYear year) {
        long before = year.school.journalLength();
        try {
            Object result = acts.get(act).by(year.desk(actor), year, new Random(throwOfDice));
            year.keep(result);
            count(act, 0);
            return year.told(result);
        } catch (LivedYear.NothingYetException nothing) {
            assertThat(year.school.journalLength()).isEqualTo(before);
            return "nothing yet";
        } catch (PortfolioException refusal) {
            assertThat(year.school.journalLength())
                    .as("%s by %s was refused: %s", act, actor, refusal.getMessage())
                    .isEqualTo(before);
            count(act, 1);
            return year.told(refusal.getClass().getSimpleName() + " "
                    + refusal.reason().key() + " " + refusal.message(Locale.FRENCH));
        }
    }

    private void count(String act, int outcome) {
        outcomes.computeIfAbsent(act, first -> new int[2])[outcome]++;
    }

    /** All that somebody can read in Emma's dossier, or in Malo's; reading changes nothing. */
    private static String seen(String reader, boolean emmas, LivedYear year) {
        long before = year.school.journalLength();
        Desk desk = year.desk(reader);
        StringBuilder all = new StringBuilder();
        DossierId dossier = emmas ? year.school.dossier : year.school.malos;
        for (Supplier<Object> read : readings(desk, dossier, year.school)) {
            try {
                all.append(year.told(read.get()));
            } catch (PortfolioException refusal) {
                all.append(refusal.reason().key());
            }
            all.append('\n');
        }
        assertThat(year.school.journalLength()).as("reading changes nothing").isEqualTo(before);
        return all.toString();
    }

    private static List<Supplier<Object>> readings(Desk desk, DossierId dossier, VosReves school) {
        return List.of(
                () -> desk.productions().list(dossier, PageRequest.first(200)),
                () -> desk.assessments().list(dossier, PageRequest.first(200)),
                () -> desk.assessments().drafts(dossier, PageRequest.first(200)),
                () -> desk.goals().list(dossier, PageRequest.first(200)),
                () -> desk.progress().of(dossier).divergences(),
                () -> desk.progress().matrix(school.cohort),
                () -> desk.reflections().list(dossier, PageRequest.first(200)),
                () -> desk.reports().list(dossier, PageRequest.first(200)),
                () -> desk.feedback().awaitingLearner(dossier, PageRequest.first(200)),
                () -> desk.interviews().list(dossier, PageRequest.first(200)),
                () -> desk.interviews().sheets(dossier, PageRequest.first(200)),
                () -> desk.interviews().staffNotes(dossier, PageRequest.first(200)),
                () -> desk.pathways().get(dossier),
                () -> desk.pathways().adaptations(dossier, PageRequest.first(200)),
                () -> desk.showcases().list(dossier, PageRequest.first(200)),
                () -> desk.shares().list(dossier, PageRequest.first(200)),
                () -> desk.tutoring().list(dossier, PageRequest.first(200)),
                () -> desk.seals().list(dossier, PageRequest.first(200)),
                () -> desk.groups().of(dossier, PageRequest.first(200)),
                () -> desk.missions().of(dossier),
                () -> desk.missions().board(school.cohort),
                () -> desk.authorisations().list(dossier, PageRequest.first(200)),
                () -> desk.projects().list(dossier, PageRequest.first(200)),
                () -> desk.watch().list(dossier, PageRequest.first(200)),
                () -> desk.reviews().levels(dossier));
    }

    private static void theJournalIsSound(String what, LivedYear year) {
        Verification verified = year.school.head.journal().verify();
        assertThat(verified.faults()).as(what).isEmpty();
    }

    private void theRulesHold(String what, LivedYear year, Random dice) {
        VosReves school = year.school;
        for (DossierId dossier : List.of(school.dossier, school.malos)) {
            assessments(what, dossier, school);
            productions(what, dossier, school);
            Desk stranger = school.as(STRANGERS.get(dice.nextInt(STRANGERS.size())));
            List<Supplier<Object>> readings = readings(stranger, dossier, school);
            for (int i = 0; i < 5; i++) refused(what, readings.get(dice.nextInt(readings.size())));
            Progress learners = (dossier.equals(school.dossier) ? school.emma : school.malo)
                    .progress()
                    .of(dossier);
            if (learners.heldBack() == null) {
                assertThat(school.headReading(dossier).progress().of(dossier))
                        .as(what + ": rule 8")
                        .isEqualTo(learners);
            }
            for (Showcase each : school.headReading(dossier)
                    .showcases()
                    .list(dossier, PageRequest.first(200))
                    .items()) {
                assertThat(school.headReading(dossier)
                                .showcases()
                                .display(dossier, each.id())
                                .toString())
                        .as(what + ": what a showcase never shows")
                        .doesNotContain("NOTE-INTERNE", "APPRECIATION", "ADAPTATION", "RELECTURE")
                        .doesNotContain(dossier.equals(school.dossier) ? "PART-DE-malo" : "PART-DE-emma");
            }
        }
        for (Desk peer : List.of(school.malo, school.as("lina"))) {
            refused(what, () -> peer.assessments().list(school.dossier, PageRequest.first(10)));
            refused(what, () -> peer.reflections().list(school.dossier, PageRequest.first(10)));
        }
        for (Desk learner : List.of(school.emma, school.malo)) {
            refused(what, () -> learner.interviews().staffNotes(school.dossier, PageRequest.first(10)));
        }
    }

    private static void refused(String what, Supplier<Object> read) {
        try {
            fail(what + ": was told " + read.get());
        } catch (PortfolioException refusal) {
            assertThat(refusal).as(what).isInstanceOfAny(NotFoundException.class, DeniedException.class);
        }
    }

    /** Rules 2, 3 and 4. */
    private void assessments(String what, DossierId dossier, VosReves school) {
        List<Assessment> all = school.headReading(dossier)
                .assessments()
                .list(dossier, PageRequest.first(200))
                .items();
        List<Assessment> before = known.getOrDefault(dossier, List.of());
        assertThat(all).as(what + ": rule 4").hasSizeGreaterThanOrEqualTo(before.size());
        assertThat(all.subList(0, before.size())).as(what + ": rule 4").isEqualTo(before);
        PersonId learner = PersonId.of(dossier.equals(school.dossier) ? "emma" : "malo");
        for (Assessment each : all.subList(before.size(), all.size())) {
            LevelId level = each.level();
            if (level != null) ExampleScales.FOUR_STEPS.require(level);
            assertThat(each.author().equals(learner))
                    .as(what + ": rule 3, " + each)
                    .isEqualTo(each.perspective() == Perspective.SELF);
            assertThat(each.perspective()).isNotEqualTo(Perspective.PEER);
            assertThat(each.observedOn())
                    .as(what + ": rule 3, " + each)
                    .isBeforeOrEqualTo(LocalDate.ofInstant(each.recordedAt(), VosReves.PARIS));
            String because = each.because();
            boolean said = because != null && !because.isBlank();
            assertThat(said
                            || !each.evidence().isEmpty()
                            || each.perspective() != Perspective.TEACHER
                            || each.supersedes() != null)
                    .as(what + ": justified or with evidence, " + each)
                    .isTrue();
        }
        known.put(dossier, all);
    }

    /** Rules 5 and 6. */
    private void productions(String what, DossierId dossier, VosReves school) {
        for (Production each : school.headReading(dossier)
                .productions()
                .list(dossier, PageRequest.first(200))
                .items()) {
            assertThat(each.owner().value()).as(what + ": rule 5").isIn("emma", "malo", "lina");
            for (Version version : each.versions()) {
                if (version.frozen() == null) continue;
                assertThat(version.contentHash()).as(what + ": rule 6").isEqualTo(version.frozen());
                Version first = frozen.putIfAbsent(each.id() + " " + version.number(), version);
                assertThat(first == null || first.equals(version))
                        .as(what + ": rule 6")
                        .isTrue();
            }
            for (Piece piece : each.current().pieces()) {
                assertThat(piece instanceof Piece.File file && file.mediaType().startsWith("audio/"))
                        .as(what + ": A4")
                        .isFalse();
            }
        }
        for (Assessment each : known.getOrDefault(dossier, List.of())) {
            for (Evidence cited : each.evidence()) {
                assertThat(school.headReading(dossier)
                                .productions()
                                .get(cited.dossier(), cited.production())
                                .version(cited.version())
                                .frozen())
                        .as(what + ": rule 6")
                        .isEqualTo(cited.content());
            }
        }
    }

    /** A test in which everything is refused proves little. */
    private void enoughSucceeded(int calls) {
        long succeeded = outcomes.values().stream().filter(each -> each[0] > 0).count();
        long refused = outcomes.values().stream().filter(each -> each[1] > 0).count();
        String told = outcomes.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1])
                .collect(Collectors.joining(", ", "seed " + SEED + ", acts that succeeded/were refused: ", ""));
        assertThat(Math.min(succeeded, refused)).as(told).isGreaterThanOrEqualTo(Math.min(10, calls / 20));
    }
}
