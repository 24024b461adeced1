package io.quarkiverse.dibs.cli.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.cli.tui.state.Key;
import io.quarkiverse.dibs.cli.tui.state.Key.Name;

class KeyReaderTest {

    @Test
    void charactersAreKeys() throws IOException {
        assertThat(keys("aG/?ß")).containsExactly(Key.of('a'), Key.of('G'), Key.of('/'), Key.of('?'), Key.of('ß'));
        assertThat(keys("\u0004\u0003\r\t\u007f")).containsExactly(Key.control('d'), Key.control('c'), Key.of(Name.ENTER),
                Key.of(Name.TAB), Key.of(Name.BACKSPACE));
        assertThat(keys("\ud83d\ude00")).containsExactly(new Key(Name.CHARACTER, 0x1f600));
    }

    @Test
    void sequencesAreOneKey() throws IOException {
        assertThat(keys("\u001b[A\u001bOB\u001b[1;5C\u001b[3~\u001b[6~\u001b[Z\u001b[99~x")).containsExactly(Key.of(Name.UP),
                Key.of(Name.DOWN), Key.of(Name.RIGHT), Key.of(Name.DELETE), Key.of(Name.PAGE_DOWN), Key.of(Name.BACK_TAB),
                Key.of(Name.OTHER), Key.of('x'));
    }

    @Test
    void escapeAloneIsAKeyAsWell() throws IOException {
        assertThat(keys("\u001b")).containsExactly(Key.of(Name.ESCAPE));
    }

    @Test
    void theEndOfTheInputIsToldApartFromNoKey() {
        assertThatThrownBy(() -> new KeyReader(millis -> -1).read(1)).isInstanceOf(KeyReader.Ended.class);
    }

    private static List<Key> keys(String typed) throws IOException {
        Deque<Integer> characters = new ArrayDeque<>();
        typed.chars().forEach(characters::add);
        KeyReader reader = new KeyReader(millis -> characters.isEmpty() ? -2 : characters.remove());
        List<Key> keys = new ArrayList<>();
        for (Optional<Key> key = reader.read(1); key.isPresent(); key = reader.read(1)) {
            keys.add(key.get());
        }
        return keys;
    }
}
