package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Issued;
import org.eportfolio.console.view.Told;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Links to what is in a dossier, and what was read through them. */
@Command(name = "share", synopsisSubcommandLabel = "COMMAND")
public final class ShareCommands extends Commands {
    public ShareCommands(Session session) {
        super(session);
    }

    @Command(name = "create")
    int create(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase,
            @Option(names = "--until", paramLabel = "DATE", required = true, converter = Days.class) LocalDate until)
            throws Exception {
        return show(
                whose,
                own -> Issued.of(
                        own.desk()
                                .shares()
                                .share(own.id(), own.showcase(showcase).id(), until),
                        own.finding()));
    }

    @Command(name = "list")
    int list(@Mixin Whose whose) throws Exception {
        return show(whose, own -> Told.each(links(own), each -> Issued.told(each, own.finding()), say("link.none")));
    }

    @Command(name = "revoke")
    int revoke(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "LINK") String link) throws Exception {
        return show(whose, own -> {
            ShareLink revoked =
                    own.desk().shares().revoke(own.id(), pick(link, own).id());
            return Told.of(revoked, Issued.told(revoked, own.finding()));
        });
    }

    @Command(name = "readings")
    int readings(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "LINK") String link) throws Exception {
        return show(whose, own -> {
            ShareLink picked = pick(link, own);
            List<LinkReading> readings =
                    Pages.all((after, limit) -> own.desk().shares().readings(own.id(), picked.id(), after, limit));
            return Told.each(
                    readings,
                    each -> Words.of(Moments.told(each.at(), own.finding()))
                            .and(each.file() == null ? "" : "  " + say("link.downloaded", each.file())),
                    say("link.not-read"));
        });
    }

    private static List<ShareLink> links(Things own) {
        return own.all(own.desk().shares()::list);
    }

    private static ShareLink pick(String called, Things own) {
        return own.pick(links(own), ShareLink::id, each -> Issued.what(each, own.texts()))
                .named(called);
    }
}
