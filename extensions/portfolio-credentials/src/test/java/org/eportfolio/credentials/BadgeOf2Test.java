package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Form;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** E6: badges of Open Badges 2.0, as other programs bake them into pictures: read as a claim, never as more. */
class BadgeOf2Test {
    static final String ADDRESS = "https://club.example/badges/1?a=1&b=2";
    static final String ASSERTION =
            "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"https://club.example/badges/1\","
                    + "\"badge\":{\"name\":\"Été\",\"issuer\":{\"id\":\"https://club.example\",\"name\":\"Le club\"}},"
                    + "\"issuedOn\":\"2020-01-01T00:00:00Z\"}";

    private static final Verifier VERIFIER = Verifier.trusting(List.of());

    private static BadgeVerification verified(byte[] picture) {
        return VERIFIER.verify(picture, Badges.NOW);
    }

    private static String token() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(ASSERTION.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(new byte[256]);
    }

    @Test
    void a_picture_with_a_badge_of_version_2_is_a_claim() throws Exception {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("PNG", Pictures.png("openbadges", ASSERTION));
        pictures.put("PNG with a JWS", Pictures.png("openbadges", token()));
        pictures.put("SVG", Pictures.svg(ADDRESS.replace("&", "&amp;"), "<![CDATA[" + ASSERTION + "]]>"));
        pictures.put("SVG with a JWS", Pictures.svg(token(), ""));
        pictures.forEach((what, picture) -> {
            BadgeVerification found = verified(picture);
            assertThat(found.form()).as(what).isEqualTo(Form.UNVERIFIED_CLAIM);
            assertThat(found.claim().achievement()).as(what).isEqualTo("Été");
            assertThat(found.claim().issuer()).as(what).isEqualTo("Le club");
            assertThat(found.signature().why().in(Locale.ENGLISH)).as(what).startsWith("Open Badges 2.0: it is read");
            assertThat(found.accepted()).as(what).isFalse();
        });
    }

    @Test
    void a_picture_that_names_only_where_its_badge_stands_says_so() throws Exception {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("PNG", Pictures.png("openbadges", ADDRESS));
        pictures.put("PNG before 1.1", Pictures.oldPng("openbadges", ADDRESS));
        pictures.put("SVG", Pictures.svg(ADDRESS.replace("&", "&amp;"), ""));
        pictures.forEach((what, picture) -> {
            BadgeVerification found = verified(picture);
            assertThat(found.form()).as(what).isEqualTo(Form.UNVERIFIED_CLAIM);
            assertThat(found.claim().id()).as(what).isEqualTo(ADDRESS);
            assertThat(found.signature().answer()).as(what).isEqualTo(Answer.NOT_CHECKED);
            assertThat(found.signature().why().in(Locale.ENGLISH))
                    .as(what)
                    .contains("names only the address", ADDRESS, "nothing is fetched");
            assertThat(found.accepted()).as(what).isFalse();
        });
    }

    @Test
    void an_address_where_a_newer_badge_belongs_is_none() throws Exception {
        BadgeVerification found = verified(Pictures.png("openbadgecredential", ADDRESS));

        assertThat(found.form()).isEqualTo(Form.UNKNOWN);
        assertThat(found.signature().answer()).isEqualTo(Answer.FAILS);
    }

    @Test
    void the_newer_badge_of_a_picture_is_read_and_the_older_one_stays() throws Exception {
        KeyPairSigning key = KeyPairSigning.didKey(Badges.ed25519());
        String credential = Credentials.issue(Badges.emmas(Badges.issuer(key), null), key, Badges.NOW);
        byte[] png = Pictures.png("openbadges", ASSERTION);
        byte[] svg = Pictures.svg(ADDRESS.replace("&", "&amp;"), "");

        byte[] bakedPng = Baking.bake(png, credential);
        byte[] bakedSvg = Baking.bake(svg, credential);

        assertThat(Baking.unbake(bakedPng)).contains(credential);
        assertThat(Baking.unbake(Pictures.with(bakedPng, "tEXt", "openbadges\0" + ADDRESS)))
                .contains(credential);
        assertThat(Baking.unbake(bakedSvg)).contains(credential);
        byte[] packed = Pictures.with(Pictures.png(), "iTXt", "openbadgecredential\0\0\0\0\0" + credential);
        assertThat(Baking.unbake(Pictures.with(packed, "iTXt", "openbadges\0\1\0\0\0x")))
                .as("with a packed one of version 2 before it")
                .contains(credential);
        Element element = (Element) document(bakedSvg)
                .getElementsByTagNameNS("https://purl.imsglobal.org/ob/v3p0", "credential")
                .item(0);
        assertThat(element.getTextContent())
                .as("in its own namespace, though the picture has the prefix for version 2")
                .isEqualTo(credential);
        assertThat(new String(bakedPng, StandardCharsets.UTF_8)).contains("Le club");
        assertThat(new String(bakedSvg, StandardCharsets.UTF_8)).contains("openbadges:assertion");
    }

    private static Document document(byte[] svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    @Test
    void a_record_under_the_keyword_of_records_is_read() throws Exception {
        KeyPairSigning key = KeyPairSigning.didKey(Badges.ed25519());
        String credential = Credentials.issue(Badges.record(Badges.issuer(key)), key, Badges.NOW);

        BadgeVerification found = verified(Pictures.png("clrcredential", credential));

        assertThat(found.signature().answer()).isEqualTo(Answer.HOLDS);
        assertThat(found.inside()).hasSize(2);
    }

    @Test
    void a_hostile_drawing_is_read_in_the_time_of_its_length() {
        int many = 100_000;
        for (String hostile : List.of(
                "<svg>" + "<openbadges:assertion".repeat(many),
                "<svg>" + "<openbadges:assertion>".repeat(many),
                "<svg><openbadges:assertion " + "verify ".repeat(many) + "/>")) {
            byte[] bytes = hostile.getBytes(StandardCharsets.UTF_8);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThat(Baking.unbake(bytes)).isEmpty(),
                    hostile.substring(0, 40));
        }
    }
}
