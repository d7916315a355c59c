package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SchoolMove;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.schools.MovingProcess.Moment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process that moves a school is killed before, during and after each of its steps; the next one goes on from there. */
@Tag("long")
class KilledMoveTest {
    private final String here = UUID.randomUUID().toString();
    private final String there = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "to {0}")
    @EnumSource(SchoolPlaces.class)
    void never_are_two_places_open_and_in_the_end_all_has_arrived(SchoolPlaces target) throws Exception {
        SchoolPlaces source = target == SchoolPlaces.DATABASE ? SchoolPlaces.FOLDER_OF_FILES : SchoolPlaces.DATABASE;
        ProductionId written;
        DossierId dossier;
        try (VosReves school = VosReves.over(source.made(here, folder))) {
            dossier = school.dossier;
            written = school.emma
                    .productions()
                    .add(
                            school.dossier,
                            NewProduction.titled("Carte mentale")
                                    .showing("C3.1")
                                    .attaching(VosReves.file("carte.txt", "Mercanet")))
                    .id();
        }
        try (PortfolioStore from = source.made(here, folder);
                PortfolioStore to = target.made(there, folder)) {
            between(from, to).copy(ProgressListener.NONE);
        }
        int kills = 0;
        boolean arrived = false;
        for (int step = 1; !arrived; step++) {
            for (Moment moment : Moment.values()) {
                arrived = !killedAt(step, moment, source, target);
                boolean left = isWritable(source, here);
                boolean open = isWritable(target, there);
                assertThat(left && open)
                        .as("both open, step %d, %s", step, moment)
                        .isFalse();
                if (arrived || open) break;
                kills++;
                if (step % 2 == 0) abandoned(source, target);
            }
            arrived |= isWritable(target, there);
        }
        assertThat(kills).isGreaterThan(6);
        System.out.println("to " + target + ": killed " + kills + " times");
        try (PortfolioStore from = source.made(here, folder);
                PortfolioStore to = target.made(there, folder)) {
            SchoolMove move = between(from, to);
            assertThat(move.isFinished()).isTrue();
            assertThat(move.finish(ProgressListener.NONE).files()).isEqualTo(1);
        }
        try (Portfolio moved = Portfolio.with(target.made(there, folder)).build()) {
            assertThat(moved.as(Actor.of("proviseure")).journal().verify().faults())
                    .isEmpty();
            assertThat(moved.as(Actor.of("proviseure")).safekeeping().check().sound())
                    .isTrue();
            assertThat(moved.as(Actor.of("emma")).productions().get(dossier, written))
                    .isNotNull();
        }
    }

    private static SchoolMove between(PortfolioStore from, PortfolioStore to) {
        return SchoolMove.between(from, "ici", to, "là-bas", Clock.systemUTC());
    }

    /** A server may carry out what a killed process had asked for: then the school has arrived, and this is refused. */
    private void abandoned(SchoolPlaces source, SchoolPlaces target) {
        try (PortfolioStore from = source.made(here, folder);
                PortfolioStore to = target.made(there, folder)) {
            between(from, to).abandon();
        } catch (StorageException e) {
            assertThat(isWritable(target, there)).as(e.getMessage()).isTrue();
            return;
        }
        assertThat(isWritable(source, here)).isTrue();
    }

    /** Whether a process was killed at this step; without one, it had arrived before. */
    private boolean killedAt(int step, Moment moment, SchoolPlaces source, SchoolPlaces target) throws Exception {
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + TestServer.OF_PARENT + "=" + TestServer.url(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MovingProcess.class.getName(),
                        folder.toString(),
                        source.name(),
                        here,
                        target.name(),
                        there,
                        Integer.toString(step),
                        moment.name())
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null
                    && !Set.of(MovingProcess.AT_THE_STEP, MovingProcess.ARRIVED).contains(line)) {
                line = out.readLine();
            }
            assertThat(line).as(Files.readString(errors)).isNotNull();
            return MovingProcess.AT_THE_STEP.equals(line);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean isWritable(SchoolPlaces place, String school) {
        try (PortfolioStore store = place.made(school, folder)) {
            return SchoolMoveTest.isWritable(store);
        }
    }
}
