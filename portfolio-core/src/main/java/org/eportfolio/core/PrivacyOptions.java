package org.eportfolio.core;

import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.privacy.PrivacySettings;

/** What the builder states about keeping and giving up people's data. */
record PrivacyOptions(PrivacySettings settings, Erasures erasing, TakeAway takeAway) {}
