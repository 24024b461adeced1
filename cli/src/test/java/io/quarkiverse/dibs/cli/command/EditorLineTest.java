package io.quarkiverse.dibs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class EditorLineTest {

    private static final Path FILE = Path.of("/src/A.java");

    @Test
    void everyEditorIsToldTheLineAsItWantsIt() {
        assertThat(EditorLine.arguments("vim", FILE, 12)).containsExactly("+12", "/src/A.java");
        assertThat(EditorLine.arguments("/usr/bin/nano -w", FILE, 12)).containsExactly("+12", "/src/A.java");
        assertThat(EditorLine.arguments("code --wait", FILE, 12)).containsExactly("--goto", "/src/A.java:12");
        assertThat(EditorLine.arguments("hx", FILE, 12)).containsExactly("/src/A.java:12");
        assertThat(EditorLine.arguments("idea", FILE, 12)).containsExactly("--line", "12", "/src/A.java");
    }

    @Test
    void anEditorThatNobodyKnowsGetsTheFile() {
        assertThat(EditorLine.arguments("my-editor --line 3", FILE, 12)).containsExactly("/src/A.java");
    }
}
