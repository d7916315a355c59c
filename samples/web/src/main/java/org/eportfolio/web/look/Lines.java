package org.eportfolio.web.look;

import java.util.List;

/** The beginning of a list, and how many more there are. */
public record Lines(List<Line> items, int more) {}
