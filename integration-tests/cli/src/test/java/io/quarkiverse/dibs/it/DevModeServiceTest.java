package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in another terminal while the application of the workspace is in dev mode. */
class DevModeServiceTest {

    @TempDir
    Path folder;

    @Test
    void isAnsweredByDevModeWithWhatTheSourcesSayNow() throws IOException {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        Cli dibs = Cli.in(shop);
        try (DevApplication application = DevApplication.start(shop, null)) {
            application.awaitSaid("3 pending migrations");
            assertThat(modes(shop.resolve(".dibs/dev-mode"))).containsExactly("rw-------");

            Cli.Result migrated = dibs.run("migrate");
            assertThat(migrated.status()).as(migrated.toString()).isZero();
            assertThat(migrated.err()).contains("dev mode: shop");
            assertThat(dibs.run("diff", "--exit-code").status()).isZero();

            application.edit("Review.java", "    @LongText\n", "    public int stars;\n\n    @LongText\n");
            Cli.Result diff = dibs.run("diff");
            assertThat(diff.out()).contains("+ reviews.stars").contains("1 change ");
            assertThat(diff.err()).contains("dev mode: shop").doesNotContain("building");

            application.edit("Review.java", "public class Review", "public clas Review");
            Cli.Result broken = dibs.run("diff");
            assertThat(broken.status()).as(broken.toString()).isEqualTo(3);
            assertThat(broken.err()).contains("DIBS-0911", "Review.java", "Mend what the compiler says");
            application.edit("Review.java", "public clas Review", "public class Review");
            assertThat(dibs.run("diff").out()).contains("+ reviews.stars");

            long before = application.times("and the entities: 1 change");
            application.edit("Review.java", "public int stars;", "public int points;");
            assertThat(dibs.run("diff").out()).contains("+ reviews.points");
            await().untilAsserted(() -> assertThat(application.times("and the entities: 1 change"))
                    .as("as many changes as before, but others").isEqualTo(before + 1));

            Cli.Result elsewhere = dibs.with("DATABASE_URL", Servers.database(15)).run("diff");
            assertThat(elsewhere.err()).as("a database that was named").doesNotContain("dev mode:");

            Cli.Result generated = dibs.run("generate-from-diff", "add-stars");
            assertThat(generated.status()).as(generated.toString()).isZero();
            Cli.Result status = dibs.run("status");
            assertThat(status.out()).contains("AddStars").contains("pending");
        }
        assertThat(modes(shop.resolve(".dibs/dev-mode"))).as("what is left when dev mode has ended").isEmpty();
        assertThat(dibs.run("status").err()).doesNotContain("dev mode:");
    }

    /** Quarkus keeps such a dev mode, whose classes are gone, until the user has it start again. */
    @Test
    void saysThatTheApplicationDoesNotRunWhereItsPortIsTaken() throws IOException {
        Path shop = Modules.copy(Modules.shop(), folder.resolve("shop"));
        Cli dibs = Cli.in(shop);
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (DevApplication application = DevApplication.start(shop, null, taken.getLocalPort())) {
            application.awaitSaid("seems to be in use by another process");
            for (String command : List.of("status", "migrate", "diff")) {
                Cli.Result refused = dibs.run(command);
                assertThat(refused.status()).as(refused.toString()).isEqualTo(3);
                assertThat(refused.err()).contains("dev mode: shop", "DIBS-0915", "mend that and press space there")
                        .doesNotContain("Exception");
            }
            taken.close();
            application.edit("Review.java", "    @LongText\n", "    public int stars;\n\n    @LongText\n");
            assertThat(dibs.run("diff").out()).contains("+ reviews.stars");
        }
    }

    private static List<String> modes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> {
                try {
                    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }).toList();
        }
    }
}
