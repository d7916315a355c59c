package org.eportfolio.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.sqlite.SqliteStore;

/**
 * The same people as those of the demonstration, in one class, with a framework and a dossier each, and nothing recorded. They sign in
 * by a CAS server that lets everyone in who says who they are.
 */
final class EmptySchool implements AutoCloseable {
    private static final String HEAD = "proviseure";

    private final HttpServer cas;
    private final School school;

    private EmptySchool(HttpServer cas, School school) {
        this.cas = cas;
        this.school = school;
    }

    static EmptySchool started(Path folder, List<String> people) throws IOException {
        Path file = folder.resolve("empty.db");
        fill(file, people);
        HttpServer cas = server();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        School school = School.started(
                folder,
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--portfolio.path=" + file,
                "--school.cas.url=" + address(cas),
                "--school.cas.service=http://127.0.0.1:" + port);
        return new EmptySchool(cas, school);
    }

    private static void fill(Path file, List<String> people) {
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            Desk head = portfolio.setUp(HEAD);
            AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.FOUR_STEPS);
            List<String> learners =
                    people.stream().filter(each -> !each.contains(".")).toList();
            head.cohorts()
                    .enrol(
                            "TSNO",
                            Members.learners(learners.toArray(String[]::new)),
                            Members.teachers("m.durand"),
                            Members.of(Role.LEAD_TEACHER, List.of(PersonId.of("c.reference"))));
            learners.forEach(each -> portfolio.as(Actor.of(each)).dossiers().open(adoption));
            head.people()
                    .setExternalIds(people.stream()
                            .map(each -> IdentifiedPerson.of(PersonId.of(each), ExternalId.of("cas", each)))
                            .toArray(IdentifiedPerson[]::new));
        }
    }

    private static HttpServer server() throws IOException {
        HttpServer cas = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cas.createContext("/login", exchange -> {
            Map<String, String> asked = asked(exchange);
            exchange.getResponseHeaders().set("Location", asked.get("service") + "?ticket=ST-" + asked.get("who"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        cas.createContext("/p3/serviceValidate", exchange -> {
            String who = asked(exchange).getOrDefault("ticket", "").replaceFirst("^ST-", "");
            byte[] answer =
                    ("<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\"><cas:authenticationSuccess><cas:user>"
                                    + who + "</cas:user></cas:authenticationSuccess></cas:serviceResponse>")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        cas.start();
        return cas;
    }

    private static String address(HttpServer cas) {
        return "http://127.0.0.1:" + cas.getAddress().getPort();
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    String home() {
        return school.address();
    }

    /** Where this person comes in. */
    String door(String person) {
        return address(cas) + "/login?service=" + home() + "login/cas&who=" + person;
    }

    @Override
    public void close() {
        school.close();
        cas.stop(0);
    }
}
