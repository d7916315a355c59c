package org.eportfolio.console.terminal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;

/** Writes each event as one line on stderr: level and message, and which exception it comes with but not what that says. */
public final class OneLineAppender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        String with = cause == null ? "" : " (" + cause.getClassName() + ")";
        System.err.println(PrintableText.of(event.getLevel() + " " + event.getFormattedMessage() + with));
    }
}
