package org.eportfolio.credentials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.credentials.OtherVerifiers.Said;

/** What three verifiers say of the same badges, and why they differ where they do. */
final class DifferencesPage {
    private static final String HEAD = """
            # What other verifiers say of the same badges

            This library signed a badge of Emma Exemplaire-Łukasz (« été », 😀) with `eddsa-rdfc-2022`. Each row says what was then done to
            it, or how it was signed, and what three verifiers answer. After "refused" stands which question fails for ours (signature,
            validity, status, trust, or a badge inside a record) and what the others call the error.

            `OtherVerifierTest` writes this page (`mvn -Plong test` with `-Dportfolio.regenerate=true`). It fails when an answer changes, and
            when an answer differs from ours without a reason in the last column. No verifier has a network: the two others get the status list,
            and `verifier-core` gets the official schema of Open Badges, where the machine has it, and our form of the context of CLR 2.0.1.

            `vc` is `@digitalbazaar/vc` 7.3.0 with `vc-bitstring-status-list` 2.0.1. Its `verified` is true for a revoked badge, so the test
            reads `statusResult.results[].status`. `verifier-core` is `@digitalcredentials/verifier-core` 1.0.0-beta.11. It gives a list of steps
            and no verdict: here it accepts a badge if no step has an error or is false. Its lookup of registered issuers needs a network and is left out.

            | What was done | Ours | vc | verifier-core | Why they differ |
            |---|---|---|---|---|
            """;

    private static final Map<String, String> WHY = Map.of(
            "the id stands twice, the right one last",
                    "JavaScript keeps the last of two values with one name; another reader may keep the first and so read another badge. Our verifier refuses a name that stands twice",
            "the verifiers do not get the status list",
                    "our verifier answers \"status: not checked\" and leaves the decision to the person who asks; the two others refuse a badge whose list they cannot read",
            "the status list was signed with another key than the issuer's",
                    "our verifier ignores such a list and answers \"status: not checked\": otherwise anyone could make a badge fail with a list of their own",
            "the issuer revoked a badge inside the record",
                    "the two others check the record only; our verifier checks each badge inside it",
            "the issuer signed a first day without a time zone",
                    "the schema asks for a time zone; the two others take the zone of the machine",
            "the proof says that it ended yesterday", "the two others do not read `expires` of a proof");

    private record Line(String what, String ours, Said others, String why) {
        boolean differs() {
            return accepted(ours) != accepted(others.first()) || accepted(ours) != accepted(others.second());
        }

        private static boolean accepted(String answer) {
            return answer.equals("accepted");
        }
    }

    private final List<Line> lines = new ArrayList<>();

    void add(String what, String ours, Said others) {
        lines.add(new Line(what, ours, others, WHY.getOrDefault(what, "")));
    }

    /** Differences without a reason, and reasons without a difference. */
    List<String> unexplained() {
        Map<String, String> open = new HashMap<>(WHY);
        List<String> unexplained = new ArrayList<>();
        for (Line each : lines) {
            open.remove(each.what());
            if (each.differs() == each.why().isEmpty()) unexplained.add(each.toString());
        }
        unexplained.addAll(open.keySet());
        return unexplained;
    }

    List<String> acceptedByOurs() {
        return lines.stream()
                .filter(each -> Line.accepted(each.ours()))
                .map(Line::what)
                .toList();
    }

    List<String> acceptedByAll() {
        return lines.stream()
                .filter(each -> Line.accepted(each.ours()) && !each.differs())
                .map(Line::what)
                .toList();
    }

    String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Line each : lines) {
            String cells = String.join(
                    " | ",
                    each.what(),
                    each.ours(),
                    each.others().first(),
                    each.others().second(),
                    each.why());
            page.append("| ").append(cells.strip()).append(" |\n");
        }
        return page.toString();
    }
}
