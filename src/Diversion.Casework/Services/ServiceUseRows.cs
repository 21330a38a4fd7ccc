using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Casework.Services;

/// <summary>
/// The referrals of an agreement under the services that they went to: places in use, waiting lists and waiting times are
/// counted from these rows, so nobody has to keep them by hand.
/// </summary>
internal static class ServiceUseRows
{
    /// <summary>Keys of referrals that are under way; those at their end come after, the newest first.</summary>
    public const string UnderWay = "a|";
    public const string Ended = "b|";

    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        foreach (var condition in state.Conditions.OfType<PathwayCondition>())
        {
            if (condition.Service is { } service && UseOf(state, condition) is { } use)
            {
                var row = new ServiceUseRow(state.Id.Value, condition.Id, use, condition.SentAt, condition.AcceptedAt);
                var key = use == ServiceUse.Ended ? $"{Ended}{Sortable.Descending(condition.AcceptedAt!.Value)}|" : UnderWay;
                rows.Add(new ReadModelRow(Tables.Search, Partitions.UseOf(service.Id), $"{key}{row.Agreement}|{row.Condition}", RowOf<ServiceUseRow>.Write(row)));
            }
        }
    }

    private static ServiceUse? UseOf(AgreementState state, PathwayCondition condition) => (condition.Referral, condition.IsOpen && !state.IsTerminal) switch
    {
        (PathwayReferral.Sent, true) => ServiceUse.Waiting,
        (PathwayReferral.Accepted, true) => ServiceUse.InPlace,
        _ when condition.AcceptedAt is not null => ServiceUse.Ended,
        _ => null,
    };
}
