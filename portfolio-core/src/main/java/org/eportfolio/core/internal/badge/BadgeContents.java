package org.eportfolio.core.internal.badge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeStatement;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/** What a badge states: competencies of a framework, never a bloc, and files by their hashes, never a confidential one. */
public final class BadgeContents {
    private BadgeContents() {}

    /** @throws InvalidInputException if it names anything but competencies of the adoption */
    public static BadgeStatement statement(NewBadge given, Call call) {
        if (given.adoption() != null) {
            Framework framework =
                    call.catalogue().adopted(given.adoption(), call.work()).framework();
            for (Code code : given.competencies()) requireCompetency(code, framework);
        }
        return new BadgeStatement(
                given.kind(),
                given.title(),
                given.description(),
                given.criteria(),
                given.adoption(),
                given.competencies());
    }

    private static void requireCompetency(Code code, Framework framework) {
        Item item = framework
                .find(code)
                .orElseThrow(
                        () -> InvalidInputException.because("competencies", "framework.no-code", code, framework.id()));
        boolean competency = item instanceof Competency || item instanceof SubCompetency;
        InvalidInputException.unless(competency, "competencies", "badge.competencies-only", code);
    }

    /** All that accepted badges state, as they are now. Two readings at most, however many. */
    public static List<IssuedBadge> of(List<BadgeAward> awards, Call call) {
        List<Evidence> evidence =
                awards.stream().flatMap(each -> evidence(each).stream()).toList();
        Map<RowName, Production> cited = evidence.isEmpty() ? Map.of() : cited(evidence, call.work());
        return awards.stream().map(each -> of(each, cited, call)).toList();
    }

    private static IssuedBadge of(BadgeAward award, Map<RowName, Production> cited, Call call) {
        BadgeStatement statement = award.statement();
        Catalogue.@Nullable Adopted adopted =
                statement.adoption() == null ? null : call.catalogue().adopted(statement.adoption(), call.work());
        return new IssuedBadge(
                award,
                adopted == null || award.level() == null
                        ? null
                        : adopted.adoption().scale(),
                adopted == null ? List.of() : items(statement.competencies(), adopted.framework()),
                files(evidence(award), cited));
    }

    private static List<Evidence> evidence(BadgeAward award) {
        BadgeAward.Acceptance acceptance = award.acceptance();
        return acceptance == null ? List.of() : acceptance.evidence();
    }

    private static List<IssuedBadge.CoveredItem> items(List<Code> codes, Framework framework) {
        return codes.stream()
                .flatMap(code -> framework.find(code).stream())
                .map(each -> IssuedBadge.CoveredItem.of(each, framework))
                .toList();
    }

    private static List<IssuedBadge.CitedFile> files(List<Evidence> evidence, Map<RowName, Production> there) {
        List<IssuedBadge.CitedFile> files = new ArrayList<>();
        for (Evidence each : evidence) {
            Production production = there.get(name(each));
            if (production == null || isKept(production)) continue;
            Version version = production.version(each.version());
            for (Piece piece : version.pieces()) {
                if (!(piece instanceof Piece.File file)) continue;
                files.add(new IssuedBadge.CitedFile(version.title(), file.name(), file.content()));
            }
        }
        return files;
    }

    /** @throws ConflictException if one of these shows a company's matters and was not cleared */
    public static void requireShowable(List<Evidence> evidence, Work work) {
        for (Production each : cited(evidence, work).values()) {
            if (isKept(each)) {
                throw ConflictException.state(
                        "badge.confidential", each.current().title());
            }
        }
    }

    private static boolean isKept(Production production) {
        return production.confidentiality() != null
                && !production.confidentiality().cleared();
    }

    private static Map<RowName, Production> cited(List<Evidence> evidence, Work work) {
        Set<RowName> names = new HashSet<>();
        evidence.forEach(each -> names.add(name(each)));
        return NamedRecords.of(DossierKinds.PRODUCTION, names, work).found();
    }

    private static RowName name(Evidence each) {
        return new RowName(
                DossierKinds.scope(each.dossier()),
                DossierKinds.PRODUCTION.kind(),
                each.production().value());
    }
}
