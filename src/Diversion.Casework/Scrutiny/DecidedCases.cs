using Diversion.Casework.Analysis;
using Diversion.Casework.Storage;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Breach;

namespace Diversion.Casework.Scrutiny;

/// <summary>The cases that were decided in a quarter, in groups by what was decided and about which offence.</summary>
public static class DecidedCases
{
    /// <returns>Reference and group of each; a breach comes before the decision on eligibility, when both were in the quarter.</returns>
    public static async Task<IReadOnlyList<(string Case, string Group)>> Of(ITableStore store, Quarter quarter, CancellationToken cancellation)
    {
        var found = new List<(string, string)>();
        await foreach (var row in store.ScanInAnyOrder(Tables.Evaluation, cancellation))
        {
            var one = RowOf<EvaluationRow>.Read(row);
            if (Decision(one, quarter) is { } decision)
            {
                found.Add((one.Agreement, $"{decision}, {one.OffenceGroup ?? "offence not recorded"}"));
            }
        }

        return found;
    }

    internal static string? Decision(EvaluationRow row, Quarter quarter) => row switch
    {
        { BreachDecision: { } decision } when quarter.Covers(row.BreachDecidedOn) => decision == BreachDecision.Confirm ? "breach confirmed" : "breach not confirmed",
        { NotEligible: not null } when quarter.Covers(row.DecidedOn) => "not eligible",
        _ when quarter.Covers(row.DecidedOn) => "eligible",
        _ => null,
    };
}
