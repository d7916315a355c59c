package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row D4 over a SQLite file: in whatever order things were written, the bytes of those who were erased are not in it. */
class ErasedInAnyOrderTest {
    private static final int LEARNERS = 24;
    private static final int ACTS = 400;

    /** Of this thread alone, which is the one that writes: other tests run beside this one. */
    private static final Path WRITTEN = Path.of("/proc/thread-self/io");

    private static final Pattern MARK = Pattern.compile("marque-(\\d+)-de-(\\w+)");

    @TempDir
    Path folder;

    private VosReves school;
    private final Map<String, DossierId> dossiers = new HashMap<>();
    private int marks;

    private void begin(String name, int learners) {
        school = VosReves.over(SqliteStore.open(folder.resolve(name)));
        dossiers.clear();
        String[] people =
                IntStream.range(0, learners).mapToObj(each -> "eleve" + each).toArray(String[]::new);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(people));
        for (String each : people) dossiers.put(each, school.as(each).dossiers().open(school.sno));
    }

    private String mark(String learner) {
        return "marque-" + ++marks + "-de-" + learner;
    }

    @Test
    void nothing_of_them_is_in_the_file_once_it_is_written_anew() throws IOException {
        long seed = Long.getLong("portfolio.seed", new Random().nextLong());
        System.out.println("erased in any order: -Dportfolio.seed=" + seed);
        Random dice = new Random(seed);
        begin("school.db", LEARNERS);
        List<String> there = new ArrayList<>(dossiers.keySet());
        Collections.sort(there);
        Collections.shuffle(there, dice);
        for (int i = 0; i < ACTS; i++) write(there.get(dice.nextInt(there.size())), dice);
        List<String> erased = new ArrayList<>();
        for (int many : List.of(1, 5, 3)) {
            for (int i = 0; i < ACTS / 10; i++) write(there.get(dice.nextInt(there.size())), dice);
            List<String> some = there.subList(0, many);
            PrivacyDesk privacy = school.head.privacy();
            privacy.eraseRecords(
                    privacy.planErasures(NewErasures.of(some.toArray(String[]::new))), ProgressListener.NONE);
            erased.addAll(some);
            some.clear();
        }
        assertThat(school.head.privacy().completeErasures()).hasSize(9).allMatch(ErasureReceipt::complete);
        school.close();
        assertThat(found())
                .as("seed " + seed)
                .doesNotContainAnyElementsOf(erased)
                .containsAll(there);
    }

    private void write(String learner, Random dice) {
        DossierId dossier = dossiers.get(learner);
        Desk desk = school.as(learner);
        List<Production> made =
                desk.productions().list(dossier, PageRequest.first(50)).items();
        NewProduction next = NewProduction.titled("Travail " + mark(learner))
                .writing(("Texte " + mark(learner) + " ").repeat(1 + dice.nextInt(40)));
        switch (dice.nextInt(5)) {
            case 0 ->
                desk.productions().add(dossier, next.attaching(VosReves.file("f.txt", "Fichier " + mark(learner))));
            case 1 ->
                school.durand
                        .assessments()
                        .position(dossier, NewPositioning.of("C3.1", "acquis").because("Vu " + mark(learner)));
            case 2 -> {
                if (!made.isEmpty()) desk.productions().revise(made.get(dice.nextInt(made.size())), next);
            }
            case 3 -> {
                if (!made.isEmpty()) desk.productions().remove(made.get(dice.nextInt(made.size())));
            }
            default -> desk.productions().add(dossier, next);
        }
    }

    /** Whose marks stand in the bytes of the files of the folder. */
    private TreeSet<String> found() throws IOException {
        TreeSet<String> people = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = MARK.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                while (found.find()) people.add(found.group(2));
            }
        }
        return people;
    }

    @Test
    void the_records_of_a_person_go_without_the_file_being_written_anew() throws IOException {
        assumeTrue(Files.exists(WRITTEN), "the system does not count what a thread writes");
        for (int learners : List.of(5, 60)) {
            begin("school-" + learners + ".db", learners);
            Random dice = new Random(7);
            for (String each : dossiers.keySet()) for (int i = 0; i < 20; i++) write(each, dice);
            PrivacyDesk privacy = school.head.privacy();
            var plan = privacy.planErasures(NewErasures.of("eleve1"));
            long before = written();
            assertThat(privacy.eraseRecords(plan, ProgressListener.NONE).receipts())
                    .hasSize(1);
            assertThat(written() - before)
                    .as("in a file of " + learners + " learners")
                    .isBetween(1_000L, 2_000_000L);
            assertThat(privacy.planErasures(NewErasures.of("eleve1")).blocked())
                    .singleElement()
                    .satisfies(each -> assertThat(each.person()).isEqualTo(PersonId.of("eleve1")));
            school.close();
        }
    }

    private static long written() throws IOException {
        return Files.readAllLines(WRITTEN).stream()
                .filter(each -> each.startsWith("wchar: "))
                .mapToLong(each -> Long.parseLong(each.substring(7)))
                .sum();
    }
}
