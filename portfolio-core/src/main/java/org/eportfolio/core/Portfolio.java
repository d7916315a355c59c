package org.eportfolio.core;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.StorageException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.HostService;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Services;
import org.eportfolio.core.internal.certification.GuardedSigner;
import org.eportfolio.core.internal.framework.AdaptationReasons;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.framework.ShippedFrameworks;
import org.eportfolio.core.internal.framework.WorkplaceRequirements;
import org.eportfolio.core.internal.guidance.GuardedNudgeRules;
import org.eportfolio.core.internal.image.Previews;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.journal.EarlierChains;
import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.core.internal.reflection.TemplateCatalogue;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.school.OrganisationZone;
import org.eportfolio.core.internal.school.SetUp;
import org.eportfolio.core.internal.search.SearchIndexing;
import org.eportfolio.core.internal.work.AccessRecorder;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.guidance.AdaptationReason;
import org.eportfolio.guidance.NudgeRule;
import org.eportfolio.guidance.NudgeRules;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.reflection.ReflectionTemplates;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Directory;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.PreviewMaker;
import org.eportfolio.spi.Signer;
import org.eportfolio.workplace.WorkplaceRequirement;

/**
 * The front door: one organisation's portfolio. Immutable and thread-safe; a host keeps one for each organisation and
 * closes it at the end, which closes the store.
 *
 * <pre>{@code
 * try (var portfolio = Portfolio.with(SqliteStore.open(Path.of("school.db"))).build()) {
 *   var head = portfolio.setUp("proviseure");
 *   ...
 * }
 * }</pre>
 *
 * <p>Every call is synchronous, is one transaction, and is made <em>as</em> an actor. Calls never join a host's
 * transaction.
 *
 * <p>The greater part of this file is the {@link Builder}, with one method for each option.
 */
public final class Portfolio implements AutoCloseable {
    private final Engine engine;
    private final Catalogue catalogue;
    private final GuardedDirectory names;
    private final GuardedSigner signing;
    private final GuardedNudgeRules nudging;
    private final PrivacyOptions keeping;
    private final OrganisationZone zone;
    private final Services services;
    private final Previews previews;

    private Portfolio(Builder builder, TemplateCatalogue templates) {
        zone = OrganisationZone.of(builder.store, builder.clock, builder.zone);
        engine = new Engine(
                builder.store,
                zone.clock(builder.clock),
                builder.accessPolicy,
                builder.privacy.without(),
                builder.recorder(zone),
                SearchIndexing.RULES);
        catalogue = new Catalogue(
                builder.levelPolicies,
                templates,
                new WorkplaceRequirements(
                        ShippedFrameworks.workplaceRequirements(), builder.workplaces, builder.daysAWeek),
                AdaptationReasons.with(builder.adaptationReasons));
        services = new Services(builder.services);
        previews = new Previews(builder.previews);
        names = new GuardedDirectory(builder.directory);
        signing = new GuardedSigner(builder.signer);
        nudging = new GuardedNudgeRules(builder.nudgeRules);
        keeping = new PrivacyOptions(
                builder.privacy,
                new Erasures(engine, builder.privacy, builder.erasures),
                builder.takeAway,
                builder.exams,
                builder.monthsOfReadings);
    }

    /** Begins a portfolio over this store, which it will own. */
    public static Builder with(PortfolioStore store) {
        return new Builder(store);
    }

    /**
     * Names the first administrator, who heads the organisation and can give roles to others. Harmless when the same
     * person was named before; refused when another person was.
     *
     * @return what that person can do
     */
    public Desk setUp(String administrator) {
        PersonId person = PersonId.of(administrator);
        SetUp.firstAdministrator(person, engine);
        return as(Actor.of(person));
    }

    /** Who was named by {@link #setUp}; empty before. */
    public Optional<PersonId> administrator() {
        return SetUp.administrator(engine);
    }

    /** The organisation's time zone, in which days are read: the one that the store keeps. */
    public ZoneId zone() {
        return zone.zone();
    }

    /**
     * What the host should know about this opening, as logged: that its clock has another zone than the store keeps.
     * Mostly empty.
     */
    public List<Message> warnings() {
        return zone.warnings();
    }

    /**
     * What this actor can do. Cheap: a host calls it for each request.
     *
     * @throws org.eportfolio.NotFoundException if it is a service that was not declared ({@link Builder#service})
     */
    public Desk as(Actor actor) {
        Gate gate = new Gate(Objects.requireNonNull(actor, "actor"), services);
        return new Desk(gate, engine, engine, catalogue, names, signing, nudging, keeping, previews);
    }

    /**
     * What a job of the host can do that acts for no person: what it was declared with.
     *
     * @throws org.eportfolio.NotFoundException if no service of this name was declared ({@link Builder#service})
     */
    public Desk asService(String name) {
        return as(Actor.service(name));
    }

