package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PluginException;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.ReflectionTemplateFile;
import org.eportfolio.core.VosReves;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionTemplate;
import org.eportfolio.reflection.ReflectionTemplates;
import org.eportfolio.reflection.TemplateId;
import org.junit.jupiter.api.Test;

/** A3: templates are data, shipped, brought by plugins or read from files. */
class ReflectionTemplatesTest {
    private static final ReflectionTemplate WEEK = new ReflectionTemplate(
            TemplateId.of("semaine@2"),
            Map.of("fr", "Ma semaine"),
            List.of(new ReflectionTemplate.Question(
                    "fier", Map.of("fr", "De quoi es-tu fier cette semaine ?"), Map.of(), true)));

    @Test
    void three_templates_ship_in_french_and_english() {
        try (VosReves school = VosReves.over(new InMemoryStore())) {
            List<ReflectionTemplate> shipped = school.emma.reflections().templates();
            assertThat(shipped)
                    .extracting(each -> each.id().toString())
                    .containsExactly("explicitation@1", "kolb@1", "free@1");
            assertThat(shipped)
                    .allSatisfy(each -> assertThat(each.title().keySet()).containsExactly("fr", "en"));
            assertThat(shipped.get(1).in("en").questions().get(0).text()).startsWith("Concrete experience");
        }
    }

    @Test
    void a_plugin_brings_its_own_and_they_are_pinned_with_their_words() {
        InMemoryStore store = new InMemoryStore();
        try (VosReves school =
                VosReves.over(store, builder -> builder.reflectionTemplates(ReflectionTemplates.of("greta", WEEK)))) {
            assertThat(school.emma.reflections().templates()).hasSize(4).contains(WEEK);
            Reflection shared = school.emma
                    .reflections()
                    .share(
                            school.dossier,
                            NewReflection.on("Accueillir un client", Given.MISSION)
                                    .guidedBy("semaine@2", "fr")
                                    .answering("fier", "Du devis."));
            Portfolio without = Portfolio.with(store).clock(school.clock).build();
            Reflection there = without.as(school.emma.actor()).reflections().get(school.dossier, shared.id());
            assertThat(there.guide().questions().get(0).text()).isEqualTo("De quoi es-tu fier cette semaine ?");
            Reflection revised = without.as(school.emma.actor())
                    .reflections()
                    .revise(there, NewReflection.of(there).answering("fier", "Du devis, et de l'accueil."));
            assertThat(revised.versions()).hasSize(2);
        }
    }

    @Test
    void a_collision_fails_the_building_and_names_both() {
        ReflectionTemplates one = ReflectionTemplates.of("greta", WEEK);
        ReflectionTemplates other = ReflectionTemplates.of("cfa", WEEK);
        assertThatThrownBy(() -> Portfolio.with(new InMemoryStore())
                        .reflectionTemplates(one)
                        .reflectionTemplates(other)
                        .build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("semaine@2")
                .hasMessageContaining("greta and cfa");
        ReflectionTemplate kolb =
                new ReflectionTemplate(TemplateId.of("kolb@1"), Map.of("fr", "Kolb"), WEEK.questions());
        assertThatThrownBy(() -> Portfolio.with(new InMemoryStore())
                        .reflectionTemplates(ReflectionTemplates.of("greta", kolb))
                        .build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("portfolio and greta");
    }

    @Test
    void a_plugin_that_fails_is_named_and_the_store_is_closed() {
        InMemoryStore store = new InMemoryStore();
        ReflectionTemplates failing = new ReflectionTemplates() {
            @Override
            public String name() {
                return "greta";
            }

            @Override
            public List<ReflectionTemplate> templates() {
                throw new IllegalStateException("no network");
            }
        };
        assertThatThrownBy(
                        () -> Portfolio.with(store).reflectionTemplates(failing).build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("greta")
                .hasMessageContaining("no network");
        assertThatThrownBy(() -> store.read(view -> true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_template_is_a_file_that_is_read_as_it_was_written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReflectionTemplateFile.write(WEEK, out);
        assertThat(ReflectionTemplateFile.read(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(WEEK);
    }

    @Test
    void refuses_templates_that_are_not_as_they_should_be() {
        String id = "\"id\": {\"name\": \"w\", \"version\": 1}";
        refused("{" + id + ", \"titel\": {}}", "unknown field titel");
        refused("{" + id + "}", "at least one language");
        refused("{" + id + ", \"title\": {\"fr\": \"T\"}}", "1 to 30 questions, not 0");
        refused("{\"title\": {\"fr\": \"T\"}}", "lacks id");
        String question = "{\"id\": \"q\", \"text\": {\"fr\": \"?\"}}";
        refused(
                "{" + id + ", \"title\": {\"fr\": \"T\", \"en\": \"T\"}, \"questions\": [" + question + "]}",
                "must speak these languages: fr, en");
        refused(
                "{" + id + ", \"title\": {\"fr\": \"T\"}, \"questions\": [" + question + "," + question + "]}",
                "question q stands twice");
        refused("{" + id + ", \"title\": {\"fr\": \" \"}, \"questions\": [" + question + "]}", "must not be blank");
        refused("{" + id + ", \"title\": {\"français\": \"T\"}}", "language is a tag");
        refused("{\"id\": {\"name\": \"W!\", \"version\": 1}}", "does not name a reflection template");
    }

    private static void refused(String json, String why) {
        assertThatThrownBy(() ->
                        ReflectionTemplateFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }
}
