package org.eportfolio.core;

import java.util.Locale;
import java.util.Objects;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.core.internal.privacy.PrivacyDocuments;
import org.eportfolio.core.internal.privacy.RegisterWriter;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.ProcessingRegister;
import org.jspecify.annotations.Nullable;

/**
 * What the builder states about keeping and giving up people's data.
 *
 * @param exams for what exam files are used; {@code null} while there are none
 * @param readings for how many months it is kept who read a dossier; 0 if it is not
 */
record PrivacyOptions(
        PrivacySettings settings,
        Erasures erasing,
        TakeAway takeAway,
        @Nullable ExamUse exams,
        int readings) {
    /** The record of processing activities, with the services that the host declared. */
    ProcessingRegister register(DeskContext desk) {
        return RegisterWriter.of(settings, desk.gate().services().declared());
    }

    /** What is written from the register, in this language. */
    PrivacyDocuments documents(Locale language, DeskContext desk) {
        Objects.requireNonNull(language, "language");
        return new PrivacyDocuments(register(desk), readings, language);
    }
}
