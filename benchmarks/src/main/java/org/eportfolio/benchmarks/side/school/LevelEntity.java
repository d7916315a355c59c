package org.eportfolio.benchmarks.side.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.eportfolio.assessment.Outcome;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "current_level")
@SuppressWarnings("NullAway.Init")
class LevelEntity {
    @Embeddable
    record Key(UUID dossier, String competency) {}

    @EmbeddedId
    Key key;

    @Column(nullable = false)
    Outcome outcome;

    @Nullable
    String level;

    @Column(nullable = false)
    LocalDate observedOn;

    LevelEntity() {}

    LevelEntity(UUID dossier, Facts.Judgement judgement) {
        this.key = new Key(dossier, judgement.competency());
        take(judgement);
    }

    final void take(Facts.Judgement judgement) {
        this.outcome = Outcome.LEVEL;
        this.level = judgement.level();
        this.observedOn = judgement.observedOn();
    }
}
