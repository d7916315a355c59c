package org.eportfolio.benchmarks.side.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "dossier")
@SuppressWarnings("NullAway.Init")
class DossierEntity {
    @Id
    UUID id;

    @Column(nullable = false)
    String learner;

    @Column(nullable = false)
    UUID adoption;

    long length;

    /** Of the journal's last entry. */
    @Column(nullable = false)
    byte[] hash;

    DossierEntity() {}

    DossierEntity(UUID id, String learner, UUID adoption) {
        this.id = id;
        this.learner = learner;
        this.adoption = adoption;
        this.hash = new byte[32];
    }
}
