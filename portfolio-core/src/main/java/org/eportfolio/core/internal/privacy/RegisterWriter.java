package org.eportfolio.core.internal.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.access.HostService;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.spi.Hash;

/** The register of what is processed: what the host states, and what the kinds state. */
public final class RegisterWriter {
    private static final int DIGITS = 16;

    private RegisterWriter() {}

    public static ProcessingRegister of(PrivacySettings settings, List<HostService> services) {
        List<ProcessingRegister.Kept> kept = new ArrayList<>();
        for (DataCategory category : DataCategory.values()) {
            if (category != DataCategory.NONE) add(category, settings, kept);
        }
        String content = new ProcessingRegister("", settings, kept, services).document(Locale.ENGLISH);
        return new ProcessingRegister(digest(content), settings, kept, services);
    }

    private static void add(DataCategory category, PrivacySettings settings, List<ProcessingRegister.Kept> kept) {
        Set<PersonCategory> people = EnumSet.noneOf(PersonCategory.class);
        Set<ErasureOutcome> outcomes = EnumSet.noneOf(ErasureOutcome.class);
        List<String> kinds = new ArrayList<>();
        for (RecordKind<?> kind : Kinds.ALL) {
            Feature feature = kind.feature();
            boolean on = feature == null || settings.has(feature);
            if (kind.treatment().category() != category || !on) continue;
            kinds.add(kind.kind().name());
            people.addAll(kind.treatment().people());
            outcomes.addAll(kind.outcomes());
        }
        if (!kinds.isEmpty()) kept.add(new ProcessingRegister.Kept(category, people, kinds, outcomes));
    }

    private static String digest(String content) {
        return Hash.ofContent(content.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, DIGITS);
    }
}
