package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eportfolio.access.Decision;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Roles;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why somebody may do something, or may not. */
@Command(name = "why")
public final class AccessWhyCommand extends Action.InSchool {
    @Parameters(paramLabel = "PERSON", index = "0")
    String person = "";

    @Parameters(paramLabel = "ACTION", index = "1")
    String action = "";

    @Option(names = "--acting", paramLabel = "ROLE", converter = Roles.class)
    @Nullable
    Role acting;

    @Option(names = "--learner", paramLabel = "LEARNER")
    @Nullable
    String learner;

    @Option(names = "--cohort", paramLabel = "COHORT")
    @Nullable
    String cohort;

    public AccessWhyCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Actor actor = acting == null ? Actor.of(person) : Actor.of(person).acting(acting);
        String named = action.toUpperCase(Locale.ROOT).replace('-', '_');
        Locale locale = session.texts().locale();
        List<Decision> decisions = objects(Finding.by(desk, school, session.texts())).stream()
                .map(each -> desk.access().why(actor, named, each))
                .toList();
        session.show(new Found(decisions, locale));
    }

    /** A learner's dossiers, a cohort, or the organisation. */
    private List<Reach> objects(Finding finding) {
        if (learner != null) {
            return finding.dossiers(learner).stream()
                    .<Reach>map(each -> new Reach.OfDossier(each.id()))
                    .toList();
        }
        if (cohort != null)
            return List.of(new Reach.OfCohort(finding.cohort(cohort).id()));
        return List.of(new Reach.Organisation());
    }

    /** One decision for each dossier. */
    record Found(List<Decision> decisions, Locale locale) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            for (Decision each : decisions) {
                screen.line(Words.bold(texts.say(each.allowed() ? "access.yes" : "access.no")));
                screen.line("  " + each.reason().in(locale));
            }
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartArray();
            for (Decision each : decisions) {
                to.writeStartObject();
                to.writeBooleanField("allowed", each.allowed());
                to.writeStringField("reason", each.reason().in(locale));
                to.writeStringField("told", each.told().in(locale));
                to.writeEndObject();
            }
            to.writeEndArray();
        }
    }
}
