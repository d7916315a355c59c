package org.eportfolio.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One entry of a ZIP that is being written: closing it leaves the ZIP open. For one thread. */
public final class ZipEntryOutput extends OutputStream {
    private final ZipOutputStream zip;

    private ZipEntryOutput(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Begins an entry of this name. */
    public static ZipEntryOutput begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new ZipEntryOutput(zip);
    }

    @Override
    public void write(int b) throws IOException {
        zip.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        zip.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        zip.closeEntry();
    }
}
