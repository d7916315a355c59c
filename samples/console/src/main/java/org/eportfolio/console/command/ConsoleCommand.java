package org.eportfolio.console.command;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eportfolio.PortfolioException;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Wording;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Download;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command, or the commands of one concept with a method each. Each parses its arguments, asks a desk, and shows the
 * answer: as text for people or, with {@code --json}, as a document.
 */
public abstract class ConsoleCommand {
    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    protected ConsoleCommand(Session session) {
        this.session = session;
    }

    /** What a command does in a school's file. */
    @FunctionalInterface
    public interface Request {
        View answer(Lookup lookup) throws Exception;
    }

    /** What a command does in one dossier. */
    @FunctionalInterface
    public interface DossierRequest {
        View answer(DossierItems items) throws Exception;
    }

    /** Opens the school's file, carries out the request as the acting person, and shows the answer. */
    protected final int show(Request request) throws Exception {
        try (School school = session.openUnderKey()) {
            String key = session.options().once;
            Request asked = key == null ? request : new UnderKey(key, session.typed(), request);
            return show(asked, new Lookup(session.desk(school), school.clock(), texts()));
        }
    }

    /** The same in the dossier that the arguments name. */
    protected final int show(DossierArguments target, DossierRequest request) throws Exception {
        return show(lookup -> request.answer(lookup.of(target)));
    }

    /** The same as the bearer of a link. */
    protected final int showAsBearer(String token, Request request) throws Exception {
        try (School school = session.open()) {
            Desk bearer = school.portfolio().as(Actor.bearing(token));
            return show(request, new Lookup(bearer, school.clock(), texts()));
        }
    }

    private int show(Request request, Lookup lookup) throws Exception {
        try {
            return show(request.answer(lookup));
        } catch (PortfolioException e) {
            throw new Wording(lookup).of(e);
        }
    }

    /** Shows an answer, in the form that was asked for. */
    protected final int show(View view) {
        session.show(view);
        return Session.DONE;
    }

    protected final String say(String key, Object... arguments) {
        return texts().say(key, arguments);
    }

    protected final Texts texts() {
        return session.texts();
    }

    protected final Session session() {
        return session;
    }

    /** For a command that prints as it goes on, and has no document to write. */
    protected final void refuseJson() {
        if (session.options().json) throw wrongUsage(say("wrong.json"));
    }

    /** The bytes of a preview, to be closed by the caller; a refusal where there is none. */
    protected final InputStream previewed(Optional<Download> preview, String name) {
        return preview.orElseThrow(() -> new Refusal(say("production.no-preview", name)))
                .bytes();
    }

    /** What a command throws whose arguments are wrong in a way that picocli cannot see. */
    protected final ParameterException wrongUsage(String sentence) {
        CommandLine run = spec.commandLine();
        while (run.getParseResult().hasSubcommand()) {
            run = run.getParseResult().subcommand().commandSpec().commandLine();
        }
        return new WrongArguments(run, sentence);
    }

    /** The values of an option that may be left out. */
    protected static <T> List<T> given(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
