package io.quarkiverse.dibs.cli.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.tamboui.export.ExportRequest;
import io.quarkiverse.dibs.cli.tui.state.Effect;
import io.quarkiverse.dibs.cli.tui.state.Event;
import io.quarkiverse.dibs.cli.tui.view.Looks;

/** The pictures of the documentation are what is drawn; {@code -Dupdate} makes them anew. */
class DocumentedScreensTest {

    private static final Path DOCS = Path.of("../docs/modules/ROOT");
    private static final Path README = Path.of("../README.md");
    private static final int COLUMNS = 112;
    private static final int ROWS = 22;

    @Test
    void thePicturesOfTheTabsAreWhatIsDrawn() throws IOException {
        picture("schema", loaded().press("1", "j", "l", "j", "j"));
        picture("changes", loaded().press("j", "j", "j", "j"));
        picture("migrations", loaded().press("3", "G"));
        Driver generating = loaded().press("g", "y");
        generating.happened(new Event.Previewed(((Effect.Preview) generating.lastEffect()).wish(), Samples.GENERATED));
        picture("generate", generating);
    }

    @Test
    void theTextInTheReadmeIsWhatIsDrawn() throws IOException {
        String screen = Driver.loaded(80, 24).press("j", "j", "j", "j", "j").screen();
        Path file = DOCS.resolve("examples/tui/changes.txt");
        if (System.getProperty("update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, screen);
        }

        assertThat(screen).isEqualTo(Files.readString(file));
        assertThat(Files.readString(README)).contains(screen);
    }

    private static Driver loaded() {
        return Driver.loaded(COLUMNS, ROWS);
    }

    private static void picture(String name, Driver driver) throws IOException {
        String svg = ExportRequest.export(driver.buffer(new Looks(true, true))).svg()
                .options(options -> options.chrome(false).title("dibs").uniqueId("dibs-" + name)).toString()
                // fonts from elsewhere
                .replaceAll("@font-face \\{[^}]*\\}\\s*", "");
        Path file = DOCS.resolve("images/tui-" + name + ".svg");
        if (System.getProperty("update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, svg);
        }
        assertThat(svg).as(name + " (-Dupdate makes it anew)").isEqualTo(Files.readString(file));
    }
}
