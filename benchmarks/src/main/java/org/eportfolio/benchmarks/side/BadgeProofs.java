package org.eportfolio.benchmarks.side;

import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eportfolio.credentials.Achievement;
import org.eportfolio.credentials.Badge;
import org.eportfolio.credentials.BadgeAlignment;
import org.eportfolio.credentials.BadgeEvidence;
import org.eportfolio.credentials.BadgeScale;
import org.eportfolio.credentials.BareProofs;
import org.eportfolio.credentials.Credentials;
import org.eportfolio.credentials.KeyPairSigning;
import org.eportfolio.credentials.KnownIssuer;
import org.eportfolio.credentials.Signing;
import org.eportfolio.credentials.Verifier;

/** How long a badge takes to be signed and verified, beside the same with titanium and the JDK by hand. */
final class BadgeProofs implements Chapter {
    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");
    private static final Bound MUST = Bound.ofJdbc(1.3);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final String HAND = "by hand";

    @Override
    public void measure(Course course, Table table) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signing signing = KeyPairSigning.didKey(pair);
        String method = signing.verificationMethod();
        Badge badge = badge(method.replaceAll("#.*", ""));
        JsonObject document = BareProofs.unsigned(badge);
        String signed = Credentials.issue(badge, signing, NOW);
        byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
        Verifier verifier = Verifier.trusting(List.of(KnownIssuer.parse(method.replaceAll("#.*", ""))));
        Race race = new Race()
                .with("sign", (OnProcessor) () -> Credentials.issue(badge, signing, NOW))
                .with("bare sign", (OnProcessor) () -> BareProofs.sign(document, method, pair.getPrivate()))
                .with("verify", (OnProcessor) () ->
                        require(verifier.verify(bytes, NOW.plusSeconds(60)).accepted()))
                .with("bare verify", (OnProcessor) () -> require(BareProofs.verify(signed, pair.getPublic())));
        Map<String, Double> nanos = course.race(race, 200);
        table.add(Row.millis("badge signed", nanos, "sign", "bare sign")
                .beside(HAND)
                .must(MUST)
                .note("by hand the proof alone, without checking what the badge contains; time of the processor"));
        table.add(Row.millis("badge verified", nanos, "verify", "bare verify")
                .beside(HAND)
                .must(MUST)
                .note("signature, days, status and issuer; by hand the signature alone; time of the processor"));
    }

    /** Work that is measured in time of the processor. */
    private interface OnProcessor extends Race.Variant {
        void once() throws Exception;

        @Override
        default void run(int times) throws Exception {
            for (int i = 0; i < times; i++) once();
        }

        @Override
        default double nanos(int times) throws Exception {
            long from = CPU.getCurrentThreadCpuTime();
            run(times);
            return CPU.getCurrentThreadCpuTime() - from;
        }
    }

    private static void require(boolean accepted) {
        if (!accepted) throw new IllegalStateException("a good badge was refused");
    }

    static Badge badge(String issuer) {
        BadgeScale scale = new BadgeScale(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000001",
                "Échelle en quatre pas",
                List.of(step(2, "Non acquis"), step(3, "En cours"), step(4, "Acquis"), step(5, "Maîtrisé")));
        Achievement commerce = new Achievement(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000006",
                Achievement.Kind.COMPETENCY,
                "Mettre en œuvre le commerce en ligne",
                "Une compétence de la formation, observée par l'équipe.",
                "Observée au moins deux fois en situation.",
                List.of(new BadgeAlignment(
                        "Mettre en œuvre un site de vente en ligne",
                        "urn:eportfolio:framework:mc-sno:2020#C3.1",
                        "C3.1",
                        "MC SNO")),
                scale);
        return new Badge(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000007",
                issuer,
                "Lycée VosRêves",
                "Emma Exemplaire",
                commerce,
                "urn:uuid:0198f1a0-0000-7000-8000-000000000004",
                List.of(new BadgeEvidence(
                        "https://vosreves.example/vitrine/1", "Ma vitrine", "Trois offres comparées")),
                NOW,
                null,
                new Badge.Place("https://vosreves.example/revoked-1", 7));
    }

    private static BadgeScale.Step step(int last, String label) {
        return new BadgeScale.Step("urn:uuid:0198f1a0-0000-7000-8000-00000000000" + last, label, "");
    }
}
