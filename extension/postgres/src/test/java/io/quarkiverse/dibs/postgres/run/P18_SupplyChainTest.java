package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the build is made of, and that nothing of it can change by itself. */
class P18_SupplyChainTest {

    @Test
    void theBuildRefusesWhatIsNotFixed() {
        Element rules = only(pom("pom.xml"), "rules");
        for (String rule : List.of("requireMavenVersion", "requireJavaVersion", "dependencyConvergence",
                "banDuplicatePomDependencyVersions", "requirePluginVersions")) {
            assertThat(rules.getElementsByTagName(rule).getLength()).as(rule).isEqualTo(1);
        }
        assertThat(Repository.text(".mvn/maven.config")).contains("--strict-checksums");
    }

    @Test
    void noVersionIsOpenAndNoRepositoryIsNamed() {
        List<String> wrong = new ArrayList<>();
        int versions = 0;
        for (Path file : modules()) {
            Document pom = pom(Repository.root().relativize(file).toString());
            for (Element version : elements(pom, "version")) {
                versions++;
                String text = version.getTextContent().strip();
                boolean rule = version.getParentNode().getNodeName().startsWith("require");
                boolean own = text.equals("0.1.0-SNAPSHOT") || text.startsWith("${");
                if (!rule && !own && !text.matches("[0-9][0-9A-Za-z.-]*") || !own && text.endsWith("SNAPSHOT")) {
                    wrong.add(file + ": " + text);
                }
            }
            assertThat(elements(pom, "repository")).as(file.toString()).isEmpty();
            assertThat(elements(pom, "pluginRepository")).as(file.toString()).isEmpty();
        }
        assertThat(wrong).isEmpty();
        assertThat(versions).isPositive();
    }

    @Test
    void versionsStandInOnePlace() {
        for (Path file : modules()) {
            String path = Repository.root().relativize(file).toString();
            if (path.equals("pom.xml")) {
                continue;
            }
            for (Element dependency : elements(pom(path), "dependency")) {
                NodeList version = dependency.getElementsByTagName("version");
                assertThat(version.getLength() == 0 || version.item(0).getTextContent().startsWith("${"))
                        .as(path + " " + dependency.getTextContent()).isTrue();
            }
        }
    }

    @Test
    void mavenItselfIsTakenOnlyWithItsChecksum() {
        String script = Repository.text("mvnw");
        assertThat(script).containsPattern("sha512=[0-9a-f]{128}").contains("sha512sum -c");
        assertThat(script.indexOf("sha512sum -c")).isLessThan(script.indexOf("jar xf"));
    }

    @Test
    void archivesHaveOneTimeAndABillOfMaterials() {
        Document root = pom("pom.xml");
        assertThat(only(root, "project.build.outputTimestamp").getTextContent()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(only(root, "includeBomSerialNumber").getTextContent()).isEqualTo("false");
        for (String shipped : List.of("cli/pom.xml", "extension/runtime/pom.xml")) {
            assertThat(elements(pom(shipped), "artifactId")).as(shipped).extracting(Element::getTextContent)
                    .contains("cyclonedx-maven-plugin");
        }
        assertThat(only(root, "license").getTextContent()).contains("Apache-2.0");
        assertThat(Files.exists(Repository.root().resolve("LICENSE"))).isTrue();
    }

    /** Those of dibs; not what it writes for others, nor the applications that stand for users'. */
    private static List<Path> modules() {
        List<Path> modules = Repository.files("/pom.xml").stream().filter(path -> !path.toString().contains("/resources/")
                && !path.toString().contains("bare-app") && !path.toString().contains("/example/")).toList();
        assertThat(modules).hasSizeGreaterThan(5);
        return modules;
    }

    private static Document pom(String path) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Repository.root().resolve(path).toFile());
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private static Element only(Document document, String tag) {
        List<Element> found = elements(document, tag);
        assertThat(found).as(tag).hasSize(1);
        return found.get(0);
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
