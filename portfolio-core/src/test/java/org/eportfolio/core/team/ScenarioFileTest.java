package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.ScenarioFile;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.scenario.Condition;
import org.eportfolio.scenario.Mission;
import org.eportfolio.scenario.MissionTarget;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.scenario.Situation;
import org.eportfolio.scenario.Statement;
import org.junit.jupiter.api.Test;

/** The scenario file format, as documented, and the scenario that ships in it. */
class ScenarioFileTest {
    private static final Path DOCUMENTATION = Path.of("../docs/scenario-file.md");
    private static final Path SOURCE = Path.of("../../shared/domain/scenario-vosreves.json");

    @Test
    void the_documented_example_loads_and_lacks_what_the_documentation_says() throws IOException {
        Scenario scenario = read(documentedExample());

        try (VosReves school = VosReves.over(new InMemoryStore())) {
            school.head.frameworks().publish(BundledFrameworks.CRCN);
            var draft = school.durand.scenarios().draft(scenario, VosReves.file("procedure.txt", "1. Se connecter"));
            ScenarioReport report = school.durand.scenarios().report(draft.id());
            assertThat(report.ready()).containsExactly("b-1-m1");
            assertThat(report.lacks())
                    .extracting(lack -> lack.part() + " " + lack.section())
                    .containsExactly("b-1-m2 COMPETENCIES", "b-1-m2 PRODUCTIONS");
        }
    }

    @Test
    void what_is_written_reads_back_as_the_same_scenario() throws IOException {
        Scenario scenario = BundledScenarios.VOS_REVES.scenario();
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        ScenarioFile.write(scenario, file);

        assertThat(read(file.toString(StandardCharsets.UTF_8))).isEqualTo(scenario);
    }

    @Test
    void an_unknown_field_is_refused_with_its_place() throws IOException {
        String file = documentedExample().replace("\"subCompetencies\"", "\"souscompetences\"");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown field souscompetences")
                .hasMessageContaining("/situations/0/missions/0/competencies/0")
                .hasMessageContaining("line ");
    }

    @Test
    void a_missing_title_is_refused_with_its_place() throws IOException {
        String file = documentedExample().replace("\"title\": \"Annoncer l'ouverture\",", "");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a Mission lacks title")
                .hasMessageContaining("/situations/0/missions/1");
    }

    @Test
    void a_condition_type_that_does_not_exist_is_refused() throws IOException {
        String file = documentedExample().replace("\"PROCEDURE\"", "\"MIRACLE\"");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MIRACLE");
    }

