package org.eportfolio.core;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.certification.GuardedSigner;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.guidance.GuardedNudgeRules;
import org.eportfolio.core.internal.image.Previews;
import org.eportfolio.core.internal.once.CallKey;
import org.eportfolio.core.internal.once.OnceUnderKey;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.work.CommitScope;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;

/**
 * What one actor can do, grouped by concept. Cheap to make, thread-safe, valid as long as the portfolio is open; rights
 * are looked at on each call, so that a revoked grant ends with the next one.
 *
 * <p>One method for each desk; only {@link #together} and {@link #once} do something themselves.
 */
public final class Desk {
    private final GuardedDirectory names;
    private final GuardedSigner signing;
    private final GuardedNudgeRules nudging;
    private final PrivacyOptions keeping;
    private final DeskContext context;

    Desk(
            Gate gate,
            Engine engine,
            CommitScope session,
            Catalogue catalogue,
            GuardedDirectory names,
            GuardedSigner signing,
            GuardedNudgeRules nudging,
            PrivacyOptions keeping,
            Previews previews) {
        this.names = names;
        this.signing = signing;
        this.nudging = nudging;
        this.keeping = keeping;
        this.context = new DeskContext(session, gate, catalogue, engine, previews);
    }

    /** In whose name the calls are made. */
    public Actor actor() {
        return context.gate().actor();
    }

    /** The organisation's clock, in its time zone. */
    public Clock clock() {
        return context.engine().clock();
    }

    /** Who the actor is, and what they may do. */
    public MeDesk me() {
        return new MeDesk(context, names);
    }

    /** Opens whatever a reference names. */
    public RefDesk refs() {
        return new RefDesk(this, context);
    }

    /** Finds things by their words. */
    public SearchDesk search() {
        return new SearchDesk(context, names);
    }

    /** Frameworks, crosswalks and their adoption. */
    public FrameworkDesk frameworks() {
        return new FrameworkDesk(context);
    }

    /** Framework versions that take the place of others. */
    public SuccessionDesk successions() {
        return new SuccessionDesk(context);
    }

    /** Cohorts and who learns in them. */
    public CohortDesk cohorts() {
        return new CohortDesk(context);
    }

    /** What the page of a class is made of. */
    public ClassDesk classes() {
        return new ClassDesk(context, people());
    }

    /** The beginning and the end of a cohort's year. */
    public YearDesk year() {
        return new YearDesk(context, keeping);
    }

    /** Roles given to people. */
    public GrantDesk grants() {
        return new GrantDesk(context);
    }

    /** How people are called. */
    public PeopleDesk people() {
        return new PeopleDesk(context, names);
    }

    /** Learners' dossiers. */
    public DossierDesk dossiers() {
        return new DossierDesk(context);
    }

    /** What learners made. */
    public ProductionDesk productions() {
        return new ProductionDesk(context);
    }

    /** What learners made together. */
    public GroupDesk groups() {
        return new GroupDesk(context, making());
    }

    /** How learners follow up their projects. */
    public ProjectDesk projects() {
        return new ProjectDesk(context, making());
    }

    /** What learners read while keeping watch. */
    public WatchDesk watch() {
        return new WatchDesk(context, making());
    }

    /** Self-assessments and positionings. */
    public AssessmentDesk assessments() {
        return new AssessmentDesk(context);
    }

    /** Levels that learners had been given before, from a sheet. */
    public FormerLevelDesk formerLevels() {
        return new FormerLevelDesk(context);
    }

    /** Embargoes: the learners of a cohort say where they stand before they see what teachers say. */
    public EmbargoDesk embargoes() {
        return new EmbargoDesk(context);
    }

    /** What learners aim at. */
    public GoalDesk goals() {
        return new GoalDesk(context);
    }

    /** What learners choose to show. */
    public ShowcaseDesk showcases() {
        return new ShowcaseDesk(context, names);
    }

    /** Days, conventions and contacts around workplace periods. */
    public WorkplaceDesk workplaces() {
        return new WorkplaceDesk(context);
    }

    /** Links to showcases, and what was read through any link. */
    public ShareDesk shares() {
        return new ShareDesk(context);
    }

    /** Workplace periods, and what tutors say of them. */
    public TutoringDesk tutoring() {
        return new TutoringDesk(context, names);
    }

    /** What candidates put before the jury. */
    public SealDesk seals() {
        return new SealDesk(context, names, signing, keeping.exams());
    }

    /** What a link opens to its bearer: {@code portfolio.as(Actor.bearing(token)).shared()}. */
    public SharedDesk shared() {
        return new SharedDesk(context, names, keeping);
    }

    /** A learner's ten minutes a week. */
    public HomeDesk home() {
        return new HomeDesk(context);
    }

    /** What concerns the actor, as it comes and as it falls due. */
    public NoticeDesk notices() {
        return new NoticeDesk(context);
    }

    /** What waits for the teachers of a cohort. */
    public QueueDesk queue() {
        return new QueueDesk(context);
    }

    /** Formative interviews. */
    public InterviewDesk interviews() {
        return new InterviewDesk(context);
    }

    /** Each learner's own pathway. */
    public PathwayDesk pathways() {
        return new PathwayDesk(context);
    }

    /** Friendly words to a learner, at most once a week. */
    public NudgeDesk nudges() {
        return new NudgeDesk(context, nudging);
    }

    /** Campaigns of peer reviews: opened and assigned by teachers, handed in to by learners. */
    public CampaignDesk campaigns() {
        return new CampaignDesk(context);
    }

    /** Peer reviews: written, received, answered, withheld. */
    public ReviewDesk reviews() {
        return new ReviewDesk(context);
    }

    /** What learners said of their actions when asked, as it was noted. */
    public OralNoteDesk oralNotes() {
        return new OralNoteDesk(context);
    }

