package org.eportfolio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import example.host.HostsOwn;
import java.util.List;
import java.util.Locale;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PortfolioException;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.reflection.NewReflection;
import org.junit.jupiter.api.Test;

/** H9: what cannot be read is refused with the paths of all that is wrong, in both languages, whichever Jackson reads it. */
class RefusedJsonTest {
    private static InvalidInputException refused(String json, Class<?> type) {
        InvalidInputException first = null;
        for (Mappers.Reader reader : Mappers.READERS) {
            InvalidInputException refusal =
                    catchThrowableOfType(InvalidInputException.class, () -> reader.read(json, type, name -> null));
            assertThat(refusal).as(json).isNotNull();
            assertThat(refusal.message(Locale.FRENCH)).isNotEqualTo(refusal.message(Locale.ENGLISH));
            if (first != null) assertThat(refusal.violations()).isEqualTo(first.violations());
            first = refusal;
        }
        return first;
    }

    private static List<String> paths(String json, Class<?> type) {
        return H9JsonTest.paths(refused(json, type));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_each_with_its_path() {
        assertThat(paths("""
                {"target": 3, "dueOn": "1 March", "steps": ["a", 2, null], "adoption": "x", "colour": "red"}""", NewGoal.class))
                .containsExactly("adoption", "colour", "competency", "dueOn", "steps[1]", "steps[2]", "target");
    }

    @Test
    void a_field_that_there_is_not_is_named_with_those_that_there_are() {
        InvalidInputException refusal = refused("{\"label\": \"x\", \"due\": \"2027-03-01\"}", NewTask.class);
        assertThat(refusal.getMessage()).contains("“due”", "dueOn");
        assertThat(refusal.message(Locale.FRENCH)).contains("« due »");
    }

    @Test
    void the_paths_of_what_is_deeper_are_those_that_the_desks_use() {
        assertThat(paths("""
                {"title": "x", "links": [{"target": "https://x.example/"}, {"title": "y"}],
                 "setting": {"type": "mission", "scenario": 1}}""", NewProduction.class))
                .containsExactly("links[1].target", "setting.mission", "setting.scenario");
        assertThat(JsonPath.pointer("links[1].target")).isEqualTo("/links/1/target");
        assertThat(JsonPath.pointer("levels[C3.1].<map value>")).isEqualTo("/levels/C3.1");
        assertThat(JsonPath.pointer("steps[0].<list element>")).isEqualTo("/steps/0");
        assertThat(JsonPath.pointer("exceptions<K>[a/b~c].<map key>")).isEqualTo("/exceptions/a~1b~0c");
        assertThat(JsonPath.pointer("")).isEmpty();
    }

    @Test
    void what_a_value_itself_refuses_has_the_path_of_its_field() {
        assertThat(paths("""
                {"competency": "", "target": "Acquis", "dueOn": "2027-03-01"}""", NewGoal.class)).containsExactly("competency", "target");
        assertThat(paths("""
                {"action": "x", "setting": {"type": "personal"}, "template": "kolb", "language": "fr"}""", NewReflection.class)).containsExactly("template");
    }

    @Test
    void the_keys_of_maps_are_checked_too() {
        assertThat(paths("""
                {"name": "x", "alone": "y", "levels": {"C3.1": "acquis", " ": "acquis", "C3.2": 7}}""", NewTutorAnswer.class)).containsExactly("levels", "levels[C3.2]");
    }

    @Test
    void a_shortened_id_or_a_number_is_no_id() {
        assertThat(paths("{\"author\": 3, \"since\": \"yesterday\", \"state\": \"LATER\"}", ClassFilter.class))
                .containsExactly("author", "since", "state");
        assertThat(paths(
                        "{\"cohort\": \"1-1-1-1-1\", \"title\": \"x\", \"criteria\": [], \"deadline\": null}",
                        NewCampaign.class))
                .containsExactly("cohort");
    }

    @Test
    void something_else_than_an_object_is_refused_as_a_whole() {
        for (String json : List.of("3", "\"x\"", "[]", "true", "1e400")) {
            assertThat(paths(json, NewGoal.class)).containsExactly("");
        }
    }

    @Test
    void the_same_field_twice_is_refused_by_its_name() {
        assertThat(refused("{\"label\": \"x\", \"label\": \"y\"}", NewTask.class)
                        .getMessage())
                .contains("“label”");
    }

    @Test
    void hostile_documents_are_refused_before_they_cost_anything() {
        String deep = "{\"label\":" + "[".repeat(400) + "]".repeat(400) + "}";
        assertThat(refused(deep, NewTask.class).getMessage()).contains("64");
        String number = "1".repeat(900);
        assertThat(paths("{\"what\": \"x\", \"step\": " + number + ", \"reason\": \"x\"}", NewAdaptation.class))
                .containsExactly("step");
        assertThat(paths("{\"what\": \"x\", \"step\": 1e999999999, \"reason\": \"x\"}", NewAdaptation.class))
                .containsExactly("step");
        assertThat(paths("{\"what\": \"x\", \"step\": 2147483648, \"reason\": \"x\"}", NewAdaptation.class))
                .containsExactly("step");
        String name = "x".repeat(40_000);
        InvalidInputException lengthy = refused("{\"label\": \"x\", \"" + name + "\": 1}", NewTask.class);
        assertThat(H9JsonTest.paths(lengthy)).containsExactly("");
        assertThat(lengthy.getMessage()).hasSizeLessThan(1_000);
        StringBuilder many = new StringBuilder("{\"label\": \"x\"");
        for (int i = 0; i < 5_000; i++) many.append(", \"f").append(i).append("\": 1");
        assertThat(refused(many.append('}').toString(), NewTask.class).violations())
                .hasSize(100);
    }

    @Test
    void what_is_no_json_is_jacksons_own_refusal() {
        for (Mappers.Reader reader : Mappers.READERS) {
            for (String json : List.of("{\"label\": ", "{label: 1}", "[1", "{\"label\": \"x\"")) {
                assertThatThrownBy(() -> reader.read(json, NewTask.class, name -> null))
                        .isNotInstanceOf(PortfolioException.class)
                        .hasStackTraceContaining("jackson");
            }
        }
    }

    @Test
    void a_description_that_is_left_out_is_empty_and_the_desk_says_where_words_are_needed() {
        for (Mappers.Reader reader : Mappers.READERS) {
            assertThat(reader.read("{\"title\": \"Carte\"}", NewProduction.class, name -> null))
                    .isEqualTo(NewProduction.titled("Carte"));
            assertThat(reader.read(
                                    "{\"reliability\": \"DOUBTFUL\", \"reason\": null}",
                                    NewWatchEntry.class,
                                    name -> null)
                            .reason())
                    .isEmpty();
        }
    }

    @Test
    void within_a_type_of_the_host_jackson_says_where_and_the_cause_says_what() {
        String json = "{\"goal\": {\"competency\": \"C3.1\", \"target\": \"acquis\", \"dueOn\": 3}}";
        assertThatThrownBy(() -> Mappers.TWO.readValue(json, HostsOwn.class))
                .isInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class)
                .hasCauseInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Mappers.THREE.readValue(json, HostsOwn.class))
                .isInstanceOf(tools.jackson.databind.DatabindException.class)
                .hasCauseInstanceOf(InvalidInputException.class);
    }
}
