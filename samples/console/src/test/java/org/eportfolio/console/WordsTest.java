package org.eportfolio.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.school.Role;
import org.eportfolio.tck.WordsContract;

/** The sentences of the console; commands, options and what stands for a value in a usage are names, not words. */
class WordsTest extends WordsContract {
    private static final Pattern NAMES = Pattern.compile("--?[a-z][a-z-]*|\\bportfolio .*|\\b[A-Z]{2,}\\b|\\{[a-z]+}");

    WordsTest() {
        super(Texts.class, "/org/eportfolio/console/texts");
    }

    @Override
    protected String resource(String bundle, Locale locale) {
        return bundle + "_" + locale.getLanguage() + ".properties";
    }

    @Override
    protected boolean isPart(String key) {
        return super.isPart(key) || key.startsWith("format.");
    }

    @Override
    protected Set<String> bounds() {
        return Set.of("backup.done", "compact.done", "depart.done", "move.done", "restore.done");
    }

    /** Commands word ids and times of day before they come into a text; a day is written so that it can be typed again. */
    @Override
    protected List<Object> arguments() {
        return List.of(0, 1, 1L, 2, "emma", Role.LEAD_TEACHER, Perspective.SELF);
    }

    @Override
    protected String said(String key, Locale locale, Object... arguments) {
        return NAMES.matcher(Texts.in(locale.getLanguage()).say(key, arguments)).replaceAll("");
    }
}
