package org.eportfolio.web.account;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.DeniedException;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolios;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.spring.ActingRole;
import org.eportfolio.spring.ActorResolver;
import org.eportfolio.spring.PortfolioCustomizer;
import org.eportfolio.spring.PortfolioProperties;
import org.eportfolio.spring.SchoolResolver;
import org.eportfolio.web.look.WebMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.cas.authentication.CasAuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/**
 * Who it is that signed in: the name of an account of the demonstration, or the person to whom the account of an identity provider
 * was attached. Each provider is a registration of {@code spring.security.oauth2.client}, or a CAS server ({@link CasSignIn}); its name and
 * the account's make an external id.
 */
@Configuration(proxyBeanMethods = false)
class SignedIn {
    static final String SERVICE = "sign-in";

    /** A job that looks accounts up and can do nothing else with names. */
    @Bean
    PortfolioCustomizer signInService() {
        HostService service = HostService.named(SERVICE, "Retrouver la personne d’un compte à la connexion")
                .may(Permission.NAME_PEOPLE);
        return (school, builder) -> builder.service(service);
    }

    @Bean
    ActorResolver actors(
            Portfolios portfolios, SchoolResolver schools, WaitingAccounts waiting, ObjectProvider<CasSignIn> cas) {
        ActorResolver byName = ActorResolver.byPrincipal();
        return request -> {
            Principal signedIn = request.getUserPrincipal();
            ExternalId account = account(signedIn, cas);
            if (signedIn == null || account == null) return byName.actor(request);
            PersonId person = portfolios
                    .call(
                            schools.school(request),
                            each -> each.asService(SERVICE).people().byExternalIds(account))
                    .get(account);
            if (person == null) {
                waiting.add(account, name(signedIn));
                throw new DeniedException(WebMessages.of("account.waits", signedIn.getName()));
            }
            Actor actor = Actor.of(person);
            return ActingRole.of(request).map(actor::acting).orElse(actor);
        };
    }

    /** Of an account that a provider gives; {@code null} for one of the demonstration. */
    private static @Nullable ExternalId account(@Nullable Principal signedIn, ObjectProvider<CasSignIn> cas) {
        if (signedIn instanceof OAuth2AuthenticationToken token)
            return ExternalId.of(token.getAuthorizedClientRegistrationId(), token.getName());
        if (signedIn instanceof CasAuthenticationToken token)
            return ExternalId.of(cas.getObject().name(), token.getName());
        return null;
    }

    /** What the provider calls them; their account where it does not say. */
    private static String name(Principal signedIn) {
        Object name = null;
        if (signedIn instanceof OAuth2AuthenticationToken token)
            name = token.getPrincipal().getAttributes().get("name");
        if (signedIn instanceof CasAuthenticationToken token)
            name = token.getAssertion().getPrincipal().getAttributes().get("displayName");
        return name == null ? signedIn.getName() : name.toString();
    }

    /** The first head and their account, {@code registration|account}, so that there is someone to attach the others. */
    @Bean
    ApplicationRunner firstHead(
            Portfolios portfolios,
            PortfolioProperties properties,
            @Value("${school.head:#{null}}") @Nullable String head,
            @Value("${school.head-account:#{null}}") @Nullable String account) {
        return arguments -> {
            if (head == null || account == null) return;
            String[] parts = account.split("\\|", 2);
            if (parts.length < 2) throw new IllegalStateException("school.head-account is REGISTRATION|ACCOUNT");
            String school = properties.school() == null ? "school" : properties.school();
            portfolios.call(school, portfolio -> {
                attach(portfolio.setUp(head), PersonId.of(head), ExternalId.of(parts[0], parts[1]));
                return portfolio;
            });
        };
    }

    /** Beside the accounts that the person has already; once it is a person's, no later start attaches it anew. */
    private static void attach(Desk desk, PersonId person, ExternalId account) {
        if (!desk.people().byExternalIds(account).isEmpty()) return;
        List<ExternalId> ids =
                new ArrayList<>(desk.people().externalIds(List.of(person)).getOrDefault(person, List.of()));
        ids.add(account);
        desk.people().setExternalIds(IdentifiedPerson.of(person, ids.toArray(ExternalId[]::new)));
    }
}
