package org.eportfolio.sealverify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.eportfolio.MessageBundle;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Checks a sealed file: {@code java -jar seal-verify.jar FILE [ROOT]}. Needs no portfolio and no other jar. ROOT is the
 * root hash that the school published; with it, a file that is whole but was not the one sealed is found too.
 *
 * <p>Ends with 0 when the file is whole (and has that root), 1 when it is not, 2 when it could not be looked at.
 */
public final class SealVerify {
    /** The file is whole, and is the one asked for if a root was given. */
    static final int WHOLE = 0;
    /** The file is not what was sealed. */
    static final int NOT_WHOLE = 1;
    /** The question makes no sense, or the file cannot be read. */
    static final int NOT_CHECKED = 2;

    private static final MessageBundle TEXTS = MessageBundle.beside(SealVerify.class);

    private final PrintStream out;
    private final Locale language;

    SealVerify(PrintStream out, Locale language) {
        this.out = out;
        this.language = language;
    }

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, Charset.defaultCharset());
        int code = new SealVerify(out, Locale.getDefault()).run(arguments);
        out.flush();
        System.exit(code);
    }

    int run(String... arguments) {
        if (arguments.length < 1 || arguments.length > 2) return say(NOT_CHECKED, "seal-verify.usage");
        Hash published = null;
        if (arguments.length == 2) {
            try {
                published = Hash.parse(arguments[1].strip().toLowerCase(Locale.ROOT));
            } catch (RuntimeException e) {
                return say(NOT_CHECKED, "seal-verify.no-root", arguments[1]);
            }
        }
        return verified(arguments[0], published);
    }

    private int verified(String file, @Nullable Hash published) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) return say(NOT_CHECKED, "seal-verify.no-file", file);
            return answer(file, SealedFile.verify(path), published);
        } catch (InvalidPathException e) {
            return say(NOT_CHECKED, "seal-verify.no-file", file);
        } catch (IOException e) {
            return say(NOT_CHECKED, "seal-verify.unreadable", file);
        }
    }

    private int answer(String file, SealCheck check, @Nullable Hash published) {
        Hash root = check.root();
        if (root != null) say(WHOLE, "seal-verify.root", root);
        for (SealCheck.Fault each : check.faults()) {
            say(NOT_WHOLE, "seal-verify.fault." + each.wrong().name(), each.path());
        }
        if (!check.whole()) return say(NOT_WHOLE, "seal-verify.not-whole", file);
        if (check.signature() != null)
            say(WHOLE, "seal-verify.signed", check.signature().algorithm());
        if (published == null) return say(WHOLE, "seal-verify.whole", file);
        if (root == null || !published.equals(root)) return say(NOT_WHOLE, "seal-verify.other-root", file, published);
        return say(WHOLE, "seal-verify.same-root", file);
    }

    private int say(int code, String key, Object... arguments) {
        out.println(TEXTS.message(key, arguments).in(language));
        return code;
    }
}
