package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * axe-core finds nothing on any page, refusals included, on a phone of 320 pixels and in the dark, and no page is wider than
 * its screen. Skipped without Chromium, but with {@code CI=true} a failure.
 */
@ResourceLock("the tutor's link, of which a new one ends the one before")
@ResourceLock("the folders of lists that are looked at")
class EveryoneReadsTest {
    private static final Pattern FOUND = Pattern.compile("(?s)<pre class=\"axe-found\">(.*?)</pre>");
    private static final String DOSSIER = "/dossiers/[0-9a-f-]{36}";
    /**
     * What axe-core cannot decide by itself, and why it is no fault: one character, of which {@link ContrastTest} computes the
     * contrast, and what lies partly below a name that stays while a table is scrolled, or below the handle of a text field, in the
     * colours that the same test computes.
     */
    private static final Set<String> LOOKED_AT = Set.of(
            "? color-contrast nonBmp", "? color-contrast shortTextContent", "? color-contrast elmPartiallyObscured");

    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    @TempDir
    Path folder;

    /** The pages by a name for each, as a browser gets them. */
    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("sign in", Served.stranger().get("/login").page());
        teachers(pages);
        learners(pages);
        heads(pages);
        rooms(pages);
        linked(pages);
        unsent(pages);
        return pages;
    }

    /** What was typed when the session had ended: signing in, one that is read again, one that cannot be kept. */
    private static void unsent(Map<String, String> pages) {
        Browser emma = Served.as("emma");
        String address = emma.get(emma.get("/").link(DOSSIER + "/capture")).path();
        String much = "mot ".repeat(30_000);
        pages.put(
                "unsent, too long",
                emma.withoutSession()
                        .post(address, "title", "Trop", "description", much)
                        .page());
        emma.signsIn("emma").get(address).withoutSession();
        pages.put(
                "unsent, to sign in",
                emma.upload(address, "a.txt", "text/plain", new byte[] {1}, "title", "Pas envoyé", "act", "save")
                        .page());
        pages.put("unsent", emma.signsIn("emma").page());
        pages.put("unsent, on another page", emma.get(address).page());
    }

    private static void teachers(Map<String, String> pages) {
        Browser teacher = Served.as("c.reference");
        pages.put("home of a teacher", teacher.get("/").page());
        String cohort = teacher.link("/classes/[0-9a-f-]{36}");
        pages.put("class", teacher.get(cohort).page().replace("<details", "<details open"));
        String dossier = teacher.link(DOSSIER);
        pages.put(
                "class of a past day", teacher.get(cohort + "?asOf=2027-01-31").page());
        pages.put("class entry", teacher.get(cohort + "/entry").page());
        pages.put(
                "class entry refused",
                teacher.post(cohort + "/entry", "competency", "C1.1").page());
        pages.put("learner", teacher.get(dossier).page().replace("<details", "<details open"));
        pages.put("position", teacher.get(dossier + "/position?competency=C1.1").page());
        pages.put(
                "position refused",
                teacher.post(dossier + "/position", "competency", "C1.1", "observedOn", "x")
                        .page());
        pages.put("interview to schedule", teacher.get(dossier + "/interview").page());
        teacher.post(dossier + "/interview", "purpose", "Pour voir", "startsAt", "2027-08-01T10:00");
        pages.put("interview scheduled", teacher.page());
        String interview = teacher.path();
        pages.put("interview prepared", teacher.post(interview + "/prepare").page());
        pages.put(
                "interview held",
                teacher.post(interview + "/conduct", "revision", "2", "notes", "Vu.")
                        .page());
        pages.put("search", teacher.get("/search?q=carte").page());
        pages.put("nothing here", teacher.get("/nowhere").page());
        String malos = teacher.get(cohort)
                .find(Pattern.compile("href=\"(" + DOSSIER + ")\">Emma"))
                .orElseThrow();
        teacher.get(malos);
        teacher.post(teacher.link(DOSSIER + "/periods/[0-9a-f-]{36}/invite"));
        String link =
                teacher.find(Pattern.compile("class=\"address\">(http[^<]+)<")).orElseThrow();
        Browser tutor = Served.stranger();
        pages.put("tutor", tutor.get(link).page());
        pages.put("tutor refused", tutor.post(link, "name", "").page());
    }

    /** Each room of a dossier, a class and the school by its address, and a form of it that was refused. */
    private static void rooms(Map<String, String> pages) {
        Browser emma = Served.as("emma");
        String dossier = emma.get("/").link(DOSSIER);
        for (String each :
                List.of("missions", "projects", "watch", "showcases", "reviews", "exam", "badges", "authorisations")) {
            pages.put("room " + each, emma.get(dossier + "/" + each).page());
        }
        pages.put("reviews to write", emma.get("/reviews").page());
        emma.get(dossier + "/projects");
        pages.put(
                "project refused", emma.post(dossier + "/projects", "title", "").page());
        emma.post(dossier + "/projects", "title", "Un projet", "key", "axe");
        String project = emma.path();
        emma.post(project + "/tasks", "label", "Une tâche", "key", "axe");
        pages.put(
                "project",
                emma.post(project + "/milestones", "label", "Un jalon", "plannedOn", "2099-01-01", "key", "axe")
                        .page());
        pages.put(
                "watch refused",
                emma.post(dossier + "/watch", "url", "x", "reliability", "RELIABLE")
                        .page());
        emma.get(dossier + "/missions");
        pages.put("mission", emma.get(emma.link(dossier + "/missions/[^\"]+")).page());
        Browser teacher = Served.as("c.reference");
        String cohort = teacher.get("/").link("/classes/[0-9a-f-]{36}");
        pages.put("missions", teacher.get(cohort + "/missions").page());
        pages.put("campaigns", teacher.get(cohort + "/campaigns").page());
        pages.put(
                "campaign refused",
                teacher.post(cohort + "/campaigns", "title", "").page());
        teacher.get(cohort + "/campaigns");
        pages.put(
                "campaign",
                teacher.get(teacher.link("/campaigns/[0-9a-f-]{36}")).page());
        pages.put("scenarios", teacher.get("/scenarios").page());
        pages.put("scenario", teacher.get(teacher.link("/scenarios/[^\"]+")).page());
        pages.put("badges to offer", teacher.get(dossier + "/badges").page());
        pages.put(
                "authorisations to ask",
                teacher.get(dossier + "/authorisations").page());
    }

    /** What is read without an account, behind a link, and by those who represent a learner. */
    private static void linked(Map<String, String> pages) {
        Browser emma = Served.as("emma");
        String showcases = emma.get("/").link(DOSSIER) + "/showcases";
        emma.get(showcases);
        String showcase = emma.find(Pattern.compile("href=\"(" + showcases + "/[0-9a-f-]{36})\">Comparer"))
                .orElseThrow();
        pages.put("showcase", emma.get(showcase).page());
        emma.post(showcase + "/share", "until", "2027-07-30");
        pages.put("showcase with its link", emma.page());
        String link =
                emma.find(Pattern.compile("class=\"address\">(http[^<]+)<")).orElseThrow();
        pages.put("showcase by its link", Served.stranger().get(link).page());
        pages.put("a check", Served.stranger().get("/check").page());
        Browser mother = Served.as("mme.fictive");
        pages.put("home of a representative", mother.get("/").page());
        pages.put(
                "dossier for a representative", mother.get(mother.link(DOSSIER)).page());
    }

    private static void heads(Map<String, String> pages) {
        Browser head = Served.as("proviseure");
        pages.put("home of a head", head.get("/").page());
        String learners = head.find(Pattern.compile("(?s)CS SNO 2026<.*?href=\"(/classes/[0-9a-f-]{36}/learners)\""))
                .orElseThrow();
        for (String each : List.of(
                "year",
                "people",
                "people?name=a",
                "people?person=m.durand",
                "privacy",
                "departure",
                "upkeep",
                "journal",
                "roster")) {
            pages.put(
                    "school " + each.replaceAll("\\W", "-"),
                    head.get("/school/" + each).page());
        }
        pages.put("erasure", head.get("/school/erasure?person=chloe").page());
        pages.put(
                "end of a year", head.get(learners.replace("/learners", "/end")).page());
        for (String each : List.of("handover", "embargo")) {
            pages.put(each, head.get(learners.replace("learners", each)).page());
        }
        pages.put(
                "hand-over to confirm",
                head.post(
                                learners.replace("learners", "handover/preview"),
                                "from",
                                "m.durand",
                                "to",
                                "z.autre",
                                "on",
                                "2099-01-01")
                        .page());
        head.get("/school/roster");
        String list = "person;name;role;cohort\nz.axe;Une Élève;learner;2AXE\n";
        pages.put(
                "roster to confirm",
                head.upload("/school/roster/preview", "liste.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8))
                        .page());
        head.get("/school/roster");
        pages.put(
                "roster refused",
                head.upload("/school/roster/preview", "liste.csv", "text/csv", new byte[] {'x'})
                        .page());
        pages.put("without a network", Served.stranger().get("/offline").page());
        head.get("/school/year");
        pages.put(
                "year refused",
                head.post("/school/year/preview", "cohort", "X", "roster", "x").page());
        pages.put("learners for a head", head.get(learners).page().replace("<details", "<details open"));
    }

    private static void learners(Map<String, String> pages) {
        Browser emma = Served.as("emma");
        pages.put("home of a learner", emma.get("/").page());
        String dossier = emma.link(DOSSIER);
        pages.put("own dossier", emma.get(dossier).page());
        String production = emma.link(DOSSIER + "/productions/[0-9a-f-]{36}");
        String reflection = emma.link(DOSSIER + "/reflections/[0-9a-f-]{36}");
        pages.put("production", emma.get(production).page());
        pages.put("removal", emma.get(production + "/remove").page());
        pages.put("reflection", emma.get(reflection).page());
        pages.put("capture", emma.get(dossier + "/capture").page());
        pages.put(
                "capture refused", emma.post(dossier + "/capture", "title", "").page());
        pages.put("self-assessment", emma.get(dossier + "/self-assessment").page());
        pages.put(
                "reflecting",
                emma.get(dossier + "/reflection?template=explicitation@1").page());
        pages.put("goal to set", emma.get(dossier + "/goal").page());
        pages.put("goal refused", emma.post(dossier + "/goal", "steps", "x").page());
        emma.post(dossier + "/goal", "competency", "C2.1", "level", "acquis", "dueOn", "2027-12-01", "steps", "x");
        pages.put("goal", emma.page());
        pages.put("privacy", emma.get("/privacy").page().replace("<details", "<details open"));
    }

    @Test
    void digits_choose_levels_for_a_class_and_go_from_learner_to_learner() throws Exception {
        Chromium chromium = Chromium.orSkip(folder);
        Browser teacher = Served.as("c.reference");
        teacher.get(teacher.get("/").link("/classes/[0-9a-f-]{36}") + "/entry");
        String script = Files.readString(Path.of("src/main/resources/static/entry.js"));
        String typing = "['3','1','x','0','4'].forEach(key=>document.activeElement.dispatchEvent("
                + "new KeyboardEvent('keydown',{key,bubbles:true,cancelable:true})));"
                + "const pre=document.createElement('pre');pre.className='axe-found';"
                + "pre.textContent=[...document.querySelectorAll('tbody tr')].map(row=>row.querySelector('input:checked').value)"
                + ".join(' ')+' '+document.activeElement.name;document.body.appendChild(pre);";
        Path page = Files.writeString(
                folder.resolve("entry.html"),
                teacher.page()
                        .replaceAll("<script src=[^>]*></script>", "")
                        .replace("</body>", "<script>" + script + "</script><script>" + typing + "</script></body>"));
        Matcher found = FOUND.matcher(chromium.dom(page, Chromium.LIGHT));
        assertThat(found.find()).isTrue();
        assertThat(found.group(1)).isEqualTo("acquis decouverte - maitrise - - - - level.malo");
    }

    @Test
    void axe_finds_nothing_and_no_page_is_wider_than_a_phone() throws Exception {
        Chromium chromium = Chromium.orSkip(folder);
        Map<String, String> pages = pages();
        List<String> found = new ArrayList<>(look(chromium, pages, 320, Chromium.LIGHT));
        found.addAll(look(chromium, pages, 1200, Chromium.DARK));
        assertThat(found.stream()
                        .filter(each -> LOOKED_AT.stream().noneMatch(each::contains))
                        .toList())
                .isEmpty();
        assertThat(found).as("what axe-core cannot decide is told").isNotEmpty();
    }

    /** All pages at once, each in a frame, since a window of this browser cannot be as narrow as a phone. */
    private List<String> look(Chromium chromium, Map<String, String> pages, int width, String scheme) throws Exception {
        String style = Files.readString(Path.of("src/main/resources/static/style.css"));
        StringBuilder frames =
                new StringBuilder("<!DOCTYPE html><html><body><script>addEventListener('message',found=>{"
                        + "const pre=document.createElement('pre');pre.className='axe-found';pre.textContent=found.data;"
                        + "document.body.appendChild(pre)})</script>");
        for (Map.Entry<String, String> each : pages.entrySet()) {
            String file = each.getKey().replace(' ', '-') + ".html";
            String looked = each.getValue()
                    .replaceFirst(
                            "<link rel=\"stylesheet\"[^>]*>", Matcher.quoteReplacement("<style>" + style + "</style>"))
                    .replaceAll("<script src=[^>]*></script>", "")
                    .replace("</body>", script(each.getKey()) + "</body>");
            Files.writeString(folder.resolve(file), looked);
            frames.append("<iframe src=\"" + file + "\" width=\"" + width + "\" height=\"900\"></iframe>");
        }
        Files.writeString(folder.resolve("frames.html"), frames + "</body></html>");
        List<String> answers = FOUND.matcher(chromium.dom(folder.resolve("frames.html"), scheme))
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(answers).as("axe-core answers for each page").hasSameSizeAs(pages.keySet());
        return answers.stream()
                .flatMap(each -> each.lines()
                        .skip(1)
                        .map(line -> width + " " + each.lines().findFirst().orElse("") + ": " + line))
                .toList();
    }

    private static String script(String page) throws IOException {
        try (InputStream in = Objects.requireNonNull(EveryoneReadsTest.class.getResourceAsStream("/axe.min.js"))) {
            String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</script", "<\\/script");
            return "<script>" + axe + "</script><script>axe.run(document,{runOnly:" + RULES + "}).then(found=>{"
                    + "const wide=document.documentElement.scrollWidth-document.documentElement.clientWidth;"
                    + "parent.postMessage('" + page + "'+found.violations.map(v=>'\\n'+v.id+': '+v.nodes.slice(0,3)"
                    + ".map(n=>n.html.slice(0,200).replace(/\\s+/g,' ')).join(' | ')).join('')"
                    + "+found.incomplete.map(v=>v.nodes.map(n=>'\\n? '+v.id+' '+((n.any[0]||n.all[0]||n.none[0]||{data:{}}).data||{}).messageKey+': '"
                    + "+n.html.slice(0,120).replace(/\\s+/g,' ')).join('')).join('')"
                    + "+(wide>0?'\\nwider by '+wide:'')+(found.passes.length<10?'\\nnothing was looked at':''),'*')});</script>";
        }
    }
}
