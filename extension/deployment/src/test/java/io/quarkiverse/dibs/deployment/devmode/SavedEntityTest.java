package io.quarkiverse.dibs.deployment.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** An application that names no database, on a machine without a container engine: saving an entity shows what differs. */
class SavedEntityTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(root -> root.addClasses(Note.class, Greeting.class)
                    .addAsResource(new StringAsset("quarkus.dibs.devservices.embedded=always\n"), "application.properties"))
            .setLogRecordPredicate(record -> DevModeLog.LOGGER.equals(record.getLoggerName()));

    private final DevModeLog log = new DevModeLog(APPLICATION);

    @Test
    void anEmbeddedServerIsStartedOnceAndEverySavedEntityIsComparedWithIt() {
        String started = log.awaitLine("Dev Services for the datasource: embedded Postgres on 127.0.0.1:");
        String before = log.awaitLine("and the entities: ");

        APPLICATION.modifySourceFile(Note.class, source -> source.replace("// here", "public int stars;"));
        assertThat(DevModeLog.reload()).isTrue();

        String database = started.replaceAll(".*(127[^,]*),.*", "$1");
        assertThat(before).contains(database).contains("See dibs diff");
        assertThat(count(log.awaitLine((count(before) + 1) + " changes"))).isEqualTo(count(before) + 1);
        assertThat(log.lines()).filteredOn(line -> line.contains("Dev Services for")).hasSize(1);
    }

    private static int count(String line) {
        return Integer.parseInt(line.replaceAll(".*entities: (\\d+) changes.*", "$1"));
    }
}
