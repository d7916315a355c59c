package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.AafRequests;
import org.eportfolio.exchange.internal.AafRequests.Kind;
import org.eportfolio.exchange.internal.AafRequests.Request;
import org.eportfolio.exchange.internal.BoundedStream;
import org.eportfolio.exchange.internal.Entries;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.roster.RosterPeople.Known.Manner;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** One reading of the files of an AAF export: schools first, then pupils, those who answer for them, and staff. */
final class AafReading {
    /** The categories in the order in which they are read, with the attributes that are kept. */
    private static final Map<String, Set<String>> READ = new LinkedHashMap<>();

    static {
        READ.put("EtabEducNat", Set.of("ENTStructureUAI", "ENTEtablissementUAI"));
        READ.put(
                "Eleve",
                Set.of(
                        "sn",
                        "givenName",
                        "ENTPersonStructRattach",
                        "ENTEleveClasses",
                        "ENTElevePersRelEleve",
                        "ENTEleveAutoriteParentale",
                        AafRequests.MAJORITY));
        READ.put("PersRelEleve", Set.of("sn", "givenName"));
        READ.put(
                "PersEducNat",
                Set.of(
                        "sn",
                        "givenName",
                        "ENTPersonStructRattach",
                        "ENTAuxEnsClasses",
                        "ENTAuxEnsClassesMatieres",
                        "ENTAuxEnsClassesPrincipal"));
    }

    private static final int HELD_PER_SCHOOL = 200;
    private static final int HELD_PER_RELATION = 400;
    private static final int SCHOOLS_NAMED = 20;
    /** In a relation: the person, how related, who pays, authority, contact, payment. */
    private static final int AUTHORITY = 3;

    private record Pending(Place place, PersonId learner, List<String> representatives) {}

    private final AafXml format;
    private final Entries files;
    private final Bounds bounds;
    private final RosterLines lines;
    private final Findings findings;
    private final Map<String, String> schools = new TreeMap<>();
    private final Set<String> pupils = new HashSet<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> awaited = new HashSet<>();
    private final Map<String, PersonName> representatives = new HashMap<>();
    private String uai = "";
    private String structure = "";
    private int staffWithoutClass;

    AafReading(AafXml format, Entries files, Bounds bounds, RosterLines lines, Findings findings) {
        this.format = format;
        this.files = files;
        this.bounds = bounds;
        this.lines = lines;
        this.findings = findings;
    }

    void all() throws IOException {
        Map<String, List<String>> byCategory = byCategory();
        read("EtabEducNat", byCategory, this::school);
        choose();
        read("Eleve", byCategory, this::pupil);
        read("PersRelEleve", byCategory, this::representative);
        read("PersEducNat", byCategory, this::staff);
        represent();
        if (staffWithoutClass > 0) findings.remark(Place.path("PersEducNat"), "aaf.staff", staffWithoutClass);
    }

    private Map<String, List<String>> byCategory() {
        Map<String, List<String>> found = new HashMap<>();
        boolean complete = false;
        for (String each : files.names().stream().sorted().toList()) {
            String name = each.substring(each.lastIndexOf('/') + 1);
            Optional<String> category = category(name);
            if (category.isEmpty()) continue;
            boolean delta = name.contains("_Delta_");
            if (delta) lines.stateChangesOnly();
            complete |= name.contains("_Complet_");
            found.computeIfAbsent(category.get(), key -> new ArrayList<>()).add(each);
        }
        ExchangeMessages.unless(!(complete && lines.changesOnly()), "file", "aaf.mixed");
        ExchangeMessages.unless(!found.isEmpty(), "file", "aaf.no-files");
        return found;
    }

