package org.eportfolio.core.internal.search;

import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.id.AdoptionId;

/** How competencies are called. */
interface Labels {
    /** Calls them by their codes alone. */
    Labels NONE = (adoption, code) -> "";

    /** The label; empty for a code that the framework does not have. */
    String of(AdoptionId adoption, Code code);

    /** A code and its label, as one title. */
    static String titled(Item item) {
        return titled(item.code(), item.label());
    }

    /** The same of a label that may be empty. */
    static String titled(Code code, String label) {
        return label.isEmpty() ? code.value() : code.value() + " " + label;
    }
}
