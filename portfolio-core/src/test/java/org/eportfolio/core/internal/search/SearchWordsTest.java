package org.eportfolio.core.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a text is a word, and in which form it is compared. */
class SearchWordsTest {
    private static List<String> forms(String text) {
        return Words.of(text).stream().map(Word::form).toList();
    }

    @Test
    void accents_capitals_and_ligatures_do_not_matter_composed_or_not() {
        assertThat(forms("ÉLÈVE Cœur œuvre ŒUVRE Ætna naïve ÇA"))
                .containsExactly("eleve", "coeur", "oeuvre", "oeuvre", "aetna", "naive", "ca");
        assertThat(forms(Normalizer.normalize("élève", Normalizer.Form.NFD))).containsExactly("eleve");
        assertThat(forms("ﬁche dé\u00ADcoupé")).containsExactly("fiche", "decoupe");
    }

    @Test
    void what_is_elided_is_left_out_with_either_apostrophe() {
        assertThat(forms("l'élève l’armoire qu'elle d’abord jusqu'ici L'ÉCRAN"))
                .containsExactly("eleve", "armoire", "elle", "abord", "ici", "ecran");
        assertThat(forms("aujourd'hui prud’homme O'Brien")).containsExactly("aujourdhui", "prudhomme", "obrien");
        assertThat(forms("'cité' d'")).containsExactly("cite");
    }

    @Test
    void a_code_is_one_word_and_only_as_it_is_written() {
        assertThat(forms("C3.1, C1.1/2. Bloc 1 (E3-1) S1.10"))
                .containsExactly("c3.1", "c1.1/2", "bloc", "1", "e3-1", "s1.10");
        assertThat(forms("C3 1")).containsExactly("c3", "1");
        assertThat(forms("Fin en 2026. Voir 1.1.")).containsExactly("fin", "en", "2026", "voir", "1.1");
        assertThat(forms("2025-2026 10h30")).containsExactly("2025", "2026", "10h30");
        assertThat(Words.of("C3.1")).allMatch(Word::exact);
    }

    @Test
    void hyphens_part_words_and_places_are_those_of_the_text() {
        String text = "Un savoir-faire, l’été.";
        assertThat(forms(text)).containsExactly("un", "savoir", "faire", "ete");
        assertThat(Words.of(text).stream().map(each -> text.substring(each.start(), each.end())))
                .containsExactly("Un", "savoir", "faire", "été");
    }

    @Test
    void words_that_stand_everywhere_are_known_by_their_accents() {
        assertThat(Words.of("à la des était")).allMatch(Word::common);
        assertThat(Words.of("été sûr dés son")).noneMatch(Word::common);
    }

    @Test
    void any_text_is_read_to_its_end() {
        for (String odd :
                List.of("", "’", "'''", "a'", "\uD83D\uDE00 é\uD83D\uDE00", "C3.", "1./2", "\u0301", "a\uD800b")) {
            assertThat(Words.of(odd)).allSatisfy(each -> assertThat(each.end()).isLessThanOrEqualTo(odd.length()));
        }
    }
}
