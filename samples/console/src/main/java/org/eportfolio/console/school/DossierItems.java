package org.eportfolio.console.school;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.interview.Interview;
import org.eportfolio.project.Project;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.showcase.Showcase;

/** What lies in a learner's dossier, found by what a user calls it. */
public record DossierItems(Lookup lookup, Dossier dossier) {
    public DossierId id() {
        return dossier.id();
    }

    /** How the learner is called. */
    public String learner() {
        return lookup.name(dossier.learner());
    }

    /** On which levels are judged here. */
    public Scale scale() {
        return desk().progress().of(id()).adoption().scale();
    }

    /** The scale of one of the adoptions under which something was said here. */
    public Scale scale(AdoptionId adoption) {
        return lookup.scale(adoption).orElseGet(this::scale);
    }

    public Texts texts() {
        return lookup.texts();
    }

    public Goal goal(String given) {
        return pick(
                        all(desk().goals()::list),
                        Goal::id,
                        each -> each.competency().value())
                .named(given);
    }

    public Interview interview(String given) {
        return pick(all(desk().interviews()::list), Interview::id, Interview::purpose)
                .named(given);
    }

    public Adaptation adaptation(String given) {
        return pick(all(desk().pathways()::adaptations), Adaptation::id, Adaptation::what)
                .named(given);
    }

    public Showcase showcase(String given) {
        return pick(all(desk().showcases()::list), Showcase::id, Showcase::title)
                .named(given);
    }

    public WorkplacePeriod workplace(String given) {
        return pick(all(desk().tutoring()::list), WorkplacePeriod::id, WorkplacePeriod::employer)
                .named(given);
    }

    public ExamFile examFile(String given) {
        return pick(
                        all(desk().seals()::files),
                        ExamFile::id,
                        each -> each.unit().title())
                .named(given);
    }

    public Seal seal(String given) {
        return pick(all(desk().seals()::list), Seal::id, each -> each.unit().title())
                .named(given);
    }

    /** The learner's badge that is meant; of several with one title, by its mark. */
    public BadgeAward badge(String given) {
        return pick(
                        all(desk().badges()::list),
                        BadgeAward::id,
                        each -> each.statement().title())
                .named(given);
    }

    public LearnerMission mission(String given) {
        return pick(
                        desk().missions().of(id()),
                        each -> each.mission().id(),
                        each -> each.mission().title())
                .named(given);
    }

    public Production production(String given) {
        return pick(all(desk().productions()::list), Production::id, Production::title)
                .named(given);
    }

    public Citation[] cited(List<String> given) {
        return given.stream().map(this::production).map(Citation::of).toArray(Citation[]::new);
    }

    public Reflection reflection(String given) {
        return pick(all(desk().reflections()::list), Reflection::id, Reflection::action)
                .named(given);
    }

    public ReflectionDraft reflectionDraft(String given) {
        return pick(
                        all(desk().reflections()::drafts),
                        ReflectionDraft::id,
                        each -> each.content().action())
                .named(given);
    }

    public MissionReport report(String given) {
        return pick(all(desk().reports()::list), MissionReport::id, MissionReport::mission)
                .named(given);
    }

    public MissionReportDraft reportDraft(String given) {
        return pick(
                        all(desk().reports()::drafts),
                        MissionReportDraft::id,
                        each -> each.content().mission())
                .named(given);
    }

    public SelfAssessmentDraft selfAssessment(String given) {
        return pick(
                        all(desk().assessments()::drafts),
                        SelfAssessmentDraft::id,
                        each -> each.content().competency().value())
                .named(given);
    }

    /** What was said of competencies here, but for what was corrected or taken back. */
    public List<Assessment> standing() {
        List<Assessment> all = all(desk().assessments()::list);
        Set<AssessmentId> superseded = all.stream()
                .map(Assessment::supersedes)
                .filter(Objects::nonNull)
                .map(Supersession::earlier)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(each -> each.outcome() != Outcome.RETRACTED && !superseded.contains(each.id()))
                .toList();
    }

    /** A positioning that stands, by its competency or as {@link Selector} says. */
    public Assessment positioning(String given) {
        List<Assessment> standing = standing().stream()
                .filter(each -> each.perspective() != Perspective.SELF)
                .toList();
        List<Assessment> on = standing.stream()
                .filter(each -> each.competency().value().equalsIgnoreCase(given))
                .toList();
        if (on.size() == 1) return on.get(0);
        return pick(
                        on.isEmpty() ? standing : on,
                        Assessment::id,
                        each -> each.competency() + " " + texts().day(each.observedOn()) + " "
                                + lookup.name(each.author()))
                .named(given);
    }

    public Authorisation authorisation(String given) {
        return pick(
                        all(desk().authorisations()::list),
                        Authorisation::id,
                        each -> each.person() + " " + lookup.texts().say("authorise." + each.kind()))
                .named(given);
    }

    public Project project(String given) {
        return pick(all(desk().projects()::list), Project::id, Project::title).named(given);
    }

    public WatchEntry watchEntry(String given) {
        return pick(all(desk().watch()::list), WatchEntry::id, WatchEntry::source)
                .named(given);
    }

    /** A desk's list of what lies in one dossier. */
    @FunctionalInterface
    public interface Listing<T> {
        Page<T> list(DossierId dossier, PageRequest next);
    }

    public <T> List<T> all(Listing<T> listing) {
        return Page.all(next -> listing.list(id(), next));
    }

    public <T> Selector<T> pick(List<T> there, Function<T, Object> id, Function<T, String> title) {
        return new Selector<>(there, id, title, lookup.texts());
    }

    /** A list of what lies in a dossier, with what is wanted of it. */
    @FunctionalInterface
    public interface FilteredListing<T> {
        Page<T> list(DossierId dossier, ClassFilter filter, PageRequest request);
    }

    /** All that is wanted of one kind, the oldest first. */
    public <T> List<T> all(FilteredListing<T> listing, FilterOptions wanted) {
        ClassFilter filter = wanted.filter(lookup);
        return Page.all(next -> listing.list(id(), filter, next));
    }

    public Desk desk() {
        return lookup.desk();
    }
}
