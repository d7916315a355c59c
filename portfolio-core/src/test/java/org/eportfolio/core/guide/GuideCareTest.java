package org.eportfolio.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eportfolio.PageRequest;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.framework.Fate;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.journal.Cursor;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.workplace.Contact.Means;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewContact;
import org.eportfolio.workplace.NewConvention;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.workplace.Signatory.Quality;
import org.junit.jupiter.api.Test;

/** The examples of the guide on accompanying, showing and proving. */
class GuideCareTest extends GuideStory {
    @Test
    void goals() {
        // guide: goals
        var goal = emma.goals()
                .set(
                        dossier,
                        NewGoal.of("C3.1", "acquis")
                                .by(march)
                                .step("Dater mes sources")
                                .step("Relire"));
        var stepped = emma.goals().completeStep(goal, 0);
        var claimed = emma.goals().claim(stepped, "Toutes datées.", Citation.of(map));
        var answered = teacher.goals().confirm(claimed, "C'est vrai.");
        // guide: end
        assertThat(answered.status()).isEqualTo(Goal.Status.REACHED);
    }

    @Test
    void interviews() {
        Instant start = Instant.parse("2026-09-08T08:00:00Z");
        // guide: interviews
        var interviews = teacher.interviews();
        var interview = interviews
                .schedule(dossier, NewInterview.about("Bilan de PFMP").at(start))
                .id();
        var sheet = interviews.prepare(dossier, interview); // a copy of today's published facts
        var prepared = interviews.get(dossier, interview);
        interviews.conduct(prepared, NewMinutes.of("Emma explique …").present("emma", "m.durand"));
        interviews.propose(
                dossier,
                interview,
                NewAgreement.of(
                        "Dater chaque source", NewGoal.of("C3.1", "acquis").by(march)));

        var goal = emma.interviews().accept(dossier, interview, 1); // now it is a goal
        interviews.close(interviews.get(dossier, interview), march);
        emma.interviews().dissent(dossier, interview, "Je les avais datées.");
        // guide: end
        assertThat(sheet.uncovered()).hasSize(9);
        assertThat(goal.interview()).isEqualTo(interview);
        assertThat(interviews.reply(dossier, interview)).isPresent();
    }

    @Test
    void pathways() {
        // guide: pathways
        var candidates = List.of(Candidate.of("vr-3", "Tenir le registre", "C3.2"));
        var suggested = teacher.pathways().suggest(dossier, candidates, 3); // keeps nothing
        teacher.pathways()
                .add(
                        dossier,
                        NewPathwayStep.on("C3.2").through("Tenir le registre").because("Rien encore sur C3.2."));
        teacher.pathways()
                .adapt(dossier, NewAdaptation.of("Consignes à voix haute").choosing("oral"));
        emma.pathways().completeStep(emma.pathways().get(dossier), 1);

        var nudges = emma.nudges().due(dossier); // hers alone, at most once a week
        emma.nudges().mute(dossier, "no-evidence");
        // guide: end
        assertThat(suggested.get(0).why(Locale.FRENCH)).isNotEmpty();
        assertThat(emma.pathways().get(dossier).step(1).open()).isFalse();
        assertThat(nudges).isNotEmpty();
        assertThat(emma.nudges().due(dossier)).isEmpty();
    }

