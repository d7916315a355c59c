package org.eportfolio.web.unsent;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eportfolio.web.secret.SchoolSecret;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Says of a page for whom it was shown, sealed, so that a form that comes back says so too: for an account, or for no account at one
 * address. A mark gives no right. Thread-safe.
 */
@Component
final class PageMarks {
    /** How long a page may stand open before what is typed in it is no longer taken for its reader's. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final String USE = "page";

    private final SchoolSecret secret;
    private final InstantSource clock;

    @Autowired
    PageMarks(SchoolSecret secret) {
        this(secret, InstantSource.system());
    }

    PageMarks(SchoolSecret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * For whom a page was shown.
     *
     * @param account {@code null} for someone without one
     * @param address of the page, for someone without an account; empty for an account
     */
    record Reader(@Nullable String account, String address) {}

    /** The reader of the page at this address, in this request. */
    static Reader now(String address) {
        String account = account();
        return account == null ? new Reader(null, address) : new Reader(account, "");
    }

    /** Which account is signed in, and by whom accounts of its kind are given; {@code null} where none is. */
    static @Nullable String account() {
        Principal signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) return null;
        String by = signedIn instanceof OAuth2AuthenticationToken token
                ? token.getAuthorizedClientRegistrationId()
                : signedIn.getClass().getSimpleName();
        return by + " " + signedIn.getName();
    }

    String sealed(Reader reader) {
        String account = reader.account();
        String text = clock.instant().getEpochSecond() + (account == null ? "/" + reader.address() : " " + account);
        return secret.sealed(USE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code null} for what is no mark of this school, or an old one. */
    @Nullable
    Reader opened(String mark) {
        byte[] bytes = secret.opened(USE, mark);
        if (bytes == null) return null;
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = 0;
        while (Character.isDigit(text.charAt(end))) end++;
        Instant at = Instant.ofEpochSecond(Long.parseLong(text.substring(0, end)));
        if (at.plus(LONGEST).isBefore(clock.instant())) return null;
        String rest = text.substring(end + 1);
        return text.charAt(end) == '/' ? new Reader(null, rest) : new Reader(rest, "");
    }
}
