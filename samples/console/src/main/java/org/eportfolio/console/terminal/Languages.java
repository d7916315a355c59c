package org.eportfolio.console.terminal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The languages that the console speaks: those for which a bundle {@code texts_<language>.properties} is there. */
public final class Languages {
    /** The language if none is asked for. */
    public static final String DEFAULT = "fr";

    static final String BUNDLE = "org.eportfolio.console.texts";

    private static final String FOLDER = "org/eportfolio/console/";
    private static final Pattern FILE = Pattern.compile("texts_(\\w+)\\.properties");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*");

    private Languages() {}

    /** Whether there is a bundle for this language tag. */
    public static boolean isAvailable(String tag) {
        return TAG.matcher(tag).matches()
                && loader().getResource(FOLDER + "texts_" + tag.replace('-', '_') + ".properties") != null;
    }

    /** All languages, by their tags. Looks through the folders and jars of the class path that hold bundles. */
    public static List<Locale> available() {
        Set<String> tags = new TreeSet<>();
        try {
            for (URL folder : Collections.list(loader().getResources(FOLDER))) {
                names(folder).forEach(name -> {
                    Matcher bundle = FILE.matcher(name);
                    if (bundle.matches()) tags.add(bundle.group(1).replace('_', '-'));
                });
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return tags.stream().map(Locale::forLanguageTag).toList();
    }

    private static Stream<String> names(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(each -> each.startsWith(FOLDER))
                    .map(each -> each.substring(FOLDER.length()));
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(each -> String.valueOf(each.getFileName())).toList().stream();
        }
    }

    private static ClassLoader loader() {
        return Objects.requireNonNull(Languages.class.getClassLoader());
    }
}
