package org.eportfolio.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;

/** Tells the events of the demonstration, a line each. */
final class DemoStory {
    private static final Scale SCALE = ExampleScales.FOUR_STEPS;

    private final Map<String, String> names;
    private final Texts texts;

    DemoStory(Map<String, String> names, Texts texts) {
        this.names = names;
        this.texts = texts;
    }

    /** What somebody does, without the day. */
    Words told(DemoEvent event) {
        Tree tree = event.tree();
        Words line = Words.bold(name(event.who())).and(" ");
        return switch (event.act()) {
            case "open" ->
                line.and(
                        tree.texts("with").isEmpty()
                                ? texts.say("story.open")
                                : texts.say("story.open-with", people(tree)));
            case "make" -> line.and(texts.say("story.make", tree.text("title"), codes(tree)));
            case "extend" -> line.and(texts.say("story.extend", tree.text("title")));
            case "draft" -> line.and(texts.say("story.draft", event.competency()));
            case "judge" ->
                line.and(texts.say(tree.has("supersedes") ? "story.judge-again" : "story.judge", event.competency()))
                        .and(" ")
                        .and(level(event.level()))
                        .and(quoted(event));
            case "position" ->
                line.and(texts.say("story.position", name(tree.text("learner")), event.competency()))
                        .and(" ")
                        .and(level(tree.text("level")))
                        .and(tree.find("observedOn")
                                .map(day -> " " + texts.say("story.observed", LocalDate.parse(day)))
                                .orElse(""))
                        .and(quoted(event));
            case "correct" ->
                line.and(texts.say("story.correct", name(tree.text("learner")), event.competency()))
                        .and(" ")
                        .and(level(tree.text("level")))
                        .and(" — « " + tree.text("reason") + " »");
            case "class" ->
                line.and(texts.say("story.class", event.competency()))
                        .and(" ")
                        .and(level(tree.text("level")))
                        .and(apart(tree))
                        .and(quoted(event));
            case "undo" -> line.and(texts.say("story.undo")).and(" — « " + tree.text("reason") + " »");
            case "goal" ->
                line.and(texts.say("story.goal", event.competency()))
                        .and(" ")
                        .and(level(event.level()))
                        .and(" " + texts.say("goal.by", LocalDate.parse(tree.text("by"))));
            case "step" -> line.and(texts.say("story.step", tree.text("step")));
            case "claim" -> line.and(texts.say("story.claim")).and(" — « " + tree.text("note") + " »");
            case "confirm" -> line.and(texts.say("story.confirm")).and(" — « " + tree.text("note") + " »");
            case "decline" -> line.and(texts.say("story.decline")).and(" — « " + tree.text("note") + " »");
            case "look" -> line.and(texts.say("story.look", name(tree.text("learner"))));
            default -> line.and(event.act());
        };
    }

    String name(String person) {
        return names.getOrDefault(person, person);
    }

    private String people(Tree tree) {
        return tree.texts("with").stream().map(this::firstName).collect(Collectors.joining(", "));
    }

    private String firstName(String person) {
        return name(person).split(" ", 2)[0];
    }

    private static String codes(Tree tree) {
        return String.join(", ", tree.texts("competencies"));
    }

    /** Who got another level in a class-wide entry, and who was absent. */
    private Words apart(Tree tree) {
        Words apart = Words.of("");
        for (Map.Entry<String, String> each : tree.map("except").entrySet()) {
            apart = apart.and(" ; " + firstName(each.getKey()) + " ").and(level(each.getValue()));
        }
        if (tree.texts("absent").isEmpty()) return apart;
        return apart.and(" ; " + texts.say("story.absent") + " "
                + tree.texts("absent").stream().map(this::firstName).collect(Collectors.joining(", ")));
    }

    private static String quoted(DemoEvent event) {
        return event.tree().find("because").map(text -> " — « " + text + " »").orElse("");
    }

    private Words level(String id) {
        if (id.equals("n/a")) return Words.of(texts.say("level.not-applicable"));
        return SCALE.find(LevelId.of(id))
                .map(each -> Symbols.told(null, each, texts))
                .orElse(Words.of("« " + id + " »"));
    }

    private Words level(@Nullable LevelId level) {
        return level == null ? Words.of("") : level(level.value());
    }
}
