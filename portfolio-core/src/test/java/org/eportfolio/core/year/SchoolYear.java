package org.eportfolio.core.year;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.school.Actor;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.Members;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;

/** One of the two schools: its store, who is there, and where marks stand in what it keeps. */
final class SchoolYear implements AutoCloseable, ErasureRegister {
    final String name;
    final Marks marks;
    final MutableClock clock;
    final Path folder;
    final PortfolioStore store;
    final Portfolio portfolio;
    final PersonId headOfSchool;
    final Desk head;
    final AdoptionId adoption;
    final Map<String, CohortId> cohorts = new LinkedHashMap<>();
    /** Who has a dossier of this school's own. */
    final Map<PersonId, DossierId> pupils = new LinkedHashMap<>();

    /** Who ever had one. */
    final Set<PersonId> ever = new TreeSet<>(java.util.Comparator.comparing(PersonId::value));

    /** Whose id is another now, by that: the id that they came with, under which their records are written. */
    final Map<PersonId, PersonId> first = new HashMap<>();

    /** By which steps ids became others. */
    final List<IdChange> changes = new ArrayList<>();

    /** Reads both classes all year long; nothing of the year happens to them. */
    static final PersonId READER = PersonId.of("lecteur");

    final List<PersonId> teachers = new ArrayList<>();
    final Made made = new Made();
    /** What an erasure took, never to be found again. */
    final Set<Integer> gone = new TreeSet<>();

    private final List<ErasureReceipt> receipts = new ArrayList<>();

    SchoolYear(String name, Stores stores, Path folder, MutableClock clock, Marks marks, Scale scale)
            throws IOException {
        this.name = name;
        this.clock = clock;
        this.marks = marks;
        this.folder = Files.createDirectories(folder.resolve(name));
        store = stores.open(this.folder);
        portfolio = Portfolio.with(store)
                .clock(clock)
                .erasures(this)
                .examUse(VosReves.EXAMS)
                .build();
        headOfSchool = marks.person();
        head = portfolio.setUp(headOfSchool.value());
        adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, scale);
        for (String each : List.of("Une", "Deux")) {
            PersonId teacher = marks.person();
            teachers.add(teacher);
            cohorts.put(each, head.cohorts().enrol(each, Members.teachers(teacher.value())));
        }
        PersonId both = marks.person();
        teachers.add(both);
        cohorts.keySet().forEach(each -> head.cohorts().enrol(each, Members.teachers(both.value(), READER.value())));
    }

    static Scale scaleOf(int school) {
        return school == 0 ? ExampleScales.FOUR_STEPS : ExampleScales.THREE_DEGREES_OF_AUTONOMY;
    }

    Desk as(PersonId person) {
        return portfolio.as(Actor.of(person.value()));
    }

    /** The id under which records of a person are written. */
    PersonId first(PersonId person) {
        return first.getOrDefault(person, person);
    }

    /** The id that a person who came with this one has now. */
    PersonId now(PersonId came) {
        return first.entrySet().stream()
                .filter(each -> each.getValue().equals(came))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(came);
    }

    /** A pupil has another id. */
    void renamed(PersonId person, PersonId other) {
        PersonId came = first(person);
        first.remove(person);
        if (!came.equals(other)) first.put(other, came);
        DossierId dossier = pupils.remove(person);
        if (dossier != null) pupils.put(other, dossier);
        ever.add(other);
        marks.alsoCalled(person, other);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VosReves.PARIS);
    }

    @Override
    public void keep(ErasureReceipt receipt) {
        receipts.removeIf(each -> each.id().equals(receipt.id()));
        receipts.add(receipt);
    }

    @Override
    public List<ErasureReceipt> receipts() {
        return List.copyOf(receipts);
    }

    /** Every row there is. */
    static List<Row> rows(PortfolioStore store) {
        return store.read(view -> {
            List<Row> all = new ArrayList<>();
            for (Scope scope : view.scopes(null, 100_000)) {
                Kinds.ALL.forEach(kind -> all.addAll(view.list(scope, kind.kind(), null, 100_000)));
            }
            return all;
        });
    }

    /** The marks in each content, by its hash. */
    static Map<String, Set<Integer>> inContents(PortfolioStore store) {
        Map<String, Set<Integer>> found = new HashMap<>();
        for (KeptContent each : store.contents().list(null, 100_000)) {
            try (InputStream in = store.contents().open(each.content()).orElseThrow()) {
                found.put(each.content().sha256().toString(), Marks.in(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** All marks anywhere in a store, and where one of them stands: in rows, entries, contents, or the bytes of files. */
    static Map<Integer, String> found(PortfolioStore store, Path folder) {
        Map<Integer, String> found = new TreeMap<>();
        for (Row row : rows(store)) {
            put(Marks.in(row.body() + row.keys()), row.kind().name() + " " + row.id() + " in " + row.scope(), found);
        }
        store.<Boolean>read(view -> {
            for (Scope scope : view.scopes(null, 100_000)) {
                view.entries(scope, 0, 1_000_000)
                        .forEach(each -> put(Marks.in(each.body()), "entry " + each.number() + " of " + scope, found));
            }
            return true;
        });
        inContents(store).forEach((hash, some) -> put(some, "content " + hash, found));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(Marks.in(Files.readAllBytes(file)), "file " + file.getFileName(), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void put(Set<Integer> some, String place, Map<Integer, String> found) {
        some.forEach(each -> found.putIfAbsent(each, place));
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
