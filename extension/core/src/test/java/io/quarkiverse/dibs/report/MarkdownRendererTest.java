package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

    @Test
    void aDiffBecomesATableWithItsHazardsAndTheSqlFoldedAway() {
        assertThat(MarkdownRenderer.render(Samples.DIFF)).startsWith("### Schema changes\n")
                .contains("| `+` | column `users.email` | text not null |\n")
                .contains("- **deletes-data** on users (access exclusive): the column's values are lost"
                        + " (safe way: keep the column until nothing reads it)\n")
                .contains("- column `users.mail` to `users.email`: `--rename users.mail=users.email`\n")
                .contains("<details><summary>SQL</summary>\n\n````sql\nBEGIN;\n");
    }
}
