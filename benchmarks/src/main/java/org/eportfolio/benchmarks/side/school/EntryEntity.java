package org.eportfolio.benchmarks.side.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** An entry of the journal, chained to the one before it. */
@Entity
@Table(name = "entry")
@SuppressWarnings("NullAway.Init")
class EntryEntity {
    @Embeddable
    record Key(UUID dossier, long number) {}

    @EmbeddedId
    Key key;

    @Column(nullable = false, unique = true)
    long position;

    @Column(nullable = false)
    byte[] hash;

    @Column(nullable = false)
    String body;

    EntryEntity() {}

    /** Goes on from the dossier's last entry, and becomes it. */
    EntryEntity(DossierEntity dossier, long position, String body) {
        dossier.length++;
        dossier.hash = JdbcRows.chained(dossier.hash, body);
        this.key = new Key(dossier.id, dossier.length);
        this.position = position;
        this.hash = dossier.hash;
        this.body = body;
    }
}
