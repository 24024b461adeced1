package io.quarkiverse.dibs.postgres.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    private static final List<String> NAMES = IntStream.range(0, 1_000).mapToObj(i -> "tenant_" + i).toList();

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 7, 16 })
    void eachTargetIsInOneShardAndTheShardsAreAboutEqual(int count) {
        for (String name : NAMES) {
            assertThat(IntStream.range(0, count).filter(index -> new Shard(index, count).has(name)).count()).isOne();
        }
        for (int i = 0; i < count; i++) {
            Shard shard = new Shard(i, count);
            assertThat(NAMES.stream().filter(shard::has).count()).isBetween(1_000L / count / 2, 1_000L / count * 2);
        }
    }

    @Test
    void whichShardATargetIsInNeverChanges() {
        // a release that moved targets would have two machines at one target, or none, while it is rolled out
        assertThat(NAMES.stream().limit(8).map(name -> IntStream.range(0, 4).filter(i -> new Shard(i, 4).has(name)).findFirst()
                .getAsInt())).containsExactly(1, 1, 3, 1, 1, 2, 0, 0);
    }

    @Test
    void theIndexMayBeThatOfTheJob() {
        assertThat(Shard.parse("2/4", Map.of())).isEqualTo(new Shard(2, 4));
        assertThat(Shard.parse("/4", Map.of("JOB_COMPLETION_INDEX", "3"))).isEqualTo(new Shard(3, 4));
        assertThat(Shard.parse("0/1", Map.of("JOB_COMPLETION_INDEX", "3"))).isEqualTo(new Shard(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "4", "4/4", "-1/4", "/4", "0/0", "a/b", "1/4/2", "1 /4", "9999999999/99999999999" })
    void whatIsNoShardIsRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text, Map.of("JOB_COMPLETION_INDEX", "x"))).hasMessageContaining("DIBS-0746");
        assertThatThrownBy(() -> Shard.parse("/4", Map.of())).hasMessageContaining("JOB_COMPLETION_INDEX").hasMessageContaining(
                "not set");
    }
}
