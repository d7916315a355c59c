package org.eportfolio.certification;

import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Code;

/**
 * An exam unit as the host names it; the library knows no diploma's units.
 *
 * @param title such as the unit's name in the diploma's regulation
 * @param blocs the codes of the blocs that it certifies, at least one
 */
public record ExamUnit(String title, List<Code> blocs) {
    public ExamUnit {
        Objects.requireNonNull(title, "title");
        blocs = List.copyOf(blocs);
    }
}
