package org.eportfolio.benchmarks.side.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "assessment", indexes = @Index(name = "assessment_dossier", columnList = "dossier"))
@SuppressWarnings("NullAway.Init")
class AssessmentEntity {
    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dossier")
    DossierEntity dossier;

    @Column(nullable = false)
    String competency;

    @Column(nullable = false)
    Perspective perspective;

    @Column(nullable = false)
    Outcome outcome;

    @Nullable
    String level;

    @Column(nullable = false)
    String author;

    @Column(nullable = false)
    Role role;

    @Column(nullable = false)
    LocalDate observedOn;

    @Column(nullable = false)
    Instant recordedAt;

    @Nullable
    String because;

    @Nullable
    String strengths;

    @Nullable
    String gaps;

    @Nullable
    UUID supersedes;

    @Nullable
    UUID entry;

    boolean imported;

    AssessmentEntity() {}

    AssessmentEntity(UUID id, DossierEntity dossier, Facts.Judgement judgement) {
        this.id = id;
        this.dossier = dossier;
        this.competency = judgement.competency();
        this.perspective = judgement.perspective();
        this.outcome = Outcome.LEVEL;
        this.level = judgement.level();
        this.author = judgement.author();
        this.role = judgement.role();
        this.observedOn = judgement.observedOn();
        this.recordedAt = judgement.recordedAt();
        this.because = judgement.because();
    }
}
