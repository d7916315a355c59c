package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PluginException;
import org.eportfolio.PortfolioException;
import org.eportfolio.ProgressListener;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.framework.LevelId;
import org.eportfolio.school.Members;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E6: a learner takes badges of their choice along as one signed record. */
class ClrFormatTest extends Story {
    private KeyPairSigning key;
    private BadgeIssuer issuer;
    private BadgeAward commerce;
    private BadgeAward site;
    private BadgeAward kept;

    @BeforeEach
    void emma_has_three_badges() throws Exception {
        key = KeyPairSigning.didKey(Badges.ed25519());
        issuer = BadgeIssuer.of(
                Badges.issuer(key), "Lycée VosRêves", key, "https://vosreves.example/revoked-", school.clock);
        commerce =
                accepted(NewBadge.ofCompetency(school.sno, "C3.1").titled("Commerce en ligne"), LevelId.of("acquis"));
        site = accepted(NewBadge.ofProject("Site VosRêves « été »"), null);
        kept = accepted(NewBadge.ofParticipation("Forum"), null);
    }

    private BadgeAward accepted(NewBadge badge, LevelId level) {
        NewBadge whole = badge.describedAs("Dans la formation.").requiring("Observé deux fois.");
        BadgeAward offered = school.durand
                .badges()
                .offer(school.dossier, school.head.badges().define(whole).id(), level, "Vu deux fois.");
        return school.emma.badges().accept(offered, NewBadgeAcceptance.as("Emma Exemplaire-Łukasz"));
    }

