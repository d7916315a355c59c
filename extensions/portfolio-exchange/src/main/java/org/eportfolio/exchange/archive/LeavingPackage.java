package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.PersonExport;
import org.eportfolio.core.TakeAway;
import org.eportfolio.id.DossierId;

/**
 * What a learner takes away: a ZIP with a page to read offline, the records and the files, and beside them an archive of each
 * dossier ({@code archives/ID.zip}), which another school's portfolio imports as history. Given to
 * {@code Portfolio.with(store).takeAway(new LeavingPackage())}. A file of a dossier is in it twice: to be looked at, and in the archive.
 * Immutable and thread-safe.
 */
public final class LeavingPackage implements TakeAway {
    @Override
    public void write(PersonExport export, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        export.addTo(zip);
        // What is in an archive is packed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (DossierId each : export.dossiers()) {
            zip.putNextEntry(new ZipEntry("archives/" + each + ".zip"));
            try (ArchiveWriter archive = new ArchiveWriter(new Inner(zip), ProgressListener.NONE)) {
                export.archive(each, archive);
                archive.finish(ArchiveFormat.TAKE_AWAY, each.toString());
            }
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** Closing the archive leaves the ZIP open. */
    private static final class Inner extends OutputStream {
        private final ZipOutputStream zip;

        Inner(ZipOutputStream zip) {
            this.zip = zip;
        }

        @Override
        public void write(int b) throws IOException {
            zip.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            zip.write(bytes, from, length);
        }
    }
}
