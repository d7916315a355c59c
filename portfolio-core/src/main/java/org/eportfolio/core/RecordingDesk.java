package org.eportfolio.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.StorageException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationKind;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.Standing;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Oral explicitations, as audio or video beside a reflection. Nothing of a recording is kept, or even read, before
 * everybody who can be recognised in it has authorised it; at each later reading their authorisations are asked again,
 * and when one no longer holds the recording is hidden. Its bytes leave by this desk only. Thread-safe.
 */
public final class RecordingDesk {
    /** How many recordings a reflection takes. */
    static final int MOST = 20;

    /** The longest captions, in bytes. */
    static final int LONGEST_CAPTIONS = 1024 * 1024;

    private static final Pattern WEB_VTT = Pattern.compile("\uFEFF?WEBVTT(?:[ \\t][^\\r\\n]*)?(?:\\r\\n|\\n|\\r|$)");

    private final Session session;
    private final Gate gate;
    private final Engine engine;
    private final ZoneId zone;

    RecordingDesk(Session session, Gate gate, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.engine = engine;
        this.zone = engine.clock().getZone();
    }

    /**
     * Adds a recording to a reflection of the actor's, shared or still a draft. The learner is always among the people
     * recorded. The sources of the file are opened only once every authorisation was found to hold; if one is withdrawn
     * while the bytes arrive, the recording is refused at the end.
     */
    public Playback add(DossierId dossier, ReflectionId reflection, NewRecording input) {
        Inputs.checked(input);
        Duration duration = input.duration();
        Recording.requireDescribed(
                input.file().mediaType(), seconds(duration), input.file().transcript());
        session.read(work -> allowed(dossier, reflection, input, work));
        Stored captions = captions(input.file());
        Stored content = stored(input.file());
        InvalidInputException.unless(content.size() > 0, "file", "recording.empty");
        return session.write(DossierKinds.scope(dossier), work -> {
            Allowed allowed = allowed(dossier, reflection, input, work);
            Recording recording = new Recording(
                    new RecordingId(work.newId()),
                    dossier,
                    reflection,
                    input.question(),
                    input.file().name(),
                    input.file().mediaType(),
                    content,
                    (int) seconds(duration),
                    Objects.requireNonNull(input.file().transcript()),
                    captions,
                    input.project(),
                    allowed.people(),
                    work.now());
            work.put(RecordingKinds.RECORDING, recording);
            work.journal(
                    "recording.added",
                    allowed.opened().person(),
                    allowed.opened().role());
            return recording.playback(
                    RecordingVisibility.authorisations(dossier, allowed.people(), work),
                    RecordingVisibility.today(zone, work));
        });
    }

    /** What may be seen now of the recordings of a reflection, the oldest first; those of a draft by its learner only. */
    public List<Playback> of(DossierId dossier, ReflectionId reflection) {
        return session.read(work -> {
            visible(dossier, reflection, gate.dossier(dossier, Permission.READ_REFLECTION, work), work);
            return RecordingVisibility.of(dossier, reflection, RecordingVisibility.today(zone, work), work);
        });
    }

    /** The bytes of a recording that may be played now, to be closed by the caller. A slow download holds nothing. */
    public InputStream download(DossierId dossier, RecordingId id) {
        return open(Objects.requireNonNull(playable(dossier, id).content()));
    }

    /** The captions, in WebVTT, of a recording that may be played now, to be closed by the caller. */
    public InputStream downloadCaptions(DossierId dossier, RecordingId id) {
        Stored captions = playable(dossier, id).captions();
        if (captions == null) throw new NotFoundException("captions", id);
        return open(captions);
    }