    private void emmaIsOfAge() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(VosReves.TODAY));
    }

    private LossReport export(Desk desk, BadgeChoice chosen, Path to) throws IOException {
        return Exchange.withShippedFormats()
                .exporter(new ClrFormat(issuer, chosen))
                .build()
                .export(desk, new Extent.OfDossier(school.dossier), "clr", to, Locale.FRENCH, ProgressListener.NONE);
    }

    @Test
    void it_holds_what_the_learner_chose_and_how_it_hangs_together_and_is_verified() throws IOException {
        emmaIsOfAge();
        Path file = folder.resolve("emma.json");
        LossReport lost = export(school.emma, BadgeChoice.of(site, commerce), file);

        BadgeVerification found =
                Verifier.trusting(List.of(Badges.school(key))).verify(Files.readAllBytes(file), school.clock.instant());
        assertThat(found.accepted()).as("%s", found).isTrue();
        assertThat(found.claim().achievement()).isEqualTo("Badges de Lycée VosRêves");
        assertThat(found.inside())
                .extracting(each -> each.claim().achievement())
                .containsExactly("Site VosRêves « été »", "Commerce en ligne");
        assertThat(lost.losses()).extracting(LossReport.Loss::kind).contains("bloc");
        JsonObject subject = UntrustedJson.object(Files.readAllBytes(file)).getJsonObject("credentialSubject");
        List<String> items = subject.getJsonArray("achievement").stream()
                .map(each -> each.asJsonObject().getString("name"))
                .toList();
        assertThat(items.get(0)).startsWith("C3.1 ");
        assertThat(items).allSatisfy(each -> assertThat(each).doesNotContainIgnoringCase("bloc"));
        assertThat(subject.getJsonArray("association")).isNotEmpty().allSatisfy(each -> {
            JsonValue source = each.asJsonObject().get("sourceId");
            assertThat(source).isNotEqualTo(each.asJsonObject().get("targetId"));
        });
        assertThat(Files.readString(file))
                .doesNotContain(
                        "Forum",
                        "m.durand",
                        "Vu deux fois.",
                        school.dossier.value().toString());
    }

    @Test
    void it_lists_what_an_item_is_part_of_and_what_a_crosswalk_puts_beside_it() throws IOException {
        emmaIsOfAge();
        school.head.frameworks().publish(BundledFrameworks.CRCN.framework());
        BundledFrameworks.crosswalks().forEach(school.head.frameworks()::publish);
        BadgeAward part = accepted(NewBadge.ofProject("Veille").showing(school.sno, "C1.1/1"), null);
        Path file = folder.resolve("emma.json");
        export(school.emma, BadgeChoice.of(part), file);

        List<String> links = UntrustedJson.object(Files.readAllBytes(file))
                .getJsonObject("credentialSubject")
                .getJsonArray("association")
                .stream()
                .map(JsonValue::asJsonObject)
                .map(each -> fragment(each, "sourceId") + " " + each.getString("associationType") + " "
                        + fragment(each, "targetId"))
                .toList();
        String badge = "urn:uuid:" + part.definition().value();
        assertThat(links)
                .containsExactly(
                        badge + " isRelatedTo C1.1/1",
                        "C1.1/1 isChildOf C1.1",
                        "C1.1 isRelatedTo 2.1",
                        "C1.1 isRelatedTo 2.2",
                        "C1.1 isRelatedTo 3.1",
                        "C1.1 isRelatedTo 3.2",
                        "C1.1 isRelatedTo 3.3");
        assertThat(Verifier.trusting(List.of(Badges.school(key)))
                        .verify(Files.readAllBytes(file), school.clock.instant())
                        .accepted())
                .isTrue();
    }

    private static String fragment(JsonObject link, String end) {
        return link.getString(end).replaceAll(".*#", "");
    }

    @Test
    void a_minors_badges_stay_until_both_agreed_and_nothing_is_written() {
        Path file = folder.resolve("emma.json");
        assertThatThrownBy(() -> export(school.emma, BadgeChoice.of(commerce), file))
                .isInstanceOf(ConflictException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void nobody_else_writes_it_and_a_revoked_badge_is_in_none() throws IOException {
        emmaIsOfAge();
        Path file = folder.resolve("emma.json");
        assertThatThrownBy(() -> export(school.durand, BadgeChoice.of(commerce), file))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> export(school.malo, BadgeChoice.of(commerce), file))
                .isInstanceOf(PortfolioException.class);
        school.emma.badges().revoke(kept, "Je n'en veux plus.");
        assertThatThrownBy(() -> export(school.emma, BadgeChoice.of(commerce, kept), file))
                .isInstanceOf(ConflictException.class);
        assertThat(file).doesNotExist();
        export(school.emma, BadgeChoice.of(commerce), file);
        assertThat(file).exists();
    }

    /** A key that cannot sign, as one whose store does not answer. */
    private record LockedKey(Signing key) implements Signing {
        @Override
        public String verificationMethod() {
            return key.verificationMethod();
        }

        @Override
        public PublicKey publicKey() {
            return key.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) throws SignatureException {
            throw new SignatureException("locked");
        }
    }

    @Test
    void a_record_that_is_refused_leaves_no_word_in_the_journal() throws Exception {
        emmaIsOfAge();
        long before = school.journalLength();
        Path file = folder.resolve("emma.json");
        BadgeIssuer signing = issuer;
        KeyPairSigning p256 = KeyPairSigning.at("did:web:vosreves.example#key-2", Badges.p256());
        issuer = BadgeIssuer.of(
                "did:web:vosreves.example", "VosRêves", p256, "https://vosreves.example/revoked-", school.clock);
        assertThatThrownBy(() -> export(school.emma, BadgeChoice.of(commerce), file))
                .isInstanceOf(InvalidInputException.class);
        issuer = BadgeIssuer.of(
                Badges.issuer(key), "VosRêves", new LockedKey(key), "https://vosreves.example/revoked-", school.clock);
        assertThatThrownBy(() -> export(school.emma, BadgeChoice.of(commerce), file))
                .isInstanceOf(PluginException.class);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(file).doesNotExist();

        issuer = signing;
        export(school.emma, BadgeChoice.of(commerce), file);
        assertThat(school.journalLength()).as("one that left").isEqualTo(before + 1);
    }
}
