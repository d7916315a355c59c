package org.eportfolio.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.Me;
import org.eportfolio.core.Desk;
import org.eportfolio.school.Role;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.draft.DraftKeys;
import org.eportfolio.web.look.Words;
import org.eportfolio.web.unsent.Waiting;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes what stands around a page. */
@Component
public final class Frames {
    private final ObjectProvider<Desk> desks;
    private final ObjectProvider<Demo> demo;
    private final DraftKeys keys;
    private final Waiting waiting;

    public Frames(ObjectProvider<Desk> desks, ObjectProvider<Demo> demo, DraftKeys keys, Waiting waiting) {
        this.desks = desks;
        this.demo = demo;
        this.keys = keys;
        this.waiting = waiting;
    }

    public Frame around(HttpServletRequest request) {
        String language = Words.language().getLanguage().equals(Locale.FRENCH.getLanguage()) ? "fr" : "en";
        boolean shown = demo.getIfAvailable() != null;
        String asked = Objects.requireNonNullElse(request.getQueryString(), "");
        if (request.getUserPrincipal() == null)
            return new Frame(language, null, List.of(), null, shown, null, 0, asked);
        int unsent = waiting.of(request).size();
        try {
            Me me = desks.getObject().me().get();
            List<Frame.RoleChoice> roles = me.choice().stream()
                    .map(each -> new Frame.RoleChoice(each.name(), Words.name(each), each == me.acting()))
                    .toList();
            String dossier = me.dossiers().isEmpty()
                    ? null
                    : me.dossiers().get(me.dossiers().size() - 1).id().toString();
            // Also while they act in another role: their phone forgets their drafts when they sign out.
            boolean learns = dossier != null || me.choice().contains(Role.LEARNER);
            String account = learns && keys.areThere() ? keys.account(me.person()) : null;
            return new Frame(language, me.name().display(), roles, dossier, shown, account, unsent, asked);
        } catch (PortfolioException | BeansException e) {
            // The page itself says what is wrong; around it stands what is known.
            return new Frame(
                    language, request.getUserPrincipal().getName(), List.of(), null, shown, null, unsent, asked);
        }
    }
}
