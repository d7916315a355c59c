package org.eportfolio.spring;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which school a request is about: by its host name, a path, the session. A host of many schools has a bean of its own;
 * without one it is always that of {@code portfolio.school}. Called from any thread.
 */
@FunctionalInterface
public interface SchoolResolver {
    /** The id of the school, which may be as it came from outside: one that is not there is answered as not found. */
    String school(HttpServletRequest request);
}
