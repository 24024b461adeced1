package io.quarkiverse.dibs.deployment.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.dibs.intent.IntentCodec;
import io.quarkiverse.dibs.runtime.DibsIntent;
import io.quarkiverse.dibs.runtime.DibsMigrations;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkiverse.dibs.runtime.service.DibsApplication;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.test.QuarkusUnitTest;

/** An application that merely has the extension: what it asks for is there, and nothing else. */
class LibraryUseTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Thing.class, M1CreateThings.class))
            .overrideConfigKey("quarkus.datasource.devservices.enabled", "false");

    @Inject
    DibsMigrations migrations;

    @Inject
    Instance<QuarkusApplication> programs;

    @Test
    void aPackagePrivateMethodIsCalledByTheGeneratedInvoker() throws Exception {
        assertThat(migrations.all()).hasSize(1);
        MigrationInvoker invoker = migrations.all().get(0);
        assertThat(invoker.version()).isEqualTo("1");
        assertThat(invoker.name()).isEqualTo("CreateThings");
        assertThat(invoker.className()).isEqualTo(M1CreateThings.class.getName());
        assertThat(invoker.checksum()).matches("[0-9a-f]{64}");
        assertThat(invoker.transactional()).isTrue();
        assertThat(invoker.reactive()).isFalse();
        int before = M1CreateThings.calls;
        assertThat(invoker.invoke(null)).isNull();
        assertThat(M1CreateThings.calls).isEqualTo(before + 1);
    }

    @Test
    void theIntentIsAResourceOfTheApplication() throws IOException {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(IntentCodec.RESOURCE)) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(IntentCodec.read(json).schema().contains(ObjectId.table("public", "things"))).isTrue();
        }
    }

    @Test
    void nobodyGetsAProgramAndNothingIsReadThatWasNotAskedFor() {
        assertThat(programs).isEmpty();
        assertThat(Arc.container().instance(DibsApplication.class).isAvailable()).isFalse();
        assertThat(Arc.container().getActiveContext(Singleton.class).getState().getContextualInstances().keySet())
                .extracting(Bean::getBeanClass).doesNotContain(DibsIntent.class, Dibs.class);
    }
}
