package org.eportfolio.core.internal.input;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eportfolio.InputBounds;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Line;
import org.eportfolio.Message;
import org.eportfolio.Prose;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Checks what comes in: by the {@link InputBounds} of every input, then by its own Bean Validation constraints. What it gives
 * back, with its texts in Unicode's composed form, stands in place of what was handed in. The validator starts with the
 * first input. Thread-safe.
 */
public final class Inputs {
    private Inputs() {}

    /** Refuses the input with everything that is wrong with it; gives it back otherwise, its texts composed. */
    @CheckReturnValue
    public static <T> T checked(T input) {
        return read(input);
    }

    private static <T> T read(T input) {
        Incoming incoming = new Incoming();
        T read = incoming.read(Objects.requireNonNull(input, "input"));
        Map<String, Violation> wrong = new TreeMap<>();
        incoming.beyond().forEach(each -> wrong.put(each.path(), each));
        // A part's own bound says more than that of every input.
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<T> each : Started.VALIDATOR.validate(read)) {
            Violation violation = violation(each);
            wrong.remove(violation.path());
            violations.add(violation);
        }
        violations.addAll(wrong.values());
        violations.sort(Comparator.comparing(Violation::path));
        if (!violations.isEmpty()) throw new InvalidInputException(violations);
        return read;
    }

    /** An argument that a call takes by this name, within the bounds of every input. */
    @CheckReturnValue
    public static <T> T bounded(String name, T argument) {
        return Incoming.argument(name, Objects.requireNonNull(argument, name));
    }

    /** A text that comes with an input, such as a reason. */
    @CheckReturnValue
    public static String words(String text) {
        return checked(new Words(text)).text();
    }

    /** A short name, such as a cohort's. */
    @CheckReturnValue
    public static String name(String name) {
        return checked(new Name(name)).name();
    }

    /** Refuses the input with everything that is wrong with it, where what comes back is not needed. */
    public static void requireChecked(Object input) {
        read(input);
    }

    /** Refuses what is no short name. */
    public static void requireName(String name) {
        requireChecked(new Name(name));
    }

    /** Refuses an argument without text, such as a day or several ids, that is beyond the bounds of every input. */
    public static void requireBounded(String name, Object argument) {
        requireBoundedIfGiven(name, Objects.requireNonNull(argument, name));
    }

    /** Refuses several such arguments, when they are beyond the bounds or one of them is missing. */
    public static void requireEach(String name, @Nullable Object[] several) {
        Objects.requireNonNull(several, name);
        for (int i = 0; i < several.length; i++) {
            if (several[i] == null) {
                throw InvalidInputException.because(
                        name + '[' + i + ']', "jakarta.validation.constraints.NotNull.message");
            }
        }
        Incoming.argument(name, Arrays.asList(several));
    }

    /** The same where {@code null} says something. */
    public static void requireBoundedIfGiven(String name, @Nullable Object argument) {
        if (argument != null) Incoming.argument(name, argument);
    }

    private record Words(@NotNull @Prose(max = 10_000) String text) {}

    private record Name(@NotNull @Line(max = 200) String name) {}

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
