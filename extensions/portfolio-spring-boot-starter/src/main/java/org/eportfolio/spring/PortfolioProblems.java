package org.eportfolio.spring;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PortfolioException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers refusals of the library as problem details (RFC 9457) in the language of the request. Advices of the host that
 * come earlier are asked first; a bean of this type, or {@code portfolio.problem-details=false}, takes its place.
 */
@RestControllerAdvice
@Order(PortfolioProblems.AFTER_THE_HOST)
public class PortfolioProblems {
    /** Later than an advice of a host with any order of its own, and before those without one. */
    public static final int AFTER_THE_HOST = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioProblems.class);
    private static final String TYPES = "urn:eportfolio:problem:";

    /** What the library refuses, and an id in an address that is none. */
    @ExceptionHandler({
        PortfolioException.class,
        NotSignedInException.class,
        BeanCreationException.class,
        TypeMismatchException.class
    })
    public ResponseEntity<ProblemDetail> answer(RuntimeException failure) {
        // What is not ours goes on to the host's other handlers, as it came.
        RuntimeException refusal = Refusals.behind(failure).orElseThrow(() -> failure);
        Locale language = LocaleContextHolder.getLocale();
        int status = Refusals.status(refusal);
        if (status >= 500) LOG.error("a call of the portfolio failed", refusal);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), Refusals.detail(refusal, language));
        problem.setType(URI.create(TYPES + Refusals.name(refusal)));
        problem.setTitle(Refusals.title(refusal, language));
        more(refusal, language).forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What a client can go by: the key of the rule, the fields at fault, the roles to choose from. */
    private static Map<String, Object> more(RuntimeException refusal, Locale language) {
        if (refusal instanceof InvalidInputException invalid) {
            List<Map<String, String>> violations = invalid.violations().stream()
                    .map(each -> Map.of("path", each.path(), "rule", each.rule().in(language)))
                    .toList();
            return Map.of("violations", violations);
        }
        if (refusal instanceof DeniedException denied) {
            Map<String, Object> key = Map.of("key", denied.reason().key());
            return denied.choice().isEmpty()
                    ? key
                    : Map.of("key", denied.reason().key(), "roles", List.copyOf(denied.choice()));
        }
        return Optional.of(refusal)
                .filter(ConflictException.class::isInstance)
                .map(each -> Map.<String, Object>of(
                        "key", ((ConflictException) each).reason().key()))
                .orElse(Map.of());
    }
}
