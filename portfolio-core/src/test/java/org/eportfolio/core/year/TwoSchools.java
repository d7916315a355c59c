package org.eportfolio.core.year;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eportfolio.PluginException;
import org.eportfolio.PortfolioException;
import org.eportfolio.StorageException;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/** A year of two schools as the dice fall: who does what, which is right or wrong, and what must hold now and then. */
final class TwoSchools implements AutoCloseable {
    private static final int REMEMBERED = 25;
    private static final Duration YEAR = Duration.ofDays(300);

    private final Random dice;
    private final Random checking;
    private final Stores stores;
    private final List<Acts.Named> learners = new ArrayList<>();
    private final List<Acts.Named> teachers = new TeachersWork().all();
    private final List<Acts.Named> office = new Office().all();
    private final MutableClock clock = new MutableClock(VosReves.BEGINNING, VosReves.PARIS);
    private final Marks marks = new Marks();
    private final List<SchoolYear> schools = new ArrayList<>();
    private final Transfers transfers = new Transfers();
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, int[]> outcomes = new TreeMap<>();
    private final String name;

    TwoSchools(Stores stores, Path folder, long seed) throws IOException {
        this.stores = stores;
        dice = new Random(seed);
        checking = new Random(seed);
        name = "seed " + seed + " over " + stores;
        learners.addAll(new LearnersWork().all());
        learners.addAll(new Showing().all());
        for (int each = 0; each < 2; each++) {
            schools.add(new SchoolYear(each == 0 ? "A" : "B", stores, folder, clock, marks, SchoolYear.scaleOf(each)));
            for (int pupil = 0; pupil < 6; pupil++) {
                Office.comes(schools.get(each), marks.person(), pupil % 2 == 0 ? "Une" : "Deux");
            }
        }
    }

    /**
     * Plays that many calls; what breaks is thrown with the seed and the last calls.
     *
     * @param events about how many of them erase a person, or take dossiers from one school to the other
     * @param checks how often it is looked at whether everything holds
     */
    void play(int calls, int events, int checks) throws IOException {
        int every = Math.max(1, calls / checks);
        try {
            for (int call = 1; call <= calls; call++) {
                SchoolYear school = schools.get(dice.nextInt(2));
                happens(call, school, Math.max(2, calls / events));
                clock.advance(YEAR.dividedBy(calls).multipliedBy(dice.nextInt(3)));
                if (call % every == 0) check("call " + call, call / every);
            }
            check("at the end", 0);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(name + ", last calls:\n" + String.join("\n", last), e);
        }
    }

    private void happens(int call, SchoolYear school, int oneIn) throws IOException {
        if (dice.nextInt(oneIn) > 0) {
            act(call, school, dice.nextInt(20));
            return;
        }
        switch (dice.nextInt(8)) {
            case 0, 1 -> done(call, "erase", () -> erase(school));
            case 2, 3, 4 -> done(call, "transfer", () -> transfers.transfer(school, other(school), dice));
            case 5, 6 -> done(call, "archive comes back", () -> transfers.comesBack(dice));
            default ->
                done(call, "archive kept", () -> {
                    transfers.keepOne(school, dice);
                    return school.name;
                });
        }
    }

    /** Somebody does something; where there is nothing yet to do it with, something else. */
    private void act(int call, SchoolYear school, int what) throws IOException {
        List<Acts.Named> of = what < 13 ? learners : what < 19 ? teachers : office;
        if (school.pupils.isEmpty()) Office.comes(school, marks.person(), "Une");
        List<PersonId> pupils = new ArrayList<>(school.pupils.keySet());
        PersonId pupil = pupils.get(Math.min(dice.nextInt(pupils.size()), dice.nextInt(pupils.size())));
        PersonId actor = of == office ? school.headOfSchool : of == teachers ? one(school.teachers) : pupil;
        if (dice.nextInt(25) == 0) actor = one(pupils);
        DossierId dossier = school.pupils.get(pupil);
        Turn turn = new Turn(school, actor, pupil, dossier, dice);
        boolean done = false;
        for (int tries = 0; tries < 8 && !done; tries++) {
            Acts.Named act = of.get(dice.nextInt(of.size()));
            done = done(call, act.name(), () -> {
                school.made.keep(dossier, act.act().by(turn));
                return school.name + " " + turn.actor() + " about " + turn.pupil();
            });
        }
    }

    private PersonId one(List<PersonId> people) {
        return people.get(dice.nextInt(people.size()));
    }

    private SchoolYear other(SchoolYear school) {
        return schools.get(school == schools.get(0) ? 1 : 0);
    }

    private String erase(SchoolYear school) {
        List<PersonId> people = new ArrayList<>(school.pupils.keySet());
        if (school.teachers.size() > 2) people.addAll(school.teachers);
        if (people.isEmpty()) return "nobody";
        PersonId person = people.get(dice.nextInt(people.size()));
        Erasing.erase(name, school, other(school), person, dice);
        return school.name + " " + person;
    }

    private interface Call {
        String run() throws IOException;
    }

    /** Whether there was something to do it with. */
    private boolean done(int number, String what, Call call) throws IOException {
        if (last.size() == REMEMBERED) last.removeFirst();
        last.addLast(number + " " + what + " …");
        int[] outcome = outcomes.computeIfAbsent(what, first -> new int[3]);
        String how;
        try {
            how = call.run();
            outcome[0]++;
        } catch (Made.NothingYetException nothing) {
            outcome[1]++;
            last.removeLast();
            return false;
        } catch (StorageException | PluginException broken) {
            throw broken;
        } catch (PortfolioException refused) {
            how = "refused: " + refused.getMessage();
            outcome[2]++;
        }
        last.removeLast();
        last.addLast(number + " " + what + ": " + how);
        return true;
    }

    private void check(String what, int number) throws IOException {
        for (SchoolYear each : schools) {
            Soundness.holds(name + ", " + what, each);
            Soundness.manyShowWhatOneShows(name + ", " + what, each, checking);
            Soundness.onePersonTravels(name + ", " + what, each, checking);
            if (number % 3 == 0) {
                Soundness.everythingTravels(name + ", " + what, each, number % 2 == 0 ? stores : Stores.IN_MEMORY);
            }
        }
    }

    /** How often each act was done, had nothing to go on, was refused. */
    Map<String, int[]> outcomes() {
        return outcomes;
    }

    @Override
    public void close() {
        schools.forEach(SchoolYear::close);
    }
}
