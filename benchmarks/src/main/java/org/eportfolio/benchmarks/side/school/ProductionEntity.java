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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "production", indexes = @Index(name = "production_dossier", columnList = "dossier"))
@SuppressWarnings("NullAway.Init")
class ProductionEntity {
    @Embeddable
    record Piece(int kind, @Column(nullable = false) String text) {}

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dossier")
    DossierEntity dossier;

    int number;

    @Column(nullable = false)
    String title;

    @Column(nullable = false)
    String description;

    @Column(nullable = false)
    String competencies;

    @Nullable
    String language;

    @Column(nullable = false)
    Instant at;

    byte @Nullable [] frozen;

    /**
     * Fetched with it by {@code find}, in the same statement; queries say so themselves. The index is there because the
     * primary key that is made begins with the place in the list.
     */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "piece",
            joinColumns = @JoinColumn(name = "production"),
            indexes = @Index(name = "piece_production", columnList = "production, n"))
    @OrderColumn(name = "n")
    List<Piece> pieces = new ArrayList<>();

    ProductionEntity() {}

    ProductionEntity(UUID id, DossierEntity dossier, Facts.Work work) {
        this.id = id;
        this.dossier = dossier;
        this.number = 1;
        this.title = work.title();
        this.description = "";
        this.competencies = work.competency();
        this.at = Facts.END;
        this.pieces.add(new Piece(2, work.text()));
    }
}
