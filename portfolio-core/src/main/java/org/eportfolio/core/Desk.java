package org.eportfolio.core;

import java.util.function.Function;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.school.Actor;

/**
 * What one actor can do, grouped by concept. Cheap to make, thread-safe, valid as long as the portfolio is open; rights
 * are looked at on each call, so that a revoked grant ends with the next one.
 */
public final class Desk {
    private final Actor actor;
    private final Engine engine;
    private final Session session;
    private final Catalogue catalogue;
    private final Names names;
    private final Signing signing;
    private final Gate gate;

    Desk(Actor actor, Engine engine, Session session, Catalogue catalogue, Names names, Signing signing) {
        this.actor = actor;
        this.engine = engine;
        this.session = session;
        this.catalogue = catalogue;
        this.names = names;
        this.signing = signing;
        this.gate = new Gate(actor);
    }

    /** In whose name the calls are made. */
    public Actor actor() {
        return actor;
    }

    /** Frameworks, crosswalks and their adoption. */
    public FrameworkDesk frameworks() {
        return new FrameworkDesk(session, gate, catalogue);
    }

    /** Cohorts and who learns in them. */
    public CohortDesk cohorts() {
        return new CohortDesk(session, gate, engine);
    }

    /** Roles given to people. */
    public GrantDesk grants() {
        return new GrantDesk(session, gate, engine);
    }

    /** How people are called. */
    public PeopleDesk people() {
        return new PeopleDesk(session, gate, names);
    }

    /** Learners' dossiers. */
    public DossierDesk dossiers() {
        return new DossierDesk(session, gate, catalogue);
    }

    /** What learners made. */
    public ProductionDesk productions() {
        return new ProductionDesk(session, gate, catalogue, engine);
    }

    /** Self-assessments and positionings. */
    public AssessmentDesk assessments() {
        return new AssessmentDesk(session, gate, catalogue, engine);
    }

    /** What learners aim at. */
    public GoalDesk goals() {
        return new GoalDesk(session, gate, catalogue);
    }

    /** What learners choose to show. */
    public ShowcaseDesk showcases() {
        return new ShowcaseDesk(session, gate, names);
    }

    /** Links to showcases, and what was read through any link. */
    public ShareDesk shares() {
        return new ShareDesk(session, gate, engine);
    }

    /** Workplace periods, and what tutors say of them. */
    public TutoringDesk tutoring() {
        return new TutoringDesk(session, gate, catalogue, engine);
    }

    /** What candidates put before the jury. */
    public SealDesk seals() {
        return new SealDesk(session, gate, catalogue, engine, names, signing);
    }

    /** What a link opens to its bearer: {@code portfolio.as(Actor.bearing(token)).shared()}. */
    public SharedDesk shared() {
        return new SharedDesk(session, gate, catalogue, engine, names);
    }

    /** What follows from the assessments. */
    public ProgressDesk progress() {
        return new ProgressDesk(session, gate, catalogue, engine);
    }

    /** What was changed, and the proof that it still stands as it was written. */
    public JournalDesk journal() {
        return new JournalDesk(session, gate, catalogue, engine);
    }

    /** Large loads. Never part of {@link #together}: a load is one transaction of its own. */
    public BulkDesk bulk() {
        if (session != engine) throw new IllegalStateException("a load is a transaction of its own");
        return new BulkDesk(gate, catalogue, engine);
    }

    /**
     * Makes several calls one commit: all of them, or none. Each call sees what those before it did; nobody else does
     * before the commit. The function may run again when somebody else was faster, so it must do nothing but call; it
     * must give back something.
     */
    public <T> T together(Function<Desk, T> calls) {
        if (session != engine) return calls.apply(this);
        return engine.together(joined -> calls.apply(new Desk(actor, engine, joined, catalogue, names, signing)));
    }
}
