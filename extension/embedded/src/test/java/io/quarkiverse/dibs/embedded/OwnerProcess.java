package io.quarkiverse.dibs.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs {@link OwnerMain}. */
final class OwnerProcess implements AutoCloseable {

    private final Process process;
    private String[] told;

    private OwnerProcess(Process process) {
        this.process = process;
    }

    static OwnerProcess launch(Map<String, String> environment, String... args) throws IOException {
        return launch(List.of(), classPath(), environment, args);
    }

    static OwnerProcess launch(List<String> prefix, String classPath, Map<String, String> environment, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-D" + PostgresBinaries.DIRECTORY_PROPERTY + "=" + environment.getOrDefault(PostgresBinaries.DIRECTORY_PROPERTY,
                        System.getProperty(PostgresBinaries.DIRECTORY_PROPERTY)),
                "-cp", classPath, OwnerMain.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new OwnerProcess(builder.start());
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Waits for the server to be there. */
    OwnerProcess awaitServer() throws IOException {
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new AssertionError("the owner ended before its server was there");
        }
        told = line.split(" ");
        return this;
    }

    ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(told[0])).orElseThrow();
    }

    ProcessHandle watcher() {
        return server().parent().orElseThrow();
    }

    String url() {
        return told[1];
    }

    Path data() {
        return Path.of(told[2]);
    }

    void terminate() throws Exception {
        process.destroy();
        process.waitFor();
    }

    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    void end() throws Exception {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void awaitExit(ProcessHandle process) throws Exception {
        process.onExit().get(30, TimeUnit.SECONDS);
    }
}
