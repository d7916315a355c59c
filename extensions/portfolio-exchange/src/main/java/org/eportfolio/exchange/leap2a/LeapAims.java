package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.exchange.leap2a.LeapEdition.Kind;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;

/** What the learner works towards, where, and how they judge it: goals, periods at work, self-assessments, abilities. */
final class LeapAims {
    private final LeapEdition edition;
    private final Map<AdoptionId, Adoption> adoptions = new LinkedHashMap<>();

    /** What the staff said of a competency, to be written with it. */
    private final Map<Code, List<Positioning>> positionings = new HashMap<>();

    /** In words: whose, when and at which level, and why. */
    private record Positioning(String heading, String because) {}

    LeapAims(LeapEdition edition) {
        this.edition = edition;
        Set<AdoptionId> own = new HashSet<>(edition.dossier.adoptions().toList());
        for (Adoption each : edition.desk.frameworks().adoptions()) {
            if (own.contains(each.id())) adoptions.put(each.id(), each);
        }
    }

    void selfAssessments() throws IOException {
        List<Assessment> all = new ArrayList<>();
        Set<AssessmentId> superseded = new HashSet<>();
        edition.each(next -> edition.desk.assessments().list(edition.dossier.id(), next), each -> {
            if (each.perspective() == Perspective.SELF || edition.staffWords) all.add(each);
            if (each.supersedes() != null) superseded.add(each.supersedes().earlier());
        });
        for (Assessment each : all) {
            if (superseded.contains(each.id()) || each.outcome() == Outcome.RETRACTED) continue;
            if (each.perspective() == Perspective.SELF) selfAssessment(each);
            else if (each.perspective() != Perspective.PEER) positioned(each);
        }
    }

    private void selfAssessment(Assessment of) throws IOException {
        String title = edition.words.say("booklet.judgement", of.competency(), level(of));
        LeapEntry entry = edition.entry(of.id().value(), Kind.SELF_ASSESSMENT, title, of.recordedAt());
        LeapWords text = new LeapWords(edition.words)
                .fact("leap2a.self", edition.words.day(of.observedOn()))
                .prose(of.because())
                .said("booklet.strengths", of.strengths())
                .said("booklet.gaps", of.gaps());
        ability(of.competency(), entry);
        of.evidence().stream()
                .map(each -> each.production().value())
                .distinct()
                .forEach(each -> entry.linked("leap2:has_evidence", LeapEdition.id(each)));
        entry.saying(text.html()).write(edition.out);
    }

    private void positioned(Assessment of) {
        edition.abilities.add(of.competency());
        String by = edition.words.say(
                "leap2a.positioned", edition.words.name(of.role()), edition.words.day(of.observedOn()), level(of));
        positionings
                .computeIfAbsent(of.competency(), any -> new ArrayList<>())
                .add(new Positioning(by, of.because() == null ? "" : of.because()));
    }

    private void ability(Code code, LeapEntry entry) {
        edition.abilities.add(code);
        entry.linked("leap2:reflects_on", edition.abilityId(code));
    }

    private String level(Assessment of) {
        LevelId id = of.level();
        return id == null ? edition.words.level(of.outcome(), null) : level(of.adoption(), id);
    }

    private String level(AdoptionId adoption, LevelId id) {
        Adoption under = adoptions.get(adoption);
        Level level = under == null ? null : under.scale().find(id).orElse(null);
        return level == null ? id.value() : edition.words.level(null, level);
    }

    void goals() throws IOException {
        edition.each(next -> edition.desk.goals().list(edition.dossier.id(), next), this::goal);
    }

