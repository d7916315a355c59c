package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.Line;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.RecordingBytes;
import org.eportfolio.internal.file.ImageFormat;

/**
 * The files of a feed. Audio and video stay out, whatever they call themselves: they need an authorisation here (row A4). So
 * do pictures, unless the learner declares that no one can be recognised in them (row J4).
 */
final class LeapAttachments {
    private static final int MOST = 100;
    private static final String UNKNOWN = "application/octet-stream";

    private final LeapSource source;
    private final Map<String, ReadEntry> entries;
    private final Findings findings;
    /** Whether files are read whole now, which an import does later. */
    private final boolean check;

    private final boolean picturesShowNobody;

    LeapAttachments(LeapSource source, Map<String, ReadEntry> entries, Findings findings, ImportOptions options) {
        this.source = source;
        this.entries = entries;
        this.findings = findings;
        this.check = options.dryRun();
        this.picturesShowNobody = options.picturesShowNobody();
    }

    /** Whether an entry is a file, or says that it is one: a resource with bytes of its own. */
    boolean isFile(ReadEntry entry) {
        return entry.type().equals("resource") && !bytes(entry).isEmpty();
    }

    /**
     * Where an entry says that bytes of its own are: its content, or as Mahara writes it an enclosure that is no entry. Pages elsewhere
     * are none.
     */
    private Collection<ReadEntry.Link> bytes(ReadEntry entry) {
        Map<String, ReadEntry.Link> bytes = new LinkedHashMap<>();
        if (!entry.source.isEmpty()) {
            bytes.put(entry.source, new ReadEntry.Link("", entry.source, entry.content.type()));
        }
        entry.links("enclosure")
                .filter(each -> !entries.containsKey(each.to()))
                .forEach(each -> bytes.putIfAbsent(each.to(), each));
        bytes.keySet().removeIf(ArrivingEntry.Address::isWeb);
        return bytes.values();
    }

    /** The entries of files that another entry attaches. */
    List<ReadEntry> attachedTo(ReadEntry entry) {
        return entry.links("related", "enclosure", "has_part", "has_evidence", "relation")
                .map(each -> entries.get(each.to()))
                .filter(each -> each != null && each != entry && isFile(each))
                .distinct()
                .toList();
    }

    /** The files that come in with an entry; those that do not are named. */
    List<NewAttachment> of(ReadEntry entry) throws IOException {
        List<NewAttachment> files = new ArrayList<>();
        addAll(entry, entry, files);
        for (ReadEntry each : attachedTo(entry)) addAll(entry, each, files);
        return files;
    }

    /** @param of whose bytes they are; the title of an entry that is one file names it */
    private void addAll(ReadEntry entry, ReadEntry of, List<NewAttachment> files) throws IOException {
        Collection<ReadEntry.Link> bytes = bytes(of);
        String title = isFile(of) && bytes.size() == 1 ? of.title : "";
        for (ReadEntry.Link each : bytes) add(entry, each.to(), title, each.type(), files);
    }

    private void add(ReadEntry entry, String address, String title, String type, List<NewAttachment> files)
            throws IOException {
        Place place = place(entry);
        Optional<String> found = source.find(address);
        if (found.isEmpty()) {
            findings.remark(place, "leap2a.file-missing", named(title, address), entry.title);
            findings.leftOut("file", 1);
            return;
        }
        String path = found.get();
        NewAttachment file = NewAttachment.of(named(title, path), mediaType(type, path), () -> source.open(path));
        byte[] start = start(path);
        Optional<ImageFormat> picture = ImageFormat.of(start);
        boolean isPicture = picture.isPresent() || file.isPicture();
        if (file.isRecording() || RecordingBytes.isRecording(start)) {
            findings.remark(place, "leap2a.recording", file.name(), entry.title);
            findings.leftOut("recording", 1);
        } else if (isPicture && picture.orElse(ImageFormat.OTHER) == ImageFormat.OTHER) {
            findings.remark(place, "leap2a.picture-not-cleaned", file.name(), entry.title);
            findings.leftOut("file", 1);
        } else if (isPicture && !picturesShowNobody) {
            findings.remark(place, "leap2a.picture", file.name(), entry.title);
            findings.leftOut("file", 1);
        } else if (files.size() >= MOST) {
            findings.remark(place, "leap2a.files-beyond", MOST, file.name(), entry.title);
            findings.leftOut("file", 1);
        } else {
            files.add(isPicture ? file.showingNobody() : file);
            findings.added("file", 1);
        }
    }

    /** The first bytes; all of them are looked at in a dry run, so that it meets what an import would. */
    private byte[] start(String path) throws IOException {
        try (InputStream in = source.open(path)) {
            byte[] start = in.readNBytes(RecordingBytes.LOOKED_AT);
            if (check) in.transferTo(OutputStream.nullOutputStream());
            return start;
        }
    }

    private static String named(String title, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name =
                title.isBlank() || title.indexOf('.') < 0 ? (title.isBlank() ? last : title + ending(last)) : title;
        String harmless = LeapMapping.line(name.replace('/', '-').replace('\\', '-'), 200);
        return harmless.isEmpty() || harmless.matches("\\.{1,2}") || !Line.Check.harmless(harmless) ? "file" : harmless;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 9 ? name.substring(dot) : "";
    }

    private static String mediaType(String type, String path) {
        if (type.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")) return type;
        String guessed = URLConnection.guessContentTypeFromName(path);
        return guessed == null ? UNKNOWN : guessed;
    }

    private Place place(ReadEntry entry) {
        return new Place(source.feedName(), entry.line, "");
    }
}
