package org.eportfolio.web.draft;

import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the scripts of a phone ask about its drafts. */
@Controller
@ResponseBody
final class DraftPage {
    private final DraftKeys keys;

    DraftPage(DraftKeys keys) {
        this.keys = keys;
    }

    /**
     * Who is signed in, and the mark without which nothing is taken: a page from before has an old one.
     *
     * @param account as {@link DraftKeys#account}
     */
    record State(String account, String mark) {}

    private static PersonId person(Desk desk) {
        return desk.me().get().person();
    }

    @GetMapping("/drafts")
    State state(Desk desk, CsrfToken mark) {
        return new State(keys.account(person(desk)), mark.getToken());
    }

    @PostMapping("/drafts/key")
    DraftKeys.Pair key(Desk desk) {
        return keys.made(person(desk));
    }

    @PostMapping("/drafts/open")
    DraftKeys.Opened open(Desk desk, @RequestParam String sealed) {
        return keys.opened(person(desk), sealed);
    }
}
