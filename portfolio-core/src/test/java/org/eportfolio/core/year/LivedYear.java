package org.eportfolio.core.year;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.project.NewProject;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.PortfolioStore;

/**
 * One of the two schools of a random year: what was made in it so far, by kind and in order, so that the same dice pick the
 * same thing in the other school, and a way to tell what its calls answer without ids, hashes and secrets.
 */
public final class LivedYear implements AutoCloseable {
    private static final Pattern NAMES =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|…[0-9a-f]{8}");

    public final VosReves school;
    private final DossierId linas;
    private final Map<Class<?>, List<Object>> made = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    public LivedYear(PortfolioStore store) {
        school = VosReves.over(store);
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        ScenarioDraft draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(draft, "vr-1-m1", "vr-2-m1", "vr-multi-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        school.head.grants().give(NewGrant.of("mme.roux", Role.TEACHER).over(school.cohort));
        school.head
                .grants()
                .revoke(school.head.grants().of(PersonId.of("mme.roux")).get(0).id());
        school.head.grants().give(NewGrant.of("k.tuteur", Role.TUTOR).over(school.dossier));
        school.head
                .grants()
                .give(NewGrant.of("mme.martin-mere", Role.REPRESENTATIVE).over(school.malos));
        linas = school.as("lina").dossiers().open(school.sno);
        autumn();
    }

    /** Makes so many calls more, of which many are refused. */
    public void goOn(int calls, Random dice) {
        YearActs acts = new YearActs();
        for (int call = 0; call < calls; call++) {
            String act = acts.names().get(dice.nextInt(acts.names().size()));
            String actor = acts.actor(act, dice);
            try {
                keep(acts.get(act).by(desk(actor), this, new Random(dice.nextLong())));
            } catch (NothingYetException | PortfolioException refused) {
                // The next call may find what this one lacked.
            }
            school.clock.advance(Duration.ofMinutes(dice.nextInt(60)));
        }
    }

    /** Something of most kinds is there before the dice begin. */
    private void autumn() {
        DossierId dossier = school.dossier;
        Desk emma = school.emma;
        Desk durand = school.durand;
        Production map = school.mindMap();
        keep(map);
        keep(school.mindMap());
        keep(school.malo.productions().add(school.malos, NewProduction.titled("À Malo")));
        keep(school.recorded());
        keep(emma.reflections().list(dossier, PageRequest.first(10)).items());
        keep(emma.reflections().draft(dossier, Given.INSTALLING));
        keep(emma.reports().share(dossier, Given.REPORT));
        keep(emma.authorisations().list(dossier, PageRequest.first(10)).items());
        keep(emma.assessments().draft(dossier, NewSelfAssessment.of("C3.1", "acquis")));
        keep(school.positioned(durand, "C3.1", "en-cours"));
        keep(durand.assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis")
                        .absent("yanis")
                        .because("TP")));
        keep(school.head
                .assessments()
                .rectify(
                        dossier,
                        school.positioned(durand, "C1.2", "acquis").id(),
                        NewRectification.to("en-cours").asked("2026-14").because("Confondue.")));
        keep(school.head.embargoes().declare(school.cohort, VosReves.TODAY.plusDays(14)));
        keep(emma.goals()
                .set(
                        dossier,
                        NewGoal.of("C3.1", "acquis")
                                .by(VosReves.TODAY.plusDays(90))
                                .step("Lire")));
        Interview interview = durand.interviews()
                .schedule(dossier, NewInterview.about("Bilan").at(VosReves.BEGINNING));
        keep(interview);
        durand.interviews().prepare(dossier, interview.id());
        keep(durand.interviews().get(dossier, interview.id()));
        keep(durand.pathways().add(dossier, NewPathwayStep.on("C2.1").because("Rien encore.")));
        keep(durand.feedback().prompt(Subject.of(map), "Comment as-tu choisi ?"));
        keep(emma.projects().open(dossier, NewProject.titled("Projet")));
        keep(emma.groups()
                .start(dossier, NewGroup.of(NewProduction.titled("Site")).with("malo")));
        GroupProduction group = emma.groups()
                .start(dossier, NewGroup.of(NewProduction.titled("Site à deux")).with("malo"));
        keep(school.malo.groups().accept(group.id(), school.malos));
        keep(emma.groups().contribute(emma.groups().part(group.id()), "PART-DE-emma"));
        keep(school.malo.groups().contribute(school.malo.groups().part(group.id()), "PART-DE-malo"));
        Production site = school.malo.productions().get(dossier, group.production());
        keep(site);
        keep(school.malo
                .showcases()
                .publish(school.malo
                        .showcases()
                        .begin(school.malos, NewShowcase.titled("À deux").showing(site, "Notre site."))));
        Campaign campaign = durand.campaigns()
                .open(NewCampaign.of(school.cohort, "Relire")
                        .asking(Criterion.of("Clair ?").about("C3.1").withLevel())
                        .until(VosReves.BEGINNING.plusSeconds(30 * 86_400L)));
        keep(campaign);
        emma.campaigns().handIn(campaign.id(), dossier, NewHandIn.of(map));
        keep(durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma")));
        Showcase showcase = emma.showcases()
                .publish(emma.showcases()
                        .begin(
                                dossier,
                                NewShowcase.titled("Vitrine")
                                        .showing(map, "Ceci.")
                                        .showing(site, "Notre site.")));
        keep(showcase);
        keep(emma.shares().share(dossier, showcase.id(), VosReves.TODAY.plusDays(60)));
        WorkplacePeriod period = durand.tutoring()
                .open(
                        dossier,
                        NewWorkplacePeriod.pfmp("VosRêves")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(40))
                                .asking("C3.1"));
        keep(period);
        keep(durand.tutoring().invite(dossier, period.id()));
        keep(emma.seals()
                .begin(dossier, NewExamFile.forUnit("Épreuve", "Bloc 1").presenting(map)));
        keep(school.head.grants().of(PersonId.of("mme.petit")));
    }

