package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.UUID;
import org.eportfolio.assessment.Perspective;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * The same as {@link NaiveLoad} by Hibernate's stateless session, in batches of a thousand and with the pragmas of the
 * other Hibernate school. On SQLite it has no upsert in one statement, and makes two of each.
 */
public final class StatelessLoad implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int COMMIT = 100_000;

    private final SessionFactory factory;
    private final SplittableRandom random = new SplittableRandom(42);

    public StatelessLoad(Path file) {
        factory = HibernateFile.open(file);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public void load(int learners, int assessments) {
        try (StatelessSession session = factory.openStatelessSession()) {
            session.setJdbcBatchSize(BATCH);
            session.beginTransaction();
            UUID adoption = id();
            DossierEntity[] dossiers = new DossierEntity[learners];
            StringBuilder[] objects = new StringBuilder[learners];
            for (int i = 0; i < learners; i++) {
                dossiers[i] = new DossierEntity(id(), Facts.learner(i), adoption);
                objects[i] = new StringBuilder("{\"act\":\"dossier.loaded\",\"objects\":[");
                session.insert(dossiers[i]);
            }
            int uncommitted = 0;
            for (int i = 0; i < assessments; i++) {
                for (int learner = 0; learner < learners; learner++) {
                    UUID id = id();
                    Facts.Judgement judgement = Facts.judgement(learner, i, assessments);
                    session.insert(new AssessmentEntity(id, dossiers[learner], judgement));
                    if (judgement.perspective() == Perspective.TEACHER)
                        session.upsert(new LevelEntity(dossiers[learner].id, judgement));
                    NaiveLoad.name(id, judgement, objects[learner]);
                    if (++uncommitted == COMMIT) {
                        session.getTransaction().commit();
                        session.beginTransaction();
                        uncommitted = 0;
                    }
                }
            }
            for (int i = 0; i < learners; i++) {
                session.insert(new EntryEntity(
                        dossiers[i], i + 1L, objects[i].append("]}").toString()));
                session.update(dossiers[i]);
            }
            session.getTransaction().commit();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
