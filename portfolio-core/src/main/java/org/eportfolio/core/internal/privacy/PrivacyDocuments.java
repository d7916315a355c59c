package org.eportfolio.core.internal.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.privacy.BreachSheet;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacyDocument;
import org.eportfolio.privacy.PrivacyDocument.Section;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.privacy.Purpose;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the school tells people, and what it needs to judge its processing, from the register and from what is switched
 * on; a feature that is off is in none of it.
 */
public final class PrivacyDocuments {
    private static final int PAGE = 1_000;

    private final ProcessingRegister register;
    private final PrivacySettings stated;
    private final int months;
    private final Locale locale;

    /** @param months for which it is kept who read a dossier; 0 if it is not */
    public PrivacyDocuments(ProcessingRegister register, int months, Locale locale) {
        this.register = register;
        this.stated = register.settings();
        this.months = months;
        this.locale = locale;
    }

    /** One page for those whom it concerns, in plain words. */
    public PrivacyDocument notice(NoticeAudience audience) {
        List<ProcessingRegister.Kept> about = register.kept().stream()
                .filter(each -> each.people().contains(audience.category()))
                .toList();
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        about.forEach(each -> categories.add(each.category()));
        List<Section> sections = new ArrayList<>();
        sections.add(section("notice.who", who()));
        sections.add(section(
                "notice.what",
                about.stream()
                        .map(each -> say("notice.data." + each.category().name()))
                        .toList()));
        sections.add(section("notice.why", why(categories)));
        sections.add(section("notice.readers", readers(audience)));
        sections.add(section("notice.how-long", howLong(audience)));
        sections.add(section("notice.rights", rights(audience)));
        sections.add(section("notice.never", said("notice.never.", "ranking", "ai", "birth", "sale")));
        return document(say("notice.title." + audience.name()), sections);
    }

    private static long dossiers(View view) {
        long dossiers = 0;
        List<Scope> page = view.scopes(null, PAGE);
        while (!page.isEmpty()) {
            dossiers += page.stream()
                    .filter(each -> !each.equals(Scope.ORGANISATION))
                    .count();
            page = view.scopes(page.get(page.size() - 1).id(), PAGE);
        }
        return dossiers;
    }

