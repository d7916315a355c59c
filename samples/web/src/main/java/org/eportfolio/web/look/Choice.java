package org.eportfolio.web.look;

import java.util.List;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Progress;
import org.eportfolio.framework.Item;

/** One of the choices of a list in a form. */
public record Choice(String value, String label) {
    public static Choice of(Item item) {
        return new Choice(item.code().value(), item.code() + " " + item.label());
    }

    /** The competencies and their parts, in the order of the framework. */
    public static List<Choice> ofCompetencies(Progress progress) {
        return progress.all().map(CompetencyProgress::item).map(Choice::of).toList();
    }
}
