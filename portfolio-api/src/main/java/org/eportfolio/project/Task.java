package org.eportfolio.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done in a project. It may go back: what was done can turn out not to be.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param number from 1, for ever
 * @param dueOn the last day; {@code null} if none is set
 * @param doneAt when it was said to be done; {@code null} unless it is
 */
public record Task(
        int number,
        String label,
        TaskStatus status,
        @Nullable LocalDate dueOn,
        @Nullable Instant doneAt) {
    public Task {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(status, "status");
        if ((status == TaskStatus.DONE) != (doneAt != null)) {
            throw new IllegalArgumentException("a task was done at some time exactly when it is done");
        }
    }

    /** The task once it has moved on, or back. */
    public Task withStatus(TaskStatus to, Instant at) {
        if (to == status) throw ConflictException.state("task.already", label, status);
        return new Task(number, label, to, dueOn, to == TaskStatus.DONE ? at : null);
    }

    /** The task with another last day, or with none; one that is done keeps the day it was measured against. */
    public Task withLastDay(@Nullable LocalDate day) {
        if (status == TaskStatus.DONE) throw ConflictException.state("task.done", label);
        return new Task(number, label, status, day, null);
    }

    /** Whether its last day is over and it is not done. */
    public boolean isLate(LocalDate today) {
        return dueOn != null && status != TaskStatus.DONE && today.isAfter(dueOn);
    }
}
