package org.eportfolio.console.school;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;

/** Frameworks by the name that a user gives: {@code mc-sno@2020}, or {@code mc-sno} where one version is there. */
public record FrameworkCatalog(List<Framework> published, Texts texts) {
    /** What the file holds comes before what ships. */
    public Framework find(String name) {
        return Stream.concat(published.stream(), bundled())
                .filter(each -> named(each.id(), name))
                .findFirst()
                .orElseThrow(() -> new Refusal(texts.say(
                        "refused.no-framework",
                        name,
                        String.join(
                                ", ",
                                Stream.concat(published.stream(), bundled())
                                        .map(each -> each.id().toString())
                                        .distinct()
                                        .toList()))));
    }

    public static Optional<BundledFrameworks> shipped(Framework framework) {
        return Arrays.stream(BundledFrameworks.values())
                .filter(each -> each.framework().id().equals(framework.id()))
                .findFirst();
    }

    private static Stream<Framework> bundled() {
        return Arrays.stream(BundledFrameworks.values()).map(BundledFrameworks::framework);
    }

    public static boolean named(FrameworkId id, String name) {
        return id.toString().equals(name) || id.name().equals(name);
    }
}
