package org.eportfolio.core;

import static org.eportfolio.access.Permission.ASK_ABOUT_ONESELF;
import static org.eportfolio.access.Permission.ASK_FOR_MINOR;
import static org.eportfolio.access.Permission.COLLECT_FILES;
import static org.eportfolio.access.Permission.ERASE;
import static org.eportfolio.access.Permission.EXPORT_ONESELF;
import static org.eportfolio.access.Permission.EXPORT_PERSON;
import static org.eportfolio.access.Permission.KEEP_PRIVACY_REQUEST;
import static org.eportfolio.access.Permission.PLAN_ERASURE;
import static org.eportfolio.access.Permission.READ_REGISTER;
import static org.eportfolio.access.Permission.SEE_PRIVACY_REQUESTS;
import static org.eportfolio.core.internal.kind.PrivacyKinds.ERASURE;
import static org.eportfolio.core.internal.kind.PrivacyKinds.PRIVACY_REQUEST;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.privacy.AdaptationRetention;
import org.eportfolio.core.internal.privacy.Disclosure;
import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.core.internal.privacy.Leftovers;
import org.eportfolio.core.internal.privacy.PrivacyRequests;
import org.eportfolio.core.internal.privacy.Retention;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasedPeople;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.PrivacyDocument;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.privacy.RetentionDue;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.privacy.SealDecision;
import org.eportfolio.spi.Scope;

/**
 * What the law on personal data asks of the controller: the register, access, requests, retention and erasure. Export,
 * planning, erasure and collecting go through everything that is kept: they are for quiet hours. Never part of
 * {@link Desk#together}. Thread-safe.
 *
 * <p>One class, so that a controller finds all of it in one place; each call is a few lines over
 * {@code core.internal.privacy}.
 */
public final class PrivacyDesk {
    private final DeskContext desk;
    private final PrivacyOptions options;
    private final PrivacySettings settings;
    private final Erasures erasing;

    PrivacyDesk(DeskContext desk, PrivacyOptions options) {
        this.desk = desk;
        this.options = options;
        this.settings = options.settings();
        this.erasing = options.erasing();
    }

    /** The record of processing activities (GDPR art. 30), for the controller and its processor. */
    public ProcessingRegister register() {
        return desk.read(READ_REGISTER, call -> options.register(desk));
    }

    /**
     * A privacy notice of one page in plain words for data subjects (GDPR art. 13), made from the kinds of data that are kept, the
     * features that are switched on and the settings. A draft, which the data protection officer checks before the school hands it out.
     */
    public PrivacyDocument notices(NoticeAudience audience, Locale language) {
        Objects.requireNonNull(audience, "audience");
        return desk.read(
                READ_REGISTER, call -> options.documents(language, desk).notice(audience));
    }

    /**
     * A document to begin a data protection impact assessment with (GDPR art. 35): what the library knows, and the points that the
     * controller must judge itself.
     */
    public PrivacyDocument impactAssessment(Locale language) {
        return desk.read(
                READ_REGISTER,
                call -> options.documents(language, desk)
                        .impact(
                                call.work().view(),
                                call.list(SchoolKinds.COHORT).size()));
    }

    /**
     * All that is kept about a person (GDPR art. 15): staff notes and what is under embargo included, others' ids masked,
     * the authors of anonymous reviews left out. Free text may name others: read it before you hand it over. The controller
     * exports any person; each person exports themselves, also after they left.
     *
     * @param language of the page and of what masks the others
     */
    public PersonExport export(PersonId person, Locale language) {
        Objects.requireNonNull(language, "language");
        return desk.engine().read(work -> {
            boolean asked = desk.gate().person().equals(person);
            if (asked) desk.gate().oneself(EXPORT_ONESELF, work);
            else desk.gate().organisation(EXPORT_PERSON, work);
            List<Disclosure.Disclosed> disclosed = Disclosure.of(person, asked, language, work);
            if (disclosed.isEmpty()) throw new NotFoundException("person", person);
            return new PersonExport(person, asked, disclosed, language, desk.engine());
        });
    }

