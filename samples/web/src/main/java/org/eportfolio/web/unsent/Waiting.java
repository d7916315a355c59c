package org.eportfolio.web.unsent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was not sent, until the account that typed it signs in by the same browser: in the memory of this server, with the session, and
 * nowhere else. Once a page is shown there to another account it is gone. Thread-safe.
 */
@Component
public final class Waiting {
    private static final int MOST_FORMS = 3;

    /** Characters, of one form and of all that wait here. */
    private static final int MOST = 100_000;

    private static final int MOST_OF_ALL = 20_000_000;
    private static final String NAME = Waiting.class.getName();

    private int size;

    /** Those of one session. */
    private final class Forms implements HttpSessionBindingListener {
        private final String account;
        private final List<Unsent> all = new ArrayList<>();

        Forms(String account) {
            this.account = account;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent ended) {
            synchronized (Waiting.this) {
                List.copyOf(all).forEach(this::remove);
            }
        }

        private void remove(Unsent form) {
            if (all.remove(form)) size -= form.size();
        }
    }

    /** Whether there was room for it, and nothing of another account waits here. The same form waits once. */
    synchronized boolean keep(HttpServletRequest request, String account, Unsent form) {
        if (PageMarks.account() == null
                && holdsOf(request).filter(of -> !of.equals(account)).isPresent()) return false;
        if (form.size() > MOST || size + form.size() > MOST_OF_ALL) return false;
        Forms forms = of(request, account);
        if (forms == null) {
            forms = new Forms(account);
            request.getSession().setAttribute(NAME, forms);
        }
        forms.all.stream().filter(form::isLike).toList().forEach(forms::remove);
        if (forms.all.size() == MOST_FORMS) return false;
        forms.all.add(form);
        size += form.size();
        return true;
    }

    /** Whether something waits in this session, for whomever. */
    public static boolean holdsSome(HttpServletRequest request) {
        return holdsOf(request).isPresent();
    }

    private static Optional<String> holdsOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof Forms forms)) return Optional.empty();
        return Optional.of(forms.account);
    }

    private static @Nullable Forms of(HttpServletRequest request, @Nullable String account) {
        HttpSession session = account == null ? null : request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof Forms forms)) return null;
        if (forms.account.equals(account)) return forms;
        session.removeAttribute(NAME);
        return null;
    }

    /** Those of the account that is signed in. */
    public synchronized List<Unsent> of(HttpServletRequest request) {
        Forms forms = of(request, PageMarks.account());
        return forms == null ? List.of() : List.copyOf(forms.all);
    }

    /** It was sent, or is not wanted any more. */
    synchronized void drop(HttpServletRequest request, String id) {
        Forms forms = of(request, PageMarks.account());
        if (forms != null)
            forms.all.stream().filter(each -> each.id().equals(id)).toList().forEach(forms::remove);
    }
}