    @Test
    void slips_are_told_all_at_once_each_with_its_place() throws IOException {
        String file = documentedExample()
                .replace("\"b-1-m2\",", "\"b-1-m1\",")
                .replace("[\"equipe\"]", "[\"personne\"]")
                .replace("[\"Bloc 1\"]", "[\"Bloc 1\", \"Bloc 1\"]");

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(InvalidInputException.Violation::path)
                                .containsExactlyInAnyOrder(
                                        "context[0].sources", "situations[0].blocs", "situations[0].missions[1].id"));
    }

    @Test
    void a_text_that_is_blank_or_hides_something_is_refused_with_its_place() throws IOException {
        String file = documentedExample().replace("Les vingt fiches sont publiées", " ");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("situations[0].missions[0].productions[0].text");
    }

    @Test
    void a_document_has_a_name_and_no_path() throws IOException {
        String file = documentedExample().replace("\"procedure.txt\"", "\"../procedure.txt\"");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a name, not a path");
    }

    @Test
    void what_is_no_scenario_at_all_is_refused() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("{}")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_scenario_that_ships_says_all_that_its_source_says_and_nothing_else() throws IOException {
        assumeTrue(Files.exists(SOURCE), "the domain data is not beside this checkout: " + SOURCE);
        Map<?, ?> source = (Map<?, ?>) json(Files.readString(SOURCE));
        Scenario scenario = BundledScenarios.VOS_REVES.scenario();

        Map<?, ?> organisation = map(source.get("organisation"));
        var shown = Objects.requireNonNull(scenario.organisation());
        assertThat(shown.name()).isEqualTo(organisation.get("name"));
        assertThat(Objects.requireNonNull(shown.kind()).text())
                .isEqualTo(map(organisation.get("kind")).get("value"));
        assertThat(texts(shown.people())).isEqualTo(labels(organisation.get("people")));
        assertThat(texts(scenario.context())).isEqualTo(labels(source.get("filRouge")));
        assertThat(scenario.notes()).isEqualTo(source.get("structureObserved"));
        assertThat(scenario.sources().keySet())
                .isEqualTo(map(source.get("sources")).keySet());
        List<?> situations = list(source.get("situations"));
        assertThat(scenario.situations()).hasSameSizeAs(situations);
        for (int i = 0; i < situations.size(); i++) {
            compare(scenario.situations().get(i), map(situations.get(i)));
        }
    }

    private static void compare(Situation situation, Map<?, ?> source) {
        assertThat(situation.id()).isEqualTo(source.get("id"));
        assertThat(situation.title()).isEqualTo(source.get("label"));
        assertThat(situation.blocs())
                .extracting(
                        code -> code.value().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
                .isEqualTo(source.get("bloc"));
        assertThat(texts(situation.context()))
                .isEqualTo(labels(list(source.get("context")).stream()
                        .filter(each -> map(each).containsKey("label"))
                        .toList()));
        assertThat(conditions(situation.conditions())).isEqualTo(conditions(source.get("conditions")));
        assertThat(texts(situation.productions())).isEqualTo(labels(source.get("productions")));
        assertThat(situation.notes())
                .isEqualTo(Stream.of(source.get("contextNote"), source.get("productionsNote"))
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(situation.links())
                .extracting(link -> link.label() + link.target())
                .isEqualTo(list(source.get("links")).stream()
                        .map(each -> "" + map(each).get("label") + map(each).get("target"))
                        .toList());
        List<Object> aligned = new ArrayList<>();
        for (String each : List.of("crcn", "transversales")) {
            if (source.get(each) != null)
                aligned.addAll(labels(map(source.get(each)).get("items")));
        }
        assertThat(situation.alignments().stream()
                        .flatMap(each -> each.codes().stream()
                                .map(code -> Stream.of(BundledFrameworks.CRCN, BundledFrameworks.TRANSVERSAL)
                                        .map(BundledFrameworks::framework)
                                        .filter(framework -> framework.id().equals(each.framework()))
                                        .map(framework -> label(framework, code))
                                        .findFirst()
                                        .orElseThrow()))
                        .toList())
                .isEqualTo(aligned);
        List<?> missions = list(source.get("missions"));
        assertThat(situation.missions()).hasSameSizeAs(missions);
        for (int i = 0; i < missions.size(); i++) compare(situation.missions().get(i), map(missions.get(i)), i + 1);
    }

    private static void compare(Mission mission, Map<?, ?> source, int order) {
        Framework sno = BundledFrameworks.MC_SNO.framework();
        assertThat(mission.id()).isEqualTo(source.get("id"));
        assertThat(mission.title()).isEqualTo(source.get("label"));
        assertThat(mission.sources()).isEqualTo(List.of(Objects.requireNonNull(source.get("source"))));
        assertThat(source.get("order")).isEqualTo((long) order);
        assertThat(conditions(mission.conditions())).isEqualTo(conditions(source.get("conditions")));
        assertThat(texts(mission.productions())).isEqualTo(labels(source.get("productions")));
        List<?> competencies = list(source.get("competences"));
        assertThat(mission.competencies()).hasSameSizeAs(competencies);
        for (int i = 0; i < competencies.size(); i++) {
            MissionTarget target = mission.competencies().get(i);
            Map<?, ?> expected = map(competencies.get(i));
            assertThat(target.competency().value()).isEqualTo(expected.get("code"));
            assertThat(target.note()).isEqualTo(expected.get("mappingNote"));
            assertThat(target.subCompetencies())
                    .extracting(code -> label(sno, code))
                    .isEqualTo(labels(expected.get("sub")));
        }
        if (source.get("note") != null) assertThat(mission.notes()).contains((String) source.get("note"));
        if (source.get("crcn") != null) {
            Map<?, ?> crcn = map(source.get("crcn"));
            assertThat(mission.notes()).anyMatch(note -> note.endsWith((String) crcn.get("note")));
            Crosswalk crosswalk = BundledFrameworks.crosswalks().get(0);
            map(crcn.get("derivable"))
                    .forEach((code, targets) -> assertThat(crosswalk
                                    .of(Code.of((String) code))
                                    .orElseThrow()
                                    .targets())
                            .extracting(Code::value)
                            .isEqualTo(targets));
        }
    }

    private static String label(Framework framework, Code code) {
        return framework.find(code).orElseThrow().label();
    }

    private static List<String> texts(List<Statement> statements) {
        assertThat(statements).allMatch(each -> each.sources().equals(List.of("igesr")));
        return statements.stream().map(Statement::text).toList();
    }

    private static List<String> conditions(List<Condition> conditions) {
        return conditions.stream().map(each -> each.type() + " " + each.text()).toList();
    }

    private static List<String> conditions(@org.jspecify.annotations.Nullable Object conditions) {
        return list(conditions).stream()
                .map(each -> {
                    Object type = map(each).get("type");
                    String name = type == null ? "null" : type.toString().toUpperCase(java.util.Locale.ROOT);
                    return name + " " + map(each).get("label");
                })
                .toList();
    }

    private static List<Object> labels(@org.jspecify.annotations.Nullable Object items) {
        List<Object> labels = new ArrayList<>();
        list(items).forEach(each -> labels.add(Objects.requireNonNull(map(each).get("label"))));
        return labels;
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static String documentedExample() throws IOException {
        String text = Files.readString(DOCUMENTATION);
        int begin = text.indexOf("```json\n") + "```json\n".length();
        return text.substring(begin, text.indexOf("```", begin));
    }

    private static Scenario read(String file) throws IOException {
        return ScenarioFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Object json(String text) throws IOException {
        try (JsonParser in = new JsonFactory().createParser(text)) {
            in.nextToken();
            return Objects.requireNonNull(value(in));
        }
    }

    private static @org.jspecify.annotations.Nullable Object value(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                Object field = value(in);
                if (field != null) object.put(name, field);
            }
            return object;
        }
        if (in.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) array.add(Objects.requireNonNull(value(in)));
            return array;
        }
        if (in.currentToken() == JsonToken.VALUE_NULL) return null;
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) return in.getLongValue();
        return in.currentToken().isBoolean() ? (Object) in.getBooleanValue() : in.getText();
    }
}
