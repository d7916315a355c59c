package org.eportfolio.core;

import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.privacy.PrivacySettings;

/**
 * What the builder states about keeping and giving up people's data.
 *
 * @param readings for how many months it is kept who read a dossier; 0 if it is not
 */
record PrivacyOptions(PrivacySettings settings, Erasures erasing, TakeAway takeAway, int readings) {}
