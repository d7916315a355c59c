package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eportfolio.core.Refused.key;
import static org.eportfolio.core.Refused.stale;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.ProjectDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.Milestone;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.Task;
import org.eportfolio.project.TaskStatus;
import org.junit.jupiter.api.Test;

/** Row C10: « Mobiliser des outils de gestion pour le suivi d'un projet ». */
class C10ProjectFollowUpTest extends Story {
    private static final LocalDate IN_A_WEEK = VosReves.TODAY.plusDays(7);
    private static final NewProduction SHOWN =
            NewProduction.titled("Suivi du projet VosRêves").showing("C1.1");

    private ProjectId project() {
        return school.emma
                .projects()
                .open(school.dossier, NewProject.titled("Site VosRêves").aiming("En ligne avant Noël"))
                .id();
    }

    private ProjectId planned() {
        ProjectId id = project();
        school.emma
                .projects()
                .task(school.dossier, id, NewTask.of("Mentions légales").by(IN_A_WEEK));
        school.emma.projects().milestone(school.dossier, id, NewMilestone.of("Recette", IN_A_WEEK));
        return id;
    }

    private static String text(Production production, int version) {
        return ((Piece.Text) production.version(version).pieces().get(0)).text();
    }

    @Test
    void tasks_move_and_milestones_are_reached() {
        ProjectId id = planned();
        school.emma.projects().move(school.emma.projects().get(school.dossier, id), 1, TaskStatus.DOING);
        Task late = school.durand.projects().get(school.dossier, id).tasks().get(0);
        assertThat(late.isLate(IN_A_WEEK)).isFalse();
        assertThat(late.isLate(IN_A_WEEK.plusDays(1))).isTrue();
        Project moved = school.emma.projects().move(school.emma.projects().get(school.dossier, id), 1, TaskStatus.DONE);
        assertThat(moved.tasks().get(0).doneAt()).isEqualTo(VosReves.BEGINNING);
        assertThat(moved.tasks().get(0).isLate(IN_A_WEEK.plusDays(1))).isFalse();
        school.emma.projects().move(school.emma.projects().get(school.dossier, id), 1, TaskStatus.TODO);
        school.emma.projects().due(school.emma.projects().get(school.dossier, id), 1, null);
        school.emma
                .projects()
                .replan(
                        school.emma.projects().get(school.dossier, id),
                        1,
                        IN_A_WEEK.plusDays(7),
                        "Le fournisseur est en retard.");
        school.clock.advance(Duration.ofDays(20));
        Milestone recette =
                school.durand.projects().get(school.dossier, id).milestones().get(0);
        assertThat(recette.isLate(IN_A_WEEK.plusDays(8))).isTrue();
        assertThat(recette.replannings())
                .extracting(Milestone.Replanning::plannedBefore)
                .containsExactly(IN_A_WEEK);
        Project reached =
                school.emma.projects().reach(school.emma.projects().get(school.dossier, id), 1, IN_A_WEEK.plusDays(10));
        assertThat(reached.milestones().get(0).reachedOn()).isEqualTo(IN_A_WEEK.plusDays(10));
        school.emma.projects().note(school.dossier, id, "Le paiement marche.");
        assertThat(school.durand
                        .projects()
                        .notes(school.dossier, id, PageRequest.first(10))
                        .items())
                .extracting(ProgressNote::text)
                .containsExactly("Le paiement marche.");
        assertThat(school.durand
                        .projects()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void a_cited_follow_up_tells_how_it_stood_with_what_the_companys_tool_gave() {
        ProjectId id = planned();
        school.emma.projects().note(school.dossier, id, "Premier point avec le client.");
        Production cited = school.emma
                .projects()
                .cite(
                        school.dossier,
                        id,
                        SHOWN.attaching(VosReves.file("export.csv", "tache;etat"))
                                .linking(URI.create("https://outil.example/tableau"), "Tableau de l'entreprise"));
        assertThat(text(cited, 1)).isEqualTo("""
                        Site VosRêves
                        En ligne avant Noël

                        Tâches
                        1. Mentions légales · à faire · échéance le 14 septembre 2026

                        Jalons
                        1. Recette · prévu le 14 septembre 2026

                        Notes d'avancement
                        - 2026-09-07 · Premier point avec le client.""");
        assertThat(cited.current().pieces()).hasSize(3);
        assertThat(cited.current().frozen()).isEqualTo(cited.current().contentHash());
        school.emma.projects().move(school.emma.projects().get(school.dossier, id), 1, TaskStatus.DONE);
        Production again = school.emma.projects().cite(school.dossier, id, SHOWN.in("en"));
        assertThat(again.id()).isEqualTo(cited.id());
        assertThat(again.version(1)).isEqualTo(cited.version(1));
        assertThat(text(again, 2))
                .contains("1. Mentions légales · done · done on 7 September 2026 · due on 14 September 2026");
        assertThat(school.emma.projects().cite(school.dossier, id, SHOWN.in("en")))
                .isEqualTo(again);
        assertThat(school.durand
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C1.1", "acquis").citing(new Citation(school.dossier, cited.id(), 1)))
                        .evidence()
                        .get(0)
                        .content())
                .isEqualTo(cited.version(1).frozen());
        Production secret = school.emma.projects().cite(school.dossier, id, SHOWN.confidentialToTheCompany());
        assertThat(secret.confidentiality()).isNotNull();
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void only_the_learner_keeps_it_and_a_stranger_knows_nothing_of_it() {
        ProjectId id = planned();
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> school.durand
                        .projects()
                        .move(school.durand.projects().get(school.dossier, id), 1, TaskStatus.DONE));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.malo.projects().get(school.dossier, id));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.emma.projects().get(school.dossier, new ProjectId(VosReves.nowhere())));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.malo.projects().notes(school.malos, id, PageRequest.first(10)));
    }

    @Test
    void a_project_that_changed_since_it_was_read_is_refused() {
        ProjectId id = planned();
        ProjectDesk desk = school.emma.projects();
        Project seen = desk.get(school.dossier, id);
        Project moved = desk.move(seen, 1, TaskStatus.DOING);
        stale(school, () -> desk.move(seen, 1, TaskStatus.DONE));
        stale(school, () -> desk.due(seen, 1, null));
        stale(school, () -> desk.reach(seen, 1, VosReves.TODAY));
        stale(school, () -> desk.replan(seen, 1, IN_A_WEEK.plusDays(1), "En retard."));
        stale(school, () -> desk.close(seen));
        assertThat(desk.get(school.dossier, id)).isEqualTo(moved);
        assertThat(desk.close(moved).closedAt()).isNotNull();
    }

    @Test
    void what_cannot_be_is_refused() {
        ProjectId empty = project();
        assertThat(key(() -> school.emma.projects().cite(school.dossier, empty, SHOWN)))
                .isEqualTo("project.empty");
        ProjectId id = planned();
        ProjectDesk desk = school.emma.projects();
        assertThat(key(() -> desk.open(school.dossier, NewProject.titled(" ")))).isEqualTo("text.blank");
        assertThat(key(() -> desk.move(desk.get(school.dossier, id), 2, TaskStatus.DONE)))
                .isEqualTo("project.no-task");
        assertThat(key(() -> desk.move(desk.get(school.dossier, id), 1, TaskStatus.TODO)))
                .isEqualTo("task.already");
        assertThat(key(() -> desk.reach(desk.get(school.dossier, id), 0, VosReves.TODAY)))
                .isEqualTo("project.no-milestone");
        assertThat(key(() -> desk.reach(desk.get(school.dossier, id), 1, VosReves.TODAY.plusDays(1))))
                .isEqualTo("milestone.later");
        assertThat(key(() -> desk.replan(desk.get(school.dossier, id), 1, IN_A_WEEK, " ")))
                .isEqualTo("milestone.reason");
        desk.reach(desk.get(school.dossier, id), 1, VosReves.TODAY);
        assertThat(key(() -> desk.reach(desk.get(school.dossier, id), 1, VosReves.TODAY)))
                .isEqualTo("milestone.reached");
        assertThat(key(() -> desk.replan(desk.get(school.dossier, id), 1, IN_A_WEEK, "Trop tôt.")))
                .isEqualTo("milestone.reached");
        desk.move(desk.get(school.dossier, id), 1, TaskStatus.DONE);
        assertThat(key(() -> desk.due(desk.get(school.dossier, id), 1, IN_A_WEEK)))
                .isEqualTo("task.done");
        assertThat(key(() -> desk.note(school.dossier, id, ""))).isEqualTo("text.blank");
        desk.close(desk.get(school.dossier, id));
        assertThat(key(() -> desk.note(school.dossier, id, "Encore un mot."))).isEqualTo("project.closed");
        assertThat(key(() -> desk.task(school.dossier, id, NewTask.of("Encore une"))))
                .isEqualTo("project.closed");
        assertThat(key(() -> desk.close(desk.get(school.dossier, id)))).isEqualTo("project.closed");
        assertThat(desk.cite(school.dossier, id, SHOWN).current().frozen()).isNotNull();
    }

    @Test
    void a_project_takes_a_bounded_number_of_tasks() {
        Project project = school.emma.projects().open(school.dossier, NewProject.titled("Trop"));
        Project full = project;
        for (int i = 0; i < 200; i++) full = full.with(NewTask.of("Tâche"));
        Project last = full;
        assertThat(key(() -> last.with(NewTask.of("Une de trop")))).isEqualTo("project.full");
    }
}
