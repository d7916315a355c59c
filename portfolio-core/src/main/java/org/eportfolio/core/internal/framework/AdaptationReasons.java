package org.eportfolio.core.internal.framework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.guidance.AdaptationReason;
import org.jspecify.annotations.Nullable;

/** The reasons to choose from: those that ship, then the host's own. Thread-safe. */
public final class AdaptationReasons {
    private static final List<String> SHIPPED = List.of(
            "more-time",
            "other-support",
            "smaller-steps",
            "oral",
            "practice-first",
            "group",
            "basics",
            "catch-up",
            "further");

    private final Map<String, AdaptationReason> all = new LinkedHashMap<>();

    /** A {@link PluginException} names an id that is there already. */
    public static AdaptationReasons with(Collection<AdaptationReason> own) {
        AdaptationReasons reasons = new AdaptationReasons();
        for (String id : SHIPPED) reasons.all.put(id, shipped(id));
        for (AdaptationReason each : own) {
            if (reasons.all.putIfAbsent(each.id(), each) != null) {
                throw new PluginException(
                        each.id(), Message.of("plugin.collision", Message.of("plugin.adaptation-reason"), each.id()));
            }
        }
        return reasons;
    }

    public List<AdaptationReason> all() {
        return List.copyOf(all.values());
    }

    /** The id of the one that was chosen, which must be there. */
    public String require(@Nullable String chosen) {
        if (chosen == null || !all.containsKey(chosen)) {
            throw InvalidInputException.because("chosen", "adaptation.choose", List.copyOf(all.keySet()));
        }
        return chosen;
    }

    private static AdaptationReason shipped(String id) {
        return new AdaptationReason(id, Message.of("adaptation-reason." + id).inEveryLanguage());
    }
}
