package org.eportfolio.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.access.Decision;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.console.command.assessment.ClassCommands;
import org.eportfolio.console.command.exchange.DepartCommand;
import org.eportfolio.console.command.exchange.WrittenFile;
import org.eportfolio.console.command.guidance.NudgeCommands;
import org.eportfolio.console.command.school.DossierCommands;
import org.eportfolio.console.command.school.FrameworkCommands;
import org.eportfolio.console.command.school.HandoverCommand;
import org.eportfolio.console.command.school.InitCommand;
import org.eportfolio.console.command.school.SuccessionCommands;
import org.eportfolio.console.command.sharing.SharedCommands;
import org.eportfolio.console.command.trust.CheckCommand;
import org.eportfolio.console.command.trust.JournalCommands;
import org.eportfolio.console.command.trust.PrivacyCommands;
import org.eportfolio.console.school.ScaleCatalog;
import org.eportfolio.console.view.BoardView;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.ExamView;
import org.eportfolio.console.view.ExportView;
import org.eportfolio.console.view.FrameworkListView;
import org.eportfolio.console.view.HomeView;
import org.eportfolio.console.view.InterviewView;
import org.eportfolio.console.view.JournalView;
import org.eportfolio.console.view.LinkView;
import org.eportfolio.console.view.MatrixView;
import org.eportfolio.console.view.PathwayView;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.console.view.ProjectView;
import org.eportfolio.console.view.QueueView;
import org.eportfolio.console.view.ReadersView;
import org.eportfolio.console.view.ReviewView;
import org.eportfolio.console.view.SealView;
import org.eportfolio.console.view.SuccessionView;
import org.eportfolio.console.view.VerificationView;
import org.eportfolio.console.view.YearView;
import org.eportfolio.dossier.GroupAppraisal;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Scale;
import org.eportfolio.framework.Succession;
import org.eportfolio.framework.SuccessionPreview;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeSettings;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.GroupId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.privacy.Rectification;
import org.eportfolio.privacy.RetentionDue;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.ReflectionTemplate;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Showcase;

/** Which documents each command writes with {@code --json}: a new command adds its line here. */
final class CommandDocuments {
    private static final Map<String, List<Document>> ALL = new TreeMap<>();

    private CommandDocuments() {}

    /** A record, a list of such records, or a record that may be missing. */
    record Document(Class<?> type, Form form) {}

    /** How often the record is there. */
    enum Form {
        ONE,
        LIST,
        OPTIONAL
    }

    /** By the command's name, such as {@code goal list}. */
    static Map<String, List<Document>> all() {
        return ALL;
    }

