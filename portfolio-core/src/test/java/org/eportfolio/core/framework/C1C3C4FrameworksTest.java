package org.eportfolio.core.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;
import org.eportfolio.framework.Source;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.junit.jupiter.api.Test;

/** C1, C3, C4: published once for ever, adopted with a scale and a level policy. */
class C1C3C4FrameworksTest extends Story {
    private static final Framework SNO = BundledFrameworks.MC_SNO.framework();
    private static final Framework CRCN = BundledFrameworks.CRCN.framework();

    @Test
    void publishing_identical_content_again_changes_nothing() {
        long before = school.journalLength();
        assertThat(school.head.frameworks().publish(BundledFrameworks.MC_SNO.framework()))
                .isEqualTo(SNO.id());
        assertThat(school.head.frameworks().list(PageRequest.first(100)).items())
                .containsExactly(SNO);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void different_content_under_a_published_identity_is_a_conflict() {
        Framework renamed = titled(SNO, "Certificat de spécialisation", SNO.id());
        assertThatThrownBy(() -> school.head.frameworks().publish(renamed))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("mc-sno@2020");
        assertThat(school.head.frameworks().get(SNO.id())).isEqualTo(SNO);
        FrameworkId next = new FrameworkId("mc-sno", "2025");
        assertThat(school.head.frameworks().publish(titled(SNO, "Certificat de spécialisation", next)))
                .isEqualTo(next);
    }

    @Test
    void a_framework_never_published_is_not_found() {
        assertThatThrownBy(() -> school.head.frameworks().get(CRCN.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.head.frameworks().adopt(CRCN.id(), ExampleScales.FOUR_STEPS))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_crosswalk_ships_as_soon_as_both_ends_are_published() {
        assertThat(school.head.frameworks().crosswalk(SNO.id(), CRCN.id())).isEmpty();
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        Crosswalk crosswalk =
                school.durand.frameworks().crosswalk(SNO.id(), CRCN.id()).orElseThrow();
        assertThat(crosswalk.of(Code.of("C1.1"))).isPresent();
        assertThat(crosswalk.of(Code.of("C2.1"))).isEmpty();
        assertThat(crosswalk.of(Code.of("C3.1"))).isEmpty();
        assertThat(school.head.frameworks().crosswalk(CRCN.id(), SNO.id())).isEmpty();
    }

    @Test
    void a_crosswalk_names_codes_that_exist_and_never_changes() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        Crosswalk bad = crosswalk(List.of(Code.of("9.9")));
        assertThatThrownBy(() -> school.head.frameworks().publish(bad))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("9.9");
        Crosswalk other = crosswalk(List.of(Code.of("1.1")));
        assertThatThrownBy(() -> school.head.frameworks().publish(other)).isInstanceOf(ConflictException.class);
        long before = school.journalLength();
        BundledFrameworks.crosswalks().forEach(school.head.frameworks()::publish);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void adopting_the_same_again_gives_the_adoption_that_is_there() {
        long before = school.journalLength();
        assertThat(school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS))
                .isEqualTo(school.sno);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void another_scale_or_another_policy_is_another_adoption() {
        AdoptionId degrees = school.head.frameworks().adopt(SNO.id(), ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        AdoptionId best =
                school.head.frameworks().adopt(SNO.id(), ExampleScales.FOUR_STEPS, LevelPolicies.bestOfLast(3));
        assertThat(List.of(school.sno, degrees, best)).doesNotHaveDuplicates();
        assertThat(school.emma.frameworks().adoptions())
                .extracting(Adoption::policy)
                .containsExactly("latest-teacher-positioning", "latest-teacher-positioning", "best-of-last-3");
    }

    @Test
    void another_content_under_the_id_of_an_adopted_scale_is_refused() {
        List<Level> levels = new ArrayList<>(ExampleScales.FOUR_STEPS.levels());
        levels.set(0, new Level(LevelId.of("decouverte"), "Débute", "Autre texte.", "#000000", "○"));
        Scale altered = new Scale("four-steps", "Quatre paliers", false, levels);
        assertThatThrownBy(() -> school.head.frameworks().adopt(SNO.id(), altered))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("four-steps");
    }

    @Test
    void a_policy_that_nobody_contributed_is_refused_by_name() {
        assertThatThrownBy(() -> school.head
                        .frameworks()
                        .adopt(SNO.id(), ExampleScales.FOUR_STEPS, new Always("toujours-acquis")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("toujours-acquis");
    }

    @Test
    void a_contributed_policy_decides_and_is_named_in_the_explanation() {
        try (VosReves other =
                VosReves.over(new InMemoryStore(), builder -> builder.levelPolicy(new Always("toujours-le-premier")))) {
            AdoptionId adoption = other.head
                    .frameworks()
                    .adopt(SNO.id(), ExampleScales.FOUR_STEPS, new Always("toujours-le-premier"));
            DossierId dossier = other.emma.dossiers().open(adoption);
            other.durand
                    .assessments()
                    .position(dossier, NewPositioning.of("C1.1", "maitrise").because("Vu."));
            var current =
                    other.emma.progress().of(dossier).on("C1.1").orElseThrow().current();
            assertThat(current.policy()).isEqualTo("toujours-le-premier");
            assertThat(current.level())
                    .isEqualTo(ExampleScales.FOUR_STEPS.levels().get(0));
        }
    }

    @Test
    void two_policies_of_one_name_fail_at_build_and_close_the_store() {
        InMemoryStore store = new InMemoryStore();
        Portfolio.Builder builder =
                Portfolio.with(store).levelPolicy(new Always("maison")).levelPolicy(new Always("maison"));
        assertThatThrownBy(builder::build).isInstanceOf(PluginException.class).hasMessageContaining("maison");
        assertThatThrownBy(() -> store.read(view -> view)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Portfolio.with(new InMemoryStore())
                        .levelPolicy(new Always("best-of-last-3"))
                        .build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("best-of-last-3");
    }

    @Test
    void a_contributed_policy_that_fails_is_named_and_nothing_is_written() {
        LevelPolicy broken = new Always("casse") {
            @Override
            public Decision decide(Case subject) {
                if (subject.positionings().isEmpty()) return Decision.NOTHING_YET;
                throw new IllegalStateException("panne");
            }
        };
        try (VosReves other = VosReves.over(new InMemoryStore(), builder -> builder.levelPolicy(broken))) {
            AdoptionId adoption = other.head.frameworks().adopt(SNO.id(), ExampleScales.FOUR_STEPS, broken);
            DossierId dossier = other.emma.dossiers().open(adoption);
            long before = other.journalLength();
            assertThatThrownBy(() -> other.durand
                            .assessments()
                            .position(
                                    dossier, NewPositioning.of("C1.1", "acquis").because("Vu.")))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("casse");
            assertThat(other.journalLength()).isEqualTo(before);
        }
    }

    @Test
    void a_contributed_policy_cannot_give_a_level_of_another_scale() {
        LevelPolicy strange = new Always("etrange") {
            @Override
            public Decision decide(Case subject) {
                if (subject.positionings().isEmpty()) return Decision.NOTHING_YET;
                return Decision.level(
                        LevelId.of("seul"),
                        java.util.Set.of(subject.positionings().get(0).id()));
            }
        };
        try (VosReves other = VosReves.over(new InMemoryStore(), builder -> builder.levelPolicy(strange))) {
            AdoptionId adoption = other.head.frameworks().adopt(SNO.id(), ExampleScales.FOUR_STEPS, strange);
            DossierId dossier = other.emma.dossiers().open(adoption);
            assertThatThrownBy(() -> other.durand
                            .assessments()
                            .position(
                                    dossier, NewPositioning.of("C1.1", "acquis").because("Vu.")))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("etrange");
        }
    }

    @Test
    void what_was_vetoed_is_not_remembered_as_published() {
        AtomicBoolean vetoing = new AtomicBoolean();
        school.close();
        try (VosReves other = VosReves.over(
                stores.open(folder.resolve(".")),
                builder -> builder.accessPolicy(
                        question -> vetoing.get() ? Optional.of("pas maintenant") : Optional.empty()))) {
            vetoing.set(true);
            assertThatThrownBy(() -> other.head.frameworks().publish(BundledFrameworks.CRCN))
                    .isInstanceOf(DeniedException.class);
            vetoing.set(false);
            assertThatThrownBy(() -> other.head.frameworks().get(CRCN.id())).isInstanceOf(NotFoundException.class);
            other.head.frameworks().publish(BundledFrameworks.CRCN);
            assertThat(other.head.frameworks().list(PageRequest.first(100)).items())
                    .contains(CRCN);
        }
    }

    @Test
    void competencies_stand_in_the_order_of_the_framework_and_not_of_their_letters() {
        List<Code> codes = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> Code.of("C1." + number))
                .toList();
        List<Competency> competencies = codes.stream()
                .map(code -> new Competency(
                        code, "Compétence " + code, false, List.of("test"), List.of(), null, null, List.of()))
                .toList();
        school.head
                .frameworks()
                .publish(new Framework(
                        new FrameworkId("onze", "1"),
                        "Onze compétences",
                        "fr",
                        null,
                        URI.create("urn:eportfolio:framework:onze:1"),
                        List.of(),
                        Map.of("test", new Source("Inventé pour ce test", null)),
                        List.of(new Bloc(Code.of("B"), "Bloc", List.of("test"), List.of(), competencies, List.of()))));
        AdoptionId eleven = school.head.frameworks().adopt(new FrameworkId("onze", "1"), ExampleScales.FOUR_STEPS);
        school.emma.dossiers().open(eleven);

        assertThat(school.durand.progress().matrix(school.cohort, eleven).columns())
                .extracting(each -> each.code())
                .as("C1.10 after C1.9")
                .containsExactlyElementsOf(codes);
    }

    private static Framework titled(Framework framework, String title, FrameworkId id) {
        return new Framework(
                id,
                title,
                framework.language(),
                framework.licence(),
                framework.uri(),
                framework.notes(),
                framework.sources(),
                framework.blocs());
    }

    private static Crosswalk crosswalk(List<Code> targets) {
        return new Crosswalk(
                SNO.id(), CRCN.id(), List.of(new Crosswalk.Mapping(Code.of("C1.1"), targets, List.of(), null)), null);
    }

    /** Gives the lowest level as soon as there is a positioning. */
    private static class Always implements LevelPolicy {
        private final String name;

        Always(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Decision decide(Case subject) {
            if (subject.positionings().isEmpty()) return Decision.NOTHING_YET;
            return Decision.level(
                    subject.scale().levels().get(0).id(),
                    java.util.Set.of(subject.positionings().get(0).id()));
        }
    }

    @Test
    void what_a_framework_was_read_from_stays_beside_it() {
        Framework crcn = BundledFrameworks.CRCN.framework();
        Original first = new Original(crcn.id(), "case", "{\"kept\": 1}");

        school.head.frameworks().publish(crcn, first);
        school.head.frameworks().publish(crcn, new Original(crcn.id(), "case", "{\"later\": 2}"));

        assertThat(school.emma.frameworks().original(crcn.id(), "case")).contains(first);
        assertThat(school.emma.frameworks().original(crcn.id(), "moodle")).isEmpty();
        assertThat(school.emma
                        .frameworks()
                        .original(school.head.frameworks().adoptions().get(0).framework(), "case"))
                .isEmpty();
    }

    @Test
    void an_original_of_another_framework_is_refused() {
        Refusals.refused(
                InvalidInputException.class,
                "belongs to crcn",
                "est celui de crcn",
                () -> school.head
                        .frameworks()
                        .publish(
                                BundledFrameworks.MC_SNO.framework(),
                                new Original(BundledFrameworks.CRCN.framework().id(), "case", "")));
    }
}
