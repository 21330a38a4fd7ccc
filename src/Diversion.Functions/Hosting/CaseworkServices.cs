using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Correspondence;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Delivery;
using Diversion.Casework.Drafts;
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
using Diversion.Functions.ServiceBus;
using Diversion.Functions.Triggers;
using Diversion.Functions.WakeUps;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Functions.Hosting;

/// <summary>Casework for one of several workers on the same tables.</summary>
internal static class CaseworkServices
{
    /// <summary>
    /// No cache. A cached state is correct only if this process is the only writer. Here another worker may have changed
    /// the agreement a moment ago, and a page, an answer "unchanged" or a version check would be wrong. Without it a
    /// command costs one more read of one row, and two workers that change the same agreement conflict at the store.
    /// </summary>
    private const int CachedStreams = 0;

    /// <summary>
    /// Another worker may change the staff directory or the table of offence codes, or open a trial: a change is known everywhere after this
    /// time, for one read of one row in it. Whoever has left may still sign in, and a new key worker is refused, for so long
    /// at most.
    /// </summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    /// <remarks>Store, mailer and publisher are added separately.</remarks>
    public static void AddCasework(this IServiceCollection services, Rulebook rulebook)
    {
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(rulebook);
        services.AddSingleton(_ => new StreamCache(CachedStreams));
        services.AddSingleton<IChangeListener>(provider => new ChangeListeners(
            provider.GetRequiredService<WorkflowWakeUps>(), provider.GetRequiredService<InboxSignal>()));
        services.AddSingleton<CaseworkService>();
        services.AddSingleton(provider => new StaffService(
            provider.GetRequiredService<ITableStore>(), provider.GetRequiredService<StreamCache>(), rulebook, provider.GetRequiredService<IChangeListener>(), Recheck,
            provider.GetRequiredService<DailyLists>));
        services.AddSingleton<DailyLists>();
        services.AddSingleton(provider => new OffenceTableService(
            provider.GetRequiredService<ITableStore>(), provider.GetRequiredService<StreamCache>(), rulebook, provider.GetRequiredService<IChangeListener>(), Recheck));
        services.AddSingleton<CustodyMatchService>();
        services.AddSingleton<BoardPackService>();
        services.AddSingleton<ISeedSource>(RandomSeeds.Instance);
        services.AddSingleton<TrialKeys>();
        services.AddSingleton(provider => new OpenTrials(provider.GetRequiredService<ITableStore>(), rulebook, Recheck));
        services.AddSingleton<Func<IAllocatedCases>>(provider => provider.GetRequiredService<CaseworkService>);
        services.AddSingleton<TrialService>();
        services.AddSingleton<HarmTableService>();
        services.AddSingleton<PanelSeeds>();
        services.AddSingleton<ScrutinyService>();
        services.AddSingleton<BoundaryService>();
        services.AddSingleton<UnitCostService>();
        services.AddSingleton<ProjectService>();
        services.AddSingleton(provider => new ServiceDirectory(provider.GetRequiredService<ITableStore>(), Recheck));
        services.AddSingleton<Func<IBookedCases>>(provider => provider.GetRequiredService<CaseworkService>);
        services.AddSingleton<ServiceService>();
        services.AddSingleton<ISlots>(provider => provider.GetRequiredService<ServiceService>());
        services.AddSingleton(provider => new StreamServices(
            provider.GetRequiredService<CaseworkService>(),
            provider.GetRequiredService<StaffService>(),
            provider.GetRequiredService<OffenceTableService>(),
            provider.GetRequiredService<CustodyMatchService>(),
            provider.GetRequiredService<TrialService>(),
            provider.GetRequiredService<HarmTableService>(),
            provider.GetRequiredService<BoardPackService>(),
            provider.GetRequiredService<ScrutinyService>(),
            provider.GetRequiredService<BoundaryService>(),
            provider.GetRequiredService<UnitCostService>(),
            provider.GetRequiredService<ServiceService>(),
            provider.GetRequiredService<ProjectService>()));
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OverdueStreams>();
        services.AddSingleton<ReferralDrafts>();
        services.AddWorkflows();
        services.AddSingleton<WebPipeline>();
        services.AddSingleton<FeedMessages>();
        services.AddSingleton<IMessageSettlement, HostSettlement>();
    }
}
