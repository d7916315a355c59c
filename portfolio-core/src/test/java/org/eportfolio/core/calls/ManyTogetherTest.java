package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.eportfolio.InvalidInputException;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.junit.jupiter.api.Test;

/** Many calls as one commit cost as many times what one of them costs. */
class ManyTogetherTest extends Story {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void four_times_as_many_calls_allocate_about_four_times_as_much() {
        named("échauffement", 200);
        long few = named("peu", 200);
        long many = named("beaucoup", 800);
        assertThat((double) many / few)
                .as("memory for 800 calls against 200; copying what is pending at each call makes it 10 and more")
                .isLessThan(5.5);
    }

    private long named(String prefix, int people) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        school.head.together(head -> {
            for (int i = 0; i < people; i++) head.people().name(PersonId.of(prefix + i), "Personne " + i);
            return true;
        });
        return THREAD.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void a_refused_call_gives_back_what_calls_before_it_had_pending() {
        Production map = school.emma.together(emma -> {
            Production added = emma.productions().add(school.dossier, NewProduction.titled("Carte"));
            Citation nowhere = new Citation(school.dossier, added.id(), 9);
            assertThatThrownBy(() -> emma.assessments()
                            .publish(
                                    school.dossier,
                                    NewSelfAssessment.of("C3.1", "acquis")
                                            .citing(added)
                                            .citing(nowhere)))
                    .as("refused once the first citation had frozen the map")
                    .isInstanceOf(InvalidInputException.class);
            return added;
        });
        assertThat(school.emma.productions().get(school.dossier, map.id())).isEqualTo(map);
        assertThat(map.current().frozen()).isNull();
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }
}
