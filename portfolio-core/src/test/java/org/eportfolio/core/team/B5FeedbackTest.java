package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B5: « accompagner l'explicitation », by prompts and threaded feedback. */
class B5FeedbackTest extends Story {
    private Reflection reflection;
    private Subject about;

    @BeforeEach
    void emmaHasReflected() {
        reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        about = Subject.of(reflection);
    }

    @AfterEach
    void the_journal_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void b5_a_prompt_is_answered_in_its_thread_and_the_learners_words_stay() {
        Feedback prompt = school.durand.feedback().prompt(about, "À quoi as-tu su que c'était terminé ?");
        assertThat(awaiting(school.emma)).containsExactly(prompt);

        school.clock.advance(java.time.Duration.ofHours(2));
        Feedback answer = school.emma.feedback().reply(school.dossier, prompt.id(), "Le paiement de test passait.");
        Feedback more = school.petit.feedback().reply(school.dossier, answer.id(), "Bien vu : et en production ?");

        assertThat(awaiting(school.emma)).isEmpty();
        FeedbackThread thread = on(school.emma, about).get(0);
        assertThat(thread.opener().answeredAt()).isEqualTo(answer.at());
        assertThat(thread.opener().text()).isEqualTo(prompt.text());
        assertThat(thread.replies()).containsExactly(answer, more);
        assertThat(thread.endsWithLearner()).isFalse();
        assertThat(on(school.durand, about)).isEqualTo(on(school.emma, about));
        assertThat(school.emma.reflections().get(school.dossier, reflection.id()))
                .as("the learner's words")
                .isEqualTo(reflection);
    }

    @Test
    void feedback_also_goes_on_productions_and_reports() {
        Production map = school.mindMap();
        Subject report = Subject.of(school.emma.reports().share(school.dossier, Given.REPORT));
        for (Subject each : List.of(Subject.of(map), report)) {
            Feedback comment = school.durand.feedback().comment(each, "Sources à dater.");
            assertThat(on(school.emma, each)).containsExactly(new FeedbackThread(comment, List.of()));
        }
        assertThat(awaiting(school.emma)).as("a comment asks nothing").isEmpty();
        assertThat(school.emma.productions().get(school.dossier, map.id())).isEqualTo(map);
    }

    @Test
    void threads_come_in_pages_with_their_replies() {
        for (int i = 0; i < 5; i++) {
            Feedback opener = school.durand.feedback().comment(about, "Remarque " + i);
            school.emma.feedback().reply(school.dossier, opener.id(), "Réponse " + i);
        }
        Page<FeedbackThread> first = school.emma.feedback().on(about, PageRequest.first(3));
        Page<FeedbackThread> second = school.emma.feedback().on(about, first.next());
        assertThat(first.items())
                .extracting(each -> each.opener().text())
                .containsExactly("Remarque 0", "Remarque 1", "Remarque 2");
        assertThat(second.items())
                .extracting(each -> each.replies().get(0).text())
                .containsExactly("Réponse 3", "Réponse 4");
        assertThat(second.items()).allMatch(FeedbackThread::endsWithLearner);
        assertThat(second.next()).isNull();
    }

