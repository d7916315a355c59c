package org.eportfolio.console.school;

import com.google.inject.Guice;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.Page;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ErasureFile;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.PortfolioStore;

/** One school, open. */
public final class School implements AutoCloseable {
    /** Stands in files of the demonstration, whose year may lie ahead: its name is the instant at which it ended. */
    private static final PersonId LAST_DAY = PersonId.of("portfolio-demo:last-day");

    private final Portfolio portfolio;
    private final SchoolClock clock;
    private final Place place;
    private final boolean made;

    private School(Portfolio portfolio, SchoolClock clock, Place place, boolean made) {
        this.portfolio = portfolio;
        this.clock = clock;
        this.place = place;
        this.made = made;
    }

    /** Opens the file; makes it if it is not there, and removes it on closing where nothing was written to it. */
    public static School open(Path file) {
        return open(Place.of(file));
    }

    /** Opens what is kept there; makes it if it is not there, and removes it on closing where nothing was written to it. */
    public static School open(Place place) {
        boolean made = place.isNew();
        Path file = place.file();
        SchoolClock clock = new SchoolClock(Clock.systemDefaultZone());
        PrivacyFile stated = PrivacyFile.read(PrivacyFile.beside(file));
        ErasureFile erasures = ErasureFile.at(file.resolveSibling(file.getFileName() + ".erasures.jsonl"));
        PortfolioStore store = place.open();
        HostModule host = new HostModule(store, clock, stated, erasures);
        Portfolio portfolio = Guice.createInjector(Stage.DEVELOPMENT, host).getInstance(Portfolio.class);
        clock.readIn(portfolio.zone());
        School school = new School(portfolio, clock, place, made);
        school.demonstrationEnded().ifPresent(end -> {
            if (end.isAfter(clock.instant())) clock.moveTo(end);
        });
        return school;
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public SchoolClock clock() {
        return clock;
    }

    public Optional<PersonId> administrator() {
        return portfolio.administrator();
    }

    public Desk as(String person) {
        return portfolio.as(Actor.of(person));
    }

    /** When the demonstration that was played in this file ended; empty in every other file. */
    public Optional<Instant> demonstrationEnded() {
        return administrator()
                .map(each -> portfolio.as(Actor.of(each)).people().named(List.of(LAST_DAY)))
                .map(names -> names.get(LAST_DAY))
                .filter(name -> !name.equals(LAST_DAY.value()))
                .map(Instant::parse);
    }

    /** Notes that the demonstration is complete. */
    public void endDemonstration(Desk head) {
        head.people().name(LAST_DAY, clock.instant().toString());
    }

    /** Who learns in a cohort now, by id, with their names. */
    public static Map<PersonId, String> learners(Desk desk, CohortId cohort, Instant now) {
        List<PersonId> ids = new ArrayList<>();
        for (Membership each : Page.all(next -> desk.cohorts().members(cohort, next))) {
            if (each.period().holdsAt(now)) ids.add(each.learner());
        }
        ids.sort(null);
        return new LinkedHashMap<>(desk.people().named(ids));
    }

    @Override
    public void close() {
        boolean unused = made && administrator().isEmpty();
        portfolio.close();
        if (unused) place.remove();
        place.close();
    }
}
