package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.sqlite.SqliteStore;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school's own people read group work, follow-ups, watch logs and successions with any SQLite tool. */
class ReadableWorkTogetherTest {
    @TempDir
    Path folder;

    @Test
    void group_work_follow_ups_watch_and_successions_can_be_read_in_columns() {
        Path file = folder.resolve("school.db");
        try (VosReves school = VosReves.over(SqliteStore.open(file))) {
            GroupId group = school.emma
                    .groups()
                    .start(
                            school.dossier,
                            NewGroup.of(NewProduction.titled("Site")).with("malo"))
                    .id();
            school.emma.groups().contribute(school.emma.groups().part(group), "La maquette.");
            school.durand.groups().appraise(group, "Bien réparti.");
            ProjectId project = school.emma
                    .projects()
                    .open(school.dossier, NewProject.titled("Projet"))
                    .id();
            school.emma
                    .projects()
                    .task(school.dossier, project, NewTask.of("Images").by(VosReves.TODAY));
            school.emma.projects().milestone(school.dossier, project, NewMilestone.of("Recette", VosReves.TODAY));
            school.emma.projects().note(school.dossier, project, "En avance.");
            school.emma
                    .watch()
                    .log(
                            school.dossier,
                            NewWatchEntry.titled("Guide")
                                    .judged(Reliability.RELIABLE, "Daté.")
                                    .concluding("Utile."));
            school.head.frameworks().publish(BundledFrameworks.CS_SNO);
        }
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file);
        assertThat(ask(jdbi, "SELECT person || ' ' || (dossier IS NOT NULL) FROM group_members ORDER BY person"))
                .containsExactly("emma 1", "malo 0");
        assertThat(ask(jdbi, "SELECT person || ': ' || words FROM group_contributions"))
                .containsExactly("emma: La maquette.");
        assertThat(ask(jdbi, "SELECT author || ': ' || text FROM group_appraisals"))
                .containsExactly("m.durand: Bien réparti.");
        assertThat(ask(jdbi, "SELECT title FROM projects WHERE closed_at IS NULL"))
                .containsExactly("Projet");
        assertThat(ask(jdbi, "SELECT number || ' ' || label || ' ' || status || ' ' || due_on FROM project_tasks"))
                .containsExactly("1 Images TODO 2026-09-07");
        assertThat(ask(jdbi, "SELECT label || ' ' || planned_on FROM project_milestones"))
                .containsExactly("Recette 2026-09-07");
        assertThat(ask(jdbi, "SELECT text FROM progress_notes")).containsExactly("En avance.");
        assertThat(ask(jdbi, "SELECT title || ' ' || consulted_on || ' ' || reliability FROM watch_log"))
                .containsExactly("Guide 2026-09-07 RELIABLE");
        assertThat(ask(jdbi, "SELECT code || ' > ' || successor FROM successions WHERE code = 'C3.1'"))
                .containsExactly("C3.1 > C3.1");
    }

    private static List<String> ask(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
