package org.eportfolio.benchmarks.side;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.benchmarks.side.school.Facts;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.spi.PortfolioStore;

/** A school full of texts, for search: each learner has a dossier with some of 40 words each. */
public final class SearchedSchool implements AutoCloseable {
    public static final int WORDS = 40;
    private static final int CLASS = 30;
    private static final int PAGE = 20;

    private final Portfolio portfolio;
    private final List<DossierId> dossiers = new ArrayList<>();
    private final List<CohortId> classes = new ArrayList<>();
    private final Desk everywhere;
    private final Desk teacher;
    private long seed = 1_000_000;

    public SearchedSchool(PortfolioStore store, int learners, int texts) {
        portfolio = Portfolio.with(store).clock(Clock.system(ZoneOffset.UTC)).build();
        Desk head = portfolio.setUp("proviseure");
        AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        head.together(desk -> {
            for (int from = 0; from < learners; from += CLASS) {
                String[] names = new String[Math.min(CLASS, learners - from)];
                for (int i = 0; i < names.length; i++) names[i] = Facts.learner(from + i);
                classes.add(desk.cohorts()
                        .enrol("classe " + from / CLASS, Members.learners(names), Members.teachers(Facts.TEACHER)));
            }
            return true;
        });
        head.grants().give(NewGrant.of("documentaliste", Role.TEACHER));
        everywhere = portfolio.as(Actor.of("documentaliste"));
        teacher = portfolio.as(Actor.of(Facts.TEACHER));
        for (int i = 0; i < learners; i++) dossiers.add(opened(i, texts, adoption));
    }

    private DossierId opened(int learner, int texts, AdoptionId adoption) {
        return portfolio.as(Actor.of(Facts.learner(learner))).together(own -> {
            DossierId dossier = own.dossiers().open(adoption);
            for (int i = 0; i < texts; i++) own.productions().add(dossier, text(seed(learner, i), WORDS));
            return dossier;
        });
    }

    public static long seed(int learner, int number) {
        return learner * 1_000L + number;
    }

    private static NewProduction text(long seed, int words) {
        return NewProduction.titled(Prose.text(4, -seed)).writing(Prose.text(words, seed));
    }

    public int searchEverywhere(String query) {
        return searched(everywhere, query, SearchFilters.ALL);
    }

    public int searchInClass(String query, int number) {
        return searched(teacher, query, SearchFilters.ALL.in(classes.get(number % classes.size())));
    }

    private static int searched(Desk desk, String query, SearchFilters filters) {
        return desk.search()
                .find(query, filters.only(FoundKind.PRODUCTION), SearchRequest.first(PAGE))
                .items()
                .size();
    }

    private Desk own(int number) {
        return portfolio.as(Actor.of(Facts.learner(number % dossiers.size())));
    }

    private DossierId dossier(int number) {
        return dossiers.get(number % dossiers.size());
    }

    public Production add(int number, int words) {
        return own(number).productions().add(dossier(number), text(seed++, words));
    }

    /** The same words but for a few at the end. */
    public Production revise(Production production, int number, int words) {
        String former = production.current().pieces().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("");
        String text = Prose.text(words - 10, former.length()) + " " + Prose.text(10, seed++);
        return own(number)
                .productions()
                .revise(production, NewProduction.titled("Revue").writing(text));
    }

    public void remove(Production production, int number) {
        own(number).productions().remove(production);
    }

    public void position(int number) {
        teacher.assessments()
                .position(dossier(number), NewPositioning.of("C1.1", "acquis").because("Vu en TP."));
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
