package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_REFLECTION;
import static org.eportfolio.access.Permission.READ_REFLECTION;
import static org.eportfolio.core.internal.kind.ReflectionKinds.MISSION_REPORT;
import static org.eportfolio.core.internal.kind.ReflectionKinds.MISSION_REPORT_DRAFT;

import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.scenario.HelpAsked;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.NewMissionReport;

/**
 * What learners report of their missions (<em>comptes rendus</em>). A draft is seen by its learner only; a shared report
 * is complete, read by the team and written by the learner alone, each change as a version that is kept. Thread-safe.
 */
public final class MissionReportDesk {
    private final DeskContext desk;

    MissionReportDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Begins a report that only its learner sees; parts of it may be missing. */
    public MissionReportDraft draft(DossierId dossier, NewMissionReport input) {
        NewMissionReport given = Inputs.checked(input);
        return desk.write(dossier, KEEP_REFLECTION, call -> {
            Citations.require(given.evidence(), List.of(), call);
            return call.save("report.drafted", MISSION_REPORT_DRAFT, begun(dossier, given, call.work()));
        });
    }

    /**
     * Puts another content in place of a draft's.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     */
    public MissionReportDraft save(MissionReportDraft seen, NewMissionReport input) {
        NewMissionReport given = Inputs.checked(input);
        return desk.write(
                seen.dossier(),
                KEEP_REFLECTION,
                call -> call.change("report.drafted", MISSION_REPORT_DRAFT, seen, there -> {
                    Citations.require(given.evidence(), there.content().evidence(), call);
                    return there.withContent(given, call.now());
                }));
    }

    /** Throws a draft away. */
    public void discard(MissionReportDraft seen) {
        desk.run(seen.dossier(), KEEP_REFLECTION, call -> call.discard("report.discarded", MISSION_REPORT_DRAFT, seen));
    }

    /** The actor's own drafts in a dossier, the oldest first. */
    public Page<MissionReportDraft> drafts(DossierId dossier, PageRequest request) {
        return desk.read(dossier, KEEP_REFLECTION, call -> call.page(MISSION_REPORT_DRAFT, request));
    }

    /** One draft of the actor's own. */
    public MissionReportDraft getDraft(DossierId dossier, MissionReportId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, KEEP_REFLECTION, call -> call.require(MISSION_REPORT_DRAFT, id.value()));
    }

    /** Shares a draft with the team, under the id that it has; every part must be said. */
    public MissionReport share(MissionReportDraft seen) {
        return desk.write(seen.dossier(), KEEP_REFLECTION, call -> {
            MissionReportDraft draft = call.take(MISSION_REPORT_DRAFT, seen);
            return share(draft, call);
        });
    }

    /** Shares a report at once. */
    public MissionReport share(DossierId dossier, NewMissionReport input) {
        NewMissionReport given = Inputs.checked(input);
        return desk.write(dossier, KEEP_REFLECTION, call -> share(begun(dossier, given, call.work()), call));
    }

    private MissionReport share(MissionReportDraft draft, DossierCall call) {
        HelpAsked.requireStated(draft.content().helpStated(), draft.content().setting(), call);
        List<Evidence> evidence = Citations.freeze(draft.content().evidence(), call);
        MissionReport report = MissionReport.shared(draft, call.person(), evidence, call.now());
        return call.save("report.shared", MISSION_REPORT, report);
    }

    /**
     * Gives the report another content after the one there is, which stays as a version.
     *
     * @param seen the report as the caller read it; a {@link ConflictException} if it changed since
     * @param content of the same mission; best made by {@link NewMissionReport#of(MissionReport)}
     */
    public MissionReport revise(MissionReport seen, NewMissionReport content) {
        Objects.requireNonNull(content, "content");
        NewMissionReport given = Inputs.checked(content);
        return desk.write(seen.dossier(), KEEP_REFLECTION, call -> {
            MissionReport there = call.unchanged(MISSION_REPORT, seen);
            HelpAsked.requireStated(given.helpStated(), given.setting(), call);
            List<Evidence> evidence = Citations.freeze(given.evidence(), call);
            MissionReport revised = there.withContent(given, evidence, call.now());
            return call.saveChanged("report.revised", MISSION_REPORT, there, revised);
        });
    }

    /** One shared report, with all its versions. */
    public MissionReport get(DossierId dossier, MissionReportId id) {
        return desk.read(dossier, READ_REFLECTION, call -> call.require(MISSION_REPORT, id.value()));
    }

    /**
     * A page of a dossier's shared reports, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<MissionReport> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_REFLECTION, call -> call.page(MISSION_REPORT, request));
    }

    private static MissionReportDraft begun(DossierId dossier, NewMissionReport input, Work work) {
        return new MissionReportDraft(new MissionReportId(work.newId()), dossier, input, work.now(), 1);
    }
}
