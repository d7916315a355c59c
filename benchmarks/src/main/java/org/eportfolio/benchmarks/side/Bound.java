package org.eportfolio.benchmarks.side;

/** What a figure must come to, or should. */
public record Bound(Kind kind, double limit) {
    public enum Kind {
        OF_JDBC,
        OF_HIBERNATE,
        AT_MOST,
        AT_LEAST
    }

    /** At most so many times what hand-written JDBC, or the alternative in its column, takes. */
    public static Bound ofJdbc(double limit) {
        return new Bound(Kind.OF_JDBC, limit);
    }

    public static Bound ofHibernate(double limit) {
        return new Bound(Kind.OF_HIBERNATE, limit);
    }

    public static Bound atMost(double limit) {
        return new Bound(Kind.AT_MOST, limit);
    }

    public static Bound atLeast(double limit) {
        return new Bound(Kind.AT_LEAST, limit);
    }

    public boolean holds(Row row) {
        return switch (kind) {
            case OF_JDBC -> row.ofJdbc() <= limit;
            case OF_HIBERNATE -> row.ofHibernate() <= limit;
            case AT_MOST -> row.library() <= limit;
            case AT_LEAST -> row.library() >= limit;
        };
    }

    /** @param plain what stands in the column of JDBC */
    public String words(String plain) {
        String number = Row.number(limit);
        return switch (kind) {
            case OF_JDBC -> "≤ " + number + " × " + plain;
            case OF_HIBERNATE -> "≤ " + number + " × Hibernate";
            case AT_MOST -> "≤ " + number;
            case AT_LEAST -> "≥ " + number;
        };
    }
}
