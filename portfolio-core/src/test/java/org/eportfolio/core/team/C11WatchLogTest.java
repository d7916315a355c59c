package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eportfolio.core.Refused.key;

import java.net.URI;
import java.time.LocalDate;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.WatchDesk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.WatchEntryId;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.WatchEntry;
import org.junit.jupiter.api.Test;

/** Row C11: « veille professionnelle et technologique ». */
class C11WatchLogTest extends Story {
    private static final NewWatchEntry GUIDE = NewWatchEntry.titled("Guide des modules de paiement")
            .at(URI.create("https://guide.example/paiement"))
            .consultedOn(LocalDate.of(2026, 9, 1))
            .judged(Reliability.RELIABLE, "Autorité publique, daté de cette année.")
            .concluding("Le paiement en plusieurs fois doit être annoncé.");
    private static final NewWatchEntry FORUM = NewWatchEntry.of(URI.create("https://forum.example/42"))
            .judged(Reliability.TO_CROSS_CHECK, "Auteur inconnu.")
            .concluding("Un module poserait problème ; à vérifier.");
    private static final NewProduction SHOWN =
            NewProduction.titled("Veille paiement").showing("C3.1");

    @Test
    void entries_say_source_day_reliability_and_what_was_taken_from_it() {
        school.emma.watch().log(school.dossier, GUIDE);
        school.emma.watch().log(school.dossier, FORUM);
        assertThat(school.durand
                        .watch()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .extracting(each -> each.source() + " " + each.consultedOn() + " " + each.reliability())
                .containsExactly(
                        "Guide des modules de paiement 2026-09-01 RELIABLE",
                        "https://forum.example/42 2026-09-07 TO_CROSS_CHECK");
    }

    @Test
    void cited_entries_are_frozen_as_they_were() {
        WatchEntry guide = school.emma.watch().log(school.dossier, GUIDE);
        WatchEntry forum = school.emma.watch().log(school.dossier, FORUM);
        Production cited = school.emma.watch().cite(school.dossier, SHOWN, guide.id(), forum.id());
        assertThat(((Piece.Text) cited.current().pieces().get(0)).text()).isEqualTo("""
                        Guide des modules de paiement
                        https://guide.example/paiement
                        Consulté le 1er septembre 2026
                        Fiabilité : fiable · Autorité publique, daté de cette année.
                        Le paiement en plusieurs fois doit être annoncé.

                        https://forum.example/42
                        Consulté le 7 septembre 2026
                        Fiabilité : à recouper · Auteur inconnu.
                        Un module poserait problème ; à vérifier.""");
        assertThat(cited.current().pieces()).hasSize(3);
        WatchEntry revised =
                school.emma.watch().revise(forum, FORUM.judged(Reliability.DOUBTFUL, "Démenti par l'éditeur."));
        assertThat(revised.revision()).isEqualTo(2);
        school.emma.watch().remove(guide);
        assertThat(school.durand
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C3.1", "acquis").citing(Citation.of(cited)))
                        .evidence())
                .hasSize(1);
        assertThat(school.durand.productions().get(school.dossier, cited.id())).isEqualTo(cited);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void what_cannot_be_is_refused() {
        WatchDesk desk = school.emma.watch();
        assertThat(key(() -> desk.log(
                        school.dossier, new NewWatchEntry(null, null, null, Reliability.RELIABLE, "Daté.", "Utile."))))
                .isEqualTo("watch.source");
        assertThat(key(() -> desk.log(school.dossier, GUIDE.at(URI.create("javascript:alert(1)")))))
                .isEqualTo("watch.scheme");
        assertThat(key(() -> desk.log(school.dossier, GUIDE.consultedOn(VosReves.TODAY.plusDays(1)))))
                .isEqualTo("watch.later");
        assertThat(key(() -> desk.log(
                        school.dossier, NewWatchEntry.titled("Sans avis").concluding("Rien."))))
                .isEqualTo("watch.unjudged");
        assertThat(key(() -> desk.log(school.dossier, GUIDE.judged(Reliability.DOUBTFUL, " "))))
                .isEqualTo("watch.reason");
        assertThat(key(() -> desk.log(school.dossier, GUIDE.concluding("")))).isEqualTo("watch.synthesis");
        assertThat(key(() -> desk.cite(school.dossier, SHOWN))).isEqualTo("watch.cite");
        WatchEntry entry = desk.log(school.dossier, GUIDE);
        desk.revise(entry, FORUM);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> desk.revise(entry, GUIDE));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> desk.remove(entry));
    }

    @Test
    void only_the_learner_keeps_it_and_a_stranger_knows_nothing_of_it() {
        WatchEntry entry = school.emma.watch().log(school.dossier, GUIDE);
        assertThat(school.durand.watch().get(school.dossier, entry.id())).isEqualTo(entry);
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> school.durand.watch().revise(entry, FORUM));
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> school.durand.watch().cite(school.dossier, SHOWN, entry.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.malo.watch().get(school.dossier, entry.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> school.emma.watch().cite(school.dossier, SHOWN, new WatchEntryId(VosReves.nowhere())));
    }
}
