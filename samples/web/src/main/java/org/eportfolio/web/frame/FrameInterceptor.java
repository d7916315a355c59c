package org.eportfolio.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the frame around each page that a controller names. */
public final class FrameInterceptor implements HandlerInterceptor {
    /** What people read without signing in and cannot answer: no session is made for it. */
    private static final Set<String> FORMLESS = Set.of("offline", "refused");

    private final Frames frames;

    public FrameInterceptor(Frames frames) {
        this.frames = frames;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) return;
        page.addObject("frame", frames.around(request));
        if (FORMLESS.contains(page.getViewName()) && request.getUserPrincipal() == null) return;
        // The mark of the forms makes a session, which is too late once a long page is on its way.
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken mark) mark.getToken();
    }
}
