package org.eportfolio.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eportfolio.web.look.Words;
import org.eportfolio.web.unsent.UnsentPage;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for what never reached a page: an address that there is not, a form without its mark, a failure of ours. */
@Controller
final class ErrorPage implements ErrorController {
    private final PageErrors errors;
    private final Words words;
    private final UnsentPage unsent;

    ErrorPage(PageErrors errors, Words words, UnsentPage unsent) {
        this.errors = errors;
        this.words = words;
        this.unsent = unsent;
    }

    @RequestMapping("/error")
    ModelAndView failed(HttpServletRequest request, HttpServletResponse response) {
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = given instanceof Integer code ? code : 404;
        ModelAndView typed = unsent.unkept(request);
        if (typed != null) return typed;
        String kind = status == 403 ? "forbidden" : status == 429 ? "many" : status < 500 ? "missing" : "failure";
        return errors.page(
                status,
                words.say("error." + kind + ".title"),
                words.say("error." + kind + ".detail"),
                request,
                response);
    }
}
