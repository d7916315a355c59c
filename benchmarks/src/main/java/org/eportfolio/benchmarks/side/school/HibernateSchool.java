package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.PersonId;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * What a host with Hibernate would write, with care: read-only sessions for reading, collections fetched with their
 * owners, a projection for the matrix. What is read stays entities; the others make the domain's records of it. SQLite
 * has one writer, and one locked connection is the quickest for it. Neither Hibernate's own pool nor the driver keeps
 * statements. Rights are not looked at, and nothing is checked.
 */
public final class HibernateSchool implements School {
    private final SessionFactory factory;
    private final SplittableRandom random = new SplittableRandom(42);
    private final List<UUID> dossiers = new ArrayList<>();
    private final List<UUID> firstProductions = new ArrayList<>();
    private final UUID adoption = id();
    private long position;

    public HibernateSchool(Path file) {
        factory = HibernateFile.open(file);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    @Override
    public synchronized void fill(int learners, int productions, int assessments, int goals) {
        for (int from = 0; from < learners; from += CLASS) {
            int first = from;
            factory.inTransaction(session -> {
                for (int i = first; i < Math.min(learners, first + CLASS); i++)
                    fill(i, productions, assessments, goals, session);
            });
        }
    }

    private void fill(int learner, int productions, int assessments, int goals, Session session) {
        DossierEntity dossier = new DossierEntity(id(), Facts.learner(learner), adoption);
        dossiers.add(dossier.id);
        session.persist(dossier);
        session.persist(new MemberEntity(learner, learner / CLASS, dossier));
        for (Facts.Work each : Facts.productions(learner, productions)) {
            ProductionEntity production = new ProductionEntity(id(), dossier, each);
            if (firstProductions.size() < dossiers.size()) firstProductions.add(production.id);
            session.persist(production);
        }
        for (Facts.Judgement each : Facts.judgements(learner, assessments)) judge(dossier, each, session);
        for (Facts.Aim each : Facts.goals(learner, goals)) session.persist(new GoalEntity(id(), dossier, each));
        session.persist(new EntryEntity(dossier, ++position, "{\"act\":\"history.loaded\"}"));
    }

    private void judge(DossierEntity dossier, Facts.Judgement judgement, Session session) {
        session.persist(new AssessmentEntity(id(), dossier, judgement));
        if (judgement.perspective() != Perspective.TEACHER) return;
        LevelEntity level = session.find(LevelEntity.class, new LevelEntity.Key(dossier.id, judgement.competency()));
        if (level == null) session.persist(new LevelEntity(dossier.id, judgement));
        else level.take(judgement);
    }

    private Session reading() {
        Session session = factory.openSession();
        session.setDefaultReadOnly(true);
        return session;
    }

    @Override
    public synchronized int readDossier(int learner) {
        try (Session session = reading()) {
            session.beginTransaction();
            UUID id = dossiers.get(learner);
            Objects.requireNonNull(session.find(DossierEntity.class, id));
            int all = read(
                            "select p from ProductionEntity p left join fetch p.pieces where p.dossier.id = :id"
                                    + " order by p.id",
                            ProductionEntity.class,
                            id,
                            session)
                    + read(
                            "select a from AssessmentEntity a where a.dossier.id = :id order by a.id",
                            AssessmentEntity.class,
                            id,
                            session)
                    + read(
                            "select g from GoalEntity g left join fetch g.steps where g.dossier.id = :id order by g.id",
                            GoalEntity.class,
                            id,
                            session);
            session.getTransaction().commit();
            return all;
        }
    }

    private static <T> int read(String query, Class<T> type, UUID dossier, Session session) {
        return session.createQuery(query, type)
                .setParameter("id", dossier)
                .getResultList()
                .size();
    }

    @Override
    public synchronized Object readProduction(int learner) {
        try (Session session = reading()) {
            session.beginTransaction();
            Object found = Objects.requireNonNull(session.find(ProductionEntity.class, firstProductions.get(learner)));
            session.getTransaction().commit();
            return found;
        }
    }

    /** A line of the projection; without a competency when there is no level yet. */
    record Line(String learner, String competency, Outcome outcome, String level, LocalDate observedOn) {}

    @Override
    public synchronized int matrix(int cohort) {
        try (Session session = reading()) {
            session.beginTransaction();
            List<Line> all = session.createQuery(
                            "select m.dossier.learner, c.key.competency, c.outcome, c.level, c.observedOn"
                                    + " from MemberEntity m left join LevelEntity c on c.key.dossier = m.dossier.id"
                                    + " where m.cohort = :cohort",
                            Line.class)
                    .setParameter("cohort", (long) cohort)
                    .getResultList();
            session.getTransaction().commit();
            Map<PersonId, Map<Code, JdbcReading.Cell>> lines = new HashMap<>();
            for (Line each : all) {
                Map<Code, JdbcReading.Cell> line =
                        lines.computeIfAbsent(PersonId.of(each.learner()), learner -> new HashMap<>());
                if (each.competency() == null) continue;
                line.put(
                        Code.of(each.competency()),
                        new JdbcReading.Cell(each.outcome(), LevelId.of(each.level()), each.observedOn()));
            }
            return lines.size();
        }
    }

    @Override
    public synchronized void position(int learner, int number) {
        factory.inTransaction(session -> positioned(learner, number, session));
    }

    @Override
    public synchronized void positionClass(int cohort, int number) {
        factory.inTransaction(session -> {
            session.createQuery("select d from DossierEntity d where d.id in :ids", DossierEntity.class)
                    .setParameter("ids", dossiers.subList(cohort * CLASS, (cohort + 1) * CLASS))
                    .getResultList();
            for (int n = 0; n < CLASS; n++) positioned(cohort * CLASS + n, number, session);
        });
    }

    private void positioned(int learner, int number, Session session) {
        DossierEntity dossier = Objects.requireNonNull(session.find(DossierEntity.class, dossiers.get(learner)));
        Facts.Judgement judgement = Facts.positioning(number);
        judge(dossier, judgement, session);
        session.persist(new EntryEntity(dossier, ++position, JdbcSchool.entry(judgement, id(), id(), id())));
    }

    @Override
    public synchronized void close() {
        factory.close();
    }
}
