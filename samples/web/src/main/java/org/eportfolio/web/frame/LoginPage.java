package org.eportfolio.web.frame;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.demo.Demonstration;
import org.eportfolio.web.account.CasSignIn;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Line;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in. */
@Controller
final class LoginPage {
    private final ObjectProvider<Demo> demo;
    private final ObjectProvider<InMemoryClientRegistrationRepository> providers;
    private final ObjectProvider<CasSignIn> cas;

    LoginPage(
            ObjectProvider<Demo> demo,
            ObjectProvider<InMemoryClientRegistrationRepository> providers,
            ObjectProvider<CasSignIn> cas) {
        this.demo = demo;
        this.providers = providers;
        this.cas = cas;
    }

    @GetMapping("/login")
    String login(Model model) {
        Demo shown = demo.getIfAvailable();
        List<Demonstration.Player> players = shown == null ? List.of() : shown.players();
        model.addAttribute(
                "players",
                players.stream().map(each -> new Choice(each.id(), each.name())).toList());
        List<Line> identities = new ArrayList<>();
        InMemoryClientRegistrationRepository known = providers.getIfAvailable();
        if (known != null) {
            known.forEach(each -> identities.add(
                    new Line(each.getClientName(), "", "/oauth2/authorization/" + each.getRegistrationId())));
        }
        cas.ifAvailable(each -> identities.add(each.link()));
        model.addAttribute("identities", identities);
        CasSignIn elsewhere = cas.getIfAvailable();
        model.addAttribute("elsewhere", elsewhere == null ? null : elsewhere.out());
        model.addAttribute("password", Demo.PASSWORD);
        return "login";
    }
}
