package org.eportfolio.credentials;

import java.util.ArrayList;
import java.util.List;

/**
 * One change to a signed badge ({@link Badges#emmas}).
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
                changed("the learner's name was changed", badge.replace("Emma Exemplaire", "Lina Exemplaire")),
                changed("an accent of the learner's name was left out", badge.replace("Łukasz", "Lukasz")),
                changed("the level was changed", badge.replace(level + "3", level + "2")),
                changed("the name of the badge was changed", badge.replace("commerce en ligne", "commerce")),
                changed("the description was changed", badge.replace("observée par l'équipe", "certifiée")),
                changed("the criteria were changed", badge.replace("deux fois", "trois fois")),
                changed(
                        "the first day was changed",
                        badge.replace("\"validFrom\": \"2026-09-07", "\"validFrom\": \"2026-09-06")),
                changed("the last day was changed", badge.replace("\"validUntil\": \"2027", "\"validUntil\": \"2028")),
                changed("the last day was removed", badge.replaceFirst("\"validUntil\": \"[^\"]*\",\\s*", "")),
                changed("the id was changed", badge.replace("000000000005", "000000000006")),
                changed("the address of the evidence was changed", badge.replace("/vitrine/1", "/vitrine/2")),
                changed("the address of the alignment was changed", badge.replace("#C3.1", "#C3.2")),
                changed("the code of the alignment was changed", badge.replace("\"C3.1\"", "\"C3.2\"")),
                changed("the address of the status list was changed", badge.replace("revoked.json", "other.json")),
                changed(
                        "the place in the status list was changed",
                        badge.replace("\"statusListIndex\": \"7\"", "\"statusListIndex\": \"8\"")),
                changed(
                        "the place in the status list was removed",
                        badge.replaceFirst("(?s)\"credentialStatus\": \\{.*?\\},\\s*", "")),
                changed("the issuer's name was changed", badge.replace("Lycée VosRêves", "Lycée VosRèves")),
                changed(
                        "the day of the proof was changed",
                        badge.replace("\"created\": \"2026", "\"created\": \"2025")),
                changed(
                        "a statement was added",
                        badge.replaceFirst("\"name\": \"Mettre", "\"description\": \"x\", \"name\": \"Mettre")),
                changed("a term was added that no context defines", badge.replaceFirst("\\{", "{\"diploma\": true,")),
                changed(
                        "a type was added that no context defines",
                        badge.replace("\"OpenBadgeCredential\"", "\"OpenBadgeCredential\", \"Diploma\"")),
                changed("the purpose of the proof was changed", badge.replace("assertionMethod", "authentication")),
                changed("the proof was removed", badge.replaceFirst("(?s),\\s*\"proof\": \\[.*?\\]", "")),
                changed(
                        "the proof was changed",
                        badge.replaceFirst("\"proofValue\": \"z.", "\"proofValue\": \"z" + otherFirst(badge))));
    }

    /** What leaves every statement as it was. */
    static List<Alteration> harmless(String badge) {
        return List.of(
                same(
                        "the proof stands as an object, not in a list",
                        badge.replaceFirst("(?s)\"proof\": \\[\\s*(\\{.*?\\})\\s*\\]", "\"proof\": $1")),
                same("line ends became spaces", badge.replace("\n", " ")),
                same("an accented letter was written as \\u00e9", badge.replace("é", "\\u00e9")),
                same(
                        "the order of the types was changed",
                        badge.replaceFirst(
                                "(?s)\"VerifiableCredential\",(\\s*)\"OpenBadgeCredential\"",
                                "\"OpenBadgeCredential\",$1\"VerifiableCredential\"")),
                same(
                        "a type stands as a text, not in a list",
                        badge.replaceFirst("(?s)\"type\": \\[\\s*\"Achievement\"\\s*\\]", "\"type\": \"Achievement\"")),
                same(
                        "its type was given its other name, AchievementCredential",
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
