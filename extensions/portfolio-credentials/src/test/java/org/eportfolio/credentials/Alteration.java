package org.eportfolio.credentials;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that somebody did to a signed badge ({@link Badges#emmas}).
 *
 * @param meaning whether the badge says something else afterwards
 */
record Alteration(String what, String text, Meaning meaning) {
    enum Meaning {
        CHANGED,
        THE_SAME
    }

    static List<Alteration> of(String badge) {
        List<Alteration> all = new ArrayList<>(changing(badge));
        all.addAll(harmless(badge));
        return all;
    }

    /** Twenty-four, of each part of a badge. */
    static List<Alteration> changing(String badge) {
        String level = "\"achievedLevel\": \"urn:uuid:0198f1a0-0000-7000-8000-00000000000";
        return List.of(
                changed("learner", badge.replace("Emma Exemplaire", "Lina Exemplaire")),
                changed("an accent of the learner's name", badge.replace("Łukasz", "Lukasz")),
                changed("level", badge.replace(level + "3", level + "2")),
                changed("name", badge.replace("commerce en ligne", "commerce")),
                changed("description", badge.replace("observée par l'équipe", "certifiée")),
                changed("criteria", badge.replace("deux fois", "trois fois")),
                changed("first day", badge.replace("\"validFrom\": \"2026-09-07", "\"validFrom\": \"2026-09-06")),
                changed("last day", badge.replace("\"validUntil\": \"2027", "\"validUntil\": \"2028")),
                changed("no last day", badge.replaceFirst("\"validUntil\": \"[^\"]*\",\\s*", "")),
                changed("id", badge.replace("000000000005", "000000000006")),
                changed("evidence", badge.replace("/vitrine/1", "/vitrine/2")),
                changed("alignment", badge.replace("#C3.1", "#C3.2")),
                changed("code of the alignment", badge.replace("\"C3.1\"", "\"C3.2\"")),
                changed("list", badge.replace("revoked.json", "other.json")),
                changed("place in the list", badge.replace("\"statusListIndex\": \"7\"", "\"statusListIndex\": \"8\"")),
                changed("no place in a list", badge.replaceFirst("(?s)\"credentialStatus\": \\{.*?\\},\\s*", "")),
                changed("name of the issuer", badge.replace("Lycée VosRêves", "Lycée VosRèves")),
                changed("day of the proof", badge.replace("\"created\": \"2026", "\"created\": \"2025")),
                changed(
                        "a statement more",
                        badge.replaceFirst("\"name\": \"Mettre", "\"description\": \"x\", \"name\": \"Mettre")),
                changed("a term that no context defines", badge.replaceFirst("\\{", "{\"diploma\": true,")),
                changed(
                        "a type that no context defines",
                        badge.replace("\"OpenBadgeCredential\"", "\"OpenBadgeCredential\", \"Diploma\"")),
                changed("purpose of the proof", badge.replace("assertionMethod", "authentication")),
                changed("no proof", badge.replaceFirst("(?s),\\s*\"proof\": \\[.*?\\]", "")),
                changed(
                        "proof",
                        badge.replaceFirst("\"proofValue\": \"z.", "\"proofValue\": \"z" + otherFirst(badge))));
    }

    /** What leaves every statement as it was. */
    static List<Alteration> harmless(String badge) {
        return List.of(
                same(
                        "one proof in place of a list",
                        badge.replaceFirst("(?s)\"proof\": \\[\\s*(\\{.*?\\})\\s*\\]", "\"proof\": $1")),
                same("spaces and line ends", badge.replace("\n", " ")),
                same("letters written as \\u", badge.replace("é", "\\u00e9")),
                same(
                        "order of the types",
                        badge.replaceFirst(
                                "(?s)\"VerifiableCredential\",(\\s*)\"OpenBadgeCredential\"",
                                "\"OpenBadgeCredential\",$1\"VerifiableCredential\"")),
                same(
                        "one type in place of a list",
                        badge.replaceFirst("(?s)\"type\": \\[\\s*\"Achievement\"\\s*\\]", "\"type\": \"Achievement\"")),
                same(
                        "the other name of its type",
                        badge.replace("\"OpenBadgeCredential\"", "\"AchievementCredential\"")));
    }

    private static Alteration changed(String what, String text) {
        return new Alteration(what, text, Meaning.CHANGED);
    }

    private static Alteration same(String what, String text) {
        return new Alteration(what, text, Meaning.THE_SAME);
    }

    // Keys are new in each run, so that any digit may stand there.
    private static char otherFirst(String credential) {
        String before = "\"proofValue\": \"z";
        return credential.charAt(credential.indexOf(before) + before.length()) == '9' ? '8' : '9';
    }
}
