package org.eportfolio.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.id.Ref;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.MarkedText;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching in all that the reader may read. */
@Controller
final class SearchPage {
    private static final int SHOWN = 20;

    /** A piece of a text; {@code hit} where it is what was searched. */
    record Piece(String text, boolean hit) {}

    /** One thing that was found; {@code href} is missing where there is no page of it. */
    record Line(
            String kind,
            @Nullable String learner,
            List<Piece> title,
            List<Piece> snippet,
            @Nullable String href) {}

    @GetMapping("/search")
    String search(
            Desk desk,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("q", q == null ? "" : q);
        model.addAttribute("lines", List.of());
        model.addAttribute("errors", FormErrors.NONE);
        if (q == null || q.isBlank()) return "search";
        try {
            SearchRequest request = new SearchRequest(SHOWN, Fields.text(after));
            Findings found = desk.search().find(q, SearchFilters.ALL, request);
            People people = People.of(
                    desk,
                    found.items().stream()
                            .map(Found::learner)
                            .filter(Objects::nonNull)
                            .toList());
            model.addAttribute(
                    "lines",
                    found.items().stream().map(each -> line(each, people)).toList());
            SearchRequest next = found.next();
            model.addAttribute("next", next == null ? null : next.after());
            model.addAttribute("whole", found.whole());
        } catch (InvalidInputException refused) {
            model.addAttribute("errors", FormErrors.of(refused));
        }
        return "search";
    }

    private static Line line(Found found, People people) {
        return new Line(
                Words.name(found.kind()),
                found.learner() == null ? null : people.name(found.learner()),
                pieces(found.title()),
                pieces(found.snippet()),
                where(found.ref()));
    }

    private static @Nullable String where(Ref ref) {
        boolean page = ref.dossier() != null || ref.kind() == Ref.Kind.DOSSIER || ref.kind() == Ref.Kind.COHORT;
        return page ? Where.of(ref) : null;
    }

    private static List<Piece> pieces(MarkedText text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (MarkedText.Span each : text.spans()) {
            if (each.from() > at) pieces.add(new Piece(text.text().substring(at, each.from()), false));
            pieces.add(new Piece(text.text().substring(each.from(), each.to()), true));
            at = each.to();
        }
        if (at < text.text().length()) pieces.add(new Piece(text.text().substring(at), false));
        return pieces;
    }
}
