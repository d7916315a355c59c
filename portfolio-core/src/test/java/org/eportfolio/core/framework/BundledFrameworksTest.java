package org.eportfolio.core.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundledFrameworksTest {
    private final Framework sno = BundledFrameworks.MC_SNO.framework();

    @Test
    void c2_mc_sno_has_three_blocs_nine_competencies_and_39_items_of_knowledge() {
        assertThat(sno.blocs()).hasSize(3);
        assertThat(sno.competencies()).hasSize(9);
        assertThat(sno.blocs())
                .allSatisfy(bloc -> assertThat(bloc.competencies()).hasSize(3));
        assertThat(sno.items().filter(Knowledge.class::isInstance)).hasSize(39);
    }

    @Test
    void crcn_has_sixteen_competencies_in_five_domains() {
        Framework crcn = BundledFrameworks.CRCN.framework();
        assertThat(crcn.blocs()).hasSize(5);
        assertThat(crcn.competencies()).hasSize(16);
    }

    @Test
    void c5_there_are_eight_transversal_competencies() {
        assertThat(BundledFrameworks.TRANSVERSAL.framework().competencies()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource
    void each_item_keeps_its_source_and_belongs_to_one_bloc(BundledFrameworks bundled) {
        Framework framework = bundled.framework();
        assertThat(framework.items())
                .allSatisfy(item -> assertThat(item.sources()).as(item.label()).isNotEmpty());
        assertThat(framework.competencies()).allSatisfy(competency -> {
            Stream<Bloc> holding = framework.blocs().stream()
                    .filter(bloc -> bloc.competencies().contains(competency));
            assertThat(holding).hasSize(1);
            assertThat(framework.blocOf(competency.code())).isPresent();
        });
    }

    @Test
    void where_the_source_names_no_sub_competency_none_is_invented() {
        assertThat(Stream.of("C1.2", "C3.3").map(code -> sno.find(Code.of(code)).orElseThrow()))
                .allSatisfy(item ->
                        assertThat(((Competency) item).subCompetencies()).isEmpty());
        assertThat(sno.competencies().stream().flatMap(each -> each.subCompetencies().stream()))
                .allSatisfy(part -> assertThat(part.official()).isFalse());
    }

    @Test
    void bloc_1_is_mapped_to_crcn_and_blocs_2_and_3_answer_no_mapping() {
        Crosswalk crosswalk = BundledFrameworks.crosswalks().get(0);
        for (Competency competency : sno.competencies()) {
            boolean mapped = competency.code().value().startsWith("C1.");
            assertThat(crosswalk.of(competency.code()).isPresent())
                    .as(competency.code().value())
                    .isEqualTo(mapped);
        }
        assertThat(crosswalk.of(Code.of("C1.3")).orElseThrow().targets())
                .extracting(Code::value)
                .containsExactly("2.1", "2.3", "3.1");
        assertThat(crosswalk.leadingTo(Code.of("3.1"))).isEqualTo(List.of(Code.of("C1.1"), Code.of("C1.3")));
        assertThat(crosswalk.leadingTo(Code.of("5.2"))).isEmpty();
    }
}
