package org.eportfolio.benchmarks.side;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.credentials.BadgeIssuer;
import org.eportfolio.credentials.KeyPairSigning;
import org.eportfolio.credentials.Signing;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sqlite.SqliteStore;

/** How long the badges of a class year take to leave: 1,000 in one commit of a file, then 1,000 signatures. */
final class ClassBadgesOut implements Chapter {
    private static final String DATABASE = "badges.db";
    private static final List<String> COMPETENCIES = List.of("C1.1", "C2.1", "C3.1", "C3.2");

    @Override
    public void measure(Course course, Table table) throws Exception {
        int people = course.sized(5, 250, 250);
        int badges = people * COMPETENCIES.size();
        Signing signing =
                KeyPairSigning.didKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        BadgeIssuer issuer = BadgeIssuer.of(
                signing.verificationMethod().replaceAll("#.*", ""),
                "Lycée VosRêves",
                signing,
                "https://vosreves.example/revoked-",
                Clock.systemUTC());
        try (Portfolio school =
                Portfolio.with(SqliteStore.open(course.fresh(DATABASE))).build()) {
            CohortId cohort = filled(school, people);
            Desk lead = school.as(Actor.of("lead"));
            List<IssuedBadge> issued = lead.badges().issueClass(cohort).issued();
            if (issued.size() != badges) throw new IllegalStateException(issued.size() + " badges");
            Map<String, Double> nanos = course.race(
                    new Race()
                            .with("commit", times -> {
                                for (int i = 0; i < times; i++) lead.badges().issueClass(cohort);
                            })
                            .with("signatures", times -> {
                                for (int i = 0; i < times; i++) issued.forEach(issuer::sign);
                            }),
                    1);
            String many = String.format(Locale.ROOT, "%,d badges of a class year", badges);
            table.add(Row.millis(many + " leave in one commit", nanos, "commit", "")
                    .note(people + " learners, SQLite, a journal entry for each dossier"));
            table.add(Row.millis(many + " are signed", nanos, "signatures", "").note("one thread"));
        }
        course.clear(DATABASE);
    }

    private static CohortId filled(Portfolio school, int people) {
        Desk head = school.setUp("head");
        AdoptionId sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        String[] names =
                IntStream.range(0, people).mapToObj(each -> "learner-" + each).toArray(String[]::new);
        CohortId cohort = head.cohorts()
                .enrol("CS", learners(names).comingOfAgeOn(LocalDate.of(2020, 1, 1)), teachers("teacher"));
        head.grants().give(NewGrant.of("lead", Role.LEAD_TEACHER).over(cohort));
        List<BadgeDefinition> all = new ArrayList<>();
        for (String each : COMPETENCIES) {
            all.add(head.badges()
                    .define(NewBadge.ofCompetency(sno, each)
                            .titled("Badge " + each)
                            .describedAs("Une compétence de la formation.")
                            .requiring("Observée au moins deux fois.")));
        }
        for (String each : names) give(all, school.as(Actor.of(each)), school, sno);
        return cohort;
    }

    private static void give(List<BadgeDefinition> all, Desk learner, Portfolio school, AdoptionId sno) {
        DossierId dossier = learner.dossiers().open(sno);
        List<BadgeAward> offered = school.as(Actor.of("teacher"))
                .together(teacher -> all.stream()
                        .map(each -> teacher.badges().offer(dossier, each.id(), LevelId.of("acquis"), "Vu."))
                        .toList());
        learner.together(joined -> offered.stream()
                .map(each -> joined.badges().accept(each, NewBadgeAcceptance.as("Emma Exemplaire")))
                .toList());
    }
}