    @Test
    void neither_peers_nor_teachers_of_other_classes_see_or_say_anything() {
        Feedback prompt = school.durand.feedback().prompt(about, "Et ensuite ?");
        school.head.cohorts().enrol("CS SNO 2027", learners("zoe"), teachers("m.martin"));
        for (Desk other : List.of(school.malo, school.as("m.martin"))) {
            assertThatThrownBy(() -> other.feedback().on(about, PageRequest.first(10)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> other.feedback().awaitingLearner(school.dossier, PageRequest.first(10)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> other.feedback().reply(school.dossier, prompt.id(), "!"))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> other.feedback().comment(about, "!")).isInstanceOf(NotFoundException.class);
        }
        school.head.grants().give(NewGrant.of("tuteur", Role.TUTOR).over(school.dossier));
        assertThatThrownBy(() -> school.as("tuteur").feedback().on(about, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void the_learner_replies_and_opens_nothing() {
        assertThatThrownBy(() -> school.emma.feedback().prompt(about, "?")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.feedback().comment(about, "!")).isInstanceOf(DeniedException.class);
    }

    @Test
    void only_its_author_takes_a_message_back_and_then_the_words_are_gone() {
        Feedback comment = school.durand.feedback().comment(about, "Bâclé.");
        assertThatThrownBy(() -> school.petit.feedback().withdraw(school.dossier, comment.id()))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("Only its author can take a message back");
        assertThatThrownBy(() -> school.emma.feedback().withdraw(school.dossier, comment.id()))
                .isInstanceOf(DeniedException.class);

        school.durand.feedback().withdraw(school.dossier, comment.id());

        Feedback shown = on(school.emma, about).get(0).opener();
        assertThat(shown.withdrawn()).isTrue();
        assertThat(shown.text()).isEmpty();
        assertThat(shown.author()).isEqualTo(comment.author());
        assertThatThrownBy(() -> school.durand.feedback().withdraw(school.dossier, comment.id()))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.emma.feedback().reply(school.dossier, comment.id(), "Pourquoi ?"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another thread");
    }

    @Test
    void a_withdrawn_prompt_asks_nothing_and_a_withdrawn_answer_leaves_it_open() {
        Feedback gone = school.durand.feedback().prompt(about, "Et ensuite ?");
        school.durand.feedback().withdraw(school.dossier, gone.id());
        assertThat(awaiting(school.emma)).isEmpty();

        Feedback prompt = school.durand.feedback().prompt(about, "Par quoi as-tu commencé ?");
        Feedback answer = school.emma.feedback().reply(school.dossier, prompt.id(), "Par la fin.");
        Feedback again = school.emma.feedback().reply(school.dossier, prompt.id(), "Non, par le début.");
        school.emma.feedback().withdraw(school.dossier, answer.id());
        assertThat(awaiting(school.emma)).isEmpty();
        school.emma.feedback().withdraw(school.dossier, again.id());
        assertThat(awaiting(school.emma)).containsExactly(prompt);
    }

    @Test
    void staff_notes_are_for_the_staff_alone() {
        StaffNote note = school.durand.feedback().note(about, "À revoir en entretien.");
        assertThat(school.petit.feedback().notes(about, PageRequest.first(10)).items())
                .containsExactly(note);
        assertThat(on(school.emma, about)).isEmpty();
        assertThat(awaiting(school.emma)).isEmpty();
        assertThatThrownBy(() -> school.emma.feedback().notes(about, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.feedback().note(about, "!")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.feedback().notes(about, PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.petit.feedback().withdraw(school.dossier, note.id()))
                .isInstanceOf(DeniedException.class);
        assertThat(school.durand.feedback().withdraw(school.dossier, note.id()).text())
                .isEmpty();
    }

    @Test
    void refuses_drafts_strangers_blank_words_and_messages_that_never_were() {
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        Subject unshared = new Subject.OfReflection(school.dossier, draft.id());
        assertThatThrownBy(() -> school.durand.feedback().prompt(unshared, "?")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.feedback().on(unshared, PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        Subject foreign = new Subject.OfReflection(school.malos, reflection.id());
        assertThatThrownBy(() -> school.durand.feedback().comment(foreign, "!")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.feedback().comment(about, " \n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> school.durand.feedback().comment(about, "x".repeat(10_001)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.emma.feedback().reply(school.dossier, new FeedbackId(VosReves.nowhere()), "?"))
                .isInstanceOf(NotFoundException.class);
    }

    private List<Feedback> awaiting(Desk desk) {
        return desk.feedback()
                .awaitingLearner(school.dossier, PageRequest.first(10))
                .items();
    }

    private static List<FeedbackThread> on(Desk desk, Subject subject) {
        return desk.feedback().on(subject, PageRequest.first(10)).items();
    }
}
