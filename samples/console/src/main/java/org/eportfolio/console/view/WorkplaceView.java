package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Code;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.Convention;
import org.eportfolio.workplace.DayCount;
import org.eportfolio.workplace.DayLine;
import org.eportfolio.workplace.LearnerDays;
import org.eportfolio.workplace.RequiredDays;
import org.eportfolio.workplace.Signatory;
import org.eportfolio.workplace.WorkplaceDay;

/** Days, conventions and contacts of workplace periods, in words. */
public final class WorkplaceView {
    private WorkplaceView() {}

    public static Result days(List<WorkplaceDay> days, Texts texts) {
        return Result.each(
                days,
                each -> StyledText.faint(texts.day(each.day()) + "  ")
                        .and(texts.say(
                                "workplace.day",
                                days(each.planned()),
                                days(each.done()),
                                days(each.missed()),
                                days(each.madeUp()))),
                texts.say("workplace.no-day"));
    }

    public static Result ledger(List<DayLine> lines, Lookup lookup) {
        Texts texts = lookup.texts();
        return Result.each(
                lines,
                each -> StyledText.faint(lookup.dayAndTime(each.at()) + "  ")
                        .and(texts.say(
                                each.reverses() == null ? "workplace.line" : "workplace.line-reversed",
                                texts.day(each.day()),
                                texts.name(each.state()),
                                days(each.halves())))
                        .and(StyledText.faint("  " + lookup.name(each.by()))),
                texts.say("workplace.no-day"));
    }

    public static List<StyledText> count(String learner, LearnerDays days, Texts texts) {
        DayCount count = days.count();
        List<StyledText> lines = new ArrayList<>();
        lines.add(StyledText.bold(learner)
                .and("  "
                        + texts.say(
                                "workplace.day",
                                days(count.planned()),
                                days(count.done()),
                                days(count.missed()),
                                days(count.madeUp()))));
        RequiredDays required = days.required();
        if (required != null) {
            lines.add(StyledText.of("  ")
                    .and(texts.say(
                            "workplace.lacking",
                            days(days.lacking()),
                            days(days.unplanned()),
                            required.requirement().weeks()))
                    .and(StyledText.faint("  "
                            + Objects.requireNonNullElse(
                                    required.requirement().source().what(), ""))));
        }
        return lines;
    }

    public static Result convention(Convention convention, Lookup lookup) {
        Texts texts = lookup.texts();
        List<StyledText> lines = new ArrayList<>();
        lines.add(StyledText.of(texts.say("workplace.referent", lookup.name(convention.referent()))));
        if (!convention.objectives().isEmpty()) {
            lines.add(StyledText.of(texts.say(
                    "workplace.objectives",
                    convention.objectives().stream().map(Code::value).collect(Collectors.joining(", ")))));
        }
        for (Signatory each : convention.signed()) {
            lines.add(StyledText.of("  ")
                    .and(texts.say("workplace.signed", texts.name(each.quality()), each.name(), texts.day(each.on()))));
        }
        return Result.of(convention, lines);
    }

    public static StyledText contact(Contact contact, Lookup lookup) {
        Texts texts = lookup.texts();
        return StyledText.faint(texts.day(contact.on()) + "  ")
                .and(texts.name(contact.means()))
                .and("  " + lookup.name(contact.by()))
                .and(contact.note().isBlank() ? "" : "  " + contact.note());
    }

    /** Half-days as days, such as 1½. */
    private static String days(int halves) {
        String half = halves % 2 == 0 ? "" : "½";
        return halves == 1 ? half : halves / 2 + half;
    }
}
