package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.PageRequest;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.ReviewDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.Test;

/** Peer review asks the store as often for a class of thirty-six as for one of eight. */
class PeerReviewReadingsTest {
    @Test
    void each_call_takes_as_few_readings_for_a_large_class_as_for_a_small_one() {
        Map<String, Integer> small = readings(4, 2);
        Map<String, Integer> large = readings(32, 6);
        assertThat(large).isEqualTo(small);
        assertThat(small.values()).allMatch(each -> each <= 16);
    }

    private static Map<String, Integer> readings(int more, int each) {
        Counting store = new Counting();
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (VosReves school = VosReves.over(store)) {
            List<String> names = new ArrayList<>(VosReves.LEARNERS);
            for (int i = 0; i < more; i++) names.add("learner-" + i);
            school.head.cohorts().enrol(VosReves.CLASS, learners(names.toArray(String[]::new)));
            store.count("open", counts, () -> campaign(school));
            Campaign campaign = campaign(school);
            for (String name : names) {
                DossierId dossier = school.as(name).dossiers().open(school.sno);
                var card = school.as(name).productions().add(dossier, NewProduction.titled("Carte"));
                store.count(
                        "handIn",
                        counts,
                        () -> school.as(name).campaigns().handIn(campaign.id(), dossier, NewHandIn.of(card)));
            }
            store.count("draw", counts, () -> school.durand.campaigns().draw(campaign.id(), each));
            store.count("assigned", counts, () -> school.malo.reviews().assigned(PageRequest.first(100)));
            for (ReviewAssignment task : school.durand
                    .campaigns()
                    .assignments(campaign.id(), PageRequest.first(1_000))
                    .items()) {
                ReviewDesk desk = school.as(task.reviewer().value()).reviews();
                store.count(
                        "submit",
                        counts,
                        () -> desk.submit(task.id(), Remarks.strength("Clair.").on(1, "Des dates ?", "acquis")));
            }
            store.count(
                    "assignments",
                    counts,
                    () -> school.durand.campaigns().assignments(campaign.id(), PageRequest.first(1_000)));
            school.clock.set("2026-09-12T08:00:00Z");
            store.count(
                    "received", counts, () -> school.emma.reviews().received(school.dossier, PageRequest.first(100)));
            store.count("levels", counts, () -> school.emma.reviews().levels(school.dossier));
            store.count("progress", counts, () -> school.emma.progress().of(school.dossier));
        }
        return counts;
    }

    private static Campaign campaign(VosReves school) {
        return school.durand
                .campaigns()
                .open(NewCampaign.of(school.cohort, "Relire")
                        .asking(Criterion.of("Sources ?").about("C3.1").withLevel())
                        .until(PeerClass.FRIDAY)
                        .anonymously());
    }

    /** An in-memory store that counts what it is asked. */
    private static final class Counting extends PassingStore {
        private final AtomicInteger asked = new AtomicInteger();

        void count(String call, Map<String, Integer> counts, Runnable run) {
            asked.set(0);
            run.run();
            counts.merge(call, asked.get(), Math::max);
        }

        Counting() {
            super(new InMemoryStore());
        }

        @Override
        protected View seen(View view) {
            return (View) Proxy.newProxyInstance(
                    View.class.getClassLoader(), new Class<?>[] {View.class}, (proxy, method, arguments) -> {
                        asked.incrementAndGet();
                        try {
                            return method.invoke(view, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
