package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import picocli.CommandLine;

/** What the program says of itself, in one language. */
final class HelpPages {
    private HelpPages() {}

    /** The page of each command and of those beneath it by their words, and that of the program by none. */
    static Map<String, String> all(String language) {
        String[] words = {"--help", "--lang", language};
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Session session = new Session(new Screen(nowhere, nowhere, false), Texts.asked(words));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("", page(words));
        Set<String> typed = new HashSet<>(AllCommands.NAMES);
        Console.commands(session, typed).getSubcommands().forEach((name, command) -> add(name, command, pages));
        return pages;
    }

    private static void add(String words, CommandLine command, Map<String, String> pages) {
        pages.put(words, command.getUsageMessage());
        command.getSubcommands().forEach((name, beneath) -> add(words + " " + name, beneath, pages));
    }

    /** The words of the commands that do something, and are not only there for those beneath them. */
    static Set<String> withoutGroups() {
        Set<String> all = all("en").keySet();
        return all.stream()
                .filter(each -> !each.isEmpty() && all.stream().noneMatch(other -> other.startsWith(each + " ")))
                .collect(Collectors.toSet());
    }

    /** What the program prints. */
    static String page(String... args) {
        Ran ran = Ran.in(false, args);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }
}
