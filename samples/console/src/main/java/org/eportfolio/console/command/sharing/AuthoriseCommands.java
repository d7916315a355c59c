package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.core.AuthorisationDesk;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationKind;
import org.eportfolio.reflection.NewAuthorisation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who agreed to be recorded, and to have it shown elsewhere: asked, given, confirmed when of age, withdrawn. */
@Command(name = "authorise", synopsisSubcommandLabel = "COMMAND")
public final class AuthoriseCommands extends Commands {
    public AuthoriseCommands(Session session) {
        super(session);
    }

    /** What is to be agreed to. */
    static final class Asked {
        @Option(names = "--person", paramLabel = "PERSON")
        @Nullable
        String person;

        @Option(names = "--diffusion")
        boolean diffusion;

        @Option(names = "--of-age-on", paramLabel = "DATE", converter = Days.class)
        @Nullable
        LocalDate majorityOn;

        @Option(names = "--project", paramLabel = "NAME", required = true)
        String project = "";

        @Option(names = "--use", paramLabel = "TEXT", required = true)
        String use = "";

        @Option(names = "--recipients", paramLabel = "TEXT", required = true)
        String recipients = "";

        @Option(names = "--until", paramLabel = "DATE", converter = Days.class, required = true)
        LocalDate until = LocalDate.MIN;

        @Option(names = "--leaving-transcript")
        boolean leavingTranscript;

        NewAuthorisation of(String learner) {
            return new NewAuthorisation(
                    diffusion ? AuthorisationKind.DIFFUSION : AuthorisationKind.RECORDING,
                    PersonId.of(person == null ? learner : person),
                    majorityOn,
                    project,
                    use,
                    recipients,
                    until,
                    leavingTranscript);
        }
    }

    /** A signature on paper, as staff record it; without one, whoever acts signs. */
    static final class Paper {
        @Option(names = "--by", paramLabel = "PERSON", required = true)
        String by = "";

        @Option(names = "--on", paramLabel = "DATE", converter = Days.class, required = true)
        LocalDate on = LocalDate.MIN;
    }

    @Command(name = "request")
    int request(@Mixin Whose whose, @Mixin Asked asked) throws Exception {
        return show(finding -> told(
                finding.desk().authorisations().request(finding.of(whose).id(), asked.of(whose.learner)), finding));
    }

    @Command(name = "give")
    int give(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @ArgGroup(exclusive = false) @Nullable Paper paper)
            throws Exception {
        return sign(
                whose,
                authorisation,
                (desk, dossier, id) -> paper == null
                        ? desk.give(dossier, id)
                        : desk.recordGiven(dossier, id, PersonId.of(paper.by), paper.on));
    }

    @Command(name = "confirm")
    int confirm(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @ArgGroup(exclusive = false) @Nullable Paper paper)
            throws Exception {
        return sign(
                whose,
                authorisation,
                (desk, dossier, id) -> paper == null
                        ? desk.confirm(dossier, id)
                        : desk.recordConfirmed(dossier, id, PersonId.of(paper.by), paper.on));
    }

    @Command(name = "withdraw")
    int withdraw(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @Option(names = "--leaving-transcript") boolean leavingTranscript)
            throws Exception {
        return sign(whose, authorisation, (desk, dossier, id) -> desk.withdraw(dossier, id, leavingTranscript));
    }

    /** What is done to an authorisation. */
    @FunctionalInterface
    private interface Signing {
        Authorisation of(AuthorisationDesk desk, DossierId dossier, AuthorisationId id);
    }

    private int sign(Whose whose, String authorisation, Signing signing) throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            AuthorisationId id = things.authorisation(authorisation).id();
            return told(signing.of(finding.desk().authorisations(), things.id(), id), finding);
        });
    }

    @Command(name = "list")
    int list(@Mixin Whose whose) throws Exception {
        return show(finding -> Told.each(
                finding.of(whose).all(finding.desk().authorisations()::list),
                each -> line(each, finding),
                say("authorise.none")));
    }

    private Told told(Authorisation authorisation, Finding finding) {
        return Told.of(authorisation, line(authorisation, finding));
    }

    private Words line(Authorisation each, Finding finding) {
        return Words.bold(finding.name(each.person()))
                .and("  " + say("authorise." + each.kind()) + ", " + each.project() + ", "
                        + say("authorise.until", each.until()) + " : ")
                .and(Words.bold(texts().name(each.on(finding.today()))))
                .and(Pick.marked(each.id()));
    }
}
