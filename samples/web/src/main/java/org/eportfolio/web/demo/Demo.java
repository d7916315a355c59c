package org.eportfolio.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eportfolio.console.demo.Demonstration;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.sqlite.SqliteStore;

/**
 * The year of the VosRêves class, to click through.
 *
 * @param clock goes on from where the year ended, from one start to the next
 * @param players the people of the year, each with an account
 */
public record Demo(Path file, Clock clock, List<Demonstration.Player> players) {
    /** What every account of the demonstration opens with: it is for one machine. */
    public static final String PASSWORD = "demo";

    /** Has no role in the school but that of a learner's legal representative. */
    private static final String REPRESENTATIVE = "mme.fictive";

    /** @throws NotTheDemoException if the file holds something else */
    public static Demo in(Path file) {
        Demonstration year = new Demonstration();
        Instant ended = year.playIn(file).orElseThrow(() -> new NotTheDemoException(file));
        Path beside = file.resolveSibling(file.getFileName() + ".clock");
        Clock clock = Clock.offset(Clock.system(ZoneId.systemDefault()), ahead(beside, ended));
        if (!Files.exists(beside)) begin(file, beside, clock);
        List<Demonstration.Player> players = year.players().stream()
                .filter(each -> !each.role().equals("none") || each.id().equals(REPRESENTATIVE))
                .toList();
        return new Demo(file, clock, players);
    }

    /** By how much the year is ahead of the world, as it was at the first start. */
    private static Duration ahead(Path beside, Instant ended) {
        try {
            return Files.exists(beside)
                    ? Duration.parse(Files.readString(beside).strip())
                    : Duration.between(Instant.now(), ended.plusSeconds(60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A workplace period that runs now, so that there is a tutor to invite, and a learner of age who lets her mother read on; then
     * the clock is kept.
     */
    private static void begin(Path file, Path beside, Clock clock) {
        try (Portfolio portfolio =
                Portfolio.with(SqliteStore.open(file)).clock(clock).build()) {
            Desk teacher = portfolio.as(Actor.of("c.reference"));
            LocalDate today = LocalDate.now(clock);
            teacher.tutoring()
                    .open(
                            teacher.dossiers().of(PersonId.of("emma")).get(0).id(),
                            NewWorkplacePeriod.pfmp("La Boutique d’Exemple")
                                    .lasting(today.minusDays(4), today.plusDays(24))
                                    .asking("C3.1", "Aider un utilisateur à choisir un outil")
                                    .asking("C2.1", "Installer et suivre les postes du magasin"));
            Desk lina = portfolio.as(Actor.of("lina"));
            lina.grants()
                    .openToRepresentative(
                            lina.dossiers().of(PersonId.of("lina")).get(0).id(), PersonId.of(REPRESENTATIVE), null);
            Duration ahead = Duration.between(Instant.now(), clock.instant());
            Files.writeString(beside, ahead + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
