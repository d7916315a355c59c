package org.eportfolio.credentials;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A school, its keys and a badge for C3.1. */
final class Badges {
    static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");
    static final String LIST = "https://vosreves.example/revoked.json";
    static final BadgeScale SCALE = new BadgeScale(
            "urn:uuid:0198f1a0-0000-7000-8000-000000000001",
            "Échelle en quatre pas",
            List.of(
                    new BadgeScale.Step("urn:uuid:0198f1a0-0000-7000-8000-000000000002", "En cours", "Avec aide"),
                    new BadgeScale.Step("urn:uuid:0198f1a0-0000-7000-8000-000000000003", "Acquis", "Seul")));
    static final Achievement C31 = new Achievement(
            "urn:uuid:0198f1a0-0000-7000-8000-000000000004",
            Achievement.Kind.COMPETENCY,
            "Mettre en œuvre le commerce en ligne « été » \uD83D\uDE00",
            "Une compétence de la formation, observée par l'équipe.",
            "Observée au moins deux fois en situation.",
            List.of(new BadgeAlignment(
                    "Mettre en œuvre un site de vente en ligne",
                    "urn:eportfolio:framework:mc-sno:2020#C3.1",
                    "C3.1",
                    "MC SNO")),
            SCALE);

    private Badges() {}

    static KeyPair ed25519() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    static KeyPair p256() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static Badge emmas(String issuer, Badge.@Nullable Place place) {
        return new Badge(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000005",
                issuer,
                "Lycée VosRêves",
                "Emma Exemplaire-Łukasz",
                C31,
                "urn:uuid:0198f1a0-0000-7000-8000-000000000003",
                List.of(new BadgeEvidence(
                        "https://vosreves.example/vitrine/1", "Ma vitrine", "Trois offres comparées")),
                NOW,
                NOW.plusSeconds(86_400L * 365),
                place);
    }

    /** Two badges of Emma's, at the places 7 and 8 of the list, and the item that one of them is about. */
    static LearnerRecord record(String issuer) {
        Achievement site = new Achievement(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000006",
                Achievement.Kind.PROJECT,
                "Site de la promotion",
                "Un site à plusieurs, « Ł ».",
                "Mis en ligne.",
                List.of(),
                null);
        Badge second = new Badge(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000007",
                issuer,
                "Lycée VosRêves",
                "Emma Exemplaire-Łukasz",
                site,
                null,
                List.of(),
                NOW,
                null,
                new Badge.Place(LIST, 8));
        Achievement item = new Achievement(
                "urn:eportfolio:framework:mc-sno:2020#C3.1",
                Achievement.Kind.COMPETENCY,
                "Mettre en œuvre un site de vente en ligne",
                "Mettre en œuvre un site de vente en ligne",
                "MC SNO",
                List.of(),
                null);
        return new LearnerRecord(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000008",
                issuer,
                "Lycée VosRêves",
                "Mes badges « été »",
                List.of(emmas(issuer, new Badge.Place(LIST, 7)), second),
                List.of(item),
                List.of(new AchievementLink(C31.id(), AchievementLink.Kind.RELATED, item.id())),
                NOW);
    }

    static KnownIssuer school(Signing signing) {
        String issuer = signing.verificationMethod().replaceAll("#.*", "");
        return new KnownIssuer(
                issuer,
                "Lycée VosRêves",
                List.of(new KnownIssuer.Key(
                        signing.verificationMethod(),
                        signing.publicKey(),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        null)));
    }

    static String issuer(Signing signing) {
        return signing.verificationMethod().replaceAll("#.*", "");
    }
}
