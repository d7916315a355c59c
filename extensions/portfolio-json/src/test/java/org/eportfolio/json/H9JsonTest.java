package org.eportfolio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.internal.work.Samples;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.Ref;
import org.eportfolio.school.Reach;
import org.junit.jupiter.api.Test;

/** H9: JSON. The schemas stand in {@code docs/json}; {@code -Dschemas.write=true} writes them anew. */
class H9JsonTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "json", "openapi.json");
    private static final String BASE = "https://eportfolio.org/json";
    private static final List<Type> GIVEN = Walked.given();
    private static final List<Class<?>> INPUTS = Walked.inputs();
    private static final RecordSchemas SCHEMAS = RecordSchemas.of(GIVEN, INPUTS);
    private static final String UNICODE = "é😀 </script> \"\\ \u2028";

    private static Set<Class<?>> all() {
        List<Type> all = new ArrayList<>(GIVEN);
        all.addAll(INPUTS);
        return Walked.within(all);
    }

    private static List<Class<?>> records() {
        return all().stream()
                .filter(each -> each.isRecord()
                        && each.getTypeParameters().length == 0
                        && TextForm.of(each).isEmpty()
                        && each != Message.class)
                .toList();
    }

    @Test
    void the_documented_schemas_are_those_of_the_records() throws IOException {
        String document = SCHEMAS.document();
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document);
        }
        assertThat(DOCUMENT).content().isEqualTo(document);
        assertThat(records()).hasSizeGreaterThan(200);
        assertThat(INPUTS).hasSizeGreaterThan(35);
    }

    @Test
    void both_write_every_record_in_equal_bytes_that_the_schemas_admit() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, document())));
        List<String> faults = new ArrayList<>();
        for (Class<?> each : records()) {
            for (boolean full : new boolean[] {true, false}) {
                Optional<Object> value = Made.of(each, full, UNICODE);
                if (value.isEmpty()) continue;
                String json = Mappers.json(value.get());
                if (Walked.namesFiles(each)) continue;
                Schema schema = registry.getSchema(SchemaLocation.of(BASE + RecordSchemas.PLACE + SCHEMAS.name(each)));
                schema.validate(json, InputFormat.JSON).stream()
                        .limit(2)
                        .forEach(fault -> faults.add(each.getSimpleName() + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void both_read_back_every_record_that_holds_no_sentence_and_no_secret() {
        int read = 0;
        for (Class<?> each : records()) {
            if (!Walked.isReadBack(each)) continue;
            for (boolean full : new boolean[] {true, false}) {
                Optional<Object> value = Made.of(each, full, UNICODE);
                if (value.isEmpty()) continue;
                String json = Mappers.json(value.get());
                for (Mappers.Reader reader : Mappers.READERS) {
                    assertThat((Object) reader.read(json, each, name -> null))
                            .as(json)
                            .isEqualTo(value.get());
                }
            }
            read++;
        }
        assertThat(read).isGreaterThan(150);
    }

    @Test
    void ids_are_texts_days_are_iso_and_what_is_missing_is_null() {
        NewGoal goal = NewGoal.of("C3.2", "acquis").by(LocalDate.of(2027, 3, 1)).step("Lire le registre");

        assertThat(Mappers.json(goal)).isEqualTo("""
                {"competency":"C3.2","target":"acquis","dueOn":"2027-03-01","steps":["Lire le registre"],"adoption":null}""");
    }

    @Test
    void a_page_has_its_items_and_the_request_for_the_next() {
        GoalId id = new Samples(true, "x").of(GoalId.class);
        DossierId dossier = new Samples(true, "x").of(DossierId.class);
        Page<Ref> page = new Page<>(
                List.of(Ref.in(dossier, Ref.Kind.GOAL, id)),
                PageRequest.newest(1).after(id.value()));

        assertThat(Mappers.json(page)).isEqualTo("""
                {"items":["goal.%s.%s"],"next":{"size":1,"order":"NEWEST_FIRST","after":"%s"}}""".formatted(dossier, id, id));
        assertThat(Mappers.json(new Page<>(List.of(), null))).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void a_member_of_a_family_states_its_tag_first() {
        assertThat(Mappers.json(new Reach.Organisation())).isEqualTo("{\"type\":\"organisation\"}");
        for (Mappers.Reader reader : Mappers.READERS) {
            assertThat(reader.read("{\"type\":\"organisation\"}", Reach.class, name -> null))
                    .isEqualTo(new Reach.Organisation());
            assertThatThrownBy(() -> reader.read("{\"type\":\"Organisation\"}", Reach.class, name -> null))
                    .hasMessageContaining("of-cohort")
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(paths(e)).containsExactly("type"));
        }
    }

    @Test
    void sentences_are_in_the_readers_language_with_their_key() throws IOException {
        Message sentence = Message.of("text.too-long", 300, 412);

        assertThat(new String(Mappers.three(sentence, Locale.FRENCH), "UTF-8"))
                .isEqualTo(new String(Mappers.two(sentence, Locale.FRENCH), "UTF-8"))
                .startsWith("{\"key\":\"text.too-long\",\"text\":\"")
                .contains(sentence.in(Locale.FRENCH))
                .endsWith("\"arguments\":[300,412]}");
        assertThat(Mappers.json(sentence)).contains(sentence.in(Locale.ENGLISH));
        var asked = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .addModule(new PortfolioJackson2(() -> Locale.FRENCH))
                .build();
        assertThat(asked.writeValueAsString(sentence)).contains(sentence.in(Locale.FRENCH));
        var asked3 = tools.jackson.databind.json.JsonMapper.builder()
                .addModule(new PortfolioJackson3(() -> Locale.FRENCH))
                .build();
        assertThat(asked3.writeValueAsString(sentence)).contains(sentence.in(Locale.FRENCH));
    }

    @Test
    void times_in_sentences_are_those_of_the_writers_zone() throws IOException {
        Message sentence = Message.of("x", java.time.Instant.parse("2026-10-07T22:30:00Z"));
        TimeZone paris = TimeZone.getTimeZone(ZoneId.of("Europe/Paris"));
        Message at = new Message("field", List.of(sentence.arguments().get(0), "x"));

        String two = Mappers.TWO.writer().with(Locale.ENGLISH).with(paris).writeValueAsString(at);
        assertThat(two).contains("8 October 2026");
        assertThat(Mappers.THREE.writer().with(Locale.ENGLISH).with(paris).writeValueAsString(at))
                .isEqualTo(two);
    }

    @Test
    void a_level_has_its_label_and_its_symbol_where_the_host_gives_the_scale() throws IOException {
        Goal goal = new Samples(false, "x").of(Goal.class);
        NewGoal wanted = NewGoal.of("C3.2", "acquis");
        Levels scale = ExampleScales.FOUR_STEPS::find;

        String two = Mappers.TWO.writer().withAttribute(Levels.class, scale).writeValueAsString(wanted);

        assertThat(two)
                .contains("\"target\":{\"id\":\"acquis\",\"label\":\"Acquis\"")
                .contains("\"symbol\":\"◕\"");
        assertThat(Mappers.THREE.writer().withAttribute(Levels.class, scale).writeValueAsString(wanted))
                .isEqualTo(two);
        assertThat(Mappers.TWO.writer().withAttribute(Levels.class, scale).writeValueAsString(goal))
                .as("a level of another scale is its id")
                .contains("\"target\":\"" + goal.target() + "\"");
        for (Mappers.Reader reader : Mappers.READERS) {
            assertThat(reader.read(two, NewGoal.class, name -> null)).isEqualTo(wanted);
        }
    }

    @Test
    void files_are_named_in_the_json_and_come_beside_it() {
        String json = """
                {"title": "Carte mentale", "competencies": ["C3.1"],
                 "attachments": [{"name": "carte.txt", "mediaType": "text/plain", "source": "part-1"}]}""";
        for (Mappers.Reader reader : Mappers.READERS) {
            NewProduction read = reader.read(
                    json,
                    NewProduction.class,
                    name -> name.equals("part-1") ? () -> new java.io.ByteArrayInputStream(new byte[] {1}) : null);
            assertThat(read.attachments().get(0).name()).isEqualTo("carte.txt");
            assertThat(Mappers.json(read))
                    .contains("\"mediaType\":\"text/plain\"")
                    .doesNotContain("source");
            assertThatThrownBy(() -> reader.read(json, NewProduction.class, name -> null))
                    .hasMessageContaining("“part-1”")
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(paths(e)).containsExactly("attachments[0].source"));
        }
    }

    static List<String> paths(InvalidInputException refusal) {
        return refusal.violations().stream()
                .map(InvalidInputException.Violation::path)
                .toList();
    }
}
