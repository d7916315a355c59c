package org.eportfolio.benchmarks.side;

import java.util.Random;

/** Texts of made-up French words, the n-th word n times as rare as the first, as words of a language are. Equal for equal seeds. */
public final class Prose {
    private static final String[] BEGINNINGS = {
        "mesur",
        "cabl",
        "instal",
        "configur",
        "rédig",
        "prépar",
        "contrôl",
        "vérifi",
        "présent",
        "organis",
        "analys",
        "command",
        "livr",
        "factur",
        "négoci",
        "plan",
        "dessin",
        "modél",
        "assembl",
        "soud"
    };
    private static final String[] ENDINGS = {"er", "ée", "ées", "age", "ation", "eur", "euse", "ement", "ons", "ait"};
    private static final int WORDS = 20_000;

    private Prose() {}

    /** The word of this place among the frequent ones, from 1. */
    public static String word(int place) {
        String end = ENDINGS[place / BEGINNINGS.length % ENDINGS.length];
        int rest = place / (BEGINNINGS.length * ENDINGS.length);
        StringBuilder middle = new StringBuilder();
        for (; rest > 0; rest /= 19)
            middle.append("bcdfghjklmnpqrstvwz".charAt(rest % 19)).append('a');
        return BEGINNINGS[place % BEGINNINGS.length] + middle + end;
    }

    public static String text(int words, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int place = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
            text.append(i == 0 ? "" : " ").append(word(place));
        }
        return text.append('.').toString();
    }
}
