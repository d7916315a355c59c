package org.eportfolio.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apereo.cas.client.util.XmlUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session here once its account signed out of the CAS server (protocol 3.0, §2.3.3): the server posts the ticket with which the
 * session began to where it sent that ticket, and knowing it is what lets it end the session, and no other. Knows the sessions of this
 * process alone. Thread-safe.
 */
final class CasSignOut extends OncePerRequestFilter implements SessionAuthenticationStrategy {
    private static final String REQUEST = "logoutRequest";

    private final String address;
    private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();

    /** @param address where tickets come to */
    CasSignOut(String address) {
        this.address = address;
    }

    /** Lies in a session, and goes with it. */
    private final class Ticket implements HttpSessionBindingListener {
        private final String ticket;

        Ticket(String ticket) {
            this.ticket = ticket;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent ended) {
            sessions.remove(ticket);
        }
    }

    @Override
    public void onAuthentication(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        String ticket = String.valueOf(signedIn.getCredentials());
        HttpSession session = request.getSession();
        session.setAttribute(Ticket.class.getName(), new Ticket(ticket));
        sessions.put(ticket, session);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String said =
                request.getMethod().equals("POST") && request.getServletPath().equals(address)
                        ? request.getParameter(REQUEST)
                        : null;
        if (said == null) next.doFilter(request, response);
        else end(XmlUtils.getTextForElement(said, "SessionIndex"));
    }

    private void end(@Nullable String ticket) {
        HttpSession session = ticket == null ? null : sessions.remove(ticket.strip());
        if (session == null) return;
        try {
            session.invalidate();
        } catch (IllegalStateException already) {
            // It ended at the same time.
        }
    }
}
