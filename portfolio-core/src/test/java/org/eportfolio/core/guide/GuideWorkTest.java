package org.eportfolio.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.id.MissionId;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.MissionStatus;
import org.junit.jupiter.api.Test;

/** The examples of the guide on frameworks, and on what learners make, judge and reflect upon. */
class GuideWorkTest extends GuideStory {
    @Test
    void frameworks() {
        // guide: frameworks
        var mc = BundledFrameworks.MC_SNO;
        var crcn = BundledFrameworks.CRCN;
        var adoption = head.frameworks().adopt(mc, ExampleScales.FOUR_STEPS);
        head.frameworks().publish(crcn);

        var framework = emma.frameworks().get(mc.framework().id());
        var competency = framework.assessable(Code.of("C3.1"));
        var met = emma.frameworks()
                .crosswalk(framework.id(), crcn.framework().id())
                .flatMap(crosswalk -> crosswalk.of(Code.of("C1.1")));
        // guide: end
        assertThat(adoption).isEqualTo(sno);
        assertThat(competency.label()).startsWith("Soutenir les utilisateurs");
        assertThat(met).isPresent();
    }

    @Test
    void scenarios() {
        // guide: scenarios
        head.frameworks().publish(BundledFrameworks.CRCN);
        head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        var draft = teacher.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        var report = teacher.scenarios().report(draft.id()); // what is missing, by name
        teacher.scenarios().publish(draft, "vr-2-m1");
        teacher.plans().choose(cohort, draft.id());

        var mission = MissionId.of("vosreves", "vr-2-m1");
        emma.missions().start(dossier, mission);
        emma.missions().handIn(dossier, mission, "Voici ma carte.", Citation.of(map));
        teacher.missions().done(dossier, mission, "Bien documenté.");

        var lived = emma.missions().get(dossier, mission);
        // guide: end
        assertThat(report.ready()).contains("vr-2-m1");
        assertThat(lived.status()).isEqualTo(MissionStatus.DONE);
    }

    @Test
    void productions() {
        // guide: productions
        var first = emma.productions()
                .add(
                        dossier,
                        NewProduction.titled("Carte mentale")
                                .showing("C3.1")
                                .attaching(file)
                                .stating(HelpStatement.of(Help.fromAiTool("un assistant")
                                        .usedFor("trouver des sources")
                                        .changing("J'ai vérifié chacune.")))
                                .livedIn(new Setting.Mission("vosreves", "vr-2-m1")));
        teacher.assessments()
                .position(
                        dossier,
                        NewPositioning.of("C3.1", "en-cours")
                                .because("Sources non datées.")
                                .citing(first)); // from now on version 1 never changes

        var seen = emma.productions().get(dossier, first.id());
        var second = emma.productions()
                .extend(seen, NewProduction.titled("Carte mentale, datée").showing("C3.1"));
        // guide: end
        assertThat(seen.version(1).frozen()).isNotNull();
        assertThat(second.current().number()).isEqualTo(2);
        assertThat(second.version(1)).isEqualTo(seen.version(1));
    }

    @Test
    void assessments() {
        // guide: assessments
        emma.assessments().draft(dossier, NewSelfAssessment.on("C3.1")); // no one else sees it
        emma.assessments()
                .publish(
                        dossier,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("J'ai comparé quatre offres.")
                                .citing(map));

        var given = teacher.assessments()
                .position(dossier, NewPositioning.of("C3.1", "en-cours").because("Sources non datées."));
        var corrected = teacher.assessments()
                .correct(
                        dossier,
                        given.id(),
                        NewPositioning.of("C3.1", "acquis").because("Sources datées."),
                        "Une nouvelle version est là.");

        var entry = teacher.assessments()
                .positionClass(NewClassEntry.of(cohort, "C1.1", "en-cours")
                        .because("TP du site")
                        .except("malo", "acquis")
                        .absent("lina", "yanis"));
        teacher.assessments().undo(cohort, entry.id(), "Mauvaise séance.");
        // guide: end
        assertThat(corrected.supersedes()).isNotNull();
        assertThat(emma.progress()
                        .of(dossier)
                        .on("C1.1")
                        .orElseThrow()
                        .current()
                        .level())
                .isNull();
    }

