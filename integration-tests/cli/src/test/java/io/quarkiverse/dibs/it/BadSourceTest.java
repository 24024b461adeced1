package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.it.Cli.Result;

/**
 * Sources of a diff that cannot be compared: each is one clear error with its place, a stable code and exit status, and leaves
 * no scratch database behind.
 */
class BadSourceTest {

    @TempDir
    Path folder;

    private String present;
    private Cli dibs;

    @BeforeEach
    void aDatabaseWithRows() {
        present = Servers.database(18);
        Sql.run(present, "CREATE TABLE t (id int PRIMARY KEY, d date); INSERT INTO t VALUES (1, '2026-01-01')");
        dibs = Cli.in(folder);
    }

    @Test
    void aTypeWithoutACastIsRefusedByNameUntilAConversionIsSaid() {
        String wanted = Servers.database(18);
        Sql.run(wanted, "CREATE TABLE t (id int PRIMARY KEY, d int)");

        refused(6, "DIBS-0403 Postgres has no cast for the values of t.d from date to integer", diff(wanted));
        Result said = diff(wanted, "--using", "t.d=extract(year from d)::integer", "--format", "sql");
        assertThat(said.status()).as(said.toString()).isZero();
        Sql.run(present, said.out());

        assertThat(Sql.one(present, "SELECT d FROM t")).isEqualTo("2026");
        assertThat(diff(wanted, "--format", "sql").out()).isEmpty();
    }

    @Test
    void aConversionOfNoColumnOrWithoutAnExpression() {
        refused(2, "DIBS-0310 --using t.x=1: there is no column t.x afterwards", diff(present, "--using", "t.x=1"));
        refused(2, "DIBS-0310 --using t.d: it is not of the form column=expression", diff(present, "--using", "t.d"));
    }

    @Test
    void aRenameOfNothing() {
        refused(2, "DIBS-0301 --rename t.x=t.d: there is no t.x before", diff(present, "--rename", "t.x=t.d"));
    }

    @Test
    void aSourceThatIsNone() {
        refused(2, "DIBS-0305 \"oracle:x\" is not a source", diff("oracle:x"));
    }

    @Test
    void aSourceThatHoldsAPasswordIsNotShown() {
        for (String source : new String[] { "mysql://u:s3cret@h/x", "jdbc:postgresql://u:s3cret@h/x",
                "host=h password=s3cret" }) {
            assertThat(refused(2, "DIBS-0305 ", diff(source)).err()).contains("to do:").doesNotContain("s3cret");
        }
    }

    @Test
    void aPlanIsWrittenThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("plan.json"));

        Result plan = dibs.run("plan", "--from", present, "--to", present, "--out", link.toString());

        assertThat(plan.status()).as(plan.toString()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("plan.json")).isRegularFile();
    }

    @Test
    void aSchemaThatIsNowhere() {
        refused(2, "DIBS-0311 there is no schema \"Public\" on either side", diff(present, "--schema", "Public"));
    }

    @Test
    @EnabledIf("hasDeviceThatIsFull")
    void anOutputThatCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("more.sql"), "CREATE TABLE a (id int);\n");
        ProcessBuilder builder = dibs.process("", "diff", "--from", present, "--to", "file:more.sql", "--format", "sql");
        Process process = builder.redirectOutput(new File("/dev/full")).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("DIBS-0916 the output could not be written: No space left on device");
    }

    static boolean hasDeviceThatIsFull() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    void aFileThatIsNotThere() {
        refused(2, "DIBS-0306 the file or folder cannot be read:", diff("file:nowhere.sql"));
    }

    @Test
    void aMistakeInAFileIsShownWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("bad.sql"), "CREATE TABLE a (id int);\nCREATE TABEL b (x int);\n");

        Result result = refused(5, "DIBS-0280 syntax error at or near \"TABEL\"", diff("file:bad.sql"));

        assertThat(result.err()).contains("bad.sql:2:8").contains("\n  1 | CREATE TABEL b (x int)\n             ^");
        noScratchIsLeft();
    }

    @Test
    void aStatementThatNeverBecomesPossible() throws IOException {
        Files.writeString(folder.resolve("never.sql"), "CREATE VIEW v AS SELECT * FROM later;\nCREATE TABLE a (id int);\n");

        Result result = refused(5, "DIBS-0280 relation \"later\" does not exist", diff("file:never.sql"));

        assertThat(result.err()).contains("never.sql:1:32");
        noScratchIsLeft();
    }

    @Test
    void aScratchServerThatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (id int);\n");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        refused(4, "DIBS-0202 nothing listens at 127.0.0.1:" + port,
                dibs.run("diff", "--from", "file:a.sql", "--to", "file:a.sql", "--scratch-url",
                        "postgresql://shop@127.0.0.1:" + port + "/shop"));
    }

    @Test
    void aRoleThatMayCreateNoScratchDatabase() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (id int);\n");
        Sql.run(present, "DROP ROLE IF EXISTS weak_role; CREATE ROLE weak_role LOGIN PASSWORD 'weak'");

        Result result = refused(4, "DIBS-0282 weak_role may not create a scratch database",
                dibs.run("diff", "--from", present.replaceFirst("//[^@]*@", "//weak_role:weak@"), "--to", "file:a.sql"));

        assertThat(result.err()).contains("ALTER ROLE weak_role CREATEDB").contains("--scratch-url");
    }

    @Test
    void anInterruptedDiffEndsAtOnceAndLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("slow.sql"), "CREATE TABLE a (id int);\nSELECT pg_sleep(600);\n");
        for (String[] signal : new String[][] { { "INT", "130" }, { "TERM", "143" } }) {
            Process diff = dibs.start("diff", "--from", present, "--to", "file:slow.sql");
            await().atMost(Duration.ofMinutes(1)).until(() -> Sql.one(present,
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()")
                    .equals("1"));

            InterruptionTest.signal(signal[0], diff);

            assertThat(diff.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(diff.exitValue()).isEqualTo(Integer.parseInt(signal[1]));
            assertThat(diff.getInputStream().readAllBytes()).isEmpty();
            assertThat(new String(diff.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("DIBS-0650 ")
                    .hasLineCount(1);
            noScratchIsLeft();
        }
    }

    private Result diff(String to, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] { "diff", "--from", present, "--to", to }, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return dibs.run(arguments);
    }

    private static Result refused(int status, String start, Result result) {
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.out()).as(result.toString()).isEmpty();
        assertThat(result.err()).as(result.toString()).startsWith(start).doesNotContain("Exception");
        return result;
    }

    private void noScratchIsLeft() {
        assertThat(Sql.one(present, "SELECT count(*) FROM pg_database WHERE datname LIKE '%dibs%'")).isEqualTo("0");
    }
}
