package io.quarkiverse.dibs.deployment.devservices;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test class where there is no container engine, and says so. */
final class NeedsContainerEngine implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (ContainerEngine.ofThisMachine().isThere()) {
            return ConditionEvaluationResult.enabled("there is a container engine");
        }
        if (context.getTestMethod().isEmpty()) {
            System.out.println("skipped: " + context.getRequiredTestClass().getSimpleName()
                    + ", since there is neither DOCKER_HOST nor a socket of Docker or podman");
        }
        return ConditionEvaluationResult.disabled("there is no container engine");
    }
}
