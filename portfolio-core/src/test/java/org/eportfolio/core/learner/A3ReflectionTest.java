package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.TemplateId;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A3: a reflection on one action in one situation, guided, the learner's own; and A2: where it was lived. */
class A3ReflectionTest extends Story {
    @AfterEach
    void the_journal_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a3_a_reflection_is_private_until_shared_and_then_read_by_the_team() {
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        assertThat(school.emma
                        .reflections()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(draft);
        assertThat(school.durand
                        .reflections()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> school.durand.reflections().drafts(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.reflections().get(school.dossier, draft.id()))
                .isInstanceOf(NotFoundException.class);

        Reflection shared = school.emma.reflections().share(draft);

        assertThat(shared.id()).isEqualTo(draft.id());
        assertThat(school.emma
                        .reflections()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.durand
                        .reflections()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(shared);
        assertThat(school.headReading().reflections().get(school.dossier, shared.id()))
                .isEqualTo(shared);
        assertThat(shared.action()).isEqualTo("Installer le module de paiement");
        assertThat(shared.setting()).isEqualTo(Given.MISSION);
        assertThat(shared.guide().template()).isEqualTo(TemplateId.of("explicitation@1"));
        assertThat(shared.guide().questions().get(0).text()).isEqualTo("Par quoi as-tu commencé ?");
    }

    @Test
    void nobody_but_the_learner_writes_and_no_peer_reads() {
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        Reflection shared = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        for (Desk other : List.of(school.durand, school.head)) {
            assertThatThrownBy(() -> other.reflections().save(draft, Given.INSTALLING))
                    .isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.reflections().share(draft)).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.reflections().discard(draft)).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.reflections().revise(shared, NewReflection.of(shared)))
                    .isInstanceOf(DeniedException.class)
                    .hasMessageContaining("write reflections");
        }
        assertThatThrownBy(() -> school.malo.reflections().get(school.dossier, shared.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.malo.reflections().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        school.head.grants().give(NewGrant.of("tuteur", Role.TUTOR).over(school.dossier));
        assertThatThrownBy(() -> school.as("tuteur").reflections().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void once_shared_it_changes_by_versions_that_are_all_kept() {
        Reflection first = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Reflection second = school.emma
                .reflections()
                .revise(first, NewReflection.of(first).answering("again", "Je daterais mes sources."));
        assertThat(second.versions()).hasSize(2);
        assertThat(second.versions().get(0)).isEqualTo(first.current());
        assertThat(school.durand.reflections().get(school.dossier, first.id())).isEqualTo(second);
        assertThat(school.emma.reflections().revise(second, NewReflection.of(second)))
                .as("nothing changed, nothing written")
                .isEqualTo(second);
        assertThatThrownBy(() -> school.emma.reflections().revise(first, NewReflection.of(first)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("you saw revision 1, the current one is 2");
    }

    @Test
    void action_situation_and_template_never_change_once_shared() {
        Reflection shared = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        NewReflection same = NewReflection.of(shared);
        NewReflection elsewhere = new NewReflection(
                same.action(),
                new Setting.Personal(),
                same.template(),
                same.language(),
                same.answers(),
                same.evidence(),
                null,
                null);
        assertThatThrownBy(() -> school.emma.reflections().revise(shared, elsewhere))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("further cycle");
        assertThatThrownBy(() -> school.emma.reflections().revise(shared, same.guidedBy("explicitation@1", "en")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void a_draft_may_be_reguided_saved_and_thrown_away() {
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        ReflectionDraft kolb = school.emma
                .reflections()
                .save(
                        draft,
                        NewReflection.on("Comparer quatre offres", new Setting.Workplace("Agence Exemple"))
                                .guidedBy("kolb@1", "en")
                                .answering("experience", "I compared four offers."));
        assertThat(kolb.guide().asked())
                .containsExactly("experience", "observation", "conceptualisation", "experimentation");
        assertThatThrownBy(() -> school.emma.reflections().save(draft, Given.INSTALLING))
                .isInstanceOf(ConflictException.class);
        school.emma.reflections().discard(kolb);
        assertThatThrownBy(() -> school.emma.reflections().share(kolb)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void sharing_asks_for_every_required_question_and_names_them() {
        NewReflection open = NewReflection.on("Installer le module", Given.MISSION)
                .guidedBy("explicitation@1", "fr")
                .answering("how", "  ");
        school.emma.reflections().draft(school.dossier, open);
        assertThatThrownBy(() -> school.emma.reflections().share(school.dossier, open))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.message(Locale.FRENCH))
                                .contains("Par quoi as-tu commencé ?")
                                .contains("Comment t'y es-tu pris ensuite"));
    }

    @Test
    void refuses_unknown_questions_two_answers_templates_and_languages() {
        refused(
                Given.INSTALLING.answering("wondering", "?"),
                "no question “wondering” in the template explicitation@1");
        NewReflection twice = new NewReflection(
                "Installer",
                Given.MISSION,
                TemplateId.of("free@1"),
                "fr",
                List.of(new Answer("text", "a"), new Answer("text", "b")),
                List.of(),
                null,
                null);
        refused(twice, "answered twice");
        refused(Given.INSTALLING.guidedBy("explicitation@1", "oc"), "its languages are: fr, en");
        refused(NewReflection.on(" ", Given.MISSION), "must not be blank");
        refused(NewReflection.on("Une action\net une autre", Given.MISSION), "control characters");
        assertThatThrownBy(() ->
                        school.emma.reflections().draft(school.dossier, Given.INSTALLING.guidedBy("socle@3", "fr")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("reflection template “socle@3”");
        assertThatThrownBy(() -> TemplateId.of("kolb")).isInstanceOf(InvalidInputException.class);
    }

    private void refused(NewReflection input, String why) {
        assertThatThrownBy(() -> school.emma.reflections().draft(school.dossier, input))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void cycles_repeat_and_are_told_together() {
        Reflection first = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Reflection aside = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Reflection second = school.emma
                .reflections()
                .share(
                        school.dossier,
                        Given.INSTALLING.following(first.id()).answering("again", "J'ai daté mes sources."));
        Reflection third = school.emma.reflections().share(school.dossier, Given.INSTALLING.following(second.id()));
        assertThat(third.cycle()).isEqualTo(3);
        for (Reflection each : List.of(first, second, third)) {
            assertThat(school.durand.reflections().cycles(school.dossier, each.id()))
                    .containsExactly(first, second, third);
        }
        assertThat(school.emma.reflections().cycles(school.dossier, aside.id())).containsExactly(aside);
    }

    @Test
    void a_cycle_follows_a_shared_reflection_of_the_same_dossier_only() {
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        assertThatThrownBy(
                        () -> school.emma.reflections().draft(school.dossier, Given.INSTALLING.following(draft.id())))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Share that one first");
        Reflection malos = school.malo.reflections().share(school.malos, Given.INSTALLING);
        for (ReflectionId foreign : List.of(malos.id(), new ReflectionId(VosReves.nowhere()))) {
            assertThatThrownBy(
                            () -> school.emma.reflections().share(school.dossier, Given.INSTALLING.following(foreign)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void what_it_cites_is_frozen_when_it_is_shared() {
        Production map = school.mindMap();
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING.citing(map));
        assertThat(school.emma
                        .productions()
                        .get(school.dossier, map.id())
                        .current()
                        .frozen())
                .isNull();
        Reflection shared = school.emma.reflections().share(draft);
        Production revised = school.emma
                .productions()
                .revise(
                        school.emma.productions().get(school.dossier, map.id()),
                        NewProduction.titled("Carte mentale, datée").showing("C3.1"));
        assertThat(revised.versions()).hasSize(2);
        assertThat(shared.current().evidence().get(0).content())
                .isEqualTo(revised.version(1).frozen());
        Production malos = school.malo.productions().add(school.malos, NewProduction.titled("À Malo"));
        assertThatThrownBy(() ->
                        school.emma.reflections().share(school.dossier, Given.INSTALLING.citing(Citation.of(malos))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void reading_writes_nothing_and_the_journal_holds_no_word_of_it() {
        Reflection shared = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        long before = school.journalLength();
        school.durand.reflections().get(school.dossier, shared.id());
        school.durand.reflections().list(school.dossier, PageRequest.first(10));
        school.durand.reflections().cycles(school.dossier, shared.id());
        assertThat(school.emma.reflections().templates()).hasSize(3);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.entries()).noneMatch(entry -> entry.body().contains("Mercanet"));
        assertThatThrownBy(() -> school.as("inconnu").reflections().templates()).isInstanceOf(PortfolioException.class);
    }

    @Test
    void a_shared_reflection_comes_back_as_it_was_from_the_store() {
        Reflection shared = school.emma.reflections().share(school.dossier, Given.INSTALLING.citing(school.mindMap()));
        assertThat(school.emma.reflections().get(school.dossier, shared.id())).isEqualTo(shared);
        Guide guide = shared.guide();
        assertThat(guide.questions().get(0).hint()).startsWith("Reviens à ce moment");
        assertThat(guide.questions().get(3).hint()).isNull();
    }
}
