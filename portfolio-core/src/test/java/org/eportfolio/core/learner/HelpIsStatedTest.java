package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.util.List;
import java.util.Locale;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.core.MissionDesk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpKind;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.dossier.Version;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.scenario.AiToolPolicy;
import org.eportfolio.scenario.MissionHandIn;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.Situation;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J11, « outils d'IA » : learners state the help they had; a mission may ask for it; nothing detects or punishes it. */
class HelpIsStatedTest extends Story {
    private static final MissionId PUBLISH = MissionId.of("vosreves", "vr-1-m1");
    private static final Setting LIVED = new Setting.Mission("vosreves", "vr-1-m1");
    private static final HelpStatement ASSISTED = HelpStatement.of(
            Help.fromAiTool("un assistant de rédaction")
                    .usedFor("corriger l'orthographe")
                    .changing("J'ai gardé mes phrases."),
            Help.fromPerson("une camarade de classe").usedFor("relire la page"));

    private ScenarioDraft draft;
    private MissionDesk emma;
    private DossierId dossier;

    @BeforeEach
    void a_mission_is_offered() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        emma = school.emma.missions();
        dossier = school.dossier;
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    /** The class works on the scenario, whose first mission says this. */
    private void published(AiToolPolicy policy) {
        Scenario before = draft.scenario();
        draft = school.durand.scenarios().revise(draft, before.onAiTools(policy));
        offered();
    }

