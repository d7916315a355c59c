package org.eportfolio.console;

import java.util.List;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.assessment.AssessCommands;
import org.eportfolio.console.command.assessment.ClassCommands;
import org.eportfolio.console.command.assessment.FeedbackCommands;
import org.eportfolio.console.command.assessment.GoalCommands;
import org.eportfolio.console.command.assessment.MatrixCommand;
import org.eportfolio.console.command.assessment.PositionCommand;
import org.eportfolio.console.command.assessment.ProgressCommand;
import org.eportfolio.console.command.assessment.QueueCommand;
import org.eportfolio.console.command.exchange.BackupCommand;
import org.eportfolio.console.command.exchange.CompactCommand;
import org.eportfolio.console.command.exchange.DepartCommand;
import org.eportfolio.console.command.exchange.EncryptFilesCommand;
import org.eportfolio.console.command.exchange.ExportCommand;
import org.eportfolio.console.command.exchange.ImportCommand;
import org.eportfolio.console.command.exchange.MoveCommand;
import org.eportfolio.console.command.exchange.RestoreCommand;
import org.eportfolio.console.command.exchange.UpgradeCommand;
import org.eportfolio.console.command.guidance.InterviewCommands;
import org.eportfolio.console.command.guidance.NudgeCommands;
import org.eportfolio.console.command.guidance.PathwayCommands;
import org.eportfolio.console.command.learning.GroupCommands;
import org.eportfolio.console.command.learning.MissionCommands;
import org.eportfolio.console.command.learning.OralCommands;
import org.eportfolio.console.command.learning.PlanCommands;
import org.eportfolio.console.command.learning.ProductionCommands;
import org.eportfolio.console.command.learning.ProjectCommands;
import org.eportfolio.console.command.learning.ReflectCommands;
import org.eportfolio.console.command.learning.ReportCommands;
import org.eportfolio.console.command.learning.ScenarioCommands;
import org.eportfolio.console.command.learning.WatchCommands;
import org.eportfolio.console.command.peer.CampaignCommands;
import org.eportfolio.console.command.peer.ReviewCommands;
import org.eportfolio.console.command.school.CohortCommands;
import org.eportfolio.console.command.school.DossierCommands;
import org.eportfolio.console.command.school.FrameworkCommands;
import org.eportfolio.console.command.school.GrantCommands;
import org.eportfolio.console.command.school.HandoverCommand;
import org.eportfolio.console.command.school.HomeCommand;
import org.eportfolio.console.command.school.InitCommand;
import org.eportfolio.console.command.school.LevelCommands;
import org.eportfolio.console.command.school.MeCommands;
import org.eportfolio.console.command.school.NoticeCommands;
import org.eportfolio.console.command.school.PeopleCommands;
import org.eportfolio.console.command.school.RosterCommands;
import org.eportfolio.console.command.school.ScaleCommands;
import org.eportfolio.console.command.school.SearchCommand;
import org.eportfolio.console.command.school.YearCommands;
import org.eportfolio.console.command.sharing.AuthoriseCommands;
import org.eportfolio.console.command.sharing.BadgeCommands;
import org.eportfolio.console.command.sharing.ExamCommands;
import org.eportfolio.console.command.sharing.PackageCommands;
import org.eportfolio.console.command.sharing.RecordCommands;
import org.eportfolio.console.command.sharing.SealCommands;
import org.eportfolio.console.command.sharing.ShareCommands;
import org.eportfolio.console.command.sharing.SharedCommands;
import org.eportfolio.console.command.sharing.ShowcaseCommands;
import org.eportfolio.console.command.sharing.TutorCommands;
import org.eportfolio.console.command.sharing.WorkplaceCommands;
import org.eportfolio.console.command.trust.AccessCommands;
import org.eportfolio.console.command.trust.BreachCommands;
import org.eportfolio.console.command.trust.CheckCommand;
import org.eportfolio.console.command.trust.JournalCommands;
import org.eportfolio.console.command.trust.OversightCommand;
import org.eportfolio.console.command.trust.PrivacyCommands;
import org.eportfolio.console.demo.DemoCommand;
import org.eportfolio.console.demo.GenerateCommand;

