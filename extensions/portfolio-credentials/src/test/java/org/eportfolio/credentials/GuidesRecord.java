package org.eportfolio.credentials;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The facts of which the example of a record in 1EdTech's implementation guide is made, put together again. */
final class GuidesRecord {
    private static final String EDU = "https://example.edu/";
    private static final String ISSUER = EDU + "issuers/565049";
    private static final String LEARNER = "did:example:ebfeb1f712ebc6f1c276e12ec21";
    private static final String FIRST = "a7467ef6-56cb-11ec-bf63-0242ac130002";
    private static final String SECOND = "dd887f0a-56cb-11ec-bf63-0242ac130002";
    private static final String KEY = ISSUER + "#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

    private GuidesRecord() {}

    private static JsonArrayBuilder list(String... words) {
        return Json.createArrayBuilder(List.of(words));
    }

    private static JsonObjectBuilder typed(String id, String type) {
        return Json.createObjectBuilder().add("id", id).add("type", type);
    }

    private static JsonObject achievement(String uuid, String name) {
        return typed("urn:uuid:" + uuid, "Achievement")
                .add("creator", typed(ISSUER, "Profile"))
                .add("name", name)
                .add("description", name)
                .add("criteria", Json.createObjectBuilder().add("id", EDU + "achievements/" + uuid + "/criteria"))
                .add("image", typed(EDU + "achievements/sample.png", "Image"))
                .build();
    }

    private static JsonObjectBuilder credential(String id, String type, String name, String schema) {
        String address = type.equals("ClrCredential")
                ? "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json"
                : "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
        return Json.createObjectBuilder()
                .add("id", id)
                .add("type", list("VerifiableCredential", type))
                .add("issuer", typed(ISSUER, "Profile").add("name", "Example University"))
                .add("validFrom", "2010-01-01T00:00:00Z")
                .add("name", name)
                .add("credentialSchema", Json.createArrayBuilder().add(typed(address, schema)));
    }

    static JsonObject proof(String value) {
        return Json.createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("created", "2010-01-01T19:23:24Z")
                .add("verificationMethod", KEY)
                .add("cryptosuite", "eddsa-rdfc-2022")
                .add("proofPurpose", "assertionMethod")
                .add("proofValue", value)
                .build();
    }

    /** Without its own proof; the badge in it has one. */
    static JsonObject document(String extensions, String schema) {
        JsonObject badge = credential(
                        "urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002",
                        "AchievementCredential",
                        "Example University Degree",
                        schema)
                .add("@context", list(Contexts.CREDENTIALS, Contexts.BADGES, extensions))
                .add(
                        "credentialSubject",
                        typed(LEARNER, "AchievementSubject").add("achievement", achievement(FIRST, "Achievement 1")))
                .add(
                        "proof",
                        Json.createArrayBuilder()
                                .add(
                                        proof(
                                                "z45QnLySMt2mWuW787G6cf3SLkP97ZkMZxLeXH5yaaTQPCtTup4GCV95tU8HEnQJSyGCokSj3AvUhmJtvveTmN4Vu")))
                .build();
        JsonObjectBuilder subject = typed(LEARNER, "ClrSubject")
                .add("verifiableCredential", Json.createArrayBuilder().add(badge))
                .add(
                        "achievement",
                        Json.createArrayBuilder()
                                .add(achievement(FIRST, "Achievement 1"))
                                .add(achievement(SECOND, "Achievement 2")))
                .add(
                        "association",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "Association")
                                        .add("associationType", "isParentOf")
                                        .add("sourceId", "urn:uuid:" + FIRST)
                                        .add("targetId", "urn:uuid:" + SECOND)));
        return credential("http://example.edu/credentials/3732", "ClrCredential", "Sample Transcript", schema)
                .add("@context", list(Contexts.CREDENTIALS, Contexts.RECORDS, Contexts.BADGES, extensions))
                .add("credentialSubject", subject)
                .build();
    }
}
