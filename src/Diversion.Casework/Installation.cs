using Diversion.Casework.Agreements;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Correspondence;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.HarmTables;
using Diversion.Casework.MyWork;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Programmes;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;
using Microsoft.Extensions.Logging;

namespace Diversion.Casework;

/// <summary>Casework on one machine: its parts, put together in one place for server, simulator and import.</summary>
public sealed class Installation : IDisposable
{
    private readonly StreamCache cache;

    /// <param name="keys">Encrypt the secrets of trials.</param>
    /// <param name="texter">Null where texts are not set up.</param>
    /// <param name="seeds">Null takes the machine's generator; a simulation has its own, so that it can be repeated.</param>
    /// <param name="cached">Number of streams whose state is cached, about 10 kB each; 0 where others write to the same store.</param>
    /// <param name="oneByOne">Wakes and delivers one after the other, so that a run can be repeated step by step.</param>
    public Installation(
        ITableStore store,
        Rulebook rulebook,
        IMailer mailer,
        IPublisher publisher,
        IChangeListener listener,
        ILoggerFactory loggers,
        IDataKeys keys,
        ISeedSource? seeds = null,
        ITexter? texter = null,
        int cached = 5_000,
        bool oneByOne = false)
    {
        cache = new StreamCache(cached);
        Store = store;
        Trials = new TrialService(
            store, cache, rulebook, listener, new TrialKeys(keys, seeds ?? RandomSeeds.Instance), new OpenTrials(store, rulebook), () => Casework!);
        Directory = new ServiceDirectory(store);
        Services = new ServiceService(store, cache, rulebook, Directory, listener, () => Casework!);
        Casework = new CaseworkService(store, cache, rulebook, listener, trials: Trials, slots: Services);
        Staff = new StaffService(store, cache, rulebook, listener, lists: () => new DailyLists(Casework, rulebook, store));
        OffenceTable = new OffenceTableService(store, cache, rulebook, listener);
        CustodyMatches = new CustodyMatchService(store, cache, Casework, listener);
        BoardPacks = new BoardPackService(store, cache, Casework, listener);
        Harm = new HarmTableService(store, cache, listener);
        Scrutiny = new ScrutinyService(store, cache, Casework, listener, new PanelSeeds(keys, seeds ?? RandomSeeds.Instance));
        Boundaries = new BoundaryService(store, cache, listener);
        UnitCosts = new UnitCostService(store, cache, listener);
        Projects = new ProjectService(store, cache, rulebook, listener);
        var services = new StreamServices(Casework, Staff, OffenceTable, CustodyMatches, Trials, Harm, BoardPacks, Scrutiny, Boundaries, UnitCosts, Services, Projects);
        var (wakes, deliveries) = oneByOne ? (1, 1) : (DueSweep.UsuallyAtOnce, OutboxDelivery.UsuallyAtOnce);
        Sweep = new DueSweep(store, services, loggers.CreateLogger<DueSweep>()) { AtOnce = wakes };
        Delivery = new OutboxDelivery(store, services, new MailRenderer(), mailer, publisher, loggers.CreateLogger<OutboxDelivery>(), texter) { AtOnce = deliveries };
    }

    public ITableStore Store { get; }

    public CaseworkService Casework { get; }

    public StaffService Staff { get; }

    public OffenceTableService OffenceTable { get; }

    public CustodyMatchService CustodyMatches { get; }

    public TrialService Trials { get; }

    public BoardPackService BoardPacks { get; }

    public ScrutinyService Scrutiny { get; }

    public BoundaryService Boundaries { get; }

    public UnitCostService UnitCosts { get; }

    public ServiceService Services { get; }

    public ProjectService Projects { get; }

    /// <summary>The services in memory.</summary>
    public ServiceDirectory Directory { get; }

    public HarmTableService Harm { get; }

    public DueSweep Sweep { get; }

    public OutboxDelivery Delivery { get; }

    public Rulebook Rulebook => Casework.Rulebook;

    public void Dispose() => cache.Dispose();
}