    private void goal(Goal goal) throws IOException {
        LeapEntry plan = new LeapEntry(
                        LeapEdition.id(goal.id().value()),
                        "plan",
                        edition.words.say("booklet.target", goal.competency(), level(goal.adoption(), goal.target())),
                        goal.setAt())
                .in(LeapNames.KIND, "goal")
                .on("target", goal.dueOn())
                .done(goal.status() == Goal.Status.REACHED);
        LeapWords text =
                new LeapWords(edition.words).fact("booklet.goal", edition.words.day(goal.dueOn()), goal.status());
        Goal.Claim claim = goal.claim();
        if (claim != null) {
            text.said("booklet.claim", claim.note());
            claim.evidence().stream()
                    .map(each -> each.production().value())
                    .distinct()
                    .forEach(each -> plan.linked("leap2:has_evidence", LeapEdition.id(each)));
        }
        Goal.Answer answer = goal.answer();
        if (answer != null && edition.staffWords) {
            String by =
                    edition.words.say("leap2a.said", edition.words.name(answer.role()), edition.words.day(answer.at()));
            text.headed(by, answer.note());
        } else if (answer != null) {
            edition.lost("goal", goal.id().toString(), "answer", "leap2a.lost.staff", 1);
        }
        ability(goal.competency(), plan);
        List<LeapEntry> tasks = new ArrayList<>();
        for (Step each : goal.steps()) tasks.add(task(goal, each, tasks.size(), plan));
        plan.saying(text.html()).write(edition.out);
        for (LeapEntry each : tasks) each.write(edition.out);
    }

    private static LeapEntry task(Goal goal, Step step, int number, LeapEntry plan) {
        String id = LeapEdition.id(goal.id().value(), "step " + number);
        plan.linked("leap2:has_part", id);
        return new LeapEntry(id, "plan", step.text(), goal.setAt())
                .in(LeapNames.KIND, "step")
                .on("target", goal.dueOn())
                .done(step.done())
                .linked("leap2:is_part_of", LeapEdition.id(goal.id().value()));
    }

    void periods() throws IOException {
        edition.each(next -> edition.desk.tutoring().list(edition.dossier.id(), next), this::period);
    }

    private void period(WorkplacePeriod period) throws IOException {
        boolean school = period.nature() == WorkplacePeriod.Nature.PFMP;
        LeapWords text = new LeapWords(edition.words)
                .fact("leap2a.period", edition.words.day(period.from()), edition.words.day(period.until()));
        TutorAnswer answer = period.answer();
        if (answer != null && edition.staffWords) {
            String by =
                    edition.words.say("leap2a.said", edition.words.say("Role.TUTOR"), edition.words.day(answer.at()));
            text.headed(by, String.join("\n\n", answer.alone(), answer.help(), answer.advice()));
        } else if (answer != null) {
            edition.lost("workplace", period.id().toString(), "answer", "leap2a.lost.staff", 1);
        }
        if (period.bilan() != null) edition.lost("workplace", period.id().toString(), "bilan", "leap2a.lost.bilan");
        new LeapEntry(LeapEdition.id(period.id().value()), "activity", period.employer(), period.openedAt())
                .in(LeapNames.KIND, "workplace")
                .in(LeapNames.LIFE_AREA, school ? "Placement" : "Work", period.employer())
                .on("start", period.from())
                .on("end", period.until())
                .saying(text.html())
                .write(edition.out);
    }

    /** The competencies that the feed points to, with the address of each in its framework. */
    void abilities() throws IOException {
        Instant now = edition.desk.clock().instant();
        for (Adoption adoption : adoptions.values()) {
            Framework framework = edition.desk.frameworks().get(adoption.framework());
            for (Code code : Set.copyOf(edition.abilities)) {
                Item item = framework.find(code).orElse(null);
                if (item == null) continue;
                edition.abilities.remove(code);
                LeapWords text =
                        new LeapWords(edition.words).prose(item.label()).fact("leap2a.framework", framework.title());
                for (Positioning each : positionings.getOrDefault(code, List.of()))
                    text.headed(each.heading(), each.because());
                new LeapEntry(edition.abilityId(code), "ability", code + " " + item.label(), now)
                        .in(LeapNames.KIND, "ability")
                        .linked("alternate", address(framework, code))
                        .saying(text.html())
                        .write(edition.out);
            }
        }
        for (Code each : edition.abilities) edition.lost("competency", each.value(), "", "leap2a.lost.competency");
    }

    /** The framework's own address, and the code as a fragment. */
    static String address(Framework framework, Code code) {
        return framework.uri() + "#"
                + URLEncoder.encode(code.value(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
