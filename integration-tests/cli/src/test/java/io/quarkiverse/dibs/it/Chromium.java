package io.quarkiverse.dibs.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

/** The Chromium of this machine, driven without a screen. Fetches no browser. */
final class Chromium implements AutoCloseable {

    private static final double MOST_MILLIS = 40_000;
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;
    private final Map<ColorScheme, BrowserContext> users = new EnumMap<>(ColorScheme.class);

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where it is installed; the tests that need it are skipped where it is not. */
    static Optional<Path> executable() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(MOST_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setHeadless(true)
                .setExecutablePath(executable().orElseThrow()).setArgs(FLAGS)));
    }

    /** A window, whose pages wait as long as a page may take on a busy machine. */
    Page window(ColorScheme scheme) {
        Page page = users.computeIfAbsent(scheme, preferred -> browser
                .newContext(new Browser.NewContextOptions().setViewportSize(1360, 900).setColorScheme(preferred))).newPage();
        page.setDefaultTimeout(MOST_MILLIS);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
