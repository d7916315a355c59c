package example.host;

import org.eportfolio.guidance.NewGoal;

/** A type of a host, with one of the library in it. */
public record HostsOwn(NewGoal goal) {}
