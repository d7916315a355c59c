package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.console.school.PolicyNames;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;

/** The frameworks that ship and those of the file. */
public record FrameworkListView(List<Line> lines) implements View {
    private static final String DEFAULT_POLICY =
            LevelPolicies.latestTeacherPositioning().name();

    /** One framework, and with which scales and by which rules it is adopted. */
    public record Line(
            FrameworkId id,
            String title,
            int blocs,
            int competencies,
            boolean bundled,
            boolean published,
            List<String> adoptedWith,
            List<String> policies) {}

    public static FrameworkListView of(List<Framework> published, List<Adoption> adoptions) {
        Map<FrameworkId, Framework> all = new LinkedHashMap<>();
        for (BundledFrameworks each : BundledFrameworks.values()) {
            all.put(each.framework().id(), each.framework());
        }
        Set<FrameworkId> bundled = Set.copyOf(all.keySet());
        published.forEach(each -> all.put(each.id(), each));
        List<FrameworkId> there = published.stream().map(Framework::id).toList();
        return new FrameworkListView(all.values().stream()
                .map(each -> new Line(
                        each.id(),
                        each.title(),
                        each.blocs().size(),
                        each.competencies().size(),
                        bundled.contains(each.id()),
                        there.contains(each.id()),
                        adoptions.stream()
                                .filter(adoption -> adoption.framework().equals(each.id()))
                                .map(adoption -> adoption.scale().id())
                                .toList(),
                        adoptions.stream()
                                .filter(adoption -> adoption.framework().equals(each.id()))
                                .map(Adoption::policy)
                                .toList()))
                .toList());
    }

    @Override
    public Object document() {
        return lines;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        Table table = new Table(List.of(
                StyledText.bold(texts.say("framework.id")),
                StyledText.bold(texts.say("framework.name")),
                StyledText.bold(texts.say("framework.size")),
                StyledText.bold(texts.say("framework.state"))));
        for (Line line : lines) {
            table.row(List.of(
                    StyledText.of(line.id().toString()),
                    StyledText.of(line.title()),
                    StyledText.of(texts.say("framework.counts", line.blocs(), line.competencies())),
                    StyledText.of(state(line, texts))));
        }
        table.print(screen);
    }

    private static String state(Line line, Texts texts) {
        List<String> state = new ArrayList<>();
        if (line.bundled()) state.add(texts.say("framework.bundled"));
        if (line.published()) state.add(texts.say("framework.published"));
        if (!line.adoptedWith().isEmpty()) {
            List<String> each = new ArrayList<>();
            for (int i = 0; i < line.adoptedWith().size(); i++) {
                String policy = line.policies().get(i);
                String scale = line.adoptedWith().get(i);
                each.add(
                        policy.equals(DEFAULT_POLICY)
                                ? scale
                                : texts.say("framework.by-rule", scale, PolicyNames.inWords(policy, texts)));
            }
            state.add(texts.say("framework.adopted", String.join(", ", each)));
        }
        return String.join(", ", state);
    }
}
