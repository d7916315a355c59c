package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_REFLECTION;
import static org.eportfolio.access.Permission.READ_REFLECTION;
import static org.eportfolio.core.internal.kind.CertificationKinds.SEAL;
import static org.eportfolio.core.internal.kind.RecordingKinds.RECORDING;
import static org.eportfolio.core.internal.kind.ReflectionKinds.REFLECTION;
import static org.eportfolio.core.internal.kind.ReflectionKinds.REFLECTION_DRAFT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.image.ReceivedFile;
import org.eportfolio.core.internal.input.FileTrouble;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.reflection.MissingSignatures;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Preview;
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
import org.eportfolio.reflection.Translation;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Oral explicitations, as audio or video, and photos of people, beside a reflection. Nothing of a recording is kept, or even read, before
 * everybody who can be recognised in it has authorised it; at each later reading their authorisations are asked again,
 * and when one no longer holds the recording is hidden. Its bytes leave by this desk only. Thread-safe.
 */
public final class RecordingDesk {
    /** How many recordings a reflection takes. */
    static final int MOST = 20;

    /** The longest captions, in bytes. */
    static final int LONGEST_CAPTIONS = 1024 * 1024;

    private static final Pattern WEB_VTT = Pattern.compile("\uFEFF?WEBVTT(?:[ \\t][^\\r\\n]*)?(?:\\r\\n|\\n|\\r|$)");

    private final DeskContext desk;

    RecordingDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Adds a recording or a photo to a reflection of the actor's, shared or still a draft. The learner is always among the people
     * recorded. The sources of the file are opened only once every authorisation was found to hold; if one is withdrawn
     * while the bytes arrive, the recording is refused at the end. A photo is kept without what was written into it beside
     * the picture, such as the place where it was taken.
     */
    public Playback add(DossierId dossier, ReflectionId reflection, NewRecording input) {
        Objects.requireNonNull(reflection, "reflection");
        NewRecording given = Inputs.checked(input);
        Duration duration = given.duration();
        String words = words(given.file());
        Recording.requireDescribed(given.file().mediaType(), seconds(duration), words);
        Recording.requireTranslated(given.language(), given.translation());
        desk.read(dossier, KEEP_REFLECTION, call -> allowed(reflection, given, call));
        Stored captions = captions(given.file());
        Stored content = stored(given.file());
        InvalidInputException.unless(content.size() > 0, "file", "recording.empty");
        Preview preview = desk.previewOf(content, given.file().mediaType());
        return desk.write(dossier, KEEP_REFLECTION, call -> {
            List<PersonId> people = allowed(reflection, given, call);
            Recording recording = new Recording(
                    new RecordingId(call.newId()),
                    dossier,
                    reflection,
                    given.question(),
                    given.file().name(),
                    given.file().mediaType(),
                    content,
                    (int) seconds(duration),
                    Objects.requireNonNull(words),
                    captions,
                    given.project(),
                    people,
                    call.now(),
                    given.language(),
                    given.translation(),
                    given.accompaniedBy(),
                    preview);
            call.put(RECORDING, recording);
            call.journal("recording.added");
            return recording.playback(RecordingVisibility.authorisations(dossier, people, call.work()), call.today());
        });
    }

    /**
     * What may be seen now of the recordings of a reflection, the oldest first; those of a draft by its learner only.
     *
     * @return at most {@value #MOST}
     */
    public List<Playback> of(DossierId dossier, ReflectionId reflection) {
        Objects.requireNonNull(reflection, "reflection");
        return desk.read(dossier, READ_REFLECTION, call -> {
            visible(reflection, call);
            return RecordingVisibility.of(dossier, reflection, call.today(), call.work());
        });
    }

