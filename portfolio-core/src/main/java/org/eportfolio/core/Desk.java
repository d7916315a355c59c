package org.eportfolio.core;

import java.time.Clock;
import java.util.function.Function;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.certification.GuardedSigner;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.guidance.GuardedNudgeRules;
import org.eportfolio.core.internal.school.GuardedDirectory;
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
    private final GuardedDirectory names;
    private final GuardedSigner signing;
    private final GuardedNudgeRules nudging;
    private final PrivacyOptions keeping;
    private final Gate gate;

    Desk(
            Actor actor,
            Engine engine,
            Session session,
            Catalogue catalogue,
            GuardedDirectory names,
            GuardedSigner signing,
            GuardedNudgeRules nudging,
            PrivacyOptions keeping) {
        this.actor = actor;
        this.engine = engine;
        this.session = session;
        this.catalogue = catalogue;
        this.names = names;
        this.signing = signing;
        this.nudging = nudging;
        this.keeping = keeping;
        this.gate = new Gate(actor);
    }

    /** In whose name the calls are made. */
    public Actor actor() {
        return actor;
    }

    /** The organisation's clock, in its time zone. */
    public Clock clock() {
        return engine.clock();
    }

    /** Frameworks, crosswalks and their adoption. */
    public FrameworkDesk frameworks() {
        return new FrameworkDesk(session, gate, catalogue);
    }

    /** Framework versions that take the place of others. */
    public SuccessionDesk successions() {
        return new SuccessionDesk(session, gate, catalogue);
    }

    /** Cohorts and who learns in them. */
    public CohortDesk cohorts() {
        return new CohortDesk(session, gate, engine);
    }

    /** The beginning of a cohort's year. */
    public YearDesk year() {
        return new YearDesk(session, gate, catalogue, engine);
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

    /** What learners made together. */
    public GroupDesk groups() {
        return new GroupDesk(session, gate, making());
    }

    /** How learners follow up their projects. */
    public ProjectDesk projects() {
        return new ProjectDesk(session, gate, catalogue, making(), engine);
    }

    /** What learners read while keeping watch. */
    public WatchDesk watch() {
        return new WatchDesk(session, gate, catalogue, making(), engine);
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
        return new ShowcaseDesk(session, gate, engine, names);
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

    /** A learner's ten minutes a week. */
    public HomeDesk home() {
        return new HomeDesk(session, gate, catalogue, engine);
    }

    /** What waits for the teachers of a cohort. */
    public QueueDesk queue() {
        return new QueueDesk(session, gate);
    }

    /** Formative interviews. */
    public InterviewDesk interviews() {
        return new InterviewDesk(session, gate, catalogue, engine);
    }

    /** Each learner's own pathway. */
    public PathwayDesk pathways() {
        return new PathwayDesk(session, gate, catalogue, engine);
    }

    /** Friendly words to a learner, at most once a week. */
    public NudgeDesk nudges() {
        return new NudgeDesk(session, gate, catalogue, engine, nudging);
    }

    /** Campaigns of peer reviews: opened and assigned by teachers, handed in to by learners. */
    public CampaignDesk campaigns() {
        return new CampaignDesk(session, gate, catalogue);
    }

    /** Peer reviews: written, received, answered, withheld. */
    public ReviewDesk reviews() {
        return new ReviewDesk(session, gate, catalogue, engine);
    }

    /** What learners reflect upon, guided by questions. */
    public ReflectionDesk reflections() {
        return new ReflectionDesk(session, gate, catalogue, engine);
    }

    /** What learners report of their missions. */
    public MissionReportDesk reports() {
        return new MissionReportDesk(session, gate);
    }

    /** The team's prompts and feedback, and the learners' replies. */
    public FeedbackDesk feedback() {
        return new FeedbackDesk(session, gate);
    }

    /** Oral explicitations, as audio or video. */
    public RecordingDesk recordings() {
        return new RecordingDesk(session, gate, engine);
    }

    /** Who may be recorded, and shown. */
    public AuthorisationDesk authorisations() {
        return new AuthorisationDesk(session, gate, engine);
    }

    /** What follows from the assessments. */
    public ProgressDesk progress() {
        return new ProgressDesk(session, gate, catalogue, engine);
    }

    /** What teachers write for learners to work on. */
    public ScenarioDesk scenarios() {
        return new ScenarioDesk(session, gate, catalogue, engine);
    }

    /** Which scenarios a cohort works on. */
    public PlanDesk plans() {
        return new PlanDesk(session, gate, catalogue);
    }

    /** How far learners are with their missions. */
    public MissionDesk missions() {
        return new MissionDesk(session, gate, catalogue, engine);
    }

    /** Who gets at what, and why. */
    public AccessDesk access() {
        return new AccessDesk(session, gate, engine);
    }

    /** What was changed, as a feed to follow. */
    public ChangeDesk changes() {
        return new ChangeDesk(session, gate, engine);
    }

    /** The proof that everything still stands as it was written. */
    public JournalDesk journal() {
        return new JournalDesk(session, gate, catalogue, engine);
    }

    /** Backups, and whether everything is whole. */
    public SafekeepingDesk safekeeping() {
        return new SafekeepingDesk(session, gate, catalogue, engine);
    }

    /** What the law on personal data asks. Never part of {@link #together}. */
    public PrivacyDesk privacy() {
        alone();
        return new PrivacyDesk(gate, engine, keeping.settings(), keeping.erasing());
    }

    /** Learners who leave. Never part of {@link #together}. */
    public DepartureDesk departures() {
        alone();
        return new DepartureDesk(gate, engine, keeping.takeAway());
    }

    /** Teachers who are replaced. */
    public HandoverDesk handovers() {
        return new HandoverDesk(session, gate, engine);
    }

    /** Large loads. Never part of {@link #together}: a load is one transaction of its own. */
    public BulkDesk bulk() {
        alone();
        return new BulkDesk(gate, catalogue, engine);
    }

    /** What travels whole. Never part of {@link #together}: an archive is read and brought in by itself. */
    public ArchiveDesk archives() {
        alone();
        return new ArchiveDesk(gate, catalogue, engine, keeping.erasing());
    }

    private ProductionMaking making() {
        return new ProductionMaking(session, gate, catalogue, engine);
    }

    private void alone() {
        if (session != engine) throw new IllegalStateException("a transaction of its own, never part of another");
    }

    /**
     * Makes several calls one commit: all of them, or none. Each call sees what those before it did; nobody else does
     * before the commit. The function may run again when somebody else was faster, so it must do nothing but call; it
     * must give back something.
     */
    public <T> T together(Function<Desk, T> calls) {
        if (session != engine) return calls.apply(this);
        return engine.together(
                joined -> calls.apply(new Desk(actor, engine, joined, catalogue, names, signing, nudging, keeping)));
    }
}
