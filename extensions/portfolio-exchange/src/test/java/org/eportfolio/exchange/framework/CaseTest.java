package org.eportfolio.exchange.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.exchange.framework.CaseFiles.JSON;
import static org.eportfolio.exchange.framework.CaseFiles.association;
import static org.eportfolio.exchange.framework.CaseFiles.child;
import static org.eportfolio.exchange.framework.CaseFiles.faults;
import static org.eportfolio.exchange.framework.CaseFiles.id;
import static org.eportfolio.exchange.framework.CaseFiles.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.Standards;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E2: frameworks from and to CASE. */
class CaseTest extends Story {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();

    private final Exchange exchange = Exchange.ofDefaults();
    private int files;

    private ImportReport imported(JsonNode tree, ImportOptions options) throws IOException {
        Path file = CaseFiles.write(tree, folder.resolve("package-" + files++ + ".json"));
        return exchange.importFrom(school.head, file, options);
    }

    private Path export(FrameworkId framework) throws IOException {
        Path file = folder.resolve("export-" + files++ + ".json");
        exchange.export(school.head, new Extent.OfFramework(framework), "case", file);
        return file;
    }

    private Framework only(String title) {
        return school.head.frameworks().list(PageRequest.first(100)).items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.place() + ": " + each.what().in(Locale.ENGLISH))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_framework_that_ships_comes_back_unchanged_in_another_school(BundledFrameworks bundled) throws IOException {
        FrameworkId id = school.head.frameworks().publish(bundled);
        Path file = export(id);

        assertThat(faults(file)).isEmpty();
        try (VosReves other = VosReves.over(new InMemoryStore())) {
            exchange.importFrom(other.head, file, REALLY);

            assertThat(other.head.frameworks().get(id)).isEqualTo(bundled.framework());
        }
    }

    @Test
    void the_same_school_finds_nothing_new_in_what_it_wrote() throws IOException {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        FrameworkId sno = BundledFrameworks.MC_SNO.framework().id();

        ImportReport report = exchange.importFrom(school.head, export(sno), REALLY);

        assertThat(report.counts())
                .containsEntry("framework", new Count(0, 0, 1, 0))
                .containsEntry("crosswalk", new Count(0, 0, 1, 0));
        assertThat(faults(export(sno))).isEmpty();
    }

    @Test
    void crosswalks_and_scales_travel() throws IOException {
        FrameworkId crcn = school.head.frameworks().publish(BundledFrameworks.CRCN);
        FrameworkId sno = BundledFrameworks.MC_SNO.framework().id();
        Path file = export(sno);

        try (VosReves other = VosReves.over(new InMemoryStore())) {
            other.head.frameworks().publish(BundledFrameworks.CRCN.framework());
            assertThat(other.head.frameworks().crosswalk(sno, crcn)).isEmpty();

            exchange.importFrom(other.head, file, REALLY);

            assertThat(other.head
                            .frameworks()
                            .crosswalk(sno, crcn)
                            .orElseThrow()
                            .mappings())
                    .isEqualTo(BundledFrameworks.crosswalks().get(0).mappings());
            assertThat(new CaseFormat().scales(other.head, sno)).containsExactly(ExampleScales.FOUR_STEPS);
        }
    }

    @Test
    void children_stand_in_the_order_of_their_sequence_numbers() throws IOException {
        ObjectNode tree = CaseFiles.empty("Ordre");
        item(tree, 1, 0, "B", "Bloc B", 20);
        item(tree, 2, 0, "A", "Bloc A", 10);
        item(tree, 3, 1, "B2", "deux", 2);
        item(tree, 4, 1, "B1", "un", 1);
        item(tree, 5, 1, "B3", "sans numéro", 0);
        ((ObjectNode) tree.path("CFAssociations").get(4)).remove("sequenceNumber");
        item(tree, 6, 2, "A1", "seul", 1);

        imported(tree, REALLY);

        assertThat(only("Ordre").items().map(Item::code).map(Code::value))
                .containsExactly("A", "A1", "B", "B1", "B2", "B3");
        assertThat(only("Ordre").id()).isEqualTo(FrameworkId.parse("Ordre@1.2"));
    }

