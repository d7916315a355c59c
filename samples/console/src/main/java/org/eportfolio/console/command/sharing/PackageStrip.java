package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.PersonId;
import org.eportfolio.sharing.HandedPackage;

/**
 * What a learner who left is handed over: a link and a code, shown this once.
 *
 * @param token what opens the link
 * @param until the last day on which it opens
 */
public record PackageStrip(PersonId learner, String name, String token, String code, LocalDate until) {
    /** The strip of a package that was just handed over. */
    public static PackageStrip of(HandedPackage handed, LocalDate until, Lookup lookup) {
        return new PackageStrip(
                handed.learner(),
                lookup.name(handed.learner()),
                handed.link().token().text(),
                handed.code().text(),
                until);
    }

    /** As it is printed. */
    public List<String> lines(Texts texts) {
        return List.of(
                name,
                texts.say("package.strip.link", token),
                texts.say("package.strip.code", code),
                texts.say("package.strip.until", until));
    }
}