    /** What may be seen now of one recording; those of a draft by its learner only. */
    public Playback get(DossierId dossier, RecordingId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_REFLECTION, call -> {
            Recording recording = call.require(RECORDING, id.value());
            visible(recording.reflection(), call);
            return RecordingVisibility.playbacks(dossier, List.of(recording), call.today(), call.work())
                    .get(0);
        });
    }

    /** The bytes of a recording that may be played now, to be closed by the caller. A slow download holds nothing. */
    public InputStream download(DossierId dossier, RecordingId id) {
        return download(dossier, id, ByteRange.ALL).bytes();
    }

    /**
     * The same with its name and type, and of its bytes only those wanted: what comes before is not read. Whether it may be
     * played is asked anew for each range.
     *
     * @throws InvalidInputException if the range lies outside the recording
     */
    public Download download(DossierId dossier, RecordingId id, ByteRange range) {
        Objects.requireNonNull(range, "range");
        Playback played = playable(dossier, id);
        Stored content = Objects.requireNonNull(played.content());
        return RequiredContent.open(played.name(), played.mediaType(), content, range, desk.engine());
    }

    /**
     * A small picture of a recording that may be played now, to be closed by the caller; empty if none was made
     * ({@link Portfolio.Builder#previews}). Whether it may be played is asked as for the recording itself.
     */
    public Optional<Download> preview(DossierId dossier, RecordingId id) {
        Playback played = playable(dossier, id);
        return RequiredContent.preview(played.name(), played.preview(), desk.engine());
    }

    /** The captions, in WebVTT, of a recording that may be played now, to be closed by the caller. */
    public InputStream downloadCaptions(DossierId dossier, RecordingId id) {
        Stored captions = playable(dossier, id).captions();
        if (captions == null) throw new NotFoundException("captions", id);
        return RequiredContent.open(captions, desk.engine());
    }

    /** Takes a recording of the actor's own away, unless it was sealed for a jury: withdrawing hides it there too. */
    public void discard(DossierId dossier, RecordingId id) {
        desk.run(dossier, KEEP_REFLECTION, call -> {
            Recording recording = call.require(RECORDING, id.value());
            boolean sealed = call.list(SEAL).stream().anyMatch(each -> each.holds(id));
            if (sealed) throw ConflictException.state("recording.sealed", recording.name());
            call.remove("recording.discarded", RECORDING, recording);
        });
    }

    private Playback playable(DossierId dossier, RecordingId id) {
        return desk.read(dossier, READ_REFLECTION, call -> {
            Recording recording = call.require(RECORDING, id.value());
            visible(recording.reflection(), call);
            Playback playback = RecordingVisibility.playbacks(dossier, List.of(recording), call.today(), call.work())
                    .get(0);
            if (!playback.playable()) {
                throw new DeniedException(Message.of("recording.hidden", playback.standing()));
            }
            return playback;
        });
    }

    /** The people who can be recognised, once all of them are found to have authorised it. */
    private static List<PersonId> allowed(ReflectionId reflection, NewRecording input, DossierCall call) {
        call.work().requireOn(RECORDING);
        Translation translation = input.translation();
        InvalidInputException.unless(
                translation == null || !translation.on().isAfter(call.today()),
                "translation",
                "recording.translated-later");
        Guide guide = visible(reflection, call);
        if (input.question() != null) guide.requireAsked(input.question());
        int there =
                call.where(RECORDING, RecordingKinds.recordingsOf(reflection)).size();
        if (there >= MOST) throw ConflictException.state("recording.too-many", MOST);
        Set<PersonId> people = new LinkedHashSet<>(List.of(call.learner()));
        people.addAll(input.people());
        requireAuthorised(
                people,
                input.project(),
                RecordingVisibility.authorisations(call.dossier().id(), people, call.work()),
                call.today());
        return new ArrayList<>(people);
    }

    private static void requireAuthorised(
            Collection<PersonId> people, String project, List<Authorisation> authorisations, LocalDate today) {
        for (PersonId person : people) {
            Standing standing =
                    Recording.standing(List.of(person), project, AuthorisationKind.RECORDING, authorisations, today);
            if (standing != Standing.HOLDS) {
                throw new DeniedException(MissingSignatures.of(person, project, authorisations, today)
                        .orElseGet(() -> Message.of("recording.not-authorised", person, project, standing)));
            }
        }
    }

    /** The guide of a reflection that the actor may see; a draft is its learner's. */
    private static Guide visible(ReflectionId id, DossierCall call) {
        return call.find(REFLECTION, id.value())
                .map(Reflection::guide)
                .or(() -> call.find(REFLECTION_DRAFT, id.value())
                        .filter(draft -> call.role() == Role.LEARNER)
                        .map(ReflectionDraft::guide))
                .orElseThrow(() -> new NotFoundException("reflection", id));
    }

    private static long seconds(Duration duration) {
        boolean begun = duration.getNano() > 0 && duration.getSeconds() < Long.MAX_VALUE;
        return begun ? duration.getSeconds() + 1 : duration.getSeconds();
    }

    private static @Nullable String words(NewAttachment file) {
        return Recording.isPhoto(file.mediaType()) ? file.alternative() : file.transcript();
    }

    private Stored stored(NewAttachment file) {
        return new ReceivedFile(file, "file")
                .keepShowingPeople(
                        desk.engine().store().contents(), desk.engine().now());
    }

    private @Nullable Stored captions(NewAttachment file) {
        if (file.captions() == null) return null;
        try (InputStream in = file.captions().open()) {
            byte[] bytes = in.readNBytes(LONGEST_CAPTIONS + 1);
            InvalidInputException.unless(
                    bytes.length <= LONGEST_CAPTIONS, "file.captions", "captions.too-long", LONGEST_CAPTIONS);
            InvalidInputException.unless(isWebVtt(bytes), "file.captions", "captions.webvtt");
            return desk.engine()
                    .store()
                    .contents()
                    .write(new ByteArrayInputStream(bytes), desk.engine().now());
        } catch (IOException e) {
            throw FileTrouble.unreadable("file", file.name(), e);
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
}
