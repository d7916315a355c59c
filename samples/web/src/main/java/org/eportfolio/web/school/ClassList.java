package org.eportfolio.web.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.Enrolment;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.year.NewYear;
import org.jspecify.annotations.Nullable;

/** A class list as it is pasted or typed: lines with person, name, role and class. */
final class ClassList {
    private ClassList() {}

    /** Who is in this class, with their roles and days, added to a year. */
    static NewYear in(NewYear year, String cohort, String text) {
        record Group(
                Role role,
                @Nullable LocalDate from,
                @Nullable LocalDate until) {}
        Map<Group, List<PersonId>> groups = new LinkedHashMap<>();
        NewYear with = year;
        for (Enrolment each : read(text)) {
            if (!each.cohort().equals(cohort)) continue;
            groups.computeIfAbsent(new Group(each.role(), each.from(), each.until()), group -> new ArrayList<>())
                    .add(each.person());
            with = with.naming(each.person(), each.name().display());
        }
        if (groups.isEmpty()) throw InvalidInputException.because("roster", WebMessages.of("roster.none", cohort));
        for (Map.Entry<Group, List<PersonId>> each : groups.entrySet()) {
            Members members = Members.of(each.getKey().role(), each.getValue());
            LocalDate from = each.getKey().from();
            LocalDate until = each.getKey().until();
            if (from != null) members = members.from(from);
            with = with.with(until == null ? members : members.until(until));
        }
        return with;
    }

    private static List<Enrolment> read(String text) {
        try {
            Path file = Files.createTempFile("roster-", ".csv");
            try {
                Files.writeString(file, text);
                return new RosterCsv().enrolments(file, ImportOptions.ofDefaults());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (InvalidInputException wrong) {
            throw InvalidInputException.because(
                    "roster", wrong.violations().get(0).rule());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