    /**
     * What was counted since this portfolio was opened: a read that touches neither records nor the database, for a host's meters.
     * Nothing in it is about a person or a dossier.
     */
    public Statistics statistics() {
        return Statistics.of(engine);
    }

    PortfolioStore store() {
        return engine.store();
    }

    private void bringUpToDate() {
        engine.beginIndex();
        boolean earlier = zone.keeping() == OrganisationZone.Keeping.FIRST;
        if (!earlier || EarlierChains.cover(engine)) zone.keep(engine);
    }

    /** Waits for running commits and closes the store. Closing twice does nothing. */
    @Override
    public void close() {
        engine.close();
    }

    /** The options of a portfolio. */
    public static final class Builder {
        private final PortfolioStore store;
        private final Map<String, LevelPolicy> levelPolicies = new HashMap<>();
        private final List<GuardedNudgeRules.Named> nudgeRules = shippedNudgeRules();
        private final List<ReflectionTemplates> templates = new ArrayList<>();
        private final List<WorkplaceRequirement> workplaces = new ArrayList<>();
        private final List<AdaptationReason> adaptationReasons = new ArrayList<>();
        private final List<HostService> services = new ArrayList<>();
        private int daysAWeek = 5;
        private int monthsOfReadings;
        private Clock clock = Clock.system(ZoneId.systemDefault());
        private Directory directory = person -> Optional.empty();
        private AccessPolicy accessPolicy = question -> Optional.empty();
        private PrivacySettings privacy = PrivacySettings.NONE;
        private PreviewMaker previews = Previews.NONE;
        private TakeAway takeAway = PersonExport::zipTo;
        private @org.jspecify.annotations.Nullable ZoneId zone;
        private @org.jspecify.annotations.Nullable ErasureRegister erasures;
        private @org.jspecify.annotations.Nullable Signer signer;
        private @org.jspecify.annotations.Nullable ExamUse exams;
        private @org.jspecify.annotations.Nullable String collision;
        private @org.jspecify.annotations.Nullable String serviceTwice;
        private @org.jspecify.annotations.Nullable PluginException nudgeFault;

