package org.eportfolio.core.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Knowledge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ships, held item by item against the files it was made from, where these lie beside the project. */
class SourceOfFrameworksTest {
    @Test
    void mc_sno_says_what_its_source_says() throws IOException {
        Framework sno = BundledFrameworks.MC_SNO.framework();
        List<String> expected = new ArrayList<>();
        for (Map<?, ?> bloc : objects(source("mc-sno.json").get("blocs"))) {
            expected.add(line(bloc));
            for (Map<?, ?> competency : objects(bloc.get("competences"))) {
                expected.add(line(competency));
                for (Map<?, ?> part : objects(competency.get("sub"))) expected.add(part.get("id") + " " + text(part));
            }
            for (Map<?, ?> group : objects(bloc.get("savoirs"))) {
                for (Object label : list(group.get("items"))) expected.add(group.get("group") + " " + label);
            }
        }
        List<String> shipped = new ArrayList<>();
        for (Bloc bloc : sno.blocs()) {
            shipped.add(line(bloc));
            for (Competency competency : bloc.competencies()) {
                shipped.add(line(competency));
                competency.subCompetencies().forEach(part -> shipped.add(line(part)));
            }
            for (Knowledge each : bloc.knowledge()) shipped.add(each.group() + " " + each.label());
        }
        assertThat(shipped).containsExactlyElementsOf(expected);
    }

    @Test
    void crcn_says_what_its_source_says() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Map<?, ?> domain : objects(source("crcn.json").get("domains"))) {
            expected.add(line(domain));
            objects(domain.get("competences")).forEach(each -> expected.add(line(each)));
        }
        assertThat(BundledFrameworks.CRCN.framework().items().map(SourceOfFrameworksTest::line))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void the_transversal_competencies_say_what_their_source_says() throws IOException {
        Map<?, ?> transversal =
                (Map<?, ?>) Objects.requireNonNull(source("mc-sno.json").get("transversales"));
        List<?> expected = (List<?>) transversal.values().stream()
                .filter(List.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(BundledFrameworks.TRANSVERSAL.framework().competencies())
                .extracting(Competency::label)
                .containsExactlyElementsOf(expected.stream()
                        .map(each -> each instanceof Map<?, ?> map ? text(map) : each.toString())
                        .toList());
    }

    @Test
    void the_crosswalk_says_what_its_source_says() throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (Map<?, ?> bloc : objects(source("mc-sno.json").get("blocs"))) {
            for (Map<?, ?> competency : objects(bloc.get("competences"))) {
                if (competency.get("crcn") instanceof Map<?, ?> crcn && crcn.get("codes") instanceof List<?> codes) {
                    expected.put(
                            String.valueOf(competency.get("code")),
                            codes.stream().map(String::valueOf).toList());
                }
            }
        }
        Map<String, List<String>> shipped = new LinkedHashMap<>();
        BundledFrameworks.crosswalks()
                .get(0)
                .mappings()
                .forEach(each -> shipped.put(
                        each.code().value(),
                        each.targets().stream().map(Code::value).toList()));
        assertThat(shipped).isEqualTo(expected);
    }

    private static String line(Item item) {
        return item.code() + " " + item.label();
    }

    private static String line(Map<?, ?> item) {
        return item.get("code") + " " + text(item);
    }

    private static String text(Map<?, ?> item) {
        return String.valueOf(item.get("label"));
    }

    private static List<Map<?, ?>> objects(@Nullable Object list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object each : list(list)) objects.add((Map<?, ?>) each);
        return objects;
    }

    private static Map<?, ?> source(String name) throws IOException {
        Path file = Path.of("../../shared/domain", name).toAbsolutePath().normalize();
        assumeTrue(Files.exists(file), () -> "skipped: the source " + file + " is not beside this project");
        try (JsonParser in = new JsonFactory().createParser(file.toFile())) {
            in.nextToken();
            return (Map<?, ?>) tree(in);
        }
    }

    private static List<?> list(@Nullable Object list) {
        return (List<?>) Objects.requireNonNull(list);
    }

    private static Object tree(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) list.add(tree(in));
            return list;
        }
        if (in.currentToken() != JsonToken.START_OBJECT) return in.getText();
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            map.put(name, tree(in));
        }
        return map;
    }
}
