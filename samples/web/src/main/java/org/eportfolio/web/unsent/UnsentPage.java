package org.eportfolio.web.unsent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was not sent, for those who typed it: they read it, and send it or throw it away. */
@Controller
public final class UnsentPage implements HandlerInterceptor {
    public static final String HERE = "/unsent";

    /** Goes with a form that is sent from here. */
    static final String ID = "unsent";

    /** What a button says besides. */
    private static final String BUTTON = "act";

    private static final Pattern OPAQUE = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private final Waiting waiting;
    private final Words words;

    UnsentPage(Waiting waiting, Words words) {
        this.waiting = waiting;
        this.words = words;
    }

    /** A field as people call it, with what stands in it. */
    public record Line(String label, List<String> values) {}

    /**
     * One form.
     *
     * @param kept whether it waits here; else this page is all there is of it
     * @param sends whether it can be sent from this page
     * @param button which button was pressed, in words; {@code null} for the only one
     */
    public record Shown(
            Unsent form, List<Line> lines, @Nullable String button, boolean kept, boolean sends) {}

    /** What people see of a form: a field that the pages have no word for was not typed, and goes along. */
    static List<Line> lines(Unsent form, Words words) {
        List<Line> lines = new ArrayList<>();
        form.fields().forEach((name, values) -> {
            int point = name.indexOf('.');
            String about = point < 0 ? "" : name.substring(point + 1);
            String key = "unsent.field." + (point < 0 ? name : name.substring(0, point));
            List<String> said = values.stream()
                    .filter(each -> !each.isBlank())
                    .map(each -> OPAQUE.matcher(each).matches() ? words.say("unsent.chosen") : each)
                    .distinct()
                    .toList();
            if (!words.sayOr(key, "").isEmpty() && !said.isEmpty())
                lines.add(new Line(words.say(key, about).strip(), said));
        });
        return lines;
    }

    private Shown shown(Unsent form, boolean kept, boolean sends) {
        String pressed = String.join(" ", form.fields().getOrDefault(BUTTON, List.of()));
        String button = pressed.isBlank() ? null : words.sayOr("unsent.act." + pressed, pressed);
        return new Shown(form, lines(form, words), button, kept, sends);
    }

    @GetMapping(HERE)
    String show(HttpServletRequest request, Model model) {
        List<Unsent> forms = waiting.of(request);
        if (forms.isEmpty()) return "redirect:/";
        model.addAttribute("lead", words.say("unsent.lead"));
        model.addAttribute(
                "unsent", forms.stream().map(each -> shown(each, true, true)).toList());
        return "unsent";
    }

    /** Instead of a refusal, a form that cannot be kept: of someone without an account, or too long. {@code null} where there is none. */
    public @Nullable ModelAndView unkept(HttpServletRequest request) {
        if (!(request.getAttribute(UnsentForms.Unkept.class.getName()) instanceof UnsentForms.Unkept unkept))
            return null;
        return new ModelAndView("unsent")
                .addObject("lead", words.say(unkept.sends() ? "unsent.lead.here" : "unsent.lead.copy"))
                .addObject("unsent", List.of(shown(unkept.form(), false, unkept.sends())));
    }

    @PostMapping(HERE)
    String discard(HttpServletRequest request, @RequestParam String discarded, RedirectAttributes next) {
        waiting.drop(request, discarded);
        next.addFlashAttribute("done", words.say("unsent.discarded"));
        return "redirect:" + HERE;
    }

    /** What was sent from here waits no longer, once a page has taken it or shows it again with what is wrong. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        String id = request.getParameter(ID);
        boolean taken = response.getStatus() < 400 || response.getStatus() == 422;
        if (id != null && request.getMethod().equals("POST") && failure == null && taken) waiting.drop(request, id);
    }
}
