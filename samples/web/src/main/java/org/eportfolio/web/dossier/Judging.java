package org.eportfolio.web.dossier;

import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.People;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What the forms share in which someone judges: a teacher where a learner stands, learners where they stand themselves. */
final class Judging {
    private static final int SHOWN = 50;

    private Judging() {}

    /** The form on its page, with what there is to choose from. */
    static String form(String page, Desk desk, DossierId dossier, Object form, FormErrors errors, Model model) {
        Progress progress = desk.progress().of(dossier);
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute(
                "learner",
                People.of(desk, List.of(progress.dossier().learner()))
                        .name(progress.dossier().learner()));
        model.addAttribute("competencies", Choice.ofCompetencies(progress));
        model.addAttribute("levels", LevelMark.of(progress.adoption().scale()));
        model.addAttribute("productions", productions(desk, dossier));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return page;
    }

    /** The latest productions, to cite. */
    static List<Choice> productions(Desk desk, DossierId dossier) {
        return desk.productions().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Choice(each.id().toString(), each.title()))
                .toList();
    }

    /** Productions in the version that stands. */
    static List<Citation> cited(Desk desk, DossierId dossier, @Nullable List<String> productions) {
        if (productions == null) return List.of();
        return productions.stream()
                .map(each -> Ref.in(dossier, Ref.Kind.PRODUCTION, each))
                .map(each -> Citation.of(desk.productions().get(dossier, ProductionId.of(each.id()))))
                .toList();
    }
}
