package org.eportfolio.web.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.Page;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.web.look.Curve;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;

/** What each side says of each competency of a dossier, side by side, and why the level is what it is. */
final class Voices {
    private final Words words;
    private final DossierId dossier;
    private final PersonId reader;
    private final boolean judges;
    private final Map<AssessmentId, Assessment> assessments = new HashMap<>();
    private final Set<Code> diverging = new HashSet<>();
    private final Scale scale;
    private final Map<ProductionId, String> titles;
    private final People people;

    /**
     * One judgement.
     *
     * @param stands whether it is still what its author says
     * @param correct where its author corrects it; {@code null} for everybody else
     * @param retract where its author takes it back; {@code null} for everybody else
     */
    record Said(
            LevelMark mark,
            String day,
            String author,
            @Nullable String because,
            @Nullable String strengths,
            @Nullable String gaps,
            List<Cited> evidence,
            boolean stands,
            @Nullable String correct,
            @Nullable String retract) {}

    /** One side's word on a competency: the latest that stands, and those before. */
    record Voice(
            String side,
            @Nullable Said latest,
            List<Said> earlier,
            @Nullable Curve curve) {}

    /** A production that was cited, in the version that was. */
    record Cited(String title, String href) {}

    /**
     * A competency, or a part of one.
     *
     * @param current {@code null} for nothing yet
     * @param why one sentence for each judgement that counted, or that did not
     * @param position where a teacher judges; {@code null} for everybody else
     */
    record Row(
            String code,
            String label,
            boolean part,
            @Nullable LevelMark current,
            boolean diverging,
            List<Voice> voices,
            String rule,
            List<String> why,
            @Nullable String position) {}

    private Voices(Desk desk, Progress progress, boolean judges, Words words) {
        this.words = words;
        this.judges = judges;
        dossier = progress.dossier().id();
        scale = progress.adoption().scale();
        titles = titles(desk, dossier);
        reader = desk.actor().person().orElseThrow();
        Page.all(next -> desk.assessments().list(dossier, next)).forEach(each -> assessments.put(each.id(), each));
        for (Divergence each : progress.divergences()) diverging.add(each.competency());
        people = People.of(
                desk,
                progress.all()
                        .flatMap(each -> each.trajectories().stream())
                        .flatMap(each -> each.points().stream())
                        .map(Trajectory.Point::author)
                        .toList());
    }

    /** What productions are called, for those who may read them. */
    private static Map<ProductionId, String> titles(Desk desk, DossierId dossier) {
        Map<ProductionId, String> titles = new HashMap<>();
        if (desk.me().may(new Reach.OfDossier(dossier)).has(Permission.READ_PRODUCTION)) {
            Page.all(next -> desk.productions().list(dossier, next))
                    .forEach(each -> titles.put(each.id(), each.title()));
        }
        return titles;
    }

    /** Competencies in the order of the framework, each followed by those of its parts of which something was said. */
    static List<Row> of(Desk desk, Progress progress, boolean judges, Words words) {
        Voices voices = new Voices(desk, progress, judges, words);
        List<Row> rows = new ArrayList<>();
        for (CompetencyProgress each : progress.competencies()) {
            rows.add(voices.row(each, false));
            each.subCompetencies().stream()
                    .filter(part -> !part.trajectories().isEmpty())
                    .forEach(part -> rows.add(voices.row(part, true)));
        }
        return rows;
    }

    private Row row(CompetencyProgress progress, boolean part) {
        CurrentLevel current = progress.current();
        String code = progress.item().code().value();
        return new Row(
                code,
                progress.item().label(),
                part,
                current.outcome() == null ? null : LevelMark.of(current.outcome(), current.level()),
                diverging.contains(progress.item().code()),
                progress.trajectories().stream().map(this::voice).toList(),
                words.sayOr("policy." + current.policy(), current.policy()),
                why(progress),
                judges ? PositionPage.address(dossier, code) : null);
    }

    private Voice voice(Trajectory trajectory) {
        Trajectory.Point latest = trajectory.latest().orElse(null);
        List<Said> earlier = new ArrayList<>();
        for (Trajectory.Point each : trajectory.points()) {
            if (!each.equals(latest)) earlier.add(0, said(each));
        }
        return new Voice(
                Words.name(trajectory.perspective()),
                latest == null ? null : said(latest),
                earlier,
                Curve.of(trajectory, scale, words));
    }

    private Said said(Trajectory.Point point) {
        Assessment whole = assessments.get(point.assessment());
        boolean own = point.stands() && judges && isOwn(point, whole);
        String home = Where.of(dossier);
        return new Said(
                LevelMark.of(point.outcome(), point.level()),
                words.day(point.observedOn()),
                author(point),
                whole == null ? null : whole.because(),
                whole == null ? null : whole.strengths(),
                whole == null ? null : whole.gaps(),
                whole == null
                        ? List.of()
                        : whole.evidence().stream().map(this::cited).toList(),
                point.stands(),
                own && whole != null
                        ? PositionPage.address(dossier, whole.competency().value()) + "&correcting="
                                + point.assessment()
                        : null,
                own ? home + "/assessments/" + point.assessment() + "/retract" : null);
    }

    private Cited cited(Evidence evidence) {
        String title = titles.get(evidence.production());
        return new Cited(
                words.say("evidence.version", title == null ? words.say("evidence.one") : title, evidence.version()),
                Where.of(evidence.dossier()) + "/productions/" + evidence.production());
    }

    private boolean isOwn(Trajectory.Point point, @Nullable Assessment whole) {
        boolean teacher = point.role() == Role.TEACHER || point.role() == Role.LEAD_TEACHER;
        return teacher && whole != null && !whole.imported() && point.author().equals(reader);
    }

    /** Peers are not named. */
    private String author(Trajectory.Point point) {
        Assessment whole = assessments.get(point.assessment());
        boolean peer = whole != null && whole.perspective() == Perspective.PEER;
        return peer ? Words.name(Perspective.PEER) : people.name(point.author());
    }

    private List<String> why(CompetencyProgress progress) {
        Map<AssessmentId, Trajectory.Point> points = new HashMap<>();
        java.util.stream.Stream.concat(
                        progress.trajectories().stream(),
                        progress.subCompetencies().stream().flatMap(each -> each.trajectories().stream()))
                .flatMap(each -> each.points().stream())
                .forEach(each -> points.put(each.assessment(), each));
        List<String> why = new ArrayList<>();
        progress.current().counted().stream()
                .map(points::get)
                .filter(Objects::nonNull)
                .forEach(each -> why.add(words.say("why.counts", judgement(each))));
        progress.current().others().stream()
                .filter(each ->
                        each.why() != CurrentLevel.Why.OTHER_PERSPECTIVE && points.containsKey(each.assessment()))
                .forEach(each -> why.add(words.say(
                        "why." + each.why().name(), judgement(Objects.requireNonNull(points.get(each.assessment()))))));
        return why;
    }

    private String judgement(Trajectory.Point point) {
        LevelMark mark = LevelMark.of(point.outcome(), point.level());
        return words.say(
                "why.judgement", mark.symbol() + " " + mark.label(), author(point), words.day(point.observedOn()));
    }
}