    /** Keeps what a call made; of lists, each element. */
    public void keep(Object result) {
        if (result instanceof Collection<?> several) several.forEach(this::keep);
        else if (result instanceof Record)
            made.computeIfAbsent(result.getClass(), kind -> new ArrayList<>()).add(result);
    }

    /** Something of this kind, mostly as it is now, sometimes as an earlier call gave it back. */
    public <T> T any(Class<T> kind, Random dice) {
        List<Object> all = made.getOrDefault(kind, List.of());
        int number = dice.nextInt(Integer.MAX_VALUE);
        boolean now = dice.nextInt(5) > 0;
        if (all.isEmpty()) throw new NothingYetException();
        Object picked = all.get(number % all.size());
        for (int i = all.size() - 1; now && i >= 0; i--) {
            if (id(all.get(i)).equals(id(picked))) return kind.cast(all.get(i));
        }
        return kind.cast(picked);
    }

    private static Object id(Object record) {
        try {
            return record.getClass().getMethod("id").invoke(record);
        } catch (NoSuchMethodException none) {
            return record;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The dice ask for something that there is not yet. */
    public static final class NothingYetException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Mostly the actor's own dossier, or one of the two of which the year tells. */
    public DossierId dossier(Desk desk, Random dice) {
        String actor = desk.actor().person().orElseThrow().value();
        int side = dice.nextInt(12);
        if (side == 0) return new DossierId(VosReves.nowhere());
        if (side > 2 && actor.equals("malo")) return school.malos;
        if (side > 2 && actor.equals("lina")) return linas;
        return side > 9 ? school.malos : school.dossier;
    }

    /** Mostly the dossier in which something is. */
    public DossierId home(DossierId of, Random dice) {
        int side = dice.nextInt(12);
        return side > 0 ? of : school.malos;
    }

    public Desk desk(String actor) {
        return school.as(actor);
    }

    /** What a call answered, with each id and hash told by when it was first met. */
    public String told(Object answer) {
        Matcher names = NAMES.matcher(String.valueOf(answer));
        return names.replaceAll(found -> this.names.computeIfAbsent(found.group(), name -> "#" + this.names.size()));
    }

    @Override
    public void close() {
        school.close();
    }
}
