package org.eportfolio.exchange.archive;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.showcase.NewShowcase;

/** A good part of a school year, so that an archive has something of most kinds in it. */
public final class Year {
    public static final String STAFF_ONLY = "À surveiller : la régularité.";

    private Year() {}

    /** Some of everything in Emma's dossier, and a little in Malo's. */
    public static void playedIn(VosReves school) {
        Desk emma = school.emma;
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        school.head.people().name(PersonId.of("emma"), "Emma Exemplaire");
        school.head.people().name(PersonId.of("m.durand"), "M. Durand");
        Production map = emma.productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale \uD83D\uDE00 « é »")
                                .stating(HelpStatement.of(Help.fromAiTool("un assistant")
                                        .usedFor("chercher")
                                        .changing("J'ai vérifié.")))
                                .showing("C3.1")
                                .attaching(VosReves.file("carte.txt", "Mercanet, PayPal"))
                                .attaching(noise("bruit.bin", 3_000)));
        emma.assessments()
                .publish(
                        school.dossier,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("J'ai comparé.")
                                .citing(map));
        school.positioned(school.durand, "C3.1", "en-cours");
        school.durand
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        emma.goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.1", "acquis").by(VosReves.TODAY).step("Lire"));
        guided(school);
        together(school, map);
    }

    private static void guided(VosReves school) {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        var scenario = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(scenario, "vr-1-m1", "vr-2-m1");
        school.durand.plans().choose(school.cohort, scenario.id());
        school.emma.missions().start(school.dossier, MissionId.of("vosreves", "vr-1-m1"));
        school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(VosReves.BEGINNING.plusSeconds(3_600)));
        school.durand.pathways().add(school.dossier, NewPathwayStep.on("C3.2").because("Rien encore."));
        school.durand
                .pathways()
                .adapt(
                        school.dossier,
                        NewAdaptation.of("Un écran de plus").choosing("oral").because("Pour comparer."));
        Reflection reflection = school.emma
                .reflections()
                .share(
                        school.dossier,
                        NewReflection.on("Installer le module", new Setting.Mission("vosreves", "vr-1-m1"))
                                .guidedBy("explicitation@1", "fr")
                                .answering("begin", "J'ai lu la documentation de Mercanet.")
                                .answering("how", "J'ai ouvert un compte de test."));
        school.durand.feedback().note(Subject.of(reflection), STAFF_ONLY);
        school.durand.feedback().prompt(Subject.of(reflection), "Et ensuite ?");
        school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("VosRêves").lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20)));
    }

    private static void together(VosReves school, Production map) {
        Desk emma = school.emma;
        emma.projects().open(school.dossier, NewProject.titled("Projet"));
        emma.watch()
                .log(
                        school.dossier,
                        NewWatchEntry.titled("Guide")
                                .judged(Reliability.RELIABLE, "Daté.")
                                .concluding("Utile."));
        GroupId group = emma.groups()
                .start(school.dossier, NewGroup.of(NewProduction.titled("Site")).with("malo"))
                .id();
        school.malo.groups().accept(group, school.malos);
        var showcase = emma.showcases()
                .publish(emma.showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, "Avant")));
        emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(30));
        emma.seals()
                .seal(emma.seals()
                        .begin(
                                school.dossier,
                                NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map)));
        NewCampaign reading = NewCampaign.of(school.cohort, "Relire")
                .asking(Criterion.of("Est-ce clair ?"))
                .until(school.clock.instant().plus(Duration.ofDays(1)));
        var campaign = school.durand.campaigns().open(reading);
        emma.campaigns().handIn(campaign.id(), school.dossier, NewHandIn.of(map));
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        var task = school.malo.reviews().assigned(PageRequest.first(10)).items().get(0);
        school.malo.reviews().submit(task.id(), Remarks.strength("Clair.").on(1, "Oui."));
        school.durand.campaigns().close(campaign.id());
    }

    /** Bytes that cannot be packed, the same each time. */
    static NewAttachment noise(String name, int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(2026).nextBytes(bytes);
        return NewAttachment.of(name, "application/octet-stream", () -> new ByteArrayInputStream(bytes));
    }
}
