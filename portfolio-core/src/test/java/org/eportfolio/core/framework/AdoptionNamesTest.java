package org.eportfolio.core.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.util.Locale;
import org.eportfolio.InvalidInputException;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.framework.AdoptionNames;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.year.NewYear;
import org.junit.jupiter.api.Test;

/** Several adoptions have names that people use; a school with one never has to say it. */
class AdoptionNamesTest extends Story {
    @Test
    void a_school_with_one_adoption_never_says_which() {
        AdoptionNames names = school.durand.frameworks().names();
        assertThat(names.all()).containsExactly("mc-sno@2020");
        assertThat(names.require(null).id()).isEqualTo(school.sno);
        assertThat(names.require("mc-sno").id()).isEqualTo(school.sno);
    }

    @Test
    void a_name_is_as_long_as_tells_adoptions_apart() {
        AdoptionId three =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        AdoptionId crcn = school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
        AdoptionNames names = school.durand.frameworks().names();
        assertThat(names.all())
                .containsExactly(
                        "mc-sno@2020, four-steps",
                        "mc-sno@2020, three-degrees-of-autonomy",
                        BundledFrameworks.CRCN.framework().id().toString());
        for (String called : new String[] {
            "mc-sno@2020, four-steps",
            "MC-SNO four-steps",
            "four-steps, mc-sno, 2026",
            ExampleScales.FOUR_STEPS.title() + ", mc-sno"
        }) {
            assertThat(names.require(called).id()).as(called).isEqualTo(school.sno);
        }
        assertThat(names.require("three-degrees-of-autonomy").id()).isEqualTo(three);
        assertThat(names.require("crcn").id()).isEqualTo(crcn);
        names.all().forEach(each -> assertThat(names.of(names.require(each))).isEqualTo(each));
        refused(
                InvalidInputException.class,
                "mc-sno@2020, four-steps",
                "mc-sno@2020, three-degrees-of-autonomy",
                () -> names.require("mc-sno"));
        refused(
                InvalidInputException.class,
                "no adoption is called five-steps",
                "aucune adoption ne s'appelle five-steps",
                () -> names.require("five-steps"));
        refused(InvalidInputException.class, "several frameworks", "plusieurs", () -> names.require(null));
    }

    @Test
    void a_policy_tells_apart_what_all_else_does_not() {
        school.head
                .frameworks()
                .adopt(
                        BundledFrameworks.MC_SNO.framework().id(),
                        ExampleScales.FOUR_STEPS,
                        LevelPolicies.bestOfLast(3));
        AdoptionNames names = school.head.frameworks().names();
        assertThat(names.all())
                .doesNotHaveDuplicates()
                .allMatch(each -> each.startsWith("mc-sno@2020, four-steps, 2026, "));
        names.all().forEach(each -> assertThat(names.of(names.require(each))).isEqualTo(each));
    }

    @Test
    void what_a_cohort_or_a_year_lacks_is_said_by_names_never_by_ids() {
        AdoptionId three =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        school.head.dossiers().open(PersonId.of("emma"), three, LearnerStatus.SCHOOL);
        refused(
                InvalidInputException.class,
                "name one of mc-sno@2020, four-steps",
                "mc-sno@2020, three-degrees-of-autonomy",
                () -> school.durand.progress().matrix(school.cohort));
        assertThat(school.durand
                        .progress()
                        .matrix(school.cohort, three)
                        .adoption()
                        .id())
                .isEqualTo(three);
        assertThat(school.head.year().preview(NewYear.of("2026-2027")).missing())
                .anySatisfy(each -> assertThat(each.in(Locale.ENGLISH)).contains("mc-sno@2020, four-steps"));
    }
}
