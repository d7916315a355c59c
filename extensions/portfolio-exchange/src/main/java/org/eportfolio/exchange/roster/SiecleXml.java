package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.BoundedStream;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.SafeXml;
import org.eportfolio.exchange.internal.Zipped;
import org.eportfolio.exchange.roster.RosterPeople.Known.Manner;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Learners from SIECLE's {@code BEE_ELEVES} XML ({@code ElevesAvecAdresses.xml}, {@code ElevesSansAdresses.xml}), in the
 * encoding that it declares, ISO-8859-15 as a rule, or in a ZIP as SIECLE hands it out, packed or unpacked. Read are {@code ELEVE/@ELEVE_ID}, first name, name ({@code NOM_USAGE}
 * before {@code NOM_DE_FAMILLE}), {@code DATE_SORTIE}, and of {@code STRUCTURES_ELEVE} the division (type {@code D}), which
 * is the cohort, unless it is {@code Inactifs}, in which SIECLE puts pupils who are in none. Nothing else is: the national pupil number, the date and place of birth, addresses and guardians are
 * passed over unread. A {@code DATE_SORTIE} ahead is a last day; one that is past ends the memberships that there are, and a
 * learner who is not here is reported and not imported; so is one without a division. The class is that of the file's
 * {@code ANNEE_SCOLAIRE}, and the file is about the whole school. Immutable and thread-safe.
 */
public final class SiecleXml extends RosterFormat {
    private static final long LARGEST = 64L << 20;
    private static final int HELD_PER_PUPIL = 300;
    private static final int HELD_PER_STRUCTURE = 120;

    /** What stands for a division with pupils who are in none. */
    private static final String NO_DIVISION = "Inactifs";

    private static final Set<String> READ = Set.of(
            "NOM",
            "NOM_DE_FAMILLE",
            "NOM_USAGE",
            "PRENOM",
            "DATE_SORTIE",
            "CODE_STRUCTURE",
            "TYPE_STRUCTURE",
            "ANNEE_SCOLAIRE");

    private final UnaryOperator<String> person;
    private final @Nullable String issuer;

    /** Learners who are not in the file stay; a person's id is the {@code ELEVE_ID}. */
    public SiecleXml() {
        this(Absent.STAY, UnaryOperator.identity());
    }

    /** @param person gives the host's own id for an {@code ELEVE_ID}; called once for each pupil, must not return null */
    public SiecleXml(Absent absent, UnaryOperator<String> person) {
        this(absent, person, null);
    }

    private SiecleXml(Absent absent, UnaryOperator<String> person, @Nullable String issuer) {
        super("siecle", absent, RosterCoverage.SCHOOL);
        this.person = person;
        this.issuer = issuer;
    }

