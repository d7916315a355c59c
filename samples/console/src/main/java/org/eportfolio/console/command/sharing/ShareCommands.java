package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.LinkView;
import org.eportfolio.console.view.Result;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Links to what is in a dossier, and what was read through them. */
@Command(name = "share", synopsisSubcommandLabel = "COMMAND")
public final class ShareCommands extends ConsoleCommand {
    public ShareCommands(Session session) {
        super(session);
    }

    @Command(name = "create")
    int create(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase,
            @Option(names = "--until", paramLabel = "DATE", required = true) LocalDate until)
            throws Exception {
        return show(
                target,
                own -> LinkView.of(
                        own.desk()
                                .shares()
                                .share(own.id(), own.showcase(showcase).id(), until),
                        own.lookup()));
    }

    @Command(name = "list")
    int list(@Mixin DossierArguments target) throws Exception {
        return show(
                target,
                own -> Result.each(links(own), each -> LinkView.describe(each, own.lookup()), say("link.none")));
    }

    @Command(name = "revoke")
    int revoke(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "LINK") String link)
            throws Exception {
        return show(target, own -> {
            ShareLink revoked =
                    own.desk().shares().revoke(own.id(), pick(link, own).id());
            return Result.of(revoked, LinkView.describe(revoked, own.lookup()));
        });
    }

    @Command(name = "readings")
    int readings(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "LINK") String link)
            throws Exception {
        return show(target, own -> {
            ShareLink picked = pick(link, own);
            List<LinkReading> readings = Page.all(next -> own.desk().shares().readings(own.id(), picked.id(), next));
            return Result.each(
                    readings,
                    each -> StyledText.of(own.lookup().dayAndTime(each.at()))
                            .and(each.file() == null ? "" : "  " + say("link.downloaded", each.file())),
                    say("link.not-read"));
        });
    }

    private static List<ShareLink> links(DossierItems own) {
        return own.all(own.desk().shares()::list);
    }

    private static ShareLink pick(String called, DossierItems own) {
        return own.pick(links(own), ShareLink::id, each -> LinkView.what(each, own.texts()))
                .named(called);
    }
}
