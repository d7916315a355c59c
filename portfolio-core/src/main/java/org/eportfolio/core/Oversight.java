package org.eportfolio.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.privacy.RetentionDue;
import org.eportfolio.privacy.SchoolOversight;

/**
 * One page over several schools for the data protection officer who serves them all. Each school is asked by itself, as the
 * person is there; nothing is joined across schools, and no person of one is looked for in another. Thread-safe.
 *
 * <pre>{@code
 * List<SchoolOversight> page = Oversight.of(Map.of("Lycée VosRêves", here.as(dpo), "CFA", there.as(dpo)));
 * }</pre>
 */
public final class Oversight {
    private Oversight() {}

    /**
     * What each school has to be looked at for, in the order of the map: registers, overdue erasures, open
     * requests and breaches. A school
     * where the actor neither heads nor oversees is named as not open, and nothing of it is read.
     *
     * @param schools by the names that the host gives them, what the actor can do in each
     */
    public static List<SchoolOversight> of(Map<String, Desk> schools) {
        Objects.requireNonNull(schools, "schools");
        List<SchoolOversight> page = new ArrayList<>();
        schools.forEach((school, desk) -> page.add(of(school, desk)));
        return List.copyOf(page);
    }

    private static SchoolOversight of(String school, Desk desk) {
        PrivacyDesk privacy = desk.privacy();
        ProcessingRegister register;
        try {
            register = privacy.register();
        } catch (DeniedException | NotFoundException notTheirs) {
            return SchoolOversight.closed(school);
        }
        LocalDate today =
                LocalDate.ofInstant(desk.clock().instant(), desk.clock().getZone());
        List<RetentionDue> due = Page.all(next -> privacy.due(today, next));
        List<ErasureReceipt> unfinished = Page.all(privacy::receipts).stream()
                .filter(each -> each.completion() == null)
                .toList();
        List<PrivacyRequest> open = Page.all(privacy::requests).stream()
                .filter(each -> each.settlement() == null)
                .toList();
        List<Breach> breaches = Page.all(desk.breaches()::list).stream()
                .filter(each -> each.settlement() == null)
                .toList();
        Optional<LocalDate> overdueSince = due.stream().map(RetentionDue::dueOn).min(LocalDate::compareTo);
        Optional<LocalDate> noticed = breaches.stream()
                .map(each -> LocalDate.ofInstant(each.noticedAt(), desk.clock().getZone()))
                .min(LocalDate::compareTo);
        Optional<LocalDate> oldest =
                open.stream().map(PrivacyRequest::receivedOn).min(LocalDate::compareTo);
        return new SchoolOversight(
                school,
                true,
                register.version(),
                missing(register.settings()),
                register.settings().without(),
                due.size(),
                overdueSince.orElse(null),
                unfinished.size(),
                open.size(),
                oldest.orElse(null),
                breaches.size(),
                noticed.orElse(null));
    }

    private static List<String> missing(PrivacySettings stated) {
        List<String> missing = new ArrayList<>();
        if (stated.controller() == null) missing.add("register.controller");
        if (stated.dpo() == null) missing.add("register.dpo");
        boolean based =
                !stated.purposes().isEmpty() && stated.purposes().stream().allMatch(each -> each.legalBasis() != null);
        if (!based) missing.add("register.purposes");
        if (stated.retention().isEmpty()) missing.add("register.retention");
        if (stated.security().isEmpty()) missing.add("register.security");
        return missing;
    }
}
