package org.eportfolio.core.internal.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stems of folded words, read as forms of French verbs: what stands before the ending. Thread-safe. */
final class FrenchVerbs {
    /** Endings of verbs in -er, -ir and -re, and what a stem has in their place. */
    private static final Map<String, String> REGULAR = new HashMap<>();

    /** Ends of forms of verbs that change within, such as {@code prendre} with all verbs made of it. */
    private static final Map<String, String> IRREGULAR = new HashMap<>();

    /** Whole forms, where the end alone would mean too many other words. */
    private static final Map<String, String> WHOLE = new HashMap<>();

    private static final int LONGEST;

    static {
        regular(
                "",
                "er ez e es ee ees ent ons ait ais aient iez ant ants ante antes era eras erai erez eront erons erait"
                        + " erais eraient erions eriez erent");
        regular(
                "i",
                "ir it is ie ies its ite ites issons issez issent isse isses issait issais issaient issant issants"
                        + " issante issantes ira iras irai irez iront irons irait irais iraient");
        regular("d", "dre du due dus dues dra drai dront drait draient");
        regular("t", "tre tu tue tus tues tra trai tront trait traient");
        regular("v", "vre vra vront vrait vraient");
        irregular(
                "prend",
                "prendre prends prend prenons prenez prennent prenne prennes prenais prenait prenaient prenant"
                        + " prendra prendrai prendront prendrait pris prise prises");
        irregular(
                "mett",
                "mettre mets met mettons mettez mettent mette mettais mettait mettaient mettant mettra mettrai"
                        + " mettront mettrait mis mise mises");
        irregular(
                "ui",
                "uire uis uit uite uits uites uisons uisez uisent uise uisait uisaient uisant uira uirai uiront"
                        + " uirait");
        irregular(
                "cri",
                "crire cris crit crite crits crites crivons crivez crivent crive crivait crivaient crivant crira"
                        + " crirai criront crirait");
        irregular(
                "tien",
                "tenir tiens tient tenons tenez tiennent tienne tenais tenait tenaient tenant tiendra tiendront"
                        + " tiendrait tenu tenue tenus tenues");
        irregular(
                "vien",
                "venir viens vient venons venez viennent vienne venais venait venaient venant viendra viendront"
                        + " viendrait venu venue venus venues");
        irregular(
                "cev",
                "cevoir cois coit cevons cevez coivent coive cevais cevait cevaient cevant cevra cevront cevrait"
                        + " cu cue cus cues");
        irregular(
                "nai",
                "naitre nais nait naissons naissez naissent naisse naissait naissaient naissant naitra naitront"
                        + " naitrait nu nue nus nues");
        irregular(
                "ouvr",
                "ouvrir ouvre ouvres ouvrons ouvrez ouvrent ouvrait ouvraient ouvrant ouvrira ouvriront ouvert"
                        + " ouverte ouverts ouvertes");
        for (String prefix : List.of("", "re", "satis")) {
            whole(
                    prefix + "fai",
                    prefix,
                    "faire fais fait faits faite faites faisons font faisait faisaient faisant fera"
                            + " ferai feront ferait fasse fassent");
        }
        for (String prefix : List.of("pre", "entre")) {
            whole(
                    prefix + "voi",
                    prefix,
                    "voir vois voit voyons voyez voient voyait voyaient voyant verra vu vue vus vues");
        }
        LONGEST = Math.max(longest(REGULAR), longest(IRREGULAR));
    }

    private FrenchVerbs() {}

    /** Adds what the word is as a form of a verb; nothing if it cannot be one. */
    static void addStems(String word, Set<String> stems) {
        String whole = WHOLE.get(word);
        if (whole != null) stems.add(whole);
        boolean regular = false;
        boolean irregular = false;
        for (int length = Math.min(LONGEST, word.length()); length > 0; length--) {
            String root = word.substring(0, word.length() - length);
            String ending = word.substring(word.length() - length);
            String instead = REGULAR.get(ending);
            if (!regular && instead != null && root.length() >= FrenchStems.SHORTEST_ROOT) {
                stems.add(levelled(root + instead));
                regular = true;
            }
            String family = IRREGULAR.get(ending);
            if (!irregular && family != null) {
                stems.add(root + family);
                irregular = true;
            }
        }
    }

    /** Spellings that change from form to form: {@code rédigeons}, {@code emploie}, {@code appelle}, {@code jette}. */
    private static String levelled(String stem) {
        if (stem.endsWith("ge")) return stem.substring(0, stem.length() - 1);
        if (stem.endsWith("y")) return stem.substring(0, stem.length() - 1) + "i";
        if (stem.endsWith("ell") || stem.endsWith("ett")) return stem.substring(0, stem.length() - 1);
        return stem;
    }

    private static void regular(String instead, String endings) {
        for (String each : endings.split(" ")) REGULAR.put(each, instead);
    }

    private static void irregular(String family, String ends) {
        for (String each : ends.split(" ")) IRREGULAR.put(each, family);
    }

    private static void whole(String stem, String prefix, String forms) {
        for (String each : forms.split(" ")) WHOLE.put(prefix + each, stem);
    }

    private static int longest(Map<String, String> endings) {
        return endings.keySet().stream().mapToInt(String::length).max().orElse(0);
    }
}
