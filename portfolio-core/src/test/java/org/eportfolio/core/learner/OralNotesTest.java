package org.eportfolio.core.learner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

import java.io.IOException;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.privacy.WaysOut;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.NewOralNote;
import org.eportfolio.reflection.OralNote;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J10: an oral explicitation is kept as a note, which the learner confirms or corrects; no recording is needed. */
class OralNotesTest extends Story {
    private static final NewOralNote SAID = NewOralNote.on("Installer le module", new Setting.Workplace("VosRêves"))
            .asking("Comment t'y es-tu prise ?", "J'ai d'abord lu la notice.")
            .asking("Et ensuite ?", "J'ai demandé de l'aide à Lina.");

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private OralNote noted() {
        return school.durand.oralNotes().note(school.dossier, SAID);
    }

    @Test
    void the_teacher_notes_questions_and_words_and_the_learner_confirms_them_once() {
        OralNote note = noted();
        assertThat(note.notedBy()).isEqualTo(PersonId.of("m.durand"));
        assertThat(note.exchanges()).hasSize(2);
        OralNote confirmed = school.emma.oralNotes().confirm(note);
        assertThat(confirmed.confirmed()).isTrue();
        assertThat(school.petit.oralNotes().get(school.dossier, note.id())).isEqualTo(confirmed);
        refused(
                ConflictException.class,
                "has answered this note",
                "a répondu à cette note",
                () -> school.emma.oralNotes().correct(confirmed, "Non."));
        refused(
                ConflictException.class,
                "has answered this note",
                "a répondu à cette note",
                () -> school.durand.oralNotes().revise(confirmed, SAID));
    }

    @Test
    void a_correction_stands_beside_what_was_noted() {
        OralNote corrected = school.emma.oralNotes().correct(noted(), "J'ai demandé à Malo, pas à Lina.");
        assertThat(corrected.confirmed()).isFalse();
        assertThat(requireNonNull(corrected.reply()).correction()).isEqualTo("J'ai demandé à Malo, pas à Lina.");
        assertThat(corrected.exchanges().get(1).words()).isEqualTo("J'ai demandé de l'aide à Lina.");
        assertThatThrownBy(() -> school.emma.oralNotes().correct(noted(), " "))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void its_author_revises_it_until_the_learner_answers_and_no_one_else_does() {
        OralNote note = noted();
        OralNote revised = school.durand.oralNotes().revise(note, SAID.asking("Content ?", "Oui."));
        assertThat(revised.exchanges()).hasSize(3);
        stale(school, () -> school.durand.oralNotes().revise(note, SAID));
        stale(school, () -> school.emma.oralNotes().confirm(note));
        refused(
                ConflictException.class,
                "Another teacher noted this",
                "Un autre enseignant a noté cela",
                () -> school.petit.oralNotes().revise(revised, SAID));
        assertThatThrownBy(() -> school.durand.oralNotes().confirm(revised)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.oralNotes().confirm(revised)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.emma.oralNotes().note(school.dossier, SAID))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void it_has_a_question_and_words_and_is_not_of_tomorrow_and_no_tutor_reads_it() {
        refused(
                InvalidInputException.class,
                "at least one question",
                "au moins une question",
                () -> school.durand
                        .oralNotes()
                        .note(school.dossier, NewOralNote.on("Installer", new Setting.Personal())));
        refused(
                InvalidInputException.class,
                "not on 8 September 2026",
                "pas le 8 septembre 2026",
                () -> school.durand.oralNotes().note(school.dossier, SAID.heldOn(VosReves.TODAY.plusDays(1))));
        OralNote note = noted();
        school.head.grants().give(NewGrant.of("k.un", Role.TUTOR).over(school.dossier));
        assertThatThrownBy(() -> school.as("k.un").oralNotes().get(school.dossier, note.id()))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void it_travels_with_the_dossier_and_goes_with_the_learner() throws IOException {
        OralNote confirmed = school.emma.oralNotes().confirm(noted());
        assertThat(WaysOut.takenAway(school)).contains(new Kind("oral-note"));
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains("J'ai d'abord lu la notice."));
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            assertThat(elsewhere
                            .as(Actor.of("emma"))
                            .oralNotes()
                            .list(school.dossier, PageRequest.first(5))
                            .items())
                    .containsExactly(confirmed);
        }
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("m.durand")));
        assertThat(school.emma.oralNotes().get(school.dossier, confirmed.id()).notedBy())
                .isNotEqualTo(PersonId.of("m.durand"));
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThatThrownBy(() -> school.head.oralNotes().get(school.dossier, confirmed.id()))
                .isInstanceOf(NotFoundException.class);
    }
}
