package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schemas in {@code docs/console} say what {@code --json} writes. {@code -Dschemas.write=true} writes them anew. */
class JsonSchemaTest {
    private static final Path DOCS = Path.of("..", "..", "docs", "console");
    private static final String BASE = "https://eportfolio.org/console/";

    /** These print as they go on, and have no document. */
    private static final Set<String> WITHOUT = Set.of("demo", "generate", "shell");

    @TempDir
    Path folder;

    @Test
    void the_documented_schemas_are_those_of_the_records() throws IOException {
        Map<String, String> schemas = ConsoleSchemas.all();
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(DOCS);
            for (Map.Entry<String, String> each : schemas.entrySet()) {
                Files.writeString(DOCS.resolve(each.getKey()), each.getValue());
            }
        }
        schemas.forEach((name, schema) ->
                assertThat(DOCS.resolve(name)).content().as(name).isEqualTo(schema));
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(each -> String.valueOf(each.getFileName()))).hasSameElementsAs(schemas.keySet());
        }
    }

    @Test
    void every_command_has_its_schema() {
        Set<String> commands = new TreeSet<>(HelpPages.withoutGroups());
        commands.removeAll(WITHOUT);
        assertThat(CommandDocuments.all().keySet()).isEqualTo(commands);
    }

    @Test
    void what_commands_answer_after_a_year_is_valid() throws IOException {
        SchemaRegistry registry = registry();
        Path file = DemoFile.in(folder);
        List<String> faults = new ArrayList<>();
        for (DemoAnswers each : DemoAnswers.all()) {
            faults.addAll(faults(registry, each.name(), each.json(file)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_commands_answer_that_change_something_is_valid() throws IOException {
        SchemaRegistry registry = registry();
        Path file = folder.resolve("own.db");
        Path roster = Files.writeString(folder.resolve("class.csv"), """
                person,name,role,cohort
                emma,Emma Exemplaire,learner,A
                malo,Malo Modèle,learner,A
                prof,Marc Durand-Fictif,teacher,A
                """);
        Path page = Files.writeString(folder.resolve("page.txt"), "Une page");
        for (String line : List.of(
                "init head",
                "framework adopt mc-sno --scale four-steps",
                "roster import " + roster,
                "dossier open --cohort A",
                "grant give prof lead_teacher --cohort A",
                "position emma C3.1 acquis --because x --as prof --role teacher",
                "production add emma Page --showing C3.1 --file " + page + " --as emma",
                "class enter C1.1 en-cours --cohort A --because x --except malo=acquis --as prof --role teacher",
                "class undo --cohort A --because x --as prof --role teacher",
                "class embargo --cohort A --until " + LocalDate.now().plusDays(30),
                "class embargoes --cohort A",
                "class embargo --cohort A --lift",
                "scale define own --level bas=Bas --level haut=Haut",
                "assess draft emma C3.1 acquis --because x --as emma",
                "assess publish emma C3.1 --draft --as emma",
                "goal set emma C3.1 maitrise --by 2090-01-01 --step a --as emma",
                "watch log emma Source --reliability reliable --because x --synthesis x --as emma",
                "project open emma Site --as emma",
                "showcase make emma Vitrine --as emma",
                "export --all --format archive --out " + folder.resolve("all.zip"),
                "compact",
                "upgrade",
                "encrypt-files",
                "move " + folder.resolve("elsewhere.db") + " --copy-only",
                "move " + folder.resolve("elsewhere.db") + " --abandon",
                "backup " + folder.resolve("backup.db"),
                "cohort rename A B",
                "cohort close B",
                "cohort reopen B",
                "cohort end emma B --until 2090-06-30",
                "cohort rename B A",
                "privacy export malo " + folder.resolve("malo"),
                "access open emma --because x --hours 1",
                "privacy rectify emma C3.1 en-cours --request 2026-14 --because x",
                "privacy rectified emma",
                "access close emma",
                "access openings emma",
                "oversight " + file + " --as head",
                "people rename malo m.modele --preview",
                "people rename malo m.modele",
                "people undo malo --preview",
                "people undo malo",
                "people rename malo m.modele",
                "people release malo",
                "people rename m.modele m.m",
                "people undo m.modele",
                "people changes",
                "people names m.modele --ids",
                "privacy plan m.modele",
                "privacy plan-all m.modele inconnu",
                "handover A prof autre",
                "depart m.modele " + folder.resolve("malo.zip") + " --until 2090-01-01")) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            words.add("--json");
            Ran ran = Ran.console(file, words.toArray(String[]::new));
            assertThat(ran.code()).as(line + "\n" + ran.err()).isZero();
            String name =
                    CommandDocuments.all().containsKey(words.get(0)) ? words.get(0) : words.get(0) + " " + words.get(1);
            assertThat(faults(registry, name, ran.out())).isEmpty();
        }
        assertThat(faults(registry, "cohort list", "[{\"name\": 3}]")).isNotEmpty();
    }

    private static SchemaRegistry registry() throws IOException {
        Map<String, String> schemas = new HashMap<>();
        for (String each : ConsoleSchemas.all().keySet()) {
            schemas.put(BASE + each, Files.readString(DOCS.resolve(each)));
        }
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
    }

    private static List<String> faults(SchemaRegistry registry, String command, String document) {
        Schema schema = registry.getSchema(SchemaLocation.of(BASE + ConsoleSchemas.file(command)));
        return schema.validate(document, InputFormat.JSON).stream()
                .limit(5)
                .map(each -> command + ": " + each)
                .collect(Collectors.toList());
    }
}