    /** What learners reflect upon, guided by questions. */
    public ReflectionDesk reflections() {
        return new ReflectionDesk(context);
    }

    /** What learners report of their missions. */
    public MissionReportDesk reports() {
        return new MissionReportDesk(context);
    }

    /** The team's prompts and feedback, and the learners' replies. */
    public FeedbackDesk feedback() {
        return new FeedbackDesk(context);
    }

    /** Oral explicitations, as audio or video. */
    public RecordingDesk recordings() {
        return new RecordingDesk(context);
    }

    /** Who may be recorded, and shown. */
    public AuthorisationDesk authorisations() {
        return new AuthorisationDesk(context, keeping.settings());
    }

    /** What follows from the assessments. */
    public ProgressDesk progress() {
        return new ProgressDesk(context);
    }

    /** What teachers write for learners to work on. */
    public ScenarioDesk scenarios() {
        return new ScenarioDesk(context);
    }

    /** Which scenarios a cohort works on. */
    public PlanDesk plans() {
        return new PlanDesk(context);
    }

    /** How far learners are with their missions. */
    public MissionDesk missions() {
        return new MissionDesk(context);
    }

    /** Who gets at what, and why. */
    public AccessDesk access() {
        return new AccessDesk(context);
    }

    /** What was changed, as a feed to follow. */
    public ChangeDesk changes() {
        return new ChangeDesk(context);
    }

    /** The proof that everything still stands as it was written. */
    public JournalDesk journal() {
        return new JournalDesk(context);
    }

    /** Backups, and whether everything is whole. */
    public SafekeepingDesk safekeeping() {
        return new SafekeepingDesk(context);
    }

    /** What the law on personal data asks. Never part of {@link #together}. */
    public PrivacyDesk privacy() {
        alone();
        return new PrivacyDesk(context, keeping);
    }

    /** Badges: defined by the school, offered, accepted, and taken along. */
    public BadgeDesk badges() {
        return new BadgeDesk(context);
    }

    /** Breaches of personal data: whom they reached, and the controller's documentation of them. */
    public BreachDesk breaches() {
        return new BreachDesk(context, keeping);
    }

    /** Learners who leave. Never part of {@link #together}. */
    public DepartureDesk departures() {
        alone();
        return new DepartureDesk(context, keeping);
    }

    /** Teachers who are replaced. */
    public HandoverDesk handovers() {
        return new HandoverDesk(context);
    }

    /** Large loads. Never part of {@link #together}: a load is one transaction of its own. */
    public BulkDesk bulk() {
        alone();
        return new BulkDesk(context);
    }

    /** What travels whole. Never part of {@link #together}: an archive is read and brought in by itself. */
    public ArchiveDesk archives() {
        alone();
        return new ArchiveDesk(context, keeping.erasing(), keeping.settings().controller());
    }

    private ProductionMaking making() {
        return new ProductionMaking(context);
    }

    private void alone() {
        if (context.session() == context.engine()) return;
        if (OnceUnderKey.isUnder(context.session())) throw InvalidInputException.because("calls", "once.alone");
        throw new IllegalStateException("a transaction of its own, never part of another");
    }

    /**
     * Makes several calls one commit: all of them, or none. Each call sees what those before it did; no one else does
     * before the commit. The function may run again when another change came first, so it must do nothing but call; it
     * must give back something.
     */
    public <T> T together(Function<Desk, T> calls) {
        if (context.session() != context.engine()) return calls.apply(this);
        return context.engine().together(joined -> calls.apply(over(joined)));
    }

    private Desk over(CommitScope session) {
        return new Desk(
                context.gate(),
                context.engine(),
                session,
                context.catalogue(),
                names,
                signing,
                nudging,
                keeping,
                context.previews());
    }

    /**
     * Makes calls once, however often they are asked for under one key, as when a network fails and a page is sent again.
     * The first time they are made as by {@link #together}. For seven days from then on they are not made again, and their
     * answer is given once more: the records as they stand, read anew and through the gate, since no copy is kept of them.
     *
     * <pre>{@code
     * Goal claimed = desk.once(header("Idempotency-Key"), body, d -> d.goals().claim(goal, note, map));
     * }</pre>
     *
     * <p>A key is the actor's own: another person's equal key is another key. It is written in the same commit as the work,
     * so that of two who ask at once one writes and both get the same answer; after a
     * {@link org.eportfolio.CommitUnknownException} the same key finds out by itself what became of it. A refused call keeps
     * no key, even if the function goes on after the refusal, and neither does one that writes nothing.
     *
     * <p>The function runs each time and must do nothing but call. A call whose answer could not be given again is refused
     * the first time, and nothing is written: one that issues a link, whose token is not stored, and one whose answer is made up of
     * more than records and ids.
     *
     * @param key 1 to 200 visible ASCII characters, such as a UUID: one for each thing to be done
     * @param input what distinguishes this request from others: its body as it came, or a hash of it. Only its hash is kept
     * @throws org.eportfolio.InvalidInputException if it is no key, the answer could not be given again, or the function calls
     *     what is never part of {@link #together}, or {@code once}
     * @throws org.eportfolio.ConflictException if the key was used for a different call, or if its result has been changed or removed
     *     since: read how it stands instead of repeating the call
     * @throws org.eportfolio.DeniedException if the actor is no person, or would not be let through now
     * @throws IllegalStateException inside {@link #together}
     */
    public <T> T once(String key, String input, Function<Desk, T> calls) {
        CallKey checked = CallKey.of(key, input);
        Objects.requireNonNull(calls, "calls");
        alone();
        PersonId person = context.gate().person();
        return OnceUnderKey.call(checked, person, context.engine(), session -> calls.apply(over(session)));
    }
}