        private Builder(PortfolioStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /**
         * Sets the clock; without it, the system's. A new store takes the clock's zone as the organisation's. Where the store keeps
         * another zone, days are read in that one, and {@link Portfolio#warnings} says so.
         */
        public Builder clock(Clock time) {
            clock = Objects.requireNonNull(time, "clock");
            return this;
        }

        /**
         * States the organisation's zone anew, to be kept in place of the one that the store keeps, with an entry in the
         * journal. Needed once, where the first opening had the wrong one. Instants stay as they were recorded: a right that
         * was given up to the end of a day ends at the same moment as before.
         */
        public Builder zone(ZoneId organisation) {
            zone = Objects.requireNonNull(organisation, "zone");
            return this;
        }

        /**
         * Keeps who read a dossier that is not their own, for the learner and the DPO ({@code access().readers}): in the
         * store's {@link org.eportfolio.spi.AccessLog}, apart from the journal, archives and backups. The months are the
         * controller's choice within what the CNIL recommends for logs of access (délibération 2021-122: six months to a
         * year, for no other use). Without this nothing of it is kept. What waits to be written is lost in a crash.
         *
         * @param months 6 to 12
         */
        public Builder readingsKept(int months) {
            if (months < 6 || months > 12) throw new IllegalArgumentException("months of the access log: " + months);
            monthsOfReadings = months;
            return this;
        }

        private @org.jspecify.annotations.Nullable AccessRecorder recorder(OrganisationZone zone) {
            int months = monthsOfReadings;
            if (months == 0) return null;
            AccessLog log = store.accessLog()
                    .orElseThrow(() -> new StorageException(Message.of("storage.no-access-log"), null));
            return new AccessRecorder(
                    log, now -> now.atZone(zone.zone()).minusMonths(months).toInstant());
        }

        /** Names people. Without one, names are those given to {@code people().name(…)}. */
        public Builder directory(Directory people) {
            directory = Objects.requireNonNull(people, "directory");
            return this;
        }

        /** May refuse what the library would allow. */
        public Builder accessPolicy(AccessPolicy policy) {
            accessPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Declares a job of the host that acts for no person, with its purpose and permissions: {@link Portfolio#asService}
         * calls as it. Its name must be free, and its id ({@link HostService#id}) no person's.
         */
        public Builder service(HostService service) {
            boolean twice = services.stream().anyMatch(each -> each.name().equals(service.name()));
            if (twice && serviceTwice == null) serviceTwice = service.name();
            services.add(service);
            return this;
        }

        /** Signs the root hash of each sealed file with the host's key. Without one, sealed files carry no signature. */
        public Builder signer(Signer key) {
            signer = Objects.requireNonNull(key, "signer");
            return this;
        }

        /** What the controller states about its processing, and which features it does without. */
        public Builder privacy(PrivacySettings settings) {
            privacy = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * States for what the organisation uses exam files and sealed files, in the controller's own words. The text is printed
         * on each of them. Without it no exam file can be begun, changed, advised on, sealed or sent; those that are there stay
         * readable.
         */
        public Builder examUse(ExamUse use) {
            exams = Inputs.checked(Objects.requireNonNull(use, "use"));
            return this;
        }

        /**
         * Keeps the receipts of erasures outside the store. A store that is older than one of them, as after restoring a
         * backup, is erased again by {@link #build}, which logs a warning.
         */
        public Builder erasures(ErasureRegister register) {
            erasures = Objects.requireNonNull(register, "register");
            return this;
        }

        /**
         * Makes previews of files as they are kept: {@code productions().preview(…)} and its like give them. Without one no
         * preview is made; those that are there stay.
         */
        public Builder previews(PreviewMaker maker) {
            previews = Objects.requireNonNull(maker, "maker");
            return this;
        }

        /** Writes what learners take away when they leave, in place of the ZIP that ships. */
        public Builder takeAway(TakeAway writer) {
            takeAway = Objects.requireNonNull(writer, "writer");
            return this;
        }

        /** Adds a level policy to those that ship; its name must be free. */
        public Builder levelPolicy(LevelPolicy policy) {
            if (Catalogue.ships(policy.name()) || levelPolicies.putIfAbsent(policy.name(), policy) != null) {
                collision = policy.name();
            }
            return this;
        }

        /** Adds a rule for nudges, evaluated after those that ship and those added before. Its name must be unique. */
        public Builder nudgeRule(NudgeRule rule) {
            try {
                nudgeRules.add(GuardedNudgeRules.named(rule, nudgeRules));
            } catch (PluginException e) {
                if (nudgeFault == null) nudgeFault = e;
            }
            return this;
        }

        private static List<GuardedNudgeRules.Named> shippedNudgeRules() {
            List<GuardedNudgeRules.Named> rules = new ArrayList<>();
            NudgeRules.all().forEach(rule -> rules.add(new GuardedNudgeRules.Named(rule.name(), rule)));
            return rules;
        }

        /** Adds reflection templates to those that ship; the id of each must be free. */
        public Builder reflectionTemplates(ReflectionTemplates plugin) {
            templates.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /** How many weeks at a workplace a framework asks for, in place of what ships for it, if anything does. */
        public Builder workplace(WorkplaceRequirement requirement) {
            workplaces.add(Objects.requireNonNull(requirement, "requirement"));
            return this;
        }

        /**
         * How many days a week at a workplace has, to count the weeks that a text asks for in days. Five, unless set.
         *
         * @param days 1 to 7
         */
        public Builder workplaceWeekOf(int days) {
            if (days < 1 || days > 7) throw new IllegalArgumentException("days a week: " + days);
            daysAWeek = days;
            return this;
        }

        /** Adds a pedagogical reason to those for which pathways may be adapted; its id must be free. */
        public Builder adaptationReason(AdaptationReason reason) {
            adaptationReasons.add(Objects.requireNonNull(reason, "reason"));
            return this;
        }

        /** What is being moved here is not whole yet. */
        private void requireArrived() {
            store.moving().map(Moving::standing).ifPresent(standing -> {
                if (standing.state() == Moving.State.RECEIVING || standing.state() == Moving.State.ABANDONED) {
                    throw new StorageException(Message.of("move.not-arrived", String.valueOf(standing.place())), null);
                }
            });
        }

        /** The portfolio. When this fails the store is closed. */
        public Portfolio build() {
            if (collision != null) {
                store.close();
                throw new PluginException(
                        collision, Message.of("plugin.collision", Message.of("plugin.level-policy"), collision));
            }
            if (serviceTwice != null) {
                store.close();
                throw new PluginException(
                        serviceTwice, Message.of("plugin.collision", Message.of("plugin.service"), serviceTwice));
            }
            if (nudgeFault != null) {
                store.close();
                throw nudgeFault;
            }
            boolean ready = false;
            try {
                requireArrived();
                Portfolio portfolio = new Portfolio(this, TemplateCatalogue.with(templates));
                portfolio.bringUpToDate();
                portfolio.services.requireNoPersons(portfolio.engine);
                portfolio.keeping.erasing().finishReadings();
                portfolio.keeping.erasing().reconcile();
                ready = true;
                return portfolio;
            } finally {
                if (!ready) store.close();
            }
        }
    }
}
