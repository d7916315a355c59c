package org.eportfolio.benchmarks.side.school;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "member", indexes = @Index(name = "member_cohort", columnList = "cohort, dossier"))
@SuppressWarnings("NullAway.Init")
class MemberEntity {
    @Id
    long id;

    long cohort;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dossier")
    DossierEntity dossier;

    MemberEntity() {}

    MemberEntity(long id, long cohort, DossierEntity dossier) {
        this.id = id;
        this.cohort = cohort;
        this.dossier = dossier;
    }
}
