package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;

/** Published frameworks as CFPackages of CASE 1.1, with their crosswalks, and the scales of their adoptions as rubrics. */
final class CasePackages {
    private CasePackages() {}

    /** @param lost takes what the package cannot carry */
    static ObjectNode of(Framework framework, FrameworkDesk frameworks, List<Loss> lost) {
        Optional<JsonNode> original = CaseFormat.original(framework.id(), frameworks);
        ObjectNode tree =
                original.map(each -> CaseUpgrade.of(each, lost)).orElseGet(() -> CaseWriting.write(framework));
        if (original.isEmpty()) {
            String id = framework.id().toString();
            lost.add(new Loss("framework", id, "lastChangeDateTime", ExchangeMessages.of("case.lost-date")));
        }
        CaseMatches.write(framework, frameworks, tree, lost);
        for (Adoption each : frameworks.adoptions()) {
            if (!each.framework().equals(framework.id())) continue;
            CaseRubrics.write(each.scale(), framework, tree);
            lost.add(new Loss(
                    "adoption",
                    each.id().toString(),
                    "policy",
                    ExchangeMessages.of("case.lost-policy", each.policy())));
        }
        return tree;
    }
}
