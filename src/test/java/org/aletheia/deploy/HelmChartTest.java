package org.aletheia.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class HelmChartTest {

    private static final Path BASE =
            Path.of(System.getProperty("aletheia.basedir", ".")).toAbsolutePath();
    private static final Path CHART = BASE.resolve("helm/aletheia");

    /** The least that an operator must say: where the four services are and which secrets hold the rest. */
    private static final Path OPERATORS_VALUES = BASE.resolve("src/test/resources/helm/values.yaml");

    private static TemplateCommand template(Path chart) {
        return new Helm(chart)
                .template()
                .withName("rel")
                .withNamespace("evidence")
                .withKubeVersion("1.31.0");
    }

    private static TemplateCommand complete() {
        return template(CHART).withValuesFile(OPERATORS_VALUES);
    }

    @Test
    void lintsStrictly(@TempDir Path folder) throws IOException {
        var result = new Helm(completedCopy(folder)).lint().strict().call();
        assertThat(result.getMessages().toString()).doesNotContain("[ERROR]").doesNotContain("[WARNING]");
        assertThat(result.isFailed()).isFalse();
    }

    /** Linting takes no values, so it is given a copy of the chart whose own values are an operator's. */
    private static Path completedCopy(Path folder) throws IOException {
        Path copy = folder.resolve("aletheia");
        try (var files = Files.walk(CHART)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(CHART.relativize(file).toString()));
            }
        }
        var yaml = new ObjectMapper(new YAMLFactory());
        var values = yaml.readTree(CHART.resolve("values.yaml").toFile());
        yaml.writeValue(
                copy.resolve("values.yaml").toFile(),
                yaml.readerForUpdating(values).readValue(OPERATORS_VALUES.toFile()));
        return copy;
    }

    @Test
    void runsWithoutPrivilegesAndNamesItsSecrets() {
        String rendered = complete().call();
        assertThat(rendered)
                .contains("runAsNonRoot: true", "readOnlyRootFilesystem: true", "drop: [ALL]")
                .contains("allowPrivilegeEscalation: false", "automountServiceAccountToken: false")
                .contains("medium: Memory")
                .contains("secretKeyRef")
                .contains("defaultMode: 0440", "fsGroup: 10001") // what the key files tolerate
                .contains("path: /q/health/ready", "path: /q/health/live", "path: /q/health/started");
    }

    /** Whether there is a management port is settled when the server is built; the chart says where it is. */
    @Test
    void probesAskTheManagementPortThatTheServerWasBuiltWith() throws IOException {
        Properties built = new Properties();
        try (var in = Files.newInputStream(BASE.resolve("src/main/resources/application.properties"))) {
            built.load(in);
        }
        assertThat(built).containsEntry("quarkus.management.enabled", "true");
        String rendered = complete().set("http.managementPort", "9123").call();
        assertThat(rendered)
                .contains("quarkus.management.host=0.0.0.0", "quarkus.management.port=9123", "containerPort: 9123")
                .doesNotContain("quarkus.management.enabled");
        assertThat(rendered.split("path: /q/health/[a-z]+\\s+port: management")).hasSize(4);
    }

    @Test
    void migratesAsAJobAndNeverAtServerStart(@TempDir Path folder) throws IOException {
        Path copy = completedCopy(folder);
        Path job = copy.resolve("templates/migration.yaml");
        String hook = "helm.sh/hook: pre-install,pre-upgrade";
        assertThat(job).content().contains(hook);
        // rendering leaves hooks out, so the job is rendered as if it were none
        Files.writeString(job, Files.readString(job).replaceAll("(?m)^    helm\\.sh/hook.*\\R", ""));
        assertThat(template(copy).call())
                .contains("kind: Job", "args: [\"migrate\"]", "key: owner-password")
                .contains("quarkus.flyway.migrate-at-start=false");
    }

    @Test
    void onlyTheMigrationHoldsTheOwnersPassword() {
        assertThat(complete().call())
                .contains("kind: Deployment", "app-password")
                .doesNotContain("owner-password");
    }

    @Test
    void asksForObjectLockUnlessToldOtherwise() {
        assertThat(complete().call()).contains("aletheia.object-store.object-lock=required");
    }

    @Test
    void refusesToRenderWithoutTheServicesItNeeds() {
        assertThatThrownBy(() -> template(CHART).call())
                .hasMessageContaining("postgresql")
                .hasMessageContaining("objectStore");
    }

    @Test
    void speaksToElasticsearchWithAKeyAndPermitsNoPlaintext() {
        assertThat(complete().call())
                .contains("ALETHEIA_SEARCH_API_KEY", "aletheia.production.plaintext-allowed=false");
    }

    @Test
    void refusesAnIngressWithoutTls() {
        var ingress = complete().set("ingress.enabled", "true").set("ingress.host", "evidence.example.org");
        assertThatThrownBy(ingress::call).hasMessageContaining("tlsSecret");
    }

    /** People come to their own door there: what stands in front of the server keeps no address of theirs. */
    @Test
    void theProxyKeepsNoLogOfTheDoor() {
        String rendered = complete()
                .set("ingress.enabled", "true")
                .set("ingress.host", "evidence.example.org")
                .set("ingress.tlsSecret", "tls")
                .call();
        String page = Arrays.stream(rendered.split("(?m)^---$"))
                .filter(each -> each.contains("path: /page"))
                .findFirst()
                .orElseThrow();
        assertThat(page)
                .contains("kind: Ingress", "path: /form", "pathType: Exact")
                .doesNotContain("pathType: Prefix")
                .contains("nginx.ingress.kubernetes.io/enable-access-log: \"false\"");
    }
}
