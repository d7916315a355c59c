package org.eportfolio.console.command.sharing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.BadgeKind;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.BadgeDesk;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Badges: the school defines them, a teacher offers one, the learner accepts it. */
@Command(name = "badge", synopsisSubcommandLabel = "COMMAND")
public final class BadgeCommands extends BadgeFileCommands {
    public BadgeCommands(Session session) {
        super(session);
    }

    /** What a badge says of everybody who has it. */
    static final class Defined {
        @Option(names = "--describing", paramLabel = "TEXT", required = true)
        String description = "";

        @Option(names = "--requiring", paramLabel = "TEXT", required = true)
        String criteria = "";

        @Option(names = "--kind", paramLabel = "KIND")
        @Nullable
        BadgeKind kind;

        @Option(names = "--adoption", paramLabel = "NAME")
        @Nullable
        String adoption;

        @Option(names = "--showing", paramLabel = "CODE", split = ",")
        List<String> competencies = List.of();

        NewBadge titled(String title, Lookup lookup) {
            BadgeKind of = kind != null ? kind : competencies.isEmpty() ? BadgeKind.OTHER : BadgeKind.COMPETENCY;
            return new NewBadge(
                    of,
                    title,
                    description,
                    criteria,
                    competencies.isEmpty() ? null : lookup.adoption(adoption).id(),
                    competencies.stream().map(Code::of).toList());
        }
    }

    @Command(name = "define")
    int define(@Parameters(index = "0", paramLabel = "TITLE") String title, @Mixin Defined defined) throws Exception {
        return show(lookup -> {
            BadgeDefinition badge = lookup.desk().badges().define(defined.titled(title, lookup));
            return Result.of(badge, line(badge));
        });
    }

    @Command(name = "close")
    int close(@Parameters(index = "0", paramLabel = "BADGE") String badge) throws Exception {
        return show(lookup -> {
            BadgeDefinition closed = lookup.desk().badges().close(named(badge, lookup));
            return Result.of(closed, line(closed));
        });
    }

    @Command(name = "list")
    int list() throws Exception {
        return show(lookup ->
                Result.each(Page.all(lookup.desk().badges()::definitions), this::line, say("badge.none-defined")));
    }

    @Command(name = "ask")
    int ask(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String words)
            throws Exception {
        return show(
                target,
                items -> described(
                        items.desk()
                                .badges()
                                .ask(items.id(), named(badge, items.lookup()).id(), words),
                        items));
    }

    @Command(name = "offer")
    int offer(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--level", paramLabel = "LEVEL") @Nullable String level,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return show(
                target,
                items -> described(
                        items.desk()
                                .badges()
                                .offer(
                                        items.id(),
                                        named(badge, items.lookup()).id(),
                                        level == null ? null : LevelId.of(level),
                                        reason),
                        items));
    }

    @Command(name = "accept")
    int accept(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--name", paramLabel = "NAME", required = true) String name,
            @Option(names = "--production", paramLabel = "PRODUCTION") @Nullable List<String> productions,
            @Option(names = "--link", paramLabel = "TITLE=ADDRESS") @Nullable Map<String, URI> links)
            throws Exception {
        return show(target, items -> {
            List<NewBadgeAcceptance.NewLink> pages = links == null
                    ? List.of()
                    : links.entrySet().stream()
                            .map(each -> new NewBadgeAcceptance.NewLink(each.getKey(), each.getValue()))
                            .toList();
            NewBadgeAcceptance input = new NewBadgeAcceptance(name, List.of(items.cited(given(productions))), pages);
            return described(items.desk().badges().accept(items.badge(badge), input), items);
        });
    }

    @Command(name = "decline")
    int decline(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String reason)
            throws Exception {
        return end(target, badge, reason, BadgeDesk::decline);
    }

    @Command(name = "refuse")
    int refuse(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return end(target, badge, reason, BadgeDesk::refuse);
    }

    @Command(name = "revoke")
    int revoke(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return end(target, badge, reason, BadgeDesk::revoke);
    }

    /** How a badge ends. */
    @FunctionalInterface
    private interface Ending {
        BadgeAward of(BadgeDesk desk, BadgeAward seen, String reason);
    }

    private int end(DossierArguments target, String badge, String reason, Ending ending) throws Exception {
        return show(target, items -> described(ending.of(items.desk().badges(), items.badge(badge), reason), items));
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(
                target,
                items -> Result.each(
                        items.all(items.desk().badges()::list), each -> line(each, items), say("badge.none")));
    }

    private BadgeDefinition named(String given, Lookup lookup) {
        List<BadgeDefinition> all = Page.all(lookup.desk().badges()::definitions);
        return new Selector<>(all, BadgeDefinition::id, each -> each.statement().title(), texts()).named(given);
    }

    private StyledText line(BadgeDefinition each) {
        String state = each.closed() ? "  " + say("badge.given-no-more") : "";
        String codes = each.statement().competencies().stream().map(Code::value).collect(Collectors.joining(", "));
        return StyledText.bold(each.statement().title())
                .and("  " + texts().name(each.statement().kind()) + (codes.isEmpty() ? "" : " " + codes) + state)
                .and(Selector.marked(each.id()));
    }

    private Result described(BadgeAward award, DossierItems items) {
        return Result.of(award, line(award, items));
    }

    private StyledText line(BadgeAward each, DossierItems items) {
        AdoptionId adoption = each.statement().adoption();
        String level = each.level() == null || adoption == null
                ? ""
                : ", "
                        + items.scale(adoption)
                                .find(each.level())
                                .map(Level::label)
                                .orElse(each.level().value());
        return StyledText.bold(each.statement().title())
                .and("  " + texts().name(each.status()) + level)
                .and(Selector.marked(each.id()));
    }
}