/** Every command by its name. A command is made only if the arguments may name it: picocli takes long to read one. */
record AllCommands(Session session) {
    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "init",
            "demo",
            "shell",
            "framework",
            "scale",
            "roster",
            "levels",
            "dossier",
            "me",
            "search",
            "home",
            "notices",
            "queue",
            "year",
            "progress",
            "matrix",
            "position",
            "class",
            "access",
            "journal",
            "check",
            "backup",
            "restore",
            "compact",
            "move",
            "upgrade",
            "encrypt-files",
            "export",
            "import",
            "privacy",
            "breach",
            "oversight",
            "handover",
            "depart",
            "generate",
            "grant",
            "cohort",
            "people",
            "scenario",
            "plan",
            "mission",
            "report",
            "production",
            "assess",
            "reflect",
            "oral",
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
            "package",
            "tutor",
            "workplace",
            "exam",
            "seal",
            "badge");

    /** A switch, since a cold start pays for each lambda of a table. */
    Object make(String name) {
        return switch (name) {
            case "init" -> new InitCommand(session);
            case "demo" -> new DemoCommand(session);
            case "shell" -> new ShellCommand(session);
            case "framework" -> new FrameworkCommands(session);
            case "roster" -> new RosterCommands(session);
            case "levels" -> new LevelCommands(session);
            case "dossier" -> new DossierCommands(session);
            case "me" -> new MeCommands(session);
            case "search" -> new SearchCommand(session);
            case "home" -> new HomeCommand(session);
            case "notices" -> new NoticeCommands(session);
            case "queue" -> new QueueCommand(session);
            case "year" -> new YearCommands(session);
            case "progress" -> new ProgressCommand(session);
            case "matrix" -> new MatrixCommand(session);
            case "position" -> new PositionCommand(session);
            case "class" -> new ClassCommands(session);
            case "scale" -> new ScaleCommands(session);
            case "access" -> new AccessCommands(session);
            case "journal" -> new JournalCommands(session);
            case "check" -> new CheckCommand(session);
            case "backup" -> new BackupCommand(session);
            case "move" -> new MoveCommand(session);
            case "upgrade" -> new UpgradeCommand(session);
            case "encrypt-files" -> new EncryptFilesCommand(session);
            case "compact" -> new CompactCommand(session);
            case "restore" -> new RestoreCommand(session);
            case "export" -> new ExportCommand(session);
            case "import" -> new ImportCommand(session);
            case "oversight" -> new OversightCommand(session);
            case "privacy" -> new PrivacyCommands(session);
            case "breach" -> new BreachCommands(session);
            case "handover" -> new HandoverCommand(session);
            case "depart" -> new DepartCommand(session);
            case "generate" -> new GenerateCommand(session);
            case "grant" -> new GrantCommands(session);
            case "cohort" -> new CohortCommands(session);
            case "people" -> new PeopleCommands(session);
            case "scenario" -> new ScenarioCommands(session);
            case "plan" -> new PlanCommands(session);
            case "mission" -> new MissionCommands(session);
            case "report" -> new ReportCommands(session);
            case "production" -> new ProductionCommands(session);
            case "assess" -> new AssessCommands(session);
            case "reflect" -> new ReflectCommands(session);
            case "oral" -> new OralCommands(session);
            case "feedback" -> new FeedbackCommands(session);
            case "authorise" -> new AuthoriseCommands(session);
            case "record" -> new RecordCommands(session);
            case "group" -> new GroupCommands(session);
            case "project" -> new ProjectCommands(session);
            case "watch" -> new WatchCommands(session);
            case "goal" -> new GoalCommands(session);
            case "interview" -> new InterviewCommands(session);
            case "pathway" -> new PathwayCommands(session);
            case "nudge" -> new NudgeCommands(session);
            case "campaign" -> new CampaignCommands(session);
            case "review" -> new ReviewCommands(session);
            case "showcase" -> new ShowcaseCommands(session);
            case "share" -> new ShareCommands(session);
            case "shared" -> new SharedCommands(session);
            case "package" -> new PackageCommands(session);
            case "tutor" -> new TutorCommands(session);
            case "workplace" -> new WorkplaceCommands(session);
            case "exam" -> new ExamCommands(session);
            case "seal" -> new SealCommands(session);
            case "badge" -> new BadgeCommands(session);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
