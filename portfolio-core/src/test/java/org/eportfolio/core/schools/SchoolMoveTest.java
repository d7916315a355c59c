package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.VosReves.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SchoolMove;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Actor;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A school moves from a file to a database, or back, while people work in it. */
@ParameterizedClass(name = "to {0}")
@EnumSource(SchoolPlaces.class)
class SchoolMoveTest {
    private static final ProgressListener NONE = ProgressListener.NONE;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    SchoolPlaces target;

    @TempDir
    Path folder;

    private final List<PortfolioStore> opened = new ArrayList<>();
    private final String here = UUID.randomUUID().toString();
    private final String there = UUID.randomUUID().toString();

    @SuppressWarnings("NullAway.Init")
    private VosReves school;

    @SuppressWarnings("NullAway.Init")
    private PortfolioStore from;

    @SuppressWarnings("NullAway.Init")
    private PortfolioStore to;

    @BeforeEach
    void the_school_lives_somewhere() {
        from = at(source(), here);
        school = VosReves.over(from);
        school.positioned(school.durand, "C3.1", "en-cours");
        to = at(target, there);
    }

    @AfterEach
    void all_is_closed() {
        school.close();
        opened.forEach(PortfolioStore::close);
    }

    private SchoolPlaces source() {
        return target == SchoolPlaces.DATABASE ? SchoolPlaces.FOLDER_OF_FILES : SchoolPlaces.DATABASE;
    }

    /** As another process opens the school of this id. */
    private PortfolioStore at(SchoolPlaces place, String id) {
        PortfolioStore store = place.made(id, folder);
        opened.add(store);
        return store;
    }

    private SchoolMove move(PortfolioStore source, PortfolioStore destination) {
        return SchoolMove.between(source, "ici", destination, "là-bas", Clock.fixed(Instant.EPOCH, VosReves.PARIS));
    }

