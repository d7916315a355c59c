package org.eportfolio.mail;

import java.util.Locale;

/** What stands around the notices, whose words are the library's. English where it is not French. */
final class MailTexts {
    private MailTexts() {}

    static String news(Locale language, int notices) {
        if (isFrench(language)) return notices == 1 ? "Un avis pour vous" : notices + " avis pour vous";
        return notices == 1 ? "A notice for you" : notices + " notices for you";
    }

    static String week(Locale language, String from) {
        return isFrench(language) ? "Votre semaine du " + from : "Your week from " + from;
    }

    static String end(Locale language) {
        return isFrench(language)
                ? "Ce message ne contient aucun travail ni aucun niveau : ouvrez le lien pour lire.\r\nVos préférences : rubrique « avis »."
                : "This message holds no work and no level: open the link to read.\r\nYour preferences: under \"notices\".";
    }

    private static boolean isFrench(Locale language) {
        return language.getLanguage().equals("fr");
    }
}
