package org.eportfolio.guidance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.jspecify.annotations.Nullable;

/** Finds health-related words in what people write, from the list {@code health-words.txt} in French and English. */
final class HealthWords {
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
    private static final List<Pattern> WORDS = read();

    private HealthWords() {}

    /** A warning for each word that these texts have, once. */
    static List<Message> warnings(@Nullable String... texts) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(texts)
                .filter(Objects::nonNull)
                .forEach(text -> WORDS.forEach(word -> {
                    Matcher there = word.matcher(text);
                    if (there.find()) found.add(there.group());
                }));
        return found.stream()
                .map(word -> Message.of("adaptation.health-word", word))
                .toList();
    }

    /** One word a line: in capitals as it stands, otherwise in any case; a star stands for any ending. */
    private static List<Pattern> read() {
        List<Pattern> words = new ArrayList<>();
        InputStream in = Objects.requireNonNull(HealthWords.class.getResourceAsStream("health-words.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String word = line.strip();
                if (!word.isEmpty() && !word.startsWith("#")) words.add(pattern(word));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }

    private static Pattern pattern(String word) {
        boolean stem = word.endsWith("*");
        String text = stem ? word.substring(0, word.length() - 1) : word;
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
        return Pattern.compile(
                "\\b" + Pattern.quote(text) + (stem ? "\\w*" : "") + "\\b",
                capitals ? FLAGS : FLAGS | Pattern.CASE_INSENSITIVE);
    }
}
