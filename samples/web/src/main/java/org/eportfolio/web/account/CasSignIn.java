package org.eportfolio.web.account;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import org.apereo.cas.client.ssl.HttpURLConnectionFactory;
import org.apereo.cas.client.ssl.HttpsURLConnectionFactory;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.eportfolio.web.look.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.cas.ServiceProperties;
import org.springframework.security.cas.authentication.CasAuthenticationProvider;
import org.springframework.security.cas.web.CasAuthenticationFilter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Accounts of a CAS server (protocol 3.0), as an ENT has one: {@code school.cas.url}, where it is, {@code school.cas.service}, the address
 * of this host as people have it, and {@code school.cas.name}, by which it is called in external ids and on the page to sign in. It is
 * asked about each ticket by this host itself, and has {@code school.cas.connect-timeout} (5s) and {@code school.cas.read-timeout} (10s)
 * to answer. Signing out there signs out here too ({@link CasSignOut}).
 */
@Component
@ConditionalOnProperty("school.cas.url")
public final class CasSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(CasSignIn.class);
    private static final String TICKETS = "/login/cas";

    private final String url;
    private final String name;
    private final HttpURLConnectionFactory connections;
    private final ServiceProperties service = new ServiceProperties();

    CasSignIn(
            @Value("${school.cas.url}") String url,
            @Value("${school.cas.service}") String host,
            @Value("${school.cas.name:cas}") String name,
            @Value("${school.cas.connect-timeout:5s}") Duration connect,
            @Value("${school.cas.read-timeout:10s}") Duration read) {
        this.url = url.replaceFirst("/+$", "");
        this.name = name;
        connections = connection -> {
            HttpURLConnection made = new HttpsURLConnectionFactory().buildHttpURLConnection(connection);
            made.setConnectTimeout(Math.toIntExact(connect.toMillis()));
            made.setReadTimeout(Math.toIntExact(read.toMillis()));
            return made;
        };
        service.setService(host.replaceFirst("/+$", "") + TICKETS);
    }

    /** By whom accounts are given, as external ids have it. */
    String name() {
        return name;
    }

    /** Where one signs in. */
    public Line link() {
        String address = UriComponentsBuilder.fromUriString(url + "/login")
                .queryParam("service", "{service}")
                .encode()
                .buildAndExpand(service.getService())
                .toUriString();
        return new Line(name, "", address);
    }

    /** Where one signs out of the server, which lets people in again until then. */
    public Line out() {
        return new Line(name, "", url + "/logout");
    }

    /** Takes the tickets with which people come back. */
    public void joinTo(HttpSecurity http) {
        CasAuthenticationProvider tickets = new CasAuthenticationProvider();
        tickets.setServiceProperties(service);
        tickets.setTicketValidator(this::validated);
        tickets.setKey(name);
        // What a person may do here is the library's to say, not the server's.
        tickets.setAuthenticationUserDetailsService(token -> account(token.getName()));
        tickets.afterPropertiesSet();
        CasAuthenticationFilter filter = new CasAuthenticationFilter();
        filter.setServiceProperties(service);
        filter.setFilterProcessesUrl(TICKETS);
        filter.setAuthenticationManager(new ProviderManager(tickets));
        CasSignOut out = new CasSignOut(TICKETS);
        // As the form to sign in does: another session id, and another mark of the forms; then its ticket ends the
        // session.
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()),
                out)));
        filter.setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler("/login?error"));
        http.addFilter(filter).addFilterBefore(out, CsrfFilter.class);
    }

    /** A server that cannot be reached lets no one in, as a ticket that it refuses does; the client throws whatever it met. */
    private Assertion validated(String ticket, String host) throws TicketValidationException {
        try {
            Cas30ServiceTicketValidator validator = new Cas30ServiceTicketValidator(url);
            validator.setURLConnectionFactory(connections);
            return validator.validate(ticket, host);
        } catch (RuntimeException unreachable) {
            LOG.warn("the CAS server cannot be asked: {}", String.valueOf(unreachable.getCause()));
            throw new TicketValidationException("the server cannot be asked", unreachable);
        }
    }

    private static UserDetails account(String name) {
        return new User(name, "", List.of());
    }
}