    @Test
    void peers() {
        Instant friday = Instant.parse("2026-09-11T16:00:00Z");
        // guide: peers
        var campaign = teacher.campaigns()
                .open(NewCampaign.of(cohort, "Relire les cartes")
                        .asking(Criterion.of("Les sources sont-elles datées ?")
                                .about("C3.1")
                                .withLevel())
                        .until(friday))
                .id();
        emma.campaigns().handIn(campaign, dossier, NewHandIn.of(map));
        teacher.campaigns().assign(campaign, Pair.of("malo", "emma")); // or draw(campaign, 2)

        var assigned = malo.reviews().assigned(PageRequest.first(20)).items().get(0);
        malo.reviews()
                .submit(
                        assigned.id(),
                        Remarks.strength("Trois offres comparées.").on(1, "Il manque les dates.", "en-cours"));
        teacher.campaigns().close(campaign); // until then Emma sees nothing

        var review =
                emma.reviews().received(dossier, PageRequest.first(20)).items().get(0);
        var replied = emma.reviews().reply(review, "Je les ajoute.");
        emma.reviews().rate(replied, Review.Usefulness.VERY_USEFUL);
        var counts = emma.reviews().levels(dossier); // so many peers for each level
        // guide: end
        assertThat(review.reviewer()).isEqualTo(PersonId.of("malo"));
        assertThat(counts).hasSize(1);
    }

    @Test
    void showcases() {
        // guide: showcases
        var second = emma.productions()
                .extend(map, NewProduction.titled("Carte mentale, datée").showing("C3.1"));
        var showcase = emma.showcases()
                .begin(
                        dossier,
                        NewShowcase.titled("Mon année").telling("Au début …").beforeAfter(second, 1, 2, "Mes cartes"));
        emma.showcases().publish(showcase);
        var issued = emma.shares().share(dossier, showcase.id(), march); // the token is shown once

        var bearer = portfolio.as(Actor.bearing(issued.token().text()));
        var displayed = bearer.shared().showcase(); // and the reading is logged
        emma.shares().revoke(dossier, issued.link().id());
        var readings = emma.shares()
                .readings(dossier, issued.link().id(), PageRequest.first(20))
                .items();
        // guide: end
        assertThat(displayed.items().get(0).versions()).hasSize(2);
        assertThat(readings).hasSize(1);
    }

    @Test
    void tutors() {
        var monday = LocalDate.of(2026, 9, 7);
        var friday = LocalDate.of(2026, 10, 2);
        // guide: tutors
        var period = teacher.tutoring()
                .open(
                        dossier,
                        NewWorkplacePeriod.pfmp("La Boutique d'Exemple")
                                .lasting(monday, friday)
                                .asking("C3.1", "Aider un utilisateur"));
        var issued = teacher.tutoring().invite(dossier, period.id());

        emma.tutoring().show(dossier, period.id(), NewShownWork.of(map).saying("Faite seule."));

        var tutor = portfolio.as(Actor.bearing(issued.token().text())).shared(); // no account
        tutor.answer(NewTutorAnswer.by("Karim Exemple")
                .alone("Le site")
                .withHelp("Les mots de passe")
                .advising("Oser demander")
                .level("C3.1", "acquis"));
        teacher.tutoring()
                .conclude(
                        teacher.tutoring().get(dossier, period.id()),
                        NewBilan.with("Karim Exemple").andTheLearner().concluding("On continue."));
        // guide: end
        assertThat(emma.tutoring().get(dossier, period.id()).bilan()).isNotNull();
        assertThat(emma.progress().of(dossier).on("C3.1").orElseThrow().trajectories())
                .hasSize(1);
    }

    @Test
    void workplaces() {
        var monday = LocalDate.of(2026, 9, 7);
        var friday = LocalDate.of(2026, 10, 2);
        // guide: workplaces
        var period = teacher.tutoring()
                .open(dossier, NewWorkplacePeriod.pfmp("La Boutique d'Exemple").lasting(monday, friday));
        teacher.workplaces().plan(dossier, period.id(), NewPlannedDays.weekdays(monday, friday));
        teacher.workplaces()
                .agree(
                        dossier,
                        period.id(),
                        NewConvention.followedBy("m.durand")
                                .aimingAt("C3.1")
                                .signed(Quality.EMPLOYER, "Zoé Exemple", monday));
        teacher.workplaces()
                .log(dossier, period.id(), NewContact.by(Means.VISIT).noting("Bien installée."));

        var issued = teacher.tutoring().invite(dossier, period.id());
        portfolio
                .as(Actor.bearing(issued.token().text()))
                .shared()
                .attest(NewAttestedDays.upToToday()); // all days planned so far were done
        var lacking = emma.workplaces().count(dossier).lacking(); // in half-days
        // guide: end
        assertThat(lacking).isEqualTo(118);
    }

