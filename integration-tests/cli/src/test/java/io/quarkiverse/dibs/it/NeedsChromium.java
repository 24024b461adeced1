package io.quarkiverse.dibs.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class of browser tests where there is no browser, and prints how many tests that are. */
final class NeedsChromium implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a Chromium");
        }
        if (context.getTestMethod().isEmpty()) {
            long count = java.util.stream.Stream.of(context.getRequiredTestClass().getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)).count();
            System.out.println("skipped: " + count + " browser tests of " + context.getRequiredTestClass().getSimpleName()
                    + ", since there is no Chromium on the PATH (apt-get install chromium)");
        }
        return ConditionEvaluationResult.disabled("there is no Chromium on the PATH");
    }
}