    /**
     * The same that knows pupils by their {@code ELEVE_ID} as well, which is SIECLE's own and no national number: a line is about
     * the pupil who has it here as an external id of this issuer, whatever account the file names. Where no pupil has it yet, it is
     * kept for the account of the line.
     *
     * @param system a name that the host chose; one for each school, since each numbers its pupils by itself
     */
    public SiecleXml identifiedBy(String system) {
        return new SiecleXml(absent(), person, Objects.requireNonNull(system, "system"));
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (!Zipped.isZip(start)) return text.contains("<BEE_ELEVES");
        return namesPupils(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean recognisesFolder(Set<String> names) {
        return names.stream().map(each -> each.toLowerCase(Locale.ROOT)).anyMatch(SiecleXml::namesPupils);
    }

    private static boolean namesPupils(String name) {
        return name.contains("eleves") && name.contains(".xml");
    }

    private record Pupil(
            Place place, PersonName name, @Nullable LocalDate lastDay) {}

    @Override
    void lines(Path file, ImportOptions options, RosterLines lines, Findings findings) throws IOException {
        String name = String.valueOf(file.getFileName());
        long most = Math.min(options.bounds().entryBytes(), LARGEST);
        try (Zipped source = Zipped.open(file, ".xml", "eleves", options.bounds(), findings);
                InputStream in = new BoundedStream(source.bytes(), name, most)) {
            Reading reading = new Reading(SafeXml.reader(in), source.entry(), options.bounds(), findings);
            reading.all();
            reading.pupils.forEach((id, pupil) -> {
                String division = reading.divisions.get(id);
                String who = person.apply(id);
                if (issuer != null && (division != null || pupil.lastDay() != null)) {
                    Manner manner = division != null ? Manner.WITH_ACCOUNT : Manner.IN_PASSING;
                    lines.know(pupil.place(), who, ExternalId.of(issuer, id), manner);
                }
                if (division != null) {
                    lines.add(
                            pupil.place(),
                            who,
                            learner -> new Enrolment(
                                    pupil.place(),
                                    learner,
                                    pupil.name(),
                                    Role.LEARNER,
                                    division,
                                    reading.year,
                                    null,
                                    pupil.lastDay(),
                                    false));
                } else if (pupil.lastDay() != null) {
                    lines.leaves(pupil.place(), who, pupil.name().display(), pupil.lastDay());
                } else {
                    findings.remark(
                            pupil.place(), "siecle.no-division", pupil.name().display());
                }
            });
            lines.stateEnds();
        } catch (XMLStreamException e) {
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw ExchangeMessages.because(Place.line(line).toString(), "exchange.xml");
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because("file", "exchange.xml");
        }
    }

    private static final class Reading {
        private final XMLStreamReader in;
        private final String entry;
        private final Bounds bounds;
        private final Findings findings;
        private final Map<String, Pupil> pupils = new LinkedHashMap<>();
        private final Map<String, String> divisions = new HashMap<>();
        private final Set<String> groups = new TreeSet<>();
        private final Deque<String> path = new ArrayDeque<>();
        private final Map<String, String> fields = new HashMap<>();
        private @Nullable SchoolYear year;
        private String pupil = "";
        private long line;

        Reading(XMLStreamReader in, String entry, Bounds bounds, Findings findings) {
            this.in = in;
            this.entry = entry;
            this.bounds = bounds;
            this.findings = findings;
        }

        void all() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw ExchangeMessages.because(
                                Place.line(in.getLocation().getLineNumber()).toString(), "exchange.dtd");
                    case XMLStreamConstants.START_ELEMENT -> {
                        text.setLength(0);
                        start(in.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        ExchangeMessages.unless(
                                text.length() + in.getTextLength() <= bounds.textLength(),
                                "file",
                                "text.too-long",
                                bounds.textLength(),
                                text.length() + in.getTextLength());
                        if (READ.contains(path.peek())) text.append(in.getText());
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(text.toString().strip());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
            if (!groups.isEmpty()) findings.remark(Place.path("STRUCTURES"), "siecle.groups", groups.size());
        }

        private void start(String name) {
            ExchangeMessages.unless(!path.isEmpty() || name.equals("BEE_ELEVES"), "file", "siecle.root", name);
            path.push(name);
            ExchangeMessages.unless(path.size() <= bounds.depth(), "file", "exchange.too-deep-file", bounds.depth());
            if (name.equals("ELEVE") || name.equals("STRUCTURES_ELEVE")) {
                String id = in.getAttributeValue(null, "ELEVE_ID");
                pupil = id == null ? "" : id.strip();
                line = in.getLocation().getLineNumber();
                fields.clear();
            } else if (name.equals("STRUCTURE")) {
                fields.clear();
            }
        }

        private void end(String text) {
            String name = path.pop();
            boolean direct = "ELEVE".equals(path.peek()) || "STRUCTURE".equals(path.peek());
            if (direct && READ.contains(name) && !text.isEmpty()) fields.put(name, text);
            if (name.equals("ANNEE_SCOLAIRE") && "PARAMETRES".equals(path.peek()) && !text.isEmpty()) {
                year = SchoolYear.of(text);
            }
            if (name.equals("ELEVE")) pupil();
            if (name.equals("STRUCTURE")) structure();
        }

        private void pupil() {
            findings.item();
            findings.hold(HELD_PER_PUPIL
                    + 2L * fields.values().stream().mapToInt(String::length).sum());
            String family = fields.getOrDefault(
                    "NOM_USAGE", fields.getOrDefault("NOM_DE_FAMILLE", fields.getOrDefault("NOM", "")));
            PersonName name = PersonName.of(fields.getOrDefault("PRENOM", ""), family);
            Place place = place();
            if (pupil.isEmpty()) findings.bad("line", place, "siecle.no-id", name.display());
            else if (pupils.containsKey(pupil)) findings.bad("line", place, "siecle.twice", pupil);
            else pupils.put(pupil, new Pupil(place, name, lastDay(place)));
        }

        private Place place() {
            return new Place(entry, line, "");
        }

        private @Nullable LocalDate lastDay(Place place) {
            try {
                return RosterDays.read("DATE_SORTIE", fields.getOrDefault("DATE_SORTIE", ""));
            } catch (InvalidInputException e) {
                findings.bad("line", place, e);
                return null;
            }
        }

        private void structure() {
            findings.item();
            String code = fields.getOrDefault("CODE_STRUCTURE", "");
            if (code.isEmpty() || code.equalsIgnoreCase(NO_DIVISION)) return;
            if (pupil.isEmpty()) {
                findings.remark(place(), "siecle.no-id", "STRUCTURES_ELEVE");
                return;
            }
            findings.hold(HELD_PER_STRUCTURE + 2L * code.length());
            if (!fields.getOrDefault("TYPE_STRUCTURE", "").equals("D")) {
                groups.add(code);
                return;
            }
            String before = divisions.putIfAbsent(pupil, code);
            if (before != null && !before.equals(code)) {
                findings.bad("line", place(), "siecle.two-divisions", pupil, before, code);
            }
        }
    }
}
