package org.eportfolio.core.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eportfolio.core.Desk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/** One act of a year: who does it, about whose dossier, and the dice by which its arguments fall. */
record Turn(SchoolYear school, PersonId actor, PersonId pupil, DossierId dossier, Random dice) {
    private static final List<String> CODES = List.of("C3.1", "C1.1", "C2.1", "C1.2", "C1.1/1");

    Desk desk() {
        return school.as(actor);
    }

    /** Words of the actor about the pupil. */
    String words() {
        return "Mot " + school.marks.of(actor, pupil) + ".";
    }

    /** The same, for words that are taken for another person's. */
    Turn wordsOf(PersonId person) {
        return new Turn(school, person, person, dossier, dice);
    }

    String line() {
        return "Titre " + school.marks.of(actor, pupil);
    }

    String code() {
        return one(CODES);
    }

    String level() {
        return one(SchoolYear.scaleOf(school.name.equals("A") ? 0 : 1).levels())
                .id()
                .value();
    }

    LocalDate soon() {
        return school.today().plusDays(dice.nextInt(40));
    }

    CohortId cohort() {
        return one(new ArrayList<>(school.cohorts.values()));
    }

    PersonId anyPupil() {
        return one(new ArrayList<>(school.pupils.keySet()));
    }

    <T> T one(List<T> of) {
        if (of.isEmpty()) throw new Made.NothingYetException();
        return of.get(dice.nextInt(of.size()));
    }

    /** Something in this dossier. */
    <T> T any(Class<T> kind) {
        return school.made.any(dossier, kind, dice);
    }

    /** A production that is in this dossier, not in that of another who made it too. */
    Production own() {
        Production picked = any(Production.class);
        if (!picked.dossier().equals(dossier)) throw new Made.NothingYetException();
        return picked;
    }

    /** Something of the school. */
    <T> T ofSchool(Class<T> kind) {
        return school.made.any(Made.SCHOOL, kind, dice);
    }

    NewProduction production() {
        NewProduction made = NewProduction.titled(line()).writing(words()).showing(code());
        return dice.nextInt(3) == 0 ? made.attaching(file()) : made;
    }

    NewAttachment file() {
        return VosReves.file(
                school.marks.of(actor, pupil) + ".txt", "Contenu " + school.marks.of(actor, pupil) + " à garder");
    }

    NewAttachment spoken() {
        return VosReves.spoken(words());
    }

    Citation cited() {
        Production production = any(Production.class);
        return new Citation(
                production.dossier(), production.id(), production.current().number());
    }

    boolean oneIn(int sides) {
        return dice.nextInt(sides) == 0;
    }
}
