package org.eportfolio.core;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eportfolio.ConflictException;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.Token;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;

/**
 * The class that every test knows: « CS SNO 2026 » of the VosRêves school, its learners, its two teachers and its head,
 * on a Monday of September at ten in Paris.
 */
public final class VosReves implements AutoCloseable {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final Instant BEGINNING = Instant.parse("2026-09-07T08:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 9, 7);
    public static final String CLASS = "CS SNO 2026";
    public static final List<String> LEARNERS = List.of("emma", "lina", "malo", "yanis");

    public final PortfolioStore store;
    public final MutableClock clock;
    public final Portfolio portfolio;
    public final Desk head;
    public final AdoptionId sno;
    public final CohortId cohort;
    public final Desk emma;
    public final Desk malo;
    public final Desk durand;
    public final Desk petit;

    /** An example, as a school might put it. */
    public static final ExamUse EXAMS =
            ExamUse.of("Appui d'un oral (exemple)", "Exemple : ce dossier accompagne un oral et ne vaut aucune note.");

    /** Emma's dossier, and Malo's. */
    public final DossierId dossier;

    public final DossierId malos;

    public static VosReves over(PortfolioStore store) {
        return over(store, builder -> builder);
    }

    public static VosReves over(PortfolioStore store, UnaryOperator<Portfolio.Builder> options) {
        return new VosReves(store, options);
    }

    private VosReves(PortfolioStore store, UnaryOperator<Portfolio.Builder> options) {
        this.store = store;
        clock = new MutableClock(BEGINNING, PARIS);
        portfolio =
                options.apply(Portfolio.with(store).clock(clock).examUse(EXAMS)).build();
        head = portfolio.setUp("proviseure");
        sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        cohort = head.cohorts()
                .enrol(CLASS, learners(LEARNERS.toArray(String[]::new)), teachers("m.durand", "mme.petit"));
        emma = as("emma");
        malo = as("malo");
        durand = as("m.durand");
        petit = as("mme.petit");
        dossier = emma.dossiers().open(sno);
        malos = malo.dossiers().open(sno);
    }

    public Desk as(String person) {
        return portfolio.as(Actor.of(person));
    }

    /** The head, who opens Emma's dossier for a reason before reading it. */
    public Desk headReading() {
        return headReading(dossier);
    }

    /** The head, who opens a dossier for a reason before reading it. */
    public Desk headReading(DossierId read) {
        return reading(head, read);
    }

    /** A head, who opens a dossier for a reason before reading it, unless it is open to them. */
    public static Desk reading(Desk head, DossierId dossier) {
        try {
            head.access().openForReason(dossier, "Vérification 2026-1.", ExceptionalAccess.MOST_HOURS);
        } catch (ConflictException open) {
            // It is.
        }
        return head;
    }

    /** Emma's mind map, the production that most tests cite. */
    public Production mindMap() {
        return emma.productions()
                .add(
                        dossier,
                        NewProduction.titled("Carte mentale des modules de paiement")
                                .showing("C3.1")
                                .writing("Mercanet, PayPal, Stripe"));
    }

    public Assessment positioned(Desk teacher, String competency, String level) {
        return teacher.assessments()
                .position(dossier, NewPositioning.of(competency, level).because("Vu en TP."));
    }

    /** What Emma's tutor at a workplace, who has no account, answers of this competency. */
    public Assessment tutored(String competency, String level) {
        WorkplacePeriod period = durand.tutoring()
                .open(
                        dossier,
                        NewWorkplacePeriod.pfmp("VosRêves")
                                .lasting(
                                        LocalDate.now(clock),
                                        LocalDate.now(clock).plusDays(20))
                                .asking(competency));
        Token token = durand.tutoring().invite(dossier, period.id()).token();
        portfolio
                .as(Actor.bearing(token.text()))
                .shared()
                .answer(NewTutorAnswer.by("Karim Exemple")
                        .alone("Tout.")
                        .withHelp("Rien.")
                        .advising("Continuer.")
                        .level(competency, level));
        AssessmentId given =
                durand.tutoring().get(dossier, period.id()).recorded().get(Code.of(competency));
        return durand.assessments().get(dossier, given);
    }

    public Assessment positioned(Desk teacher, String competency, String level, LocalDate observedOn) {
        return teacher.assessments()
                .position(
                        dossier,
                        NewPositioning.of(competency, level)
                                .because("Vu en TP.")
                                .observedOn(observedOn)
                                .confirmingTheDay());
    }

    public static NewAttachment file(String name, String content) {
        return NewAttachment.of(
                name, "text/plain", () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** A short recording of somebody who says this. */
    public static NewAttachment spoken(String words) {
        return NewAttachment.of("explicitation.ogg", "audio/ogg", () -> new ByteArrayInputStream(new byte[] {1, 2, 3}))
                .transcribed(words)
                .captioned(() -> new ByteArrayInputStream(
                        ("WEBVTT\n\n00:00.000 --> 00:02.000\n" + words + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Emma, of age, agrees to what she is asked, until the end of the school year. */
    public Authorisation authorised(NewAuthorisation asked) {
        Authorisation requested = durand.authorisations()
                .request(
                        dossier,
                        asked.forProject("Explicitations")
                                .use("Vitrines et entretiens")
                                .recipients("Qui reçoit le lien")
                                .until(LocalDate.of(2027, 6, 30)));
        return emma.authorisations().give(dossier, requested.id());
    }

    /** Emma speaks of a reflection of hers that she shared, once she has agreed to be recorded. */
    public Playback recorded() {
        authorised(NewAuthorisation.toRecord("emma").alreadyOfAge().leavingTranscript());
        Reflection reflection = emma.reflections().share(dossier, Given.INSTALLING);
        return emma.recordings()
                .add(
                        dossier,
                        reflection.id(),
                        NewRecording.of(spoken("J'ai d'abord lu la documentation."), Duration.ofSeconds(90))
                                .forProject("Explicitations"));
    }

    /** A site that Emma and Malo made together, with what each says they did. */
    public Production madeTogether() {
        GroupProduction group = emma.groups()
                .start(
                        dossier,
                        NewGroup.of(NewProduction.titled("Site VosRêves")
                                        .showing("C1.1")
                                        .writing("Maquette"))
                                .with("malo"));
        malo.groups().accept(group.id(), malos);
        emma.groups().contribute(emma.groups().part(group.id()), "EMMA-A-FAIT-LE-PLAN");
        malo.groups().contribute(malo.groups().part(group.id()), "MALO-A-CHOISI-LES-IMAGES");
        durand.groups().appraise(group.id(), "APPRECIATION-DU-GROUPE");
        return malo.productions().get(dossier, group.production());
    }

    /** How many entries all chains have together. */
    public long journalLength() {
        return store.<Long>read(view -> view.scopes(null, 10_000).stream()
                .mapToLong(scope -> view.head(scope).length())
                .sum());
    }

    /** All entries of all chains, as they are kept. */
    public List<Entry> entries() {
        return store.read(view -> {
            List<Entry> all = new ArrayList<>();
            for (Scope scope : view.scopes(null, 10_000)) all.addAll(view.entries(scope, 0, 100_000));
            return all;
        });
    }

    public static Scope scope(DossierId dossier) {
        return new Scope(dossier.value());
    }

    /** An id that never was. */
    public static UUID nowhere() {
        return UUID.fromString("0198f1a0-0000-7000-8000-00000000dead");
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
