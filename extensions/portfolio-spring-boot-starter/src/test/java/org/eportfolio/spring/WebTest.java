package org.eportfolio.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.access.Me;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** A host's controllers: desks as arguments, ids in addresses, refusals, files; over a real file and over memory. */
class WebTest {
    private final WebApplicationContextRunner host = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    HttpMessageConvertersAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    PortfolioAutoConfiguration.class,
                    PortfolioJsonAutoConfiguration.class,
                    PortfolioWebAutoConfiguration.class))
            .withBean(HostController.class);

    /** What a host writes. */
    @RestController
    static class HostController {
        @GetMapping("/me")
        Me me(Desk desk) {
            return desk.me().get();
        }

        @GetMapping("/dossiers/{dossier}")
        Dossier dossier(Desk desk, @PathVariable DossierId dossier) {
            return desk.dossiers().get(dossier);
        }

        @GetMapping("/open/{ref}")
        String open(Desk desk, @PathVariable Ref ref, @RequestParam Code code, @RequestParam PersonId person) {
            return ref.kind() + " " + code + " " + person;
        }

        @PostMapping("/dossiers/{dossier}/goals")
        Object goal(Desk desk, @PathVariable DossierId dossier, @RequestBody NewGoal goal) {
            return desk.goals().set(dossier, goal);
        }

        @PostMapping("/role")
        void role(HttpServletRequest request, @RequestParam Role role) {
            ActingRole.choose(request, role);
        }

        @GetMapping("/number/{number}")
        int number(@PathVariable int number) {
            return number;
        }

        @GetMapping("/zone")
        String zone(Portfolio portfolio) {
            return portfolio.zone().getId();
        }

        @GetMapping("/files/{dossier}/{production}")
        void file(
                Desk desk,
                @PathVariable DossierId dossier,
                @PathVariable ProductionId production,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            Stored file = desk.productions()
                    .get(dossier, production)
                    .contents()
                    .findFirst()
                    .orElseThrow();
            FileResponse.send(
                    file, range -> desk.productions().download(dossier, production, file, range), request, response);
        }
    }

    /** What was there before the requests. */
    private record Class(DossierId emmas, DossierId malos, ProductionId page) {}

    private static Class begin(Portfolios portfolios) {
        return portfolios.call("school", portfolio -> {
            Desk head = portfolio.setUp("proviseure");
            var adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts()
                    .enrol(
                            "2SNO",
                            Members.learners("emma", "malo"),
                            Members.teachers("m.durand"),
                            Members.leadTeachers("m.durand"));
            Desk emma = portfolio.as(Actor.of("emma"));
            DossierId emmas = emma.dossiers().open(adoption);
            byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
            NewAttachment file =
                    NewAttachment.of("page d’été.html", "text/html", () -> new java.io.ByteArrayInputStream(html));
            Production page =
                    emma.productions().add(emmas, NewProduction.titled("Page").attaching(file));
            return new Class(emmas, portfolio.as(Actor.of("malo")).dossiers().open(adoption), page.id());
        });
    }

    /** The host with its pages, and what was there before. */
    private record Pages(MockMvc mvc, Class school) {
        MockHttpServletResponse as(String person, MockHttpServletRequestBuilder request) throws Exception {
            return mvc.perform(request.principal(() -> person).locale(Locale.FRENCH))
                    .andReturn()
                    .getResponse();
        }
    }

    private interface Visit {
        void to(Pages pages) throws Exception;
    }

    private void visit(String place, Visit visit) {
        host.withPropertyValues(place).run(context -> {
            Class school = begin(context.getBean(Portfolios.class));
            WebApplicationContext web = context;
            visit.to(new Pages(MockMvcBuilders.webAppContextSetup(web).build(), school));
            assertThat(context.getBean(Portfolios.class).open()).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void a_controller_takes_the_desk_of_the_person_who_is_signed_in(@TempDir Path folder) {
        visit("portfolio.path=" + folder.resolve("school.db"), pages -> {
            String me = pages.as("m.durand", get("/me")).getContentAsString(StandardCharsets.UTF_8);
            assertThat(me).contains("\"person\":\"m.durand\"", "\"TEACHER\"", "2SNO");
            assertThat(pages.as("emma", get("/dossiers/" + pages.school().emmas()))
                            .getContentAsString())
                    .contains("\"learner\":\"emma\"");
            assertThat(pages.as("emma", get("/zone")).getContentAsString()).isNotBlank();
        });
    }

    @Test
    void each_request_ends_its_use_of_the_school() {
        host.withPropertyValues("portfolio.store=memory", "portfolio.patience=0s")
                .run(context -> {
                    Portfolios portfolios = context.getBean(Portfolios.class);
                    Class school = begin(portfolios);
                    WebApplicationContext web = context;
                    Pages pages =
                            new Pages(MockMvcBuilders.webAppContextSetup(web).build(), school);
                    for (int i = 0; i < 3; i++) pages.as("emma", get("/dossiers/" + school.malos()));
                    // With patience of no time, closing at once throws nothing away that is still in use.
                    portfolios.reopen("school");
                    assertThat(portfolios.open()).as("not in use any more").isZero();
                });
    }

    @Test
    void without_anyone_signed_in_it_is_401_and_the_role_of_the_session_counts() {
        visit("portfolio.store=memory", pages -> {
            MockHttpServletResponse nobody = pages.mvc()
                    .perform(get("/me").locale(Locale.FRENCH))
                    .andReturn()
                    .getResponse();
            assertThat(nobody.getStatus()).isEqualTo(401);
            assertThat(nobody.getContentAsString(StandardCharsets.UTF_8)).contains("Connectez-vous");
            var session = new org.springframework.mock.web.MockHttpSession();
            pages.as("m.durand", post("/role").param("role", "LEAD_TEACHER").session(session));
            assertThat(pages.as("m.durand", get("/me").session(session)).getContentAsString())
                    .contains("\"acting\":\"LEAD_TEACHER\"");
            assertThat(pages.as("m.durand", get("/me")).getContentAsString()).contains("\"acting\":null");
            MockHttpServletResponse other = pages.as("emma", get("/me").session(session));
            assertThat(other.getStatus())
                    .as("a role that is not held gives nothing")
                    .isEqualTo(403);
        });
    }

    @Test
    void what_is_hidden_what_never_was_and_what_is_no_id_are_answered_alike() {
        visit("portfolio.store=memory", pages -> {
            Function<String, String> asEmma = path -> {
                try {
                    MockHttpServletResponse response = pages.as("emma", get(path));
                    return response.getStatus() + " " + response.getContentType() + " "
                            + response.getContentAsString(StandardCharsets.UTF_8)
                                    .replaceAll("\"instance\":\"[^\"]*\"", "");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            };
            String hidden = asEmma.apply("/dossiers/" + pages.school().malos());
            assertThat(hidden)
                    .startsWith("404 application/problem+json")
                    .contains("urn:eportfolio:problem:not-found", "Il n’y a rien à cette adresse");
            List<String> others = List.of(
                    "/dossiers/" + UUID.randomUUID(),
                    "/dossiers/no-id",
                    "/open/nothing?code=C3.1&person=emma",
                    "/files/" + pages.school().malos() + "/" + pages.school().page());
            for (String each : others) assertThat(asEmma.apply(each)).as(each).isEqualTo(hidden);
        });
    }

    @Test
    void ids_and_references_come_out_of_addresses_and_what_is_not_ours_is_left_to_the_host() {
        visit("portfolio.store=memory", pages -> {
            String ref = Ref.of(pages.school().emmas()).toString();
            assertThat(pages.as(
                                    "emma",
                                    get("/open/" + ref).param("code", "C3.1/1").param("person", "m.durand"))
                            .getContentAsString())
                    .isEqualTo("DOSSIER C3.1/1 m.durand");
            assertThat(pages.as("emma", get("/number/7")).getContentAsString()).isEqualTo("7");
            assertThat(pages.as("emma", get("/number/seven")).getStatus()).isEqualTo(400);
        });
    }

    @Test
    void a_refusal_says_why_in_the_readers_language_with_the_fields_at_fault() {
        visit("portfolio.store=memory", pages -> {
            String path = "/dossiers/" + pages.school().emmas() + "/goals";
            String goal = "{\"competency\":\"C9.9\",\"target\":\"acquis\",\"dueOn\":\"2199-01-01\",\"steps\":[]}";
            MockHttpServletResponse wrong =
                    pages.as("emma", post(path).contentType("application/json").content(goal));
            assertThat(wrong.getStatus()).isEqualTo(422);
            assertThat(wrong.getContentType()).isEqualTo("application/problem+json");
            assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                    .contains("Quelque chose est à corriger", "\"violations\"", "\"path\":\"competency\"", "C9.9");
            MockHttpServletResponse denied = pages.as(
                    "m.durand", post(path).contentType("application/json").content(goal.replace("C9.9", "C3.1")));
            assertThat(denied.getStatus()).isEqualTo(403);
            assertThat(denied.getContentAsString(StandardCharsets.UTF_8)).contains("\"key\":", "Ce n’est pas permis");
        });
    }

    @Test
    void a_file_is_sent_to_be_saved_and_never_to_be_run(@TempDir Path folder) {
        visit("portfolio.path=" + folder.resolve("school.db"), pages -> {
            String path =
                    "/files/" + pages.school().emmas() + "/" + pages.school().page();
            MockHttpServletResponse whole = pages.as("emma", get(path));
            assertThat(whole.getStatus()).isEqualTo(200);
            assertThat(whole.getContentAsString()).isEqualTo("<script>alert(1)</script>");
            assertThat(whole.getHeader("Content-Disposition"))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''page");
            assertThat(whole.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(whole.getHeader("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
            assertThat(whole.getContentLength()).isEqualTo(25);

            MockHttpServletResponse part = pages.as("emma", get(path).header("Range", "bytes=1-6"));
            assertThat(part.getStatus()).isEqualTo(206);
            assertThat(part.getContentAsString()).isEqualTo("script");
            assertThat(part.getHeader("Content-Range")).isEqualTo("bytes 1-6/25");
            String etag = whole.getHeader("ETag");
            assertThat(pages.as("emma", get(path).header("If-None-Match", etag)).getStatus())
                    .isEqualTo(304);
            assertThat(pages.as("malo", get(path).header("If-None-Match", etag)).getStatus())
                    .as("the right is asked first")
                    .isEqualTo(404);
            MockHttpServletResponse beyond = pages.as("emma", get(path).header("Range", "bytes=25-"));
            assertThat(beyond.getStatus()).isEqualTo(416);
            assertThat(beyond.getHeader("Content-Range")).isEqualTo("bytes */25");
            assertThat(pages.as("emma", get(path).header("Range", "bytes=1-6").header("If-Range", "\"older\""))
                            .getStatus())
                    .isEqualTo(200);
        });
    }
}
