package org.eportfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one module, in every language for which there is a file. They stand beside a class of the module, in its
 * package: English in {@code messages.properties}, French in {@code messages_fr.properties}, and so on, all in UTF-8. A
 * language is added by adding files. A format, a store or any other extension brings its texts in the same way:
 *
 * <pre>{@code
 * private static final MessageBundle TEXTS = MessageBundle.beside(MyFormat.class);
 * ...
 * throw InvalidInputException.because("file", TEXTS.message("my-format.no-header", name));
 * }</pre>
 *
 * <p>Languages are looked up as a {@link ResourceBundle} does it ({@code fr_CA}, {@code fr}, English), but never in the
 * machine's own language. A text that the module does not have is looked up among the library's. Files are read with the
 * class loader of the class; a named Java module must open their package. Thread-safe.
 */
public final class MessageBundle {
    private static final String FILE = "messages";
    private static final int MOST_LOCALES_KEPT = 100;
    private static final ResourceBundle.Control RULES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The texts of the library itself: those of the domain, then those of the desks. */
    private static final List<MessageBundle> LIBRARY = List.of(
            new MessageBundle(Message.class, "org/eportfolio/" + FILE),
            new MessageBundle(Message.class, "org/eportfolio/core/" + FILE));

    private static final ClassValue<MessageBundle> BESIDE = new ClassValue<>() {
        @Override
        protected MessageBundle computeValue(Class<?> owner) {
            if (owner == Message.class) return LIBRARY.get(0);
            return new MessageBundle(owner, owner.getPackageName().replace('.', '/') + '/' + FILE);
        }
    };

    private final Class<?> owner;
    private final String name;
    private final Map<Locale, Texts> read = new ConcurrentHashMap<>();
    private volatile @Nullable List<Locale> languages;

    private MessageBundle(Class<?> owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    /**
     * The texts in the package of this class.
     *
     * @throws IllegalArgumentException if there is no {@code messages.properties}
     */
    public static MessageBundle beside(Class<?> owner) {
        MessageBundle bundle = BESIDE.get(owner);
        if (bundle.texts(Locale.ROOT).byKey().isEmpty()) {
            throw new IllegalArgumentException("there is no " + bundle.name + ".properties beside " + owner.getName());
        }
        return bundle;
    }

    /** A sentence of this module. */
    public Message message(String key, Object... arguments) {
        return new Message(owner, key, Arrays.asList(arguments));
    }

    /**
     * The language in which a reader of this one is answered: that of the most specific file there is, which is what the
     * {@code lang} of a page states. English where no file fits.
     */
    public Locale language(Locale wanted) {
        return texts(wanted).language();
    }

    /** The text of this key, in the module or else in the library; {@code null} if neither has it. */
    static @Nullable String text(Class<?> owner, String key, Locale locale) {
        String own = owner == Message.class
                ? null
                : BESIDE.get(owner).texts(locale).byKey().get(key);
        for (int i = 0; own == null && i < LIBRARY.size(); i++) {
            own = LIBRARY.get(i).texts(locale).byKey().get(key);
        }
        return own;
    }

    /** The languages, of those with a two-letter code, for which this module has a file beside the English one. */
    static List<Locale> languages(Class<?> owner) {
        MessageBundle bundle = BESIDE.get(owner);
        List<Locale> known = bundle.languages;
        if (known == null) {
            known = Arrays.stream(Locale.getISOLanguages())
                    .map(Locale::forLanguageTag)
                    .filter(each -> bundle.file(each) != null)
                    .toList();
            bundle.languages = known;
        }
        return known;
    }

    private Texts texts(Locale locale) {
        Texts known = read.get(locale);
        if (known != null) return known;
        if (read.size() >= MOST_LOCALES_KEPT) read.clear(); // locales are given by clients, without end
        Texts texts = merged(locale);
        read.put(locale, texts);
        return texts;
    }

    private Texts merged(Locale locale) {
        List<Locale> candidates = new ArrayList<>(RULES.getCandidateLocales(name, locale));
        Collections.reverse(candidates);
        Map<String, String> byKey = new HashMap<>();
        Locale language = Locale.ENGLISH;
        for (Locale candidate : candidates) {
            Properties file = file(candidate);
            if (file == null) continue;
            file.stringPropertyNames().forEach(key -> byKey.put(key, file.getProperty(key)));
            if (!candidate.equals(Locale.ROOT)) language = candidate;
        }
        return new Texts(language, byKey);
    }

    private @Nullable Properties file(Locale locale) {
        String path = RULES.toBundleName(name, locale) + ".properties";
        ClassLoader loader = owner.getClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            if (in == null) return null;
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Texts(Locale language, Map<String, String> byKey) {}
}