    private static Optional<String> category(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".xml") || name.startsWith(".")) return Optional.empty();
        for (String each : List.of("PersRelEleve", "PersEducNat", "EtabEducNat", "Eleve")) {
            if (lower.contains(each.toLowerCase(Locale.ROOT))) return Optional.of(each);
        }
        return Optional.empty();
    }

    private interface Requests {
        void take(Request request);
    }

    private void read(String category, Map<String, List<String>> byCategory, Requests requests) throws IOException {
        for (String entry : byCategory.getOrDefault(category, List.of())) {
            try (InputStream in = new BoundedStream(files.open(entry), entry, bounds.entryBytes())) {
                AafRequests.read(
                        in,
                        entry,
                        bounds,
                        findings,
                        each -> each.equals(category) ? READ.getOrDefault(category, Set.of()) : Set.of(),
                        request -> {
                            if (request.kind() != Kind.ADD) lines.stateChangesOnly();
                            if (request.id().isEmpty()) findings.bad("line", request.place(), "aaf.no-id", category);
                            else requests.take(request);
                        });
            }
        }
    }

    private void school(Request request) {
        String stated = request.first("ENTStructureUAI");
        String found = stated.isEmpty() ? request.first("ENTEtablissementUAI") : stated;
        if (found.isEmpty()) return;
        findings.hold(HELD_PER_SCHOOL);
        schools.put(found, request.id());
    }

    private void choose() {
        String wanted = format.school();
        String key = format.structure();
        List<String> named = schools.keySet().stream().limit(SCHOOLS_NAMED).toList();
        if (wanted == null) {
            ExchangeMessages.unless(!schools.isEmpty(), "file", "aaf.no-school");
            ExchangeMessages.unless(schools.size() == 1, "file", "aaf.several-schools", schools.size(), named);
            wanted = named.get(0);
        }
        String found = schools.get(wanted);
        if (found == null && key == null) {
            throw named.isEmpty()
                    ? ExchangeMessages.because("file", "aaf.no-structure", wanted)
                    : ExchangeMessages.because("file", "aaf.other-schools", wanted, named);
        }
        uai = wanted;
        structure = found == null ? String.valueOf(key) : found;
    }

    private void pupil(Request request) {
        boolean states = request.states("ENTPersonStructRattach");
        Set<String> classes = classes(request, "ENTEleveClasses");
        boolean here = request.all("ENTPersonStructRattach").contains(structure) || !classes.isEmpty();
        if (request.kind() == Kind.DELETE || (request.kind() == Kind.MODIFY && states && !here)) {
            leaves(request);
        } else if (request.kind() == Kind.ADD) {
            if (here) added(request, classes);
        } else {
            changed(request, classes);
        }
    }

    private void added(Request request, Set<String> classes) {
        if (!pupils.add(request.id())) {
            findings.bad("line", request.place(), "aaf.twice", request.id());
        } else if (name(request).display().isEmpty()) {
            findings.bad("line", request.place(), "aaf.no-name", request.id());
        } else if (classes.size() > 1) {
            findings.bad(
                    "line", request.place(), "aaf.two-classes", name(request).display(), List.copyOf(classes));
        } else if (classes.isEmpty()) {
            findings.remark(request.place(), "aaf.no-class", name(request).display());
        } else {
            in(request, Role.LEARNER, classes.iterator().next());
            of(request).ifPresent(learner -> learner(request, learner));
        }
    }

    /** A change that a delta makes to a pupil; it need not name the pupil's school. */
    private void changed(Request request, Set<String> classes) {
        for (String each : classes) in(request, Role.LEARNER, each);
        of(request).ifPresent(learner -> {
            renamed(request, learner);
            learner(request, learner);
        });
    }

    private void learner(Request request, PersonId learner) {
        String majority = request.first(AafRequests.MAJORITY);
        if (!majority.isEmpty()) lines.people().comesOfAge(learner, LocalDate.parse(majority));
        if (request.states("ENTElevePersRelEleve") || request.states("ENTEleveAutoriteParentale")) {
            List<String> keys = withAuthority(request);
            findings.hold(HELD_PER_RELATION * (1L + keys.size()));
            pending.add(new Pending(request.place(), learner, keys));
            awaited.addAll(keys);
        }
    }

    /** Those with parental authority; some exports list them in an attribute of their own. */
    private static List<String> withAuthority(Request request) {
        Set<String> keys = new LinkedHashSet<>();
        for (String each : request.all("ENTElevePersRelEleve")) {
            String[] parts = each.split("\\$", -1);
            if (parts.length > AUTHORITY && (parts[AUTHORITY].equals("1") || parts[AUTHORITY].equals("2"))) {
                keys.add(parts[0]);
            }
        }
        if (request.all("ENTElevePersRelEleve").isEmpty()) keys.addAll(request.all("ENTEleveAutoriteParentale"));
        keys.remove("");
        return List.copyOf(keys);
    }

    private void representative(Request request) {
        if (request.kind() == Kind.MODIFY) of(request).ifPresent(person -> renamed(request, person));
        if (request.kind() == Kind.ADD && awaited.contains(request.id())) {
            findings.hold(HELD_PER_RELATION);
            representatives.put(request.id(), name(request));
        }
    }

    private void staff(Request request) {
        if (request.kind() == Kind.DELETE) {
            leaves(request);
            return;
        }
        Set<String> principal = classes(request, "ENTAuxEnsClassesPrincipal");
        Set<String> taught = classes(request, "ENTAuxEnsClassesMatieres");
        taught.addAll(classes(request, "ENTAuxEnsClasses"));
        taught.removeAll(principal);
        principal.forEach(each -> in(request, Role.LEAD_TEACHER, each));
        taught.forEach(each -> in(request, Role.TEACHER, each));
        if (request.kind() == Kind.MODIFY) {
            of(request).ifPresent(person -> renamed(request, person));
        } else if (principal.isEmpty()
                && taught.isEmpty()
                && request.all("ENTPersonStructRattach").contains(structure)) {
            staffWithoutClass++;
        }
    }

    private void represent() {
        for (Pending each : pending) {
            List<RosterPeople.Representation> by = new ArrayList<>();
            for (String key : each.representatives()) {
                PersonName name = representatives.get(key);
                if (name == null && !lines.changesOnly()) {
                    findings.remark(each.place(), "aaf.unknown-representative", key);
                    continue;
                }
                of(each.place(), key)
                        .ifPresent(person ->
                                by.add(new RosterPeople.Representation(each.place(), each.learner(), person, name)));
            }
            lines.people().represented(each.place(), each.learner(), by);
        }
    }

    private void leaves(Request request) {
        know(request.place(), request.id(), Manner.IN_PASSING);
        lines.leaves(request.place(), format.person(uai, request.id()), request.id(), null);
    }

    private void renamed(Request request, PersonId person) {
        String given = request.first("givenName");
        String family = request.first("sn");
        if (given.isEmpty() && family.isEmpty()) return;
        lines.people()
                .renamed(new RosterPeople.Renaming(
                        request.place(), person, given.isEmpty() ? null : given, family.isEmpty() ? null : family));
    }

    private void in(Request request, Role role, String named) {
        SchoolYear year = format.year() == null ? lines.yearNow() : format.year();
        PersonName name = name(request);
        Place place = request.place();
        know(place, request.id(), Manner.WITH_ACCOUNT);
        if (name.given() == null || name.family() == null) {
            if (request.kind() == Kind.ADD && name.display().isEmpty()) {
                findings.bad("line", place, "aaf.no-name", request.id());
                return;
            }
            if (request.kind() == Kind.MODIFY) {
                lines.addUnnamed(
                        place,
                        format.person(uai, request.id()),
                        id -> line(place, id, PersonName.shown(request.id()), role, named, year));
                return;
            }
        }
        lines.add(place, format.person(uai, request.id()), id -> line(place, id, name, role, named, year));
    }

    private static Enrolment line(
            Place place, PersonId person, PersonName name, Role role, String named, @Nullable SchoolYear year) {
        return new Enrolment(place, person, name, role, named, year, null, null, false);
    }

    private Optional<PersonId> of(Request request) {
        return of(request.place(), request.id());
    }

    private void know(Place place, String key, Manner manner) {
        try {
            format.externalId(uai, key).ifPresent(each -> lines.know(place, format.person(uai, key), each, manner));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
        }
    }

    private Optional<PersonId> of(Place place, String key) {
        know(place, key, Manner.IN_PASSING);
        try {
            return Optional.of(PersonId.of(format.person(uai, key)));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
            return Optional.empty();
        }
    }

    private static PersonName name(Request request) {
        return PersonName.of(request.first("givenName"), request.first("sn"));
    }

    /** Of values such as {@code 1234$2SNO} the classes of this school. */
    private Set<String> classes(Request request, String attribute) {
        Set<String> classes = new LinkedHashSet<>();
        for (String each : request.all(attribute)) {
            String[] parts = each.split("\\$", -1);
            if (parts.length > 1 && parts[0].equals(structure) && !parts[1].isBlank()) classes.add(parts[1].strip());
        }
        return classes;
    }
}
