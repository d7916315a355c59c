package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeKind;
import org.eportfolio.badge.BadgePlace;
import org.eportfolio.badge.BadgeStatement;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: what a portfolio gives out becomes a badge that verifiers accept, and refuse once it is in the school's list. */
class BadgeIssuerTest {
    private static final Scale SCALE = new Scale(
            "quatre-pas",
            "Échelle en quatre pas",
            true,
            List.of(
                    new Level(LevelId.of("en-cours"), "En cours", "Avec aide", "#aa0000", "–"),
                    new Level(LevelId.of("acquis"), "Acquis", "Seul", "#00aa00", "+")));
    private static final BadgePlace PLACE = new BadgePlace(1, 7);

    private BadgeIssuer school;
    private Verifier verifier;

    @BeforeEach
    void a_school_has_a_key() throws Exception {
        KeyPairSigning key = KeyPairSigning.didKey(Badges.ed25519());
        Clock clock = Clock.fixed(Badges.NOW, ZoneOffset.UTC);
        school = BadgeIssuer.of(Badges.issuer(key), "Lycée VosRêves", key, "https://vosreves.example/revoked-", clock);
        verifier = Verifier.trusting(List.of(Badges.school(key)));
    }

    private static UUID uuid(int last) {
        return UUID.fromString("0198f1a0-0000-7000-8000-00000000000" + last);
    }

    private static IssuedBadge emmas(BadgeKind kind) {
        boolean competency = kind == BadgeKind.COMPETENCY;
        AdoptionId adoption = competency ? new AdoptionId(uuid(1)) : null;
        BadgeStatement statement = new BadgeStatement(
                kind,
                "Commerce en ligne",
                "Une compétence de la formation.",
                "Observée deux fois.",
                adoption,
                competency ? List.of(Code.of("C3.1")) : List.of());
        BadgeAward award = new BadgeAward(
                new BadgeAwardId(uuid(2)),
                new DossierId(uuid(3)),
                new BadgeDefinitionId(uuid(4)),
                statement,
                null,
                new BadgeAward.Offer(
                        competency ? LevelId.of("acquis") : null,
                        "Vu.",
                        PersonId.of("m.durand"),
                        Role.TEACHER,
                        Badges.NOW),
                new BadgeAward.Acceptance(
                        "Emma Exemplaire-Łukasz",
                        List.of(),
                        List.of(new BadgeAward.ShownLink(
                                "Ma vitrine", URI.create("https://vosreves.example/vitrine/1"))),
                        PLACE,
                        Badges.NOW),
                null,
                3);
        return new IssuedBadge(
                award,
                competency ? SCALE : null,
                competency
                        ? List.of(new IssuedBadge.CoveredItem(
                                Code.of("C3.1"),
                                "Mettre en œuvre un site de vente en ligne",
                                URI.create("urn:eportfolio:framework:mc-sno:2020#C3.1"),
                                "MC SNO"))
                        : List.of(),
                List.of(new IssuedBadge.CitedFile(
                        "Carte mentale",
                        "carte.txt",
                        new Stored(Hash.ofContent("x".getBytes(StandardCharsets.UTF_8)), 1))));
    }

    private BadgeVerification verified(String credential, RevokedBadges list) {
        Instant later = Badges.NOW.plusSeconds(3600);
        return verifier.withStatusList(school.sign(list)).verify(credential.getBytes(StandardCharsets.UTF_8), later);
    }

    @Test
    void each_kind_is_signed_accepted_and_later_revoked() {
        for (BadgeKind kind : BadgeKind.values()) {
            String credential = school.sign(emmas(kind));

            BadgeVerification found = verified(credential, new RevokedBadges(1, List.of(8)));
            assertThat(found.accepted()).as("%s: %s", kind, found).isTrue();
            assertThat(found.status().answer()).isEqualTo(Answer.HOLDS);
            assertThat(found.claim().learners()).containsExactly("Emma Exemplaire-Łukasz");
            assertThat(verified(credential, new RevokedBadges(1, List.of(7, 8))).accepted())
                    .isFalse();
        }
    }

    @Test
    void it_names_neither_the_dossier_nor_the_teacher_nor_their_reason() {
        String credential = school.sign(emmas(BadgeKind.COMPETENCY));

        assertThat(credential)
                .contains("C3.1", "Acquis", "https://vosreves.example/vitrine/1", "ni:///sha-256;", "carte.txt")
                .doesNotContain("m.durand", uuid(3).toString(), "Vu.");
    }

    @Test
    void two_badges_under_one_scale_say_so() {
        String one = school.sign(emmas(BadgeKind.COMPETENCY));
        String level = one.replaceAll("(?s).*\"achievedLevel\": \"(urn:uuid:[^\"]+)\".*", "$1");

        assertThat(school.sign(emmas(BadgeKind.COMPETENCY))).contains(level);
        assertThat(one.split(level, -1)).hasSize(3);
    }
}
