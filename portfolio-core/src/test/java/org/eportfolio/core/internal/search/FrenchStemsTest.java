package org.eportfolio.core.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words are forms of one word, and which are not. */
class FrenchStemsTest {
    private static boolean areForms(String one, String other) {
        Set<String> stems = FrenchStems.of(Folding.folded(one));
        return !Collections.disjoint(stems, FrenchStems.of(Folding.folded(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "élève élèves",
                "journal journaux",
                "tableau tableaux",
                "réseau réseaux",
                "travail travaux",
                "matériau matériaux",
                "général générales",
                "électrique électriques",
                "premier premières",
                "professionnel professionnelles",
                "actif active",
                "sérieux sérieuse",
                "directeur directrice",
                "compétent compétentes",
                "citoyen citoyenne",
                "habilitation habilitations",
                "activité activités",
                "jeu jeux",
                "mesure mesures"
            })
    void a_noun_or_an_adjective_has_its_plural_and_its_feminine(String pair) {
        assertThat(areForms(pair.split(" ")[0], pair.split(" ")[1])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "réaliser réalisées réalise réalisé réalisons réalisait réaliseront réalisant réalisez réalisent",
                "présenter présente présentent présenté présentait présentera présentons",
                "mesurer mesure mesurent mesuré mesurerait",
                "commencer commençons commence commencé commençait",
                "rédiger rédigeons rédige rédigé rédigeait",
                "employer emploie employé emploient",
                "appeler appelle appelons appelé",
                "compléter complète complété complètent",
                "choisir choisi choisie choisit choisissons choisissent choisira",
                "finir finis finit finies finissait",
                "répondre réponds répond répondu répondent répondra répondait",
                "prendre prend prennent pris prise prenait",
                "apprendre appris apprend apprennent apprendra",
                "mettre met mettent mise mises mettait",
                "transmettre transmis transmet transmettent",
                "produire produit produite produisent produisait",
                "écrire écrit écrite écrivent écrivait",
                "obtenir obtenu obtient obtiennent obtenait",
                "recevoir reçu reçoit reçoivent recevait",
                "prévoir prévu prévoit prévoient",
                "découvrir découvert découvre découvraient",
                "faire fait faite faisait",
                "suivre suivent suivant suivra"
            })
    void a_verb_has_its_conjugated_forms(String forms) {
        String[] all = forms.split(" ");
        for (String each : all)
            assertThat(areForms(all[0], each)).as(all[0] + " " + each).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "réaliser réalisation",
                "habilitation habiliter",
                "élève élevage",
                "réseau réserve",
                "câble câblage",
                "cours course",
                "compte conteur",
                "client climat",
                "journal jour",
                "note notaire",
                "code codage",
                "projet projection",
                "serveur service"
            })
    void words_that_only_look_alike_or_are_derived_are_other_words(String pair) {
        assertThat(areForms(pair.split(" ")[0], pair.split(" ")[1])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"été", "clé", "mur", "son", "an"})
    void a_short_word_is_only_itself(String word) {
        assertThat(FrenchStems.of(Folding.folded(word))).containsExactly(Folding.folded(word));
    }
}
