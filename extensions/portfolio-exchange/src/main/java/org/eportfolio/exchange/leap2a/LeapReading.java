package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.leap2a.ArrivingEntry.As;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.showcase.NewShowcase;

/** Brings a feed into the actor's own dossier, in one commit. What came in before, by the mark in its text, does not come again. */
final class LeapReading {
    private static final Pattern MARK = Pattern.compile("(?m)^\\[Leap2A .*\\]$");
    private static final int LONGEST_TEXT = 190_000;
    private static final int MOST = 100;
    private static final int MOST_SHOWN = 50;
    private static final String FREE = "free@1";

    private final Desk desk;
    private final Dossier dossier;
    private final Findings findings;
    private final ProgressListener progress;
    private final String language;
    private final Set<String> marks = new HashSet<>();

    private LeapReading(Desk desk, Dossier dossier, Findings findings, ProgressListener progress, String language) {
        this.desk = desk;
        this.dossier = dossier;
        this.findings = findings;
        this.progress = progress;
        this.language = language;
    }

    static ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        Dossier dossier = dossier(desk, options);
        List<Framework> frameworks = frameworks(desk, dossier);
        Locale language = Locale.forLanguageTag(frameworks.get(0).language());
        try (LeapSource source = LeapSource.open(file, options.bounds(), findings)) {
            LeapFeed feed;
            try (InputStream in = source.feed()) {
                feed = LeapFeed.read(in, source.feedName(), options.bounds(), findings);
            }
            findings.refuseBad();
            LeapAttachments attachments = new LeapAttachments(source, feed.entries(), findings, options);
            List<ArrivingEntry> all =
                    new LeapMapping(feed, attachments, frameworks, findings, language, source.feedName()).all();
            LeapReading reading = new LeapReading(desk, dossier, findings, progress, guided(language, desk));
            List<ArrivingEntry> fresh = reading.fresh(all, feed);
            Map<String, Place> places = new HashMap<>();
            feed.entries().values().forEach(each -> places.put(each.id, new Place(source.feedName(), each.line, "")));
            if (!options.dryRun()) desk.together(joined -> reading.bring(fresh, joined));
            reading.count(fresh, places);
            progress.at(fresh.size(), fresh.size());
            return findings.report(Leap2aFormat.NAME);
        }
    }

    /** The one that is named, or the actor's only one. */
    private static Dossier dossier(Desk desk, ImportOptions options) {
        PersonId learner =
                desk.actor().person().orElseThrow(() -> ExchangeMessages.because("file", "leap2a.learner-only"));
        if (options.into().isPresent()) {
            DossierId named = options.into().get();
            Dossier dossier = desk.dossiers().get(named);
            ExchangeMessages.unless(dossier.learner().equals(learner), "file", "leap2a.learner-only");
            return dossier;
        }
        List<Dossier> own = own(desk, learner);
        ExchangeMessages.unless(!own.isEmpty(), "file", "leap2a.learner-only");
        ExchangeMessages.unless(own.size() == 1, "file", "leap2a.which-dossier", own.size());
        return own.get(0);
    }

    private static List<Dossier> own(Desk desk, PersonId learner) {
        try {
            return desk.dossiers().of(learner);
        } catch (NotFoundException noLearner) {
            return List.of();
        }
    }

    private static List<Framework> frameworks(Desk desk, Dossier dossier) {
        Map<AdoptionId, Adoption> adoptions = new HashMap<>();
        desk.frameworks().adoptions().forEach(each -> adoptions.put(each.id(), each));
        List<Framework> frameworks = new ArrayList<>();
        dossier.adoptions().forEach(each -> {
            Adoption adoption = adoptions.get(each);
            if (adoption != null) frameworks.add(desk.frameworks().get(adoption.framework()));
        });
        return frameworks;
    }

    /** This language, if the free template asks in it; or else English. */
    private static String guided(Locale language, Desk desk) {
        return desk.reflections().templates().stream()
                .filter(each -> each.id().toString().equals(FREE))
                .flatMap(each -> each.title().keySet().stream())
                .filter(language.getLanguage()::equals)
                .findFirst()
                .orElse("en");
    }

    private List<ArrivingEntry> fresh(List<ArrivingEntry> all, LeapFeed feed) {
        known();
        List<ArrivingEntry> fresh = new ArrayList<>();
        for (ArrivingEntry each : all) {
            boolean there = marks.contains(LeapMapping.mark(feed.id(), each.id()));
            if (there) findings.same(kind(each.as()), 1);
            else fresh.add(each);
        }
        return fresh;
    }

    private void known() {
        for (Production each : Page.all(next -> desk.productions().list(dossier.id(), next))) {
            each.current().pieces().forEach(piece -> {
                if (piece instanceof Piece.Text text) mark(text.text());
            });
        }
        Page.all(next -> desk.reflections().list(dossier.id(), next))
                .forEach(each -> mark(each.current().answers()));
        Page.all(next -> desk.reflections().drafts(dossier.id(), next))
                .forEach(each -> mark(each.content().answers()));
        Page.all(next -> desk.showcases().list(dossier.id(), next)).forEach(each -> mark(each.narrative()));
    }

    private void mark(List<Answer> answers) {
        answers.forEach(each -> mark(each.text()));
    }

    private void mark(String text) {
        Matcher found = MARK.matcher(text);
        while (found.find()) marks.add(found.group());
    }

    private static String kind(As as) {
        return switch (as) {
            case PRODUCTION -> "production";
            case REFLECTION -> "reflection";
            case SHOWCASE -> "showcase";
        };
    }

    private void count(List<ArrivingEntry> fresh, Map<String, Place> places) {
        Map<As, Integer> counts = new EnumMap<>(As.class);
        for (ArrivingEntry each : fresh) {
            Place place = places.getOrDefault(each.id(), new Place("", 0, ""));
            counts.merge(each.as(), 1, Integer::sum);
            findings.remark(place, "leap2a.becomes." + kind(each.as()), each.title());
            if (each.as() == As.REFLECTION && !each.files().isEmpty()) counts.merge(As.PRODUCTION, 1, Integer::sum);
            if (each.links().size() > ArrivingEntry.MOST_LINKS) {
                findings.remark(place, "leap2a.links-beyond", ArrivingEntry.MOST_LINKS, each.title());
            }
        }
        counts.forEach((as, many) -> findings.added(kind(as), many));
    }

    private Integer bring(List<ArrivingEntry> fresh, Desk joined) {
        Map<String, Production> made = new HashMap<>();
        int done = 0;
        for (ArrivingEntry each : fresh) {
            progress.at(done++, fresh.size());
            switch (each.as()) {
                case PRODUCTION ->
                    made.put(each.id(), joined.productions().add(dossier.id(), production(each, each.words())));
                case REFLECTION -> made.putAll(reflection(each, made, joined));
                case SHOWCASE -> showcase(each, made, joined);
            }
        }
        return done;
    }

    private NewProduction production(ArrivingEntry coming, String words) {
        int first = cut(words, LONGEST_TEXT);
        NewProduction production = NewProduction.titled(coming.title()).describedAs(words.substring(0, first));
        for (int from = first; from < words.length(); ) {
            int to = from + cut(words.substring(from), LONGEST_TEXT);
            production = production.writing(words.substring(from, to));
            from = to;
        }
        if (coming.setting() != null) production = production.livedIn(coming.setting());
        production = production.showing(coming.competencies().toArray(String[]::new));
        for (var each : coming.files()) production = production.attaching(each);
        for (ArrivingEntry.Address each :
                coming.links().stream().limit(ArrivingEntry.MOST_LINKS).toList()) {
            URI target = each.target();
            String title = LeapMapping.line(each.title(), 300);
            if (target != null) production = production.linking(target, title.isEmpty() ? null : title);
        }
        return production.writing(coming.origin());
    }

    private static int cut(String words, int most) {
        if (words.length() <= most) return words.length();
        return Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
    }

    /** A draft that only the learner sees; its files become a production that it cites. */
    private Map<String, Production> reflection(ArrivingEntry coming, Map<String, Production> made, Desk joined) {
        Setting setting = coming.setting() == null ? new Setting.Personal() : coming.setting();
        NewReflection reflection = NewReflection.on(coming.title(), setting)
                .guidedBy(FREE, language)
                .answering("text", coming.words() + "\n\n" + coming.origin());
        Map<String, Production> files = new HashMap<>();
        if (!coming.files().isEmpty()) {
            Production holding = joined.productions().add(dossier.id(), production(coming, ""));
            files.put(coming.id(), holding);
            reflection = reflection.citing(holding);
        }
        List<Production> cited = coming.cites().stream()
                .flatMap(each -> Stream.ofNullable(made.get(each)))
                .distinct()
                .limit(MOST - 1)
                .toList();
        for (Production each : cited) reflection = reflection.citing(each);
        joined.reflections().draft(dossier.id(), reflection);
        return files;
    }

    private void showcase(ArrivingEntry coming, Map<String, Production> made, Desk joined) {
        String words = coming.words();
        NewShowcase showcase = NewShowcase.titled(coming.title())
                .telling((words.substring(0, cut(words, LONGEST_TEXT)) + "\n\n" + coming.origin()).strip());
        List<Production> shown = coming.shows().stream()
                .flatMap(each -> Stream.ofNullable(made.get(each)))
                .distinct()
                .limit(MOST_SHOWN)
                .toList();
        for (Production each : shown) showcase = showcase.showing(each, "");
        joined.showcases().begin(dossier.id(), showcase);
    }
}
