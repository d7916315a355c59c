package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.Test;

/** Row D9: a newer copy of the school's own dossiers comes over an older backup, on grounds that the school states. */
class RestoringTest extends Archives {
    private static final RestoreGrounds THE_DISK =
            RestoreGrounds.because("The disk failed on Tuesday; Monday's backup is in place.");

    private static ImportReport restored(Desk by, Path archive, RestoreGrounds grounds) throws IOException {
        return EXCHANGE.importFrom(by, archive, ImportOptions.ofDefaults().restoring(grounds));
    }

    private Desk lina() {
        return school.portfolio.as(Actor.of("lina"));
    }

    /** The school as it was when the backup was made. */
    private Portfolio asItWas(Path backup) throws IOException {
        Portfolio restored = elsewhere();
        imported(restored.as(Actor.system()), backup);
        return restored;
    }

    private Path backup() throws IOException {
        return exported(school.head, new Extent.OfOrganisation());
    }

    private Anchor anchor(DossierId dossier) {
        return school.head.journal().anchors(List.of(dossier)).get(0);
    }

    private static List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void an_anchor_that_the_school_kept_brings_its_dossier_forward() throws IOException {
        Path backup = backup();
        school.positioned(school.petit, "C3.1", "acquis");
        Path newer = exported(school.head, emmas());
        Anchor kept = Anchor.parse(anchor(school.dossier).toString());
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());

            ImportReport report = restored(head, newer, RestoreGrounds.anchored(kept));

