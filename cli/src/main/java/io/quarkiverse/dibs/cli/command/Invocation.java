package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.cli.module.BuiltIntent;
import io.quarkiverse.dibs.cli.module.ModuleSession;
import io.quarkiverse.dibs.cli.terminal.Terminal;
import io.quarkiverse.dibs.cli.workspace.DatabaseChoice;
import io.quarkiverse.dibs.cli.workspace.DevDatabase;
import io.quarkiverse.dibs.cli.workspace.Workspace;
import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.report.SourceLinks;

/** One run of one command: its workspace, its database and its db module, each opened when asked for and closed at the end. */
final class Invocation implements AutoCloseable {

    private final GlobalOptions options;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private EmbeddedPostgres devDatabase;
    private ModuleSession module;
    private FileTime moduleBuilt;
    private DatabaseChoice choice;
    private boolean announced;

    Invocation(GlobalOptions options, Terminal terminal, Map<String, String> environment) {
        this.options = options;
        this.terminal = terminal;
        this.environment = environment;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Links into the workspace's sources, where the terminal knows links. */
    SourceLinks links() {
        Optional<Path> sources = terminal.outHasLinks(environment)
                ? Workspace.around(options.directory).flatMap(Workspace::sources)
                : Optional.empty();
        return sources.isEmpty() ? SourceLinks.NONE
                : location -> Optional.of(sources.get().resolve(location.file())).filter(Files::isRegularFile)
                        .map(file -> file.toUri().toString());
    }

    Map<String, String> environment() {
        return environment;
    }

    GlobalOptions options() {
        return options;
    }

    Workspace workspace() {
        return Workspace.required(options.directory);
    }

    /** The db module, with a database. */
    ModuleSession module() {
        if (module == null) {
            module = devMode().orElse(null);
        }
        if (module == null) {
            Workspace workspace = workspace();
            DatabaseChoice choice = choice(workspace);
            Path artifact = ModuleSession.artifact(workspace, terminal);
            Optional<String> url = choice.origin() == DatabaseChoice.Origin.EMBEDDED
                    ? Optional.of(devDatabaseUrl(workspace))
                    : choice.url();
            terminal.status("starting the db module ...");
            module = ModuleSession.open(artifact, url, announced ? services(workspace) : Optional.empty(),
                    terminal, options.verbose);
            terminal.status("asking the db module ...");
        }
        return module;
    }

    /**
     * The db module as its sources are now, for a command that lives long: one of older sources, or one that is gone, makes
     * room for another.
     */
    ModuleSession freshModule() {
        FileTime built = built(ModuleSession.artifact(workspace(), terminal));
        if (module != null && (!module.isAlive() || !built.equals(moduleBuilt))) {
            closeModule();
        }
        moduleBuilt = built;
        return module();
    }

    private static FileTime built(Path artifact) {
        try {
            return Files.getLastModifiedTime(artifact);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** After this, everything is opened anew when it is asked for: for who tries again after a lost connection. */
    void reopen() {
        close();
    }

    private void closeModule() {
        if (module != null) {
            ModuleSession closing = module;
            module = null;
            closing.close();
        }
    }

    /**
     * An application in dev mode knows what the sources say and where its database is, so that nothing has to be built or
     * started. Not when the user names a database, since it works on its own.
     */
    private Optional<ModuleSession> devMode() {
        Workspace workspace = workspace();
        if (!Files.isDirectory(workspace.devMode()) || options.embedded || options.production) {
            return Optional.empty();
        }
        DatabaseChoice.Origin origin = choice(workspace).origin();
        return origin == DatabaseChoice.Origin.EMBEDDED || origin == DatabaseChoice.Origin.MODULE
                ? ModuleSession.ofDevMode(workspace.devMode(), terminal)
                : Optional.empty();
    }

    /** Where nothing can be written, nobody finds the run, which is no reason not to have it. */
    private Optional<Path> services(Workspace workspace) {
        try {
            workspace.prepareState();
            return Optional.of(workspace.services());
        } catch (IOException e) {
            terminal.warn("--attach will not find this run: " + e);
            return Optional.empty();
        }
    }

    /** The same; other commands can find it while it is there. */
    ModuleSession announcedModule() {
        announced = true;
        return module();
    }

    /** The db module for what needs no database: none is looked for and none is started. */
    ModuleSession moduleWithoutDatabase() {
        if (module == null) {
            module = devMode().orElse(null);
        }
        if (module == null) {
            Path artifact = ModuleSession.artifact(workspace(), terminal);
            module = ModuleSession.open(artifact, Optional.empty(), Optional.empty(), terminal, options.verbose);
        }
        return module;
    }

    /** The db module with the database that is there: the dev database is not made for it, and none has to be named. */
    ModuleSession moduleWithPresentDatabase() {
        Workspace workspace = workspace();
        DatabaseChoice choice;
        try {
            choice = choice(workspace);
        } catch (DibsException nobodyNamedOne) {
            return moduleWithoutDatabase();
        }
        boolean present = choice.origin() != DatabaseChoice.Origin.EMBEDDED || Files.isDirectory(workspace.devDatabase());
        return present ? module() : moduleWithoutDatabase();
    }

    /**
     * What the entities say, where the built db module tells without being run: a diff then costs one process less. Empty when
     * the module's own configuration counts, for the database or for anything else.
     */
    Optional<Intent> builtIntent() {
        Workspace workspace = workspace();
        if (module == null) {
            module = devMode().orElse(null);
        }
        if (module != null || choice(workspace).origin() == DatabaseChoice.Origin.MODULE) {
            return Optional.empty();
        }
        return BuiltIntent.of(ModuleSession.artifact(workspace, terminal), environment, Path.of(""));
    }

    /** Whether the workspace's own database is meant, which nothing but development depends on. */
    boolean usesDevDatabase() {
        return choice(workspace()).origin() == DatabaseChoice.Origin.EMBEDDED;
    }

    /** The URL of the database, which may hold a password; empty when only the db module knows it. */
    Optional<String> databaseUrl() {
        Workspace workspace = Workspace.around(options.directory).orElse(null);
        DatabaseChoice choice = choice(workspace);
        return choice.origin() == DatabaseChoice.Origin.EMBEDDED ? Optional.of(devDatabaseUrl(workspace)) : choice.url();
    }

    /** Made once, since it may warn. */
    private DatabaseChoice choice(Workspace workspace) {
        if (choice == null) {
            choice = choose(workspace);
            if (options.verbose) {
                terminal.say("database: from " + choice.origin().label());
            }
        }
        return choice;
    }

    private DatabaseChoice choose(Workspace workspace) {
        if (options.embedded) {
            if (options.production || options.databaseUrl != null || workspace == null) {
                throw CliProblem
                        .arguments("--embedded is for a workspace, and neither for --production nor with --database-url");
            }
            return new DatabaseChoice(DatabaseChoice.Origin.EMBEDDED, Optional.empty());
        }
        DatabaseChoice choice = DatabaseChoice.of(options.databaseUrl, environment, workspace, options.production);
        if (choice.origin() == DatabaseChoice.Origin.FLAG && options.databaseUrl.matches("[^/]*//[^/@]*:[^/@]*@.*")) {
            terminal.warn(terminal.errPalette().altered("warning: ")
                    + "others on this machine can see the password in --database-url; DATABASE_URL hides it");
        }
        return choice;
    }

    private String devDatabaseUrl(Workspace workspace) {
        if (devDatabase == null) {
            devDatabase = new DevDatabase(workspace).open();
            terminal.say(terminal.errPalette().faint("dev database: 127.0.0.1:" + devDatabase.port() + " ("
                    + workspace.root().relativize(workspace.devDatabase()) + ")"));
        }
        return devDatabase.url();
    }

    @Override
    public void close() {
        try {
            closeModule();
        } finally {
            if (devDatabase != null) {
                EmbeddedPostgres closing = devDatabase;
                devDatabase = null;
                closing.close();
            }
            terminal.clearStatus();
        }
    }
}
