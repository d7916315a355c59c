package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;

/** Opens a file for Hibernate: one connection, as durable as the others', and batches of a thousand. */
final class HibernateFile {
    private HibernateFile() {}

    static SessionFactory open(Path file) {
        return new Configuration()
                .addAnnotatedClass(DossierEntity.class)
                .addAnnotatedClass(MemberEntity.class)
                .addAnnotatedClass(ProductionEntity.class)
                .addAnnotatedClass(AssessmentEntity.class)
                .addAnnotatedClass(GoalEntity.class)
                .addAnnotatedClass(LevelEntity.class)
                .addAnnotatedClass(EntryEntity.class)
                .setProperty(
                        "hibernate.connection.url",
                        "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&secure_delete=on")
                .setProperty("hibernate.connection.driver_class", "org.sqlite.JDBC")
                .setProperty("hibernate.connection.pool_size", "1")
                .setProperty("hibernate.connection.provider_disables_autocommit", "true")
                .setProperty("hibernate.dialect", SQLiteDialect.class.getName())
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.jdbc.batch_size", "1000")
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("jakarta.persistence.validation.mode", "none")
                .buildSessionFactory();
    }
}
