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

/**
 * Text of any number of lines: at most {@link #max} characters, no control character but line breaks and tabs.
 * {@code null} passes, and so does an empty text.
 */
@Documented
@Constraint(validatedBy = Prose.Check.class)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Prose {
    /** The longest that is accepted, in UTF-16 characters. */
    int max() default 200_000;

    /** The key of the message; each rule of a prose text has its own. */
    String message() default "{text.prose}";

    /** As Bean Validation has it. */
    Class<?>[] groups() default {};

    /** As Bean Validation has it. */
    Class<? extends Payload>[] payload() default {};

    /** Finds the rule that is broken. */
    final class Check implements ConstraintValidator<Prose, String> {
        private int max;

        @Override
        public void initialize(Prose prose) {
            max = prose.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) return true;
            if (text.length() > max) return broken(context, "{text.too-long}");
            if (!welcome(text)) return broken(context, "{text.control}");
            return true;
        }

        /** Whether the text holds no character that a prose text may not have. */
        public static boolean welcome(String text) {
            return text.codePoints().noneMatch(Check::unwelcome);
        }

        private static boolean unwelcome(int c) {
            return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') || loneSurrogate(c);
        }

        static boolean loneSurrogate(int c) {
            return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        }

        static boolean broken(ConstraintValidatorContext context, String key) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(key).addConstraintViolation();
            return false;
        }
    }
}
