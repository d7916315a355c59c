package org.eportfolio.scenario;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * A learner's work on a mission. It lives in their dossier and pins the revision on which it was started; it stays when
 * the mission is edited, or its scenario is dropped or withdrawn.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param revision of the mission, on which the learner is
 * @param moves the oldest first
 */
public record MissionWork(DossierId dossier, MissionId mission, int revision, MissionStatus status, List<Move> moves) {
    private static final int MOST_MOVES = 500;

    /**
     * One change of status.
     *
     * @param note what was said with it; empty when nothing was
     * @param evidence what was handed in
     * @param unmet those of the expected productions that the teacher does not find there
     */
    public record Move(
            MissionStatus to,
            PersonId by,
            Role role,
            Instant at,
            String note,
            List<Evidence> evidence,
            List<String> unmet) {
        public Move {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(note, "note");
            evidence = List.copyOf(evidence);
            unmet = List.copyOf(unmet);
        }
    }

    public MissionWork {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(mission, "mission");
        Objects.requireNonNull(status, "status");
        moves = List.copyOf(moves);
    }

    /** Before anything was done. */
    public static MissionWork toDo(DossierId dossier, MissionId mission) {
        return new MissionWork(dossier, mission, 0, MissionStatus.TO_DO, List.of());
    }

    /**
     * The work once the learner starts, or takes it up again: after a return, or instead of what was handed in.
     *
     * @param latest the revision to start on; who had started before stays on theirs
     */
    public MissionWork asStarted(int latest, Move move) {
        require("mission.start", MissionStatus.TO_DO, MissionStatus.HANDED_IN, MissionStatus.TO_REWORK);
        return moved(begun() ? revision : latest, move);
    }

    /** The work once the learner has put it back to "to do"; starting again uses the latest revision. */
    public MissionWork asPutBack(Move move) {
        require("mission.put-back", MissionStatus.STARTED);
        return moved(revision, move);
    }

    /** The work once the learner has handed it in. */
    public MissionWork asHandedIn(Move move) {
        require("mission.hand-in", MissionStatus.STARTED, MissionStatus.TO_REWORK);
        return moved(revision, move);
    }

    /** The work once a teacher has returned it; also what was done can be taken up again. */
    public MissionWork asToRework(Move move) {
        require("mission.rework", MissionStatus.HANDED_IN, MissionStatus.DONE);
        return moved(revision, move);
    }

    /** The work once a teacher finds it done. */
    public MissionWork asDone(Move move) {
        require("mission.done", MissionStatus.HANDED_IN);
        return moved(revision, move);
    }

    /** Whether the learner is on a revision: anything but to do. */
    public boolean begun() {
        return status != MissionStatus.TO_DO;
    }

    /** The latest move; {@code null} before the first. */
    public @Nullable Move latest() {
        return moves.isEmpty() ? null : moves.get(moves.size() - 1);
    }

    private void require(String key, MissionStatus... from) {
        Set<MissionStatus> allowed = EnumSet.noneOf(MissionStatus.class);
        allowed.addAll(List.of(from));
        if (!allowed.contains(status)) throw ConflictException.state(key, status);
        if (moves.size() >= MOST_MOVES) throw ConflictException.state("mission.moves", MOST_MOVES);
    }

    private MissionWork moved(int on, Move move) {
        return new MissionWork(dossier, mission, on, move.to(), Mission.added(moves, move));
    }
}
