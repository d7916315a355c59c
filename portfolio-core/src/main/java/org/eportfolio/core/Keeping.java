package org.eportfolio.core;

import org.eportfolio.privacy.PrivacySettings;

/** What the builder was told about keeping and giving up people's data. */
record Keeping(PrivacySettings settings, Erasing erasing, TakeAway takeAway) {}
