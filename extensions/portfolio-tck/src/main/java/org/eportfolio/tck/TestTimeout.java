package org.eportfolio.tck;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Fails the test of a store that hangs: no test, set-up or tear-down may take longer than the fixture allows. */
final class TestTimeout implements InvocationInterceptor {
    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> opening, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        assertTimeoutPreemptively(limit(context), opening::proceed);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        assertTimeoutPreemptively(limit(context), test::proceed);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> closing, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        assertTimeoutPreemptively(limit(context), closing::proceed);
    }

    private static Duration limit(ExtensionContext context) {
        StoreFixture fixture = ((Contract) context.getRequiredTestInstance()).fixture;
        return fixture == null ? Duration.ofMinutes(1) : fixture.patience();
    }
}
