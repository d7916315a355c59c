package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/**
 * Every sentence of a module, in French and in English and with arguments of each kind that may come, is one that people
 * read with ease. Extend it beside the module's texts.
 */
public abstract class WordsContract {
    /** Where the school of these sentences is. */
    protected static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Instant SIX_IN_PARIS = Instant.parse("2026-12-04T17:00:00Z");
    private static final UUID ID = UUID.fromString("0190a0b0-1234-7000-8000-00001a2b3c4d");
    private static final int ARGUMENTS_OF_A_TEXT = 6;

    private final Class<?> owner;
    private final List<String> bundles;

    /**
     * @param owner the class that the module's messages name
     * @param bundles the texts as resources, without language and ending, such as {@code /org/example/messages}
     */
    protected WordsContract(Class<?> owner, String... bundles) {
        this.owner = owner;
        this.bundles = List.of(bundles);
    }

    /** Texts whose number is a bound that never is one. */
    protected Set<String> bounds() {
        return Set.of();
    }

    /** Whether a text is one of a sentence's parts, such as a pattern of days, and not read by itself. */
    protected boolean isPart(String key) {
        return key.startsWith("sentence.") || key.startsWith("plural.") || key.startsWith("JsonToken.");
    }

    /** What may come as any argument. */
    protected List<Object> arguments() {
        return List.of(
                1,
                1L,
                0,
                2,
                LocalDate.of(2026, 12, 4),
                SIX_IN_PARIS,
                ID,
                ID.toString(),
                new DossierId(ID),
                new CohortId(ID),
                Role.LEAD_TEACHER,
                Perspective.SELF,
                List.of(Role.HEAD, Role.DPO),
                Message.of("period.between", SIX_IN_PARIS, SIX_IN_PARIS),
                PersonId.of("emma"));
    }

    /** The sentence of this key. */
    protected String said(String key, Locale locale, Object... arguments) {
        return new Message(owner, key, List.of(arguments)).in(locale, PARIS);
    }

    /** The name of a resource of texts: English has no language in it. */
    protected String resource(String bundle, Locale locale) {
        return bundle + (locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage()) + ".properties";
    }

    @Test
    void every_sentence_with_every_kind_of_argument_is_plain_in_both_languages() {
        Set<String> faults = new TreeSet<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Set<String> keys = keys(locale);
            assertThat(keys).isNotEmpty();
            for (String key : keys) {
                for (Object each : arguments()) {
                    if (bounds().contains(key) && (each.equals(1) || each.equals(1L))) continue;
                    Object[] all = new Object[ARGUMENTS_OF_A_TEXT];
                    Arrays.fill(all, each);
                    String said = said(key, locale, all);
                    for (String fault : PlainWords.faults(said, locale, "{", "}")) {
                        faults.add(locale + " " + key + " [" + fault + "]: " + said);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private Set<String> keys(Locale locale) {
        Set<String> keys = new TreeSet<>();
        for (String bundle : bundles) {
            Properties texts = new Properties();
            String name = resource(bundle, locale);
            try (InputStream bytes = Objects.requireNonNull(owner.getResourceAsStream(name), name);
                    Reader in = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys.addAll(texts.stringPropertyNames());
        }
        keys.removeIf(this::isPart);
        return keys;
    }
}
