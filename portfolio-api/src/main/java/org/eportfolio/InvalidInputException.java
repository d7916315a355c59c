package org.eportfolio;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The input breaks one or several rules; each violation says where. */
public final class InvalidInputException extends PortfolioException {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    /**
     * One broken rule.
     *
     * @param path the property at fault, such as {@code pieces[0].name}; empty if it is the input as a whole
     * @param rule what is wrong with it and what is allowed
     */
    public record Violation(String path, Message rule) {
        /** The path and the rule in this language, with instants in UTC. */
        public String in(Locale locale) {
            return in(locale, null);
        }

        /**
         * The same with instants as days and times of this zone.
         *
         * @param zone {@code null} for UTC
         */
        public String in(Locale locale, @Nullable ZoneId zone) {
            if (path.isEmpty()) return rule.in(locale, zone);
            return Message.of("field", new FieldPath(path).in(rule.owner(), locale), rule)
                    .in(locale, zone);
        }
    }

    /** @param violations at least one */
    public InvalidInputException(List<Violation> violations) {
        this(violations, null);
    }

    /** @param violations at least one */
    public InvalidInputException(List<Violation> violations, @Nullable Throwable cause) {
        super(violations.get(0).rule(), cause);
        this.violations = List.copyOf(violations);
    }

    public static InvalidInputException because(String path, String key, Object... arguments) {
        return because(path, Message.of(key, arguments));
    }

    /** The refusal of one property, in the words of an extension. */
    public static InvalidInputException because(String path, Message rule) {
        return new InvalidInputException(List.of(new Violation(path, rule)));
    }

    /** Does nothing when the rule holds. */
    public static void unless(boolean holds, String path, String key, Object... arguments) {
        if (!holds) throw because(path, key, arguments);
    }

    /** Does nothing when the rule holds, which an extension states in its own words. */
    public static void unless(boolean holds, String path, Message rule) {
        if (!holds) throw because(path, rule);
    }

    /** All that is wrong, in the order in which it was found. */
    public List<Violation> violations() {
        return violations;
    }

    @Override
    public String message(Locale locale) {
        String separator = Message.of("violations.separator").in(locale);
        return violations.stream().map(each -> each.in(locale, zone())).collect(Collectors.joining(separator));
    }
}
