package org.eportfolio.core;

import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.work.Session;
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
    private final Session session;
    private final Gate gate;

    MissionReportDesk(Session session, Gate gate) {
        this.session = session;
        this.gate = gate;
    }

    /** Begins a report that only its learner sees; parts of it may be missing. */
    public MissionReportDraft draft(DossierId dossier, NewMissionReport input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            return put(begun(dossier, input, work), opened, work);
        });
    }

    /**
     * Puts another content in place of a draft's.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     */
    public MissionReportDraft save(MissionReportDraft seen, NewMissionReport input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            return put(
                    work.unchanged(ReflectionKinds.MISSION_REPORT_DRAFT, seen).saved(input, work.now()), opened, work);
        });
    }

    /** Throws a draft away. */
    public void discard(MissionReportDraft seen) {
        session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            work.remove(
                    ReflectionKinds.MISSION_REPORT_DRAFT, work.unchanged(ReflectionKinds.MISSION_REPORT_DRAFT, seen));
            work.journal("report.discarded", opened.person(), opened.role());
            return true;
        });
    }

    /** The actor's own drafts in a dossier, the oldest first. */
    public Page<MissionReportDraft> drafts(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            return work.page(ReflectionKinds.MISSION_REPORT_DRAFT, DossierKinds.scope(dossier), request);
        });
    }

    /** Shares a draft with the team, under the id that it has; every part must be said. */
    public MissionReport share(MissionReportDraft seen) {
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            MissionReportDraft draft = work.unchanged(ReflectionKinds.MISSION_REPORT_DRAFT, seen);
            work.remove(ReflectionKinds.MISSION_REPORT_DRAFT, draft);
            return share(draft, opened, work);
        });
    }

    /** Shares a report at once. */
    public MissionReport share(DossierId dossier, NewMissionReport input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            return share(begun(dossier, input, work), opened, work);
        });
    }

    private MissionReport share(MissionReportDraft draft, Opened opened, Work work) {
        List<Evidence> evidence = Citations.freeze(draft.content().evidence(), opened, gate, work);
        MissionReport report = MissionReport.shared(draft, opened.person(), evidence, work.now());
        return put(report, "report.shared", opened, work);
    }

    /**
     * Gives the report another content after the one there is, which stays as a version.
     *
     * @param seen the report as the caller read it; a {@link ConflictException} if it changed since
     * @param content of the same mission; best made by {@link NewMissionReport#of(MissionReport)}
     */
    public MissionReport revise(MissionReport seen, NewMissionReport content) {
        Inputs.checked(content);
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            MissionReport there = work.require(
                    ReflectionKinds.MISSION_REPORT,
                    DossierKinds.scope(seen.dossier()),
                    seen.id().value());
            ReflectionKinds.MISSION_REPORT.unchanged(seen, there);
            List<Evidence> evidence = Citations.freeze(content.evidence(), opened, gate, work);
            MissionReport revised = there.revised(content, evidence, work.now());
            return revised.equals(there) ? there : put(revised, "report.revised", opened, work);
        });
    }

    /** One shared report, with all its versions. */
    public MissionReport get(DossierId dossier, MissionReportId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REFLECTION, work);
            return work.require(ReflectionKinds.MISSION_REPORT, DossierKinds.scope(dossier), id.value());
        });
    }

    /**
     * A page of a dossier's shared reports, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<MissionReport> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REFLECTION, work);
            return work.page(ReflectionKinds.MISSION_REPORT, DossierKinds.scope(dossier), request);
        });
    }

    private static MissionReportDraft begun(DossierId dossier, NewMissionReport input, Work work) {
        return new MissionReportDraft(new MissionReportId(work.newId()), dossier, input, work.now(), 1);
    }

    private static MissionReportDraft put(MissionReportDraft draft, Opened opened, Work work) {
        work.put(ReflectionKinds.MISSION_REPORT_DRAFT, draft);
        work.journal("report.drafted", opened.person(), opened.role());
        return draft;
    }

    private static MissionReport put(MissionReport report, String act, Opened opened, Work work) {
        work.put(ReflectionKinds.MISSION_REPORT, report);
        work.journal(act, opened.person(), opened.role());
        return report;
    }
}
