package org.eportfolio.core.internal.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Words that stand everywhere, and so lead nowhere. They are compared with their accents: {@code été} and {@code sûr} are
 * words like any other, and so is what could be a noun, such as {@code son}. Thread-safe.
 */
final class StopWords {
    private static final Set<String> ALL = Set.of(
            ("le la les l un une des du de d au aux et ou où à a en y dans par pour sur avec sans ce cet cette ces cela ça"
                            + " c se sa ses s leur leurs mon ma mes ta tes notre nos votre vos je j tu il elle on nous vous"
                            + " ils elles me m te t lui ne n pas que qu qui quoi dont est sont ai as avons avez ont étais"
                            + " était étaient étions étiez suis es sommes êtes si mais donc ni comme très chez")
                    .split(" "));

    private StopWords() {}

    static boolean contains(String word) {
        return ALL.contains(Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }
}
