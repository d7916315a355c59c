package org.eportfolio.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.framework.Level;
import org.jspecify.annotations.Nullable;

/** How pages speak: words, days and levels in the language of a reader, as far as there are messages in it. Immutable. */
public final class Wording {
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter days;
    private final boolean symbols;

    /** @param symbols whether levels are shown with their symbol too: not every font has them */
    public Wording(Locale locale, ZoneId zone, boolean symbols) {
        this.symbols = symbols;
        this.locale = ExchangeMessages.language(locale);
        this.days = DateTimeFormatter.ofPattern(say("format.day"), this.locale);
        this.zone = zone;
    }

    public Locale locale() {
        return locale;
    }

    /** The language tag of the page, such as {@code fr}. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String say(String key, Object... arguments) {
        return ExchangeMessages.of(key, arguments).in(locale);
    }

    /** A constant that the messages name, such as a role. */
    public String name(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    public String day(Instant at) {
        return day(date(at));
    }

    public LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** A level by its symbol and its label, or what stands in its place. */
    public String level(@Nullable Outcome outcome, @Nullable Level level) {
        if (level != null) return symbols ? level.symbol() + "\u00A0" + level.label() : level.label();
        return say(
                outcome == null
                        ? "matrix.nothing-yet"
                        : outcome == Outcome.RETRACTED ? "booklet.retracted" : "matrix.not-applicable");
    }

    /** A style sheet of this package. */
    public static String style(String name) {
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