    private static void refuses(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StorageException.class,
                        e -> assertThat(e.reason().key()).isEqualTo(key));
    }

    /** Whether a commit that changes nothing in the end gets through. */
    static boolean isWritable(PortfolioStore store) {
        Row row = new Row(new Scope(new UUID(9, 9)), new Kind("probe"), new UUID(9, 9), "{}", Set.of());
        try {
            store.commit(new Change(Map.of(), List.of(), List.of(row), List.of()));
            store.commit(new Change(Map.of(), List.of(RowName.of(row)), List.of(), List.of()));
            return true;
        } catch (StorageException refused) {
            assertThat(refused.reason().key()).isIn("storage.moved", "storage.receiving");
            return false;
        }
    }

    private Portfolio arrived() {
        return Portfolio.with(at(target, there)).clock(school.clock).build();
    }

    @Test
    void cursors_anchors_links_files_and_the_journal_go_on_in_the_new_place() throws Exception {
        Production map = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale").showing("C3.1").attaching(file("carte.txt", "Mercanet")));
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(
                                school.dossier,
                                NewShowcase.titled("Mon parcours").showing(map, "J'en suis fière.")));
        String link = school.emma
                .shares()
                .share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(30))
                .token()
                .text();
        Cursor cursor = school.head.changes().after(Cursor.START, 7).next();
        Anchor anchor = school.head.journal().anchor();
        from.accessLog()
                .orElseThrow()
                .add(List.of(new LoggedReading(
                        new UUID(7, 7),
                        new Scope(school.dossier.value()),
                        VosReves.BEGINNING,
                        "m.durand",
                        "TEACHER",
                        "goal",
                        null)));

        SchoolMove move = move(from, to);
        move.copy(NONE);
        school.positioned(school.petit, "C3.2", "acquis");
        SchoolMove.Receipt receipt = move.finish(NONE);

        assertThat(receipt.files()).isEqualTo(1);
        assertThat(receipt.entries()).isEqualTo(school.journalLength());
        assertThat(move.finish(NONE)).isEqualTo(receipt);
        try (Portfolio moved = arrived()) {
            var head = moved.as(Actor.of("proviseure"));
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.journal().verify(anchor).faults()).isEmpty();
            assertThat(head.changes().after(cursor, 500).entries())
                    .isEqualTo(school.head.changes().after(cursor, 500).entries());
            assertThat(moved.as(Actor.bearing(link)).shared().showcase()).isNotNull();
            var emma = moved.as(Actor.of("emma"));
            assertThat(emma.progress().of(school.dossier))
                    .isEqualTo(school.emma.progress().of(school.dossier));
            try (var in = emma.productions()
                    .download(
                            school.dossier, map.id(), map.contents().findFirst().orElseThrow())) {
                assertThat(in.readAllBytes()).asString().isEqualTo("Mercanet");
            }
            Cursor last = head.changes().after(cursor, 500).next();
            emma.productions().add(school.dossier, NewProduction.titled("Après").showing("C3.1"));
            assertThat(head.changes().after(last, 500).entries()).hasSize(1);
            assertThat(head.journal().verify().faults()).isEmpty();
        }
        assertThat(at(target, there)
                        .accessLog()
                        .orElseThrow()
                        .of(new Scope(school.dossier.value()), PageRequest.first(9)))
                .hasSize(1);
    }

    @Test
    void every_process_at_the_old_place_is_refused_and_told_where_the_school_is() {
        PortfolioStore another = at(source(), here);
        move(from, to).finish(NONE);
        for (PortfolioStore each : List.of(from, another, at(source(), here))) {
            assertThatThrownBy(() -> each.commit(new Change(
                            Map.of(),
                            List.of(),
                            List.of(new Row(Scope.ORGANISATION, new Kind("a"), new UUID(1, 1), "{}", Set.of())),
                            List.of())))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.reason().arguments()).contains("là-bas"));
        }
        refuses("storage.moved", () -> school.mindMap());
        assertThat(school.emma.progress().of(school.dossier)).isNotNull();
        assertThat(isWritable(to)).isTrue();
    }

    @Test
    void a_file_that_is_on_its_way_when_the_school_leaves_is_refused_like_a_commit() throws Exception {
        Instant monday = VosReves.BEGINNING;
        byte[] large = new byte[700_000];
        Stored kept = from.contents().write(new ByteArrayInputStream(new byte[] {1}), monday);
        PortfolioStore another = at(source(), here);
        InputStream whileItMoves = new SequenceInputStream(
                new ByteArrayInputStream(large),
                new Late(() -> move(another, to).finish(NONE)));
        refuses("storage.moved", () -> from.contents().write(whileItMoves, monday));
        assertThat(isWritable(to)).isTrue();
        for (PortfolioStore each : List.of(from, another)) {
            refuses("storage.moved", () -> each.contents().write(new ByteArrayInputStream(large), monday));
            refuses("storage.moved", () -> each.contents().write(new ByteArrayInputStream(new byte[9]), monday));
            refuses("storage.moved", () -> each.contents().write(new ByteArrayInputStream(new byte[] {1}), monday));
            refuses("storage.moved", () -> each.contents().remove(kept, Instant.MAX));
            assertThat(each.contents().list(null, 9))
                    .extracting(KeptContent::content)
                    .containsExactly(kept);
        }
        assertThat(to.contents().list(null, 9)).extracting(KeptContent::content).containsExactly(kept);
        assertThat(to.contents().write(new ByteArrayInputStream(large), monday).size())
                .isEqualTo(700_000);
        move(from, to).removeSource();
        assertThat(from.check()).isEmpty();
    }

    /** A stream without bytes, before whose end something happens. */
    private static final class Late extends InputStream {
        private final Runnable happens;

        Late(Runnable happens) {
            this.happens = happens;
        }

        @Override
        public int read() {
            happens.run();
            return -1;
        }
    }

    @Test
    void what_is_written_meanwhile_arrives_and_what_was_refused_does_not() throws Exception {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch writing = new CountDownLatch(1);
        AtomicBoolean refused = new AtomicBoolean();
        List<Thread> people = Stream.of("emma", "malo")
                .map(person -> new Thread(() -> {
                    DossierId dossier = person.equals("emma") ? school.dossier : school.malos;
                    for (int i = 0; i < 200 && !refused.get(); i++) {
                        String title = person + " " + i;
                        try {
                            school.as(person)
                                    .productions()
                                    .add(dossier, NewProduction.titled(title).showing("C3.1"));
                            acknowledged.add(title);
                            writing.countDown();
                        } catch (StorageException e) {
                            refused.set(e.reason().key().equals("storage.moved"));
                        }
                    }
                }))
                .toList();
        people.forEach(Thread::start);
        assertThat(writing.await(1, TimeUnit.MINUTES)).isTrue();
        SchoolMove move = move(from, to);
        move.copy(NONE);
        move.copy(NONE);
        move.finish(NONE);
        for (Thread each : people) each.join(60_000);
        assertThat(people).noneMatch(Thread::isAlive);
        try (Portfolio moved = arrived()) {
            List<String> titles = new ArrayList<>();
            titles.addAll(titles(moved, "emma"));
            titles.addAll(titles(moved, "malo"));
            assertThat(titles).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(moved.as(Actor.of("proviseure")).journal().verify().faults())
                    .isEmpty();
        }
    }

    private List<String> titles(Portfolio moved, String person) {
        DossierId dossier = person.equals("emma") ? school.dossier : school.malos;
        List<String> titles = new ArrayList<>();
        PageRequest next = PageRequest.first(PageRequest.LARGEST);
        while (true) {
            List<Production> page =
                    moved.as(Actor.of(person)).productions().list(dossier, next).items();
            if (page.isEmpty()) return titles;
            page.forEach(each -> titles.add(each.title()));
            next = next.after(page.get(page.size() - 1).id().value());
        }
    }

    private boolean stopsAt(int step, boolean after, Consumer<SchoolMove> call) {
        var steps = new StoppedMoving.Steps(step, after);
        try {
            call.accept(move(new StoppedMoving(from, steps), new StoppedMoving(to, steps)));
            return false;
        } catch (StoppedMoving.Stopped stopped) {
            return true;
        }
    }

    private int writable() {
        return (isWritable(at(source(), here)) ? 1 : 0) + (isWritable(at(target, there)) ? 1 : 0);
    }

    @Test
    void stopped_before_or_after_any_step_it_can_be_given_up_and_never_are_two_open() {
        move(from, to).copy(NONE);
        assertThat(isWritable(to)).isFalse();
        int step = 0;
        while (!move(from, to).isFinished()) {
            step++;
            for (boolean after : new boolean[] {false, true}) stoppedAndGivenUp(step, after);
        }
        assertThat(step).isGreaterThanOrEqualTo(3);
        assertThat(move(from, to).isFinished()).isTrue();
        assertThat(isWritable(from)).isFalse();
        assertThat(isWritable(to)).isTrue();
    }

    private void stoppedAndGivenUp(int step, boolean after) {
        assertThat(stopsAt(step, after, move -> move.finish(NONE))).isTrue();
        assertThat(writable()).isLessThanOrEqualTo(1);
        if (move(from, to).isFinished()) return;
        for (int back = 1; stopsAt(back, true, SchoolMove::abandon); back++) {
            assertThat(writable()).isLessThanOrEqualTo(1);
        }
        assertThat(isWritable(from)).isTrue();
        assertThat(isWritable(to)).isFalse();
    }

    @Test
    void stopped_before_or_after_any_step_it_goes_on_where_it_was() {
        int step = 1;
        while (stopsAt(step++, true, move -> move.finish(NONE))
                && !move(from, to).isFinished()) {
            assertThat(writable()).isLessThanOrEqualTo(1);
        }
        assertThat(step).isGreaterThan(3);
        move(from, to).finish(NONE);
        try (Portfolio moved = arrived()) {
            assertThat(moved.as(Actor.of("proviseure")).journal().verify().faults())
                    .isEmpty();
        }
    }

    @Test
    void an_attempt_that_was_overtaken_by_another_writes_nothing_any_more() {
        SchoolMove early = move(from, to);
        early.copy(NONE);
        SchoolMove late = move(from, to);
        late.copy(NONE);
        school.mindMap();
        Moving receiving = to.moving().orElseThrow();
        UUID overtaken = UUID.randomUUID();
        refuses(
                "storage.move-state",
                () -> receiving.receive(overtaken, new Moving.Arrival(List.of(), List.of(), List.of())));
        refuses("storage.move-state", () -> receiving.open(overtaken, 1));
        refuses("storage.move-state", () -> receiving.abandon(overtaken));
        late.finish(NONE);
        refuses("storage.move-state", () -> from.moving().orElseThrow().stay(overtaken));
        assertThat(early.isFinished()).isTrue();
        refuses("storage.move-state", early::abandon);
        assertThat(writable()).isEqualTo(1);
    }

    @Test
    void a_place_that_has_a_school_takes_no_other_and_one_that_is_not_whole_is_not_used() {
        PortfolioStore inhabited = at(target, UUID.randomUUID().toString());
        try (Portfolio other = Portfolio.with(inhabited).clock(school.clock).build()) {
            other.setUp("une.autre.tete");
            refuses("storage.move-state", () -> move(from, inhabited).copy(NONE));
            assertThat(isWritable(inhabited)).isTrue();
        }
        move(from, to).copy(NONE);
        refuses("move.not-arrived", this::arrived);
        school.mindMap();
    }

    @Test
    void the_source_is_removed_by_a_call_of_its_own_and_goes_on_saying_where_the_school_is() {
        SchoolMove move = move(from, to);
        refuses("move.not-finished", move::removeSource);
        SchoolMove.Receipt receipt = move.finish(NONE);
        try (Portfolio moved = arrived()) {
            moved.as(Actor.of("emma"))
                    .productions()
                    .add(school.dossier, NewProduction.titled("Après").showing("C3.1"));
        }
        SchoolMove.Receipt removed = move(from, to).removeSource();
        assertThat(removed.sha256()).isEqualTo(receipt.sha256());
        assertThat(removed.entries()).isEqualTo(receipt.entries());
        PortfolioStore left = at(source(), here);
        assertThat(left.<Integer>read(
                        view -> view.feed(0, 9).size() + view.scopes(null, 9).size()))
                .isZero();
        assertThat(isWritable(left)).isFalse();
        assertThat(left.contents().list(null, 9)).isEmpty();
        assertThat(left.check()).isEmpty();
    }

    @Test
    void a_school_that_moved_can_move_on_and_come_back() {
        move(from, to).finish(NONE);
        move(from, to).removeSource();
        move(to, from).finish(NONE);
        assertThat(isWritable(at(source(), here))).isTrue();
        assertThat(isWritable(to)).isFalse();
        school.mindMap();
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }
}
