package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer version of the program, on another machine, wrote to the school, and this one works on for a while. */
class NewerVersionTest extends Story {
    private Production map;
    private Desk emma;

    @BeforeEach
    void a_map_is_there() {
        map = school.mindMap();
        // With nothing remembered.
        emma = Portfolio.with(school.store).clock(school.clock).build().as(Actor.of("emma"));
    }

    private Row stored() {
        return school.store.read(view -> view.find(
                        VosReves.scope(school.dossier),
                        DossierKinds.PRODUCTION.kind(),
                        map.id().value())
                .orElseThrow());
    }

    private Row written(UnaryOperator<String> edit) {
        Row row = stored();
        Row edited = new Row(row.scope(), row.kind(), row.id(), edit.apply(row.body()), row.keys());
        school.store.commit(new Change(Map.of(), List.of(), List.of(edited), List.of()));
        return edited;
    }

    private Row saidMore() {
        return written(body -> body.substring(0, body.length() - 1) + ",\"mood\":\"proud\"}");
    }

    private void isRefusedToRevise() {
        Production seen = emma.productions().get(school.dossier, map.id());
        refused(
                StorageException.class,
                "says more in it than this one knows",
                "y dit plus que ce que celle-ci connaît",
                () -> emma.productions().revise(seen, NewProduction.titled("Carte révisée")));
    }

    @Test
    void what_it_said_more_is_read_past_and_never_left_out_by_a_revision() {
        Row newer = saidMore();
        assertThat(emma.productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(map);
        isRefusedToRevise();
        assertThat(stored()).as("as the newer version wrote it").isEqualTo(newer);
    }

    @Test
    void also_when_it_stands_deep_inside_a_record() {
        Row newer = written(body -> body.replaceFirst("\"title\":", "\"mood\":[{\"v\":1}],\"title\":"));
        assertThat(newer.body()).contains("mood");
        isRefusedToRevise();
        assertThat(stored()).isEqualTo(newer);
    }

    @Test
    void also_when_the_record_is_remembered_from_an_earlier_call() {
        saidMore();
        emma.productions().list(school.dossier, PageRequest.first(10));
        isRefusedToRevise();
        isRefusedToRevise();
    }

    @Test
    void everything_else_goes_on() {
        saidMore();
        Production other = emma.productions().add(school.dossier, NewProduction.titled("Autre"));
        Production revised = emma.productions().revise(other, NewProduction.titled("Autre, révisée"));
        assertThat(revised.current().title()).isEqualTo("Autre, révisée");
        assertThat(emma.productions().get(school.dossier, map.id())).isEqualTo(map);
    }

    @Test
    void what_it_wrote_in_a_form_of_its_own_is_told_from_damage() {
        written(body -> body.replaceFirst("\"v\":[0-9]+", "\"v\":99"));
        refused(
                StorageException.class,
                "probably written by a newer one",
                "Une version plus récente l'a sans doute écrit",
                () -> emma.productions().get(school.dossier, map.id()));
    }
}
