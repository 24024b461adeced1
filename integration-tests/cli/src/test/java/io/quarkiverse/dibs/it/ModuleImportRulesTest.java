package io.quarkiverse.dibs.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** Imports between modules run one way: deployment, runtime, postgres, core; runtime and cli know the protocol. */
class ModuleImportRulesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String DIBS = "io.quarkiverse.dibs.";

    private static final JavaClasses ALL = new ClassFileImporter().importPaths(
            Stream.of("extension/annotations", "extension/core", "extension/embedded", "extension/postgres",
                    "extension/protocol", "extension/runtime", "extension/deployment", "cli")
                    .map(module -> ROOT.resolve(module).resolve("target/classes")).toList());

    @Test
    void everyModuleIsLookedAt() {
        for (String room : List.of("schema", "embedded", "postgres", "protocol", "runtime", "deployment", "cli")) {
            assertThat(ALL.stream().anyMatch(type -> type.getPackageName().startsWith(DIBS + room))).as(room).isTrue();
        }
    }

    @Test
    void postgresKnowsNoQuarkusAndNothingLater() {
        check(noClasses().that().resideInAPackage("..dibs.postgres..").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.inject..", "..dibs.runtime..",
                        "..dibs.deployment..", "..dibs.cli..", "..dibs.v1..", "..dibs.protocol..", "..dibs.embedded.."));
    }

    @Test
    void runtimeKnowsNeitherDeploymentNorTheEmbeddedServer() {
        check(noClasses().that().resideInAPackage("..dibs.runtime..").should().dependOnClassesThat()
                .resideInAnyPackage("..dibs.deployment..", "..dibs.cli..", "..dibs.embedded.."));
    }

    @Test
    void theCommandLineKnowsNoRuntime() {
        check(noClasses().that().resideInAPackage("..dibs.cli..").should().dependOnClassesThat()
                .resideInAnyPackage("..dibs.runtime..", "..dibs.deployment.."));
    }

    @Test
    void theStateOfTheScreensKnowsNoTerminalAndTheScreensNoCommand() {
        check(noClasses().that().resideInAnyPackage("..dibs.cli.tui.state..", "..dibs.cli.tui.text..").should()
                .dependOnClassesThat().resideInAnyPackage("dev.tamboui..", "org.jline..", "..dibs.cli.tui.view.."));
        check(noClasses().that().resideInAPackage("..dibs.cli.tui..").should().dependOnClassesThat()
                .resideInAnyPackage("..dibs.cli.command..", "..dibs.cli.module..", "..dibs.cli.workspace..", "..dibs.v1.."));
        check(noClasses().that().resideOutsideOfPackage("..dibs.cli.tui..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.tamboui..", "org.jline.."));
    }

    @Test
    void onlyTheProtocolAndItsUsersKnowProtobuf() {
        check(noClasses().that().resideInAnyPackage("..dibs.schema..", "..dibs.diff..", "..dibs.plan..", "..dibs.sql..",
                "..dibs.report..", "..dibs.postgres..", "..dibs.embedded..").should().dependOnClassesThat()
                .resideInAnyPackage("com.google.protobuf..", "io.grpc..", "..dibs.v1.."));
    }

    @Test
    void nothingUsesJdbc() {
        check(noClasses().that().resideInAPackage("io.quarkiverse.dibs..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }
}
