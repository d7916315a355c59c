package org.eportfolio.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Message;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.GoalId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.reflection.TemplateId;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.Token;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * How a value is one text: ids, codes, hashes, days, constants.
 *
 * @param text what is written
 * @param value what is read; {@code null} for what is only ever handed out. It throws an {@link IllegalArgumentException},
 *     a {@link java.time.DateTimeException} or an {@link org.eportfolio.InvalidInputException} for any other text
 * @param expected what a text must be to be read
 * @param format the name that JSON Schema has for such texts; {@code null} where it has none
 */
record TextForm(
        Function<Object, String> text,
        @Nullable Function<String, Object> value,
        Message expected,
        @Nullable String format) {
    private static final String IDS = GoalId.class.getPackageName();

    private static final Map<Class<?>, TextForm> PLAIN = Map.ofEntries(
            Map.entry(String.class, read(text -> text, "json.text", null)),
            Map.entry(UUID.class, read(TextForm::uuid, "json.uuid", "uuid")),
            Map.entry(LocalDate.class, read(LocalDate::parse, "json.day", "date")),
            Map.entry(Instant.class, read(Instant::parse, "json.instant", "date-time")),
            Map.entry(Duration.class, read(Duration::parse, "json.duration", "duration")),
            Map.entry(Period.class, read(Period::parse, "json.period", "duration")),
            Map.entry(URI.class, read(URI::create, "json.address", "uri-reference")),
            Map.entry(Hash.class, read(Hash::parse, "json.hash", null)),
            Map.entry(Code.class, read(Code::of, "json.code", null)),
            Map.entry(LevelId.class, read(LevelId::of, "json.level", null)),
            Map.entry(FrameworkId.class, read(FrameworkId::parse, "json.versioned", null)),
            Map.entry(TemplateId.class, read(TemplateId::of, "json.versioned", null)),
            Map.entry(SchoolYear.class, read(SchoolYear::of, "json.school-year", null)),
            Map.entry(Cursor.class, read(Cursor::parse, "json.cursor", null)),
            Map.entry(Anchor.class, read(Anchor::parse, "json.anchor", null)),
            Map.entry(
                    Locale.class,
                    new TextForm(
                            value -> ((Locale) value).toLanguageTag(),
                            TextForm::language,
                            JsonTexts.of("json.language"),
                            null)),
            // Secrets are handed out once, and never come back as what they open.
            Map.entry(
                    Token.class, new TextForm(value -> ((Token) value).text(), null, JsonTexts.of("json.text"), null)),
            Map.entry(
                    Passcode.class,
                    new TextForm(value -> ((Passcode) value).text(), null, JsonTexts.of("json.text"), null)));

    private static final ClassValue<Optional<TextForm>> KNOWN = new ClassValue<>() {
        @Override
        protected Optional<TextForm> computeValue(Class<?> type) {
            if (PLAIN.containsKey(type)) return Optional.ofNullable(PLAIN.get(type));
            Class<?> declaring = type.getSuperclass();
            if (declaring != null && declaring.isEnum()) return Optional.of(constants(declaring));
            if (type.isEnum()) return Optional.of(constants(type));
            if (type.isRecord() && type.getPackageName().equals(IDS)) return Optional.of(id(type));
            return Optional.empty();
        }
    };

    /** The form of this type; empty for what is not one text. */
    static Optional<TextForm> of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static TextForm read(Function<String, Object> value, String expected, @Nullable String format) {
        return new TextForm(Object::toString, value, JsonTexts.of(expected), format);
    }

    /** Java takes shorter texts too, which would then be ids that are never found. */
    private static UUID uuid(String text) {
        UUID read = UUID.fromString(text);
        if (!read.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException("no whole UUID");
        return read;
    }

    private static Locale language(String text) {
        try {
            Locale read = new Locale.Builder().setLanguageTag(text).build();
            if (!read.getLanguage().isEmpty()) return read;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException("no language");
    }

    private static TextForm constants(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
        for (Object each : type.getEnumConstants()) byName.put(((Enum<?>) each).name(), each);
        return new TextForm(
                value -> ((Enum<?>) value).name(),
                name -> {
                    Object constant = byName.get(name);
                    if (constant == null) throw new IllegalArgumentException("no constant");
                    return constant;
                },
                JsonTexts.of("json.one-of", names),
                null);
    }

    private static TextForm id(Class<?> type) {
        boolean uuid = type.getRecordComponents()[0].getType() == UUID.class;
        try {
            Method of = type.getMethod("of", String.class);
            Function<String, Object> value = text -> {
                if (uuid) uuid(text);
                return called(of, text);
            };
            return new TextForm(
                    Object::toString, value, JsonTexts.of(uuid ? "json.uuid" : "json.id"), uuid ? "uuid" : null);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("an id is read by its method of(String): " + type, e);
        }
    }

    private static Object called(Method of, String text) {
        try {
            return of.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("ids are public", e);
        }
    }
}
