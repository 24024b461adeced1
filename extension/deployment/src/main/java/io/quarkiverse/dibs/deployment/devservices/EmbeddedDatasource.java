package io.quarkiverse.dibs.deployment.devservices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;
import io.quarkiverse.dibs.embedded.EmbeddedPostgresBuilder;
import io.quarkiverse.dibs.embedded.EmbeddedPostgresException;
import io.quarkiverse.dibs.embedded.PostgresBinaries;
import io.quarkus.datasource.deployment.spi.DatasourceStartable;
import io.quarkus.datasource.deployment.spi.DevServicesDatasourceProvider.RunningDevServicesDatasource;

/**
 * An embedded Postgres as the Dev Service of one datasource: started with the application, used by its restarts too, stopped
 * with dev mode or the tests. Its password is nowhere but in the configuration that Quarkus hands on.
 */
final class EmbeddedDatasource implements DatasourceStartable {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");
    private static final String DATABASE = "postgres";

    private final EmbeddedDatasourceRequest request;
    private EmbeddedPostgres server;

    EmbeddedDatasource(EmbeddedDatasourceRequest request) {
        this.request = request;
    }

    @Override
    public void start() {
        try {
            if (request.reset() && request.data().filter(Files::isDirectory).isPresent()) {
                EmbeddedPostgres.reset(request.data().get());
                LOG.infof("Deleted the data in %s", request.data().get());
            }
            server = builder().start();
        } catch (EmbeddedPostgresException e) {
            LOG.debugf(e, "No embedded Postgres for %s", request.displayName());
            throw new DevServiceFailure(DevServiceProblem.of(request, e));
        }
        LOG.infof("Dev Services for %s: embedded Postgres on %s, %s", request.displayName(), getConnectionInfo(),
                request.data().map(folder -> "data kept in " + folder).orElse("its data ends with it"));
        DevServiceProblem.withoutEffect(request, server.port()).forEach(LOG::warn);
    }

    private EmbeddedPostgresBuilder builder() {
        EmbeddedPostgresBuilder builder = EmbeddedPostgres.builder().port(request.port());
        request.data().ifPresentOrElse(builder::dataDirectory, builder::testSettings);
        boolean initialised = request.data().map(folder -> Files.isDirectory(folder)).orElse(false);
        PostgresBinaries.Locator locator = PostgresBinaries.locator()
                .classLoader(Thread.currentThread().getContextClassLoader()).notices(LOG::info)
                .fetchWith(MavenOnPath.find(request.project()).map(Path::toString).map(List::of).orElse(List.of()));
        builder.locator(locator);
        if (request.major() != 0) {
            builder.major(request.major());
        } else if (!initialised) {
            builder.major(PostgresBinaries.DEFAULT_MAJOR);
        }
        return builder;
    }

    @Override
    public String getConnectionInfo() {
        return "127.0.0.1:" + server.port() + "/" + DATABASE;
    }

    @Override
    public String getContainerId() {
        return null;
    }

    /** The inherited one takes the lack of a container for a service that has not been started. */
    @Override
    public RunningDevServicesDatasource runningDevServicesDatasource() {
        return new RunningDevServicesDatasource("embedded", getEffectiveJdbcUrl(), getReactiveUrl(), getUsername(),
                getPassword());
    }

    @Override
    public String getUsername() {
        return server.user();
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public String getReactiveUrl() {
        return "postgresql://" + getConnectionInfo();
    }

    @Override
    public String getEffectiveJdbcUrl() {
        return "jdbc:postgresql://" + getConnectionInfo();
    }

    @Override
    public void close() {
        Optional.ofNullable(server).ifPresent(EmbeddedPostgres::close);
    }
}