            assertThat(remarks(report)).singleElement().asString().contains("the anchor of the school vouches");
            assertThat(exported(head, emmas())).hasSameBinaryContentAs(newer);
            assertThat(VosReves.reading(head, school.dossier)
                            .progress()
                            .of(school.dossier)
                            .toString())
                    .isEqualTo(
                            school.headReading().progress().of(school.dossier).toString());
            assertThat(head.dossiers().earlier(PersonId.of("emma"))).isEmpty();
            assertThat(head.journal().restorations()).singleElement().satisfies(each -> {
                assertThat(each.dossier()).isEqualTo(school.dossier);
                assertThat(each.to()).isEqualTo(kept.position());
                assertThat(each.from()).isLessThan(each.to());
                assertThat(each.anchored()).isTrue();
            });
            assertThat(head.safekeeping().check().sound()).isTrue();
            assertThat(restored(head, newer, RestoreGrounds.anchored(kept))
                            .counts()
                            .values())
                    .allMatch(each -> each.added() + each.changed() == 0);
            assertThat(head.journal().restorations()).hasSize(1);
        }
    }

    @Test
    void without_an_anchor_the_school_states_a_reason_which_is_kept() throws IOException {
        Path backup = backup();
        school.positioned(school.petit, "C3.1", "acquis");
        Path newer = exported(school.head, emmas());
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());
            Path before = exported(head, emmas());
            ImportReport dry = EXCHANGE.importFrom(
                    head, newer, ImportOptions.ofDefaults().dry().restoring(THE_DISK));
            assertThat(exported(head, emmas())).hasSameBinaryContentAs(before);

            assertThat(restored(head, newer, THE_DISK).counts()).isEqualTo(dry.counts());

            assertThat(exported(head, emmas())).hasSameBinaryContentAs(newer);
            assertThat(head.journal().restorations())
                    .singleElement()
                    .satisfies(each -> assertThat(each.because()).contains("The disk failed on Tuesday"));
            assertThat(head.changes().after(Cursor.START, 1_000).entries()).anySatisfy(each -> {
                assertThat(each.act()).isEqualTo("archive.restored");
                assertThat(each.objects())
                        .anySatisfy(one -> assertThat(one.kind()).isEqualTo("restoration"));
            });
            restored.as(school.petit.actor())
                    .assessments()
                    .position(
                            school.dossier, NewPositioning.of("C3.2", "acquis").because("Le dossier continue."));
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void an_anchor_of_another_moment_or_of_another_dossier_proves_nothing() throws IOException {
        Path backup = backup();
        Anchor old = anchor(school.dossier);
        Anchor whole = school.head.journal().anchor();
        school.positioned(school.petit, "C3.1", "acquis");
        Path newer = exported(school.head, emmas());
        school.positioned(school.petit, "C3.2", "acquis");
        Anchor later = anchor(school.dossier);
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());
            Path before = exported(head, new Extent.OfOrganisation());
            for (Anchor wrong : List.of(old, whole, later)) {
                refused(
                        ConflictException.class,
                        "none of the anchors",
                        "aucune des ancres",
                        () -> restored(head, newer, RestoreGrounds.anchored(wrong)));
            }
            assertThat(exported(head, new Extent.OfOrganisation())).hasSameBinaryContentAs(before);
        }
    }

    @Test
    void of_a_class_nothing_is_half_restored() throws IOException {
        DossierId linas = lina().dossiers().open(school.sno);
        Path backup = backup();
        lina().productions().add(linas, NewProduction.titled("Neuf").writing("Oui."));
        school.positioned(school.petit, "C3.1", "acquis");
        Path newer = exported(school.head, new Extent.OfCohort(school.cohort));
        Anchor emmas = anchor(school.dossier);
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());
            Path before = exported(head, new Extent.OfOrganisation());
            refused(
                    ConflictException.class,
                    "none of the anchors",
                    "aucune des ancres",
                    () -> restored(head, newer, RestoreGrounds.anchored(emmas)));
            assertThat(exported(head, new Extent.OfOrganisation())).hasSameBinaryContentAs(before);

            restored(head, newer, RestoreGrounds.anchored(emmas, anchor(linas)));
            assertThat(exported(head, new Extent.OfCohort(school.cohort))).hasSameBinaryContentAs(newer);
            assertThat(head.journal().restorations()).hasSize(2);
        }
    }

    @Test
    void a_dossier_that_was_opened_after_the_backup_comes_as_the_schools_own() throws IOException {
        school.head.cohorts().enrol("1SNO", learners("noe"), teachers("mme.blanc"));
        Path backup = backup();
        DossierId noes = school.portfolio.as(Actor.of("noe")).dossiers().open(school.sno);
        Path newer = exported(school.head, new Extent.OfDossier(noes));
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());
            restored(head, newer, THE_DISK);
            assertThat(head.dossiers().of(PersonId.of("noe")))
                    .singleElement()
                    .satisfies(each -> assertThat(each.id()).isEqualTo(noes));
            assertThat(head.journal().restorations())
                    .singleElement()
                    .satisfies(each -> assertThat(each.from()).isZero());
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }

    @Test
    void a_draft_that_did_not_change_stays_and_the_journal_says_which_went() throws IOException {
        school.emma
                .assessments()
                .draft(school.dossier, NewSelfAssessment.of("C1.3", "acquis").because("Brouillon d'avant."));
        Path backup = backup();
        school.emma
                .assessments()
                .draft(school.dossier, NewSelfAssessment.of("C2.1", "acquis").because("Brouillon d'après."));
        school.positioned(school.petit, "C3.1", "acquis");
        Path newer = exported(school.head, emmas());
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());
            assertThat(remarks(restored(head, newer, THE_DISK))).anyMatch(each -> each.startsWith("1 "));
            assertThat(restored.as(school.emma.actor())
                            .assessments()
                            .drafts(school.dossier, PageRequest.first(9))
                            .items())
                    .singleElement()
                    .satisfies(each -> assertThat(each.content().because()).isEqualTo("Brouillon d'avant."));
            assertThat(head.safekeeping().check().sound()).isTrue();
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void only_the_head_restores_and_only_from_an_archive_with_its_journal() throws IOException {
        Path backup = backup();
        school.positioned(school.petit, "C3.1", "acquis");
        Path newer = exported(school.head, emmas());
        Path taken = exported(school.emma, emmas(), "take-away");
        Path framework = folder.resolve("sno.json");
        EXCHANGE.export(
                school.head,
                new Extent.OfFramework(BundledFrameworks.MC_SNO.framework().id()),
                "case",
                framework);
        try (Portfolio restored = asItWas(backup)) {
            Desk head = restored.as(school.head.actor());
            for (Desk other : List.of(school.petit, school.emma)) {
                refused(
                        DeniedException.class,
                        "head",
                        "direction",
                        () -> restored(restored.as(other.actor()), newer, THE_DISK));
            }
            refused(
                    ConflictException.class,
                    "restores nothing",
                    "ne restaure rien",
                    () -> restored(head, taken, THE_DISK));
            refused(
                    InvalidInputException.class,
                    "restores nothing",
                    "ne restaure rien",
                    () -> restored(head, framework, THE_DISK));
            refused(
                    InvalidInputException.class,
                    "blank",
                    "vide",
                    () -> restored(head, newer, RestoreGrounds.because(" ")));
            assertThat(head.journal().restorations()).isEmpty();
        }
    }
}