    /** Records what a person asked about their data. */
    public PrivacyRequest request(NewPrivacyRequest input) {
        NewPrivacyRequest given = Inputs.checked(input);
        return desk.write(KEEP_PRIVACY_REQUEST, call -> {
            InvalidInputException.unless(
                    !given.receivedOn().isAfter(call.today()), "receivedOn", "privacy-request.future");
            return PrivacyRequests.keep("privacy.requested", given, call);
        });
    }

    /**
     * Asks about the actor's own data. A minor asks alone: CNIL encourages minors to exercise their rights themselves. The
     * learner's representatives see that it was asked, and not the words.
     *
     * @param detail what exactly is asked; may be empty
     */
    public PrivacyRequest ask(PrivacyRequest.Right right, String detail) {
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(detail, "detail");
        return desk.session().write(Scope.ORGANISATION, work -> {
            Call call = desk.by(desk.gate().oneself(ASK_ABOUT_ONESELF, work), work);
            return PrivacyRequests.ask(call.person(), right, detail, call);
        });
    }

    /**
     * Asks about a minor's data as their legal representative, alone too. The minor sees that it was asked, and not the
     * words. What is handed over then holds none of the minor's private drafts, whichever head exports it.
     *
     * @param detail what exactly is asked; may be empty
     * @throws DeniedException once the learner is of age
     */
    public PrivacyRequest askFor(DossierId dossier, PrivacyRequest.Right right, String detail) {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(detail, "detail");
        return desk.session().write(Scope.ORGANISATION, work -> {
            DossierCall call = desk.open(dossier, ASK_FOR_MINOR, work);
            if (Guardianship.isKnownToBeOfAge(call.learner(), work)) {
                throw new DeniedException(Message.of("privacy-request.of-age", call.learner()));
            }
            return PrivacyRequests.ask(call.learner(), right, detail, call);
        });
    }

    /**
     * A page of what was asked about the data of the learner of a dossier, the oldest first, for the learner and their
     * representatives: each sees their own requests whole, and that the others asked, without the words.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<PrivacyRequest> asked(DossierId dossier, PageRequest request) {
        return desk.read(dossier, SEE_PRIVACY_REQUESTS, call -> PrivacyRequests.shown(call.learner(), request, call));
    }

    /**
     * Records what became of a request; a refusal, whole or in part, says why.
     *
     * @param seen the request as the caller read it; a {@link ConflictException} if it changed since
     */
    public PrivacyRequest settle(PrivacyRequest seen, PrivacyRequest.Answer answer, String reason) {
        Objects.requireNonNull(seen, "seen");
        String said = Inputs.words(reason);
        return desk.write(
                KEEP_PRIVACY_REQUEST,
                call -> call.change(
                        "privacy.settled",
                        PRIVACY_REQUEST,
                        seen,
                        request -> request.asSettled(
                                new PrivacyRequest.Settlement(answer, said, call.person(), call.now()))));
    }

    /** A page of the requests, the oldest first. */
    public Page<PrivacyRequest> requests(PageRequest request) {
        return desk.read(KEEP_PRIVACY_REQUEST, call -> call.page(PRIVACY_REQUEST, request));
    }

    /** What erasing a person would do, record by record; nothing is done. */
    public ErasurePlan planErasure(PersonId person) {
        Objects.requireNonNull(person, "person");
        return desk.read(PLAN_ERASURE, call -> erasing.plan(person, null, call.work()));
    }

    /**
     * What a retention rule does with a person; nothing is done. Refused before the rule makes it due.
     *
     * @param rule the name of a rule of the settings
     */
    public ErasurePlan planRetention(PersonId person, String rule) {
        Objects.requireNonNull(person, "person");
        Inputs.requireBounded("rule", rule);
        return desk.read(PLAN_ERASURE, call -> {
            RetentionRule named = named(rule);
            Retention.requireDue(person, named, call.work());
            return erasing.plan(person, named, call.work());
        });
    }

    private RetentionRule named(String rule) {
        return settings.rule(rule).orElseThrow(() -> InvalidInputException.because("rule", "retention.unknown", rule));
    }

