package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
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
public final class AuthoriseCommands extends ConsoleCommand {
    public AuthoriseCommands(Session session) {
        super(session);
    }

    /** What the school knows of the person's age; without it, the day stated at enrolment, else they count as a minor. */
    static final class Age {
        @Option(names = "--of-age-on", paramLabel = "DATE", required = true)
        @Nullable
        LocalDate majorityOn;

        @Option(names = "--of-age", required = true)
        boolean ofAge;
    }

    /** What beyond recording. */
    static final class Purpose {
        @Option(names = "--diffusion", required = true)
        boolean diffusion;

        @Option(names = "--badges", required = true)
        boolean badges;

        AuthorisationKind kind() {
            return badges ? AuthorisationKind.BADGE : AuthorisationKind.DIFFUSION;
        }
    }

    /** What is to be agreed to. */
    static final class Asked {
        @Option(names = "--person", paramLabel = "PERSON")
        @Nullable
        String person;

        @ArgGroup
        @Nullable
        Purpose purpose;

        @ArgGroup
        @Nullable
        Age age;

        @Option(names = "--project", paramLabel = "NAME", required = true)
        String project = "";

        @Option(names = "--use", paramLabel = "TEXT", required = true)
        String use = "";

        @Option(names = "--recipients", paramLabel = "TEXT", required = true)
        String recipients = "";

        @Option(names = "--until", paramLabel = "DATE", required = true)
        LocalDate until = LocalDate.MIN;

        @Option(names = "--leaving-transcript")
        boolean leavingTranscript;

        NewAuthorisation of(String learner) {
            return new NewAuthorisation(
                    purpose == null ? AuthorisationKind.RECORDING : purpose.kind(),
                    PersonId.of(person == null ? learner : person),
                    age == null ? null : age.majorityOn,
                    project,
                    use,
                    recipients,
                    until,
                    leavingTranscript,
                    age != null && age.ofAge);
        }
    }

    /** A signature on paper, as staff record it; without one, the acting person signs. */
    static final class Paper {
        @Option(names = "--by", paramLabel = "PERSON", required = true)
        String by = "";

        @Option(names = "--on", paramLabel = "DATE", required = true)
        LocalDate on = LocalDate.MIN;
    }

    @Command(name = "request")
    int request(@Mixin DossierArguments target, @Mixin Asked asked) throws Exception {
        return show(lookup -> describe(
                lookup.desk().authorisations().request(lookup.of(target).id(), asked.of(target.learner)), lookup));
    }

    @Command(name = "give")
    int give(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @ArgGroup(exclusive = false) @Nullable Paper paper)
            throws Exception {
        return sign(
                target,
                authorisation,
                (desk, dossier, id) -> paper == null
                        ? desk.give(dossier, id)
                        : desk.recordGiven(dossier, id, PersonId.of(paper.by), paper.on));
    }

    @Command(name = "one-representative")
    int oneRepresentative(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return sign(target, authorisation, (desk, dossier, id) -> desk.stateOneRepresentative(dossier, id, reason));
    }

    @Command(name = "confirm")
    int confirm(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @ArgGroup(exclusive = false) @Nullable Paper paper)
            throws Exception {
        return sign(
                target,
                authorisation,
                (desk, dossier, id) -> paper == null
                        ? desk.confirm(dossier, id)
                        : desk.recordConfirmed(dossier, id, PersonId.of(paper.by), paper.on));
    }

    @Command(name = "withdraw")
    int withdraw(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "AUTHORISATION") String authorisation,
            @Option(names = "--leaving-transcript") boolean leavingTranscript)
            throws Exception {
        return sign(
                target,
                authorisation,
                leavingTranscript ? AuthorisationDesk::withdrawLeavingTranscript : AuthorisationDesk::withdraw);
    }

    /** What is done to an authorisation. */
    @FunctionalInterface
    private interface Signing {
        Authorisation of(AuthorisationDesk desk, DossierId dossier, AuthorisationId id);
    }

    private int sign(DossierArguments target, String authorisation, Signing signing) throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            AuthorisationId id = items.authorisation(authorisation).id();
            return describe(signing.of(lookup.desk().authorisations(), items.id(), id), lookup);
        });
    }

    @Command(name = "list")
    int list(@Mixin DossierArguments target) throws Exception {
        return show(lookup -> Result.each(
                lookup.of(target).all(lookup.desk().authorisations()::list),
                each -> line(each, lookup),
                say("authorise.none")));
    }

    private Result describe(Authorisation authorisation, Lookup lookup) {
        return Result.of(authorisation, line(authorisation, lookup));
    }

    private StyledText line(Authorisation each, Lookup lookup) {
        return StyledText.bold(lookup.name(each.person()))
                .and("  " + say("authorise." + each.kind()) + ", " + each.project() + ", "
                        + say("authorise.until", each.until()) + " : ")
                .and(StyledText.bold(texts().name(each.on(lookup.today()))))
                .and(Selector.marked(each.id()));
    }
}
