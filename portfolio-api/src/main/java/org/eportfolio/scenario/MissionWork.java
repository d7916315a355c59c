package org.eportfolio.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.HelpStatement;
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
 * @param pieces of the expected productions that are made over time, in the order of their days
 */
public record MissionWork(
        DossierId dossier,
        MissionId mission,
        int revision,
        MissionStatus status,
        List<Move> moves,
        List<DatedPiece> pieces) {
    private static final int MOST_MOVES = 500;
    private static final int MOST_PIECES = 500;

    /**
     * One piece of an expected production that is made over time (<em>réalisée en continu</em>).
     *
     * @param expected the expected production, in the words of the learner's revision
     * @param evidence the production that the piece is, frozen since it was added
     * @param madeOn the day on which the learner made it, as they say
     */
    public record DatedPiece(String expected, Evidence evidence, LocalDate madeOn, Instant addedAt) {
        public DatedPiece {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(evidence, "evidence");
            Objects.requireNonNull(madeOn, "madeOn");
            Objects.requireNonNull(addedAt, "addedAt");
        }

        private boolean isOf(String statement, Citation citation) {
            return expected.equals(statement)
                    && evidence.dossier().equals(citation.dossier())
                    && evidence.production().equals(citation.production())
                    && evidence.version() == citation.version();
        }
    }

    /**
     * One change of status.
     *
     * @param note what was said with it; empty when nothing was
     * @param evidence what was handed in
     * @param unmet those of the expected productions that the teacher does not find there
     * @param helpStated of what was handed in; {@code null} where nothing was said with it
     */
    public record Move(
            MissionStatus to,
            PersonId by,
            Role role,
            Instant at,
            String note,
            List<Evidence> evidence,
            List<String> unmet,
            @Nullable HelpStatement helpStated) {
        public Move {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(note, "note");
            evidence = List.copyOf(evidence);
            unmet = List.copyOf(unmet);
        }

        private Move withoutHelpers() {
            if (helpStated == null) return this;
            return new Move(to, by, role, at, note, evidence, unmet, helpStated.withoutPeople());
        }
    }

    public MissionWork {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(mission, "mission");
        Objects.requireNonNull(status, "status");
        moves = List.copyOf(moves);
        pieces = List.copyOf(pieces);
    }

    /** Before anything was done. */
    public static MissionWork toDo(DossierId dossier, MissionId mission) {
        return new MissionWork(dossier, mission, 0, MissionStatus.TO_DO, List.of(), List.of());
    }

    /**
     * The work once the learner starts, or takes it up again: after a return, or instead of what was handed in.
     *
     * @param latest the revision to start on; a learner who had started before stays on their own
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

    /** The work with this piece too, while the learner is at it. */
    public MissionWork withPiece(DatedPiece piece) {
        requireAtWork();
        if (pieces.size() >= MOST_PIECES) throw ConflictException.state("mission.pieces", MOST_PIECES);
        Evidence made = piece.evidence();
        Citation citation = new Citation(made.dossier(), made.production(), made.version());
        if (pieces.stream().anyMatch(each -> each.isOf(piece.expected(), citation))) {
            throw ConflictException.state("mission.piece-there", piece.expected());
        }
        List<DatedPiece> next = new ArrayList<>(pieces);
        next.add(piece);
        next.sort(Comparator.comparing(DatedPiece::madeOn).thenComparing(DatedPiece::addedAt));
        return new MissionWork(dossier, mission, revision, status, moves, next);
    }

    /** The work without this piece, while the learner is at it. */
    public MissionWork withoutPiece(String expected, Citation piece) {
        requireAtWork();
        List<DatedPiece> next =
                pieces.stream().filter(each -> !each.isOf(expected, piece)).toList();
        if (next.size() == pieces.size()) throw new NotFoundException("production", piece.production());
        return new MissionWork(dossier, mission, revision, status, moves, next);
    }

    private void requireAtWork() {
        if (status != MissionStatus.STARTED && status != MissionStatus.TO_REWORK) {
            throw ConflictException.state("mission.piece", status);
        }
    }

    /** The same as others than the learner and the team see it: that a person helped, not who. */
    public MissionWork withoutHelpers() {
        return new MissionWork(
                dossier,
                mission,
                revision,
                status,
                moves.stream().map(Move::withoutHelpers).toList(),
                pieces);
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
        return new MissionWork(dossier, mission, on, move.to(), Mission.added(moves, move), pieces);
    }
}
