package org.eportfolio.privacy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What the controller states about its processing, for {@code Portfolio.with(store).privacy(…)}. What is not stated
 * stands in the register as missing. Immutable: each method gives back changed settings.
 *
 * <pre>{@code
 * PrivacySettings.of(new Party("Lycée VosRêves", "dpd@vosreves.example"))
 *     .asPublicBody()
 *     .dpo(new Party("Déléguée à la protection des données", "dpd@vosreves.example"))
 *     .purpose(Purpose.of("Suivre l'acquisition des compétences", DataCategory.ASSESSMENT).basedOn("…"))
 *     .without(Feature.RECORDINGS)
 * }</pre>
 *
 * @param controller who answers for the processing; {@code null} if not stated
 * @param publicBody whether destruction needs the visa of an archive service
 * @param processor who runs the library for the controller (GDPR art. 30(2)); {@code null} if the controller does
 * @param processing the categories of processing that the processor carries out
 * @param recipients the categories of recipients
 * @param transfers to third countries, each with its safeguards; empty means that none was stated
 * @param security the measures of art. 32, in general words
 * @param retention the rules, in the order in which they are tried
 * @param without the features that are switched off
 * @param signaturesToRecord how many legal representatives sign, besides the minor, before a minor is recorded; 1 or 2
 * @param signaturesToDiffuse the same before a recording of a minor is shown to others
 */
