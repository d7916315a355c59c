package org.eportfolio.school;

import java.time.LocalDate;
import java.time.Month;
import org.eportfolio.InvalidInputException;

/**
 * A school year, named by the calendar year in which it begins: 2026 is 2026-2027. Classes of two years may have one name.
 *
 * @param begins from 1900 to 9998
 */
public record SchoolYear(int begins) implements Comparable<SchoolYear> {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 9998;
    private static final Month FIRST_MONTH = Month.AUGUST;

    public SchoolYear {
        InvalidInputException.unless(begins >= EARLIEST && begins <= LATEST, "schoolYear", "school-year", begins);
    }

    /** The school year that begins in this calendar year. */
    public static SchoolYear beginningIn(int year) {
        return new SchoolYear(year);
    }

    /** The school year that a day belongs to: from 1 August on it is the coming one. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= FIRST_MONTH.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** Reads {@code 2026}, {@code 2026-2027} or {@code 2026/2027}; the second year follows the first. */
    public static SchoolYear of(String text) {
        String year = text.strip();
        boolean two = year.length() == 9 && (year.charAt(4) == '-' || year.charAt(4) == '/');
        InvalidInputException.unless(two || year.length() == 4, "schoolYear", "school-year", text);
        int begins = number(year.substring(0, 4), text);
        boolean follows = !two || number(year.substring(5), text) == begins + 1;
        InvalidInputException.unless(follows, "schoolYear", "school-year", text);
        return new SchoolYear(begins);
    }

    private static int number(String digits, String text) {
        boolean plain = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        InvalidInputException.unless(plain, "schoolYear", "school-year", text);
        return Integer.parseInt(digits);
    }

    /** Its first day: 1 August. */
    public LocalDate firstDay() {
        return LocalDate.of(begins, FIRST_MONTH, 1);
    }

    /** Its last day: 31 July. */
    public LocalDate lastDay() {
        return LocalDate.of(begins + 1, FIRST_MONTH, 1).minusDays(1);
    }

    /** Whether it is over on this day. */
    public boolean isOverOn(LocalDate day) {
        return compareTo(of(day)) < 0;
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(begins, other.begins);
    }

    /** Such as {@code 2026-2027}. */
    @Override
    public String toString() {
        return begins + "-" + (begins + 1);
    }
}