    @Test
    void fields_that_nobody_knows_are_written_back_and_still_valid() throws IOException {
        ObjectNode tree = CaseFiles.empty("Inconnus");
        tree.put("madeBy", "outil");
        ((ObjectNode) tree.get("CFDocument"))
                .put("colour", "bleu")
                .set("nested", JSON.createObjectNode().put("deep", 7));
        item(tree, 1, 0, "A", "Un", 1)
                .put("weight", 3)
                .put("statementCode", "S-1")
                .put("abbreviatedStatement", "U");
        ((ObjectNode) tree.path("CFAssociations").get(0)).put("strength", 0.5);
        ((ObjectNode) tree.path("CFAssociations").get(0).get("originNodeURI")).put("odd", true);
        tree.set("CFDefinitions", JSON.createObjectNode());
        ((ObjectNode) tree.get("CFDefinitions"))
                .putArray("CFItemTypes")
                .addObject()
                .put("identifier", id(50))
                .put("uri", "urn:uuid:" + id(50))
                .put("title", "Standard")
                .put("hierarchyCode", "1")
                .put("lastChangeDateTime", "2026-01-02T03:04:05+00:00");

        imported(tree, REALLY);
        Path written = export(only("Inconnus").id());

        assertThat(faults(written)).isEmpty();
        JsonNode back = JSON.readTree(written.toFile());
        assertThat(back.at("/extensions/madeBy").asText()).isEqualTo("outil");
        assertThat(back.at("/CFDocument/extensions/nested/deep").asInt()).isEqualTo(7);
        assertThat(back.at("/CFDocument/creator").asText()).isEqualTo("École imaginaire");
        assertThat(back.at("/CFItems/0/extensions/weight").asInt()).isEqualTo(3);
        assertThat(back.at("/CFItems/0/abbreviatedStatement").asText()).isEqualTo("U");
        assertThat(back.at("/CFAssociations/0/extensions/strength").asDouble()).isEqualTo(0.5);
        assertThat(back.at("/CFAssociations/0/extensions/originNodeURI/odd").asBoolean())
                .isTrue();
        assertThat(back.at("/CFDefinitions/CFItemTypes/0/title").asText()).isEqualTo("Standard");
        try (VosReves other = VosReves.over(new InMemoryStore())) {
            exchange.importFrom(other.head, written, REALLY);
            assertThat(other.head.frameworks().get(only("Inconnus").id())).isEqualTo(only("Inconnus"));
        }
    }

