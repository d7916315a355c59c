package org.eportfolio.core;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.NewBreach;
import org.eportfolio.privacy.NewBreachSettlement;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.scenario.Condition;
import org.eportfolio.scenario.ConditionType;
import org.eportfolio.scenario.Mission;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.Situation;

/** What several tests give to the calls of desks: valid as it stands, and to be changed where a test is about something. */
public final class Given {
    public static final Setting MISSION = new Setting.Mission("vosreves", "vr-2-m1");
    public static final NewReflection INSTALLING = NewReflection.on("Installer le module de paiement", MISSION)
            .guidedBy("explicitation@1", "fr")
            .answering("begin", "J'ai lu la documentation de Mercanet.")
            .answering("how", "J'ai ouvert un compte de test, puis saisi les clés.");

    public static final NewMissionReport REPORT = NewMissionReport.of("Publier la nouvelle offre commerciale", MISSION)
            .asked("Mettre l'offre en ligne.")
            .done("J'ai créé la page et relu les mentions légales.")
            .met("La page est publiée.")
            .notMet("Les images ont un texte alternatif.", "Deux images sur cinq n'en ont pas.")
            .help("M. Durand m'a montré la médiathèque.")
            .next("Compléter les textes alternatifs.");

    public static final FrameworkId SNO = new FrameworkId("mc-sno", "2020");

    private Given() {}

    public static NewBadge commerce(VosReves school) {
        return NewBadge.ofCompetency(school.sno, "C3.1")
                .titled("Commerce en ligne")
                .describedAs("Une compétence de la formation, observée par l'équipe.")
                .requiring("Observée au moins deux fois en situation.");
    }

    public static NewBreach lostKey() {
        return new NewBreach(
                VosReves.TODAY.minusDays(3),
                VosReves.TODAY.minusDays(1).atTime(8, 30).atZone(VosReves.PARIS).toInstant(),
                "Une clé USB avec un export a été perdue.",
                Set.of(DataCategory.WORK, DataCategory.IDENTITY),
                24);
    }

    public static NewBreachSettlement ended() {
        return NewBreachSettlement.of("Aucune suite connue.", "Exports chiffrés.")
                .because("La clé était chiffrée.");
    }

    public static Mission mission(String id, String competency, String... parts) {
        return Mission.titled(id, "Mission " + id)
                .working(competency, parts)
                .given(Condition.of(ConditionType.EQUIPMENT, "Un ordinateur"))
                .expecting("Le travail est fait");
    }

    public static Scenario complete(String id, String prefix) {
        return Scenario.titled(id, "Scénario " + id, SNO)
                .where("Un contexte.")
                .with(Situation.in(prefix, "Bloc 1").with(mission(prefix + "-m", "C1.1")));
    }

    /** The scenario with one more expected production in this situation. */
    public static Scenario expecting(Scenario scenario, int situation, String statement) {
        List<Situation> all = scenario.situations();
        return scenario.with(Stream.of(
                        all.subList(0, situation).stream(),
                        Stream.of(all.get(situation).expecting(statement)),
                        all.subList(situation + 1, all.size()).stream())
                .flatMap(each -> each)
                .toList());
    }
}
