package org.eportfolio.web.unsent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The hidden field of every form has two parts with a point between them: Spring's token against forms of other sites, which alone
 * decides whether the form is let in, and, sealed, for whom the page was shown.
 */
@Component
public final class MarkedForms implements CsrfTokenRequestHandler {
    /** The name of the field. */
    static final String FIELD = "_csrf";

    private static final char POINT = '.';

    private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestAttributeHandler asIs = new CsrfTokenRequestAttributeHandler();
    private final PageMarks marks;

    MarkedForms(PageMarks marks) {
        this.marks = marks;
    }

    /** The address within this application. */
    static String address(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
        CsrfToken first = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String address = address(request);
        // Once for all forms of a page, and only where there is one: it makes a session.
        asIs.handle(
                request,
                response,
                SingletonSupplier.of(() -> new DefaultCsrfToken(
                        first.getHeaderName(),
                        first.getParameterName(),
                        first.getToken() + POINT + marks.sealed(PageMarks.now(address)))));
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return masked.resolveCsrfTokenValue(new FirstPart(request), token);
    }

    /** For whom the page of this form was shown; {@code null} where it does not say, or not with a mark of this school. */
    PageMarks.@Nullable Reader reader(HttpServletRequest request) {
        String mark = request.getParameter(FIELD);
        int point = mark == null ? -1 : mark.indexOf(POINT);
        return mark == null || point < 0 ? null : marks.opened(mark.substring(point + 1));
    }

    private static final class FirstPart extends HttpServletRequestWrapper {
        FirstPart(HttpServletRequest request) {
            super(request);
        }

        private static @Nullable String first(@Nullable String mark) {
            int point = mark == null ? -1 : mark.indexOf(POINT);
            return mark == null || point < 0 ? mark : mark.substring(0, point);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return first(super.getHeader(name));
        }

        @Override
        public @Nullable String getParameter(String name) {
            return first(super.getParameter(name));
        }
    }
}
