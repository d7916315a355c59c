package org.eportfolio.benchmarks.side.school;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.guidance.Goal;

@Entity
@Table(name = "goal", indexes = @Index(name = "goal_dossier", columnList = "dossier"))
@SuppressWarnings("NullAway.Init")
class GoalEntity {
    @Embeddable
    record Step(@Column(nullable = false) String text, boolean done) {}

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dossier")
    DossierEntity dossier;

    @Column(nullable = false)
    String competency;

    @Column(nullable = false)
    String target;

    @Column(nullable = false)
    LocalDate dueOn;

    @Column(nullable = false)
    Goal.Status status;

    @Column(nullable = false)
    Instant setAt;

    int revision;

    @ElementCollection
    @CollectionTable(
            name = "step",
            joinColumns = @JoinColumn(name = "goal"),
            indexes = @Index(name = "step_goal", columnList = "goal, n"))
    @OrderColumn(name = "n")
    List<Step> steps = new ArrayList<>();

    GoalEntity() {}

    GoalEntity(UUID id, DossierEntity dossier, Facts.Aim aim) {
        this.id = id;
        this.dossier = dossier;
        this.competency = aim.competency();
        this.target = aim.level();
        this.dueOn = aim.dueOn();
        this.status = Goal.Status.OPEN;
        this.setAt = Facts.END;
        this.revision = 1;
        for (String each : aim.steps()) steps.add(new Step(each, false));
    }
}