    /**
     * What erasing several people would do, such as the leavers of a year, as one plan to read and confirm: for each of
     * them what goes, what stays and why; who is not erased and what stands against it; and one list of what is destroyed,
     * for one visa. Nothing is done. Everything that is kept is read once, however many people.
     *
     * <p>A person with sealed files is not erased before each of them is decided about; decide with
     * {@link NewErasures#keepingSeal} or {@link NewErasures#droppingSeal}, and plan again.
     */
    public ErasuresPlan planErasures(NewErasures people) {
        Objects.requireNonNull(people, "people");
        NewErasures given = Inputs.checked(people);
        given.decisions().forEach(each -> Inputs.requireName(each.ground()));
        String rule = given.rule();
        return desk.read(
                PLAN_ERASURE,
                call -> erasing.plan(given, rule == null ? null : named(rule), call.person(), call.work()));
    }

    /**
     * The plan with the decision that a sealed file stays, with the dossier it is read through.
     *
     * @param ground why, without personal text
     * @throws ConflictException if something changed since it was planned
     */
    public ErasurePlan keepSeal(ErasurePlan plan, SealId seal, String ground) {
        return decided(plan, new SealDecision(seal, true, ground));
    }

    /**
     * The plan with the decision that a sealed file is erased too.
     *
     * @param ground why, without personal text
     * @throws ConflictException if something changed since it was planned
     */
    public ErasurePlan dropSeal(ErasurePlan plan, SealId seal, String ground) {
        return decided(plan, new SealDecision(seal, false, ground));
    }

    private ErasurePlan decided(ErasurePlan plan, SealDecision decision) {
        Inputs.requireName(decision.ground());
        return desk.read(PLAN_ERASURE, call -> erasing.again(plan, plan.deciding(decision), call.work()));
    }

    /**
     * Does exactly what was planned, in one commit, then removes the files that no record refers to and has the store
     * leave no remnants. No one erases themselves, nor the last head.
     *
     * @return the receipt, to be kept outside the store and its backups; a register given to the builder keeps it
     * @throws ConflictException if anything of it changed since, if a sealed file awaits a decision, or if the visa of an
     *     archive service is missing
     */
    public ErasureReceipt erase(ErasurePlan plan) {
        return erase(plan, ProgressListener.NONE);
    }

    /**
     * The same, followed while the bytes are removed, in a unit of the store's own, mostly bytes.
     *
     * @throws org.eportfolio.CancelledException if it was ended: before the commit nothing is done; after it the records are gone,
     *     and {@link #receipts} has the receipt, without a completion until {@link #completeErasures}
     */
    public ErasureReceipt erase(ErasurePlan plan, ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        desk.engine().read(work -> desk.gate().organisation(ERASE, work));
        return erasing.erase(plan, work -> desk.gate().organisation(ERASE, work), progress);
    }

    /**
     * Does what was planned for several people. Person by person, each in one commit as {@link #erase} does it, with a
     * receipt of their own, which a register keeps at once; then, once for all, removes the files that no record refers to
     * and has the store leave no remnants, on which all receipts are complete. A person of whom something changed since it was
     * planned is not erased; the others are.
     *
     * <p>A run that was cancelled or killed between two people leaves no one half erased: an erased person has a receipt, which is
     * without a completion until {@link #completeErasures}, or the end of a later run, removes the bytes. Plan the others
     * again to go on.
     *
     * @param progress counts people, then one for the bytes; cancelling keeps what was done up to then, the bytes of which
     *     {@link #completeErasures} removes
     * @throws ConflictException if the visa of an archive service is missing; then no one is erased
     */
    public ErasedPeople eraseAll(ErasuresPlan plan, ProgressListener progress) {
        requireBounded(plan);
        Objects.requireNonNull(progress, "progress");
        return erasing.erase(plan, work -> desk.gate().organisation(ERASE, work), progress);
    }

