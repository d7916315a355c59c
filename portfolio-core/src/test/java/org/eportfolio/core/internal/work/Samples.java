package org.eportfolio.core.internal.work;

import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeKind;
import org.eportfolio.badge.BadgeStatement;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.certification.ExamUnit;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealedContents;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.internal.kind.KeptBadgePlace;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Preview;
import org.eportfolio.dossier.Setting;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DayLineId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.IdChangeId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PreparationSheetId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.Ref;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.id.SealId;
import org.eportfolio.id.StaffNoteId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.interview.Minutes;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.project.TaskStatus;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Comparison;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackKind;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.OralNote;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.reflection.TemplateId;
import org.eportfolio.reflection.Translation;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.Period;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.search.MarkedText;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.sharing.Token;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.DayLine;
import org.eportfolio.workplace.DayState;
import org.eportfolio.workplace.WorkplaceDay;
import org.jspecify.annotations.Nullable;

/** Makes a record of any type: with everything that is optional, or with nothing of it. */
public final class Samples {
    private final boolean full;
    private final String text;
    private int made;
    /** What is being made, so that what holds others of its kind comes to an end. */
    private final Set<Type> within = new HashSet<>();

    /** @param text stands wherever a record takes any text */
    public Samples(boolean full, String text) {
        this.full = full;
        this.text = text;
    }

