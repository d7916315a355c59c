package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** The lines of a roster while it is read; what does not hold goes to the findings with its place. */
final class RosterLines {
    private static final int LONGEST = 200;

    private final Findings findings;
    private final Map<PersonId, String> names = new HashMap<>();
    private final List<Enrolment> all = new ArrayList<>();

    RosterLines(Findings findings) {
        this.findings = findings;
    }

    List<Enrolment> all() {
        return all;
    }

    /** Takes one line: a person keeps one name throughout. */
    void add(
            Place place,
            String person,
            String name,
            Role role,
            String cohort,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        try {
            PersonId id = PersonId.of(person);
            text("name", name);
            text("cohort", cohort);
            ExchangeMessages.unless(from == null || until == null || !until.isBefore(from), "until", "period.reversed");
            String before = names.putIfAbsent(id, name);
            ExchangeMessages.unless(
                    before == null || before.equals(name),
                    "name",
                    "roster.two-names",
                    person,
                    String.valueOf(before),
                    name);
            all.add(new Enrolment(place, id, name, role, cohort, from, until));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
        }
    }

    private static void text(String field, String text) {
        ExchangeMessages.unless(!text.isBlank(), field, "text.blank");
        ExchangeMessages.unless(text.length() <= LONGEST, field, "text.too-long", LONGEST, text.length());
        ExchangeMessages.unless(Line.Check.harmless(text), field, "text.control");
    }
}
