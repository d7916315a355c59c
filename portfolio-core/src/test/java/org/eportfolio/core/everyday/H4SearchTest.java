package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SearchDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CountingStore;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.MarkedText;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H4, « find it »: what the actor may read now, French-aware, ranked, with snippets. */
class H4SearchTest extends Story {
    private static final SearchFilters DOSSIERS = SearchFilters.ALL.only(
            FoundKind.PRODUCTION,
            FoundKind.REFLECTION,
            FoundKind.WATCH_ENTRY,
            FoundKind.FEEDBACK,
            FoundKind.GOAL,
            FoundKind.INTERVIEW);

    private static final SearchRequest ALL = SearchRequest.first(100);

    /** A word that stands only in what others may not find. */
    private static final String SECRET = "licorne";

    private Production cabling;

    @BeforeEach
    void theClassWritesOfManyThings() {
        cabling = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Habilitation électrique B1V")
                                .showing("C3.1")
                                .writing("L’élève a réalisé le câblage de l'armoire et les mesures d'isolement."));
        school.clock.advance(Duration.ofMinutes(1));
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Compte-rendu d'atelier")
                                .describedAs("Les travaux réalisées cet été, au cœur du bâtiment. Voir C3 1."));
        school.clock.advance(Duration.ofMinutes(1));
        school.malo
                .productions()
                .add(
                        school.malos,
                        NewProduction.titled("Réseaux locaux")
                                .writing("Les journaux du serveur sont sauvegardés aujourd'hui à l'œil nu."));
        school.emma
                .reflections()
                .share(
                        school.dossier,
                        NewReflection.on("Installer le module de paiement", new Setting.Workplace("VosRêves"))
                                .guidedBy("explicitation@1", "fr")
                                .answering("begin", "J'ai lu la documentation de Mercanet.")
                                .answering("how", "J’ai écrit puis transmis les clés au directeur."));
        school.emma
                .watch()
                .log(
                        school.dossier,
                        NewWatchEntry.titled("Cybersécurité des objets connectés")
                                .judged(Reliability.RELIABLE, "Source datée.")
                                .concluding("Les failles restent nombreuses."));
        school.durand.feedback().comment(Subject.of(cabling), "Vos schémas sont précis ; reprenez l'oscilloscope.");
        school.emma
                .goals()
                .set(
                        school.dossier,
                        NewGoal.of("C1.1", "acquis")
                                .by(VosReves.TODAY.plusDays(30))
                                .step("Relire les plannings"));
        Interview interview = school.durand
                .interviews()
                .schedule(
                        school.dossier,
                        NewInterview.about("Bilan du trimestre").at(VosReves.BEGINNING.plusSeconds(3_600)));
        school.durand.interviews().prepare(school.dossier, interview.id());
        school.durand
                .interviews()
                .conduct(
                        school.durand.interviews().get(school.dossier, interview.id()),
                        NewMinutes.of("Emma prévoit de présenter son stage.").present("emma"));
    }

    /** What of dossiers is found, by the first words of its title; in no order. */
    private static Set<String> found(Desk desk, String query) {
        return desk.search().find(query, DOSSIERS, ALL).items().stream()
                .map(each -> each.title().text())
                .map(each -> each.length() <= 12 ? each : each.substring(0, 12))
                .collect(Collectors.toSet());
    }

    private static final String CABLING = "Habilitation";
    private static final String REPORT = "Compte-rendu";
    private static final String NETWORKS = "Réseaux loca";
    private static final String REFLECTION = "Installer le";
    private static final String WATCH = "Cybersécurit";
    private static final String FEEDBACK = "Vos schémas ";
    private static final String INTERVIEW = "Bilan du tri";

    /** A query, what it finds for the teacher, and how much of that for Malo, in whose dossier the networks are. */
    private record Row(String query, Set<String> teacher) {}

    private static final List<Row> TABLE = List.of(
            new Row("élève habilitation", Set.of(CABLING)),
            new Row("ELEVE", Set.of(CABLING)),
            new Row("l'élève", Set.of(CABLING)),
            new Row("l’eleve", Set.of(CABLING)),
            new Row("élèves", Set.of(CABLING)),
            new Row("réaliser", Set.of(CABLING, REPORT)),
            new Row("réalisées", Set.of(CABLING, REPORT)),
            new Row("realisons", Set.of(CABLING, REPORT)),
            new Row("réalisation ", Set.of()),
            new Row("été ", Set.of(REPORT)),
            new Row("ete ", Set.of(REPORT)),
            new Row("cœur", Set.of(REPORT)),
            new Row("coeur", Set.of(REPORT)),
            new Row("œil", Set.of(NETWORKS)),
            new Row("travail", Set.of(REPORT)),
            new Row("journal", Set.of(NETWORKS)),
            new Row("réseau", Set.of(NETWORKS)),
            new Row("sauvegarder", Set.of(NETWORKS)),
            new Row("aujourd’hui", Set.of(NETWORKS)),
            new Row("C3.1", Set.of(CABLING)),
            new Row("c3.1", Set.of(CABLING)),
            new Row("C3 1", Set.of(REPORT)),
            new Row("C3", Set.of(REPORT)),
            new Row("compte rendu", Set.of(REPORT)),
            new Row("cybers", Set.of(WATCH)),
            new Row("cybers ", Set.of()),
            new Row("connecté", Set.of(WATCH)),
            new Row("écrire", Set.of(REFLECTION)),
            new Row("transmettre", Set.of(REFLECTION)),
            new Row("directrice", Set.of(REFLECTION)),
            new Row("schéma", Set.of(FEEDBACK)),
            new Row("oscilloscopes", Set.of(FEEDBACK)),
            new Row("planning", Set.of("C1.1 Partici")),
            new Row("prévoir stage", Set.of(INTERVIEW)),
            new Row("présente ", Set.of(INTERVIEW)),
            new Row("les mesures de l'armoire", Set.of(CABLING)),
            new Row("isol", Set.of(CABLING)),
            new Row("sole", Set.of()),
            new Row("licorne", Set.of()));

    @Test
    void a_table_of_french_queries_finds_what_it_must_and_nothing_else() {
        for (Row row : TABLE) {
            assertThat(found(school.durand, row.query)).as("« %s »", row.query).isEqualTo(row.teacher);
        }
    }

    @Test
    void a_learner_finds_of_all_that_only_what_is_their_own() {
        for (Row row : TABLE) {
            boolean own = row.teacher.contains(NETWORKS);
            assertThat(found(school.malo, row.query))
                    .as("« %s » of Malo", row.query)
                    .isEqualTo(own ? Set.of(NETWORKS) : Set.of());
            Set<String> emmas =
                    row.teacher.stream().filter(each -> !each.equals(NETWORKS)).collect(Collectors.toSet());
            assertThat(found(school.emma, row.query))
                    .as("« %s » of Emma", row.query)
                    .isEqualTo(emmas);
        }
    }

    @Test
    void what_is_a_draft_withheld_confidential_to_the_team_or_an_adaptation_is_found_by_no_one_else() {
        school.malo
                .reflections()
                .draft(
                        school.malos,
                        NewReflection.on("Ma " + SECRET, new Setting.Personal())
                                .guidedBy("explicitation@1", "fr")
                                .answering("begin", "Une " + SECRET + "."));
        school.durand.feedback().note(Subject.of(cabling), "Une " + SECRET + ".");
        school.durand
                .pathways()
                .adapt(
                        school.dossier,
                        NewAdaptation.of("Une " + SECRET).choosing("oral").because("Comme une " + SECRET + "."));
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Aidée")
                                .stating(
                                        HelpStatement.of(Help.fromPerson(SECRET).usedFor("relecture"))));
        var said = school.durand.feedback().comment(Subject.of(cabling), "Une " + SECRET + ".");
        school.durand.feedback().withdraw(school.dossier, said.id());
        school.recorded();
        for (Desk each : List.of(school.emma, school.malo, school.durand, school.petit, school.head)) {
            for (String query : List.of(SECRET, "licor", "licornes", "abord documentation")) {
                assertThat(each.search().find(query, SearchFilters.ALL, ALL).items())
                        .as(query)
                        .noneMatch(found -> found.snippet().text().contains(SECRET)
                                || found.title().text().contains(SECRET)
                                || found.snippet().text().contains("J'ai d'abord lu"));
            }
        }
    }

    @Test
    void rights_are_those_of_now() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), teachers("m.autre"));
        school.head.grants().give(NewGrant.of("parent", Role.REPRESENTATIVE).over(school.dossier));
        school.head.grants().give(NewGrant.of("tutrice", Role.TUTOR).over(school.dossier));
        assertThat(found(school.as("m.autre"), "élève réseau planning")).isEmpty();
        assertThat(found(school.head, "élève réseau planning")).isEmpty();
        assertThat(found(school.as("tutrice"), "élève réseau planning")).isEmpty();
        assertThat(found(school.as("parent"), "élève réseau planning")).containsExactly("C1.1 Partici");
        assertThat(found(school.headReading(), "élève réseau")).containsExactly(CABLING);
        school.head.grants().give(NewGrant.of("m.autre", Role.TEACHER).over(school.malos));
        assertThat(found(school.as("m.autre"), "élève réseau")).containsExactly(NETWORKS);
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        assertThat(found(school.durand, "élève réseau")).containsExactly(CABLING);
    }

    @Test
    void a_production_of_a_group_is_found_by_each_who_made_it() {
        school.madeTogether();
        assertThat(found(school.malo, "maquette")).containsExactly("Site VosRêve");
        assertThat(found(school.emma, "maquette")).containsExactly("Site VosRêve");
        assertThat(found(school.as("lina"), "maquette")).isEmpty();
        Found site = school.malo.search().find("maquette").items().get(0);
        assertThat(site.ref().dossier()).isEqualTo(school.dossier);
        assertThat(school.malo.refs().open(site.ref()).learner()).isEqualTo(PersonId.of("emma"));
    }

    @Test
    void a_teacher_for_one_production_finds_that_one_alone() {
        school.head.grants().give(NewGrant.of("m.jury", Role.TEACHER).over(school.dossier, cabling.id()));
        assertThat(found(school.as("m.jury"), "élève travaux")).containsExactly(CABLING);
    }

    @Test
    void more_words_come_first_then_the_title_then_the_newest() {
        school.clock.advance(Duration.ofDays(1));
        for (String title : List.of("Pompe", "Vanne", "Pompe et vanne", "Autre")) {
            school.clock.advance(Duration.ofMinutes(1));
            school.emma
                    .productions()
                    .add(school.dossier, NewProduction.titled(title).writing("Une pompe hydraulique."));
        }
        assertThat(titles(school.emma.search().find("pompe vanne", DOSSIERS, ALL)))
                .containsExactly("Pompe et vanne", "Vanne", "Pompe", "Autre");
    }

    private static List<String> titles(Findings page) {
        return page.items().stream().map(each -> each.title().text()).toList();
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) {
            school.emma.productions().add(school.dossier, NewProduction.titled("Sonde " + i));
            if (i % 2 == 0) school.clock.advance(Duration.ofMinutes(1));
        }
        List<String> whole = titles(school.durand.search().find("sonde", DOSSIERS, ALL));
        List<String> paged = new ArrayList<>();
        for (SearchRequest next = SearchRequest.first(3); next != null; ) {
            Findings page = school.durand.search().find("sonde", DOSSIERS, next);
            assertThat(page.items()).hasSizeBetween(1, 3);
            paged.addAll(titles(page));
            next = page.next();
        }
        assertThat(paged).isEqualTo(whole).hasSize(7);
    }

    @Test
    void a_snippet_shows_the_best_piece_with_the_places_of_the_hits() {
        Found found = school.durand
                .search()
                .find("mesurer l'armoire", DOSSIERS, ALL)
                .items()
                .get(0);
        assertThat(found.ref()).isEqualTo(Ref.of(school.dossier, cabling.id()));
        assertThat(found.kind()).isEqualTo(FoundKind.PRODUCTION);
        assertThat(found.learner()).isEqualTo(PersonId.of("emma"));
        assertThat(found.at()).isEqualTo(cabling.current().at());
        assertThat(found.snippet().hits()).containsExactly("armoire", "mesures");
        assertThat(found.snippet().marked("[", "]"))
                .isEqualTo("L’élève a réalisé le câblage de l'[armoire] et les [mesures] d'isolement.");
        assertThat(school.durand
                        .search()
                        .find("électrique", DOSSIERS, ALL)
                        .items()
                        .get(0)
                        .title()
                        .hits())
                .containsExactly("électrique");
    }

    @Test
    void a_long_text_is_cut_around_the_hit_between_words() {
        String filling = "Un mot après l'autre et encore un autre. ".repeat(40);
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Long").writing(filling + "Voici la sonde.\n" + filling));
        MarkedText snippet = school.emma
                .search()
                .find("sondes", DOSSIERS, ALL)
                .items()
                .get(0)
                .snippet();
        assertThat(snippet.text())
                .startsWith("…")
                .endsWith("…")
                .doesNotContain("\n")
                .hasSizeLessThan(200);
        assertThat(snippet.hits()).containsExactly("sonde");
    }

    @Test
    void filters_narrow_by_kind_class_learner_and_time() {
        CohortId cohort = school.cohort;
        assertThat(titles(school.durand.search().find("réaliser réseau", SearchFilters.ALL.only(FoundKind.GOAL), ALL)))
                .isEmpty();
        assertThat(titles(school.durand.search().find("réaliser réseau", DOSSIERS.of(PersonId.of("malo")), ALL)))
                .containsExactly("Réseaux locaux");
        assertThat(titles(school.durand.search().find("réaliser réseau", DOSSIERS.in(cohort), ALL)))
                .hasSize(3);
        assertThat(titles(school.durand
                        .search()
                        .find("réaliser réseau", DOSSIERS.since(VosReves.BEGINNING.plusSeconds(90)), ALL)))
                .containsExactly("Réseaux locaux");
        assertThat(titles(school.malo.search().find("réseau", DOSSIERS.in(cohort), ALL)))
                .containsExactly("Réseaux locaux");
        CohortId other = school.head.cohorts().enrol("CS SNO 2025", learners("zoe"));
        assertThatThrownBy(() -> school.durand.search().find("réseau", DOSSIERS.in(other), ALL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.emma.search().find("réseau", DOSSIERS.in(other), ALL))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.emma
                        .search()
                        .find("réseau", DOSSIERS.of(PersonId.of("malo")), ALL)
                        .items())
                .isEmpty();
    }

    @Test
    void people_are_found_by_name_as_one_types_by_those_who_may_know_of_them() {
        school.head.people().name(PersonId.of("malo"), "Malo Le Goff");
        school.head.people().name(PersonId.of("zoe"), "Zoé Le Goffic");
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"));
        SearchFilters people = SearchFilters.ALL.only(FoundKind.PERSON);
        Found malo = school.durand.search().find("le gof", people, ALL).items().get(0);
        assertThat(malo.ref()).isEqualTo(Ref.to(Ref.Kind.PERSON, "malo"));
        assertThat(malo.title().hits()).containsExactly("Goff");
        assertThat(titles(school.emma.search().find("GOF", people, ALL))).containsExactly("Malo Le Goff");
        assertThat(titles(school.head.search().find("gof", people, ALL)))
                .containsExactlyInAnyOrder("Malo Le Goff", "Zoé Le Goffic");
        assertThat(titles(school.as("zoe").search().find("gof", people, ALL))).containsExactly("Zoé Le Goffic");
    }

    @Test
    void frameworks_and_scenarios_are_found_by_those_who_read_them_and_missions_by_those_who_are_offered_them() {
        var draft = school.durand.scenarios().draft(Given.complete("atelier", "a"));
        SearchFilters items = SearchFilters.ALL.only(FoundKind.FRAMEWORK_ITEM);
        Found item = school.emma.search().find("C1.1", items, ALL).items().get(0);
        assertThat(item.part()).isEqualTo("C1.1");
        assertThat(school.emma.refs().open(item.ref()).record()).isEqualTo(BundledFrameworks.MC_SNO.framework());
        String title = draft.scenario().title();
        SearchFilters written = SearchFilters.ALL.only(FoundKind.SCENARIO);
        assertThat(titles(school.petit.search().find(title, written, ALL))).containsExactly(title);
        assertThat(titles(school.emma.search().find(title, written, ALL))).isEmpty();
        String mission = draft.scenario().situations().get(0).missions().get(0).title();
        SearchFilters missions = SearchFilters.ALL.only(FoundKind.MISSION);
        Found drafted =
                school.petit.search().find(mission, missions, ALL).items().get(0);
        assertThat(drafted.ref()).isEqualTo(Ref.to(Ref.Kind.SCENARIO, "atelier"));
        assertThat(drafted.part()).isEqualTo("a-m");
        assertThat(school.emma.search().find(mission, missions, ALL).items()).isEmpty();
        school.durand.scenarios().publish(draft, "a-m");
        school.durand.plans().choose(school.cohort, draft.id());
        Found offered =
                school.emma.search().find(mission, missions, ALL).items().get(0);
        assertThat(offered.ref()).isEqualTo(Ref.in(school.dossier, Ref.Kind.MISSION, "atelier/a-m"));
    }

    @Test
    void what_is_no_query_is_refused_and_says_why() {
        for (String wrong :
                List.of(" ", "?!", "de la", "l'", "x".repeat(201), "a\nb", "1 2 3 4 5 6 7 8 9 10 11 12 13")) {
            assertThatThrownBy(() -> school.durand.search().find(wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> SearchRequest.first(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SearchRequest.first(101)).isInstanceOf(InvalidInputException.class);
        for (String place : List.of("", "2", "a_b_c_d", "1_1_x_y")) {
            assertThatThrownBy(() -> school.durand
                            .search()
                            .find(
                                    "élève",
                                    SearchFilters.ALL,
                                    SearchRequest.first(5).after(place)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void who_has_several_roles_names_the_one_in_which_they_search() {
        school.head.cohorts().enrol("CS SNO 2025", learners("m.durand"));
        assertThatThrownBy(() -> found(school.durand, "élève"))
                .isInstanceOfSatisfying(
                        DeniedException.class,
                        each -> assertThat(each.choice()).containsExactlyInAnyOrder(Role.TEACHER, Role.LEARNER));
        Desk teaching = school.portfolio.as(Actor.of("m.durand").acting(Role.TEACHER));
        assertThat(found(teaching, "élève")).containsExactly(CABLING);
    }

    @Test
    void what_was_erased_is_found_no_more() {
        var privacy = school.head.privacy();
        privacy.erase(privacy.planErasure(PersonId.of("malo")));
        assertThat(found(school.durand, "réseau")).isEmpty();
    }

    @Test
    void a_reader_of_others_dossiers_is_logged_for_what_is_shown_and_for_nothing_that_was_only_looked_through() {
        try (VosReves logged = VosReves.over(new InMemoryStore(), options -> options.readingsKept(6))) {
            Production map = logged.mindMap();
            logged.malo.productions().add(logged.malos, NewProduction.titled("Devis"));
            logged.head.grants().give(NewGrant.of("dpd", Role.DPO));
            logged.emma.search().find("mercanet");
            logged.durand.search().find("mercanet");
            assertThat(logged.emma
                            .access()
                            .readers(logged.dossier, PageRequest.newest(9))
                            .items())
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.reader()).isEqualTo(PersonId.of("m.durand"));
                        assertThat(each.object()).isEqualTo(map.id().value());
                    });
            assertThat(logged.as("dpd")
                            .access()
                            .readers(logged.malos, PageRequest.newest(9))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void asks_the_store_about_as_often_for_six_hundred_learners_as_for_eight() {
        int few = lookUps(8);
        assertThat(few).isLessThanOrEqualTo(31);
        assertThat(lookUps(600)).isLessThanOrEqualTo(2 * few);
    }

    private static int lookUps(int size) {
        CountingStore store = new CountingStore();
        try (VosReves many = VosReves.over(store)) {
            List<String> names = new ArrayList<>(VosReves.LEARNERS);
            for (int i = names.size(); i < size; i++) names.add("learner-" + i);
            many.head.cohorts().enrol(VosReves.CLASS, learners(names.toArray(String[]::new)));
            for (String each : names) {
                Desk desk = many.as(each);
                desk.productions()
                        .add(
                                desk.dossiers().open(many.sno),
                                NewProduction.titled("Carte").writing("Mercanet"));
            }
            CountingStore counted = store.copy();
            try (Portfolio fresh = Portfolio.with(counted).clock(many.clock).build()) {
                Findings found = fresh.as(Actor.of("m.durand")).search().find("mercanet", SearchFilters.ALL, ALL);
                assertThat(found.items()).hasSize(Math.min(100, size));
                assertThat(found.whole()).isTrue();
            }
            return counted.lookUps();
        }
    }

    @Test
    void all_that_one_may_read_is_looked_through_however_many_dossiers_there_are() {
        try (VosReves large = VosReves.over(new InMemoryStore())) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i <= SearchDesk.MOST_DOSSIERS; i++) names.add("learner-" + i);
            large.head.cohorts().enrol("Tous", learners(names.toArray(String[]::new)));
            names.forEach(each -> large.as(each).dossiers().open(large.sno));
            large.mindMap();
            large.head.grants().give(NewGrant.of("documentaliste", Role.TEACHER));
            Desk everywhere = large.as("documentaliste");
            Findings all = everywhere.search().find("mercanet");
            assertThat(all.whole()).isTrue();
            assertThat(all.items()).hasSize(1);
            Findings narrowed = everywhere.search().find("mercanet", SearchFilters.ALL.in(large.cohort), ALL);
            assertThat(narrowed.whole()).isTrue();
            assertThat(narrowed.items()).hasSize(1);
        }
    }
}
