package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.junit.jupiter.api.Test;

/** Several calls as one commit. */
class TogetherTest extends Story {
    @Test
    void the_calls_see_what_those_before_them_did_and_nobody_else_does_before_the_commit() {
        Assessment published = school.emma.together(desk -> {
            Production map = desk.productions().add(school.dossier, NewProduction.titled("Carte"));
            assertThat(desk.productions()
                            .list(school.dossier, PageRequest.first(10))
                            .items())
                    .containsExactly(map);
            assertThat(school.emma
                            .productions()
                            .list(school.dossier, PageRequest.first(10))
                            .items())
                    .isEmpty();
            return desk.assessments()
                    .publish(
                            school.dossier,
                            NewSelfAssessment.of("C3.1", "acquis").citing(map));
        });
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(map -> assertThat(map.current().frozen()).isNotNull());
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(published);
    }

    @Test
    void they_are_one_change_in_the_journal() {
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        school.emma.together(desk -> {
            desk.productions().add(school.dossier, NewProduction.titled("Un"));
            return desk.productions().add(school.dossier, NewProduction.titled("Deux"));
        });
        List<JournalEntry> entries = school.head.changes().after(before, 1_000).entries();
        assertThat(entries).hasSize(2);
        assertThat(entries)
                .extracting(JournalEntry::change)
                .containsOnly(entries.get(0).change());
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a_refusal_that_gets_out_undoes_all_of_them() {
        long before = school.journalLength();
        assertThatThrownBy(() -> school.emma.together(desk -> {
                    desk.productions().add(school.dossier, NewProduction.titled("Un"));
                    return desk.productions().add(school.dossier, NewProduction.titled(" "));
                }))
                .isInstanceOf(InvalidInputException.class);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void a_refused_call_that_is_caught_leaves_nothing_of_itself() {
        Production map = school.mindMap();
        school.durand.together(desk -> {
            assertThatThrownBy(() -> desk.assessments()
                            .position(
                                    school.dossier,
                                    NewPositioning.of("C3.1", "acquis")
                                            .citing(map)
                                            .citing(new org.eportfolio.dossier.Citation(school.dossier, map.id(), 9))))
                    .isInstanceOf(InvalidInputException.class);
            return desk.assessments()
                    .position(
                            school.dossier, NewPositioning.of("C3.2", "acquis").because("Vu."));
        });
        assertThat(school.emma.productions().get(school.dossier, map.id()))
                .as("the refused citation froze nothing")
                .isEqualTo(map);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void it_runs_again_when_somebody_else_was_faster() {
        AtomicInteger runs = new AtomicInteger();
        Production map = school.mindMap();
        Assessment judged = school.durand.together(desk -> {
            Assessment mine = desk.assessments()
                    .position(
                            school.dossier, NewPositioning.of("C3.1", "acquis").citing(map));
            if (runs.incrementAndGet() == 1) school.positioned(school.petit, "C3.1", "en-cours");
            return mine;
        });
        assertThat(runs).hasValue(2);
        assertThat(school.emma
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(2)
                .contains(judged);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void together_inside_together_is_the_same_commit() {
        long before = school.journalLength();
        assertThatThrownBy(() -> school.emma.together(outer -> {
                    outer.together(inner -> inner.productions().add(school.dossier, NewProduction.titled("Un")));
                    throw new IllegalStateException("et puis non");
                }))
                .hasMessage("et puis non");
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void a_framework_published_and_adopted_together_serves_at_once_and_only_if_committed() {
        FrameworkId crcn = BundledFrameworks.CRCN.framework().id();
        assertThatThrownBy(() -> school.head.together(desk -> {
                    AdoptionId adoption = desk.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
                    desk.dossiers().accompany(school.dossier, adoption);
                    throw new IllegalStateException("et puis non");
                }))
                .hasMessage("et puis non");
        assertThatThrownBy(() -> school.head.frameworks().get(crcn))
                .isInstanceOf(org.eportfolio.NotFoundException.class);
        Optional<AdoptionId> adopted = school.head.together(desk -> {
            AdoptionId adoption = desk.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
            desk.dossiers().accompany(school.dossier, adoption);
            return Optional.of(adoption);
        });
        assertThat(school.emma.dossiers().get(school.dossier).companions()).containsExactly(adopted.orElseThrow());
    }

    @Test
    @SuppressWarnings("NullAway")
    void giving_back_nothing_is_refused_before_anything_is_written() {
        long before = school.journalLength();
        assertThatThrownBy(() -> school.emma.<Production>together(desk -> {
                    desk.productions().add(school.dossier, NewProduction.titled("Un"));
                    return null;
                }))
                .isInstanceOf(NullPointerException.class);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void a_load_is_never_part_of_it() {
        assertThatThrownBy(() -> school.head.together(desk -> desk.bulk())).isInstanceOf(IllegalStateException.class);
    }
}
