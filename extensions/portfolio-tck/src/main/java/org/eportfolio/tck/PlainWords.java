package org.eportfolio.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What no sentence for a user may hold: how machines write days, ids and constants, and English words in a French one.
 * Thread-safe.
 */
public final class PlainWords {
    private static final Pattern OF_A_MACHINE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?"
            + "|\\bUTC\\b"
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}"
            + "|\\b[A-Z]{2,}_[A-Z_]+\\b"
            + "|\\b(?:null|Optional|PersonId|Instant|LocalDate)\\b"
            + "|\\{[0-9]}");

    // (?U): since JDK 19 only letters of ASCII make a word for a boundary, so that "noté" would hold "not".
    private static final Pattern ENGLISH = Pattern.compile(
            "(?iU)\\b(?:the|is|are|was|were|not|and|with|this|that|must|has|have|been|from|which|there|only|their|of|to|by|field value|unknown|missing)\\b");

    /** One of several, as French has it: "1 éléments". */
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile(
            "(?U)(?<![0-9,.])\\b1 (?!(?:fois|fils|mois|cours|dans|sous|vers|puis|sans|is|was|has|does|lies|stands|comes|begins|belongs|leads|names|learns|works|holds|goes|states|lacks|asks|succeeds|gives|needs|restores|as|covers|joins|leaves|moves|says|stays|unpacks)\\b)[\\p{L}'’]+s\\b(?!-)");

    private PlainWords() {}

    /**
     * What is wrong with a sentence, as it stands there; nothing is an empty list.
     *
     * @param locale the language in which the sentence is written
     * @param allowed texts of users, which stand in sentences as they are
     */
    public static List<String> faults(String sentence, Locale locale, String... allowed) {
        String own = sentence;
        for (String each : allowed) own = own.replace(each, "");
        // What stands in quotes is the user's.
        own = own.replaceAll("«[^»]*»", "«»").replaceAll("“[^”]*”", "“”");
        List<String> faults = new ArrayList<>(found(OF_A_MACHINE, own));
        faults.addAll(found(ONE_OF_SEVERAL, own));
        if (locale.getLanguage().equals("fr")) faults.addAll(found(ENGLISH, own));
        return faults;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
