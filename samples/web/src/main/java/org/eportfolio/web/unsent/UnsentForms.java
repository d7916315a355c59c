package org.eportfolio.web.unsent;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What becomes of a form that is not let in because the session in which its page was shown has ended, whichever form it is: what was
 * typed waits until the same account signs in. Someone without an account, behind a link, gets to read it at once, and so does
 * someone whose text is too long to be kept. A form that does not say for whom its page was shown, or that was shown to
 * another than is signed in now, is refused, and nothing of it is kept.
 */
@Component
public final class UnsentForms implements AccessDeniedHandler {
    /** A form with one of these is typed anew. */
    private static final Set<String> SECRET = Set.of("password", "code");

    private static final Set<String> OURS = Set.of(MarkedForms.FIELD, UnsentPage.ID);

    private final AccessDeniedHandler refused = new AccessDeniedHandlerImpl();
    private final MarkedForms marks;
    private final Waiting waiting;
    private final Words words;
    private final RequestMappingHandlerMapping pages;

    UnsentForms(
            MarkedForms marks,
            Waiting waiting,
            Words words,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        this.marks = marks;
        this.waiting = waiting;
        this.words = words;
        this.pages = pages;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        PageMarks.Reader reader = denied instanceof CsrfException ? marks.reader(request) : null;
        Unsent form = reader == null ? null : unsent(request, reader);
        if (reader != null && form != null) {
            String account = reader.account();
            if (account != null && waiting.keep(request, account, form)) {
                response.sendRedirect(request.getContextPath() + UnsentPage.HERE);
                return;
            }
            boolean sends = account == null || PageMarks.account() != null;
            request.setAttribute(Unkept.class.getName(), new Unkept(form, sends));
        }
        refused.handle(request, response, denied);
    }

    /**
     * A form that is shown in place of being kept.
     *
     * @param sends whether it can be sent from the page that shows it
     */
    record Unkept(Unsent form, boolean sends) {}

    private @Nullable Unsent unsent(HttpServletRequest request, PageMarks.Reader reader) throws ServletException {
        String address = MarkedForms.address(request);
        String now = PageMarks.account();
        boolean theirs = reader.account() == null
                ? reader.address().equals(address)
                : now == null || now.equals(reader.account());
        boolean byScript = MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept"));
        if (!theirs || byScript || !takes(request)) return null;
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OURS.contains(name)) fields.put(name, List.copyOf(Arrays.asList(values)));
        });
        Unsent form = new Unsent(address, fields, files(request));
        boolean secret = fields.keySet().stream().anyMatch(SECRET::contains);
        boolean typed =
                !form.files().isEmpty() || !UnsentPage.lines(form, words).isEmpty();
        return typed && !secret ? form : null;
    }

    /** Whether there is a page of ours that takes forms at this address. */
    private boolean takes(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
        return pages.getHandlerMethods().keySet().stream()
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .anyMatch(each -> each.getMatchingCondition(request) != null);
    }

    private static List<String> files(HttpServletRequest request) throws ServletException {
        String type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) return List.of();
        try {
            return request.getParts().stream()
                    .filter(each -> each.getSubmittedFileName() != null && each.getSize() > 0)
                    .map(Part::getName)
                    .distinct()
                    .toList();
        } catch (IOException | IllegalStateException tooLarge) {
            return List.of();
        }
    }
}
