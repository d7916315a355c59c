package org.eportfolio.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All pages that people reach by links: magnified, on a narrow screen, read aloud, by keyboard alone, and without motion. */
class EveryPageTest {
    private static final List<String> PEOPLE = List.of("emma", "c.reference", "proviseure", "mme.fictive");

    /** Half of a screen of 1,280 pixels: what 200 % leaves (WCAG 2.2, 1.4.4), and what 400 % leaves (1.4.10). */
    private static final int[] WIDTHS = {640, 320};

    private static final Set<String> CONTROLS = Set.of(
            "button",
            "link",
            "textbox",
            "searchbox",
            "combobox",
            "checkbox",
            "radio",
            "spinbutton",
            "slider",
            "Date",
            "DisclosureTriangle");
    private static final Set<String> LANDMARKS = Set.of("navigation", "region", "complementary", "search");

    /** What lies beyond the window, what is cut off, and what is scrolled in both directions. */
    private static final String CUT = """
            () => {
              const found = [];
              const page = document.documentElement;
              if (page.scrollWidth > page.clientWidth) found.push('the page is wider by ' + (page.scrollWidth - page.clientWidth));
              for (const each of document.body.querySelectorAll('*')) {
                const style = getComputedStyle(each);
                const box = each.getBoundingClientRect();
                if (!box.width || style.visibility === 'hidden' || each.closest('.hidden, svg, dialog:not([open])')) continue;
                const name = each.tagName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 40);
                const inside = each.closest('.scroll');
                if (!inside && box.right > page.clientWidth + 1 && box.left >= 0) found.push('beyond the edge: ' + name);
                const clips = /hidden|clip/.test(style.overflowX + style.overflowY) && style.clipPath === 'none';
                if (clips && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1))
                  found.push('cut off: ' + name);
                const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY) && !/TEXTAREA|SELECT/.test(each.tagName);
                if (scrolls && each.scrollWidth > each.clientWidth + 1 && each.scrollHeight > each.clientHeight + 1)
                  found.push('scrolls in two directions: ' + name);
                if (scrolls && each.scrollWidth > each.clientWidth + 1 && !each.querySelector('table'))
                  found.push('scrolls sideways and is no table: ' + name);
              }
              return found;
            }""";

    private static final String MOVING = """
            () => Array.from(document.querySelectorAll('*')).filter(each => {
              const style = getComputedStyle(each);
              return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
                || style.transitionDuration.split(',').some(one => parseFloat(one) > 0);
            }).map(each => each.tagName + '.' + each.className)""";

    /** Numbers what Tab has to reach; of the radio buttons of a group one. */
    private static final String TO_REACH = """
            () => {
              const groups = new Set();
              let count = 0;
              for (const each of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
                if (each.disabled || each.type === 'hidden' || !each.checkVisibility()) continue;
                if (each.type === 'radio') {
                  const group = (each.form ? Array.from(document.forms).indexOf(each.form) : '') + ' ' + each.name;
                  const chosen = (each.form || document).querySelector('input[name="' + CSS.escape(each.name) + '"]:checked');
                  if (groups.has(group) || chosen && chosen !== each) continue;
                  groups.add(group);
                }
                each.dataset.reach = count++;
              }
              document.body.tabIndex = -1;
              document.body.focus();
              return count;
            }""";