    public <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        made++;
        if (type instanceof ParameterizedType generic) return several(generic);
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) return text;
        if (plain == UUID.class) return new UUID(made, ~made);
        if (plain == Instant.class) return Instant.EPOCH.plusNanos(full ? made * 1_000L : -made * 1_000L);
        if (plain == LocalDate.class) return LocalDate.of(2026, 9, 7).plusDays(made);
        if (plain == URI.class) return URI.create("https://vosreves.example/é?n=" + made);
        if (plain == int.class) return full ? made : 0;
        if (plain == long.class) return full ? Long.MAX_VALUE - made : 0L;
        if (plain == boolean.class) return full;
        if (plain == Integer.class) return made;
        if (plain == Long.class) return (long) made;
        if (plain == java.time.Period.class) return java.time.Period.ofMonths(made);
        if (plain == Duration.class) return Duration.ofSeconds(made);
        if (plain == Locale.class) return full ? Locale.FRENCH : Locale.ENGLISH;
        if (plain == Message.class) return Message.of("text.too-long", 300, made);
        if (plain == Token.class) return Token.of(new byte[Token.BYTES]);
        if (plain == Passcode.class) return Passcode.of(new int[Passcode.LENGTH]);
        if (plain == NewAttachment.Source.class) return (NewAttachment.Source) InputStream::nullInputStream;
        if (plain == Ref.class) return Ref.of(of(DossierId.class));
        if (plain == MarkedText.class)
            return new MarkedText(text, full ? List.of(new MarkedText.Span(0, 1)) : List.of());
        if (plain == HostService.class)
            return HostService.named("nuit", "Prévenir le matin.").may(Permission.READ_PROGRESS);
        if (plain == PrivacySettings.class) return full ? PrivacySettings.of(of(Party.class)) : PrivacySettings.NONE;
        if (plain == Object.class) return of(GoalId.class);
        if (plain == Code.class) return Code.of("C" + made);
        if (plain == LevelId.class) return LevelId.of("niveau-" + made);
        if (plain == PersonId.class) return PersonId.of("élève 😀 " + made);
        if (plain == FrameworkId.class) return new FrameworkId("cadre-é", "v" + made);
        if (plain == Scale.class) return full ? ExampleScales.FOUR_STEPS : ExampleScales.THREE_DEGREES_OF_AUTONOMY;
        if (plain == Framework.class) return framework();
        if (plain == Original.class)
            return new Original(new FrameworkId("cadre", "v" + made), "case", full ? "{}" : "");
        if (plain == ScenarioId.class) return ScenarioId.of("scénario-" + made);
        if (plain == MissionId.class) return MissionId.of("scénario", "mission-" + made);
        if (plain == Scenario.class) return scenario();
        if (plain == Period.class) return new Period(Instant.EPOCH, full ? Instant.EPOCH.plusSeconds(made) : null);
        if (plain == Perspective.class) return full ? Perspective.TEACHER : Perspective.SELF;
        if (plain == Outcome.class) return full ? Outcome.LEVEL : Outcome.NOT_APPLICABLE;
        if (plain == TaskStatus.class) return full ? TaskStatus.DONE : TaskStatus.TODO;
        if (plain == Role.class) return full ? Role.TEACHER : Role.LEARNER;
        if (plain == Hash.class) {
            byte[] bytes = new byte[Hash.BYTES];
            Arrays.fill(bytes, (byte) made);
            return Hash.of(bytes);
        }
        if (plain == Signature.class) return new Signature("exemple", "valeur-" + made);
        if (plain == SealedPiece.class) return new SealedPiece("piece-" + made, of(Stored.class));
        if (plain == Seal.class) return seal();
        if (plain == ShareLink.class) return link();
        if (plain == TemplateId.class) return new TemplateId("trame", 1 + made);
        if (plain == Answer.class) return new Answer("q" + made, text);
        if (plain == ReflectionDraft.class) return reflectionDraft();
        if (plain == Reflection.class) return reflection();
        if (plain == MissionReport.class) return missionReport();
        if (plain == Feedback.class) return feedback();
        if (plain == Level.class) return ExampleScales.FOUR_STEPS.levels().get(made % 4);
        if (plain == Nudge.class) return new Nudge("regle", text, Map.of("fr", text));
        if (plain == Campaign.class) return campaign();
        if (plain == Review.class) return review();
        if (plain == ReviewAssignment.class) return reviewAssignment();
        if (plain == StaffNote.class) return note();
        if (plain == DayLine.class) return dayLine();
        if (plain == KeptBadgePlace.class) return new KeptBadgePlace(1, made, full);
        if (plain == IssuedBadge.class) return issued();
        if (plain == BadgeStatement.class) return statement();
        if (plain == IdChange.class)
            return new IdChange(
                    of(IdChangeId.class),
                    of(PersonId.class),
                    "ancien é " + made,
                    "nouveau é " + made,
                    of(IdChange.Manner.class),
                    of(Instant.class));
        if (plain == ExternalId.class) return ExternalId.of("annuaire", "é-" + made);
        if (plain == SchoolYear.class) return SchoolYear.beginningIn(2000 + made);
        if (plain == Agreement.class) return agreement();
        if (plain == Interview.class) return interview();
        if (plain == Recording.class) return recording();
        if (plain.isEnum()) return plain.getEnumConstants()[made % plain.getEnumConstants().length];
        if (plain.isSealed())
            return value(plain.getPermittedSubclasses()[made % plain.getPermittedSubclasses().length]);
        return record(plain);
    }

    private Object several(ParameterizedType generic) {
        Type[] of = generic.getActualTypeArguments();
        if (generic.getRawType() == Optional.class) return full ? Optional.of(value(of[0])) : Optional.empty();
        boolean needed = of[0] == Version.class
                || of[0] == Nudge.class
                || of[0] == GroupProduction.Member.class
                || of[0] == Comparison.class
                || of[0] == OralNote.Exchange.class
                || of[0].getTypeName().endsWith("Evidence");
        int count = within.contains(of[0]) ? 0 : full ? 3 : needed ? 1 : 0;
        if (generic.getRawType() == Map.class || generic.getRawType() == SortedMap.class) {
            Map<Object, Object> map = generic.getRawType() == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
            for (int i = 0; i < count; i++) map.put(value(of[0]), value(of[1]));
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) list.add(value(of[0]));
        if (generic.getRawType() == Excerpt.class) return new Excerpt<>(list, count);
        return generic.getRawType() == Set.class ? new LinkedHashSet<>(list) : list;
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) throw new AssertionError("teach this test to make a " + type);
        within.add(type);
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean source = type == WatchEntry.class && components[i].getName().equals("title");
            if (full || !optional || source) values[i] = value(components[i].getGenericType());
        }
        within.remove(type);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError("no sample of " + type + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Its root is that of its pieces. */
    private Seal seal() {
        List<SealedPiece> pieces = full ? List.of(of(SealedPiece.class), of(SealedPiece.class)) : List.of();
        return new Seal(
                of(SealId.class),
                of(ExamFileId.class),
                of(DossierId.class),
                of(PersonId.class),
                of(ExamUnit.class),
                pieces,
                full ? List.of(of(Evidence.class)) : List.of(),
                full ? List.of(of(Seal.Spoken.class)) : List.of(),
                new SealedContents(pieces).root(),
                full ? of(Signature.class) : null,
                of(Instant.class),
                full ? of(ExamUse.class) : null);
    }

    /** One of a competency corresponds to exactly one. */
    private BadgeStatement statement() {
        BadgeKind kind = of(BadgeKind.class);
        boolean covers = full || kind == BadgeKind.COMPETENCY;
        return new BadgeStatement(
                kind,
                of(String.class),
                of(String.class),
                of(String.class),
                covers ? of(AdoptionId.class) : null,
                covers ? List.of(of(Code.class)) : List.of());
    }

    /** Of an award that is accepted. */
    private IssuedBadge issued() {
        BadgeAward award = of(BadgeAward.class);
        return new IssuedBadge(
                new BadgeAward(
                        award.id(),
                        award.dossier(),
                        award.definition(),
                        award.statement(),
                        award.request(),
                        award.offer(),
                        of(BadgeAward.Acceptance.class),
                        null,
                        award.revision()),
                full ? of(Scale.class) : null,
                full ? List.of(of(IssuedBadge.CoveredItem.class)) : List.of(),
                full ? List.of(of(IssuedBadge.CitedFile.class)) : List.of());
    }

    /** It has an end, whatever else it has. */
    private ShareLink link() {
        return new ShareLink(
                of(LinkId.class),
                of(DossierId.class),
                of(Target.class),
                of(Hash.class),
                new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)),
                of(PersonId.class),
                of(Instant.class),
                full ? of(ShareLink.Revocation.class) : null);
    }

    private Scenario scenario() {
        return full
                ? BundledScenarios.VOS_REVES.scenario()
                : Scenario.titled("vide", "Vide", new FrameworkId("vide", "1"));
    }

    private ReflectionDraft reflectionDraft() {
        NewReflection content = of(NewReflection.class);
        return new ReflectionDraft(
                of(ReflectionId.class),
                of(DossierId.class),
                content,
                asking(content.answers()),
                of(Instant.class),
                made);
    }

    private Reflection reflection() {
        Reflection.Version version = of(Reflection.Version.class);
        return new Reflection(
                of(ReflectionId.class),
                of(DossierId.class),
                of(PersonId.class),
                text,
                of(Setting.class),
                asking(version.answers()),
                full ? of(ReflectionId.class) : null,
                1,
                full ? List.of(version, version) : List.of(version),
                made);
    }

    private Guide asking(List<Answer> answers) {
        return new Guide(
                of(TemplateId.class),
                "fr",
                text,
                answers.stream()
                        .map(each -> new Guide.Question(each.question(), text, full ? text : null, full))
                        .toList());
    }

    private MissionReport missionReport() {
        return new MissionReport(
                of(MissionReportId.class),
                of(DossierId.class),
                of(PersonId.class),
                text,
                new Setting.Workplace(text),
                List.of(of(MissionReport.Version.class)),
                made);
    }

    private Feedback feedback() {
        return new Feedback(
                of(FeedbackId.class),
                of(Subject.class),
                full ? of(FeedbackId.class) : null,
                full ? FeedbackKind.REPLY : FeedbackKind.COMMENT,
                of(PersonId.class),
                Role.TEACHER,
                text,
                of(Instant.class),
                full ? of(Instant.class) : null,
                null);
    }

    private StaffNote note() {
        return new StaffNote(
                of(StaffNoteId.class),
                of(Subject.class),
                of(PersonId.class),
                Role.TEACHER,
                full ? "" : text,
                of(Instant.class),
                full ? of(Instant.class) : null);
    }

    private DayLine dayLine() {
        return new DayLine(
                of(DayLineId.class),
                of(DossierId.class),
                of(WorkplacePeriodId.class),
                of(LocalDate.class),
                of(DayState.class),
                1 + made % WorkplaceDay.HALVES,
                of(PersonId.class),
                of(Role.class),
                of(Instant.class),
                full ? of(DayLineId.class) : null);
    }

    private Agreement agreement() {
        return new Agreement(
                made,
                text,
                of(NewGoal.class),
                of(PersonId.class),
                of(Instant.class),
                full ? AgreementStatus.ACCEPTED : AgreementStatus.PROPOSED,
                full ? of(GoalId.class) : null,
                null,
                full ? of(Instant.class) : null);
    }

    private Interview interview() {
        return new Interview(
                of(InterviewId.class),
                of(DossierId.class),
                text,
                Instant.EPOCH.plusSeconds(made),
                of(PersonId.class),
                of(Instant.class),
                full ? InterviewStatus.CONDUCTED : InterviewStatus.SCHEDULED,
                full ? of(PreparationSheetId.class) : null,
                full ? of(Minutes.class) : null,
                full ? List.of(agreement()) : List.of(),
                null,
                null,
                made);
    }

    private Campaign campaign() {
        return new Campaign(
                of(CampaignId.class),
                of(CohortId.class),
                of(AdoptionId.class),
                text,
                text,
                List.of(new Criterion(text, full ? of(Code.class) : null, full)),
                Instant.EPOCH.plusSeconds(made),
                full,
                of(PersonId.class),
                of(Instant.class),
                full ? of(Instant.class) : null,
                full ? of(Instant.class) : null,
                made);
    }

    private Review review() {
        return new Review(
                of(ReviewId.class),
                of(CampaignId.class),
                of(HandInId.class),
                of(DossierId.class),
                made,
                full ? of(PersonId.class) : null,
                Remarks.strength(text),
                false,
                full ? new Review.Reply(text, of(Instant.class)) : null,
                full ? Review.Usefulness.USEFUL : null,
                made);
    }

    private ReviewAssignment reviewAssignment() {
        return new ReviewAssignment(
                of(ReviewAssignmentId.class),
                of(CampaignId.class),
                of(HandInId.class),
                of(DossierId.class),
                of(PersonId.class),
                of(PersonId.class),
                made,
                full ? Remarks.strength(text) : null,
                full ? of(ReviewId.class) : null,
                full ? of(Instant.class) : null,
                full
                        ? new ReviewAssignment.Withholding(of(PersonId.class), Role.TEACHER, text, of(Instant.class))
                        : null,
                made);
    }

    private Recording recording() {
        return new Recording(
                of(RecordingId.class),
                of(DossierId.class),
                of(ReflectionId.class),
                full ? text : null,
                text,
                "audio/ogg",
                of(Stored.class),
                60,
                text,
                full ? of(Stored.class) : null,
                text,
                List.of(of(PersonId.class)),
                of(Instant.class),
                full ? "fsl" : null,
                full ? new Translation(of(PersonId.class), of(LocalDate.class)) : null,
                full ? List.of(of(PersonId.class)) : List.of(),
                full ? new Preview(of(Stored.class), "image/png") : null);
    }

    private Framework framework() {
        if (full) return BundledFrameworks.MC_SNO.framework();
        Bloc bloc = new Bloc(Code.of("B"), "Bloc 😀", List.of(), List.of(), List.of(), List.of());
        return new Framework(
                new FrameworkId("vide", "1"),
                "Vide",
                "fr",
                null,
                URI.create("urn:vide"),
                List.of(),
                Map.of(),
                List.of(bloc));
    }
}
