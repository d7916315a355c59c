package org.eportfolio.project;

/** How far a task is. */
public enum TaskStatus {
    TODO,
    DOING,
    DONE
}