    static {
        answers("access who", ReadersView.class);
        answers("access why", list(Decision.class));
        answers("assess draft", SelfAssessmentDraft.class);
        answers("assess drafts", list(SelfAssessmentDraft.class));
        answers("assess publish", Assessment.class);
        answers("authorise confirm", Authorisation.class);
        answers("authorise give", Authorisation.class);
        answers("authorise list", list(Authorisation.class));
        answers("authorise request", Authorisation.class);
        answers("authorise withdraw", Authorisation.class);
        answers("backup", WrittenFile.class);
        answers("campaign assign", list(ReviewAssignment.class));
        answers("campaign assignments", list(ReviewAssignment.class));
        answers("campaign close", Campaign.class);
        answers("campaign draw", list(ReviewAssignment.class));
        answers("campaign hand-in", HandIn.class);
        answers("campaign hand-ins", list(HandIn.class));
        answers("campaign list", list(Campaign.class));
        answers("campaign open", Campaign.class);
        answers("campaign reschedule", Campaign.class);
        answers("campaign show", Campaign.class);
        answers("check", CheckCommand.CheckAnswer.class);
        answers("class embargo", Embargo.class);
        answers("class embargoes", list(Embargo.class));
        answers("class enter", ClassEntry.class);
        answers("class entries", list(ClassCommands.StandingEntry.class));
        answers("class undo", UndoneEntry.class);
        answers("cohort list", list(Cohort.class));
        answers("cohort show", list(Membership.class));
        answers("depart", DepartCommand.Departed.class);
        answers("dossier open", DossierCommands.Opened.class);
        answers("dossier show", DossierView.DossierAnswer.class);
        answers("exam advise", Advice.class);
        answers("exam choose", ExamView.ExamAnswer.class);
        answers("exam show", ExamView.ExamAnswer.class);
        answers("export", ExportView.class);
        answers("feedback comment", Feedback.class);
        answers("feedback note", StaffNote.class);
        answers("feedback notes", list(StaffNote.class));
        answers("feedback prompt", Feedback.class);
        answers("feedback reply", Feedback.class);
        answers("feedback show", list(FeedbackThread.class));
        answers("framework adopt", FrameworkCommands.Adopted.class);
        answers("framework crosswalk", SuccessionView.CrosswalkAnswer.class);
        answers("framework import", Framework.class);
        answers("framework list", list(FrameworkListView.Line.class));
        answers("framework preview", CohortSuccession.class, SuccessionPreview.class);
        answers("framework publish", Framework.class);
        answers("framework show", Framework.class);
        answers("framework succeed", SuccessionCommands.Continued.class);
        answers("framework succession", Succession.class);
        answers("goal abandon", Goal.class);
        answers("goal claim", Goal.class);
        answers("goal confirm", Goal.class);
        answers("goal decline", Goal.class);
        answers("goal list", list(Goal.class));
        answers("goal set", Goal.class);
        answers("goal step", Goal.class);
        answers("grant give", Grant.class);
        answers("grant list", list(Grant.class));
        answers("grant revoke", Grant.class);
        answers("group accept", GroupProduction.class);
        answers("group appraise", GroupAppraisal.class);
        answers("group contribute", GroupContribution.class);
        answers("group decline", GroupId.class);
        answers("group invitations", list(GroupProduction.class));
        answers("group show", list(GroupProduction.class));
        answers("group start", GroupProduction.class);
        answers("handover", HandoverCommand.HandoverAnswer.class);
        answers("home", HomeView.HomeAnswer.class);
        answers("import", ImportReport.class);
        answers("init", InitCommand.Initialised.class);
        answers("interview accept", Goal.class);
        answers("interview acknowledge", InterviewReply.class);
        answers("interview cancel", Interview.class);
        answers("interview close", Interview.class);
        answers("interview conduct", Interview.class);
        answers("interview decline", Interview.class);
        answers("interview dissent", InterviewReply.class);
        answers("interview list", list(Interview.class));
        answers("interview note", list(InterviewNote.class));
        answers("interview notes", list(InterviewNote.class));
        answers("interview prepare", PreparationSheet.class);
        answers("interview propose", Interview.class);
        answers("interview reschedule", Interview.class);
        answers("interview schedule", Interview.class);
        answers("interview show", InterviewView.InterviewAnswer.class);
        answers("interview withdraw", Interview.class);
        answers("journal anchor", JournalCommands.AnchorAnswer.class);
        answers("journal tail", JournalView.JournalAnswer.class);
        answers("journal verify", VerificationView.VerificationAnswer.class);
        answers("matrix", MatrixView.class);
        answers("mission board", BoardView.class);
        answers("mission done", MissionWork.class);
        answers("mission hand-in", MissionWork.class);
        answers("mission list", list(LearnerMission.class));
        answers("mission put-back", MissionWork.class);
        answers("mission rework", MissionWork.class);
        answers("mission show", LearnerMission.class);
        answers("mission start", MissionWork.class);
        answers("nudge list", NudgeCommands.NudgeAnswer.class);
        answers("nudge mute", NudgeSettings.class);
        answers("nudge seen", optional(NudgeDigest.class));
        answers("nudge unmute", NudgeSettings.class);
        answers("pathway adapt", Adaptation.class);
        answers("pathway drop", PathwayView.PathwayAnswer.class);
        answers("pathway end", Adaptation.class);
        answers("pathway mark", PathwayView.PathwayAnswer.class);
        answers("pathway show", PathwayView.PathwayAnswer.class);
        answers("pathway step", PathwayView.PathwayAnswer.class);
        answers("pathway suggest", list(PathwayView.SuggestionAnswer.class));
        answers("plan add", YearPlan.class);
        answers("plan copy", YearPlan.class);
        answers("plan coverage", Coverage.class);
        answers("plan drop", YearPlan.class);
        answers("plan show", YearPlan.class);
        answers("position", Assessment.class);
        answers("privacy collect", PrivacyCommands.Collected.class);
        answers("privacy due", list(RetentionDue.class));
        answers("privacy erase", ErasureReceipt.class);
        answers("privacy export", PrivacyCommands.PersonExported.class);
        answers("privacy plan", ErasurePlan.class);
        answers("privacy rectified", list(Rectification.class));
        answers("privacy rectify", Assessment.class);
        answers("privacy register", ProcessingRegister.class);
        answers("production add", Production.class);
        answers("production clear", Production.class);
        answers("production mark-confidential", Production.class);
        answers("production revise", Production.class);
        answers("production save", Piece.File.class);
        answers("production show", Production.class, list(Production.class));
        answers("production version", Production.class);
        answers("progress", ProgressView.ProgressAnswer.class);
        answers("project cite", Production.class);
        answers("project close", ProjectView.ProjectAnswer.class);
        answers("project milestone", ProjectView.ProjectAnswer.class);
        answers("project move", ProjectView.ProjectAnswer.class);
        answers("project note", ProgressNote.class);
        answers("project open", ProjectView.ProjectAnswer.class);
        answers("project reach", ProjectView.ProjectAnswer.class);
        answers("project replan", ProjectView.ProjectAnswer.class);
        answers("project show", ProjectView.ProjectAnswer.class, list(Project.class));
        answers("project task", ProjectView.ProjectAnswer.class);
        answers("queue", QueueView.QueueAnswer.class);
        answers("record add", Playback.class);
        answers("record discard", Playback.class);
        answers("record list", list(Playback.class));
        answers("record save", Playback.class);
        answers("reflect answer", ReflectionDraft.class);
        answers("reflect draft", ReflectionDraft.class);
        answers("reflect share", Reflection.class);
        answers("reflect show", list(Reflection.class));
        answers("reflect template", ReflectionTemplate.class, list(ReflectionTemplate.class));
        answers("report draft", MissionReportDraft.class);
        answers("report share", MissionReport.class);
        answers("report show", MissionReport.class, list(MissionReport.class));
        answers("restore", WrittenFile.class);
        answers("review assigned", list(ReviewAssignment.class));
        answers("review delivered", ReviewView.ReceivedReviews.class);
        answers("review rate", ReviewView.ReceivedReviews.class);
        answers("review reply", ReviewView.ReceivedReviews.class);
        answers("review show", ReviewView.ReceivedReviews.class);
        answers("review submit", list(ReviewAssignment.class));
        answers("review withhold", list(ReviewAssignment.class));
        answers("review work", Version.class);
        answers("review write", list(ReviewAssignment.class));
        answers("roster import", ImportReport.class);
        answers("scale define", Scale.class);
        answers("scale list", list(ScaleCatalog.Entry.class));
        answers("scale show", Scale.class);
        answers("scenario coverage", Coverage.class);
        answers("scenario import", ScenarioReport.class);
        answers("scenario list", list(ScenarioDraft.class));
        answers("scenario publish", ScenarioReport.class);
        answers("scenario reinstate", ScenarioDraft.class);
        answers("scenario show", ScenarioReport.class);
        answers("scenario withdraw", ScenarioDraft.class);
        answers("seal make", Seal.class);
        answers("seal save", Seal.class);
        answers("seal send", LinkView.LinkAnswer.class);
        answers("seal show", Seal.class, list(Seal.class));
        answers("seal verify", SealView.SealAnswer.class);
        answers("share create", LinkView.LinkAnswer.class);
        answers("share list", list(ShareLink.class));
        answers("share readings", list(LinkReading.class));
        answers("share revoke", ShareLink.class);
        answers("shared save", SharedCommands.Named.class);
        answers("shared sealed", JuryFile.class);
        answers("shared show", JuryFile.class, TutorForm.class, Displayed.class);
        answers("showcase add", Showcase.class);
        answers("showcase delete", Showcase.class);
        answers("showcase make", Showcase.class);
        answers("showcase publish", Showcase.class);
        answers("showcase remove", Showcase.class);
        answers("showcase show", Displayed.class, list(Showcase.class));
        answers("showcase tell", Showcase.class);
        answers("showcase withdraw", Showcase.class);
        answers("tutor answer", TutorForm.class);
        answers("tutor bilan", list(WorkplacePeriod.class));
        answers("tutor invite", LinkView.LinkAnswer.class);
        answers("tutor open", LinkView.LinkAnswer.class);
        answers("tutor show", list(WorkplacePeriod.class));
        answers("watch cite", Production.class);
        answers("watch log", WatchEntry.class);
        answers("watch show", list(WatchEntry.class));
        answers("year begin", YearView.class);
    }

    private static void answers(String command, Object... documents) {
        ALL.put(
                command,
                Arrays.stream(documents)
                        .map(each ->
                                each instanceof Document document ? document : new Document((Class<?>) each, Form.ONE))
                        .toList());
    }

    private static Document list(Class<?> type) {
        return new Document(type, Form.LIST);
    }

    private static Document optional(Class<?> type) {
        return new Document(type, Form.OPTIONAL);
    }
}
