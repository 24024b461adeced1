package io.quarkiverse.dibs.deployment.devservices;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.dibs.deployment.devmode.ProjectFolders;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.datasource.deployment.spi.DatasourceStartable;
import io.quarkus.datasource.deployment.spi.DefaultDataSourceDbKindBuildItem;
import io.quarkus.datasource.deployment.spi.DevServicesDatasourceConfigurationHandlerBuildItem;
import io.quarkus.datasource.runtime.DataSourceBuildTimeConfig;
import io.quarkus.datasource.runtime.DataSourcesBuildTimeConfig;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.runtime.LaunchMode;

/**
 * Gives each Postgres datasource that has no URL an embedded server, where there is no container engine for the standard Dev
 * Service. Sets the very properties that this one would set, for whatever clients the application has.
 */
@BuildSteps(onlyIf = { IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class })
class DevServicesProcessor {

    @BuildStep
    void start(DevServicesSettings settings, DataSourcesBuildTimeConfig datasources, LaunchModeBuildItem mode,
            CurateOutcomeBuildItem outcome, List<DefaultDataSourceDbKindBuildItem> defaultKinds,
            List<DevServicesDatasourceConfigurationHandlerBuildItem> handlers,
            BuildProducer<DevServicesResultBuildItem> services) {
        if (!StandardDevServiceOff.isEmbeddedUsed(settings.embedded())) {
            return;
        }
        ProjectFolders folders = ProjectFolders.of(outcome);
        Optional<String> migrated = ConfigProvider.getConfig().getOptionalValue("quarkus.dibs.datasource", String.class);
        boolean development = mode.getLaunchMode() == LaunchMode.DEVELOPMENT;
        boolean keep = settings.keep() && development;
        List<DevServicesDatasourceConfigurationHandlerBuildItem> clients = handlers.stream()
                .filter(handler -> DatabaseKind.isPostgreSQL(handler.getDbKind())).toList();
        TreeSet<String> names = new TreeSet<>(datasources.dataSources().keySet());
        names.add(DataSourceUtil.DEFAULT_DATASOURCE_NAME);
        for (String name : names) {
            DataSourceBuildTimeConfig datasource = datasources.dataSources().get(name);
            Optional<Boolean> enabled = saidByUser(name);
            Optional<String> kind = DefaultDataSourceDbKindBuildItem.resolve(datasource.dbKind(), defaultKinds,
                    !DataSourceUtil.isDefault(name) || enabled.orElse(!datasources.hasNamedDataSources()), outcome);
            if (enabled.orElse(true) && kind.filter(DatabaseKind::isPostgreSQL).isPresent() && isOpen(name, clients)) {
                Optional<Path> data = keep ? Optional.of(new KeptData(folders.state(), migrated).of(name)) : Optional.empty();
                services.produce(service(new EmbeddedDatasourceRequest(name, settings.version().orElse(0),
                        datasource.devservices().port().orElse(0), data, settings.reset() && development, folders.project()),
                        clients));
            }
        }
    }

    /** Whether Dev Services are wanted for it, as the user said and not what stands in for him. */
    private static Optional<Boolean> saidByUser(String name) {
        return DataSourceUtil.dataSourcePropertyKeys(name, "devservices.enabled").stream()
                .map(key -> ConfigProvider.getConfig().getConfigValue(key))
                .filter(value -> value.getValue() != null && !StandardDevServiceOff.said(value))
                .findFirst().map(value -> Boolean.parseBoolean(value.getValue()));
    }

    /** Whether it is in use and nobody has said where its database is. */
    private static boolean isOpen(String name, List<DevServicesDatasourceConfigurationHandlerBuildItem> clients) {
        boolean active = ConfigProvider.getConfig()
                .getOptionalValue(DataSourceUtil.dataSourcePropertyKey(name, "active"), Boolean.class).orElse(true);
        return active && clients.stream().noneMatch(client -> client.getCheckConfiguredFunction().test(name));
    }

    private static DevServicesResultBuildItem service(EmbeddedDatasourceRequest request,
            List<DevServicesDatasourceConfigurationHandlerBuildItem> clients) {
        Map<String, Function<EmbeddedDatasource, String>> properties = new HashMap<>();
        for (DevServicesDatasourceConfigurationHandlerBuildItem client : clients) {
            client.getDeferredConfigProviderFunction().apply(request.datasource())
                    .forEach((key, value) -> properties.put(key, value(value)));
        }
        properties.put(request.property("username"), EmbeddedDatasource::getUsername);
        properties.put(request.property("password"), EmbeddedDatasource::getPassword);
        return DevServicesResultBuildItem.<EmbeddedDatasource> owned().feature("dibs")
                .serviceName(request.datasource()).serviceConfig(request)
                .description("Embedded Postgres of " + request.displayName())
                .startable(() -> new EmbeddedDatasource(request)).configProvider(properties).build();
    }

    private static Function<EmbeddedDatasource, String> value(Function<DatasourceStartable, String> value) {
        return value::apply;
    }
}