public record PrivacySettings(
        @Nullable Party controller,
        boolean publicBody,
        @Nullable Party representative,
        @Nullable Party dpo,
        @Nullable Party processor,
        List<String> processing,
        List<Purpose> purposes,
        List<String> recipients,
        List<String> transfers,
        List<String> security,
        List<RetentionRule> retention,
        Set<Feature> without,
        int signaturesToRecord,
        int signaturesToDiffuse) {
    /** Nothing stated, every feature on; for a minor one representative signs to record, and two to diffuse. */
    public static final PrivacySettings NONE = new PrivacySettings(
            null, false, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(),
            1, 2);

    public PrivacySettings {
        processing = List.copyOf(processing);
        purposes = List.copyOf(purposes);
        recipients = List.copyOf(recipients);
        transfers = List.copyOf(transfers);
        security = List.copyOf(security);
        retention = List.copyOf(retention);
        without = Set.copyOf(without);
        requireSignatures("signaturesToRecord", signaturesToRecord);
        requireSignatures("signaturesToDiffuse", signaturesToDiffuse);
        Set<String> ids = new HashSet<>();
        for (RetentionRule rule : retention) {
            InvalidInputException.unless(ids.add(rule.id()), "retention", "retention.twice", rule.id());
        }
    }

    /** Settings of this controller; the rest is to be stated. */
    public static PrivacySettings of(Party controller) {
        Objects.requireNonNull(controller, "controller");
        return NONE.parties(controller, false, null, null, null, List.of());
    }

    /** The controller is a public body: what it destroys needs the visa of an archive service. */
    public PrivacySettings asPublicBody() {
        return parties(controller, true, representative, dpo, processor, processing);
    }

    /** The controller's representative (GDPR art. 27), where there is one. */
    public PrivacySettings representedBy(Party party) {
        return parties(controller, publicBody, party, dpo, processor, processing);
    }

    public PrivacySettings dpo(Party officer) {
        return parties(controller, publicBody, representative, officer, processor, processing);
    }

    /** Who runs the library for the controller, and which categories of processing they carry out. */
    public PrivacySettings processedBy(Party party, String... categories) {
        return parties(controller, publicBody, representative, dpo, party, List.of(categories));
    }

    public PrivacySettings purpose(Purpose purpose) {
        return stating(and(purposes, purpose), recipients, transfers, security, retention, without);
    }

    public PrivacySettings recipient(String category) {
        return stating(purposes, and(recipients, category), transfers, security, retention, without);
    }

    public PrivacySettings transfer(String countryAndSafeguards) {
        return stating(purposes, recipients, and(transfers, countryAndSafeguards), security, retention, without);
    }

    public PrivacySettings security(String measure) {
        return stating(purposes, recipients, transfers, and(security, measure), retention, without);
    }

    public PrivacySettings retention(RetentionRule rule) {
        return stating(purposes, recipients, transfers, security, and(retention, rule), without);
    }

    /** Switches features off, besides those that are off already. */
    public PrivacySettings without(Feature... off) {
        Set<Feature> all = EnumSet.noneOf(Feature.class);
        all.addAll(without);
        all.addAll(List.of(off));
        return stating(purposes, recipients, transfers, security, retention, all);
    }

    /**
     * How many legal representatives sign for a minor, besides the minor, in what is asked from now on. Both parents
     * protect a minor's image together and associate the child (code civil, art. 372-1, from loi 2024-120).
     *
     * @param toRecord 1 or 2, before a minor is recorded; 1 where nothing is stated
     * @param toDiffuse 1 or 2, before it is shown to others than the learner and the team; 2 where nothing is stated
     */
    public PrivacySettings representativesSigning(int toRecord, int toDiffuse) {
        return new PrivacySettings(
                controller,
                publicBody,
                representative,
                dpo,
                processor,
                processing,
                purposes,
                recipients,
                transfers,
                security,
                retention,
                without,
                toRecord,
                toDiffuse);
    }

    private static void requireSignatures(String name, int number) {
        InvalidInputException.unless(number == 1 || number == 2, name, "privacy.signatures", number);
    }

    /**
     * These settings as the defaults of a network of schools, with what one school states on top: only tighter, never looser. The
     * school names its own parties, switches further features off, shortens periods, adds rules for what had none, adds measures
     * of security, and leaves purposes, recipients and transfers out.
     *
     * @throws InvalidInputException if it states a longer period, another outcome, or a purpose with its data, a recipient or a
     *     transfer that is not among the defaults
     */
    public PrivacySettings tightenedBy(PrivacySettings school) {
        for (Purpose each : school.purposes) {
            boolean within = purposes.stream()
                    .anyMatch(one ->
                            one.title().equals(each.title()) && one.categories().containsAll(each.categories()));
            InvalidInputException.unless(within, "purposes", "privacy.looser", each.title());
        }
        refuseOthers("recipients", recipients, school.recipients);
        refuseOthers("transfers", transfers, school.transfers);
        List<RetentionRule> rules = new ArrayList<>();
        for (RetentionRule each : retention)
            rules.add(school.rule(each.id()).orElse(each).within(each));
        for (RetentionRule each : school.retention) if (rule(each.id()).isEmpty()) rules.add(each);
        Set<Feature> off = EnumSet.noneOf(Feature.class);
        off.addAll(without);
        off.addAll(school.without);
        return new PrivacySettings(
                school.controller == null ? controller : school.controller,
                publicBody || school.publicBody,
                school.representative == null ? representative : school.representative,
                school.dpo == null ? dpo : school.dpo,
                school.processor == null ? processor : school.processor,
                school.processing.isEmpty() ? processing : school.processing,
                school.purposes.isEmpty() ? purposes : school.purposes,
                school.recipients.isEmpty() ? recipients : school.recipients,
                school.transfers.isEmpty() ? transfers : school.transfers,
                Stream.concat(security.stream(), school.security.stream())
                        .distinct()
                        .toList(),
                rules,
                off,
                Math.max(signaturesToRecord, school.signaturesToRecord),
                Math.max(signaturesToDiffuse, school.signaturesToDiffuse));
    }

    private static void refuseOthers(String what, List<String> defaults, List<String> stated) {
        for (String each : stated) {
            InvalidInputException.unless(defaults.contains(each), what, "privacy.looser", each);
        }
    }

    /** Whether new data of this feature may be kept. */
    public boolean has(Feature feature) {
        return !without.contains(feature);
    }

    /** The retention rule of this name. */
    public Optional<RetentionRule> rule(String id) {
        return retention.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static <T> List<T> and(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private PrivacySettings parties(
            @Nullable Party by,
            boolean isPublic,
            @Nullable Party representing,
            @Nullable Party officer,
            @Nullable Party running,
            List<String> categories) {
        return new PrivacySettings(
                by,
                isPublic,
                representing,
                officer,
                running,
                categories,
                purposes,
                recipients,
                transfers,
                security,
                retention,
                without,
                signaturesToRecord,
                signaturesToDiffuse);
    }

    private PrivacySettings stating(
            List<Purpose> why,
            List<String> to,
            List<String> abroad,
            List<String> measures,
            List<RetentionRule> rules,
            Set<Feature> off) {
        return new PrivacySettings(
                controller,
                publicBody,
                representative,
                dpo,
                processor,
                processing,
                why,
                to,
                abroad,
                measures,
                rules,
                off,
                signaturesToRecord,
                signaturesToDiffuse);
    }
}
