package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.rights.ManyAndOne;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Inspection;
import org.eportfolio.school.Actor;

/** What holds at any moment of a year: the store is sound, what was erased is gone, and everything can go elsewhere. */
final class Soundness {
    private static final AtomicInteger COPIES = new AtomicInteger();

    private Soundness() {}

    static void holds(String what, SchoolYear school) {
        sound(what + ", school " + school.name, school.head);
        theGoneStayGone(what + ", school " + school.name, SchoolYear.found(school.store, school.folder), school);
    }

    private static void sound(String what, Desk head) {
        Inspection check = head.safekeeping().check();
        assertThat(check.journal().faults()).as(what + ": journal").isEmpty();
        assertThat(check.storage()).as(what + ": storage").isEmpty();
        assertThat(check.references().stream().map(each -> each.in(Locale.ENGLISH)))
                .as(what + ": references")
                .isEmpty();
        assertThat(head.journal().verify().sound()).as(what + ": verify").isTrue();
    }

    private static void theGoneStayGone(String what, Map<Integer, String> found, SchoolYear school) {
        Map<Integer, String> back = new TreeMap<>(found);
        back.keySet().retainAll(school.gone);
        assertThat(back).as(what + ": erased, and found again").isEmpty();
    }

    /** Lists and matrices show what the same person may read one by one, now. */
    static void manyShowWhatOneShows(String what, SchoolYear school, Random dice) {
        Map<String, DossierId> dossiers = new TreeMap<>();
        school.pupils.forEach((person, dossier) -> dossiers.put(person.value(), dossier));
        ManyAndOne many =
                new ManyAndOne(school.portfolio, school.head, school.adoption, dossiers, school.cohorts.values());
        many.compare(what + ", head", school.head.actor());
        List<PersonId> people = new ArrayList<>(school.teachers);
        people.addAll(school.pupils.keySet());
        for (int each = 0; each < 3; each++) {
            PersonId person = people.get(dice.nextInt(people.size()));
            many.compare(what + ", " + person, Actor.of(person.value()));
        }
    }

    /** Everything goes into a new store, which is sound too and hands out the same. */
    static void everythingTravels(String what, SchoolYear school, Stores into) throws IOException {
        KeptArchive all = new KeptArchive();
        school.head.archives().organisation(all);
        Path folder = Files.createDirectories(school.folder.resolveSibling("copy-" + COPIES.incrementAndGet()));
        try (var store = into.open(folder)) {
            Portfolio there = Portfolio.with(store).clock(school.clock).build();
            try {
                there.as(Actor.system()).archives().importFrom(all);
            } catch (PortfolioException refused) {
                throw new AssertionError(what + ": refused elsewhere", refused);
            }
            Desk head = there.as(school.head.actor());
            sound(what + ", restored", head);
            theGoneStayGone(what + ", restored", SchoolYear.found(store, folder), school);
            KeptArchive again = new KeptArchive();
            head.archives().organisation(again);
            assertThat(all.without(again))
                    .as(what + ": lost on the way, " + again.without(all))
                    .isEmpty();
            assertThat(again.without(all)).as(what + ": come by the way").isEmpty();
        }
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    /** One person takes their dossier along, which becomes history elsewhere, and reads all that is kept of them. */
    static void onePersonTravels(String what, SchoolYear school, Random dice) throws IOException {
        if (school.pupils.isEmpty()) return;
        PersonId person = new ArrayList<>(school.pupils.keySet()).get(dice.nextInt(school.pupils.size()));
        AtomicInteger records = new AtomicInteger();
        school.head.privacy().export(person, Locale.FRENCH).forEach(each -> records.incrementAndGet());
        assertThat(records).as(what + ": access export of " + person).hasPositiveValue();
        KeptArchive taken = new KeptArchive();
        try {
            Desk desk = dice.nextBoolean() ? school.head : school.as(person);
            desk.archives().takeAway(school.pupils.get(person), taken);
        } catch (PortfolioException gone) {
            return;
        }
        try (Portfolio there = Portfolio.with(Stores.IN_MEMORY.open(school.folder))
                .clock(school.clock)
                .build()) {
            Desk head = there.setUp("directrice");
            head.archives().importFrom(taken);
            assertThat(head.dossiers().earlier(school.first(person)))
                    .as(what + ": taken away")
                    .hasSize(1);
            sound(what + ", taken away", head);
        }
    }
}
