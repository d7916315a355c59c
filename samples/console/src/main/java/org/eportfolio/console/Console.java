package org.eportfolio.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** One run of the program: its options, its screen, its language. */
final class Console {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;

    /** By name. A concept has many commands, which are made only if one of them may be meant: it takes a while. */
    private static final Map<String, Function<Console, Commands>> CONCEPTS = concepts();

    private final Standing standing = new Standing();
    private final Screen screen;
    private final Texts texts;

    private Console(Screen screen, Texts texts) {
        this.screen = screen;
        this.texts = texts;
    }

    /**
     * Runs one command.
     *
     * @param rich whether the streams understand colours and boxes
     * @return 0 when done, 1 when refused or failed, 2 when the arguments are wrong
     */
    static int run(String[] args, PrintStream out, PrintStream err, boolean rich) {
        Console console = new Console(new Screen(out, err, rich), Texts.asked(args));
        try {
            return console.commands(new HashSet<>(List.of(args)), out, err, rich)
                    .execute(args);
        } catch (OutOfMemoryError e) {
            console.screen.complaint(console.texts.say("failed.memory"));
            return REFUSED;
        }
    }

    private CommandLine commands(Set<String> args, PrintStream out, PrintStream err, boolean rich) {
        CommandLine commands = new CommandLine(standing)
                .addSubcommand(new InitCommand(this))
                .addSubcommand(new DemoCommand(this))
                .addSubcommand(new CommandLine(new FrameworkCommands(this))
                        .addSubcommand(new FrameworkListCommand(this))
                        .addSubcommand(new FrameworkShowCommand(this))
                        .addSubcommand(new FrameworkImportCommand(this))
                        .addSubcommand(new FrameworkPublishCommand(this))
                        .addSubcommand(new FrameworkAdoptCommand(this)))
                .addSubcommand(new CommandLine(new Group.Roster()).addSubcommand(new RosterImportCommand(this)))
                .addSubcommand(new CommandLine(new Group.Dossier())
                        .addSubcommand(new DossierShowCommand(this))
                        .addSubcommand(new DossierOpenCommand(this)))
                .addSubcommand(new HomeCommand(this))
                .addSubcommand(new QueueCommand(this))
                .addSubcommand(new CommandLine(new Group.Year()).addSubcommand(new YearBeginCommand(this)))
                .addSubcommand(new ProgressCommand(this))
                .addSubcommand(new MatrixCommand(this))
                .addSubcommand(new PositionCommand(this))
                .addSubcommand(new CommandLine(new Group.Access())
                        .addSubcommand(new AccessWhoCommand(this))
                        .addSubcommand(new AccessWhyCommand(this)))
                .addSubcommand(new CommandLine(new Group.Journal())
                        .addSubcommand(new JournalVerifyCommand(this))
                        .addSubcommand(new JournalTailCommand(this))
                        .addSubcommand(new JournalAnchorCommand(this)))
                .addSubcommand(new CheckCommand(this))
                .addSubcommand(new BackupCommand(this))
                .addSubcommand(new RestoreCommand(this))
                .addSubcommand(new ExportCommand(this))
                .addSubcommand(new ImportCommand(this))
                .addSubcommand(new CommandLine(new Group.Privacy())
                        .addSubcommand(new PrivacyRegisterCommand(this))
                        .addSubcommand(new PrivacyExportCommand(this))
                        .addSubcommand(new PrivacyPlanCommand(this))
                        .addSubcommand(new PrivacyEraseCommand(this))
                        .addSubcommand(new PrivacyDueCommand(this)))
                .addSubcommand(new HandoverCommand(this))
                .addSubcommand(new DepartCommand(this))
                .addSubcommand(new GenerateCommand(this));
        CONCEPTS.forEach((name, concept) ->
                commands.addSubcommand(name, args.contains(name) ? concept.apply(this) : CommandSpec.create()));
        return commands.setResourceBundle(texts.bundle())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(rich ? Ansi.ON : Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(24)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage(this))
                .setExecutionExceptionHandler(new Failure(this));
    }

    private static Map<String, Function<Console, Commands>> concepts() {
        Map<String, Function<Console, Commands>> concepts = new LinkedHashMap<>();
        concepts.put("grant", GrantCommands::new);
        concepts.put("cohort", CohortCommands::new);
        concepts.put("scenario", ScenarioCommands::new);
        concepts.put("plan", PlanCommands::new);
        concepts.put("mission", MissionCommands::new);
        concepts.put("report", ReportCommands::new);
        concepts.put("production", ProductionCommands::new);
        concepts.put("assess", AssessCommands::new);
        concepts.put("reflect", ReflectCommands::new);
        concepts.put("feedback", FeedbackCommands::new);
        concepts.put("authorise", AuthoriseCommands::new);
        concepts.put("record", RecordCommands::new);
        concepts.put("group", GroupCommands::new);
        concepts.put("project", ProjectCommands::new);
        concepts.put("watch", WatchCommands::new);
        concepts.put("goal", GoalCommands::new);
        concepts.put("interview", InterviewCommands::new);
        concepts.put("pathway", PathwayCommands::new);
        concepts.put("nudge", NudgeCommands::new);
        concepts.put("campaign", CampaignCommands::new);
        concepts.put("review", ReviewCommands::new);
        concepts.put("showcase", ShowcaseCommands::new);
        concepts.put("share", ShareCommands::new);
        concepts.put("shared", SharedCommands::new);
        concepts.put("tutor", TutorCommands::new);
        concepts.put("exam", ExamCommands::new);
        concepts.put("seal", SealCommands::new);
        return concepts;
    }

    Standing standing() {
        return standing;
    }

    Screen screen() {
        return screen;
    }

    Texts texts() {
        return texts;
    }

    /** Opens the school's file, which must be there and set up. */
    School open() {
        String file = standing.file().toString();
        if (!School.isThere(standing.file())) throw new Refusal(texts.say("refused.no-file", file));
        School school = School.open(standing.file());
        if (school.administrator().isEmpty()) {
            school.close();
            throw new Refusal(texts.say("refused.no-administrator", file));
        }
        return school;
    }

    /** What the person named by {@code --as} can do; without one, the console's administrator. */
    Desk desk(School school) {
        PersonId person = standing.person == null
                ? school.administrator()
                        .orElseThrow(() -> new Refusal(texts.say(
                                "refused.no-administrator", standing.file().toString())))
                : PersonId.of(standing.person);
        Actor actor = Actor.of(person);
        return school.portfolio().as(standing.role == null ? actor : actor.acting(standing.role));
    }

    /** Prints what was read, in the form asked for. */
    void show(View view) {
        if (standing.json) screen.json(view);
        else view.print(screen, texts);
    }
}