    @Test
    void dates_and_identifiers_that_the_schema_refuses_are_written_as_it_wants_them_and_kept() throws IOException {
        ObjectNode tree = CaseFiles.empty("Libre");
        ((ObjectNode) tree.get("CFDocument"))
                .put("identifier", "DOC-1")
                .put("lastChangeDateTime", "2026-01-02T03:04:05")
                .put("statusStartDate", "2025-09-01T00:00:00Z")
                .put("statusEndDate", "fin juin");
        item(tree, 1, -1, "A", "Un", 1).put("identifier", "CS 1").put("lastChangeDateTime", "hier");
        item(tree, 2, -1, "A1", "Deux", 1).put("lastChangeDateTime", "2026-01-02");
        ObjectNode child = child(tree, 2, 1, 1);
        ((ObjectNode) child.get("destinationNodeURI")).put("identifier", "cs 1");
        child(tree, 1, 0, 1);
        ((ObjectNode) tree.path("CFAssociations").get(1).get("originNodeURI")).put("identifier", "CS 1");
        ((ObjectNode) tree.path("CFAssociations").get(1).get("destinationNodeURI")).put("identifier", "DOC-1");

        imported(tree, REALLY);
        Path written = folder.resolve("libre.json");
        LossReport lost = exchange.export(
                school.head, new Extent.OfFramework(only("Libre").id()), "case", written);

        assertThat(faults(written)).isEmpty();
        JsonNode back = JSON.readTree(written.toFile());
        String one = back.at("/CFItems/0/identifier").asText();
        assertThat(one).matches("[0-9a-f-]{36}");
        assertThat(back.at("/CFItems/0/extensions/identifier").asText()).isEqualTo("CS 1");
        assertThat(back.at("/CFAssociations/0/destinationNodeURI/identifier").asText())
                .isEqualTo(one);
        assertThat(back.at("/CFItems/0/lastChangeDateTime").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(back.at("/CFItems/0/extensions/lastChangeDateTime").asText()).isEqualTo("hier");
        assertThat(back.at("/CFItems/1/lastChangeDateTime").asText()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(back.at("/CFDocument/lastChangeDateTime").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(back.at("/CFDocument/statusStartDate").asText()).isEqualTo("2025-09-01");
        assertThat(back.at("/CFDocument/statusEndDate").isMissingNode()).isTrue();
        assertThat(back.at("/CFDocument/extensions/statusEndDate").asText()).isEqualTo("fin juin");
        assertThat(lost.losses())
                .filteredOn(each -> each.kind().equals("package"))
                .extracting(LossReport.Loss::field)
                .containsExactlyInAnyOrder("identifier", "lastChangeDateTime", "statusStartDate", "statusEndDate");
        try (VosReves other = VosReves.over(new InMemoryStore())) {
            exchange.importFrom(other.head, written, REALLY);
            assertThat(other.head.frameworks().get(only("Libre").id())).isEqualTo(only("Libre"));
        }
    }

    @Test
    void every_shape_of_tree_is_mapped_by_the_rule_and_each_turn_is_told() throws IOException {
        ObjectNode tree = CaseFiles.empty("Formes");
        item(tree, 1, 0, "A", "Bloc", 1);
        item(tree, 2, 1, "A1", "Compétence", 1);
        item(tree, 3, 2, "A1a", "Partie", 1);
        item(tree, 4, 3, "A1a1", "Plus profond", 1);
        item(tree, 5, 4, "A1a1x", "Encore plus profond", 1);
        item(tree, 6, 0, "S", "Seul au premier rang", 2);
        item(tree, 7, 1, "A1", "Code déjà pris", 2);
        item(tree, 8, -1, "", "Rattaché à rien", 0);
        child(tree, 7, 2, 9);
        item(tree, 9, 1, "x".repeat(61), "Deux\nlignes", 3);

        ImportReport report = imported(tree, REALLY);

        Framework framework = only("Formes");
        assertThat(framework.blocs()).extracting(Bloc::label).containsExactly("Bloc", "Formes");
        assertThat(framework.items().map(each -> each.code() + " " + each.label()))
                .containsExactly(
                        "A Bloc",
                        "A1 Compétence",
                        "A1a Partie",
                        "A1a1 Plus profond",
                        "A1a1x Encore plus profond",
                        "1.2 Code déjà pris",
                        "1.3 Deux lignes",
                        "0 Formes",
                        "S Seul au premier rang",
                        "3 Rattaché à rien");
        assertThat(remarks(report))
                .anyMatch(each -> each.startsWith("CFItems[3]: A1a1 stands deeper"))
                .anyMatch(each -> each.startsWith("CFItems[4]: A1a1x stands deeper"))
                .anyMatch(each -> each.startsWith("CFItems[5]: 2 items stand directly under the document"))
                .anyMatch(each -> each.startsWith("CFItems[6]: the code A1 is another"))
                .anyMatch(each -> each.startsWith("CFItems[7]: the item hangs from nothing"))
                .anyMatch(each -> each.startsWith("CFItems[7]: the item has no code; here it is 3"))
                .anyMatch(each -> each.startsWith("CFAssociations[7]: “Code déjà pris” has another parent"))
                .anyMatch(each -> each.startsWith("CFItems[8]: the code xxx"))
                .anyMatch(each -> each.startsWith("CFItems[8]: the text was brought to one line"));
        assertThat(faults(export(framework.id()))).isEmpty();
    }

    @Test
    void bad_items_are_named_with_their_place_and_nothing_is_imported() throws IOException {
        ObjectNode tree = CaseFiles.empty("Fautes");
        item(tree, 1, 0, "A", "Bon", 1);
        item(tree, 1, 0, "B", "Même identifiant", 2);
        item(tree, 3, 0, "C", "   ", 3);
        item(tree, 4, 5, "D", "En rond", 1);
        item(tree, 5, 4, "E", "En rond aussi", 1);
        association(tree, "isChildOf", 1, id(99));
        long before = school.journalLength();

        Refusals.refused(
                InvalidInputException.class,
                "package-0.json CFItems[1]: another item has the identifier",
                "package-0.json CFItems[2] : l'élément n'a pas de fullStatement",
                () -> imported(tree, REALLY));
        Refusals.refused(
                InvalidInputException.class,
                "CFItems[4]: “En rond aussi” is above itself",
                "CFAssociations[5] : isChildOf",
                () -> imported(tree, REALLY.dry()));
        assertThat(school.journalLength()).isEqualTo(before);

        ImportReport rest = imported(tree, REALLY.leavingOutBadOnes());

        assertThat(only("Fautes").items().map(Item::label)).containsExactly("Fautes", "Bon");
        assertThat(rest.counts().get("item").leftOut()).isEqualTo(4);
    }

    @Test
    void a_dry_run_tells_the_same_and_writes_nothing() throws IOException {
        ObjectNode tree = CaseFiles.empty("À blanc");
        item(tree, 1, 0, "A", "Un", 1);
        long before = school.journalLength();

        ImportReport dry = imported(tree, REALLY.dry());

        assertThat(dry.dryRun()).isTrue();
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(imported(tree, REALLY).counts()).isEqualTo(dry.counts());
    }

    @Test
    void another_content_under_a_published_identity_is_a_conflict() throws IOException {
        ObjectNode tree = CaseFiles.empty("Version");
        item(tree, 1, 0, "A", "Un", 1);
        imported(tree, REALLY);
        item(tree, 2, 0, "B", "Deux", 2);

        Refusals.refused(ConflictException.class, "Version@1.2", "Version@1.2", () -> imported(tree, REALLY));
    }

    @Test
    void associations_to_a_published_framework_make_a_crosswalk_and_others_wait_in_the_package() throws IOException {
        ObjectNode target = CaseFiles.empty("Cible");
        item(target, 10, 0, "T", "Cible", 1);
        item(target, 11, 10, "T1", "Cible un", 1);
        imported(target, REALLY);
        ObjectNode tree = CaseFiles.empty("Source");
        item(tree, 1, 0, "A", "Bloc", 1);
        item(tree, 2, 1, "A1", "Un", 1);
        association(tree, "exactMatchOf", 2, id(11));
        association(tree, "exactMatchOf", 2, id(77));
        association(tree, "precedes", 2, id(11));

        ImportReport report = imported(tree, REALLY);

        assertThat(report.counts()).containsEntry("crosswalk", new Count(1, 0, 0, 0));
        assertThat(remarks(report))
                .anyMatch(each -> each.startsWith("CFAssociations[3]: no published framework has the item"))
                .anyMatch(each -> each.startsWith("CFAssociations[4]: an association precedes"));
        assertThat(school.head
                        .frameworks()
                        .crosswalk(only("Source").id(), only("Cible").id())
                        .orElseThrow()
                        .of(Code.of("A1"))
                        .orElseThrow()
                        .targets())
                .containsExactly(Code.of("T1"));
        Path written = export(only("Source").id());
        assertThat(faults(written)).isEmpty();
        assertThat(JSON.readTree(written.toFile()).path("CFAssociations").findValuesAsText("associationType"))
                .containsExactly("isChildOf", "isChildOf", "exactMatchOf", "exactMatchOf", "precedes");
    }

    @Test
    void rubrics_are_read_as_scales_when_they_are_and_adopted_only_by_a_head() throws IOException {
        ObjectNode tree = CaseFiles.empty("Grilles");
        item(tree, 1, 0, "A", "Un", 1);
        ArrayNode rubrics = tree.putArray("CFRubrics");
        rubric(rubrics, 60, "Trois pas", List.of("Haut", "Bas", "Moyen"), 3, 1, 2);
        rubric(rubrics, 70, "Un seul", List.of("Oui"), 1);

        ImportReport report = imported(tree, REALLY);

        assertThat(new CaseFormat().scales(school.head, only("Grilles").id()))
                .singleElement()
                .satisfies(scale -> {
                    assertThat(scale.levels()).extracting(Level::label).containsExactly("Bas", "Moyen", "Haut");
                    assertThat(scale.levels()).extracting(Level::symbol).containsExactly("1", "2", "3");
                    assertThat(scale.id()).isEqualTo("trois-pas");
                    school.head.frameworks().adopt(only("Grilles").id(), scale);
                });
        assertThat(report.counts()).containsEntry("scale", new Count(1, 0, 0, 1));
        assertThat(remarks(report))
                .anyMatch(each -> each.startsWith("CFRubrics[0]: points and weights"))
                .anyMatch(each -> each.startsWith("CFRubrics[1]: the rubric is no scale"));
        assertThat(faults(export(only("Grilles").id()))).isEmpty();
    }

    private static void rubric(ArrayNode rubrics, int number, String title, List<String> qualities, int... positions) {
        ObjectNode rubric = rubrics.addObject().put("identifier", id(number)).put("uri", "urn:uuid:" + id(number));
        rubric.put("title", title).put("lastChangeDateTime", "2026-01-02T03:04:05+00:00");
        ObjectNode criterion = rubric.putArray("CFRubricCriteria").addObject();
        criterion.put("identifier", id(number + 1)).put("uri", "urn:uuid:" + id(number + 1));
        criterion.put("lastChangeDateTime", "2026-01-02T03:04:05+00:00");
        ArrayNode levels = criterion.putArray("CFRubricCriterionLevels");
        for (int i = 0; i < positions.length; i++) {
            levels.addObject()
                    .put("identifier", id(number + 2 + i))
                    .put("uri", "urn:uuid:" + id(number + 2 + i))
                    .put("quality", qualities.get(i))
                    .put("position", positions[i])
                    .put("score", 5.5)
                    .put("lastChangeDateTime", "2026-01-02T03:04:05+00:00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AdoptedTestFramework", "ItemTypeTestFramework", "Utf8TestFramework"})
    void real_packages_of_1_0_are_read_and_written_as_1_1(String name) throws IOException {
        Path file = Standards.file("case/opensalt-" + name + ".json");

        ImportReport report = exchange.importFrom(school.head, file, REALLY);

        assertThat(report.counts().get("framework").added()).isEqualTo(1);
        String title = JSON.readTree(file.toFile()).at("/CFDocument/title").asText();
        Path written = export(only(title).id());
        assertThat(faults(written)).isEmpty();
        JsonNode items = JSON.readTree(file.toFile()).path("CFItems");
        assertThat(JSON.readTree(written.toFile()).path("CFItems").findValuesAsText("fullStatement"))
                .isEqualTo(items.findValuesAsText("fullStatement"));
    }

    @Test
    void what_case_cannot_carry_is_reported() throws IOException {
        school.head.frameworks().publish(BundledFrameworks.CRCN);

        LossReport lost = exchange.export(
                school.head,
                new Extent.OfFramework(BundledFrameworks.MC_SNO.framework().id()),
                "case",
                folder.resolve("lost.json"));

        assertThat(lost.losses())
                .extracting(LossReport.Loss::kind, LossReport.Loss::field)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("framework", "lastChangeDateTime"),
                        org.assertj.core.groups.Tuple.tuple("crosswalk", "note"),
                        org.assertj.core.groups.Tuple.tuple("adoption", "policy"));
    }

    @Test
    void what_is_no_package_is_refused_with_its_place() throws IOException {
        refused("{\"CFDocument\": {\"title\": \"x\"", "not JSON", "JSON lisible");
        refused("{\"CFDocument\": []}", "no CFDocument", "CFDocument");
        refused("{\"CFDocument\": {\"identifier\": \"x\"}}", "CFDocument.title", "CFDocument.title");
        refused("{\"CFDocument\": {\"a\": " + "[".repeat(100) + "]".repeat(100) + "}}", "not JSON", "JSON lisible");
        Path latin = Files.write(
                folder.resolve("latin.json"),
                "{\"CFDocument\": {\"title\": \"é\"}}".getBytes(StandardCharsets.ISO_8859_1));
        Refusals.refused(
                InvalidInputException.class, "UTF-8", "UTF-8", () -> exchange.importFrom(school.head, latin, REALLY));
    }

    private void refused(String text, String english, String french) throws IOException {
        Path file = Files.writeString(folder.resolve("bad-" + files++ + ".json"), text);
        Refusals.refused(
                InvalidInputException.class, english, french, () -> exchange.importFrom(school.head, file, REALLY));
    }

    @Test
    void bounds_hold() throws IOException {
        ObjectNode tree = CaseFiles.empty("Bornes");
        for (int i = 1; i < 20; i++) item(tree, i, 0, "C" + i, "Item " + i, i);
        Refusals.refused(
                InvalidInputException.class,
                "10 items",
                "10 éléments",
                () -> imported(tree, REALLY.within(new Bounds(10, 1_000_000, 1_000_000, 10, 20, 10_000, 10))));
        Refusals.refused(
                InvalidInputException.class,
                "100 bytes",
                "100 octets",
                () -> imported(tree, REALLY.within(new Bounds(10, 100, 1_000_000, 10, 20, 10_000, 10_000))));
    }

    @Test
    void only_who_may_publish_imports() throws IOException {
        ObjectNode tree = CaseFiles.empty("Interdit");
        item(tree, 1, 0, "A", "Un", 1);
        Path file = CaseFiles.write(tree, folder.resolve("interdit.json"));

        Refusals.refused(
                DeniedException.class, "head", "direction", () -> exchange.importFrom(school.durand, file, REALLY));
    }

    @Test
    void ten_thousand_items_are_imported() throws IOException {
        ObjectNode tree = CaseFiles.empty("Grand");
        for (int i = 1; i <= 10_000; i++) {
            int above = i <= 10 ? 0 : i <= 1_000 ? i % 10 + 1 : i % 900 + 11;
            item(tree, i, above, "C" + i, "Être capable de réaliser l'activité numéro " + i, i);
        }
        Path file = CaseFiles.write(tree, folder.resolve("grand.json"));
        long parsing = time(() -> JSON.readTree(file.toFile()));
        long importing = time(() -> exchange.importFrom(school.head, file, REALLY));

        // How fast is for the eye: a shared machine says what it likes.
        System.out.printf(
                Locale.ROOT,
                "CASE import of 10,000 items over %s: %.2f x parsing, cold%n",
                stores,
                (double) importing / parsing);
        assertThat(school.head.frameworks().list(PageRequest.first(100)).items())
                .anyMatch(each -> each.title().equals("Grand"));
    }

    private interface Timed {
        Object run() throws IOException;
    }

    private static long time(Timed work) throws IOException {
        long begun = System.nanoTime();
        assertThat(work.run()).isNotNull();
        return System.nanoTime() - begun;
    }
}
