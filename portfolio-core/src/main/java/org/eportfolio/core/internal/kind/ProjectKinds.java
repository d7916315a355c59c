package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.privacy.DataCategory.WORK;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import java.util.Set;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.spi.Key;

/** Projects, their progress and the watch log. */
public final class ProjectKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<Project> PROJECT = KINDS.inDossier(
                    "project", Project.class, each -> each.id().value(), Project::dossier)
            .revised(Project::revision)
            .personal(WORK, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<ProgressNote> PROGRESS_NOTE = KINDS.inDossier(
                    "progress-note", ProgressNote.class, each -> each.id().value(), ProgressNote::dossier)
            .keys(each -> Set.of(notesOf(each.project())))
            .personal(WORK, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<WatchEntry> WATCH_ENTRY = KINDS.inDossier(
                    "watch-entry", WatchEntry.class, each -> each.id().value(), WatchEntry::dossier)
            .revised(WatchEntry::revision)
            .personal(WORK, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private ProjectKinds() {}

    public static Key notesOf(ProjectId project) {
        return new Key("progress-note.project", project.toString());
    }
}
