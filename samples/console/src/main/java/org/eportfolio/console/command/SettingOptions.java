package org.eportfolio.console.command;

import org.eportfolio.console.school.DossierItems;
import org.eportfolio.dossier.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** In which situation something was lived. */
public final class SettingOptions {
    /** One of the three. */
    static final class One {
        @Option(names = "--mission", paramLabel = "MISSION")
        @Nullable
        String mission;

        @Option(names = "--workplace", paramLabel = "PLACE")
        @Nullable
        String workplace;

        @Option(names = "--personal")
        boolean personal;
    }

    @ArgGroup
    @Nullable
    One one;

    /** {@code null} where none is said. */
    @Nullable
    public Setting setting(DossierItems items) {
        if (one == null) return null;
        if (one.mission != null) return items.mission(one.mission).mission().setting();
        if (one.workplace != null) return new Setting.Workplace(one.workplace);
        return new Setting.Personal();
    }
}
