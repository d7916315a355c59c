package org.eportfolio.console.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.PortfolioException;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * The library's sentences for the people of a school: it names a learner, a class or an adoption where the library knows
 * an id alone, writes days as this language does, and names the command where a refusal names a way ({@code way.} and the
 * refusal's key, in the texts). What the actor may not see stays as it is.
 */
public record Wording(Lookup lookup) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public String of(Message message) {
        return named(message).in(lookup.texts().locale());
    }

    /** The same refusal in these words. */
    public RuntimeException of(PortfolioException refused) {
        // Whom one may not see is called as one called them, and not by the name that others know.
        boolean missing = refused instanceof NotFoundException;
        if (missing && refused.reason().arguments().stream().anyMatch(PersonId.class::isInstance)) return refused;
        String plain = refused.message(lookup.texts().locale());
        String worded = refused instanceof InvalidInputException input ? of(input) : of(refused.reason());
        worded += lookup.texts()
                .find("way." + refused.reason().key())
                .map(" "::concat)
                .orElse("");
        return worded.equals(plain) ? refused : new Refusal(worded, refused);
    }

    private String of(InvalidInputException input) {
        List<InvalidInputException.Violation> violations = input.violations().stream()
                .map(each -> new InvalidInputException.Violation(each.path(), named(each.rule())))
                .toList();
        return new InvalidInputException(violations).message(lookup.texts().locale());
    }

    private Message named(Message message) {
        return new Message(
                message.owner(),
                message.key(),
                message.arguments().stream().map(this::named).toList());
    }

    private Object named(Object argument) {
        if (argument instanceof Message message) return named(message);
        if (argument instanceof Collection<?> several) {
            return several.stream()
                    .map(each -> named(Objects.requireNonNull(each)))
                    .toList();
        }
        if (argument instanceof LocalDate day) return lookup.texts().day(day);
        if (argument instanceof Instant at) return lookup.day(at);
        if (argument instanceof ZonedDateTime at) return lookup.day(at.toInstant());
        if (argument instanceof PersonId person) return seen(() -> Optional.of(lookup.name(person)), argument);
        if (argument instanceof CohortId cohort) return seen(() -> cohort(cohort), argument);
        if (argument instanceof AdoptionId adoption) return seen(() -> lookup.adoptionName(adoption), argument);
        if (argument instanceof DossierId dossier) return seen(() -> learner(dossier), argument);
        if (argument instanceof String text && UUID.matcher(text).matches()) {
            return seen(() -> learner(DossierId.of(text)), argument);
        }
        return argument;
    }

    private Optional<String> cohort(CohortId id) {
        return Stream.concat(lookup.desk().cohorts().joined().stream(), lookup.cohorts().stream())
                .filter(each -> each.id().equals(id))
                .map(lookup::label)
                .findFirst();
    }

    private Optional<String> learner(DossierId id) {
        return Optional.of(lookup.name(lookup.desk().dossiers().get(id).learner()));
    }

    private static Object seen(Supplier<Optional<String>> name, Object otherwise) {
        try {
            return name.get().<Object>map(each -> each).orElse(otherwise);
        } catch (PortfolioException e) {
            return otherwise;
        }
    }
}
