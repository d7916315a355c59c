package org.eportfolio.console;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree of packages shows the architecture, and stays so. */
class PackagesTest {
    private static JavaClasses console;

    @BeforeAll
    static void import_classes() {
        console = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.eportfolio.console");
        assertThat(console.size()).as("classes found").isGreaterThan(100);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.eportfolio.(**)").should().beFreeOfCycles().check(console);
    }

    @Test
    void each_layer_sees_only_those_below() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.eportfolio.console..")
                .layer("program")
                .definedBy("org.eportfolio.console")
                .layer("shell")
                .definedBy("org.eportfolio.console.shell")
                .layer("demo")
                .definedBy("org.eportfolio.console.demo")
                .layer("command")
                .definedBy("org.eportfolio.console.command..")
                .layer("view")
                .definedBy("org.eportfolio.console.view")
                .layer("school")
                .definedBy("org.eportfolio.console.school")
                .layer("terminal")
                .definedBy("org.eportfolio.console.terminal")
                .whereLayer("program")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("shell")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("demo")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("program", "shell", "demo")
                .whereLayer("view")
                .mayOnlyBeAccessedByLayers("program", "demo", "command")
                .whereLayer("school")
                .mayOnlyBeAccessedByLayers("program", "shell", "demo", "command", "view")
                .check(console);
    }
}
