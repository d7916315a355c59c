package org.eportfolio.core;

import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.privacy.PrivacySettings;

/** What the builder was told about keeping and giving up people's data. */
record PrivacyOptions(PrivacySettings settings, Erasures erasing, TakeAway takeAway) {}
