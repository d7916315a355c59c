package org.eportfolio;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text for one line: not blank ({@link IncomingText#isBlank}), at most {@link #max} characters, no control character. {@code null} passes. */
@Documented
@Constraint(validatedBy = Line.Check.class)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {
    /** The longest that is accepted, in UTF-16 characters. */
    int max() default 300;

    /** The key of the message; each rule of a line has its own. */
    String message() default "{text.line}";

    /** As Bean Validation has it. */
    Class<?>[] groups() default {};

    /** As Bean Validation has it. */
    Class<? extends Payload>[] payload() default {};

    /** Finds the rule that is broken. */
    final class Check implements ConstraintValidator<Line, String> {
        private int max;

        /** No control characters and no halves of characters. */
        public static boolean harmless(String text) {
            return text.codePoints().noneMatch(c -> Character.isISOControl(c) || Prose.Check.loneSurrogate(c));
        }

        @Override
        public void initialize(Line line) {
            max = line.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) return true;
            if (IncomingText.isBlank(text)) return Prose.Check.broken(context, "{text.blank}");
            if (text.length() > max) return Prose.Check.broken(context, "{text.too-long}");
            if (!harmless(text)) {
                return Prose.Check.broken(context, "{text.control}");
            }
            return true;
        }
    }
}