    private static final String REACHED = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return [at.dataset.reach || '', ring && seen ? '' : at.tagName + ' ' + (at.name || at.textContent).trim().slice(0, 40)];
            }""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static School school;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    /** Who is signed in, and the pages that they reach. */
    private static final Map<String, Map<String, String>> PAGES = new LinkedHashMap<>();

    private static final Map<String, Page> WINDOWS = new LinkedHashMap<>();

    @BeforeAll
    static void the_school_opens() {
        school = School.started(folder);
        chromium = Chromium.orSkip(school.address());
        for (String person : PEOPLE) {
            Page page = chromium.of(person);
            WINDOWS.put(person, page);
            PAGES.put(person, Walk.from(page, school.address()));
        }
        Page stranger = chromium.stranger();
        WINDOWS.put("", stranger);
        PAGES.put(
                "",
                Walk.from(
                        stranger,
                        school.address() + "login",
                        school.address() + "check",
                        school.address() + "offline"));
    }

    @AfterAll
    static void the_school_closes() {
        if (chromium != null) chromium.close();
        school.close();
    }

    /** Looks at each page, and tells what was found by its address. */
    private static void each(Looking looking) {
        Map<String, List<String>> found = new TreeMap<>();
        PAGES.forEach((person, pages) -> pages.forEach((kind, address) -> {
            Page page = WINDOWS.get(person);
            page.navigate(address);
            List<String> wrong = looking.at(page);
            if (!wrong.isEmpty()) found.put(person + " " + kind, wrong);
        }));
        assertThat(found).isEmpty();
    }

    private interface Looking {
        List<String> at(Page page);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    @Test
    void the_walk_reaches_the_rooms_of_each() {
        PAGES.forEach((person, pages) -> System.out.println(person + " " + pages.keySet()));
        assertThat(PAGES.get("emma")).containsKeys("/", "/dossiers/*", "/dossiers/*/capture", "/dossiers/*/showcases");
        assertThat(PAGES.get("c.reference"))
                .containsKeys("/classes/*", "/classes/*/entry", "/dossiers/*/position?competency=");
        assertThat(PAGES.get("proviseure")).containsKeys("/school/roster", "/classes/*/handover", "/school/upkeep");
        assertThat(PAGES.values().stream().mapToInt(Map::size).sum()).isGreaterThan(45);
    }

    @Test
    void at_twice_the_size_and_on_a_narrow_screen_nothing_is_cut_off_or_scrolled_in_two_directions() {
        for (int width : WIDTHS) {
            WINDOWS.values().forEach(each -> each.setViewportSize(width, 480));
            each(page -> strings(page.evaluate(CUT)));
        }
    }

    @Test
    void nothing_moves_for_those_who_want_no_motion() {
        WINDOWS.values()
                .forEach(each ->
                        each.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE)));
        each(page -> strings(page.evaluate(MOVING)));
        WINDOWS.values().forEach(each -> each.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(null)));
    }

    @Test
    void a_screen_reader_has_a_name_for_each_control_and_no_two_that_cannot_be_told_apart() {
        each(EveryPageTest::names);
    }

    private static List<String> names(Page page) {
        JsonObject tree = page.context().newCDPSession(page).send("Accessibility.getFullAXTree");
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> landmarks = new TreeMap<>();
        for (JsonElement each : tree.getAsJsonArray("nodes")) {
            JsonObject node = each.getAsJsonObject();
            if (node.get("ignored").getAsBoolean() || !node.has("role")) continue;
            String role = value(node, "role");
            String name = value(node, "name").strip();
            if (CONTROLS.contains(role) && name.isEmpty()) wrong.add(role + " without a name");
            if (LANDMARKS.contains(role)) landmarks.merge(role + " " + name, 1, Integer::sum);
        }
        landmarks.forEach((name, count) -> {
            if (count > 1) wrong.add(count + " × " + name);
        });
        wrong.addAll(strings(page.evaluate(SAME)));
        return wrong;
    }

    private static String value(JsonObject node, String of) {
        if (!node.has(of) || !node.getAsJsonObject(of).has("value")) return "";
        return node.getAsJsonObject(of).get("value").getAsString();
    }

    /** Fields of one form, buttons and links that are called the same and are not the same: in a row, the row's name tells them apart. */
    private static final String SAME = """
            () => {
              const said = each => (each.getAttribute('aria-label') || each.textContent).trim().replace(/\\s+/g, ' ');
              const found = [];
              const twice = (kind, all, of) => {
                const seen = new Map();
                for (const each of all) {
                  if (!each.checkVisibility()) continue;
                  const [name, to] = of(each);
                  if (!name) continue;
                  if (seen.has(name) && seen.get(name) !== to) found.push(kind + ' twice: ' + name);
                  seen.set(name, to);
                }
              };
              const column = each => {
                const cell = each.closest('td');
                const heads = cell && cell.closest('table').tHead;
                return heads ? said(heads.rows[0].cells[cell.cellIndex] || heads) : '';
              };
              const row = each => { const at = each.closest('tr, li, article, .card, section'); return at ? said(at.querySelector('th, strong, h2, h3, a') || at) : ''; };
              twice('link', document.querySelectorAll('main a[href]'), each => [row(each) + ' > ' + column(each) + ' > ' + said(each), each.href]);
              twice('button', document.querySelectorAll('main button'),
                each => [row(each) + ' > ' + column(each) + ' > ' + said(each), each.form ? each.form.action + each.value : each.id]);
              for (const form of document.forms) {
                twice('field', form.querySelectorAll('input:not([type=hidden],[type=radio],[type=checkbox]), select, textarea'),
                  each => [Array.from(each.labels || []).map(said).join(' '), each.name + each.id]);
              }
              return found;
            }""";

    @Test
    void the_keyboard_alone_reaches_each_control_and_shows_where_it_is() {
        WINDOWS.values().forEach(each -> each.setViewportSize(1200, 900));
        each(EveryPageTest::byKeyboard);
    }

    private static List<String> byKeyboard(Page page) {
        int count = (Integer) page.evaluate(TO_REACH);
        Set<String> reached = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        // A date has several places to stop at.
        for (int i = 0; i < 8 * count; i++) {
            page.keyboard().press("Tab");
            Object at = page.evaluate(REACHED);
            if (at == null) break;
            List<String> told = strings(at);
            reached.add(told.get(0));
            if (!told.get(1).isEmpty()) wrong.add("no ring, or out of sight: " + told.get(1));
        }
        for (int i = 0; i < count; i++) {
            if (!reached.contains(Integer.toString(i)))
                wrong.add("not reached: "
                        + page.locator("[data-reach='" + i + "']").evaluate("each => each.outerHTML.slice(0, 120)"));
        }
        return wrong;
    }
}