    /**
     * Like {@link #eraseAll}, but leaves the physical removal to {@link #completeErasures}, so that it writes as little in a large
     * school as in a small one. The records are gone when it returns; remnants in the file, and the people's files, stay until the
     * host calls {@code completeErasures} in a quiet hour. Until then the receipts have no completion.
     *
     * @param progress counts people; cancelling keeps what was done up to then
     */
    public ErasedPeople eraseRecords(ErasuresPlan plan, ProgressListener progress) {
        requireBounded(plan);
        Objects.requireNonNull(progress, "progress");
        return erasing.eraseRecords(plan, work -> desk.gate().organisation(ERASE, work), progress);
    }

    private static void requireBounded(ErasuresPlan plan) {
        Objects.requireNonNull(plan, "plan");
        int people = plan.plans().size();
        if (people > NewErasures.MOST)
            throw InvalidInputException.because("plan", "list.too-many", NewErasures.MOST, people);
    }

    /** A page of the receipts of all erasures, the oldest first. */
    public Page<ErasureReceipt> receipts(PageRequest request) {
        return desk.read(PLAN_ERASURE, call -> call.page(ERASURE, request));
    }

    /**
     * Erases again what came back with an older backup. A portfolio that was built with a register did so already.
     *
     * @return what was done now; empty when nothing had come back
     */
    public List<ErasureReceipt> reapply(List<ErasureReceipt> receipts) {
        Inputs.requireBounded("receipts", receipts);
        desk.engine().read(work -> desk.gate().organisation(ERASE, work));
        return erasing.reapply(receipts);
    }

    /**
     * A page of those whose retention period is over on a day by the rules of the settings, the longest overdue first; with
     * {@link PageRequest#newest} those who became due last. Those who still hold a role or a membership are never among
     * them. Each page reads the roles and memberships of everybody.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<RetentionDue> due(LocalDate on, PageRequest request) {
        return preview(settings.retention(), on, request);
    }

    /**
     * The same for rules that are not in force, to see what they would do.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<RetentionDue> preview(List<RetentionRule> rules, LocalDate on, PageRequest request) {
        Inputs.requireBounded("rules", rules);
        Inputs.requireBounded("on", on);
        return desk.read(
                PLAN_ERASURE, call -> Retention.ofAll(call.work(), desk.zone()).due(rules, on, request));
    }

    /**
     * How many adaptations of pathways are over on a day: past the last day that they state, which is the end of the
     * school year in which they began at the latest. All adaptations are read.
     */
    public int adaptationsDue(LocalDate on) {
        Inputs.requireBounded("on", on);
        return desk.read(PLAN_ERASURE, call -> AdaptationRetention.count(on, call.work()));
    }

    /**
     * Removes the adaptations that are over today, one commit for each dossier; doing it again goes on where it stopped.
     * Nothing else refers to them.
     *
     * @return how many went
     */
    public int clearAdaptations() {
        return AdaptationRetention.clear(desk.engine(), work -> desk.gate().organisation(ERASE, work));
    }

    /**
     * Removes the bytes that earlier erasures could not remove or that a stopped run left, as a receipt without a completion says, and
     * the names of the erased from the log of readings, if they are still there.
     *
     * @return the receipts that are complete now; empty when nothing was left to do
     */
    public List<ErasureReceipt> completeErasures() {
        return completeErasures(ProgressListener.NONE);
    }

    /**
     * The same, followed, in a unit of the store's own, mostly bytes.
     *
     * @throws org.eportfolio.CancelledException if it was ended; no receipt is complete then, and it can be called again
     */
    public List<ErasureReceipt> completeErasures(ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        desk.read(ERASE, call -> true);
        return erasing.complete(progress);
    }

    /**
     * Removes the files that no record refers to, such as those of uploads that were refused at the end, as an erasure does
     * too. Their age does not matter: a file whose record is committed meanwhile stays, and an upload or an import whose
     * file went before its commit is refused, with nothing written.
     *
     * @return how many went
     */
    public int collectFiles() {
        desk.read(COLLECT_FILES, call -> true);
        return Leftovers.remove(desk.engine()).files();
    }
}
