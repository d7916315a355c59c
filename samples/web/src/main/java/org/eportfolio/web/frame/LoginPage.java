package org.eportfolio.web.frame;

import java.util.List;
import org.eportfolio.console.demo.Demonstration;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.look.Choice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in. */
@Controller
final class LoginPage {
    private final ObjectProvider<Demo> demo;

    LoginPage(ObjectProvider<Demo> demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    String login(Model model) {
        Demo shown = demo.getIfAvailable();
        List<Demonstration.Player> players = shown == null ? List.of() : shown.players();
        model.addAttribute(
                "players",
                players.stream().map(each -> new Choice(each.id(), each.name())).toList());
        model.addAttribute("password", Demo.PASSWORD);
        return "login";
    }
}
