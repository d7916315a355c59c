package org.eportfolio.exchange.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E2: the published frameworks, answered as the CASE 1.1 REST binding has it. */
class CaseServiceTest extends Story {
    private static final String BASE = "https://lycee.example/ims/case/v1p1";
    private static final HostService FRAMEWORKS =
            HostService.named("frameworks", "Publie les référentiels").may(Permission.READ_FRAMEWORKS);
    private static final HostService NOTHING = HostService.named("nothing", "Ne lit rien");

    private CaseService service;

    @Override
    @BeforeEach
    public void theSchoolYearBegins() {
        school = VosReves.over(
                stores.open(folder), options -> options.service(FRAMEWORKS).service(NOTHING));
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        service = CaseService.of(school.portfolio.asService("frameworks"), URI.create(BASE + "/"));
    }

    private JsonNode ok(String path, Map<String, String> query) throws IOException {
        CaseAnswer answer = service.get(path, query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return CaseFiles.JSON.readTree(answer.body());
    }

    private JsonNode ok(String path) throws IOException {
        return ok(path, Map.of());
    }

    private static List<String> titles(JsonNode documents) {
        List<String> titles = new ArrayList<>();
        documents
                .path("CFDocuments")
                .forEach(each -> titles.add(each.path("title").asText()));
        return titles;
    }

    private void refused(int status, String minor, String path, Map<String, String> query) throws IOException {
        CaseAnswer answer = service.get(path, query);
        assertThat(answer.status()).as(path + query).isEqualTo(status);
        JsonNode info = CaseFiles.JSON.readTree(answer.body());
        assertThat(info.path("imsx_codeMajor").asText()).isEqualTo("failure");
        assertThat(info.path("imsx_severity").asText()).isEqualTo("error");
        assertThat(info.path("imsx_description").asText()).isNotBlank();
        assertThat(info.at("/imsx_codeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue")
                        .asText())
                .isEqualTo(minor);
    }

    @Test
    void documents_come_in_pages_with_the_number_of_all_and_links_to_the_others() throws IOException {
        JsonNode all = ok("/CFDocuments");
        int number = all.path("CFDocuments").size();
        assertThat(number).isGreaterThanOrEqualTo(3);
        Set<String> seen = new HashSet<>();
        for (int offset = 0; offset < number; offset++) {
            CaseAnswer answer =
                    service.get("CFDocuments", Map.of("limit", "1", "offset", String.valueOf(offset), "sort", "title"));
            assertThat(answer.headers()).containsEntry("X-Total-Count", String.valueOf(number));
            String links = answer.headers().getOrDefault("Link", "");
            assertThat(links.contains("rel=\"next\"")).isEqualTo(offset < number - 1);
            assertThat(links.contains("rel=\"prev\"")).isEqualTo(offset > 0);
            assertThat(links).startsWith("<" + BASE + "/CFDocuments?").contains("sort=title");
            seen.addAll(titles(CaseFiles.JSON.readTree(answer.body())));
        }
        assertThat(seen).hasSize(number).containsAll(titles(all));
        assertThat(ok("CFDocuments", Map.of("offset", "99")).path("CFDocuments"))
                .isEmpty();
    }

    @Test
    void documents_are_sorted_filtered_and_cut_to_the_fields_that_are_asked_for() throws IOException {
        List<String> down = titles(ok("CFDocuments", Map.of("sort", "title", "orderBy", "desc")));
        assertThat(down).isSortedAccordingTo((one, other) -> other.compareTo(one));
        String some = down.get(0);
        assertThat(titles(ok("CFDocuments", Map.of("filter", "title='" + some + "'"))))
                .containsExactly(some);
        assertThat(titles(ok("CFDocuments", Map.of("filter", "title!='" + some + "' AND language='fr'"))))
                .isNotEmpty()
                .doesNotContain(some);
        assertThat(titles(ok("CFDocuments", Map.of("filter", "title='" + some + "' OR title='" + down.get(1) + "'"))))
                .containsExactlyInAnyOrder(some, down.get(1));
        JsonNode fields = ok("CFDocuments", Map.of("fields", "identifier, title"));
        fields.path("CFDocuments").forEach(each -> assertThat(each).hasSize(2));
    }

    @Test
    void each_document_leads_to_its_package_and_a_package_is_what_the_format_writes() throws IOException {
        for (JsonNode document : ok("CFDocuments").path("CFDocuments")) {
            String id = document.path("identifier").asText();
            assertThat(document.at("/CFPackageURI/uri").asText()).isEqualTo(BASE + "/CFPackages/" + id);
            assertThat(ok("CFDocuments/" + id)).isEqualTo(document);
            JsonNode whole = ok("CFPackages/" + id);
            assertThat(whole.path("CFDocument").has("CFPackageURI")).isFalse();
            Path file = CaseFiles.write(whole, folder.resolve(id + ".json"));
            assertThat(CaseFiles.faults(file)).isEmpty();
            assertThat(Exchange.ofDefaults()
                            .importFrom(
                                    school.head,
                                    file,
                                    ImportOptions.ofDefaults().dry())
                            .counts()
                            .get("framework"))
                    .matches(each -> each.same() == 1);
        }
    }

    @Test
    void an_item_says_its_document_and_its_associations_are_found_in_every_package() throws IOException {
        JsonNode sno = sno();
        String id = sno.path("CFDocument").path("identifier").asText();
        JsonNode item = sno.path("CFItems").get(1);
        String itemId = item.path("identifier").asText();
        JsonNode alone = ok("CFItems/" + itemId.toUpperCase(java.util.Locale.ROOT));
        assertThat(alone.at("/CFDocumentURI/identifier").asText()).isEqualTo(id);
        assertThat(alone.path("fullStatement")).isEqualTo(item.path("fullStatement"));
        JsonNode associations = ok("CFItemAssociations/" + itemId);
        assertThat(associations.path("CFItem")).isEqualTo(alone);
        assertThat(associations.path("CFAssociations")).isNotEmpty();

        JsonNode outward = null;
        for (JsonNode each : sno.path("CFAssociations")) {
            if (each.path("associationType").asText().equals("isRelatedTo")
                    && sno.path("CFItems").findValuesAsText("identifier").stream()
                            .noneMatch(each.at("/destinationNodeURI/identifier").asText()::equals)) outward = each;
        }
        assertThat(outward).as("a crosswalk to CRCN").isNotNull();
        String target = outward == null
                ? ""
                : outward.at("/destinationNodeURI/identifier").asText();
        assertThat(ok("CFItemAssociations/" + target).path("CFAssociations").findValuesAsText("identifier"))
                .contains(outward == null ? "" : outward.path("identifier").asText());
        assertThat(ok("CFAssociations/"
                                + (outward == null
                                        ? ""
                                        : outward.path("identifier").asText()))
                        .at("/CFDocumentURI/identifier")
                        .asText())
                .isEqualTo(id);
    }

    private JsonNode sno() throws IOException {
        String title = BundledFrameworks.MC_SNO.framework().title();
        String id = ok("CFDocuments", Map.of("filter", "title='" + title.replace("'", "") + "'"))
                .at("/CFDocuments/0/identifier")
                .asText();
        if (id.isEmpty()) {
            for (JsonNode each : ok("CFDocuments").path("CFDocuments")) {
                if (each.path("title").asText().equals(title))
                    id = each.path("identifier").asText();
            }
        }
        return ok("CFPackages/" + id);
    }

    @Test
    void the_scale_of_an_adoption_is_a_rubric_and_what_is_adopted_since_is_there_at_once() throws IOException {
        JsonNode rubrics = sno().path("CFRubrics");
        assertThat(rubrics).hasSize(1);
        String id = rubrics.get(0).path("identifier").asText();
        assertThat(ok("CFRubrics/" + id).path("title")).isEqualTo(rubrics.get(0).path("title"));
        school.head
                .frameworks()
                .adopt(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        assertThat(sno().path("CFRubrics")).hasSize(2);
    }

    @Test
    void definitions_are_answered_with_what_lies_below_them() throws IOException {
        var tree = CaseFiles.empty("Avec définitions");
        CaseFiles.item(tree, 1, 0, "A", "Bloc", 1);
        CaseFiles.item(tree, 2, 1, "A1", "Compétence", 1);
        var subjects = tree.putObject("CFDefinitions").putArray("CFSubjects");
        for (String code : List.of("1", "1.1", "2")) {
            String id = CaseFiles.id(500 + Integer.parseInt(code.replace(".", "")));
            subjects.addObject()
                    .put("identifier", id)
                    .put("uri", "urn:uuid:" + id)
                    .put("title", "Sujet " + code)
                    .put("hierarchyCode", code)
                    .put("lastChangeDateTime", "2026-01-02T03:04:05Z");
        }
        Exchange.ofDefaults()
                .importFrom(
                        school.head,
                        Files.writeString(folder.resolve("d.json"), tree.toString()),
                        ImportOptions.ofDefaults());
        assertThat(ok("CFSubjects/" + CaseFiles.id(501)).path("CFSubjects").findValuesAsText("title"))
                .containsExactly("Sujet 1", "Sujet 1.1");
    }

    @Test
    void what_is_not_there_or_cannot_be_asked_is_refused_in_the_words_of_the_binding() throws IOException {
        Map<String, String> none = Map.of();
        for (String each : List.of(
                "CFDocuments",
                "CFPackages",
                "CFItems",
                "CFItemAssociations",
                "CFAssociations",
                "CFRubrics",
                "CFLicenses",
                "CFConcepts",
                "CFSubjects",
                "CFItemTypes",
                "CFAssociationGroupings")) {
            refused(404, "unknownobject", each + "/" + CaseFiles.id(999), none);
            refused(404, "invaliduuid", each + "/not-a-uuid", none);
        }
        refused(404, "unknownobject", "CFThings/" + CaseFiles.id(1), none);
        refused(404, "unknownobject", "", none);
        refused(400, "invalid_sort_field", "CFDocuments", Map.of("sort", "colour"));
        refused(400, "invalid_selection_field", "CFDocuments", Map.of("fields", "colour"));
        refused(400, "invalid_selection_field", "CFDocuments", Map.of("filter", "colour='red'"));
        refused(400, "invalid_selection_field", "CFDocuments", Map.of("filter", "title is red"));
        refused(
                400,
                "invalid_selection_field",
                "CFDocuments",
                Map.of("filter", "title='a' AND title='b' OR title='c'"));
        refused(400, "invalid_selection_field", "CFDocuments", Map.of("limit", "0"));
        refused(400, "invalid_selection_field", "CFDocuments", Map.of("offset", "-1"));
        refused(400, "invalid_selection_field", "CFDocuments", Map.of("orderBy", "sideways"));
        service = CaseService.of(school.portfolio.asService("nothing"), URI.create(BASE));
        refused(403, "forbidden", "CFDocuments", none);
        assertThatThrownBy(() -> CaseService.of(school.head, URI.create("ims/case")))
                .isInstanceOf(InvalidInputException.class);
    }
}
