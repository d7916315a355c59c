package org.eportfolio.core;

import org.eportfolio.certification.ExamUse;
import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.privacy.PrivacySettings;
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
        int readings) {}
