package org.eportfolio.web.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.Notices;
import org.eportfolio.core.NoticeDesk;
import org.eportfolio.core.Portfolios;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Actor;
import org.eportfolio.spring.ActorResolver;
import org.eportfolio.spring.SchoolResolver;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something happened which concerns their reader, so that two people see the same interview: one line for
 * each look, without what it was. A page without it is as good, once it is loaded again.
 */
@Controller
final class LivePage implements DisposableBean {
    /** So many pages wait at a time, each with a thread; one more asks again later. */
    private static final int MOST = 200;

    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration LASTING = Duration.ofMinutes(10);
    private static final String CURSOR = LivePage.class.getName();

    private final Portfolios portfolios;
    private final SchoolResolver schools;
    private final ActorResolver actors;
    private final ThreadPoolExecutor waiting =
            new ThreadPoolExecutor(0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

    LivePage(Portfolios portfolios, SchoolResolver schools, ActorResolver actors) {
        this.portfolios = portfolios;
        this.schools = schools;
        this.actors = actors;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request) {
        SseEmitter stream = new SseEmitter(LASTING.toMillis());
        String school = schools.school(request);
        Actor actor = actors.actor(request);
        HttpSession session = request.getSession();
        try {
            waiting.execute(() -> follow(school, actor, session, stream));
        } catch (RejectedExecutionException full) {
            throw new ResponseStatusException(503, "too many pages wait", full);
        }
        return stream;
    }

    /** A stream has a use of its own, since its request ends before it. */
    private void follow(String school, Actor actor, HttpSession session, SseEmitter stream) {
        AtomicBoolean ended = new AtomicBoolean();
        stream.onCompletion(() -> ended.set(true));
        stream.onError(failure -> ended.set(true));
        try (Portfolios.Use use = portfolios.use(school)) {
            NoticeDesk notices = use.portfolio().as(actor).notices();
            Cursor cursor = upToNow(notices, session);
            stream.send(SseEmitter.event().comment("here").reconnectTime(10_000));
            while (!ended.get()) {
                Notices found = notices.await(cursor, LOOK);
                cursor = found.next();
                session.setAttribute(CURSOR, cursor.toString());
                SseEmitter.SseEventBuilder event = SseEmitter.event();
                stream.send(
                        found.notices().isEmpty()
                                ? event.comment("still")
                                : event.name("moved").data("1"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stream.complete();
        } catch (IOException | RuntimeException gone) {
            // The page was closed, its session ended, or its reader lost their role: the page asks again and is told.
            stream.complete();
        }
    }

    /** What happened before the first page of this session was opened stands on it already. */
    private static Cursor upToNow(NoticeDesk notices, HttpSession session) {
        Object kept = session.getAttribute(CURSOR);
        Cursor cursor = kept == null ? Cursor.START : Cursor.parse(kept.toString());
        Notices found;
        do {
            found = notices.after(cursor, PageRequest.LARGEST);
            cursor = found.next();
        } while (found.more());
        return cursor;
    }

    @Override
    public void destroy() {
        waiting.shutdownNow();
    }
}
