package org.eportfolio.core.privacy;

import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;

/** A class in which Emma did a bit of everything: what is hers alone says {@link #HERS}, what others hold too does not. */
public final class EmmasYear {
    /** Stands in each text that nobody but Emma holds. */
    public static final String HERS = "zyglotron";

    public static final PersonId EMMA = PersonId.of("emma");

    public final PeerClass peers;
    public final VosReves school;
    public final DossierId dossier;
    public final Production map;
    public final GroupId groupAtHome;
    public final GroupId groupAtMalos;

    public EmmasYear(PeerClass peers) {
        this.peers = peers;
        school = peers.school;
        dossier = peers.of("emma");
        Desk emma = school.emma;
        school.head.people().name(EMMA, "Emma " + HERS);
        map = emma.productions()
                .add(
                        dossier,
                        NewProduction.titled("Carte " + HERS)
                                .showing("C3.1")
                                .attaching(VosReves.file("carte-" + HERS + ".txt", "Contenu " + HERS))
                                .attaching(VosReves.file("commun.txt", "Contenu commun")));
        school.malo
                .productions()
                .add(
                        peers.of("malo"),
                        NewProduction.titled("À moi").attaching(VosReves.file("c.txt", "Contenu commun")));
        emma.assessments().draft(dossier, NewSelfAssessment.of("C1.1", "acquis").because(HERS));
        emma.assessments()
                .publish(
                        dossier,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("Car " + HERS)
                                .citing(map));
        emma.goals()
                .set(
                        dossier,
                        NewGoal.of("C3.2", "acquis")
                                .by(VosReves.TODAY.plusDays(30))
                                .step("Lire " + HERS));
        school.durand
                .assessments()
                .position(dossier, NewPositioning.of("C3.1", "en-cours").because("Vu avec " + HERS));
        Reflection reflection = emma.reflections().share(dossier, Given.INSTALLING);
        var prompt = school.durand.feedback().prompt(Subject.of(reflection), "Et ensuite, " + HERS + " ?");
        emma.feedback().reply(dossier, prompt.id(), "Ensuite " + HERS);
        school.durand.feedback().note(Subject.of(reflection), "Note d'équipe sur " + HERS);
        school.durand
                .interviews()
                .schedule(dossier, NewInterview.about("Bilan " + HERS).at(VosReves.BEGINNING.plusSeconds(7_200)));
        Showcase showcase = emma.showcases()
                .publish(emma.showcases()
                        .begin(dossier, NewShowcase.titled("Vitrine " + HERS).showing(map, "")));
        emma.shares().share(dossier, showcase.id(), VosReves.TODAY.plusDays(30));
        groupAtHome = together("emma", "malo", "Site d'Emma et Malo");
        groupAtMalos = together("malo", "emma", "Site de Malo et Emma");
        school.durand
                .authorisations()
                .request(
                        peers.of("malo"),
                        NewAuthorisation.toRecord("emma")
                                .alreadyOfAge()
                                .forProject("Entretiens " + HERS)
                                .use("Préparer")
                                .recipients("L'équipe")
                                .until(VosReves.TODAY.plusDays(90)));
        reviews(peers.cards(), "Revue signée");
        reviews(peers.cards().anonymously(), "Revue masquée");
    }

    private GroupId together(String starter, String other, String title) {
        GroupId group = school.as(starter)
                .groups()
                .start(
                        peers.of(starter),
                        NewGroup.of(NewProduction.titled(title)).with(other))
                .id();
        school.as(other).groups().accept(group, peers.of(other));
        school.as(other).groups().contribute(school.as(other).groups().part(group), "Ce que " + other + " a fait");
        return group;
    }

    private void reviews(org.eportfolio.peer.NewCampaign input, String words) {
        Campaign campaign = peers.handedIn(input);
        school.durand
                .campaigns()
                .assign(
                        campaign.id(),
                        Pair.of("emma", "malo"),
                        Pair.of("kim.exemple", "emma"),
                        Pair.of("tao.exemple", "emma"),
                        Pair.of("emma", "lina"));
        for (String reviewer : List.of("emma", "kim.exemple")) {
            var task = school.as(reviewer).reviews().assigned(PageRequest.first(100)).items().stream()
                    .filter(each -> each.campaign().equals(campaign.id()))
                    .filter(each -> !each.reviewed().equals(PersonId.of("lina")))
                    .findFirst()
                    .orElseThrow();
            school.as(reviewer)
                    .reviews()
                    .submit(task.id(), Remarks.strength(words).on(2, "Des dates.", "en-cours"));
        }
        var draft = school.emma.reviews().assigned(PageRequest.first(100)).items().stream()
                .filter(each -> each.campaign().equals(campaign.id()) && !each.submitted())
                .findFirst()
                .orElseThrow();
        school.emma.reviews().save(draft, Remarks.none().on(1, "Brouillon " + HERS));
    }
}
