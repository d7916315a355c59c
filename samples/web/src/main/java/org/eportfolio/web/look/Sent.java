package org.eportfolio.web.look;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.spring.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form of a {@link Sheet} that was sent. What is refused leads back to the page, with what was typed and a sentence beside each
 * field at fault; what is done says so on the page that comes next. For one request.
 *
 * <pre>{@code
 * return new Sent("task", sent, next).then(address, form -> {
 *   desk.projects().task(dossier, id, NewTask.of(form.needed("text")));
 *   return words.say("project.task.added");
 * });
 * }</pre>
 */
public final class Sent {
    static final String KEY = "key";
    static final String SURE = "sure";
    static final String REVISION = "revision";

    /** What goes along and no one typed: the mark against forms of other sites, and which one was not sent before. */
    private static final Set<String> ALONG = Set.of("_csrf", "unsent");

    private final String form;
    private final MultiValueMap<String, String> typed;
    private final RedirectAttributes next;
    private @Nullable String leadsTo;

    public Sent(String form, MultiValueMap<String, String> typed, RedirectAttributes next) {
        this.form = form;
        this.typed = typed;
        this.next = next;
    }

    /** Where only a button was pressed. */
    public Sent(String form, RedirectAttributes next) {
        this(form, new LinkedMultiValueMap<>(), next);
    }

    /** What was typed; {@code null} where nothing was. */
    public @Nullable String text(String field) {
        return Fields.text(typed.getFirst(field));
    }

    public String orEmpty(String field) {
        String given = text(field);
        return given == null ? "" : given;
    }

    /** @throws InvalidInputException beside the field, if it was left empty */
    public String needed(String field) {
        return Fields.needed(field, typed.getFirst(field), "field.missing");
    }

    public @Nullable LocalDate day(String field) {
        return Fields.day(field, typed.getFirst(field));
    }

    public LocalDate neededDay(String field) {
        needed(field);
        LocalDate day = day(field);
        if (day == null) throw InvalidInputException.because(field, WebMessages.of("field.missing"));
        return day;
    }

    public int number(String field) {
        return Fields.number(field, typed.getFirst(field));
    }

    /**
     * Which of these was chosen.
     *
     * @throws InvalidInputException beside the field, if none was, or one that is not among them
     */
    public <E extends Enum<E>> E one(Class<E> of, String field) {
        String chosen = needed(field);
        return EnumSet.allOf(of).stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.because(field, WebMessages.of("field.choice")));
    }

    /**
     * The id of what was chosen of a list; {@code null} for nothing.
     *
     * @param read makes an id of the text
     * @throws InvalidInputException beside the field, if the text is none
     */
    public <I> @Nullable I id(String field, Function<String, I> read) {
        return text(field) == null ? null : neededId(field, read);
    }

    /** @throws InvalidInputException beside the field, if nothing was chosen or the text is no id */
    public <I> I neededId(String field, Function<String, I> read) {
        try {
            return read.apply(needed(field));
        } catch (IllegalArgumentException none) {
            throw InvalidInputException.because(field, WebMessages.of("field.choice"));
        }
    }

    /** All that was ticked, or all lines with this name. */
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .filter(each -> !each.isBlank())
                .toList();
    }

    /** @throws InvalidInputException beside the box, if it was not ticked */
    public void sure() {
        if (typed.getFirst(SURE) == null) throw InvalidInputException.because(SURE, WebMessages.of("form.sure"));
    }

    /** Carries out once what a form asks, however often it is sent. */
    public <T> T once(Desk desk, Function<Desk, T> act) {
        MultiValueMap<String, String> said = new LinkedMultiValueMap<>(typed);
        said.keySet().removeAll(ALONG);
        return desk.once(Sending.key(typed.getFirst(KEY), said), said.toString(), act);
    }

    /**
     * What the form was shown for must not have changed since, where it says which revision it saw.
     *
     * @throws ConflictException if it has
     */
    public void unmoved(String what, int revision) {
        String seen = text(REVISION);
        if (seen != null && number(REVISION) != revision)
            throw ConflictException.stale(what, number(REVISION), revision);
    }

    /** Which page comes next if it is done, in place of the one that the form stands on. */
    public void leadsTo(String address) {
        leadsTo = address;
    }

    /** Shows something on the next page, and never again. */
    public void reveals(Secret secret) {
        next.addFlashAttribute("secret", secret);
    }

    /** What takes it back. */
    public void undoneBy(String address) {
        next.addFlashAttribute("undo", address);
    }

    /**
     * Carries it out.
     *
     * @param address of the page that the form stands on
     * @param act gives back the sentence that says what was done
     */
    public String then(String address, Function<Sent, String> act) {
        return shows(address, form -> {
            next.addFlashAttribute("done", act.apply(form));
            return "redirect:" + (leadsTo == null ? address : leadsTo);
        });
    }

    /**
     * Shows what it would do.
     *
     * @param address of the page that the form stands on
     * @param page gives back the view
     */
    public String shows(String address, Function<Sent, String> page) {
        try {
            return page.apply(this);
        } catch (InvalidInputException refused) {
            return refused(address, FormErrors.of(refused));
        } catch (ConflictException refused) {
            return refused(address, FormErrors.of("", Refusals.detail(refused, Words.language())));
        }
    }

    /** Leads back to the page that the form stands on. */
    public String refused(String address, FormErrors errors) {
        next.addFlashAttribute("again", new Again(form, Map.copyOf(typed), errors));
        return "redirect:" + address + "#form-" + form;
    }

    /** For a page with a template of its own and one text to give back. */
    public static String kept(String address, @Nullable String typed, RedirectAttributes next, Supplier<String> act) {
        try {
            next.addFlashAttribute("done", act.get());
        } catch (InvalidInputException | ConflictException refused) {
            next.addFlashAttribute("problem", Refusals.detail(refused, Words.language()));
            next.addFlashAttribute("typed", typed);
        }
        return "redirect:" + address;
    }
}