    private void offered() {
        school.durand.scenarios().publish(draft, "vr-1-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        emma.start(dossier, PUBLISH);
    }

    private NewProduction site() {
        return NewProduction.titled("Le site de l'agence")
                .writing("La nouvelle offre.")
                .livedIn(LIVED);
    }

    private static NewMissionReport report() {
        return NewMissionReport.of("Publier l'offre", LIVED)
                .asked("Mettre le site à jour.")
                .done("La page est en ligne.")
                .met("Le site Web de l'entreprise est mis à jour")
                .help("Un peu.")
                .next("La documentation.");
    }

    private static NewReflection reflection() {
        return NewReflection.on("Publier la page", LIVED).answering("text", "J'ai relu la charte.");
    }

    @Test
    void a_mission_that_asks_for_it_is_not_handed_in_without_a_statement() {
        published(AiToolPolicy.TO_BE_STATED);
        refused(
                InvalidInputException.class,
                "state the help you had",
                "déclarer l'aide reçue",
                () -> emma.handIn(dossier, PUBLISH, "Voici le site."));
        assertThat(emma.get(dossier, PUBLISH).status()).isEqualTo(MissionStatus.STARTED);

        MissionWork handedIn = emma.handIn(
                dossier, PUBLISH, MissionHandIn.saying("Voici le site.").stating(HelpStatement.none()));
        assertThat(handedIn.status()).isEqualTo(MissionStatus.HANDED_IN);
        assertThat(handedIn.latest().helpStated()).isEqualTo(HelpStatement.none());
    }

    @Test
    void what_each_production_states_is_not_asked_again() {
        published(AiToolPolicy.TO_BE_STATED);
        Production silent = school.emma.productions().add(dossier, site());
        Production stated = school.emma.productions().add(dossier, site().stating(ASSISTED));
        refused(
                InvalidInputException.class,
                "or that you had none",
                "ou que vous n'en avez pas eu",
                () -> emma.handIn(dossier, PUBLISH, "", Citation.of(stated), Citation.of(silent)));
        MissionWork handedIn = emma.handIn(dossier, PUBLISH, "", Citation.of(stated));
        assertThat(handedIn.latest().helpStated()).isNull();
        assertThat(school.durand
                        .productions()
                        .get(dossier, stated.id())
                        .current()
                        .helpStated())
                .as("the teacher reads it")
                .isEqualTo(ASSISTED);
    }

    @Test
    void a_report_and_a_reflection_about_it_are_not_shared_without_a_statement() {
        published(AiToolPolicy.TO_BE_STATED);
        refused(
                InvalidInputException.class,
                "state the help you had",
                "déclarer l'aide reçue",
                () -> school.emma.reports().share(dossier, report()));
        ReflectionDraft drafted = school.emma.reflections().draft(dossier, reflection());
        refused(
                InvalidInputException.class,
                "state the help you had",
                "déclarer l'aide reçue",
                () -> school.emma.reflections().share(drafted));

        MissionReport report = school.emma.reports().share(dossier, report().stating(ASSISTED));
        ReflectionDraft stating =
                school.emma.reflections().save(drafted, reflection().stating(HelpStatement.none()));
        Reflection reflection = school.emma.reflections().share(stating);
        assertThat(school.durand.reports().get(dossier, report.id()).current().helpStated())
                .isEqualTo(ASSISTED);
        assertThat(school.durand
                        .reflections()
                        .get(dossier, reflection.id())
                        .current()
                        .helpStated())
                .isEqualTo(HelpStatement.none());
        assertThat(NewMissionReport.of(report).helpStated())
                .as("a revision begins with it")
                .isEqualTo(ASSISTED);
    }

    @Test
    void who_used_an_ai_tool_where_it_is_not_allowed_says_so_and_nothing_follows() {
        published(AiToolPolicy.NOT_ALLOWED);
        MissionWork handedIn =
                emma.handIn(dossier, PUBLISH, MissionHandIn.saying("").stating(ASSISTED));
        assertThat(handedIn.status()).isEqualTo(MissionStatus.HANDED_IN);
        assertThat(school.durand
                        .missions()
                        .get(dossier, PUBLISH)
                        .work()
                        .latest()
                        .helpStated()
                        .namesAiTool())
                .as("the teacher sees it and talks about it")
                .isTrue();
        assertThat(school.durand
                        .missions()
                        .done(dossier, PUBLISH, "Parlons-en.")
                        .status())
                .isEqualTo(MissionStatus.DONE);
    }

    @Test
    void where_the_mission_says_nothing_nothing_is_asked() {
        offered();
        assertThat(emma.get(dossier, PUBLISH).mission().aiTools()).isNull();
        assertThat(emma.handIn(dossier, PUBLISH, "").status()).isEqualTo(MissionStatus.HANDED_IN);
        assertThat(school.emma.reports().share(dossier, report()).current().helpStated())
                .isNull();
    }

    @Test
    void where_ai_tools_are_allowed_nothing_is_asked() {
        published(AiToolPolicy.ALLOWED);
        assertThat(emma.handIn(dossier, PUBLISH, "").status()).isEqualTo(MissionStatus.HANDED_IN);
    }

    @Test
    void a_mission_inherits_the_policy_and_may_say_otherwise() {
        Scenario before = draft.scenario();
        Situation first = before.situations().get(0);
        assertThat(before.onAiTools(AiToolPolicy.ALLOWED).aiTools()).isEqualTo(AiToolPolicy.ALLOWED);
        draft = school.durand
                .scenarios()
                .revise(
                        draft,
                        before.onAiTools(AiToolPolicy.ALLOWED)
                                .with(before.situations().stream()
                                        .map(each ->
                                                each.equals(first) ? each.onAiTools(AiToolPolicy.NOT_ALLOWED) : each)
                                        .toList()));
        school.durand.scenarios().publish(draft, "vr-1-m1", "vr-2-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        assertThat(emma.of(dossier))
                .extracting(each -> each.mission().aiTools())
                .containsExactly(AiToolPolicy.NOT_ALLOWED, AiToolPolicy.ALLOWED);
    }

    @Test
    void an_ai_tool_is_stated_with_what_was_changed() {
        refused(
                InvalidInputException.class,
                "say what you changed",
                "dites ce que vous avez changé",
                () -> HelpStatement.of(Help.fromAiTool("un assistant").usedFor("résumer")));
        refused(
                InvalidInputException.class,
                "blank",
                "vide",
                () -> school.emma
                        .productions()
                        .add(
                                dossier,
                                site().stating(HelpStatement.of(
                                        Help.fromPerson(" ").usedFor("relire")))));
    }

    @Test
    void others_learn_that_a_person_helped_and_not_who() {
        Production made = school.emma.productions().add(dossier, site().stating(ASSISTED));
        Version shown = made.current().withoutHelpers();
        assertThat(shown.helpStated().helps())
                .extracting(Help::kind)
                .containsExactly(HelpKind.AI_TOOL, HelpKind.PERSON);
        assertThat(shown.helpStated().toString())
                .contains("un assistant de rédaction")
                .doesNotContain("camarade");
        assertThat(shown.helpStated().messages())
                .extracting(each -> each.in(Locale.FRENCH))
                .last()
                .isEqualTo("une personne");
    }

    @Test
    void a_representative_and_a_service_read_that_a_person_helped_with_a_hand_in_and_not_who() {
        published(AiToolPolicy.TO_BE_STATED);
        emma.handIn(dossier, PUBLISH, MissionHandIn.saying("Voici le site.").stating(ASSISTED));
        school.head.grants().give(NewGrant.of("mere", Role.REPRESENTATIVE).over(dossier));
        HostService reports = HostService.named("reports", "Un rapport").may(Permission.READ_PROGRESS);
        Portfolio hosted = Portfolio.with(school.store)
                .clock(school.clock)
                .service(reports)
                .build();
        for (Desk reader : List.of(school.as("mere"), hosted.as(Actor.service("reports")))) {
            assertThat(reader.missions().get(dossier, PUBLISH).work().moves().toString())
                    .contains("PERSON", "un assistant de rédaction")
                    .doesNotContain("camarade");
        }
        for (Desk reader : List.of(school.emma, school.durand, school.headReading())) {
            assertThat(reader.missions().get(dossier, PUBLISH).work().moves().toString())
                    .contains("une camarade de classe");
        }
    }

    @Test
    void a_frozen_version_is_frozen_with_its_statement() {
        Production stated = school.emma.productions().add(dossier, site().stating(ASSISTED));
        Production silent = school.emma.productions().add(dossier, site());
        assertThat(stated.current().contentHash()).isNotEqualTo(silent.current().contentHash());
        assertThat(school.emma
                        .productions()
                        .revise(stated, site().stating(HelpStatement.none()))
                        .current()
                        .helpStated())
                .isEqualTo(HelpStatement.none());
    }
}
