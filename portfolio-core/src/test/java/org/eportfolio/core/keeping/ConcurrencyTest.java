package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Code;
import org.eportfolio.id.DossierId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing acknowledged is lost, whoever writes at once. */
@Timeout(120)
class ConcurrencyTest extends Story {
    private static final int WRITERS = 16;
    private static final int EACH = 12;

    @Test
    void sixteen_teachers_in_one_dossier_lose_nothing() throws Exception {
        atOnce((writer, step) -> school.positioned(writer % 2 == 0 ? school.durand : school.petit, "C3.1", "acquis"));
        assertThat(count(school.dossier)).isEqualTo(WRITERS * EACH);
        sound();
    }

    @Test
    void sixteen_teachers_in_many_dossiers_and_whole_classes_lose_nothing() throws Exception {
        List<DossierId> dossiers = VosReves.LEARNERS.stream()
                .map(each -> school.as(each).dossiers().open(school.sno))
                .toList();
        atOnce((writer, step) -> {
            if (writer == 0) {
                return school.durand
                        .assessments()
                        .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis")
                                .because("x"));
            }
            NewPositioning input = NewPositioning.of("C3.1", "acquis").because("x");
            DossierId dossier = dossiers.get((writer + step) % dossiers.size());
            if (writer == 1) {
                return school.petit.together(desk -> {
                    desk.assessments().position(dossiers.get(0), input);
                    return desk.assessments().position(dossiers.get(1), input);
                });
            }
            return school.petit.assessments().position(dossier, input);
        });
        long all = dossiers.stream().mapToLong(this::count).sum();
        assertThat(all).isEqualTo(EACH * dossiers.size() + 2L * EACH + (WRITERS - 2L) * EACH);
        assertThat(school.durand.progress().matrix(school.cohort).lines())
                .allSatisfy(line -> assertThat(line.cells()).containsKeys(Code.of("C1.1"), Code.of("C3.1")));
        sound();
    }

    @Test
    void one_dossier_is_opened_however_many_ask_at_once() throws Exception {
        List<Object> opened =
                atOnce((writer, step) -> school.as("lina").dossiers().open(school.sno));
        assertThat(opened).containsOnly(opened.get(0));
        sound();
    }

    private interface Act {
        Object of(int writer, int step);
    }

    private static List<Object> atOnce(Act act) throws Exception {
        CountDownLatch start = new CountDownLatch(WRITERS);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<List<Object>>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<List<Object>> writing = () -> {
                    start.countDown();
                    start.await();
                    List<Object> done = new ArrayList<>();
                    for (int step = 0; step < EACH; step++) done.add(act.of(writer, step));
                    return done;
                };
                running.add(writers.submit(writing));
            }
            List<Object> all = new ArrayList<>();
            for (Future<List<Object>> each : running) all.addAll(each.get());
            return all;
        } finally {
            writers.shutdownNow();
        }
    }

    private long count(DossierId dossier) {
        return school.durand
                .assessments()
                .list(dossier, PageRequest.first(1_000))
                .items()
                .size();
    }

    private void sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }
}
