package org.eportfolio.core.internal.input;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.ElementType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Line;
import org.eportfolio.Message;
import org.eportfolio.Prose;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** Checks an input by its Bean Validation constraints. The validator starts with the first input. Thread-safe. */
public final class Inputs {
    private Inputs() {}

    /** Refuses the input with everything that is wrong with it; gives it back otherwise. */
    public static <T> T checked(T input) {
        List<Violation> violations = Started.VALIDATOR.validate(input).stream()
                .map(Inputs::violation)
                .sorted(Comparator.comparing(Violation::path))
                .toList();
        if (!violations.isEmpty()) throw new InvalidInputException(violations);
        return input;
    }

    /** A text that comes with an input, such as a reason. */
    public record Words(@NotNull @Prose(max = 10_000) String text) {}

    /** A short name, such as a cohort's. */
    public record Name(@NotNull @Line(max = 200) String name) {}

    private static Violation violation(ConstraintViolation<?> broken) {
        String template = broken.getMessageTemplate();
        String key = template.startsWith("{") ? template.substring(1, template.length() - 1) : template;
        Map<String, Object> attributes = broken.getConstraintDescriptor().getAttributes();
        Object limit = attributes.getOrDefault("max", attributes.getOrDefault("value", ""));
        String path = broken.getPropertyPath().toString();
        return new Violation(path, Message.of(key, limit, size(broken.getInvalidValue())));
    }

    private static Object size(@Nullable Object value) {
        if (value instanceof CharSequence text) return text.length();
        if (value instanceof Collection<?> several) return several.size();
        return "";
    }

    /** The messages are ours, by key: nothing is interpolated here, so no expression in an input is ever evaluated. */
    private static final class KeysOnly implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }

    /** Inputs are plain values: nothing of them is loaded late, so there is no need to check that it is loaded. */
    private static final class Everything implements TraversableResolver {
        @Override
        public boolean isReachable(
                @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }

    private static final class Started {
        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new KeysOnly())
                .enableTraversableResolverResultCache(false)
                .traversableResolver(new Everything())
                .buildValidatorFactory()
                .getValidator();
    }
}
