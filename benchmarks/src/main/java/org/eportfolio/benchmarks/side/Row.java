package org.eportfolio.benchmarks.side;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A measured row of the table.
 *
 * @param unit of the three figures
 * @param jdbc hand-written JDBC, or the plain thing that the library is measured beside; NaN if nothing is
 * @param plain what stands in the column of JDBC
 * @param hibernate NaN if it was not measured
 * @param must all of these, or the row is missed
 * @param aim what would be better still
 * @param note what else a reader needs to judge the figures
 */
public record Row(
        String work,
        String unit,
        double library,
        double jdbc,
        String plain,
        double hibernate,
        List<Bound> must,
        List<Bound> aim,
        String note) {
    public static final String LIBRARY = "library";
    public static final String JDBC = "jdbc";
    public static final String HIBERNATE = "hibernate";

    public Row {
        must = List.copyOf(must);
        aim = List.copyOf(aim);
    }

    public static Row of(String work, String unit, double library, double jdbc, double hibernate) {
        return new Row(work, unit, library, jdbc, "JDBC", hibernate, List.of(), List.of(), "");
    }

    /** A figure of the library's alone. */
    public static Row of(String work, String unit, double library) {
        return of(work, unit, library, Double.NaN, Double.NaN);
    }

    /** @param nanos by variant */
    public static Row time(String work, Map<String, Double> nanos) {
        return of(work, "µs", micros(nanos, LIBRARY), micros(nanos, JDBC), micros(nanos, HIBERNATE));
    }

    /** @param nanos by variant, of which one is the library and one is plain */
    public static Row millis(String work, Map<String, Double> nanos, String library, String plain) {
        return of(work, "ms", micros(nanos, library) / 1_000, micros(nanos, plain) / 1_000, Double.NaN);
    }

    private static double micros(Map<String, Double> nanos, String variant) {
        return nanos.getOrDefault(variant, Double.NaN) / 1_000;
    }

    public Row beside(String other) {
        return new Row(work, unit, library, jdbc, other, hibernate, must, aim, note);
    }

    public Row must(Bound... bounds) {
        return new Row(work, unit, library, jdbc, plain, hibernate, List.of(bounds), aim, note);
    }

    public Row aim(Bound... bounds) {
        return new Row(work, unit, library, jdbc, plain, hibernate, must, List.of(bounds), note);
    }

    public Row note(String text) {
        return new Row(work, unit, library, jdbc, plain, hibernate, must, aim, text);
    }

    public double ofJdbc() {
        return library / jdbc;
    }

    public double ofHibernate() {
        return library / hibernate;
    }

    /** Nothing is asked of some rows. */
    public String verdict() {
        if (must.isEmpty() && aim.isEmpty()) return "";
        if (!must.stream().allMatch(bound -> bound.holds(this))) return "**missed**";
        return !aim.isEmpty() && aim.stream().allMatch(bound -> bound.holds(this)) ? "aim" : "must";
    }

    public String markdown() {
        return "| "
                + String.join(
                        " | ",
                        work,
                        unit,
                        number(library),
                        number(jdbc),
                        number(hibernate),
                        number(ofJdbc()),
                        number(ofHibernate()),
                        words(must),
                        words(aim),
                        verdict(),
                        note)
                + " |";
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("work", work);
        json.put("unit", unit);
        put(json, LIBRARY, library);
        put(json, JDBC, jdbc);
        if (Double.isFinite(jdbc)) json.put("beside", plain);
        put(json, HIBERNATE, hibernate);
        put(json, "ratio", ofJdbc());
        put(json, "ratioToHibernate", ofHibernate());
        json.put("must", words(must));
        json.put("aim", words(aim));
        json.put("met", verdict().replace("*", ""));
        json.put("note", note);
        return json;
    }

    private static void put(Map<String, Object> json, String name, double value) {
        if (Double.isFinite(value)) json.put(name, Math.round(value * 1_000) / 1_000.0);
    }

    public static String number(double value) {
        if (!Double.isFinite(value)) return "";
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    private String words(List<Bound> bounds) {
        return bounds.stream().map(bound -> bound.words(plain)).collect(Collectors.joining(", "));
    }
}
