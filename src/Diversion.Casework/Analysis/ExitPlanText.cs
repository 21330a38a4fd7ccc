using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.ExitPlans;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>
/// An exit plan as it is stored: how many entries it has and in how many of them the next worker met the person before the end,
/// <c>y</c> when the person agreed to it, then each call with what came of it: <c>2|1|y|4:Reached|12:</c>.
/// </summary>
internal static class ExitPlanText
{
    private const char Between = '|';
    private const int BeforeCalls = 3;

    /// <returns>Null for an agreement that was not completed: only a completed one needs the plan.</returns>
    public static string? Write(AgreementState state) => state is not { Status: AgreementStatus.Completed, ExitPlan: var plan }
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{plan.Continuations.Length}|{plan.Continuations.Count(one => one.Met is not null)}|{(plan.AgreedOn is null ? "" : "y")}")
            + string.Concat(plan.Calls.Select(call => string.Create(CultureInfo.InvariantCulture, $"{Between}{call.Weeks}:{call.Result}")));

    public static ExitPlanFacts Read(string stored)
    {
        var fields = stored.Split(Between);
        return new(
            int.Parse(fields[0], CultureInfo.InvariantCulture),
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            fields[2].Length > 0,
            [.. fields.Skip(BeforeCalls).Select(Call)]);
    }

    private static CallFacts Call(string stored)
    {
        var (weeks, result) = (stored[..stored.IndexOf(':', StringComparison.Ordinal)], stored[(stored.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return new(int.Parse(weeks, CultureInfo.InvariantCulture), result.Length == 0 ? null : result == nameof(CallResult.Reached));
    }
}
