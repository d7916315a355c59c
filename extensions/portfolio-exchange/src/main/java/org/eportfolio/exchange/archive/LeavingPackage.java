package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.PersonExport;
import org.eportfolio.core.TakeAway;
import org.eportfolio.id.DossierId;
import org.eportfolio.internal.file.ZipEntryOutput;

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
            OutputStream entry = ZipEntryOutput.begin(zip, "archives/" + each + ".zip");
            try (ArchiveWriter archive = new ArchiveWriter(entry, ProgressListener.NONE)) {
                export.archive(each, archive);
                archive.finish(ArchiveFormat.TAKE_AWAY, each.toString());
            }
        }
        zip.finish();
        zip.flush();
    }
}
