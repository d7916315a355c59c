package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Namesakes;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.SchoolYear;
import org.junit.jupiter.api.Test;

/** Names: their order, their spelling, and who shares one. */
class NamesTest extends Story {
    private static final NameOrder FRENCH = NameOrder.of(Locale.FRENCH);

    private static List<String> shuffled(List<String> names) {
        List<String> others = new ArrayList<>(names);
        Collections.shuffle(others, new Random(7));
        return others;
    }

    @Test
    void names_are_sorted_word_by_word_then_by_accents_then_by_case() {
        List<String> names = List.of(
                "Abel Zoé",
                "D'Artagnan",
                "D’Artagnan",
                "Dupont",
                "Éluard",
                "Esnault",
                "Martin Anne",
                "Martin Leroy",
                "Martin-Petit",
                "Martinet",
                "œuvrard",
                "Oger",
                "Petit Jean",
                "Petit-Jean",
                "Petitjean",
                "pons",
                "Pons",
                "Pöns");

        assertThat(shuffled(names).stream().sorted(FRENCH)).containsExactlyElementsOf(names);
    }

    @Test
    void people_are_sorted_by_family_name_before_given_name() {
        List<PersonName> names = List.of(
                PersonName.of("Zoé", "Martin"),
                PersonName.of("Anne", "Martin Leroy"),
                PersonName.of("Anne", "Martin"),
                PersonName.shown("Martin Bernard"),
                PersonName.of("Bob", "Martinet"));

        assertThat(names.stream().sorted(FRENCH.people()).map(PersonName::display))
                .containsExactly("Anne Martin", "Zoé Martin", "Martin Bernard", "Anne Martin Leroy", "Bob Martinet");
    }

    @Test
    void cohorts_are_sorted_with_their_numbers_by_value() {
        List<String> names = List.of("1SNO", "2de", "2SNO", "2SNO 2", "2SNO 10", "10e", "CAP 1", "CAP 02");

        assertThat(shuffled(names).stream().sorted(FRENCH.cohortNames())).containsExactlyElementsOf(names);
    }

    @Test
    void the_order_is_total_and_keeps_to_its_contract() {
        Random random = new Random(11);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int c = 0; c < 1 + random.nextInt(6); c++)
                name.append("aàAeé -'’01z\u0301".charAt(random.nextInt(13)));
            names.add(name.toString());
        }
        for (String one : names) {
            for (String other : names) {
                assertThat(Integer.signum(FRENCH.compare(one, other)))
                        .isEqualTo(-Integer.signum(FRENCH.compare(other, one)));
                if (FRENCH.compare(one, other) == 0) assertThat(one).isEqualTo(other);
            }
        }
        List<String> sorted = names.stream().sorted(FRENCH).toList();
        for (int i = 0; i < sorted.size(); i += 7) {
            for (int j = i; j < sorted.size(); j += 5) {
                assertThat(FRENCH.compare(sorted.get(i), sorted.get(j))).isNotPositive();
            }
        }
    }

    @Test
    void lists_of_people_follow_their_family_names() {
        Map<PersonId, PersonName> names = new LinkedHashMap<>();
        names.put(PersonId.of("emma"), PersonName.of("Emma", "Zola"));
        names.put(PersonId.of("yanis"), PersonName.of("Yanis", "Abel"));
        names.put(PersonId.of("lina"), PersonName.shown("Martinet Lina"));
        names.put(PersonId.of("malo"), PersonName.of("Malo", "Martin Leroy"));
        school.head.people().nameInParts(NamedPerson.all(names));

        assertThat(school.durand.people().sorted(names.keySet(), Locale.FRENCH).values())
                .containsExactly("Yanis Abel", "Malo Martin Leroy", "Martinet Lina", "Emma Zola");
        assertThat(school.head.people().inParts(names.keySet())).isEqualTo(names);
    }

    @Test
    void a_name_that_is_shown_the_same_keeps_its_parts_and_another_one_loses_them() {
        PersonId emma = PersonId.of("emma");
        school.head.people().nameInParts(new NamedPerson(emma, PersonName.of("Emma", "Zola")));

        school.head.people().name(emma, "Emma Zola");
        assertThat(school.head.people().kept(List.of(emma))).containsValue(PersonName.of("Emma", "Zola"));

        school.head.people().name(emma, "Emma Abel");
        assertThat(school.head.people().kept(List.of(emma))).containsValue(PersonName.shown("Emma Abel"));
    }

    @Test
    void two_of_one_name_are_told_apart_by_their_ids() {
        school.head.people().name(Map.of(PersonId.of("emma"), "Emma Martin", PersonId.of("lina"), "Emma  MARTIN"));

        assertThat(school.durand.people().named(List.of(PersonId.of("emma"), PersonId.of("malo"), PersonId.of("lina"))))
                .containsEntry(PersonId.of("emma"), "Emma Martin (emma)")
                .containsEntry(PersonId.of("lina"), "Emma  MARTIN (lina)")
                .containsEntry(PersonId.of("malo"), "malo");
        assertThat(Namesakes.toldApart(Map.of(PersonId.of("a"), "D'Arc", PersonId.of("b"), "D’Arc"), Locale.FRENCH))
                .containsValues("D'Arc (a)", "D’Arc (b)");
    }

    @Test
    void two_spellings_of_one_name_are_one() {
        String decomposed = Normalizer.normalize("Zoé", Normalizer.Form.NFD);

        school.head.people().name(PersonId.of("emma"), decomposed);
        assertThat(school.durand.people().named(List.of(PersonId.of("emma")))).containsValue("Zoé");

        school.head.cohorts().enrol("Théâtre", learners("emma"));
        school.head.cohorts().enrol(Normalizer.normalize("Théâtre", Normalizer.Form.NFD), learners("malo"));
        assertThat(school.head.cohorts().list(PageRequest.first(50)).items())
                .extracting(Cohort::name)
                .filteredOn(each -> each.startsWith("Th"))
                .containsExactly("Théâtre");
    }

    @Test
    void cohorts_of_one_name_differ_by_their_school_year() {
        SchoolYear year = SchoolYear.beginningIn(2026);
        var first = school.head.cohorts().enrol("2SNO", year, learners("emma"));
        var next = school.head.cohorts().enrol("2SNO", SchoolYear.beginningIn(2027), learners("malo"));

        assertThat(next).isNotEqualTo(first);
        assertThat(school.head.cohorts().find("2SNO", year).orElseThrow().id()).isEqualTo(first);
        assertThat(school.head.cohorts().find("2SNO").orElseThrow().id()).isEqualTo(next);
        assertThat(school.head.cohorts().list(PageRequest.first(50)).items())
                .extracting(Cohort::schoolYear)
                .containsSubsequence(year, SchoolYear.beginningIn(2027));
        Refusals.refused(
                org.eportfolio.ConflictException.class,
                "another cohort is called 2SNO in 2026-2027 already",
                "s'appelle déjà 2SNO en 2026-2027",
                () -> school.head.cohorts().stateYear(next, year));
    }

    @Test
    void a_school_year_is_read_as_people_write_it() {
        assertThat(SchoolYear.of("2026")).isEqualTo(SchoolYear.of("2026-2027")).isEqualTo(SchoolYear.of("2026/2027"));
        assertThat(SchoolYear.of("2026")).hasToString("2026-2027");
        for (String each : List.of("", "26", "2026-2028", "deux mille", "2026-27")) {
            Refusals.refused(
                    org.eportfolio.InvalidInputException.class,
                    "a school year is written as",
                    "une année scolaire s'écrit",
                    () -> SchoolYear.of(each));
        }
    }
}
