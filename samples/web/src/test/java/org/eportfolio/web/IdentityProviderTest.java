package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.school.Actor;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts of an identity provider, by properties alone: OpenID Connect with a provider that runs here. */
class IdentityProviderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final RSAKey key = made();
    private String nonce = "";
    private String who = "";

    @SuppressWarnings("NullAway.Init")
    private HttpServer provider;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext school;

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    /** Says at once that the person agreed, and gives a token that it signed. */
    @BeforeEach
    void a_provider_and_a_school_that_knows_it() throws IOException {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.createContext("/authorize", exchange -> {
            Map<String, String> asked = asked(exchange);
            nonce = asked.getOrDefault("nonce", "");
            exchange.getResponseHeaders()
                    .set("Location", asked.get("redirect_uri") + "?code=c&state=" + asked.get("state"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        provider.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token() + "\"}"));
        provider.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        provider.start();
        school = started();
    }

    private ConfigurableApplicationContext started() {
        String registration = "--spring.security.oauth2.client.registration.ent.";
        String known = "--spring.security.oauth2.client.provider.ent.";
        return SchoolServer.start(
                "--server.port=0",
                "--portfolio.path=" + folder.resolve("school.db"),
                "--school.head=proviseure",
                "--school.head-account=ent|a-head",
                registration + "client-name=l’ENT",
                registration + "client-id=school",
                registration + "client-secret=secret",
                registration + "scope=openid",
                registration + "authorization-grant-type=authorization_code",
                registration + "redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                known + "authorization-uri=" + issuer() + "/authorize",
                known + "token-uri=" + issuer() + "/token",
                known + "jwk-set-uri=" + issuer() + "/keys");
    }

    @AfterEach
    void they_stop() {
        if (school != null) school.close();
        provider.stop(0);
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(
                        each -> each[0], each -> each[0].equals("state") ? each[1] : decoded(each[1])));
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String token() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject(who)
                            .audience("school")
                            .claim("nonce", nonce)
                            .claim("name", "Paule Essai")
                            .issueTime(new Date())
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Browser signedIn(String account) {
        who = account;
        String home = "http://127.0.0.1:" + school.getEnvironment().getProperty("local.server.port");
        Browser browser = new Browser(home, "fr");
        browser.get("/login");
        assertThat(browser.words()).contains("Se connecter avec l’ENT");
        return browser.get(browser.link("/oauth2/authorization/ent"));
    }

    @Test
    void an_account_that_no_list_knows_waits_until_the_school_attaches_it() {
        school.getBean(Portfolios.class)
                .call(
                        "school",
                        portfolio ->
                                portfolio.as(Actor.of("proviseure")).grants().give(NewGrant.of("p.essai", Role.DPO)));
        Browser paule = signedIn("a-new-one");
        assertThat(paule.status()).isEqualTo(403);
        assertThat(paule.words()).contains("a-new-one", "rattaché à personne");
        assertThat(paule.get("/school/waiting").status()).isEqualTo(403);

        Browser head = signedIn("a-head");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.get("/school/waiting").words()).contains("Paule Essai", "ent", "a-new-one");
        head.post("/school/waiting", "issuer", "ent", "account", "a-new-one", "person", "");
        assertThat(head.words()).contains("À remplir");
        head.post("/school/waiting", "issuer", "ent", "account", "a-new-one", "person", "p.essai");
        assertThat(head.words()).contains("Le compte est rattaché à p.essai", "Aucun compte n’attend");
        assertThat(paule.get("/").words()).contains("Données personnelles");
        assertThat(paule.get("/school/privacy").status()).isEqualTo(200);
        head.get("/school/people?person=p.essai");
        head.post("/school/people/detach", "person", "p.essai", "issuer", "ent", "account", "a-new-one");
        assertThat(head.words()).contains("cochez la case");
        head.post("/school/people/detach", "person", "p.essai", "issuer", "ent", "account", "a-new-one", "sure", "yes");
        assertThat(head.words()).contains("Le compte est détaché", "Aucun compte n’est rattaché");
        assertThat(paule.get("/").status()).as("a mistake ends at once").isEqualTo(403);
    }

    @Test
    void a_start_leaves_the_head_the_accounts_that_were_attached_since() {
        assertThat(signedIn("another-of-the-head").status()).isEqualTo(403);
        Browser head = signedIn("a-head");
        head.get("/school/waiting");
        head.post("/school/waiting", "issuer", "ent", "account", "another-of-the-head", "person", "proviseure");
        assertThat(head.words()).contains("Le compte est rattaché à proviseure");
        school.close();
        school = started();
        assertThat(signedIn("another-of-the-head").status()).isEqualTo(200);
        assertThat(signedIn("a-head").status()).isEqualTo(200);
    }

    /** Emma had a dossier of another framework before that of her class now. */
    private static CampaignId campaign(Portfolio portfolio) {
        Desk head = portfolio.as(Actor.of("proviseure"));
        AdoptionId before = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        AdoptionId now = head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.FOUR_STEPS);
        CohortId cohort = head.cohorts().enrol("CS", Members.learners("emma"), Members.teachers("m.durand"));
        head.people().setExternalIds(IdentifiedPerson.of(PersonId.of("emma"), ExternalId.of("ent", "emma")));
        Desk emma = portfolio.as(Actor.of("emma"));
        emma.dossiers().open(before);
        DossierId latest = emma.dossiers().open(now);
        emma.productions().add(latest, NewProduction.titled("Un compte rendu"));
        return portfolio
                .as(Actor.of("m.durand"))
                .campaigns()
                .open(NewCampaign.of(cohort, "Relire")
                        .asking(Criterion.of("Clair ?"))
                        .until(Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.SECONDS))
                        .under(now))
                .id();
    }

    @Test
    void a_learner_of_several_dossiers_finds_the_latest_and_hands_in_from_that_of_the_class() {
        CampaignId campaign = school.getBean(Portfolios.class).call("school", IdentityProviderTest::campaign);
        Browser emma = signedIn("emma");
        String own = emma.get("/").link("/dossiers/[0-9a-f-]{36}");
        assertThat(emma.get(own).words()).contains("Un compte rendu");
        emma.get("/campaigns/" + campaign);
        String production =
                emma.find(Pattern.compile("<option value=\"([0-9a-f-]{36})\"")).orElseThrow();
        emma.post("/campaigns/" + campaign + "/hand-in", "production", production);
        assertThat(emma.words()).contains("Remis : Un compte rendu");
    }
}
