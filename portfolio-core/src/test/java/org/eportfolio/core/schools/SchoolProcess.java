package org.eportfolio.core.schools;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.PortfolioStore;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that works in one school of a database, by whichever build of the library its class path has: it does what each line
 * of its input says and answers with one line, which begins with {@link #DONE} or {@link #REFUSED}. It calls nothing that
 * the baseline has not, but where the line asks for it.
 */
final class SchoolProcess {
    static final String DONE = "= ";
    static final String REFUSED = "! ";

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final UUID id;

    private SchoolProcess(String url, String school) {
        source.setURL(url);
        source.setUser("postgres");
        this.id = UUID.fromString(school);
    }

    @SuppressWarnings("NullAway.Init")
    private PostgresSchools schools;

    @SuppressWarnings("NullAway.Init")
    private PortfolioStore store;

    @SuppressWarnings("NullAway.Init")
    private Portfolio portfolio;

    @SuppressWarnings("NullAway.Init")
    private DossierId dossier;

    /** URL SCHOOL */
    public static void main(String[] args) throws IOException {
        SchoolProcess process = new SchoolProcess(args[0], args[1]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(process.answer(line));
        }
        System.exit(0);
    }

    private String answer(String line) {
        String[] words = line.split(" ", 2);
        try {
            return DONE + act(words[0], words.length == 1 ? "" : words[1]);
        } catch (StorageException e) {
            return REFUSED + e.reason().key() + ": " + e.message(Locale.ENGLISH);
        } catch (PortfolioException e) {
            return REFUSED + e.message(Locale.ENGLISH);
        }
    }

    private String act(String call, String said) {
        switch (call) {
            case "migrate" -> PostgresSchools.migrate(source);
            case "reindex" -> as("proviseure").safekeeping().reindex();
            case "upgrade" -> PostgresSchools.upgrade(source);
            case "open" -> open();
            case "found" -> dossier = found();
            case "dossier" -> dossier = new DossierId(UUID.fromString(said));
            case "add" -> emma().productions().add(dossier, titled(said));
            case "add-helped" -> addHelped(said);
            case "add-many" -> addMany(said);
            case "revise" -> emma().productions().revise(named(said), titled(said));
            case "position" ->
                as("m.durand")
                        .assessments()
                        .position(dossier, NewPositioning.of("C3.1", said).because("Vu en TP."));
            default -> {
                return ask(call, said);
            }
        }
        return dossier == null ? "" : dossier.toString();
    }

    private String ask(String call, String said) {
        return switch (call) {
            case "titles" -> titles();
            case "level" -> level();
            case "help" -> String.valueOf(named(said).current().helpStated() != null);
            case "found-by" -> String.valueOf(emma().search().find(said).items().size());
            case "faults" ->
                as("proviseure").journal().verify().faults().size() + " "
                        + store.check().size();
            default -> throw new IllegalArgumentException(call);
        };
    }

    private void open() {
        schools = PostgresSchools.open(source);
        store = schools.create(id);
        portfolio = Portfolio.with(store).build();
    }

    private Desk as(String person) {
        return portfolio.as(Actor.of(person));
    }

    private Desk emma() {
        return as("emma");
    }

    private DossierId found() {
        Desk head = portfolio.setUp("proviseure");
        AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        head.cohorts().enrol("CS SNO 2026", learners("emma"), teachers("m.durand"));
        return emma().dossiers().open(adoption);
    }

    private static NewProduction titled(String title) {
        return NewProduction.titled(title).showing("C3.1").writing("Mercanet " + title);
    }

    /** What the baseline does not know. */
    private void addHelped(String title) {
        emma().productions()
                .add(
                        dossier,
                        titled(title)
                                .stating(HelpStatement.of(
                                        Help.fromDocument("Le manuel").usedFor("vérifier"))));
    }

    /** NAME NUMBER */
    private void addMany(String said) {
        String[] words = said.split(" ");
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            emma().productions().add(dossier, titled(words[0] + "-" + i));
        }
    }

    private String titles() {
        return emma().productions().list(dossier, PageRequest.first(PageRequest.LARGEST)).items().stream()
                .map(Production::title)
                .collect(Collectors.joining(" "));
    }

    private Production named(String title) {
        ProductionId found = emma().productions().list(dossier, PageRequest.first(PageRequest.LARGEST)).items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
        return emma().productions().get(dossier, found);
    }

    private String level() {
        return String.valueOf(
                emma().progress().of(dossier).on("C3.1").orElseThrow().current().level());
    }
}
