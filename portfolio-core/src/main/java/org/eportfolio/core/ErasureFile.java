package org.eportfolio.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.input.FileTrouble;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasureRegister;

/**
 * A register of erasures in a file of its own, one receipt a line as JSON, each synced to the disk. Keep it beside the
 * database, and never restore it together with one. Thread-safe within one process.
 */
public final class ErasureFile implements ErasureRegister {
    private final Path file;

    private ErasureFile(Path file) {
        this.file = file;
    }

    /** The register in this file, which is made with the first receipt. */
    public static ErasureFile at(Path file) {
        return new ErasureFile(file.toAbsolutePath().normalize());
    }

    @Override
    public synchronized void keep(ErasureReceipt receipt) {
        if (receipts().stream().anyMatch(each -> each.id().equals(receipt.id()))) return;
        ByteBuffer line = ByteBuffer.wrap((Work.json().text(receipt) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            OwnerOnly.prepare(file);
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                while (line.hasRemaining()) out.write(line);
                out.force(true);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** {@inheritDoc} A last line that a crash cut off is passed over: the store still has its receipt. */
    @Override
    public synchronized List<ErasureReceipt> receipts() {
        if (!Files.exists(file)) return List.of();
        try {
            String text = Files.readString(file);
            List<ErasureReceipt> receipts = new ArrayList<>();
            for (int from = 0, end = text.indexOf('\n'); end >= 0; from = end + 1, end = text.indexOf('\n', from)) {
                receipts.add(Work.json().record(text.substring(from, end), ErasureReceipt.class));
            }
            return receipts;
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    private StorageException failed(Exception e) {
        Object why = e instanceof MalformedException ? MalformedException.reason(e) : FileTrouble.of(e);
        return new StorageException(Message.of("erasure.register-failed", file, why), e);
    }
}
