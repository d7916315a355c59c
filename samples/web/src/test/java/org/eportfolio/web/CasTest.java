package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.Portfolios;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts of a CAS server, which runs here: a ticket lets in once, for the account and the host that it was given for. */
class CasTest {
    private static final String SPACE = "xmlns:cas=\"http://www.yale.edu/tp/cas\"";
    private static final String REFUSED = "<cas:serviceResponse " + SPACE
            + "><cas:authenticationFailure code=\"INVALID_TICKET\">no</cas:authenticationFailure></cas:serviceResponse>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** What was given and not yet asked about: the account and the host, by the ticket. */
    private final Map<String, String[]> tickets = new ConcurrentHashMap<>();

    private String who = "";
    private String given = "";
    private int count;
    private volatile boolean silent;

    @SuppressWarnings("NullAway.Init")
    private HttpServer cas;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext school;

    @SuppressWarnings("NullAway.Init")
    private String home;

    @BeforeEach
    void a_server_and_a_school_that_knows_it() throws IOException {
        cas = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        cas.createContext("/cas/login", exchange -> {
            String service = asked(exchange).get("service");
            exchange.getResponseHeaders().set("Location", service + "?ticket=" + given(who, service));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        cas.createContext("/cas/p3/serviceValidate", exchange -> answer(exchange, asked(exchange)));
        cas.start();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        home = "http://127.0.0.1:" + port;
        school = SchoolServer.start(
                "--server.port=" + port,
                "--portfolio.path=" + folder.resolve("school.db"),
                "--school.head=proviseure",
                "--school.head-account=l’ENT|a-head",
                "--school.cas.url=http://127.0.0.1:" + cas.getAddress().getPort() + "/cas",
                "--school.cas.service=" + home + "/",
                "--school.cas.name=l’ENT");
    }

    @AfterEach
    void they_stop() {
        if (school != null) school.close();
        cas.stop(0);
    }

    private String given(String account, String service) {
        given = "ST-" + ++count + "-" + account;
        tickets.put(given, new String[] {account, service});
        return given;
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    /** A ticket is good once, for the host that it was given for. */
    private void answer(HttpExchange exchange, Map<String, String> asked) throws IOException {
        if (silent) return;
        String[] given = tickets.remove(asked.getOrDefault("ticket", ""));
        boolean good = given != null && given[1].equals(asked.get("service"));
        String xml = !good || given == null
                ? REFUSED
                : "<cas:serviceResponse " + SPACE + "><cas:authenticationSuccess><cas:user>" + given[0]
                        + "</cas:user><cas:attributes><cas:displayName>Paule Essai</cas:displayName></cas:attributes>"
                        + "</cas:authenticationSuccess></cas:serviceResponse>";
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml;charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Browser signedIn(String account) {
        who = account;
        Browser browser = new Browser(home, "fr");
        browser.get("/login");
        assertThat(browser.words()).contains("Se connecter avec l’ENT");
        return browser.get(browser.find(Pattern.compile("href=\"(http[^\"]*/cas/login[^\"]*)\""))
                .orElseThrow());
    }

    @Test
    void an_account_of_the_server_waits_until_the_school_attaches_it() {
        school.getBean(Portfolios.class)
                .call(
                        "school",
                        portfolio ->
                                portfolio.as(Actor.of("proviseure")).grants().give(NewGrant.of("p.essai", Role.DPO)));
        Browser paule = signedIn("a-new-one");
        assertThat(paule.status()).isEqualTo(403);
        assertThat(paule.words()).contains("a-new-one", "rattaché à personne");
        Browser head = signedIn("a-head");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.get("/school/waiting").words()).contains("Paule Essai", "l’ENT", "a-new-one");
        head.post("/school/waiting", "issuer", "l’ENT", "account", "a-new-one", "person", "p.essai");
        assertThat(paule.get("/").words()).contains("Données personnelles");
    }

    @Test
    void a_ticket_that_was_used_made_up_or_given_for_another_host_lets_no_one_in() {
        Browser head = signedIn("a-head");
        assertThat(head.status()).isEqualTo(200);
        String here = home + "/login/cas";
        String used = given("a-head", here);
        assertThat(tickets.remove(used)).isNotNull();
        String elsewhere = given("a-head", "https://other.example/login/cas");
        for (String ticket : new String[] {used, elsewhere, "ST-9-a-head", "", "../x?ticket=y&user=a-head"}) {
            Browser stranger = new Browser(home, "fr");
            stranger.get("/login/cas?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
            assertThat(stranger.path()).as(ticket).isEqualTo("/login");
            assertThat(stranger.get("/").path()).as(ticket).isEqualTo("/login");
        }
    }

    @Test
    @Timeout(120)
    void a_server_that_never_answers_is_not_waited_for() {
        silent = true;
        Browser head = signedIn("a-head");
        assertThat(head.path()).isEqualTo("/login");
        assertThat(head.status()).isEqualTo(200);
        silent = false;
        assertThat(signedIn("a-head").words()).contains("Listes de l’établissement");
    }

    @Test
    void signing_in_gives_another_mark_to_the_forms_and_signing_out_leads_to_the_server_too() {
        who = "a-head";
        Browser head = new Browser(home, "fr");
        head.get("/login");
        assertThat(head.words()).doesNotContain("Se déconnecter aussi");
        String mark =
                head.find(Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")).orElseThrow();
        head.get(head.find(Pattern.compile("href=\"(http[^\"]*/cas/login[^\"]*)\""))
                .orElseThrow());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.postUnmarked("/logout", "_csrf", mark).status()).isEqualTo(403);
        head.get("/");
        head.post("/logout");
        assertThat(head.words()).contains("Vous êtes déconnecté", "Se déconnecter aussi de l’ENT");
        assertThat(head.page())
                .contains("href=\"http://127.0.0.1:" + cas.getAddress().getPort() + "/cas/logout\"");
    }

    /** As the server asks where it sent a ticket, without a session and without the mark of a page. */
    private int signedOut(String logoutRequest) {
        Browser server = new Browser(home, "fr");
        return server.postUnmarked("/login/cas", "logoutRequest", logoutRequest).status();
    }

    private static String logoutOf(String ticket) {
        return "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"LR-1\" Version=\"2.0\">"
                + "<saml:NameID xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">@NOT_USED@</saml:NameID>"
                + "<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex></samlp:LogoutRequest>";
    }

    @Test
    void signing_out_at_the_server_ends_the_session_that_its_ticket_began_and_no_other() {
        Browser desk = signedIn("a-head");
        String ticket = given;
        Browser phone = signedIn("a-head");
        for (String wrong : new String[] {
            logoutOf("ST-99-a-head"), "no XML", "", "<!DOCTYPE a [<!ENTITY b \"" + ticket + "\">]>" + logoutOf("&b;")
        }) {
            assertThat(signedOut(wrong)).isEqualTo(200);
            assertThat(desk.get("/").path()).as(wrong).isEqualTo("/");
        }
        assertThat(signedOut(logoutOf(ticket))).isEqualTo(200);
        assertThat(desk.get("/").path()).isEqualTo("/login");
        assertThat(phone.get("/").path()).as("which began with another ticket").isEqualTo("/");
        assertThat(signedOut(logoutOf(ticket))).as("again").isEqualTo(200);
        assertThat(signedIn("a-head").path()).isEqualTo("/");
    }

    @Test
    void what_was_typed_meanwhile_waits_until_the_same_account_comes_back() {
        Browser head = signedIn("a-head").get("/school/people?person=p.essai");
        signedOut(logoutOf(given));
        head.post("/school/people/name", "person", "p.essai", "name", "Un nom d’essai");
        assertThat(head.path()).isEqualTo("/login");
        head.get(head.find(Pattern.compile("href=\"(http[^\"]*/cas/login[^\"]*)\""))
                .orElseThrow());
        assertThat(head.path()).isEqualTo("/unsent");
        assertThat(head.words()).contains("Un nom d’essai");
    }

    @Test
    void without_its_server_no_one_gets_in_and_the_page_to_sign_in_still_opens() {
        String ticket = given("a-head", home + "/login/cas");
        cas.stop(0);
        Browser head = new Browser(home, "fr");
        head.get("/login/cas?ticket=" + ticket);
        assertThat(head.path()).isEqualTo("/login");
        assertThat(head.status()).isEqualTo(200);
    }
}
