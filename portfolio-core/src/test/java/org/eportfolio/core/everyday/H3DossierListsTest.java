package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.ClassFilter.State;
import org.eportfolio.agenda.Queue;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.Test;

/** H3: a dossier's own lists take the filters of the class's, and a list of the queue reads what it is made of alone. */
class H3DossierListsTest extends Story {
    private static final PageRequest NEWEST = PageRequest.newest(10);

    private Production made(NewProduction production) {
        school.clock.advance(Duration.ofMinutes(1));
        return school.emma.productions().add(school.dossier, production);
    }

    private List<Production> productions(Desk reader, ClassFilter filter) {
        return reader.productions().list(school.dossier, filter, NEWEST).items();
    }

    @Test
    void productions_are_filtered_by_competency_situation_author_state_and_day() {
        Production map = made(NewProduction.titled("Carte").showing("C3.1"));
        Production quote =
                made(NewProduction.titled("Devis").showing("C1.1").livedIn(new Setting.Workplace("VosRêves")));
        Instant later = school.clock.instant();
        Production site = made(NewProduction.titled("Site").showing("C3.1"));
        school.durand.feedback().comment(Subject.of(map), "Clair.");
        for (Desk reader : List.of(school.emma, school.durand)) {
            assertThat(productions(reader, ClassFilter.ALL)).containsExactly(site, quote, map);
            assertThat(productions(reader, ClassFilter.ALL.on("C3.1"))).containsExactly(site, map);
            assertThat(productions(reader, ClassFilter.ALL.in("VosRêves"))).containsExactly(quote);
            assertThat(productions(reader, ClassFilter.ALL.being(State.ANSWERED)))
                    .containsExactly(map);
            assertThat(productions(reader, ClassFilter.ALL.being(State.WAITING).on("C3.1")))
                    .containsExactly(site);
            assertThat(productions(reader, ClassFilter.ALL.since(later.plusSeconds(1))))
                    .containsExactly(site);
            assertThat(productions(reader, ClassFilter.ALL.by(PersonId.of("emma"))))
                    .hasSize(3);
            assertThat(productions(reader, ClassFilter.ALL.by(PersonId.of("malo"))))
                    .isEmpty();
        }
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, ClassFilter.ALL.on("C3.1"), PageRequest.first(1))
                        .items())
                .containsExactly(map);
    }

    @Test
    void pages_of_a_filter_hold_each_once() {
        List<Production> wanted = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Production one = made(NewProduction.titled("Page " + i).showing(i % 2 == 0 ? "C3.1" : "C1.1"));
            if (i % 2 == 0) wanted.add(one);
        }
        List<Production> found = new ArrayList<>();
        for (PageRequest next = PageRequest.first(2); next != null; ) {
            Page<Production> page = school.emma.productions().list(school.dossier, ClassFilter.ALL.on("C3.1"), next);
            found.addAll(page.items());
            next = page.next();
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void reflections_and_goals_are_filtered_alike() {
        Production map = made(NewProduction.titled("Carte").showing("C3.1"));
        Reflection citing = school.emma.reflections().share(school.dossier, Given.INSTALLING.citing(map));
        school.emma.reflections().share(school.dossier, Given.INSTALLING);
        assertThat(school.durand
                        .reflections()
                        .list(school.dossier, ClassFilter.ALL.on("C3.1"), NEWEST)
                        .items())
                .containsExactly(citing);
        Goal open = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY));
        Goal other = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C1.1", "acquis").by(VosReves.TODAY));
        Goal claimed = school.emma.goals().claim(other, "Fait.", Citation.of(map));
        assertThat(goals(ClassFilter.ALL)).containsExactly(claimed, open);
        assertThat(goals(ClassFilter.ALL.on("C3.1"))).containsExactly(open);
        assertThat(goals(ClassFilter.ALL.being(State.WAITING))).containsExactly(claimed);
        assertThat(goals(ClassFilter.ALL.in("VosRêves"))).isEmpty();
    }

    private List<Goal> goals(ClassFilter filter) {
        return school.durand.goals().list(school.dossier, filter, NEWEST).items();
    }

    @Test
    void what_does_not_open_is_not_listed_and_a_situation_without_end_is_refused() {
        assertThatThrownBy(() -> productions(school.malo, ClassFilter.ALL)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> productions(school.emma, ClassFilter.ALL.in("x".repeat(100_000))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_list_of_the_queue_reads_no_record_that_cannot_stand_in_it() throws IOException {
        Set<String> read = new HashSet<>();
        Path counted = Files.createDirectory(folder.resolve("counted"));
        try (VosReves other = VosReves.over(new KindsRead(stores.open(counted), read))) {
            other.mindMap();
            for (Queue.Part part : Queue.Part.values()) {
                read.clear();
                other.durand.queue().list(other.cohort, part, NEWEST);
                assertThat(read).as("%s", part).doesNotContain("assessment", "watch-entry", "progress-note");
                assertThat(read.contains("production")).isEqualTo(part == Queue.Part.PRODUCTIONS);
                assertThat(read.contains("goal")).isEqualTo(part == Queue.Part.CLAIMS);
                assertThat(read.contains("interview")).isEqualTo(part == Queue.Part.INTERVIEWS);
                assertThat(read.contains("reflection")).isEqualTo(part == Queue.Part.OWED);
            }
        }
    }

    /** Notes of which kinds rows are asked for. */
    private static final class KindsRead extends PassingStore {
        private final Set<String> read;

        KindsRead(PortfolioStore sound, Set<String> read) {
            super(sound);
            this.read = read;
        }

        @Override
        protected View seen(View view) {
            return (View) Proxy.newProxyInstance(
                    View.class.getClassLoader(), new Class<?>[] {View.class}, (proxy, method, arguments) -> {
                        for (Object each : arguments == null ? new Object[0] : arguments) {
                            if (each instanceof Kind kind) read.add(kind.name());
                        }
                        try {
                            return method.invoke(view, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
