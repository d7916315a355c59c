package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command that reads, and the person who runs it in the file of the demonstration's year. */
record DemoAnswers(String as, String command) {
    /** All that is read without changing anything. */
    static List<DemoAnswers> all() {
        return Stream.of(
                        "proviseure: framework list",
                        "proviseure: framework show mc-sno",
                        "proviseure: framework show crcn",
                        "proviseure: framework crosswalk mc-sno crcn",
                        "proviseure: scale list",
                        "proviseure: scale show four-steps",
                        "m.durand: class entries --cohort CLASS",
                        "proviseure: class embargoes --cohort CLASS",
                        "m.durand: class screen --cohort CLASS",
                        "m.durand: class productions --cohort CLASS --showing C3.1",
                        "m.durand: class reflections --cohort CLASS --waiting",
                        "m.durand: class counts --cohort CLASS --since 2026-10-01",
                        "m.durand: class counts --cohort CLASS --reflections",
                        "m.durand: class divergences --cohort CLASS",
                        "m.durand: queue CLASS --list owed",
                        "emma: class staff --cohort CLASS",
                        "emma: class mates",
                        "emma: me show",
                        "proviseure: me show",
                        "m.durand: me may --learner emma",
                        "emma: me may --cohort CLASS",
                        "proviseure: me may",
                        "emma: me open person.emma",
                        "m.durand: search paiement --cohort CLASS",
                        "emma: search C3.1",
                        "m.durand: matrix CLASS",
                        "m.durand: matrix CLASS --adoption mc-sno",
                        "m.durand: progress emma",
                        "m.durand: dossier show emma",
                        "emma: home emma",
                        "emma: notices list",
                        "m.durand: notices list --limit 5",
                        "emma: notices due",
                        "emma: notices prefer",
                        "m.durand: queue CLASS",
                        "proviseure: year begin CS_SNO_2027 --copy-from CLASS --dry-run",
                        "proviseure: year end CLASS --until 2027-12-17 --others leave --dry-run",
                        "emma: levels show emma",
                        "m.durand: levels list",
                        "proviseure: access who emma",
                        "emma: access openings emma",
                        "emma: access readers emma",
                        "proviseure: access why m.durand position --learner emma",
                        "proviseure: access why malo read-cohort --cohort CLASS",
                        "proviseure: journal verify",
                        "proviseure: journal tail",
                        "proviseure: journal anchor",
                        "proviseure: check",
                        "proviseure: cohort list",
                        "proviseure: cohort show CLASS",
                        "m.durand: people find emma",
                        "m.durand: people names emma malo",
                        "proviseure: people names emma --ids",
                        "proviseure: people rename emma emma.nouvelle --preview",
                        "proviseure: people merge emma malo --preview",
                        "proviseure: people changes",
                        "proviseure: grant list m.durand",
                        "proviseure: scenario list",
                        "m.durand: scenario show vosreves",
                        "m.durand: scenario coverage vosreves",
                        "proviseure: plan show CLASS",
                        "proviseure: plan coverage CLASS",
                        "emma: mission list emma",
                        "m.durand: mission board CLASS",
                        "emma: report show emma",
                        "emma: production show emma",
                        "lina: assess drafts lina",
                        "emma: reflect template",
                        "emma: reflect template kolb",
                        "emma: reflect show emma",
                        "emma: oral show emma",
                        "emma: feedback show emma --production Carte",
                        "m.durand: feedback notes emma --production Carte",
                        "c.reference: authorise list lina",
                        "emma: group invitations",
                        "ines: group show ines",
                        "sacha: project show sacha",
                        "emma: watch show emma",
                        "emma: goal list emma",
                        "m.durand: goal class CLASS",
                        "yanis: interview list yanis",
                        "c.reference: interview notes yanis",
                        "c.reference: pathway show tom",
                        "c.reference: pathway suggest tom",
                        "c.reference: pathway reasons",
                        "emma: nudge list emma",
                        "m.durand: campaign list CLASS",
                        "emma: review show emma",
                        "emma: review assigned",
                        "emma: showcase show emma",
                        "emma: share list emma",
                        "proviseure: badge list",
                        "m.durand: badge show emma",
                        "c.reference: tutor show malo",
                        "c.reference: tutor shown malo Mairie",
                        "malo: tutor earlier malo Mairie",
                        "malo: workplace days malo Mairie",
                        "malo: workplace ledger malo Mairie",
                        "malo: workplace count malo",
                        "c.reference: workplace class --cohort CLASS",
                        "malo: workplace convention malo Mairie",
                        "malo: workplace contacts malo Mairie",
                        "emma: exam show emma",
                        "emma: seal show emma",
                        "proviseure: privacy register",
                        "proviseure: privacy notices --for learner",
                        "proviseure: privacy impact",
                        "proviseure: breach list",
                        "proviseure: breach sheet --persons emma,malo --since 2027-05-01",
                        "m.durand: privacy rectified emma",
                        "proviseure: privacy plan malo",
                        "proviseure: privacy plan-all malo emma",
                        "proviseure: privacy collect",
                        "proviseure: privacy clear-adaptations --dry-run",
                        "proviseure: privacy due --on 2040-01-01")
                .map(each -> new DemoAnswers(each.split(": ")[0], each.split(": ")[1]))
                .toList();
    }

    /** The command's name, such as {@code goal list}. */
    String name() {
        String[] words = command.split(" ");
        return CommandDocuments.all().containsKey(words[0]) ? words[0] : words[0] + " " + words[1];
    }

    String[] words() {
        return Stream.concat(Stream.of("--as", as), Stream.of(command.split(" ")))
                .map(each -> each.equals("CLASS") ? "CS SNO 2026" : each.replace('_', ' '))
                .toArray(String[]::new);
    }

    /** The document with which the command answers. */
    String json(Path file) {
        Ran ran = Ran.console(
                file, Stream.concat(Stream.of(words()), Stream.of("--json")).toArray(String[]::new));
        assertThat(ran.err()).as(command).isEmpty();
        assertThat(ran.code()).as(command).isZero();
        return ran.out();
    }
}
