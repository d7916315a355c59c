package org.eportfolio.core;

import static org.eportfolio.access.Permission.GIVE_FEEDBACK;
import static org.eportfolio.access.Permission.KEEP_REFLECTION;
import static org.eportfolio.access.Permission.READ_REFLECTION;
import static org.eportfolio.core.internal.kind.ReflectionKinds.ORAL_NOTE;

import java.time.LocalDate;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.OralNoteId;
import org.eportfolio.reflection.NewOralNote;
import org.eportfolio.reflection.OralNote;

/**
 * Oral explicitations, kept as notes that the learner confirms or corrects. No recording is made, and so no authorisation is
 * needed. Thread-safe.
 */
public final class OralNoteDesk {
    private final DeskContext desk;

    OralNoteDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Notes what a learner said when asked, in their words. */
    public OralNote note(DossierId dossier, NewOralNote input) {
        NewOralNote given = Inputs.checked(input);
        return desk.write(dossier, GIVE_FEEDBACK, call -> {
            OralNote note = new OralNote(
                    new OralNoteId(call.newId()),
                    dossier,
                    given.action(),
                    given.setting(),
                    day(given, call),
                    given.exchanges(),
                    call.person(),
                    call.role(),
                    call.now(),
                    null,
                    1);
            return call.save("oral-note.noted", ORAL_NOTE, note);
        });
    }

    /**
     * Puts another content in place of a note's, by its author, until the learner has said something of it.
     *
     * @param seen the note as the caller read it; a {@link ConflictException} if it changed since
     */
    public OralNote revise(OralNote seen, NewOralNote input) {
        NewOralNote given = Inputs.checked(input);
        return desk.write(
                seen.dossier(),
                GIVE_FEEDBACK,
                call -> call.change(
                        "oral-note.revised",
                        ORAL_NOTE,
                        seen,
                        there -> there.withContent(given, day(given, call), call.person())));
    }

    private static LocalDate day(NewOralNote input, DossierCall call) {
        LocalDate today = call.today();
        LocalDate day = input.heldOn() == null ? today : input.heldOn();
        InvalidInputException.unless(!day.isAfter(today), "heldOn", "oral-note.future", day);
        return day;
    }

    /** The learner confirms that it is as noted; once. */
    public OralNote confirm(OralNote seen) {
        return desk.write(
                seen.dossier(),
                KEEP_REFLECTION,
                call -> call.change(
                        "oral-note.confirmed",
                        ORAL_NOTE,
                        seen,
                        there -> there.withReply(new OralNote.Reply(null, call.now()))));
    }

    /** The learner corrects the note, once and in their own words; what was noted stays beside it. */
    public OralNote correct(OralNote seen, String correction) {
        String given = Inputs.words(correction);
        return desk.write(
                seen.dossier(),
                KEEP_REFLECTION,
                call -> call.change(
                        "oral-note.corrected",
                        ORAL_NOTE,
                        seen,
                        there -> there.withReply(new OralNote.Reply(given, call.now()))));
    }

    /** One note. */
    public OralNote get(DossierId dossier, OralNoteId id) {
        return desk.read(dossier, READ_REFLECTION, call -> call.require(ORAL_NOTE, id.value()));
    }

    /**
     * A page of a dossier's notes, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<OralNote> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_REFLECTION, call -> call.page(ORAL_NOTE, request));
    }
}