    /** Takes a recording of the actor's own away, unless it was sealed for a jury: withdrawing hides it there too. */
    public void discard(DossierId dossier, RecordingId id) {
        session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            Recording recording = work.require(RecordingKinds.RECORDING, DossierKinds.scope(dossier), id.value());
            boolean sealed = work.list(CertificationKinds.SEAL, DossierKinds.scope(dossier)).stream()
                    .anyMatch(each -> each.holds(id));
            if (sealed) throw ConflictException.state("recording.sealed", recording.name());
            work.remove(RecordingKinds.RECORDING, recording);
            work.journal("recording.discarded", opened.person(), opened.role());
            return true;
        });
    }

    private Playback playable(DossierId dossier, RecordingId id) {
        return session.read(work -> {
            Opened opened = gate.dossier(dossier, Permission.READ_REFLECTION, work);
            Recording recording = work.require(RecordingKinds.RECORDING, DossierKinds.scope(dossier), id.value());
            visible(dossier, recording.reflection(), opened, work);
            Playback playback = RecordingVisibility.playbacks(
                            dossier, List.of(recording), RecordingVisibility.today(zone, work), work)
                    .get(0);
            if (!playback.playable()) {
                throw new DeniedException(Message.of("recording.hidden", playback.standing()));
            }
            return playback;
        });
    }

    private record Allowed(Opened opened, List<PersonId> people) {}

    private Allowed allowed(DossierId dossier, ReflectionId reflection, NewRecording input, Work work) {
        Opened opened = gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
        work.requireOn(RecordingKinds.RECORDING);
        Guide guide = visible(dossier, reflection, opened, work);
        if (input.question() != null) guide.requireAsked(input.question());
        int there = work.where(RecordingKinds.RECORDING, RecordingKinds.recordingsOf(reflection))
                .size();
        if (there >= MOST) throw ConflictException.state("recording.too-many", MOST);
        Set<PersonId> people = new LinkedHashSet<>(List.of(opened.dossier().learner()));
        people.addAll(input.people());
        requireAuthorised(
                people,
                input.project(),
                RecordingVisibility.authorisations(dossier, people, work),
                RecordingVisibility.today(zone, work));
        return new Allowed(opened, new ArrayList<>(people));
    }

    private static void requireAuthorised(
            Collection<PersonId> people, String project, List<Authorisation> authorisations, LocalDate today) {
        for (PersonId person : people) {
            Standing standing =
                    Recording.standing(List.of(person), project, AuthorisationKind.RECORDING, authorisations, today);
            if (standing != Standing.HOLDS) {
                throw new DeniedException(Message.of("recording.not-authorised", person, project, standing));
            }
        }
    }

    /** The guide of a reflection that the actor may see; a draft is its learner's. */
    private static Guide visible(DossierId dossier, ReflectionId id, Opened opened, Work work) {
        return work.find(ReflectionKinds.REFLECTION, DossierKinds.scope(dossier), id.value())
                .map(Reflection::guide)
                .or(() -> work.find(ReflectionKinds.REFLECTION_DRAFT, DossierKinds.scope(dossier), id.value())
                        .filter(draft -> opened.role() == Role.LEARNER)
                        .map(ReflectionDraft::guide))
                .orElseThrow(() -> new NotFoundException("reflection", id));
    }

    private InputStream open(Stored stored) {
        return engine.store()
                .contents()
                .open(stored)
                .orElseThrow(() -> new StorageException(Message.of("content.missing", stored.sha256()), null));
    }

    private static long seconds(Duration duration) {
        boolean begun = duration.getNano() > 0 && duration.getSeconds() < Long.MAX_VALUE;
        return begun ? duration.getSeconds() + 1 : duration.getSeconds();
    }

    private Stored stored(NewAttachment file) {
        try (InputStream in = file.source().open()) {
            return engine.store().contents().write(in, engine.now());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private @Nullable Stored captions(NewAttachment file) {
        if (file.captions() == null) return null;
        try (InputStream in = file.captions().open()) {
            byte[] bytes = in.readNBytes(LONGEST_CAPTIONS + 1);
            InvalidInputException.unless(
                    bytes.length <= LONGEST_CAPTIONS, "file.captions", "captions.too-long", LONGEST_CAPTIONS);
            InvalidInputException.unless(isWebVtt(bytes), "file.captions", "captions.webvtt");
            return engine.store().contents().write(new ByteArrayInputStream(bytes), engine.now());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** WebVTT, W3C, section 4.1: UTF-8, and the signature on a line that it begins. */
    private static boolean isWebVtt(byte[] bytes) {
        try {
            return WEB_VTT.matcher(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
                    .lookingAt();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static InvalidInputException unreadable(NewAttachment file, IOException e) {
        return new InvalidInputException(
                List.of(new InvalidInputException.Violation(
                        "file", Message.of("attachment.unreadable", file.name(), String.valueOf(e.getMessage())))),
                e);
    }
}
