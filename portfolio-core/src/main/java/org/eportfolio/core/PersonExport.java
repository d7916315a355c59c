package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.eportfolio.NotFoundException;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ExportedArchive;
import org.eportfolio.core.internal.privacy.Disclosure;
import org.eportfolio.core.internal.privacy.ExportPage;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.internal.file.ZipEntryOutput;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.spi.Stored;

/**
 * All that is kept about a person, as it stood in one snapshot: to go through, or to write as a folder or a ZIP with a
 * page to read offline ({@code index.html}), the records as JSON lines ({@code records.jsonl}, times in microseconds
 * since 1970) and the files by the SHA-256 of their content ({@code files/…}). Records are held in memory, files are
 * streamed. Thread-safe; valid as long as the portfolio is open.
 */
public final class PersonExport {
    private final PersonId person;
    private final boolean asked;
    private final List<Disclosure.Disclosed> disclosed;
    private final Locale locale;
    private final Engine engine;
    private final Archives archives;

    /** Writes the archive of a dossier. */
    @FunctionalInterface
    interface Writing {
        ExportedArchive write(DossierId dossier, ArchiveSink to) throws IOException;
    }

    /** The person's dossiers, and how each is archived. */
    record Archives(List<DossierId> dossiers, Writing writing) {
        /** An export that is for reading alone. */
        static final Archives NONE = new Archives(List.of(), (dossier, to) -> {
            throw new NotFoundException("dossier", dossier);
        });

        Archives {
            dossiers = List.copyOf(dossiers);
        }
    }

    PersonExport(PersonId person, boolean asked, List<Disclosure.Disclosed> disclosed, Locale locale, Engine engine) {
        this(person, asked, disclosed, locale, engine, Archives.NONE);
    }

    /** @param asked whether the person makes it, so that their drafts are in it */
    PersonExport(
            PersonId person,
            boolean asked,
            List<Disclosure.Disclosed> disclosed,
            Locale locale,
            Engine engine,
            Archives archives) {
        this.person = person;
        this.asked = asked;
        this.disclosed = List.copyOf(disclosed);
        this.locale = locale;
        this.engine = engine;
        this.archives = archives;
    }

    /** Whose it is. */
    public PersonId person() {
        return person;
    }

    /** Goes through the records, scope by scope and kind by kind. */
    public void forEach(Consumer<? super ExportedRecord> reader) {
        disclosed.forEach(each -> reader.accept(each.exported()));
    }

    /** Only what the person provided (GDPR art. 20). */
    public PersonExport portable() {
        return new PersonExport(
                person,
                asked,
                disclosed.stream().filter(each -> each.exported().provided()).toList(),
                locale,
                engine,
                archives);
    }

    /**
     * The dossiers of the person that {@link #archive} can write: for one who leaves all of them, those that came from elsewhere
     * too; otherwise none.
     */
    public List<DossierId> dossiers() {
        return archives.dossiers();
    }

    /**
     * Writes a dossier as a take-away ({@link ArchiveDesk#takeAway}), to be imported elsewhere.
     *
     * @param dossier one of {@link #dossiers}
     */
    public ExportedArchive archive(DossierId dossier, ArchiveSink to) throws IOException {
        Objects.requireNonNull(to, "to");
        if (!dossiers().contains(dossier)) throw new NotFoundException("dossier", dossier);
        return archives.writing().write(dossier, to);
    }

    /** In which language it is written. */
    public Locale language() {
        return locale;
    }

    /** Adds the page, the records and the files to a ZIP that is being written, which stays open. */
    public void addTo(ZipOutputStream zip) throws IOException {
        write(name -> {
            // Most of what people attach is packed already.
            zip.setLevel(name.startsWith("files/") ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
            return ZipEntryOutput.begin(zip, name);
        });
    }

    /** The files that the records refer to, each once. */
    public Set<Stored> files() {
        Set<Stored> files = new LinkedHashSet<>();
        disclosed.forEach(each -> files.addAll(each.exported().files()));
        return files;
    }

    /**
     * Writes a folder, which is made if it is not there. Only the owner of the program may read what is made.
     *
     * @throws java.nio.file.FileAlreadyExistsException if something of that name lies in it already
     */
    public void writeTo(Path folder) throws IOException {
        OwnerOnly.createFolders(folder.resolve("files"));
        write(name -> OwnerOnly.create(folder.resolve(name)));
    }

    /** Writes a ZIP; the stream is flushed, not closed. */
    public void zipTo(OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        addTo(zip);
        zip.finish();
        zip.flush();
    }

    private interface Opening {
        OutputStream open(String name) throws IOException;
    }

    private void write(Opening place) throws IOException {
        try (OutputStream page = place.open("index.html")) {
            page.write(new ExportPage(
                            person,
                            asked,
                            engine.now(),
                            disclosed,
                            locale,
                            engine.clock().getZone())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream lines = place.open("records.jsonl")) {
            for (Disclosure.Disclosed each : disclosed) lines.write(line(each.exported()));
        }
        for (Stored file : files()) {
            try (InputStream in = RequiredContent.open(file, engine);
                    OutputStream out = place.open(ExportPage.path(file))) {
                in.transferTo(out);
            }
        }
    }

    private static byte[] line(ExportedRecord each) {
        return ("{\"kind\":\"" + each.kind() + "\",\"scope\":\"" + each.scope() + "\",\"id\":\"" + each.id()
                        + "\",\"provided\":" + each.provided() + ",\"record\":" + each.json() + "}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
