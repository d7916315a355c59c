package org.eportfolio.console.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.Page;
import org.eportfolio.PortfolioException;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.ScaleCatalog;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Languages;
import org.eportfolio.console.terminal.PrintableText;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** What there is in the school's file that may be named in a line: only what the acting person may see. */
final class SchoolWords {
    private static final int MOST_PEOPLE = 2_000;

    private final Session session;
    private @Nullable Map<String, Map<String, String>> known;

    SchoolWords(Session session) {
        this.session = session;
    }

    /** Reads the file anew the next time, since a command may have changed it. */
    void forget() {
        known = null;
    }

    /** By what the program calls an argument, such as {@code LEARNER}: words, each with what it means. */
    Map<String, String> of(String label) {
        Map<String, Map<String, String>> all = known;
        if (all == null) {
            all = read();
            known = all;
        }
        return all.getOrDefault(label, Map.of());
    }

    private Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        if (!session.options().place().isThere()) return all;
        try (School school = session.open()) {
            read(school, session.desk(school), all);
        } catch (PortfolioException | Refusal e) {
            // Completing is a courtesy: the command itself says what is wrong.
        }
        return all;
    }

    private void read(School school, Desk desk, Map<String, Map<String, String>> all) {
        Map<String, String> people = new LinkedHashMap<>();
        Map<String, String> cohorts = new LinkedHashMap<>();
        for (Cohort each : Page.all(desk.cohorts()::list)) {
            cohorts.put(each.name(), "");
            if (people.size() < MOST_PEOPLE) {
                School.learners(desk, each.id(), school.clock().instant())
                        .forEach((id, name) -> people.put(id.value(), PrintableText.of(name)));
            }
        }
        desk.actor().person().map(PersonId::value).ifPresent(own -> people.putIfAbsent(own, ""));
        all.put("LEARNER", people);
        all.put("PERSON", people);
        all.put("COHORT", cohorts);
        frameworks(desk, all);
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role each : Role.ofPeople()) {
            roles.put(each.name().toLowerCase(Locale.ROOT), session.texts().name(each));
        }
        all.put("ROLE", roles);
        Map<String, String> languages = new LinkedHashMap<>();
        Languages.available().forEach(each -> languages.put(each.toLanguageTag(), ""));
        all.put("LANGUAGE", languages);
    }

    private void frameworks(Desk desk, Map<String, Map<String, String>> all) {
        List<Adoption> adoptions = desk.frameworks().adoptions();
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, String> levels = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (BundledFrameworks each : BundledFrameworks.values()) {
            ids.put(each.framework().id().toString(), each.framework().title());
        }
        for (Framework each : Page.all(desk.frameworks()::list)) {
            ids.put(each.id().toString(), each.title());
            boolean adopted = adoptions.stream().anyMatch(one -> one.framework().equals(each.id()));
            if (adopted) codes.putAll(codes(each));
        }
        for (Adoption each : adoptions) {
            for (Level level : each.scale().levels()) levels.put(level.id().value(), level.label());
        }
        Map<String, String> scales = new LinkedHashMap<>();
        ScaleCatalog.of(adoptions, session.options().file(), session.texts())
                .entries()
                .values()
                .forEach(each -> scales.put(each.scale().id(), each.scale().title()));
        all.put("COMPETENCY", codes);
        all.put("LEVEL", levels);
        all.put("TARGET", levels);
        all.put("ID", ids);
        all.put("FRAMEWORK", ids);
        all.put("SCALE", scales);
        all.put("ADOPTION", scales);
    }

    private static Map<String, String> codes(Framework framework) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Bloc bloc : framework.blocs()) {
            for (Competency each : bloc.competencies()) {
                codes.put(each.code().value(), each.label());
                each.subCompetencies().forEach(part -> codes.put(part.code().value(), part.label()));
            }
        }
        return codes;
    }
}
