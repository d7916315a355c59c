package org.eportfolio.web.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A page made of sections, which one template shows for all of them: what is there, and what can be done about it. Immutable.
 *
 * @param lead a sentence below the title; {@code null} for none
 * @param up the page from which one comes; {@code null} for none
 */
public record Sheet(
        String title, @Nullable String lead, @Nullable Line up, List<Section> sections) {
    public static Sheet titled(String title) {
        return new Sheet(title, null, null, List.of());
    }

    /**
     * Below the first page, all that was done of a kind, in a table.
     *
     * @param name of its words: {@code NAME}, {@code NAME.lead}, {@code NAME.all} and, where there is nothing, {@code NAME.none}
     */
    public static Sheet ofAll(String name, Table all, Words words) {
        return titled(words.say(name))
                .up("/", words.say("nav.home"))
                .lead(words.say(name + ".lead"))
                .with(Section.of("all", words.say(name + ".all")).table(all).none(words.say(name + ".none")));
    }

    public Sheet lead(String sentence) {
        return new Sheet(title, sentence, up, sections);
    }

    public Sheet up(String href, String text) {
        return new Sheet(title, lead, new Line(text, "", href), sections);
    }

    public Sheet with(Section... more) {
        List<Section> all = new ArrayList<>(sections);
        all.addAll(List.of(more));
        return new Sheet(title, lead, up, List.copyOf(all));
    }

    /** The same, if there is such a section. */
    public Sheet withOptional(@Nullable Section section) {
        return section == null ? this : with(section);
    }

    /** Whether such a form still stands in it; what was refused of another is said above. */
    public boolean holds(String form) {
        return sections.stream()
                .flatMap(Sheet::forms)
                .anyMatch(each -> each.name().equals(form));
    }

    /** Its own, and those in the rows of its table. */
    private static Stream<Form> forms(Section section) {
        Table table = section.table();
        if (table == null) return section.forms().stream();
        return Stream.concat(section.forms().stream(), table.rows().stream().flatMap(row -> row.forms().stream()));
    }

    /** Shows it. */
    public String show(Model model) {
        model.addAttribute("sheet", this);
        return "sheet";
    }
}
