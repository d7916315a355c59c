package org.eportfolio.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eportfolio.CancelledException;
import org.eportfolio.PortfolioException;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why something was refused or failed. */
final class Failure implements IExecutionExceptionHandler {
    private final Session session;

    Failure(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        // CancellableTask has said so already.
        if (e instanceof CancelledException) return Session.REFUSED;
        session.screen().complaint(sentence(e));
        if (session.options().debug) trace(e);
        return Session.REFUSED;
    }

    /** Where it happened, without the messages, which may hold what people wrote. */
    private void trace(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            session.screen().complaint(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace())
                session.screen().complaint("    at " + frame);
        }
    }

    private String sentence(Throwable e) {
        Texts texts = session.texts();
        if (e instanceof PortfolioException refused) return refused.message(texts.locale());
        if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return sentence(wrapped.getCause());
        }
        if (e instanceof NoSuchFileException none) return notThere(Path.of(String.valueOf(none.getFile())), texts);
        if (e instanceof AccessDeniedException denied) return texts.say("failed.closed-file", denied.getFile());
        if (e instanceof FileAlreadyExistsException there) return texts.say("failed.there", there.getFile());
        if (e instanceof CharacterCodingException) return texts.say("failed.not-utf-8");
        if (e instanceof FileSystemException trouble) {
            return texts.say("failed.file", trouble.getFile(), String.valueOf(trouble.getReason()));
        }
        // As the JDK has it on every system with folders that can be opened; it names none.
        if (e instanceof IOException && "Is a directory".equals(e.getMessage())) return texts.say("failed.is-folder");
        if (e instanceof IOException || e instanceof InvalidPathException) {
            return texts.say("failed.io", String.valueOf(e.getMessage()));
        }
        if (e instanceof Refusal) return String.valueOf(e.getMessage());
        return texts.say("failed.unexpected", e.toString());
    }

    /** Where the folder is missing it is named, for the default file may not be meant. */
    private static String notThere(Path file, Texts texts) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder)
                ? texts.say("failed.no-file", file)
                : texts.say("failed.no-folder", folder);
    }
}