    @Test
    void jury() throws IOException {
        // guide: jury
        var chosen = emma.seals()
                .begin(dossier, NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map));
        teacher.seals().advise(dossier, chosen.id(), "Ajoute la seconde version."); // no jury reads it
        var seal = emma.seals().seal(chosen);

        var written = folder.resolve("jury.zip");
        try (var out = Files.newOutputStream(written)) {
            emma.seals().write(dossier, seal.id(), out);
        }
        var check = SealedFile.verify(written); // from the file alone, anywhere
        var link = emma.seals().sendToJury(dossier, seal.id(), null, march);
        // guide: end
        assertThat(check.whole()).isTrue();
        assertThat(check.root()).isEqualTo(seal.root());
        assertThat(link.token().text()).hasSize(43);
    }

    @Test
    void badges() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(VosReves.TODAY));
        school.head.grants().give(NewGrant.of("principale", Role.LEAD_TEACHER).over(cohort));
        var lead = school.as("principale");
        // guide: badges
        var badge = head.badges()
                .define(NewBadge.ofCompetency(sno, "C3.1")
                        .titled("Commerce en ligne")
                        .describedAs("Une compétence de la formation.")
                        .requiring("Observée au moins deux fois en situation."));
        var offered = teacher.badges().offer(dossier, badge.id(), LevelId.of("acquis"), "Vu deux fois en TP.");
        var mine = emma.badges()
                .accept(offered, NewBadgeAcceptance.as("Emma Exemplaire").citing(map));

        var leaving = emma.badges().issueAll(dossier, BadgeChoice.of(mine)); // what a host signs
        var classes = lead.badges().issueClass(cohort); // those that may leave, and the others with the reason
        var revoked = teacher.badges().revoke(mine, "Donné par erreur.");
        var lists = head.badges().revoked(); // what a host publishes
        // guide: end
        assertThat(leaving).hasSize(1);
        assertThat(classes.issued()).isEqualTo(leaving);
        assertThat(classes.withheld()).isEmpty();
        assertThat(revoked.ending()).isNotNull();
        assertThat(lists.get(0).revoked()).hasSize(1);
    }

    @Test
    void succession() {
        school.positioned(teacher, "C3.1", "acquis");
        // guide: succession
        var mc = BundledFrameworks.MC_SNO.framework().id();
        var cs = BundledFrameworks.CS_SNO.framework().id();
        var next = head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.FOUR_STEPS);

        var preview = head.successions().preview(mc, cs, cohort); // nothing moves by looking
        var kept = preview.whole().assessments(Fate.ONE_TO_ONE);
        var continued = head.successions()
                .continueUnder(next, cohort, PersonId.of("emma"))
                .get(0);
        var earlier = emma.successions().earlier(continued); // history, with its own scale
        // guide: end
        assertThat(kept).isEqualTo(1);
        assertThat(earlier).hasSize(1);
        assertThat(emma.progress().of(continued).uncovered()).hasSize(9);
    }

    @Test
    void journal() {
        var notices = new ArrayList<String>();
        // guide: journal
        var verification = head.journal().verify(); // names what was altered, missing or swapped

        var cursor = Cursor.START;
        for (var feed = head.changes().after(cursor, 100); !feed.entries().isEmpty(); ) {
            feed.entries().forEach(entry -> notices.add(entry.act()));
            cursor = feed.next(); // keep it: the host goes on from here after a restart
            feed = head.changes().after(cursor, 100);
        }
        // guide: end
        assertThat(verification.sound()).isTrue();
        assertThat(notices).contains("production.added", "dossier.opened");
    }
}