    @Test
    void progress() {
        emma.assessments()
                .publish(
                        dossier,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("J'ai comparé.")
                                .citing(map));
        school.positioned(teacher, "C3.1", "en-cours");
        // guide: progress
        var progress = emma.progress().of(dossier); // what the team sees too
        var onC31 = progress.on("C3.1").orElseThrow();
        var trajectories = onC31.trajectories(); // one for each perspective, never averaged
        var level = onC31.current(); // by the adoption's policy, with what counted and what did not
        var divergences = progress.divergences(); // [C3.1: TEACHER ◔ en-cours < SELF ◕ acquis]
        var uncovered = progress.uncovered(); // "nothing yet" is no level

        var inJune = emma.progress().of(dossier, LocalDate.of(2026, 6, 30)); // as it was known then
        var matrix = teacher.progress().matrix(cohort);
        // guide: end
        assertThat(trajectories).hasSize(2);
        assertThat(level.level().id()).hasToString("en-cours");
        assertThat(divergences).hasToString("[C3.1: TEACHER ◔ en-cours < SELF ◕ acquis]");
        assertThat(uncovered).hasSize(8);
        assertThat(inJune.uncovered()).hasSize(9);
        assertThat(matrix.lines()).hasSize(4);
    }

    @Test
    void reflections() {
        var spoken = VosReves.spoken("J'ai d'abord lu la documentation.");
        // guide: reflections
        var reflection = emma.reflections()
                .share(
                        dossier,
                        NewReflection.on("Installer le module", new Setting.Mission("vosreves", "vr-2-m1"))
                                .guidedBy("explicitation@1", "fr")
                                .answering("begin", "J'ai lu la documentation.")
                                .answering("how", "J'ai ouvert un compte de test."));

        var asked = teacher.authorisations()
                .request(
                        dossier,
                        NewAuthorisation.toRecord("emma")
                                .alreadyOfAge()
                                .forProject("Explicitations")
                                .use("Préparer les entretiens")
                                .recipients("L'équipe de la classe")
                                .until(LocalDate.of(2027, 6, 30)));
        emma.authorisations().give(dossier, asked.id()); // before this, nothing is stored
        emma.recordings()
                .add(
                        dossier,
                        reflection.id(),
                        NewRecording.of(spoken, Duration.ofSeconds(90)).forProject("Explicitations"));

        emma.authorisations().withdraw(dossier, asked.id()); // hidden on the next read
        var heard = teacher.recordings().of(dossier, reflection.id());
        // guide: end
        assertThat(heard).allSatisfy(each -> assertThat(each.playable()).isFalse());
    }

    @Test
    void feedback() {
        // guide: feedback
        var about = Subject.of(map);
        var prompt = teacher.feedback().prompt(about, "À quoi as-tu su que c'était terminé ?");
        emma.feedback().reply(dossier, prompt.id(), "Le paiement de test passait.");
        teacher.feedback().note(about, "À reprendre en entretien."); // staff only

        var threads = emma.feedback().on(about, PageRequest.first(20)).items();
        // guide: end
        assertThat(threads).hasSize(1);
        assertThat(threads.get(0).endsWithLearner()).isTrue();
    }

    @Test
    void together() {
        var malos = school.malos;
        // guide: together
        var site = NewProduction.titled("Site VosRêves").showing("C1.1").writing("Maquette");
        var group = emma.groups().start(dossier, NewGroup.of(site).with("malo"));
        malo.groups().accept(group.id(), malos);
        malo.groups().contribute(malo.groups().part(group.id()), "J'ai choisi les images."); // only he writes it
        teacher.groups().appraise(group.id(), "Un site clair."); // of the group, of no member

        var project = emma.projects().open(dossier, NewProject.titled("Site VosRêves"));
        emma.projects()
                .task(dossier, project.id(), NewTask.of("Mentions légales").by(march));
        emma.projects().note(dossier, project.id(), "Le client a validé la maquette.");

        var read = emma.watch()
                .log(
                        dossier,
                        NewWatchEntry.of(URI.create("https://guide.example/paiement"))
                                .judged(Reliability.RELIABLE, "Daté de cette année.")
                                .concluding("Le paiement en plusieurs fois s'annonce."));
        var shown = NewProduction.titled("Veille paiement").showing("C3.1");
        var evidence = emma.watch().cite(dossier, shown, read.id()); // frozen as it was
        // guide: end
        assertThat(emma.productions().get(dossier, group.production()).current().contributions())
                .hasSize(1);
        assertThat(emma.progress().of(dossier).on("C1.1").orElseThrow().uncovered())
                .isTrue();
        assertThat(evidence.current().pieces()).isNotEmpty();
    }
}
