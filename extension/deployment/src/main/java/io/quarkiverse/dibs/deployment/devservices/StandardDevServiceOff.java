package io.quarkiverse.dibs.deployment.devservices;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Turns the standard Dev Service of Postgres datasources off where dibs brings one, as if the user had said so: in tests it
 * would fail without a container engine. What the user says himself wins. In production builds it says nothing.
 */
public final class StandardDevServiceOff implements SmallRyeConfigBuilderCustomizer {

    private static final String SOURCE = "dibs, instead of the standard Dev Service";

    private static final String EMBEDDED = "quarkus.dibs.devservices.embedded";
    private static final Set<String> KINDS = Set.of("postgresql", "pgsql", "pg", "");
    private static final Pattern NAMED = Pattern.compile("quarkus\\.datasource\\.(\"[^\"]+\"|[^.\"]+)\\.db-kind");
    /** Below everything that a user may write. */
    private static final int ORDINAL = Integer.MIN_VALUE + 1000;

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withSources(new ConfigSourceFactory() {
            @Override
            public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
                return sources(context);
            }
        });
    }

    /** Whether it is this that a setting comes from. */
    static boolean said(org.eclipse.microprofile.config.ConfigValue value) {
        return value.getSourceName() != null && value.getSourceName().contains(SOURCE);
    }

    private static List<ConfigSource> sources(ConfigSourceContext context) {
        if (!LaunchMode.current().isDevOrTest() || !isEmbeddedUsed(value(context, EMBEDDED))) {
            return List.of();
        }
        Map<String, String> off = new TreeMap<>();
        boolean named = false;
        for (Iterator<String> names = context.iterateNames(); names.hasNext();) {
            String name = names.next();
            Matcher matcher = NAMED.matcher(name);
            if (matcher.matches()) {
                named = true;
                turnOff(context, "quarkus.datasource." + matcher.group(1) + ".", off);
            }
        }
        if (turnOff(context, "quarkus.datasource.", off) && !named) {
            // without Dev Services Quarkus would take the lack of a kind for the lack of a datasource
            off.putIfAbsent("quarkus.datasource.db-kind", "postgresql");
        }
        if (!off.isEmpty() && !ContainerEngine.ofThisMachine().isThere()) {
            // whoever looks for an engine all the same tells at length that there is none
            off.put("quarkus.log.category.\"org.testcontainers\".level", "OFF");
        }
        return List.of(new PropertiesConfigSource(off, SOURCE, ORDINAL));
    }

    /** Where the datasource is one of Postgres and nobody says where its database is. */
    private static boolean turnOff(ConfigSourceContext context, String prefix, Map<String, String> off) {
        boolean open = KINDS.contains(value(context, prefix + "db-kind")) && value(context, prefix + "reactive.url").isEmpty()
                && value(context, prefix + "jdbc.url").isEmpty();
        if (open) {
            off.put(prefix + "devservices.enabled", "false");
        }
        return open;
    }

    /** The same for the build step, which has the setting as a constant. */
    static boolean isEmbeddedUsed(DevServicesSettings.When embedded) {
        return switch (embedded) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> !ContainerEngine.ofThisMachine().isThere();
        };
    }

    private static boolean isEmbeddedUsed(String embedded) {
        for (DevServicesSettings.When when : DevServicesSettings.When.values()) {
            if (when.name().equalsIgnoreCase(embedded)) {
                return isEmbeddedUsed(when);
            }
        }
        // a misspelt word is refused where the settings are read
        return embedded.isEmpty() && isEmbeddedUsed(DevServicesSettings.When.AUTO);
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue().strip();
    }
}
