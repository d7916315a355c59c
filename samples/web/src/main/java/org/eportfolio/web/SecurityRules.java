package org.eportfolio.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eportfolio.web.account.CasSignIn;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.unsent.MarkedForms;
import org.eportfolio.web.unsent.UnsentForms;
import org.eportfolio.web.unsent.UnsentPage;
import org.eportfolio.web.unsent.Waiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in, and what browsers are told. What a person may do once inside is the library's to say. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    /** Everything comes from here, and nothing is carried out that stands in a page. */
    private static final String CONTENT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final AuthenticationEntryPoint SIGN_IN = new LoginUrlAuthenticationEntryPoint("/login");
    private static final AuthenticationEntryPoint SIGN_IN_TO_READ = new LoginUrlAuthenticationEntryPoint("/login?kept");

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> providers,
            ObjectProvider<CasSignIn> cas,
            MarkedForms marks,
            UnsentForms unsent)
            throws Exception {
        cas.ifAvailable(each -> each.joinTo(http));
        if (providers.getIfAvailable() != null) http.oauth2Login(login -> login.loginPage("/login"));
        return http.authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/login",
                                "/t/**",
                                "/s/**",
                                "/j/**",
                                "/p/**",
                                "/check",
                                "/style.css",
                                "/entry.js",
                                "/live.js",
                                "/drafts.js",
                                "/capture.js",
                                "/worker.js",
                                "/offline",
                                "/icon.svg",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(forms -> forms.csrfTokenRequestHandler(marks))
                .exceptionHandling(failing -> failing.authenticationEntryPoint(SecurityRules::signInFirst)
                        .accessDeniedHandler(unsent))
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(out -> out.logoutSuccessUrl("/login?out"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        // The address of a tutor's page is a secret.
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** A page leads to signing in; a script of ours is told. */
    private static void signInFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept"))) response.setStatus(401);
        else if (request.getServletPath().equals(UnsentPage.HERE) && Waiting.holdsSome(request))
            SIGN_IN_TO_READ.commence(request, response, refused);
        else SIGN_IN.commence(request, response, refused);
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    /** Without the demonstration there is no account: a host has its own, by OpenID Connect or otherwise. */
    @Bean
    UserDetailsService accounts(ObjectProvider<Demo> demo, PasswordEncoder passwords) {
        Demo shown = demo.getIfAvailable();
        if (shown == null) return new InMemoryUserDetailsManager();
        String kept = passwords.encode(Demo.PASSWORD);
        List<UserDetails> users = shown.players().stream()
                .map(each -> User.withUsername(each.id()).password(kept).build())
                .toList();
        return new InMemoryUserDetailsManager(users);
    }
}
