package io.quarkiverse.dibs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.it.Cli.Result;

/**
 * Databases that cannot be worked with: each is one clear error with a stable code and exit status, and no password in sight.
 */
class BadConnectionTest {

    private static final String SECRET = "canary-5ecret";

    @TempDir
    Path folder;

    private String said = "";

    @BeforeEach
    void aBuiltModule() {
        Modules.using(folder, Modules.shop(), "shop-db");
    }

    @AfterEach
    void noPasswordIsShown() {
        assertThat(said).doesNotContain(SECRET);
    }

    @Test
    void aUrlThatIsNotOne() {
        Result result = status("mysql://root:" + SECRET + "@localhost/shop");

        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(result.err()).startsWith("DIBS-0201 the database URL is not a Postgres URL").contains("postgresql://user");
    }

    @Test
    void aHostThatDoesNotExist() {
        Result result = status("postgresql://shop:" + SECRET + "@no-such-host.invalid:5432/shop");

        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(result.err()).startsWith("DIBS-0202 there is no host \"no-such-host.invalid\"");
    }

    @Test
    void aRefusedConnection() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Result result = status("postgresql://shop:" + SECRET + "@127.0.0.1:" + port + "/shop");

        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(result.err()).startsWith("DIBS-0202 nothing listens at 127.0.0.1:" + port);
    }

    @Test
    void aWrongPassword() {
        EmbeddedPostgres server = Servers.server(18);

        Result result = status("postgresql://postgres:" + SECRET + "@127.0.0.1:" + server.port() + "/postgres");

        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(result.err()).startsWith("DIBS-0203 the server refused to let postgres in");
    }

    @Test
    void aMissingDatabase() {
        Result result = status(Servers.server(18).url("nowhere"));

        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(result.err()).startsWith("DIBS-0204 there is no database \"nowhere\"").contains("CREATE DATABASE");
    }

    @Test
    void aServerThatIsTooOld() throws IOException {
        try (ServerSocket old = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> pretendToBe("13.23", old), "postgres-13");
            server.setDaemon(true);
            server.start();

            Result result = status("postgresql://shop:" + SECRET + "@127.0.0.1:" + old.getLocalPort() + "/shop");

            assertThat(result.status()).as(said).isEqualTo(4);
            assertThat(result.err()).startsWith("DIBS-0205").contains("13.23").contains("too old").contains("14 to 18");
        }
    }

    @Test
    void aReadOnlyServerIsRefusedBeforeAnythingRuns() {
        String url = Servers.database(18);
        Sql.run(url, "ALTER DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " SET default_transaction_read_only = on");

        Result result = run(url, "migrate");

        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(result.out() + result.err()).contains("can only be read");
        assertThat(Sql.one(url, "SELECT count(*) FROM pg_class WHERE relname = 'customers'")).isEqualTo("0");
    }

    @Test
    void theSameInJson() throws IOException {
        Result result = run(Servers.server(18).url("nowhere"), "status", "--format", "json");

        JsonNode problem = new ObjectMapper().readTree(result.out());
        assertThat(result.status()).as(said).isEqualTo(4);
        assertThat(problem.path("code").textValue()).isEqualTo("DIBS-0204");
        assertThat(problem.path("category").textValue()).isEqualTo("CONNECTION");
        assertThat(problem.path("remedy").textValue()).isNotBlank();
    }

    @Test
    void aPasswordInTheArgumentsWorksAndIsWarnedAbout() {
        EmbeddedPostgres server = Servers.server(18);

        Result result = Cli.in(folder).run("status", "--database-url", server.url());

        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(result.err()).startsWith("warning: others on this machine can see the password");
        assertThat(result.toString()).doesNotContain(server.password());
    }

    private Result status(String url) {
        return run(url, "status");
    }

    private Result run(String url, String... arguments) {
        Result result = Cli.in(folder).with("DATABASE_URL", url).run(arguments);
        said = result.toString();
        return result;
    }

    /** Answers start-up packets as a server of that version does, as far as a client looks before it sends anything else. */
    private static void pretendToBe(String version, ServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket client = listening.accept()) {
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                client.getInputStream().readNBytes(8);
                out.writeByte('R');
                out.writeInt(8);
                out.writeInt(0);
                for (String setting : new String[] { "client_encoding\0UTF8\0", "server_version\0" + version + "\0" }) {
                    byte[] parameter = setting.getBytes(StandardCharsets.UTF_8);
                    out.writeByte('S');
                    out.writeInt(4 + parameter.length);
                    out.write(parameter);
                }
                out.writeByte('Z');
                out.writeInt(5);
                out.writeByte('I');
                out.flush();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
