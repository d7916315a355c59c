package org.eportfolio.console;

import java.util.List;
import picocli.CommandLine;

/** Every command by its name. Each is made only if it may be meant: picocli takes long to read what one looks like. */
record AllCommands(Console console) {
    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "init",
            "demo",
            "framework",
            "roster",
            "dossier",
            "home",
            "queue",
            "year",
            "progress",
            "matrix",
            "position",
            "access",
            "journal",
            "check",
            "backup",
            "restore",
            "export",
            "import",
            "privacy",
            "handover",
            "depart",
            "generate",
            "grant",
            "cohort",
            "scenario",
            "plan",
            "mission",
            "report",
            "production",
            "assess",
            "reflect",
            "feedback",
            "authorise",
            "record",
            "group",
            "project",
            "watch",
            "goal",
            "interview",
            "pathway",
            "nudge",
            "campaign",
            "review",
            "showcase",
            "share",
            "shared",
            "tutor",
            "exam",
            "seal");

    /** A switch, since a cold start pays for each lambda of a table. */
    Object make(String name) {
        return switch (name) {
            case "init" -> new InitCommand(console);
            case "demo" -> new DemoCommand(console);
            case "framework" ->
                new CommandLine(new FrameworkCommands(console))
                        .addSubcommand(new FrameworkListCommand(console))
                        .addSubcommand(new FrameworkShowCommand(console))
                        .addSubcommand(new FrameworkImportCommand(console))
                        .addSubcommand(new FrameworkPublishCommand(console))
                        .addSubcommand(new FrameworkAdoptCommand(console));
            case "roster" -> new CommandLine(new Group.Roster()).addSubcommand(new RosterImportCommand(console));
            case "dossier" ->
                new CommandLine(new Group.Dossier())
                        .addSubcommand(new DossierShowCommand(console))
                        .addSubcommand(new DossierOpenCommand(console));
            case "home" -> new HomeCommand(console);
            case "queue" -> new QueueCommand(console);
            case "year" -> new CommandLine(new Group.Year()).addSubcommand(new YearBeginCommand(console));
            case "progress" -> new ProgressCommand(console);
            case "matrix" -> new MatrixCommand(console);
            case "position" -> new PositionCommand(console);
            case "access" ->
                new CommandLine(new Group.Access())
                        .addSubcommand(new AccessWhoCommand(console))
                        .addSubcommand(new AccessWhyCommand(console));
            case "journal" ->
                new CommandLine(new Group.Journal())
                        .addSubcommand(new JournalVerifyCommand(console))
                        .addSubcommand(new JournalTailCommand(console))
                        .addSubcommand(new JournalAnchorCommand(console));
            case "check" -> new CheckCommand(console);
            case "backup" -> new BackupCommand(console);
            case "restore" -> new RestoreCommand(console);
            case "export" -> new ExportCommand(console);
            case "import" -> new ImportCommand(console);
            case "privacy" ->
                new CommandLine(new Group.Privacy())
                        .addSubcommand(new PrivacyRegisterCommand(console))
                        .addSubcommand(new PrivacyExportCommand(console))
                        .addSubcommand(new PrivacyPlanCommand(console))
                        .addSubcommand(new PrivacyEraseCommand(console))
                        .addSubcommand(new PrivacyDueCommand(console));
            case "handover" -> new HandoverCommand(console);
            case "depart" -> new DepartCommand(console);
            case "generate" -> new GenerateCommand(console);
            case "grant" -> new GrantCommands(console);
            case "cohort" -> new CohortCommands(console);
            case "scenario" -> new ScenarioCommands(console);
            case "plan" -> new PlanCommands(console);
            case "mission" -> new MissionCommands(console);
            case "report" -> new ReportCommands(console);
            case "production" -> new ProductionCommands(console);
            case "assess" -> new AssessCommands(console);
            case "reflect" -> new ReflectCommands(console);
            case "feedback" -> new FeedbackCommands(console);
            case "authorise" -> new AuthoriseCommands(console);
            case "record" -> new RecordCommands(console);
            case "group" -> new GroupCommands(console);
            case "project" -> new ProjectCommands(console);
            case "watch" -> new WatchCommands(console);
            case "goal" -> new GoalCommands(console);
            case "interview" -> new InterviewCommands(console);
            case "pathway" -> new PathwayCommands(console);
            case "nudge" -> new NudgeCommands(console);
            case "campaign" -> new CampaignCommands(console);
            case "review" -> new ReviewCommands(console);
            case "showcase" -> new ShowcaseCommands(console);
            case "share" -> new ShareCommands(console);
            case "shared" -> new SharedCommands(console);
            case "tutor" -> new TutorCommands(console);
            case "exam" -> new ExamCommands(console);
            case "seal" -> new SealCommands(console);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
