package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** An authority and certificates for servers, made by the JDK's keytool in a folder. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    Certificates(Path folder) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** @return its certificate */
    Path authority(String name) throws Exception {
        keytool(name, "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1", "-ext",
                "bc:c", "-ext", "ku:c=keyCertSign,cRLSign");
        return write(name + ".crt", pem("CERTIFICATE", store(name).getCertificate(name).getEncoded()));
    }

    /**
     * @param extension the names it is for
     * @param start and validity as keytool takes them
     * @return the path of certificate and key without {@code .crt} and {@code .key}
     */
    Path server(String name, String authority, String extension, String start, int days) throws Exception {
        keytool(name, "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1");
        keytool(name, "-certreq", "-alias", name, "-file", folder.resolve(name + ".csr").toString());
        keytool(authority, "-gencert", "-alias", authority, "-infile", folder.resolve(name + ".csr").toString(), "-outfile",
                folder.resolve(name + ".crt").toString(), "-rfc", "-ext", "san=" + extension, "-startdate", start, "-validity",
                String.valueOf(days));
        byte[] key = store(name).getKey(name, PASSWORD.toCharArray()).getEncoded();
        Path file = write(name + ".key", pem("PRIVATE KEY", key));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if ("root".equals(System.getProperty("user.name"))) {
            // the server does not run as root
            Files.setOwner(file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        return folder.resolve(name);
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded) + "\n-----END "
                + kind
                + "-----\n";
    }

    private KeyStore store(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-keystore", folder.resolve(store + ".p12").toString(), "-storepass", PASSWORD, "-storetype",
                "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
