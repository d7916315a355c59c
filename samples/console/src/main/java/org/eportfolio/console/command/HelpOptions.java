package org.eportfolio.console.command;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpKind;
import org.eportfolio.dossier.HelpStatement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What help there was, as options say it: one by one, or that there was none. */
public final class HelpOptions {
    /** One help. */
    static final class One {
        @Option(names = "--help-from", paramLabel = "SOURCE", required = true)
        HelpKind kind = HelpKind.PERSON;

        @Option(names = "--which", paramLabel = "TEXT", required = true)
        String which = "";

        @Option(names = "--used-for", paramLabel = "TEXT", required = true)
        String forWhat = "";

        @Option(names = "--changed", paramLabel = "TEXT")
        @Nullable
        String changed;
    }

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    List<One> helps = new ArrayList<>();

    @Option(names = "--no-help")
    boolean none;

    /** {@code null} where nothing is said of help. */
    @Nullable
    public HelpStatement statement(Texts texts) {
        if (none && !helps.isEmpty()) throw new Refusal(texts.say("help.both"));
        if (none) return HelpStatement.none();
        if (helps.isEmpty()) return null;
        return new HelpStatement(helps.stream()
                .map(each -> new Help(each.kind, each.which, each.forWhat, each.changed == null ? "" : each.changed))
                .toList());
    }
}