    /** What the controller needs to begin an assessment (GDPR art. 35). */
    public PrivacyDocument impact(View view, int cohorts) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(
                "impact.processing",
                Stream.concat(who().stream(), Stream.of(say("impact.size", dossiers(view), cohorts)))
                        .toList()));
        sections.add(section(
                "impact.data",
                register.kept().stream()
                        .map(each -> say(
                                "impact.kept",
                                named(each.category()),
                                names(each.people()),
                                say("notice.data." + each.category().name())))
                        .toList()));
        sections.add(section("impact.features", features()));
        sections.add(section("notice.why", why(EnumSet.allOf(DataCategory.class))));
        sections.add(section("register.recipients", orMissing(stated.recipients())));
        sections.add(section("register.transfers", orMissing(stated.transfers())));
        sections.add(section("notice.how-long", periods(Arrays.asList(RetentionRule.Start.values()))));
        List<String> safeguards =
                new ArrayList<>(said("impact.safeguard.", "gate", "head", "tutor", "journal", "erasure"));
        if (stated.has(Feature.RECORDINGS)) safeguards.add(say("impact.safeguard.recordings"));
        if (stated.has(Feature.PEER_REVIEWS)) safeguards.add(say("impact.safeguard.peers"));
        safeguards.add(months == 0 ? say("impact.safeguard.no-log") : say("impact.safeguard.log", months));
        sections.add(section("impact.safeguards", safeguards));
        sections.add(section("register.security", orMissing(stated.security())));
        sections.add(section("impact.open", said("impact.open.", "need", "risks", "measures", "views")));
        return document(say("impact.title"), sections);
    }

    /** The people and data concerned by a breach. */
    public PrivacyDocument breach(LocalDate since, List<BreachSheet.Affected> affected, int erasedSince) {
        Map<DataCategory, Integer> records = new TreeMap<>();
        Map<DataCategory, Integer> people = new TreeMap<>();
        for (BreachSheet.Affected each : affected) {
            each.records().forEach((category, count) -> {
                records.merge(category, count, Integer::sum);
                people.merge(category, 1, Integer::sum);
            });
        }
        List<String> facts =
                new ArrayList<>(List.of(say("breach.since", since), say("breach.people", affected.size())));
        if (erasedSince > 0) facts.add(say("breach.erased", erasedSince));
        List<Section> sections = new ArrayList<>();
        sections.add(section("breach.facts", facts));
        sections.add(section(
                "breach.data",
                records.keySet().stream()
                        .map(each -> say(
                                "breach.category",
                                named(each),
                                people.getOrDefault(each, 0),
                                records.getOrDefault(each, 0)))
                        .toList()));
        sections.add(section(
                "breach.who",
                affected.stream()
                        .map(each -> say(
                                "breach.person",
                                each.person(),
                                names(each.records().keySet().stream().sorted().toList())))
                        .toList()));
        sections.add(section("notice.who", who()));
        sections.add(section("breach.open", said("breach.open.", "what", "effects", "measures", "told")));
        return document(say("breach.title"), sections);
    }

    private PrivacyDocument document(String title, List<Section> sections) {
        return new PrivacyDocument(title, register.version(), say("notice.check"), sections);
    }

    private Section section(String title, List<String> lines) {
        return new Section(say(title), lines);
    }

    private List<String> who() {
        List<String> who = new ArrayList<>();
        who.add(party("register.controller", stated.controller()));
        who.add(party("register.dpo", stated.dpo()));
        if (stated.processor() != null) who.add(party("register.processor", stated.processor()));
        return who;
    }

    private String party(String label, @Nullable Party party) {
        if (party == null) return say("notice.line", say(label), missing());
        String contact = party.contact().isBlank() ? missing() : party.contact();
        return say("notice.party", say(label), party.name(), contact);
    }

    private List<String> why(Set<DataCategory> categories) {
        List<String> why = new ArrayList<>();
        for (Purpose each : stated.purposes()) {
            if (each.categories().stream().noneMatch(categories::contains)) continue;
            String basis = each.legalBasis();
            why.add(say("notice.purpose", each.title(), basis == null || basis.isBlank() ? missing() : basis));
        }
        return orMissing(why);
    }

    private List<String> readers(NoticeAudience audience) {
        List<String> readers = new ArrayList<>();
        if (audience == NoticeAudience.TUTOR) {
            readers.addAll(said("notice.readers.", "tutor-shown", "tutor-answers"));
        } else if (audience == NoticeAudience.STAFF) {
            readers.addAll(said("notice.readers.", "staff-words", "head"));
        } else {
            readers.addAll(said("notice.readers.", "teachers", "head", "representative"));
            if (stated.has(Feature.WORKPLACE)) readers.add(say("notice.readers.tutor"));
            if (stated.has(Feature.PEER_REVIEWS)) readers.add(say("notice.readers.peers"));
            if (stated.has(Feature.SHARE_LINKS)) readers.add(say("notice.readers.links"));
            if (stated.has(Feature.EXAM_FILES)) readers.add(say("notice.readers.jury"));
            if (stated.has(Feature.RECORDINGS)) readers.add(say("notice.readers.recordings"));
        }
        if (audience == NoticeAudience.LEARNER || audience == NoticeAudience.REPRESENTATIVE) {
            register.services().stream()
                    .filter(each -> each.permissions().stream().anyMatch(Permission::showsADossier))
                    .forEach(each -> readers.add(say("notice.service", each.name(), each.purpose())));
        }
        stated.recipients().forEach(each -> readers.add(say("notice.recipient", each)));
        if (months > 0) readers.add(say(audience == NoticeAudience.STAFF ? "notice.log.staff" : "notice.log", months));
        return readers;
    }

    private List<String> howLong(NoticeAudience audience) {
        return periods(
                audience == NoticeAudience.STAFF
                        ? List.of(RetentionRule.Start.STAFF_LEFT)
                        : List.of(RetentionRule.Start.LEARNER_LEFT));
    }

    private List<String> periods(List<RetentionRule.Start> starts) {
        List<String> periods = new ArrayList<>();
        for (RetentionRule each : stated.retention()) {
            if (!starts.contains(each.startsWith())) continue;
            periods.add(say(
                    "notice.period",
                    length(each),
                    say("Start." + each.startsWith().name()),
                    say("FinalOutcome." + each.outcome().name()),
                    each.legalSource()));
        }
        List<String> all = new ArrayList<>(orMissing(periods));
        if (stated.publicBody()) all.add(say("notice.visa"));
        return all;
    }

    private String length(RetentionRule rule) {
        List<String> parts = new ArrayList<>();
        if (rule.period().getYears() != 0)
            parts.add(say("period.years", rule.period().getYears()));
        if (rule.period().getMonths() != 0)
            parts.add(say("period.months", rule.period().getMonths()));
        if (rule.period().getDays() != 0 || parts.isEmpty())
            parts.add(say("period.days", rule.period().getDays()));
        return String.join(say("period.separator"), parts);
    }

    private List<String> rights(NoticeAudience audience) {
        List<String> rights = new ArrayList<>(said("notice.rights.", "copy", "correct", "erase"));
        switch (audience) {
            case LEARNER -> {
                rights.add(say("notice.rights.minor"));
                if (stated.has(Feature.RECORDINGS)) rights.add(say("notice.rights.withdraw"));
                if (months > 0) rights.add(say("notice.rights.readers"));
            }
            case REPRESENTATIVE -> {
                rights.addAll(said("notice.rights.", "child", "majority"));
                if (stated.has(Feature.RECORDINGS)) rights.add(say("notice.rights.image"));
            }
            case TUTOR -> rights.add(say("notice.rights.link"));
            case STAFF -> rights.add(say("notice.rights.measure"));
        }
        Party dpo = stated.dpo();
        rights.add(say("notice.rights.ask", dpo == null || dpo.contact().isBlank() ? missing() : dpo.contact()));
        return rights;
    }

    private List<String> features() {
        List<String> features = new ArrayList<>();
        for (Feature each : Feature.values()) {
            features.add(say(stated.has(each) ? "impact.on" : "impact.off", named(each)));
        }
        return features;
    }

    private List<String> said(String prefix, String... keys) {
        return Arrays.stream(keys).map(each -> say(prefix + each)).toList();
    }

    private List<String> orMissing(List<String> lines) {
        return lines.isEmpty() ? List.of(missing()) : lines;
    }

    private String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(this::named).collect(Collectors.joining(say("list.separator")));
    }

    private String named(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private String missing() {
        return say("register.missing");
    }

    private String say(String key, Object... arguments) {
        return Message.of(key, arguments).in(locale);
    }
}
