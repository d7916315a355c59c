package org.eportfolio.tck;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Lets a store that hangs fail its test: neither a test nor what goes before and after it takes longer than the fixture allows. */
final class Patience implements InvocationInterceptor {
    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> opening, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        assertTimeoutPreemptively(patience(context), opening::proceed);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        assertTimeoutPreemptively(patience(context), test::proceed);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> closing, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        assertTimeoutPreemptively(patience(context), closing::proceed);
    }

    private static Duration patience(ExtensionContext context) {
        StoreFixture fixture = ((Contract) context.getRequiredTestInstance()).fixture;
        return fixture == null ? Duration.ofMinutes(1) : fixture.patience();
    }
}
