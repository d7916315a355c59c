package org.eportfolio.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eportfolio.NotFoundException;
import org.eportfolio.PortfolioException;
import org.eportfolio.spring.NotSignedInException;
import org.eportfolio.spring.Refusals;
import org.eportfolio.web.look.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What a person reads when something is refused as a whole; what is wrong with a field stands beside it, in its form. */
@ControllerAdvice
@Order(0)
final class PageErrors {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final Frames frames;
    private final Words words;

    PageErrors(Frames frames, Words words) {
        this.frames = frames;
        this.words = words;
    }

    @ExceptionHandler({
        PortfolioException.class,
        NotSignedInException.class,
        BeanCreationException.class,
        TypeMismatchException.class
    })
    ModelAndView refused(RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
        RuntimeException refusal = Refusals.behind(failure).orElseThrow(() -> failure);
        int status = Refusals.status(refusal);
        if (status >= 500) LOG.error("a page failed", refusal);
        return page(
                status,
                Refusals.title(refusal, Words.language()),
                Refusals.detail(refusal, Words.language()),
                request,
                response);
    }

    /** No page of ours is answered like a thing that is not there. */
    @ExceptionHandler(NoResourceFoundException.class)
    ModelAndView missing(HttpServletRequest request, HttpServletResponse response) {
        return refused(new NotFoundException("page", ""), request, response);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request, HttpServletResponse response) {
        return page(413, words.say("error.large.title"), words.say("error.large.detail"), request, response);
    }

    /** A page with a title and a sentence, and the way back. */
    ModelAndView page(
            int status, String heading, String detail, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status);
        return new ModelAndView("refused")
                .addObject("heading", heading)
                .addObject("detail", detail)
                .addObject("frame", frames.around(request));
    }
}
