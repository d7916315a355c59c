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

            A badge of Emma Exemplaire-Łukasz (« été », 😀) that this library signed with `eddsa-rdfc-2022`, and what was done to it.
            Written by `OtherVerifierTest` (`mvn -Plong test`, with `-Dportfolio.regenerate=true`), which fails once an answer changes
            or a difference has no reason. Nothing is fetched: both get the list, the second also the official schema of Open
            Badges where it is at hand, and our form of the context of CLR 2.0.1, which no package of the registry has.

            `@digitalbazaar/vc` 7.3.0 is asked with `vc-bitstring-status-list` 2.0.1; for a revoked badge its `verified` is true, so that the
            answer is read from `statusResult.results[].status`. `@digitalcredentials/verifier-core` 1.0.0-beta.11 gives no verdict: a badge counts as
            accepted here if none of its steps has an error or is false; the registries of issuers, which need a network, are left out.

            | What was done | Ours | vc | verifier-core | Why they differ |
            |---|---|---|---|---|
            """;

    private static final Map<String, String> WHY = Map.of(
            "an id twice, the right one last",
                    "JavaScript's reader keeps the last of two; another may keep the first, and so read another badge. Ours refuses a name that stands twice",
            "its list is not at hand",
                    "ours says \"status: not checked\" and leaves it to the reader; both others refuse what they cannot look up",
            "its list was signed by a stranger",
                    "such a list counts for ours as none (\"not checked\"), so that nobody makes a badge fail with a list of their own",
            "a badge in the record was revoked", "both others look at the record alone, ours at each badge in it",
            "signed with a first day without a zone", "the schema asks for a zone; both others take the machine's",
            "signed with a proof that was over yesterday", "both others do not look at `expires` of a proof");

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
