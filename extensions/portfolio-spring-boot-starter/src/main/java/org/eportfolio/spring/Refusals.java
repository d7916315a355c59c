package org.eportfolio.spring;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.CancelledException;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.MessageBundle;
import org.eportfolio.NotFoundException;
import org.eportfolio.PluginException;
import org.eportfolio.PortfolioException;
import org.eportfolio.StorageException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.TypeMismatchException;

/**
 * How a refusal of the library is answered over HTTP: by which status, and in which words. For hosts that write pages in
 * place of problem details.
 */
public final class Refusals {
    private static final MessageBundle TEXTS = MessageBundle.beside(Refusals.class);
    private static final String LIBRARY = "org.eportfolio";

    private Refusals() {}

    /** 401 to 503, as each kind of refusal is answered. What is unknown and what is hidden get the same. */
    public static int status(RuntimeException refusal) {
        if (refusal instanceof NotSignedInException) return 401;
        if (refusal instanceof DeniedException) return 403;
        if (refusal instanceof NotFoundException) return 404;
        if (refusal instanceof ConflictException) return 409;
        if (refusal instanceof InvalidInputException) return 422;
        if (refusal instanceof PluginException) return 500;
        return 503;
    }

    /** The last part of a problem's type, such as {@code not-found}: it never changes. */
    public static String name(RuntimeException refusal) {
        if (refusal instanceof NotSignedInException) return "not-signed-in";
        if (refusal instanceof DeniedException) return "denied";
        if (refusal instanceof NotFoundException) return "not-found";
        if (refusal instanceof ConflictException) return "conflict";
        if (refusal instanceof InvalidInputException) return "invalid-input";
        if (refusal instanceof PluginException) return "plugin";
        if (refusal instanceof CommitUnknownException) return "commit-unknown";
        if (refusal instanceof CancelledException) return "cancelled";
        return refusal instanceof StorageException ? "storage" : "unavailable";
    }

    /** What kind of refusal it is, in a few words. */
    public static String title(RuntimeException refusal, Locale language) {
        return TEXTS.message("title." + name(refusal)).in(language);
    }

    /**
     * Why, for the person who reads it. Of what is not found it is one sentence for all cases, and of what failed inside the
     * machine nothing but that it did.
     */
    public static String detail(RuntimeException refusal, Locale language) {
        boolean spoken = refusal instanceof DeniedException
                || refusal instanceof ConflictException
                || refusal instanceof InvalidInputException;
        if (spoken) return ((PortfolioException) refusal).message(language);
        return TEXTS.message("detail." + name(refusal)).in(language);
    }

    /** Each broken rule of an input in a sentence, by the path of the property at fault; what breaks two has both. */
    public static Map<String, String> byField(InvalidInputException refusal, Locale language) {
        Map<String, String> rules = new LinkedHashMap<>();
        refusal.violations()
                .forEach(each -> rules.merge(each.path(), each.rule().in(language), (a, b) -> a + " " + b));
        return rules;
    }

    /**
     * The library's refusal behind what a framework made of it: a bean that could not be made for the request, an id in an
     * address that is none. Empty if something else failed.
     */
    public static Optional<RuntimeException> behind(Throwable failure) {
        if (failure instanceof PortfolioException || failure instanceof NotSignedInException) {
            return Optional.of((RuntimeException) failure);
        }
        if (failure instanceof TypeMismatchException mismatch && isOfTheLibrary(mismatch.getRequiredType())) {
            return Optional.of(new NotFoundException("page", String.valueOf(mismatch.getValue())));
        }
        Throwable cause = failure.getCause();
        return failure instanceof BeansException && cause != null ? behind(cause) : Optional.empty();
    }

    private static boolean isOfTheLibrary(@Nullable Class<?> type) {
        return type != null && (type.getPackageName() + ".").startsWith(LIBRARY + ".");
    }
}
