package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.eportfolio.IncomingText;
import org.eportfolio.InvalidInputException;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.school.Members;
import org.eportfolio.spi.JsonText;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.junit.jupiter.api.Test;

/** Text that comes in: composed, not made of characters that show nothing, and without what a store cannot keep. */
class IncomingTextTest extends Story {
    private static final String DECOMPOSED = "E\u0301preuve d'e\u0301te\u0301";
    private static final String COMPOSED = "\u00C9preuve d'\u00E9t\u00E9";
    private static final List<String> UNSEEN = List.of("\u00A0", "\u200B", "\uFEFF", " \u202F\u2060\t", "\u3164");

    @Test
    void two_spellings_of_one_text_are_kept_as_one() {
        Production made = school.emma
                .productions()
                .add(school.dossier, NewProduction.titled(DECOMPOSED).writing(DECOMPOSED));
        assertThat(made.title()).isEqualTo(COMPOSED);
        assertThat(school.emma.productions().get(school.dossier, made.id())).isEqualTo(made);
        assertThat(school.durand
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C3.1", "acquis").because(DECOMPOSED))
                        .because())
                .isEqualTo(COMPOSED);
    }

    @Test
    void a_cohort_is_found_by_either_spelling_of_its_name() {
        var made = school.head.cohorts().enrol(DECOMPOSED, Members.learners("zoe"));
        assertThat(school.head.cohorts().enrol(COMPOSED, Members.learners("tom")))
                .isEqualTo(made);
        assertThat(school.head.cohorts().find(DECOMPOSED).orElseThrow().id()).isEqualTo(made);
    }

    @Test
    void what_nobody_sees_is_blank() {
        for (String unseen : UNSEEN) {
            assertThat(IncomingText.isBlank(unseen))
                    .as("%x", (int) unseen.charAt(0))
                    .isTrue();
            assertThatThrownBy(() -> school.emma.productions().add(school.dossier, NewProduction.titled(unseen)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("blank");
            assertThatThrownBy(() -> school.durand
                            .assessments()
                            .position(
                                    school.dossier,
                                    NewPositioning.of("C3.1", "acquis").because(unseen)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("because");
        }
        assertThat(IncomingText.isBlank("\u200Ba")).isFalse();
    }

    @Test
    void marks_piled_upon_one_letter_stay_as_they_came() {
        String piled = "a" + "\u0301\u0327".repeat(90_000);
        assertThat(IncomingText.composed(piled)).isSameAs(piled);
        assertThat(IncomingText.composed("e\u0301" + "x".repeat(9))).startsWith("\u00E9");
    }

    @Test
    void an_archive_with_a_nul_in_a_text_is_refused() throws IOException {
        school.mindMap();
        KeptArchive archive = new KeptArchive();
        school.emma.archives().takeAway(school.dossier, archive);
        assertThatThrownBy(() -> school.head.archives().importFrom(withNul(archive)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("control characters");
    }

    /** The same archive, with a U+0000 in place of each blank. */
    private static KeptArchive withNul(KeptArchive archive) {
        KeptArchive spoilt = new KeptArchive();
        for (Kind kind : archive.kinds()) {
            for (Iterator<Row> rows = archive.rows(kind); rows.hasNext(); ) {
                Row row = rows.next();
                String text = row.json().toString().replace(" ", "\\u0000");
                spoilt.row(new Row(row.scope(), row.kind(), row.id(), JsonText.of(text), row.keys()));
            }
        }
        return spoilt;
    }
}
